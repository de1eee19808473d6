"""The forms of statistics: figures with their sentences, and where they come from."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presskit.blocks.statistics import Statistics
from presskit.gui.editor.fields import LineField
from presskit.gui.editor.form import RecordForm
from presskit.gui.elided import ElidedButton
from presskit.gui.theme import text_font
from presskit.i18n import _


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
