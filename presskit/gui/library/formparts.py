"""What the forms of the library's items are made with: fields of their own for days, pictures and choices."""

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from presskit.gui.editor.clipping import clipboard
from presskit.gui.editor.fields import ChoiceField, DayField, LineField, Maker, make_field
from presskit.gui.editor.form import RecordForm
from presskit.gui.editor.picture import Offered, PictureField
from presskit.gui.editor.smart import refine
from presskit.gui.editor.special import form_for
from presskit.gui.editor.textfield import RichField
from presskit.gui.icons import icon
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.model.fields import Ask
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.pictures.incoming import SUFFIXES
from presskit.text.runs import rich

PICTURES = " ".join(f"*{suffix}" for suffix in SUFFIXES)
_ROOM = (468.0, 648.0)  # points that a photo may have on a page of letter paper with margins of an inch


class Parts:
    """See `presskit.gui.editor.form.FormParts`; for items that are in no kit.

    find: the bytes of a picture by its name. offer: takes what was chosen, dropped or pasted for a picture
    field. organisations: (id, name) of those in the library, in the order in which they are offered.
    """

    def __init__(
        self,
        theme: Theme,
        find: Callable[[str], bytes | None],
        offer: Callable[[PictureField, list[Offered]], None],
    ) -> None:
        self.maker = Maker(theme)
        self.organisations: list[tuple[str, str]] = []
        self.release = Release()
        self._find, self._offer = find, offer

    def picture_field(self, ask: Ask) -> QWidget:
        """A field for a picture of the item."""
        field = PictureField(ask, self._find, lambda: _ROOM)
        field.choose.connect(partial(self._choose, field))
        field.offered.connect(partial(self._offer, field))
        return field

    def form_for(self, record_type: type) -> type[RecordForm]:
        """The form for a type of record: a block's own, or one with the fields of this place."""
        found = form_for(record_type)
        return LibraryForm if found is RecordForm else found

    def around(self) -> tuple[Kit, Release]:
        """A release with nothing but the item in it."""
        return Kit(releases=(self.release,)), self.release

    def _choose(self, field: PictureField) -> None:
        wanted = _("Pictures ({kinds})").format(kinds=PICTURES)
        name, _filter = QFileDialog.getOpenFileName(field.window(), _("Choose a picture"), "", wanted)
        if name:
            self._offer(field, [Offered(Path(name).name, Path(name))])


class LibraryForm(RecordForm):
    """The grown form, with boxed texts, days that can be none, and pictures that can be taken out."""

    def field(self, name: str) -> QWidget:
        """The widget for a question, made and connected."""
        ask = self.asked[name].ask
        if ask.form == "date":
            return self.adopt(name, DayChoice(_(ask.label), self.parts.maker.theme, self.usual_day(name)))
        if ask.form == "picture":
            return self.adopt(name, PictureChoice(_(ask.label), self.parts.picture_field(ask)))
        if ask.form in {"rich", "paragraphs"}:
            field = make_field(self.parts.maker, ask)
            field.setProperty("boxed", True)
            return self.adopt(name, field)
        return super().field(name)

    def usual_day(self, name: str) -> Callable[[], datetime.date]:
        """The day that a date field begins with when it had none."""
        return datetime.date.today


class DayChoice(QWidget):
    """A day, or plainly none: a button sets one, and another takes it away."""

    edited = Signal()
    focused = Signal()

    def __init__(self, label: str, theme: Theme, usual: Callable[[], datetime.date]) -> None:
        super().__init__()
        self._usual = usual
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.day = DayField()
        self.day.setAccessibleName(label)
        self.day.edited.connect(self._changed)
        self.day.focused.connect(self.focused)
        self.set_button = QPushButton(_("No date · set one"))
        self.set_button.setAccessibleName(_("{label}: no date. Set one").format(label=label))
        self.set_button.setProperty("flat", True)
        self.set_button.clicked.connect(self._begin)
        self.clear_button = QToolButton()
        self.clear_button.setIcon(icon("close", theme.colour["faint"], theme.colour["disabled_text"]))
        self.clear_button.setToolTip(_("No date"))
        self.clear_button.setAccessibleName(_("{label}: no date").format(label=label))
        self.clear_button.clicked.connect(self._clear)
        row.addWidget(self.day)
        row.addWidget(self.clear_button)
        row.addWidget(self.set_button)
        row.addStretch(1)
        self.setFocusProxy(self.set_button)
        self._show()

    def answer(self) -> datetime.date | None:
        """The day, if there is one."""
        return self.day.answer()

    def show_answer(self, value: datetime.date | None) -> None:
        """Shows a day, or that there is none."""
        self.day.show_answer(value)
        self._show()

    def _show(self) -> None:
        has = self.day.answer() is not None
        if has:
            self.day.show()
            self.clear_button.show()
            self.set_button.hide()
        else:
            self.set_button.show()
            self.day.hide()
            self.clear_button.hide()
        self.setFocusProxy(self.day if has else self.set_button)

    def _changed(self) -> None:
        self._show()
        self.edited.emit()

    def _begin(self) -> None:
        self.day.show_answer(self._usual())
        self.day.show()
        self.day.setFocus()
        self._changed()

    def _clear(self) -> None:
        self.set_button.show()
        self.set_button.setFocus()
        self.day.show_answer(None)
        self._changed()


class PictureChoice(QWidget):
    """A picture with a button below it that takes it out."""

    edited = Signal()
    focused = Signal()

    def __init__(self, label: str, picture: Any) -> None:
        super().__init__()
        self.picture: PictureField = picture
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        picture.setAccessibleName(label)
        picture.edited.connect(self._changed)
        picture.focused.connect(self.focused)
        self.remove = QPushButton(_("Remove picture"))
        self.remove.setProperty("flat", True)
        self.remove.setAccessibleName(_("{label}: remove picture").format(label=label))
        self.remove.clicked.connect(self._remove)
        column.addWidget(picture)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(picture)

    def answer(self) -> str:
        """The name of the picture."""
        return self.picture.answer()

    def show_answer(self, value: str) -> None:
        """Shows the picture of that name."""
        self.picture.show_answer(value)
        self.remove.setVisible(bool(value))

    def _changed(self) -> None:
        self.remove.setVisible(bool(self.answer()))
        self.edited.emit()

    def _remove(self) -> None:
        self.picture.setFocus()  # the button goes
        self.picture.show_answer("")
        self._changed()


class OrganisationField(ChoiceField):
    """One of the library's organisations, or none; the answer is its id."""

    def __init__(self, parts: Parts) -> None:
        super().__init__((("", _("None")),))
        self._parts = parts
        self.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self._offer()

    def show_answer(self, value: str) -> None:
        """Shows an organisation; one that is not among those known is kept."""
        self._offer()
        at = self.findData(value)
        if at < 0:
            self.addItem(_("One that is not on offer any more"), value)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def _offer(self) -> None:
        known = [("", _("None")), *self._parts.organisations]
        shown = [(self.itemData(at), self.itemText(at)) for at in range(self.count())]
        if shown != known:
            self.clear()
            for value, name in known:
                self.addItem(name, value)


def wire(form: RecordForm, done: set[int], language: Callable[[], str]) -> None:
    """Connects what texts hand to whoever is around them: Enter goes on, what is pasted into a line is one
    line, and straight marks become the language's own. done: the fields that are connected already."""
    for _path, field in form.text_fields():
        if id(field) in done or not isinstance(field, RichField | LineField):
            continue
        done.add(id(field))
        field.destroyed.connect(partial(_forget, done, id(field)))
        field.pasted.connect(partial(_paste_line, field))
        if isinstance(field, RichField):
            field.enter_pressed.connect(partial(_go_on, field))
            field.typed.connect(partial(_typed, field, language))


def _forget(done: set[int], key: int, _gone: object = None) -> None:
    done.discard(key)


def _paste_line(field: RichField | LineField, _found: object) -> None:
    words = " ".join(clipboard().text().split())
    if isinstance(field, RichField):
        field.insert((rich(words),))
    else:
        field.insert(words)
        field.edited.emit()


def _go_on(field: RichField) -> None:
    field.focusNextPrevChild(True)


def _typed(field: RichField, language: Callable[[], str], letter: str) -> None:
    refine(field, letter, language())
