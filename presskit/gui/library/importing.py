"""Imports people from a table or vCards: what each column is, who would come in, and who is there already.
Nothing is written before Import."""

from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from presskit.gui.editor.fields import ChoiceField
from presskit.gui.library.desk import Desk
from presskit.i18n import N_, _, ngettext
from presskit.library.columns import FIELDS
from presskit.library.incoming import Liking, Planned, plan, take
from presskit.library.items import Item
from presskit.library.people import Person
from presskit.library.problems import LibraryProblem
from presskit.library.shelf import Shelf
from presskit.library.spreadsheet import (
    MOST_BYTES,
    People,
    Table,
    TableProblem,
    guess_columns,
    people,
    read_table,
)
from presskit.library.vcards import read_cards
from presskit.model.locale_words import number
from presskit.reasons import why_unread

SUFFIXES = (".csv", ".tsv", ".txt", ".vcf")
_SIZE = (880, 640)  # pixels
_SHOWN = 100  # people of the preview
_TOLD = 4  # problems that are told in full
_EXAMPLES = 3  # values of a column
_WHAT = {
    "new": N_("new"),
    "same": N_("there already"),
    "like": N_("like “{name}”"),
    "twice": N_("twice in this file"),
}


class Preview(NamedTuple):
    """What a table would bring."""

    found: People
    planned: list[Planned]


def read_file(path: Path, header: bool | None) -> Table | People:
    """The table in a file, or the people of its vCards; raises TableProblem."""
    is_cards = path.suffix.lower() == ".vcf"
    try:
        with path.open("rb") as file:
            data = file.read((MOST_BYTES * 5 if is_cards else MOST_BYTES) + 1)
    except OSError as problem:
        told = _("{file} cannot be read: {why}.")
        raise TableProblem(told.format(file=path.name, why=why_unread(problem))) from problem
    return read_cards(data) if is_cards else read_table(data, header=header)


class ImportDialog(QDialog):
    """count: how many people are new or changed, once it was accepted."""

    def __init__(self, parent: QWidget, desk: Desk, path: Path) -> None:
        super().__init__(parent)
        self._desk, self._path = desk, path
        self._table: Table | None = None
        self._cards: People | None = None
        self._preview: Preview | None = None
        self._looks = self._again = self._closed = False
        self.count = 0
        self.setObjectName("importing")
        self.setWindowTitle(_("Import people from {file}").format(file=path.name))
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(7)
        self.told = QLabel(_("Reading {file}…").format(file=path.name))
        self.told.setObjectName("importTold")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.told)
        self.header = QCheckBox(_("The first row says what the columns are"))
        self.header.setObjectName("importHeader")
        self.header.clicked.connect(self._read)
        column.addWidget(self.header)
        names = (_("Column"), _("Examples"), _("Comes in as"))
        self.columns = _grid("importColumns", _("Columns of the file"), names)
        column.addWidget(self.columns, 2)
        heads = (_("Row"), _("Name"), _("Role and organization"), _("How to reach"), _("What happens"))
        self.rows = _grid("importRows", _("People as they would come in"), heads)
        column.addWidget(self.rows, 3)
        self.problems = QLabel()
        self.problems.setObjectName("importProblems")
        self.problems.setProperty("tone", "bad")
        self.problems.setWordWrap(True)
        self.problems.setTextFormat(Qt.TextFormat.PlainText)
        self.problems.hide()
        column.addWidget(self.problems)
        column.addLayout(self._furnish_ways())
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Work goes on"))
        column.addWidget(self.progress)
        buttons = QDialogButtonBox()
        self.take = buttons.addButton(_("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setObjectName("import")
        self.take.setProperty("primary", True)
        self.leave = buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._import)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.header.setEnabled(False)
        self._follow()
        self._ask(None)

    def _furnish_ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.liking = QComboBox()
        self.liking.setObjectName("importLiking")
        self.liking.setAccessibleName(_("Who is there already"))
        for value, label in (
            ("complete", _("fill in what they lack")),
            ("leave", _("leave them out")),
            ("add", _("add them all the same")),
        ):
            self.liking.addItem(label, value)
        self.liking.currentIndexChanged.connect(lambda _at: self._follow())
        self.tags = QLineEdit()
        self.tags.setObjectName("importTags")
        self.tags.setPlaceholderText(_("press list, spring"))
        self.tags.setAccessibleName(_("Tags for all of them"))
        for label, field in ((_("Who is there already:"), self.liking), (_("Tags for all:"), self.tags)):
            words = QLabel(label)
            words.setBuddy(field)
            row.addWidget(words)
            row.addWidget(field, 1 if field is self.tags else 0)
        return row

    # --- reading

    def _read(self) -> None:
        self._ask(self.header.isChecked())

    def _ask(self, header: bool | None) -> None:
        path = self._path
        self._desk.ask(lambda _shelf: read_file(path, header), self._came, self._failed)

    def _came(self, found: Table | People) -> None:
        if self._closed:
            return
        if isinstance(found, People):
            self._cards = found
            told = ngettext("{count} card.", "{count} cards.", len(found.rows))
            self.told.setText(told.format(count=number(len(found.rows))))
            self.header.hide()
            self.columns.hide()
            self.rows.setHorizontalHeaderItem(0, QTableWidgetItem(_("Card")))
            self._look()
            return
        table = self._table = found
        self.header.setEnabled(True)
        self.header.setChecked(table.has_header)
        told = ngettext(
            "{count} row, parted by {marks}, read as {encoding}.",
            "{count} rows, parted by {marks}, read as {encoding}.",
            len(table.rows),
        )
        self.told.setText(
            told.format(
                count=number(len(table.rows)), marks=table.parted_by(), encoding=table.encoding.upper()
            )
        )
        guessed = guess_columns(table.header, table.rows)
        self.columns.setRowCount(len(table.header))
        for at, name in enumerate(table.header):
            values = [row[at] for row in table.rows[:50] if row[at]]
            self.columns.setItem(at, 0, _cell(name))
            self.columns.setItem(at, 1, _cell(" · ".join(dict.fromkeys(values[:_EXAMPLES]))))
            field = ChoiceField((("", N_("(left out)")), *FIELDS.items()))
            field.setAccessibleName(_("{column} comes in as").format(column=name))
            field.show_answer(guessed.get(at, ""))
            field.edited.connect(self._look)
            self.columns.setCellWidget(at, 2, field)
        self.columns.resizeRowsToContents()
        self._look()

    def mapping(self) -> dict[int, str]:
        """Which field each column is, of those that come in."""
        fields = [self.columns.cellWidget(at, 2) for at in range(self.columns.rowCount())]
        chosen = {at: each.answer() for at, each in enumerate(fields) if isinstance(each, ChoiceField)}
        return {at: field for at, field in chosen.items() if field}

    # --- looking at what would come

    def _look(self) -> None:
        """Asks what the table would bring; one question at a time, then the latest."""
        table, cards = self._table, self._cards
        self._preview = None
        self._follow()
        if self._looks:
            self._again = True
            return
        self._looks, columns = True, self.mapping()

        def work(shelf: Shelf) -> Preview:
            found = people(table, columns) if table is not None else cards or People([], [])
            return Preview(found, plan(shelf, [row.item for row in found.rows]))

        self._desk.ask(work, self._looked, self._failed)

    def _looked(self, preview: Preview) -> None:
        self._looks = False
        if self._closed:
            return
        if self._again:
            self._again = False
            self._look()
            return
        self._preview = preview
        shown = list(zip(preview.found.rows, preview.planned, strict=True))[:_SHOWN]
        self.rows.setRowCount(len(shown))
        for at, (row, planned) in enumerate(shown):
            for place, words in enumerate((str(row.number), *_told_of(planned))):
                self.rows.setItem(at, place, _cell(words))
        self.rows.resizeRowsToContents()
        problems = [each.sentence for each in preview.found.problems]
        more = len(problems) - _TOLD
        if more > 0:
            problems[_TOLD:] = [_("… and {count} more.").format(count=number(more))]
        self.problems.setText("\n".join(problems))
        self.problems.setVisible(bool(problems))
        self._follow()

    @property
    def _liking(self) -> Liking:
        found: Liking = self.liking.currentData()
        return found

    def _follow(self) -> None:
        preview = self._preview
        wanted = {"new"} if self._liking == "leave" else {"new", "like"}
        count = sum(each.what in wanted for each in preview.planned) if preview else 0
        self.take.setEnabled(count > 0)
        self.take.setText(_("Import {count}").format(count=number(count)) if count else _("Import"))
        self.progress.setVisible(preview is None)
        self.liking.setEnabled(bool(preview and any(each.what == "like" for each in preview.planned)))

    # --- taking them in

    def _import(self) -> None:
        preview = self._preview
        if preview is None:
            return
        more = [tag for each in self.tags.text().split(",") if (tag := " ".join(each.split()))]
        planned = [each._replace(item=_tagged(each.item, more)) for each in preview.planned]
        liking, note = self._liking, _("Imported from {file}").format(file=self._path.name)
        self._preview = None
        self._follow()
        self.leave.setEnabled(False)  # it is all or none, and under way
        pictures = preview.found.pictures
        self._desk.change(
            lambda shelf: take(shelf, planned, liking, note, pictures), self._taken, self._failed
        )

    def _taken(self, kept: list[Item]) -> None:
        self.count = len(kept)
        self.accept()

    def _failed(self, problem: LibraryProblem) -> None:
        self._looks = False
        if self._closed:
            return
        self.told.setText(problem.sentence)
        self.progress.hide()
        self.leave.setEnabled(True)
        self.header.setEnabled(self._table is not None)

    def reject(self) -> None:
        """Not while they are written."""
        if self.leave.isEnabled():
            super().reject()

    def done(self, result: int) -> None:
        """What still comes is nobody's affair."""
        self._closed = True
        super().done(result)


def _tagged(item: Item, more: list[str]) -> Item:
    return replace(item, tags=tuple(dict.fromkeys((*item.tags, *more))))


def _told_of(planned: Planned) -> tuple[str, str, str, str]:
    person: Any = planned.item.content
    assert isinstance(person, Person)
    reach = " · ".join(each for each in (person.email, person.phone, person.after_hours) if each)
    there = planned.there.name if planned.there else ""
    return person.name, person.standing_for(), reach, _(_WHAT[planned.what]).format(name=there)


def _cell(words: str) -> QTableWidgetItem:
    cell = QTableWidgetItem(" ".join(words.split())[:200])
    cell.setToolTip(words[:400])
    cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return cell


def _grid(name: str, label: str, heads: tuple[str, ...]) -> QTableWidget:
    grid = QTableWidget(0, len(heads))
    grid.setObjectName(name)
    grid.setAccessibleName(label)
    grid.setHorizontalHeaderLabels(list(heads))
    grid.verticalHeader().hide()
    grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    grid.setTabKeyNavigation(False)
    grid.setWordWrap(False)
    for place in range(len(heads)):
        mode = QHeaderView.ResizeMode.Stretch if place else QHeaderView.ResizeMode.ResizeToContents
        grid.horizontalHeader().setSectionResizeMode(place, mode)
    return grid
