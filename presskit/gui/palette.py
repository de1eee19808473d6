"""The command palette: everything that can be done, found by a few letters."""

from collections.abc import Callable, Sequence
from html import escape

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from presskit.gui.paletteentries import Entry, Owner, entries
from presskit.gui.slips import meant
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.text.folding import fold

_WIDTH, _ROWS, _ROW = 640, 11, 34  # pixels, rows, pixels
_MOST = 60  # rows that are offered
_USED = 12  # commands remembered
_ENTRY, _HTML = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class Palette:
    """The command that opens it."""

    def __init__(self, window: QMainWindow, owner: Owner) -> None:
        self._window, self._owner = window, owner

    def attend(self, _workspace: Workspace) -> None:
        """It is about whatever can be done at the time."""

    def find_command(self) -> None:
        """Opens it, with what was used of late at the top."""
        popup = PalettePopup(
            self._window, entries(self._owner), self._owner.settings.commands_used, self._run
        )
        popup.open_over(self._window)

    def _run(self, entry: Entry) -> None:
        used = (entry.id, *(each for each in self._owner.settings.commands_used if each != entry.id))
        if not entry.id.startswith("go-"):
            self._owner.keep(replace(self._owner.settings, commands_used=used[:_USED]))
        # Once the popup is gone: what is done may open a dialog, in which events would go on.
        QTimer.singleShot(0, self._window, entry.act)


class PalettePopup(QFrame):
    """A field and what it finds. It goes when something is chosen, or anything else is clicked."""

    def __init__(
        self, parent: QWidget, found: Sequence[Entry], used: Sequence[str], run: Callable[[Entry], None]
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entries, self._used, self._run = list(found), list(used), run
        self._folded = [(fold(each.words), fold(f"{each.where} {each.words}")) for each in self._entries]
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        self.field = QLineEdit()
        self.field.setObjectName("paletteField")
        self.field.setPlaceholderText(_("What would you like to do?"))
        self.field.setAccessibleName(_("Find a command"))
        column.addWidget(self.field)
        self.list = QListWidget()
        self.list.setObjectName("paletteList")
        self.list.setAccessibleName(_("What was found"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_Row(self.list))
        column.addWidget(self.list, 1)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._take)

    def open_over(self, window: QWidget) -> None:
        """Opens at the top of a window, in its middle."""
        width = min(_WIDTH, window.width() - 40)
        self.resize(width, min(_ROWS * _ROW + 70, window.height() - 80))
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, 52)))
        self._find("")
        self.show()
        self.field.setFocus()

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """The arrows choose while one types, Enter takes."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS - 1,
            Qt.Key.Key_PageUp: 1 - _ROWS,
        }
        if event.key() in steps:
            step, count = steps[Qt.Key(event.key())], self.list.count()
            row = self.list.currentRow() + step
            row = row % count if abs(step) == 1 and count else min(max(row, 0), count - 1)
            self.list.setCurrentRow(row)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if (item := self.list.currentItem()) is not None:
                self._take(item)
            return True
        return False

    def _take(self, item: QListWidgetItem) -> None:
        entry = self._entries[item.data(_ENTRY)]
        self.close()
        self._run(entry)

    def _find(self, words: str) -> None:
        self.list.clear()
        wanted = fold(words).split()
        for number in self._ranked(wanted)[:_MOST]:
            entry = self._entries[number]
            item = QListWidgetItem()
            item.setData(_ENTRY, number)
            room = self.width() - 60 - self.fontMetrics().horizontalAdvance(f"{entry.where}   {entry.keys}")
            shown = self.fontMetrics().elidedText(entry.words, Qt.TextElideMode.ElideRight, max(room, 120))
            item.setData(_HTML, _marked(shown, wanted))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{entry.words}, {entry.where} {entry.keys}".strip()
            )
            item.setToolTip(entry.words)
            item.setSizeHint(QSize(0, _ROW))
            item.setData(Qt.ItemDataRole.StatusTipRole, f"{entry.where}\t{entry.keys}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _ranked(self, wanted: list[str]) -> list[int]:
        """The numbers of the entries that fit, the best first; of equals what was used of late."""
        late = {used: place for place, used in enumerate(self._used)}
        order = [late.get(each.id, len(late)) for each in self._entries]
        if not wanted:
            shown = [number for number, each in enumerate(self._entries) if not each.id.startswith("go-")]
            return sorted(shown, key=lambda number: order[number])
        scored = []
        for number, (name, whole) in enumerate(self._folded):
            if score := _score(wanted, name, whole):
                scored.append((-score, order[number], number))
        return [number for _score_, _order, number in sorted(scored)] or meant(
            " ".join(wanted), [name for name, _whole in self._folded], _ROWS
        )


def _score(wanted: list[str], name: str, whole: str) -> int:
    """How well words fit: at the beginning of all, of a word, anywhere; 0 where one does not."""
    score = 0
    for place, word in enumerate(wanted):
        if name.startswith(word) and place == 0:
            score += 8
        elif f" {word}" in name:
            score += 6
        elif word in name:
            score += 3
        elif f" {word}" in f" {whole}":
            score += 2
        elif not _initials(word, name):
            return 0
        else:
            score += 4
    return score


def _initials(word: str, name: str) -> bool:
    """Whether letters are those that the words of a name begin with: "sa" of "save as"."""
    return "".join(each[0] for each in name.split() if each).startswith(word) and len(word) > 1


def _marked(words: str, wanted: list[str]) -> str:
    """The words with the letters that were looked for in bold."""
    low = fold(words)
    if len(low) != len(words):  # a letter that folds to two, or none: none is marked rather than a wrong one
        return escape(words)
    hits = [False] * len(words)
    for word in wanted:
        at = low.find(word)
        if at >= 0:
            hits[at : at + len(word)] = [True] * len(word)
    return "".join(
        f"<b>{escape(each)}</b>" if hit else escape(each) for each, hit in zip(words, hits, strict=True)
    )


class _Row(QStyledItemDelegate):
    """Draws an entry: its words, at the right where it is and its keys."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground as the style has it, then the two texts."""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        box = option.rect.adjusted(10, 0, -10, 0)
        where, _tab, keys = str(index.data(Qt.ItemDataRole.StatusTipRole)).partition("\t")
        colour = option.palette.color(option.palette.ColorRole.PlaceholderText)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(colour)
        metrics = painter.fontMetrics()
        right = f"{where}   {keys}" if keys else where
        right = metrics.elidedText(right, Qt.TextElideMode.ElideMiddle, box.width() // 2)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, right)
        painter.restore()
        room = box.width() - metrics.horizontalAdvance(right) - 16
        text = QTextDocument()
        text.setDefaultFont(option.font)
        text.setDocumentMargin(0)
        text.setDefaultStyleSheet(
            f"body {{ color: {option.palette.color(option.palette.ColorRole.Text).name()}; }}"
        )
        text.setHtml(f"<body>{index.data(_HTML)}</body>")
        painter.save()
        painter.setClipRect(box.adjusted(0, 0, room - box.width(), 0))
        painter.translate(box.left(), box.top() + (box.height() - text.size().height()) / 2)
        text.drawContents(painter)
        painter.restore()
