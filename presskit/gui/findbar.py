"""The bar above the cards in which words are looked for and replaced."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from presskit.gui.editor.textfield import lets_history_undo
from presskit.gui.elsewhere import Elsewhere
from presskit.gui.enter import pressed_by_enter
from presskit.gui.icons import icon
from presskit.gui.theme import Theme
from presskit.i18n import N_, _
from presskit.model.patterns import Sought
from presskit.model.search import Scope

SCOPES: tuple[tuple[Scope, str], ...] = (
    ("all", N_("Everywhere")),
    ("quotes", N_("In quotes only")),
    ("others", N_("Not in quotes")),
)


class _Line(QLineEdit):
    """A line whose Enter and Shift+Enter mean something; undo is the window's."""

    entered = Signal(bool)

    def event(self, event: QEvent) -> bool:
        """Leaves undo and redo to the window: what was replaced is undone from here, too."""
        if lets_history_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, and Enter with Shift."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """What is looked for, how, and what to put in its place.

    wanted: what is looked for changed. go: to the next (1) or previous (-1) match. closed: by the user.
    """

    wanted = Signal()
    go = Signal(int)
    replace_one = Signal()
    replace_all = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Find and replace"))
        self.text = self._line("findText", _("Find"))
        self.by = self._line("replaceText", _("Replace with"))
        self._count = QLabel()
        self._count.setObjectName("findCount")
        self.case = self._option("findCase", _("Match case"), _("Capitals and small letters count"))
        self.whole = self._option("findWhole", _("Whole words"), _("Not inside longer words"))
        self.pattern = self._option(
            "findPattern",
            _("Pattern"),
            _("A regular expression: “.” any letter, “\\d+” a number; “\\1” below is what ( ) found"),
        )
        self.scope = QComboBox()
        self.scope.setObjectName("findScope")
        self.scope.setAccessibleName(_("Where to look"))
        self.scope.setToolTip(_("Where to look: what people said, and what you say"))
        for value, label in SCOPES:
            self.scope.addItem(_(label), value)
        self._problem = QLabel()
        self._problem.setObjectName("findProblem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.elsewhere = Elsewhere()
        self._replace_row = [self.by, self._replace_buttons()]
        self._lay_out()
        self.text.textChanged.connect(lambda _text: self.wanted.emit())
        self.text.entered.connect(lambda back: self.go.emit(-1 if back else 1))
        self.by.entered.connect(lambda _back: self.replace_one.emit())
        for option in (self.case, self.whole, self.pattern):
            option.toggled.connect(lambda _on: self.wanted.emit())
        self.scope.activated.connect(lambda _index: self.wanted.emit())
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(26, 8, 20, 8)
        grid.setHorizontalSpacing(5)
        grid.setVerticalSpacing(5)
        steps = QHBoxLayout()
        steps.setSpacing(2)
        steps.addWidget(self._count, 1)
        for name, label, keys, act in (
            ("up", _("Previous match"), "Shift+F3", lambda: self.go.emit(-1)),
            ("down", _("Next match"), "F3", lambda: self.go.emit(1)),
            ("close", _("Close"), _("Esc"), self.closed.emit),
        ):
            steps.addWidget(self._tool(name, label, keys, act))
        options = QHBoxLayout()
        options.setSpacing(4)
        for option in (self.case, self.whole, self.pattern, self.scope):
            options.addWidget(option)
        options.addStretch(1)
        grid.addWidget(self.text, 0, 0)
        grid.addLayout(steps, 0, 1)
        grid.addWidget(self.by, 1, 0)
        grid.addWidget(self._replace_row[1], 1, 1)
        grid.addLayout(options, 2, 0, 1, 2)
        grid.addWidget(self._problem, 3, 0, 1, 2)
        grid.addWidget(self.elsewhere, 4, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def _line(self, name: str, label: str) -> _Line:
        line = _Line()
        line.setObjectName(name)
        line.setPlaceholderText(label)
        line.setAccessibleName(label)
        line.setToolTip(label)
        line.setMinimumWidth(120)
        return line

    def _option(self, name: str, label: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(label)
        button.setAccessibleName(label)
        button.setToolTip(tip)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("option", True)
        return button

    def _tool(self, name: str, label: str, keys: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"find-{name}")
        button.setIcon(icon(name, self._theme.colour["text"], self._theme.colour["disabled_text"]))
        button.setAccessibleName(label)
        button.setToolTip(f"{label} ({keys})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _on=False: act())
        return button

    def _replace_buttons(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for name, label, tip, told in (
            (
                "replaceOne",
                _("Replace"),
                _("Replace this match and go to the next (Enter)"),
                self.replace_one,
            ),
            ("replaceAll", _("Replace all"), _("Replace every match, as one step"), self.replace_all),
        ):
            button = QPushButton(label)
            button.setObjectName(name)
            button.setAccessibleName(label)
            button.setToolTip(tip)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, told=told: told.emit())
            row.addWidget(button)
        return holder

    # --- what is wanted

    def sought(self) -> Sought:
        """What is looked for."""
        options = (self.case.isChecked(), self.whole.isChecked(), self.pattern.isChecked())
        return Sought(self.text.text(), *options)

    def where(self) -> Scope:
        """Where it is looked for."""
        return SCOPES[self.scope.currentIndex()][0]

    def remember(self, sought: Sought, where: Scope, by: str) -> None:
        """Shows an earlier search."""
        self.blockSignals(True)
        self.text.setText(sought.text)
        self.case.setChecked(sought.case)
        self.whole.setChecked(sought.whole)
        self.pattern.setChecked(sought.pattern)
        self.scope.setCurrentIndex([value for value, _label in SCOPES].index(where))
        self.by.setText(by)
        self.blockSignals(False)

    def replaces(self) -> bool:
        """Whether the row for replacing is open."""
        return not self.by.isHidden()

    def open(self, *, replace: bool, text: str = "") -> None:
        """Shows the bar, with the row for replacing or without, and puts the caret into it. text: what to
        look for, if not what was looked for last."""
        if text:
            self.text.setText(text)
        for widget in self._replace_row:
            widget.setVisible(replace)
        self.show()
        self.text.selectAll()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- what is told

    def tell(self, count: str, problem: str = "") -> None:
        """Says how many matches there are, and what is wrong with a pattern, if anything is."""
        self._count.setText(count)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, and Enter presses a button."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif not pressed_by_enter(event):
            super().keyPressEvent(event)
