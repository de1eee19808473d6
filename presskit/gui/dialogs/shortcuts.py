"""The keys of every command, read off the table of commands; any of them can be changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from presskit.gui.commands import Keyed, keyed, keys_in_use
from presskit.i18n import _
from presskit.text.folding import fold

_NATIVE = QKeySequence.SequenceFormat.NativeText
_PORTABLE = QKeySequence.SequenceFormat.PortableText
_ID = Qt.ItemDataRole.UserRole


def native(keys: str) -> str:
    """Keys as this desktop writes them."""
    return QKeySequence(keys).toString(_NATIVE)


def shortcut_rows() -> list[tuple[str, str, str]]:
    """(menu, command, keys as this desktop writes them) of every command that has keys of its own."""
    return [(_(each.menu), words(each), native(each.keys)) for each in keyed() if each.keys]


def words(command: Keyed) -> str:
    """What a command is called."""
    return _(command.text).rstrip("…")


def types(keys: str) -> bool:
    """Whether keys are a letter, a digit or a mark that would be typed: those are for writing."""
    found = QKeySequence(keys)
    if found.isEmpty():
        return False
    first = found[0]  # type: ignore[index]
    held = first.keyboardModifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    writes = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
    moves = {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
    plain = first.key() < Qt.Key.Key_Escape or first.key() in writes | moves | {Qt.Key.Key_Escape}
    return plain and held == Qt.KeyboardModifier.NoModifier


class ShortcutsPane(QWidget):
    """changed: the keys that differ from the commands' own, by id."""

    changed = Signal(object)

    def __init__(self, own: dict[str, str]) -> None:
        super().__init__()
        self._own = dict(own)
        self._items: list[QTreeWidgetItem] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Find a command or keys"))
        self.search.setAccessibleName(_("Find a command or keys"))
        self.search.setObjectName("keysSearch")
        self.search.textChanged.connect(self._fill)
        column.addWidget(self.search)
        self.list = QTreeWidget()
        self.list.setObjectName("keysList")
        self.list.setAccessibleName(_("Keyboard shortcuts"))
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([_("Command"), _("Keys")])
        self.list.setUniformRowHeights(True)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        column.addLayout(row)
        self.press = QKeySequenceEdit()
        self.press.setObjectName("keysPress")
        self.press.setMaximumSequenceLength(1)
        self.press.setAccessibleName(_("Press the new keys"))
        self.press.setToolTip(_("Press the new keys"))
        self.give, self.clear, self.back = (
            QPushButton(),
            QPushButton(_("No keys")),
            QPushButton(_("Its own keys")),
        )
        for button, name in ((self.give, "keysGive"), (self.clear, "keysClear"), (self.back, "keysBack")):
            button.setObjectName(name)
            button.setAutoDefault(False)
        row.addWidget(self.press, 1)
        for button in (self.give, self.clear, self.back):
            row.addWidget(button)
        self.note = QLabel()
        self.note.setObjectName("fieldLabel")
        self.note.setWordWrap(True)
        column.addWidget(self.note)
        self.press.keySequenceChanged.connect(self._show)
        self.give.clicked.connect(self._give)
        self.clear.clicked.connect(lambda: self._set(""))
        self.back.clicked.connect(lambda: self._set(None))
        self.list.currentItemChanged.connect(lambda *_items: self._show())
        self._fill()

    def has_rows(self) -> bool:
        """Whether any command has the words that are looked for."""
        return self.list.topLevelItemCount() > 0

    def to_defaults(self) -> None:
        """Gives every command its own keys."""
        if self._own:
            self._own = {}
            self._fill()
            self.changed.emit({})

    def choose(self, command: str) -> None:
        """Goes to a command."""
        for item in self._items:
            if item.data(0, _ID) == command:
                self.list.setCurrentItem(item)

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return str(item.data(0, _ID) or "") if item is not None else ""

    def _fill(self, *_words: str) -> None:
        chosen, wanted = self._chosen(), fold(self.search.text()).split()
        keys = keys_in_use(self._own)
        self.list.clear()
        menus: dict[str, QTreeWidgetItem] = {}
        self._items.clear()
        for each in keyed():
            said = fold(f"{_(each.menu)} {words(each)} {native(keys[each.id])}")
            if not all(word in said for word in wanted):
                continue
            if each.menu not in menus:
                menus[each.menu] = QTreeWidgetItem(self.list, [_(each.menu), ""])
            shown = native(keys[each.id])
            item = QTreeWidgetItem(menus[each.menu], [words(each), shown])
            item.setData(0, _ID, each.id)
            self._items.append(item)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{words(each)}: {shown or _('No keys')}")
            if each.id in self._own:
                font = item.font(1)
                font.setBold(True)
                item.setFont(1, font)
        self.list.expandAll()
        self.choose(chosen)
        self._show()

    def _holder(self, keys: str) -> str:
        """The command that has keys already, other than the chosen one; nothing where none has."""
        found = keys_in_use(self._own)
        wanted = QKeySequence(keys)
        chosen = self._chosen()
        return next(
            (each for each, has in found.items() if has and each != chosen and QKeySequence(has) == wanted),
            "",
        )

    def _show(self, *_keys: object) -> None:
        chosen, pressed = self._chosen(), self.press.keySequence().toString(_PORTABLE)
        holder = self._holder(pressed) if pressed else ""
        typed = types(pressed)
        self.give.setText(_("Take them over") if holder else _("Give these keys"))
        self.give.setEnabled(bool(chosen and pressed) and not typed)
        self.clear.setEnabled(bool(chosen and keys_in_use(self._own)[chosen]))
        self.back.setEnabled(chosen in self._own)
        if typed:
            self.note.setText(_("These keys are for writing. Hold Ctrl or Alt besides."))
        elif holder:
            name = next(words(each) for each in keyed() if each.id == holder)
            self.note.setText(_("“{command}” has these keys, and would have none.").format(command=name))
        elif not chosen:
            self.note.setText(_("Choose a command, then press the keys that it is to have."))
        else:
            self.note.setText("")

    def _give(self) -> None:
        pressed = self.press.keySequence().toString(_PORTABLE)
        if holder := self._holder(pressed):
            self._own[holder] = ""
        self._set(pressed)

    def _set(self, keys: str | None) -> None:
        """Gives the chosen command keys, or none; None for its own."""
        chosen = self._chosen()
        if not chosen:
            return
        own = next(each.keys for each in keyed() if each.id == chosen)
        self._own.pop(chosen, None)
        if keys is not None and keys != own:
            self._own[chosen] = keys
        self.press.clear()
        self._fill()
        self.changed.emit(dict(self._own))
