"""Forms for the records that deserve better than the grown one, by type."""

from presskit.blocks.quote import Quote
from presskit.blocks.statistics import Figure, Statistics
from presskit.gui.editor.figures import FigureForm, StatisticsForm
from presskit.gui.editor.form import RecordForm
from presskit.gui.editor.quoting import QuoteForm

_FORMS: dict[type, type[RecordForm]] = {Quote: QuoteForm, Figure: FigureForm, Statistics: StatisticsForm}


def form_for(record_type: type) -> type[RecordForm]:
    """The form for a type of record: its own, or the one grown from its questions."""
    return _FORMS.get(record_type, RecordForm)
