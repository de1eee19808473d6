"""The panel below the cards: what the checks find, the gravest first."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from presskit.checking import Finding, overridden
from presskit.gui.checks.row import WORDS, FindingRow
from presskit.gui.elided import ElidedLabel
from presskit.gui.wholerow import WholeRow
from presskit.i18n import _, ngettext
from presskit.model.kit import Kit

MOST_SHOWN = 80  # findings: who has more puts these right first
_ROW = 32  # pixels
_TALLEST = 0.19  # of the window's height


class FindingList(QListWidget):
    """The findings. Enter goes to the place, the menu key offers what can be done."""

    menu_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("findings")
        self.setItemDelegate(WholeRow(self))
        self.setAccessibleName(_("What the checks find"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)

    def sizeHint(self) -> QSize:
        """As high as its lines, up to a few."""
        tallest = max(self.window().height() * _TALLEST, 2.5 * _ROW)
        return QSize(super().sizeHint().width(), round(min(_ROW * max(self.count(), 1), tallest)) + 4)

    def minimumSizeHint(self) -> QSize:
        """A line or two at least."""
        return QSize(120, round(_ROW * min(max(self.count(), 1), 2)) + 4)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the line that is chosen, or pointed at."""
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            if (item := self.itemAt(at)) is not None:
                self.setCurrentItem(item)
        elif (item := self.currentItem()) is not None:
            at = self.visualItemRect(item).bottomLeft()
        self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is as a click."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (item := self.currentItem()) is not None:
            self.itemActivated.emit(item)
        else:
            super().keyPressEvent(event)


class ChecksPanel(QFrame):
    """Lists findings. went: go to a finding. acted: do what its button says. menu_asked: what else can be
    done with it, at a point of the screen. house_asked, passed_asked: the house style, and what is passed
    over, are asked for, below a button. folded: it was folded or unfolded."""

    went = Signal(object)
    acted = Signal(object)
    menu_asked = Signal(object, QPoint)
    house_asked = Signal(object)
    passed_asked = Signal(object)
    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checksPanel")
        self._shown: tuple[tuple[Finding, str], ...] = ()
        self.title = QLabel(_("CHECKS"))
        self.title.setObjectName("panelTitle")
        self.told = ElidedLabel()
        self.told.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.told.setObjectName("checksTold")
        self.passed = QPushButton()
        self.passed.setProperty("flat", True)
        self.passed.setObjectName("checksPassed")
        self.passed.setAccessibleName(_("Passed over"))
        self.passed.hide()
        self.passed.setToolTip(_("What you chose to ignore, or to send all the same"))
        self.passed.clicked.connect(lambda: self.passed_asked.emit(self.passed))
        self.house = QPushButton()
        self.house.setProperty("flat", True)
        self.house.setObjectName("houseStyle")
        self.house.setAccessibleName(_("House style"))
        self.house.setToolTip(_("The house style whose rules and limits the checks go by"))
        self.house.clicked.connect(lambda: self.house_asked.emit(self.house))
        self.fold = QToolButton()
        self.fold.setObjectName("foldChecks")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._folded)
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 0, 0)
        head.setSpacing(8)
        for widget in (self.title, self.told):
            head.addWidget(widget)
        head.addStretch(1)
        for button in (self.passed, self.house, self.fold):
            head.addWidget(button)
        self.list = FindingList()
        self.list.itemActivated.connect(lambda item: self._emit_of(item, self.went))
        self.list.menu_asked.connect(self._menu_at)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 6, 22, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.list)
        self._folded(is_folded=False)

    def _folded(self, is_folded: bool) -> None:
        self.list.setVisible(not is_folded)
        self.fold.setText("▴" if is_folded else "▾")
        label = _("Show the checks") if is_folded else _("Hide the checks")
        self.fold.setAccessibleName(label)
        self.fold.setToolTip(label)
        self.folded.emit(is_folded)

    def show_findings(self, kit: Kit, findings: Sequence[Finding], house: str, passed: int) -> None:
        """Lists findings; the line that was chosen stays so where it is still there."""
        self.house.setText(_("house style: {name}").format(name=house))
        self.passed.setVisible(passed > 0)
        told = ngettext("{count} passed over", "{count} passed over", passed)
        self.passed.setText(told.format(count=passed))
        shown = tuple((each, overridden(kit, each)) for each in findings[:MOST_SHOWN])
        more = len(findings) - len(shown)
        self.told.setText(_summary(kit, findings) + (_(" · {count} more").format(count=more) if more else ""))
        if shown == self._shown and self.list.count():
            return
        current = self.current()
        place = self.list.currentRow()
        self._shown = shown
        self.list.clear()
        for finding, reason in shown:
            self._add(finding, reason)
        if not shown:
            item = QListWidgetItem(_("Nothing found: it can go out."))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
        self._choose(current, place)
        self.list.updateGeometry()

    def _add(self, finding: Finding, reason: str) -> None:
        item = QListWidgetItem()
        item.setSizeHint(QSize(0, _ROW))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_(WORDS[finding.severity])}: {finding.words}")
        self.list.addItem(item)
        row = FindingRow(finding, reason)
        row.acted.connect(lambda: self._emit_of(item, self.acted))
        row.chosen.connect(lambda: self.list.setCurrentItem(item))
        row.gone_to.connect(lambda: self._emit_of(item, self.went))
        row.more.connect(
            lambda button: self.menu_asked.emit(finding, button.mapToGlobal(button.rect().bottomLeft()))
        )
        self.list.setItemWidget(item, row)

    def _choose(self, current: Finding | None, place: int) -> None:
        """Chooses the finding that was chosen, or what has come into its place."""
        for number, (finding, _reason) in enumerate(self._shown):
            if current is not None and (finding.rule, finding.block, finding.found) == (
                current.rule,
                current.block,
                current.found,
            ):
                self.list.setCurrentRow(number)
                return
        if self._shown:
            self.list.setCurrentRow(min(max(place, 0), len(self._shown) - 1))

    def _emit_of(self, item: QListWidgetItem, signal: SignalInstance) -> None:
        self.list.setCurrentItem(item)
        if (finding := self.current()) is not None:
            signal.emit(finding)

    def _menu_at(self, at: QPoint) -> None:
        if (finding := self.current()) is not None:
            self.menu_asked.emit(finding, at)

    def current(self) -> Finding | None:
        """The finding that is chosen."""
        row = self.list.currentRow()
        return self._shown[row][0] if 0 <= row < len(self._shown) else None

    def choose(self, finding: Finding) -> None:
        """Chooses a finding."""
        for number, (each, _reason) in enumerate(self._shown):
            if each == finding:
                self.list.setCurrentRow(number)


def _summary(kit: Kit, findings: Sequence[Finding]) -> str:
    stops = sum(each.severity == "stops" and not overridden(kit, each) for each in findings)
    advice = sum(each.severity == "warns" for each in findings)
    notes = sum(each.severity == "informs" for each in findings)
    told = [
        _("{count} to fix").format(count=stops) if stops else "",
        ngettext("{count} advice", "{count} advice", advice).format(count=advice) if advice else "",
        ngettext("{count} note", "{count} notes", notes).format(count=notes) if notes else "",
    ]
    return " · ".join(each for each in told if each)


def pill_words(kit: Kit, findings: Sequence[Finding]) -> tuple[str, str]:
    """What the button of the top bar says, and its tone."""
    stops = sum(each.severity == "stops" and not overridden(kit, each) for each in findings)
    advice = sum(each.severity == "warns" for each in findings)
    if stops and advice:
        told = ngettext("{stops} to fix · {count} advice", "{stops} to fix · {count} advice", advice)
        return told.format(stops=stops, count=advice), "warn"
    if stops:
        return _("{count} to fix").format(count=stops), "warn"
    if advice:
        return ngettext("{count} advice", "{count} advice", advice).format(count=advice), ""
    return _("✓ Ready to go out"), "good"
