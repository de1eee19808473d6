"""Qt actions, menus and the top bar, grown from the table of commands."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from presskit.gui.commands import COMMANDS, IN_BAR, INSERT, MENUS, OFFERED, keys_in_use
from presskit.gui.enter import pressed_by_enter
from presskit.gui.icons import icon
from presskit.gui.theme import THEMES, Theme
from presskit.i18n import _
from presskit.model.block import Block

LOOKS = (*THEMES, "system")


class Actions:
    """Every command as one QAction: the menus, the bar and the keys share it."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        run: Mapping[str, Callable[[], None]],
        add: Callable[[type[Block]], None],
        look: str,
        changed: Mapping[str, str],
    ) -> None:
        """`run`: what each command does. `add`: adds a block. `look`: the theme that the settings name.
        `changed`: the keys that the user gave to commands."""
        self._theme = theme
        self.commands: dict[str, QAction] = {}
        self.kinds: dict[str, QAction] = {}
        keys = keys_in_use(changed)
        for command in COMMANDS:
            action = self._make(window, _(command.text), keys[command.id], command.icon)
            action.setToolTip(_tip(_(command.tip or command.text).rstrip("…"), keys[command.id]))
            handler = run[command.id]
            action.triggered.connect(lambda _on=False, handler=handler: handler())
            self.commands[command.id] = action
        self._looks = QActionGroup(window)
        for name in LOOKS:  # a menu shows the mark of what is chosen only where there is no icon
            action = self.commands[f"theme_{name}"]
            action.setIcon(QIcon())
            action.setCheckable(True)
            action.setChecked(name == look)
            self._looks.addAction(action)
        for kind in OFFERED:
            name = str(kind.__struct_config__.tag)
            action = self._make(window, _(kind.label), keys[f"add-{name}"], name)
            action.setToolTip(_tip(_("Add: {kind}").format(kind=_(kind.label)), keys[f"add-{name}"]))
            action.triggered.connect(lambda _on=False, kind=kind: add(kind))
            self.kinds[name] = action

    def enable(self, holds: Mapping[str, bool]) -> None:
        """Enables each command by whether its `when` holds."""
        for command in COMMANDS:
            self.commands[command.id].setEnabled(holds.get(command.when, True))
        for action in self.kinds.values():
            action.setEnabled(holds["kit"])

    def fill(self, menu: QMenu, name: str) -> None:
        """Puts the commands of one menu into it."""
        if name == INSERT:
            menu.addActions(list(self.kinds.values()))
        for command in COMMANDS:
            if command.menu == name:
                if command.line:
                    menu.addSeparator()
                menu.addAction(self.commands[command.id])

    def _make(self, window: QWidget, text: str, keys: str, picture: str) -> QAction:
        action = QAction(text, window)
        if picture:
            action.setIcon(self._icon(picture))
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        window.addAction(action)
        return action

    def _icon(self, name: str) -> QIcon:
        return icon(name, self._theme.colour["text"], self._theme.colour["disabled_text"])


def _tip(text: str, keys: str) -> str:
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({shown})" if shown else text


class TopBar(QWidget):
    """The bar across the top: menu, file, history, blocks, export."""

    def __init__(self, actions: Actions, theme: Theme, recent: Callable[[QMenu], None]) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._wide: list[QToolButton] = []
        self._width_with_words = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 6, 10, 6)
        self._row.setSpacing(1)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.menu_button = QToolButton()
        self.menu_button.setText("≡")
        self.menu_button.setObjectName("mainMenu")
        self.menu_button.setAccessibleName(_("Menu"))
        self.menu_button.setToolTip(_("Menu (F10)"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setShortcut(QKeySequence("F10"))
        self.menu_button.setMenu(self._main_menu(actions, recent))
        self._row.addWidget(self.menu_button)
        for name in ("new", "open", "save"):
            self._button(actions.commands[name], narrow_text=True)
        self._line()
        for name in ("undo", "redo"):
            self._button(actions.commands[name], text=False)
        self._line()
        for name in ("bold", "italic", "link"):
            self._button(actions.commands[name], text=False)
        self._line()
        for kind in IN_BAR:
            self._button(actions.kinds[kind])
        more = QToolButton()
        more.setText(_("More"))
        more.setObjectName("moreKinds")
        more.setAccessibleName(_("More kinds of block"))
        more.setIcon(icon("chevron-down", theme.colour["text"], theme.colour["disabled_text"]))
        more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        others = QMenu(more)
        others.addActions([action for name, action in actions.kinds.items() if name not in IN_BAR])
        more.setMenu(others)
        self._wide.append(more)
        self._row.addWidget(more)
        self._row.addStretch(1)
        self.pill = QPushButton()
        self.pill.setProperty("chip", True)
        self.pill.setObjectName("checksPill")
        self.pill.setToolTip(actions.commands["next_finding"].toolTip())
        self.pill.clicked.connect(actions.commands["next_finding"].trigger)
        self.pill.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.pill.hide()
        self._row.addWidget(self.pill)
        self._row.addSpacing(6)
        self.export = QPushButton(_("Export"))
        self.export.setProperty("primary", True)
        self.export.setObjectName("export")
        self.export.setToolTip(actions.commands["export"].toolTip())
        self.export.clicked.connect(actions.commands["export"].trigger)
        actions.commands["export"].enabledChanged.connect(self.export.setEnabled)
        self._row.addWidget(self.export)

    def show_checks(self, words: str, tone: str) -> None:
        """Tells on the button beside the export what the checks find; nothing hides it."""
        self.pill.setText(words)
        self.pill.setAccessibleName(_("Checks: {words}").format(words=words))
        self.pill.setProperty("tone", tone)
        self.pill.style().unpolish(self.pill)
        self.pill.style().polish(self.pill)
        if self.pill.isHidden() == bool(words):
            self.pill.setVisible(bool(words))
        self._fit()  # there is more or less room for the others

    def _main_menu(self, actions: Actions, recent: Callable[[QMenu], None]) -> QMenu:
        menu = QMenu(self)
        self.menus: dict[str, QMenu] = {}
        for name in MENUS:
            part = self.menus[name] = menu.addMenu(_(name))
            part.setToolTipsVisible(False)
            actions.fill(part, name)
            if name == MENUS[0]:
                last = part.addMenu(_("Last opened"))
                part.insertMenu(actions.commands["save"], last)
                last.aboutToShow.connect(lambda last=last: recent(last))
        return menu

    def _button(self, action: QAction, *, text: bool = True, narrow_text: bool = False) -> None:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setIconSize(QSize(17, 17))
        button.setAccessibleName(action.text().rstrip("…"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        style = Qt.ToolButtonStyle
        button.setToolButtonStyle(style.ToolButtonTextBesideIcon if text else style.ToolButtonIconOnly)
        if text and not narrow_text:
            self._wide.append(button)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row.addWidget(button)

    def _line(self) -> None:
        line = QFrame()
        line.setObjectName("barLine")
        line.setFixedHeight(30)
        self._row.addWidget(line)

    def minimumSizeHint(self) -> QSize:
        """Narrower than its words: the window may be, too."""
        return QSize(640, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button."""
        if not pressed_by_enter(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the words do not fit, the icons of blocks stand alone."""
        self._fit()

    def _fit(self) -> None:
        style = Qt.ToolButtonStyle
        if not self._width_with_words:
            self._width_with_words = self.sizeHint().width()
        pill = self.pill.sizeHint().width() + self._row.spacing() if not self.pill.isHidden() else 0
        fits = self.width() >= self._width_with_words + pill
        wanted = style.ToolButtonTextBesideIcon if fits else style.ToolButtonIconOnly
        for button in self._wide:
            if button.toolButtonStyle() != wanted:
                button.setToolButtonStyle(wanted)
