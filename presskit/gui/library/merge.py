"""What to do when two people changed one item: both are looked at, answer by answer."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from presskit.gui.library.versions_difference import marked
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.library.items import Item
from presskit.library.merging import Choice, Difference, Typed, apart, joined
from presskit.library.problems import Conflict

_SIZE = (900, 600)  # pixels
_LINES = 4  # of the field for other words


def theme_of(widget: QWidget) -> Theme:
    """The theme that a widget is shown in."""
    ground = widget.palette().color(QPalette.ColorRole.Window)
    return Theme("light" if ground.lightness() > 127 else "dark")


class Question(QFrame):
    """An answer that both changed: what it was, what each made of it, and which is taken.

    chosen: one was taken, or other words were typed.
    """

    chosen = Signal()

    def __init__(
        self, asked: Difference, names: tuple[str, str], theme: Theme, takes: tuple[str, str] | None = None
    ) -> None:
        """names: what the two are called. takes: the words for taking the one or the other."""
        super().__init__()
        self.asked = asked
        self._takes = takes or (_("Take mine"), _("Take theirs"))
        self.setObjectName("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 9, 14, 11)
        column.setSpacing(5)
        head = QLabel(asked.label.upper())
        head.setObjectName("cardKind")
        column.addWidget(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        began = asked.base
        texts: list[tuple[str, str, str | None]] = []
        if began is not None:
            texts.append((_("Before"), began, None))
        texts += [(names[0], asked.mine, began), (names[1], asked.theirs, began)]
        for place, (name, text, before) in enumerate(texts):
            grid.setColumnStretch(place, 1)
            above = QLabel(name)
            above.setObjectName("fieldLabel")
            grid.addWidget(above, 0, place)
            shown = QLabel(_shown(text, before, theme))
            shown.setWordWrap(True)
            shown.setAlignment(Qt.AlignmentFlag.AlignTop)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(shown, 1, place)
        column.addLayout(grid)
        column.addLayout(self._ways())
        self.words = QPlainTextEdit(asked.mine)
        self.words.setObjectName("otherWords")
        self.words.setAccessibleName(_("{label}: other words").format(label=asked.label))
        self.words.setTabChangesFocus(True)
        lines = 1 if asked.form == "line" else _LINES
        self.words.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 16)
        self.words.hide()
        self.words.textChanged.connect(self.chosen)
        column.addWidget(self.words)

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        self.ways = QButtonGroup(self)
        self._values: list[str] = []
        wanted = [("mine", self._takes[0]), ("theirs", self._takes[1])]
        if self.asked.joins:
            wanted.append(("both", _("Take both")))
        if self.asked.can_be_typed:
            wanted.append(("typed", _("Other words")))
        for value, label in wanted:
            button = QRadioButton(label)
            button.setObjectName(f"take-{value}")
            button.setAccessibleName(f"{self.asked.label}: {label}")
            self.ways.addButton(button, len(self._values))
            self._values.append(value)
            row.addWidget(button)
        row.addStretch(1)
        self.ways.idToggled.connect(lambda _number, _on: self._follow())
        return row

    @property
    def answer(self) -> Choice | None:
        """What was chosen; None while nothing is."""
        match self.value:
            case "typed":
                return Typed(self.words.toPlainText())
            case "mine":
                return "mine"
            case "theirs":
                return "theirs"
            case "both":
                return "both"
        return None

    @property
    def value(self) -> str:
        """Which button is pressed."""
        number = self.ways.checkedId()
        return self._values[number] if number >= 0 else ""

    def take(self, value: str) -> None:
        """Presses a button."""
        self.ways.button(self._values.index(value)).setChecked(True)

    def _follow(self) -> None:
        self.words.setVisible(self.value == "typed")
        self.chosen.emit()


class MergeDialog(QDialog):
    """All that two versions do not share: what both changed is asked, the rest is shown as it is taken."""

    def __init__(self, parent: QWidget, conflict: Conflict) -> None:
        super().__init__(parent)
        self._conflict = conflict
        theme = theme_of(parent)
        who = conflict.theirs.changed_by or _("Somebody")
        self.setObjectName("merge")
        self.setWindowTitle(_("Two versions of “{name}”").format(name=conflict.theirs.name))
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(9)
        told = QLabel(conflict.sentence)
        told.setWordWrap(True)
        told.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(told)
        found = apart(conflict.base, conflict.mine, conflict.theirs)
        names = (_("Mine"), _("{who}’s").format(who=who))
        self.questions = [Question(each, names, theme) for each in found if each.changed == "both"]
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(0, 0, 8, 0)
        page.setSpacing(8)
        for question in self.questions:
            question.chosen.connect(self._follow)
            page.addWidget(question)
        taken = [each for each in found if each.changed != "both"]
        if taken:
            page.addWidget(_heading(_("Changed by one of you, and taken:")))
        for each in taken:
            page.addWidget(_taken(each, names, theme))
        page.addStretch(1)
        area = QScrollArea()
        area.setObjectName("mergePage")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column.addWidget(area, 1)
        buttons = QDialogButtonBox()
        self.save = buttons.addButton(_("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setObjectName("saveMerged")
        self.save.setProperty("primary", True)
        later = buttons.addButton(_("Not now"), QDialogButtonBox.ButtonRole.RejectRole)
        later.setToolTip(_("Nothing is saved; your words stay in the form"))
        for value, label in (("mine", _("All mine")), ("theirs", _("All theirs"))):
            button = buttons.addButton(label, QDialogButtonBox.ButtonRole.ActionRole)
            button.setObjectName(f"all-{value}")
            button.clicked.connect(lambda _on=False, value=value: self._take_all(value))
            button.setVisible(len(self.questions) > 1)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self._follow()
        if self.questions:
            self.questions[0].ways.button(0).setFocus()

    def item(self) -> Item:
        """The item that comes of it."""
        choices: Mapping[str, Choice] = {
            each.asked.path: each.answer for each in self.questions if each.answer is not None
        }
        return joined(self._conflict.base, self._conflict.mine, self._conflict.theirs, choices)

    def _take_all(self, value: str) -> None:
        for each in self.questions:
            each.take(value)

    def _follow(self) -> None:
        self.save.setEnabled(all(each.answer is not None for each in self.questions))
        self.save.setToolTip("" if self.save.isEnabled() else _("Choose for each of the answers above"))


def _shown(text: str, before: str | None, theme: Theme) -> str:
    """A text as HTML, what is different from `before` marked."""
    if not text and not before:
        return escape(_("(nothing)"))
    return marked(text if before is None else before, text, theme)


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName("fieldLabel")
    return label


def _taken(each: Difference, names: tuple[str, str], theme: Theme) -> QLabel:
    name = names[0] if each.changed == "mine" else names[1]
    text = each.mine if each.changed == "mine" else each.theirs
    label = QLabel(f"<b>{escape(each.label)}</b> ({escape(name)}): {marked(each.base or '', text, theme)}")
    label.setWordWrap(True)
    return label


def ask_merge(parent: QWidget, conflict: Conflict) -> Item | None:
    """Shows what two people made of one item; the item that comes of it, which is a change of the latest
    version, or None when nothing is to be kept now. Where they changed different answers there is nothing
    to ask."""
    found = apart(conflict.base, conflict.mine, conflict.theirs)
    if all(each.changed != "both" for each in found):
        return joined(conflict.base, conflict.mine, conflict.theirs, {})
    dialog = MergeDialog(parent, conflict)
    made = dialog.item() if dialog.exec() else None
    dialog.deleteLater()
    return made
