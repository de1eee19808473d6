"""Forms for the records that deserve better than the grown one, by type."""

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.headline import Headline
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote
from presskit.blocks.statistics import Figure, Statistics
from presskit.blocks.subhead import Subhead
from presskit.gui.editor.figures import FigureForm, StatisticsForm
from presskit.gui.editor.form import RecordForm
from presskit.gui.editor.meter import MeteredForm
from presskit.gui.editor.photoform import PhotoForm
from presskit.gui.editor.quoting import QuoteForm
from presskit.gui.editor.standing import BoilerplateForm

_FORMS: dict[type, type[RecordForm]] = {
    Boilerplate: BoilerplateForm,
    Figure: FigureForm,
    Headline: MeteredForm,
    Photo: PhotoForm,
    Quote: QuoteForm,
    Statistics: StatisticsForm,
    Subhead: MeteredForm,
}


def form_for(record_type: type) -> type[RecordForm]:
    """The form for a type of record: its own, or the one grown from its questions."""
    return _FORMS.get(record_type, RecordForm)
