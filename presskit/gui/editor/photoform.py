"""The form of a photo: the picture with what can be done with it, and the words that it needs."""

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from presskit.blocks.photo import Photo
from presskit.gui.editor.form import RecordForm
from presskit.i18n import N_, _
from presskit.text.runs import plain

_NEEDED = (("caption", N_("caption")), ("credit", N_("credit")), ("alt", N_("description")))


def missing(photo: Photo) -> list[tuple[str, str]]:
    """The words that a photo still needs: the field for each, and what it is called."""
    has = {"caption": plain(photo.caption).strip(), "credit": photo.credit.strip(), "alt": photo.alt.strip()}
    return [(path, _(name)) for path, name in _NEEDED if photo.name and not has[path]]


class PhotoForm(RecordForm):
    """The picture, with buttons to replace it and take it out; caption, credit and description below."""

    def build(self) -> None:
        """Picture, buttons, words."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field("name"))
        self._tools = QWidget()
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        for name, label, tip, act in (
            ("replacePicture", _("Replace…"), _("Choose another file; the words stay"), self._replace),
            ("removePicture", _("Remove picture"), _("Takes the picture out; the words stay"), self._remove),
        ):
            button = QPushButton(label)
            button.setProperty("flat", True)
            button.setObjectName(name)
            button.setToolTip(tip)
            button.clicked.connect(act)
            row.addWidget(button)
        column.addWidget(self._tools)
        column.addWidget(self.label("caption"))
        column.addWidget(self.field("caption"))
        column.addLayout(self.grid(["credit", "alt"], columns=1))
        self.setAcceptDrops(True)
        for name in ("credit", "alt"):  # else the path of a file would be written there
            self.fields[name].setAcceptDrops(False)
        told = _("A screen reader says this in the place of the picture; readers who cannot see need it")
        self.fields["alt"].setToolTip(told)
        self.fields["credit"].setToolTip(_("Who took it; it is printed at the end of the caption"))

    def show_record(self, record: Photo) -> None:
        """Shows the photo; its buttons only where there is a picture."""
        super().show_record(record)
        self._tools.setVisible(bool(record.name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture may be dropped anywhere on the form."""
        self.fields["name"].dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """As on the picture itself."""
        self.fields["name"].dragMoveEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """As on the picture itself."""
        self.fields["name"].dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes the picture in the place of the one that is there."""
        self.fields["name"].dropEvent(event)

    def _answered(self, name: str, path: str) -> None:
        super()._answered(name, path)
        self._tools.setVisible(bool(self.record.name))

    def _replace(self) -> None:
        self.fields["name"].choose.emit()

    def _remove(self) -> None:
        self.fields["name"].show_answer("")
        self.fields["name"].setFocus()  # the button goes
        self.fields["name"].edited.emit()
