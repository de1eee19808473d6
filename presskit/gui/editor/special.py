"""Forms for the records that deserve better than the grown one, by type."""

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from presskit.blocks.quote import Quote, Speaker
from presskit.blocks.statistics import Figure, Statistics
from presskit.gui.editor.fields import LineField
from presskit.gui.editor.form import RecordForm, hint_width
from presskit.gui.elided import ElidedButton
from presskit.gui.theme import text_font
from presskit.gui.wraprow import WrapRow
from presskit.i18n import _
from presskit.model.fields import Question, questions

_SPEAKER = {f"speaker/{each.name}": each.ask for each in questions(Speaker)}


class QuoteForm(RecordForm):
    """The words large; below them who said it and where that stands."""

    def build(self) -> None:
        """Words, attribution, and what is seldom needed behind a button."""
        for path, ask in _SPEAKER.items():
            self.asked[path] = Question(path, ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.field("words"))
        who = WrapRow()
        for name, stretch in (
            ("verb", 0),
            ("speaker/title", 2),
            ("speaker/name", 3),
            ("speaker/description", 5),
        ):
            field = self.field(name)
            field.setToolTip(_(self.asked[name].ask.label))
            who.put(field, stretch, max(hint_width(field), 0 if stretch else 74))
        column.addLayout(who)
        where = WrapRow()
        placement, after = self.field("placement"), self.field("after")
        self._after_label = self.label("after")
        after.setFixedWidth(62)
        for widget in (self.label("placement"), placement, self._after_label, after):
            where.put(widget)
        self._more_button = QPushButton(_("More…"))
        self._more_button.setProperty("flat", True)
        self._more_button.setCheckable(True)
        self._more_button.setToolTip(_("Later reference (“Fountain”, “she”) and words after the quotation"))
        self._more_button.toggled.connect(self._show_more)
        room = QWidget()  # keeps the button at the right
        right = QHBoxLayout(room)
        right.setContentsMargins(0, 0, 0, 0)
        right.addStretch(1)
        right.addWidget(self._more_button)
        where.put(room, stretch=1)
        column.addLayout(where)
        self._more = QWidget()
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.addLayout(self.grid(["named"], columns=1))
        more.addWidget(self.label("tail"))
        tail = self.field("tail")
        tail.setProperty("boxed", True)
        more.addWidget(tail)
        self._more.hide()
        column.addWidget(self._more)

    def show_record(self, record: Quote) -> None:
        """Shows a quote; what is seldom used opens by itself when it is used."""
        if record is self.record:
            return
        self.record = record
        for name, field in self.fields.items():
            field.show_answer(_answer(record, name))
        self._sync(record)

    def _answered(self, name: str, path: str) -> None:
        value = self.fields[name].answer()
        top, _slash, part = name.partition("/")
        if part:
            value = replace(self.record.speaker, **{part: value})
            if part == "name":  # another person is no longer the library's
                value = replace(value, reference="", version=0)
        self.record = replace(self.record, **{top: value})
        self._sync(self.record)
        self.edited.emit(name)

    def field_at(self, path: str) -> QWidget | None:
        """The field at a path."""
        return self.fields.get(path)

    def reveal(self, path: str) -> None:
        """Opens what is seldom used."""
        if path in {"named", "tail"}:
            self._more_button.setChecked(True)

    def _sync(self, quote: Quote) -> None:
        middle = quote.placement == "middle"
        self._after_label.setVisible(middle)
        self.fields["after"].setVisible(middle)
        if (quote.named or quote.tail) and not self._more_button.isChecked():
            self._more_button.setChecked(True)

    def _show_more(self, on: bool) -> None:
        self._more.setVisible(on)


def _answer(quote: Quote, name: str) -> Any:
    top, _slash, part = name.partition("/")
    speaker: Speaker = quote.speaker
    return getattr(speaker, part) if part else getattr(quote, top)


def _figure_width(field: QWidget, text: str) -> int:
    """Wide enough for a figure, as far as the sentence beside it allows; pixels."""
    return min(max(112, field.fontMetrics().horizontalAdvance(text) + 22), 280)


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
        row.addWidget(sentence, 1, Qt.AlignmentFlag.AlignVCenter)


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

    def _answered(self, name: str, path: str) -> None:
        super()._answered(name, path)
        self._caption()

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


_FORMS: dict[type, type[RecordForm]] = {Quote: QuoteForm, Figure: FigureForm, Statistics: StatisticsForm}


def form_for(record_type: type) -> type[RecordForm]:
    """The form for a type of record: its own, or the one grown from its questions."""
    return _FORMS.get(record_type, RecordForm)
