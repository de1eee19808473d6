"""The forms of statistics: figures with their sentences, and where they come from."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presskit.blocks.statistics import Source, Statistics
from presskit.gui.editor.fields import ChoiceField, LineField
from presskit.gui.editor.form import RecordForm
from presskit.gui.elided import ElidedButton
from presskit.gui.theme import text_font
from presskit.i18n import N_, _
from presskit.model.fields import Question, choice


def _figure_width(field: QWidget, text: str) -> int:
    """Wide enough for a figure, as far as the sentence beside it allows; pixels."""
    return min(max(112, field.fontMetrics().horizontalAdvance(text) + 22), 280)


_LONGEST = 36  # letters of a source's name where one is chosen


class SourceField(ChoiceField):
    """Which of the block's sources a figure is from; the answer is its place, from 1."""

    def __init__(self) -> None:
        super().__init__((("0", N_("Any source")),))
        self.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)

    def answer(self) -> int:  # type: ignore[override]
        """The place of the source; 0 for the only or first one."""
        return int(self.currentData() or 0)

    def show_answer(self, value: int) -> None:  # type: ignore[override]
        """Shows the source at a place."""
        super().show_answer(str(value))

    def offer(self, names: list[str]) -> None:
        """Offers the sources by name; there is nothing to choose where there is but one."""
        kept = self.answer()
        while self.count() > 1:
            self.removeItem(self.count() - 1)
        for number, name in enumerate(names, start=1):
            short = name if len(name) <= _LONGEST else name[:_LONGEST].rsplit(" ", 1)[0] + " …"
            self.addItem(f"{number}. {short}" if name else f"{number}.", str(number))
        self.show_answer(kept)
        self.setVisible(len(names) > 1)


class FigureForm(RecordForm):
    """The figure large, its sentence beside it: they read as one line."""

    def build(self) -> None:
        """One row."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        figure, sentence = self.field("figure"), self.field("sentence")
        font = text_font(self.parts.maker.theme.size["figure"])
        font.setWeight(QFont.Weight.Bold)
        figure.setFont(font)
        figure.setObjectName("figure")
        figure.setProperty("plain", True)
        figure.setFixedSize(112, figure.fontMetrics().height() + 8)
        if isinstance(figure, LineField):
            figure.textChanged.connect(lambda text: figure.setFixedWidth(_figure_width(figure, text)))
        row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.addWidget(sentence)
        row.addLayout(beside, 1)
        self.asked["source"] = Question("source", choice(N_("Source")))
        self.source = SourceField()
        self.source.setToolTip(_("The source of this figure, of those below"))
        beside.addWidget(self.adopt("source", self.source), 0, Qt.AlignmentFlag.AlignLeft)
        self.source.hide()


def _rebound(block: Statistics, before: tuple[Source, ...]) -> Statistics:
    """The block with each figure bound to the source that it had, wherever that is now."""
    now = {id(source): place for place, source in enumerate(block.sources, start=1)}
    places = {place: now.get(id(source), 0) for place, source in enumerate(before, start=1)}
    items = tuple(replace(each, source=places.get(each.source, 0)) for each in block.items)
    return replace(block, items=items) if items != block.items else block


class StatisticsForm(RecordForm):
    """Introduction, figures, and the sources folded away until they are wanted."""

    def build(self) -> None:
        """Three parts, one below the other."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.field("introduction"))
        column.addWidget(self.field("items"))
        self._fold = ElidedButton()
        self._fold.setProperty("flat", True)
        self._fold.setObjectName("sourcesFold")
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._unfold)
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._folded = QWidget()
        inside = QVBoxLayout(self._folded)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.field("sources"))
        inside.addWidget(self.field("name_sources"))
        self._folded.hide()
        column.addWidget(self._folded)

    def show_record(self, record: Statistics) -> None:
        """Shows the block and how many sources it has."""
        super().show_record(record)
        self._caption()
        self._offer_sources()

    def _answered(self, name: str, path: str) -> None:
        before: Statistics = self.record
        self.record = replace(before, **{name: self.fields[name].answer()})
        if name == "sources" and not path:  # a source went or moved; figures stay with theirs
            self.record = _rebound(self.record, before.sources)
            self.fields["items"].show_answer(self.record.items)
        if name == "sources" or not path:
            self._offer_sources()
        self._caption()
        self.edited.emit(f"{name}/{path}" if path else name)

    def _offer_sources(self) -> None:
        names = [
            ", ".join(part for part in (each.who or each.title or each.link, each.when) if part)
            for each in self.record.sources
        ]
        for row in self.fields["items"].rows:
            row.source.offer(names)

    def toggle_sources(self) -> None:
        """Opens the sources, or folds them away."""
        self._fold.toggle()

    def reveal(self, path: str) -> None:
        """Opens the sources."""
        if path.startswith("sources/"):
            self._fold.setChecked(True)

    def _unfold(self, on: bool) -> None:
        self._folded.setVisible(on)
        self._caption()

    def _caption(self) -> None:
        sources = [each for each in self.record.sources if each.who or each.title] if self.record else []
        arrow = "▾" if self._fold.isChecked() else "▸"
        named = "; ".join(" ".join(part for part in (each.who, each.when) if part) for each in sources)
        self._fold.setText(
            f"{arrow} " + (_("Sources: {names}").format(names=named) if named else _("Sources"))
        )
