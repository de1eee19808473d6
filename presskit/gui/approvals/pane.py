"""The list of all whose word the release needs, beside its cards."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from presskit.asking.clearances import Clearance, clearances
from presskit.gui.elided import ElidedLabel
from presskit.gui.wholerow import WholeRow
from presskit.gui.wraprow import WrapRow
from presskit.i18n import N_, _, ngettext
from presskit.model.locale_words import day
from presskit.session import Session

_ROW = 54  # pixels
_STANDINGS = {
    "draft": (N_("Not asked"), "warn"),
    "sent": (N_("Asked"), "info"),
    "approved": (N_("Approved"), "good"),
    "changed since sent": (N_("Ask again"), "warn"),
    "changed since approval": (N_("Ask again"), "warn"),
}


def chip_of(clearance: Clearance) -> tuple[str, str]:
    """How far a clearance has come: a word or two, and their tone."""
    words, tone = _STANDINGS[clearance.standing]
    return _(words), tone


def told_of(clearance: Clearance) -> str:
    """How far a clearance has come, as a sentence."""
    when = day(clearance.when.date()) if clearance.when else ""
    match clearance.standing:
        case "approved":
            return _("Approved by {who}, {when}").format(who=clearance.who, when=when)
        case "sent":
            return _("Asked on {when}, no answer yet").format(when=when)
        case "changed since approval":
            return _("Changed since it was approved")
        case "changed since sent":
            return _("Changed since it was sent")
        case _:
            return _("Has not seen these words")


class Row(QFrame):
    """One of them: the name, how far it has come, and the first words."""

    def __init__(self, clearance: Clearance) -> None:
        super().__init__()
        self.setObjectName("clearance")
        chip, tone = chip_of(clearance)
        self.chip = QLabel(chip)
        self.chip.setObjectName("severity")
        self.chip.setProperty("tone", tone)
        self.chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.chip.setFixedHeight(20)
        self.chip.setContentsMargins(6, 0, 6, 0)
        name = ElidedLabel(clearance.name or _("Nobody named"))
        name.setObjectName("clearanceName")
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        quoted = clearance.words if clearance.standing == "draft" else ""
        words = ElidedLabel(quoted or told_of(clearance))
        words.setObjectName("clearanceWords")
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setToolTip(f"{told_of(clearance)}\n{clearance.words}")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(name, 1)
        head.addWidget(self.chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 8, 6)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(words)


class ClearanceList(QListWidget):
    """The list. Enter goes to the quote, the menu key offers what can be done."""

    menu_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clearances")
        self.setItemDelegate(WholeRow(self))
        self.setAccessibleName(_("Approvals"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)  # or lines stay as wide as they were when hidden
        self.setSpacing(2)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the one that is chosen, or pointed at."""
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            if (item := self.itemAt(at)) is not None:
                self.setCurrentItem(item)
        elif (item := self.currentItem()) is not None:
            at = self.visualItemRect(item).bottomLeft()
        self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is as a double click."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (item := self.currentItem()) is not None:
            self.itemActivated.emit(item)
        else:
            super().keyPressEvent(event)


class ApprovalsPane(QWidget):
    """All whose word is needed, those who are open first.

    go: to the quote of that id. wanted: a command, by its id, about the chosen one. counted: how many are
    open. menu_asked: what can be done with the chosen one, at a point of the screen.
    """

    go = Signal(str)
    wanted = Signal(str)
    counted = Signal(int)
    menu_asked = Signal(object, QPoint)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: list[Clearance] = []
        self.none = QLabel(
            _("Nobody is quoted here yet. Quotes and the partners that you name wait here for approval.")
        )
        self.none.setObjectName("shelfNote")
        self.none.setWordWrap(True)
        self.still = QLabel()
        self.still.setObjectName("panelTitle")
        self.still.setWordWrap(True)
        self.list = ClearanceList()
        self.list.itemActivated.connect(self._went)
        self.list.itemClicked.connect(self._went)
        self.list.menu_asked.connect(self._menu_at)
        self.list.currentRowChanged.connect(self._show_chosen)
        buttons = QWidget()
        rows = WrapRow(6)
        buttons.setLayout(rows)
        self.buttons: dict[str, QPushButton] = {}
        labels = {
            "ask_approval": (_("Ask…"), _("Write to whoever is chosen, with the exact words")),
            "record_approval": (_("Record…"), _("Record what they answered: who, when and how")),
            "ask_all": (_("Ask all…"), _("A letter for each who is open, as files for the mail program")),
            "approval_sheet": (_("Printed sheet…"), _("A page on which all can sign")),
            "add_partner": (_("Add a partner…"), _("An organization named here whose word you want")),
        }
        for command, (text, tip) in labels.items():
            button = self.buttons[command] = QPushButton(text)
            button.setObjectName(f"approvals-{command}")
            button.setAccessibleName(text.rstrip("…"))
            button.setToolTip(tip)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, command=command: self.wanted.emit(command))
            rows.put(button, stretch=1, least=button.sizeHint().width())
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 4)
        column.setSpacing(4)
        column.addWidget(self.none)
        column.addWidget(self.still)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.look()

    def look(self) -> None:
        """Shows the release as it is now."""
        found = clearances(self._session.release)
        self.counted.emit(sum(each.is_open for each in found))
        self.none.setVisible(not found)
        self.still.setVisible(bool(found))
        count = sum(each.is_open for each in found)
        told = ngettext("{count} HAS STILL TO APPROVE", "{count} HAVE STILL TO APPROVE", count)
        self.still.setText(told.format(count=count) if count else _("ALL HAVE APPROVED"))
        self.list.setVisible(bool(found))
        chosen = self.current()
        for command in ("ask_approval", "record_approval"):
            self.buttons[command].setEnabled(bool(found))
        self.buttons["ask_all"].setEnabled(any(each.is_open for each in found))
        self.buttons["approval_sheet"].setEnabled(bool(found))
        if found == self._shown and self.list.count():
            return
        self._shown = found
        self.list.clear()
        for each in found:
            item = QListWidgetItem()
            item.setSizeHint(QSize(0, _ROW))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{each.name}: {told_of(each)}")
            self.list.addItem(item)
            self.list.setItemWidget(item, Row(each))
        same = [
            number
            for number, each in enumerate(found)
            if chosen is not None and (each.block, each.name) == (chosen.block, chosen.name)
        ]
        if found:
            self.list.setCurrentRow(same[0] if same else 0)

    def current(self) -> Clearance | None:
        """The one that is chosen."""
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _show_chosen(self, row: int) -> None:
        for number in range(self.list.count()):
            line = self.list.itemWidget(self.list.item(number))
            if isinstance(line, Row) and bool(line.property("chosen")) != (number == row):
                line.setProperty("chosen", number == row)
                line.style().unpolish(line)
                line.style().polish(line)

    def open_ones(self) -> list[Clearance]:
        """Those whose word is still wanted."""
        return [each for each in self._shown if each.is_open]

    def _went(self, _item: QListWidgetItem) -> None:
        chosen = self.current()
        if chosen is not None and chosen.block:
            self.go.emit(chosen.block)

    def _menu_at(self, at: QPoint) -> None:
        if (chosen := self.current()) is not None:
            self.menu_asked.emit(chosen, at)
