"""The commands of the library's window as data, and the bar that grows from them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from presskit.gui.commands import Command
from presskit.gui.enter import pressed_by_enter
from presskit.gui.icons import icon
from presskit.gui.library.manager_list import ICONS
from presskit.gui.theme import Theme
from presskit.i18n import N_, _
from presskit.library.items import KINDS, standing_kinds
from presskit.model.block import Block

# menu: "bar" or "more". when: "item" (one is shown), "kept" (and it is in the library), "changed" (it has
# changes), "undo", "redo", "write" (the library can be written to).
COMMANDS = (
    Command("new_item", N_("New…"), "Ctrl+N", "new", "bar", "write", tip=N_("Add something to the library")),
    Command("duplicate", N_("Duplicate"), "Ctrl+D", "duplicate", "bar", "kept"),
    Command("retire", N_("Retire"), "Ctrl+Shift+Delete", "trash", "bar", "kept",
            tip=N_("No longer offer it; it can be brought back")),
    Command("versions", N_("Versions…"), "Ctrl+Shift+H", "clock", "bar", "kept",
            tip=N_("Earlier versions: compare, and bring one back")),
    Command("undo", N_("Undo"), "Ctrl+Z", "undo", "icon", "undo", line=True),
    Command("redo", N_("Redo"), "Ctrl+Shift+Z", "redo", "icon", "redo"),
    Command("save", N_("Save"), "Ctrl+S", "save", "", "changed"),
    Command("revert", N_("Revert"), "Ctrl+Shift+R", "", "", "changed",
            tip=N_("Take back all that is not saved; undo brings it back")),
    Command("find_item", N_("Search"), "Ctrl+L", "search", "more", ""),
    Command("next_pane", N_("Next pane"), "F6", "", "", ""),
    Command("kits", N_("Kits that carry it…"), "Ctrl+Shift+K", "folder", "more", "kept",
            tip=N_("Recent kits with this item, old versions first")),
    Command("import_people", N_("Import…"), "Ctrl+Shift+I", "open", "more", "write", line=True,
            tip=N_("People from a table (CSV) or vCards, or a library that was handed over")),
    Command("hand_over", N_("Hand items over…"), "Ctrl+Shift+E", "export", "more", "",
            tip=N_("Write items to one file for another organization")),
    Command("duplicates", N_("Look for duplicates…"), "", "duplicate", "more", "write",
            tip=N_("Items that may be there twice, to be made one")),
    Command("copies", N_("Copies of the library…"), "", "save-as", "more", "",
            tip=N_("Back up now, check, or bring a dated copy back")),
    Command("which_library", N_("Which library…"), "", "settings", "more", "", line=True,
            tip=N_("Your own, a file elsewhere, or your team’s on a server")),
    Command("close", N_("Close"), "Ctrl+W", "close", "more", "", line=True),
)  # fmt: skip


class ManagerBar(QWidget):
    """The bar across the top of the library's window; its actions hold the keys, too."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        run: Mapping[str, Callable[[], object]],
        new: Callable[[str, type[Block] | None], None],
    ) -> None:
        """`run`: what each command does. `new`: begins an item of a kind; of which block, for one that stands
        for a block."""
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.commands: dict[str, QAction] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 6, 10, 6)
        self._row.setSpacing(1)
        for command in COMMANDS:
            self._add(window, command, run[command.id])
        self.new_menu = self._fill_new(new)
        self._row.addStretch(1)
        more = self._button(_("More"), "moreCommands", "chevron-down")
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        for command in COMMANDS:
            if command.menu == "more":
                if command.line:
                    menu.addSeparator()
                menu.addAction(self.commands[command.id])
        more.setMenu(menu)
        self._row.addWidget(more)
        self.save = QPushButton(_("Save"))
        self.save.setObjectName("saveItem")
        self.save.setProperty("primary", True)
        self.save.setToolTip(self.commands["save"].toolTip())
        self.save.clicked.connect(self.commands["save"].trigger)
        self.commands["save"].enabledChanged.connect(self.save.setEnabled)
        self._row.addWidget(self.save)

    def enable(self, holds: Mapping[str, bool]) -> None:
        """Enables each command by whether its `when` holds."""
        for command in COMMANDS:
            self.commands[command.id].setEnabled(holds.get(command.when, True))
        self.save.setEnabled(self.commands["save"].isEnabled())

    def open_new(self) -> None:
        """Opens the menu of what can be added, below its button."""
        button = self.findChild(QToolButton, "new_item")
        if button is not None:
            self.new_menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button."""
        if not pressed_by_enter(event):
            super().keyPressEvent(event)

    def _add(self, window: QWidget, command: Command, handler: Callable[[], object]) -> None:
        action = QAction(_(command.text), window)
        if command.icon:
            action.setIcon(self._icon(command.icon))
        keys = QKeySequence(command.keys)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(_(command.tip or command.text).rstrip("…") + (f" ({shown})" if shown else ""))
        action.triggered.connect(lambda _on=False: handler())
        window.addAction(action)
        self.commands[command.id] = action
        if command.menu not in {"bar", "icon"}:
            return
        if command.line:
            line = QFrame()
            line.setObjectName("barLine")
            line.setFixedHeight(30)
            self._row.addWidget(line)
        button = self._button("", command.id, "")
        button.setDefaultAction(action)
        button.setAccessibleName(action.text().rstrip("…"))
        if command.menu == "icon":
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._row.addWidget(button)

    def _button(self, text: str, name: str, picture: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setIconSize(QSize(17, 17))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if text:
            button.setText(text)
            button.setAccessibleName(text)
        if picture:
            button.setIcon(self._icon(picture))
        return button

    def _fill_new(self, new: Callable[[str, type[Block] | None], None]) -> QMenu:
        menu = QMenu(self)
        own = {"boilerplate", "statistics", "quote", "photo"}
        for kind, (one, _many) in KINDS.items():
            if kind == "standing":
                continue
            action = menu.addAction(self._icon(ICONS[kind]), _(one))
            action.triggered.connect(lambda _on=False, kind=kind: new(kind, None))
        standing = menu.addMenu(self._icon(ICONS["standing"]), _("Standing text"))
        for block in standing_kinds():
            name = str(block.__struct_config__.tag)
            if name not in own:
                action = standing.addAction(self._icon(name), _(block.label))
                action.triggered.connect(lambda _on=False, block=block: new("standing", block))
        return menu

    def _icon(self, name: str) -> QIcon:
        return icon(name, self._theme.colour["text"], self._theme.colour["disabled_text"])
