"""The form of a boilerplate: written here, or taken from what the kit has."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QMenu, QPushButton

from presskit.blocks.boilerplate import Boilerplate
from presskit.gui.editor.form import RecordForm
from presskit.i18n import _
from presskit.text.runs import plain

_SHOWN = 60  # letters of a text in the menu


class BoilerplateForm(RecordForm):
    """Heading and text; while both are empty, a button offers those that the kit has."""

    def build(self) -> None:
        """The grown form with the button below it."""
        super().build()
        self.choose = QPushButton(_("Take one of this kit…"))
        self.choose.setProperty("flat", True)
        self.choose.setObjectName("chooseBoilerplate")
        self.choose.setToolTip(_("Boilerplate that another part or language of this kit has"))
        self.choose.clicked.connect(self._offer)
        column = self.layout()
        assert isinstance(column, QBoxLayout)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)

    def show_record(self, record: Boilerplate) -> None:
        """Shows the boilerplate, and the button where it helps."""
        super().show_record(record)
        self._show_choose()

    def _answered(self, name: str, path: str) -> None:
        super()._answered(name, path)
        self._show_choose()

    def _show_choose(self) -> None:
        self.choose.setVisible(self.record.is_empty() and bool(self._others()))

    def _others(self) -> list[Boilerplate]:
        """The boilerplate of the kit, each once, first that of this release."""
        kit, release = self.parts.around()
        found: dict[object, Boilerplate] = {}
        for each in (release, *(other for other in kit.releases if other is not release)):
            for block in each.blocks:
                if isinstance(block, Boilerplate) and block.id != self.record.id and not block.is_empty():
                    found.setdefault((block.heading, block.text), block)
        return list(found.values())

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in self._others():
            text = " ".join(plain(paragraph) for paragraph in each.text)
            named = ": ".join(part for part in (each.heading.strip(), text) if part)
            short = named if len(named) <= _SHOWN else named[:_SHOWN].rsplit(" ", 1)[0] + " …"
            action = menu.addAction(short.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, each=each: self._take(each))
        menu.popup(self.choose.mapToGlobal(self.choose.rect().bottomLeft()))

    def _take(self, other: Boilerplate) -> None:
        self.fields["text"].setFocus()  # the button goes
        self.show_record(replace(other, id=self.record.id))
        self.edited.emit("")
