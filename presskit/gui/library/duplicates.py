"""Items that may be one: pairs with the reason, side by side, made one by choice, or told apart."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from presskit.gui.library.desk import Desk
from presskit.gui.library.merge import Question, theme_of
from presskit.i18n import _, ngettext
from presskit.library.duplicates import Cancelled, Pair, find
from presskit.library.items import KINDS, Item
from presskit.library.merging import Choice, Difference, apart, merge
from presskit.library.problems import LibraryProblem
from presskit.library.shelf import Shelf
from presskit.model.locale_words import number

_SIZE = (960, 620)  # pixels
_UNASKED = {"retired", "merged_into"}


class PairView(QWidget):
    """Two items side by side, with a question for each answer that they do not share."""

    def __init__(self, keep: Item, drop: Item) -> None:
        super().__init__()
        self.keep, self.drop = keep, drop
        theme = theme_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        found = [each for each in apart(None, keep, drop) if each.path not in _UNASKED]
        names = (_("Kept: {name}").format(name=keep.name), _("Merged into it: {name}").format(name=drop.name))
        takes = (_("Take the first"), _("Take the second"))
        self.questions = [Question(each, names, theme, takes) for each in found]
        if not found:
            column.addWidget(QLabel(_("They say the same.")))
        for question in self.questions:
            question.take(_usual(question.asked))
            column.addWidget(question)
        column.addStretch(1)

    def choices(self) -> dict[str, Choice]:
        """What was chosen, by path."""
        return {each.asked.path: each.answer for each in self.questions if each.answer is not None}


def _usual(asked: Difference) -> str:
    """Both where both can stand; what there is where one has nothing; else what the kept one says."""
    if asked.joins:
        return "both"
    return "mine" if asked.mine else "theirs"


class DuplicatesDialog(QDialog):
    """different: pairs that were told apart, by their ids, which are not shown again."""

    def __init__(self, parent: QWidget, desk: Desk, different: set[frozenset[str]]) -> None:
        super().__init__(parent)
        self._desk, self._different = desk, different
        self._pairs: list[Pair] = []
        self._swapped = self._closed = False
        self._view: PairView | None = None
        self.setObjectName("duplicates")
        self.setWindowTitle(_("Items that may be one"))
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        self.told = QLabel(_("Looking through the library…"))
        self.told.setObjectName("duplicatesTold")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.told)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Work goes on"))
        column.addWidget(self.progress)
        both = QHBoxLayout()
        both.setSpacing(12)
        self.list = QListWidget()
        self.list.setObjectName("pairs")
        self.list.setAccessibleName(_("Pairs that may be one, the likeliest first"))
        self.list.setFixedWidth(300)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _row: self._show(swapped=False))
        both.addWidget(self.list)
        self.area = QScrollArea()
        self.area.setObjectName("mergePage")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        both.addWidget(self.area, 1)
        column.addLayout(both, 1)
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.merge_button = self._button(buttons, _("Merge"), "mergePair", role.ActionRole)
        self.merge_button.setProperty("primary", True)
        self.merge_button.setToolTip(_("Makes one of the two; the other is retired, with all its versions"))
        self.merge_button.clicked.connect(self._merge)
        self.swap = self._button(buttons, _("Keep the other one"), "swapPair", role.ActionRole)
        self.swap.clicked.connect(lambda: self._show(swapped=not self._swapped))
        self.apart = self._button(buttons, _("Not the same"), "notTheSame", role.ActionRole)
        self.apart.setToolTip(_("Leaves both as they are; they are not shown again until the program ends"))
        self.apart.clicked.connect(self._tell_apart)
        self.leave = self._button(buttons, _("Cancel"), "leavePairs", role.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self._follow()
        self._look()

    @staticmethod
    def _button(
        buttons: QDialogButtonBox, label: str, name: str, role: QDialogButtonBox.ButtonRole
    ) -> QPushButton:
        button = buttons.addButton(label, role)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    # --- looking

    def _look(self) -> None:
        def work(shelf: Shelf) -> list[Pair]:
            try:
                return find(shelf.everything(), lambda: self._closed)
            except Cancelled:
                return []

        self._desk.ask(work, self._came, self._failed)

    def _came(self, found: list[Pair]) -> None:
        if self._closed:
            return
        self.progress.hide()
        self.leave.setText(_("Close"))
        self._fill([each for each in found if _ids(each) not in self._different])

    def _fill(self, pairs: list[Pair]) -> None:
        row = max(self.list.currentRow(), 0)
        self._pairs = pairs
        self.list.clear()
        for pair in pairs:
            kind = _(KINDS[pair.one.kind][0])
            told = _("{one} and {other}").format(one=pair.one.name, other=pair.other.name)
            item = QListWidgetItem(f"{told}\n{kind}: {pair.why}")
            item.setToolTip(told)
            self.list.addItem(item)
        if pairs:
            told = ngettext(
                "{count} pair may be one. Look at it: nothing is done without you.",
                "{count} pairs may be one. Look at each: nothing is done without you.",
                len(pairs),
            )
            self.told.setText(told.format(count=number(len(pairs))))
            self.list.setCurrentRow(min(row, len(pairs) - 1))
            self.list.setFocus()
        else:
            self.told.setText(_("Nothing in the library seems to be there twice."))
            self._show(swapped=False)

    def _show(self, *, swapped: bool) -> None:
        row = self.list.currentRow()
        self._swapped = swapped
        if 0 <= row < len(self._pairs):
            pair = self._pairs[row]
            keep, drop = (pair.other, pair.one) if swapped else (pair.one, pair.other)
            self._view = PairView(keep, drop)
            self._put(self._view)
        else:
            self._view = None
            self._put(QWidget())
        self._follow()

    def _put(self, widget: QWidget) -> None:
        if (old := self.area.takeWidget()) is not None:
            old.hide()
            old.deleteLater()
        self.area.setWidget(widget)

    def _follow(self) -> None:
        shelf = self._desk.shelf
        can = self._view is not None and not self.progress.isVisible()
        self.merge_button.setEnabled(can and not (shelf is not None and shelf.read_only))
        self.swap.setEnabled(can)
        self.apart.setEnabled(can)

    # --- deciding

    def _tell_apart(self) -> None:
        if self._view is not None:
            self._different.add(frozenset((self._view.keep.id, self._view.drop.id)))
            self._fill([each for each in self._pairs if _ids(each) not in self._different])

    def _merge(self) -> None:
        view = self._view
        if view is None:
            return
        keep, drop, choices = view.keep, view.drop, view.choices()
        self.progress.show()
        self._follow()
        self._desk.change(lambda shelf: merge(shelf, keep, drop, choices), self._merged, self._failed)

    def _merged(self, kept: Item) -> None:
        if self._closed:
            return
        self.progress.hide()
        gone = self._view.drop.id if self._view is not None else ""
        fresh = []
        for pair in self._pairs:
            if gone not in {pair.one.id, pair.other.id}:
                one, other = (kept if each.id == kept.id else each for each in (pair.one, pair.other))
                fresh.append(pair._replace(one=one, other=other))
        self._fill(fresh)
        told = _("“{name}” is one now. {more}")
        self.told.setText(told.format(name=kept.name, more=self.told.text()))

    def _failed(self, problem: LibraryProblem) -> None:
        if self._closed:
            return
        self.progress.hide()
        self.told.setText(problem.sentence)
        self._follow()

    def done(self, result: int) -> None:
        """Stops what runs; what is being merged is merged."""
        self._closed = True
        super().done(result)


def _ids(pair: Pair) -> frozenset[str]:
    return frozenset((pair.one.id, pair.other.id))
