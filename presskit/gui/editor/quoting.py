"""The form of a quote: its words, who said them and where that stands, and how it will print."""

from html import escape
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from presskit.blocks.people import people
from presskit.blocks.quote import Quote, Speaker, first_clause
from presskit.blocks.quoted import verbs
from presskit.gui.editor.fields import ChoiceField
from presskit.gui.editor.form import RecordForm, hint_width
from presskit.gui.editor.offering import Offer, OfferField
from presskit.gui.wraprow import WrapRow
from presskit.i18n import N_, _
from presskit.model.fields import Question, questions
from presskit.model.release import Release
from presskit.text.runs import plain

_SPEAKER = {f"speaker/{each.name}": each.ask for each in questions(Speaker)}
_PLACES = (
    ("lead", N_("Leads in")),
    ("clause", N_("After the first clause")),
    ("first", N_("After the first sentence")),
    ("middle", N_("After sentence …")),
    ("end", N_("At the end")),
)
_VERB_WIDTH = 104  # pixels: room for "said" and its kind
_TITLE_WIDTH = 112  # pixels; room for "State Senator"
_AROUND = 90  # letters of the words that are shown before and after the attribution


class PlaceField(ChoiceField):
    """Where an attribution stands: the usual places by name, beside any other."""

    def __init__(self) -> None:
        super().__init__(_PLACES)

    def place(self) -> str:
        """The place chosen, of those offered."""
        return super().answer()

    def answer(self) -> str:
        """The placement as a quote has it."""
        return "middle" if self.place() in {"clause", "first"} else self.place()

    def allow(self, place: str, *, on: bool) -> None:
        """Lets a place be chosen, or not."""
        model = self.model()
        if isinstance(model, QStandardItemModel):
            model.item(self.findData(place)).setEnabled(on)


class QuoteForm(RecordForm):
    """The words large; below them who said it and where that stands, and what the page makes of it."""

    def build(self) -> None:
        """Words, attribution, how they print, and what is seldom needed behind a button."""
        self._language = "en"
        for path, ask in _SPEAKER.items():
            self.asked[path] = Question(path, ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.field("words"))
        who = WrapRow()
        verb, name = OfferField(self._verbs), OfferField(self._people)
        verb.setMaximumWidth(_VERB_WIDTH)
        verb.chosen.connect(self._take_verb)
        name.chosen.connect(self._take_speaker)
        tips = {
            "verb": _("Verb: “said” serves best. F4 shows others"),
            "speaker/name": _("Speaker: type a name, or press F4 for the people of this kit"),
        }
        for path, stretch, least in (
            ("verb", 0, 74),
            ("speaker/title", 2, _TITLE_WIDTH),
            ("speaker/name", 3, 0),
            ("speaker/description", 5, 0),
        ):
            own = {"verb": verb, "speaker/name": name}.get(path)
            field = self.adopt(path, own) if own else self.field(path)
            field.setToolTip(tips.get(path, _(self.asked[path].ask.label)))
            who.put(field, stretch, max(hint_width(field), least))
        column.addLayout(who)
        column.addLayout(self._where())
        self.print = QLabel()
        self.print.setObjectName("fieldLabel")
        self.print.setWordWrap(True)
        self.print.setTextFormat(Qt.TextFormat.RichText)
        column.addWidget(self.print)
        column.addWidget(self._seldom())

    def _where(self) -> WrapRow:
        where = WrapRow()
        self._place, after = PlaceField(), self.field("after")
        self.adopt("placement", self._place)
        self._place.setToolTip(_("Where the page names the speaker"))
        self._after_label = self.label("after")
        after.setFixedWidth(62)
        for widget in (self.label("placement"), self._place, self._after_label, after):
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
        return where

    def _seldom(self) -> QWidget:
        self._more = QWidget()
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.addLayout(self.grid(["named"], columns=1))
        more.addWidget(self.label("tail"))
        tail = self.field("tail")
        tail.setProperty("boxed", True)
        more.addWidget(tail)
        self._more.hide()
        return self._more

    def show_record(self, record: Quote) -> None:
        """Shows a quote; what is seldom used opens by itself when it is used."""
        if record is self.record:
            return
        self.record = record
        for name, field in self.fields.items():
            if name != "placement":
                field.show_answer(_answer(record, name))
        self._sync(record)

    def show_setting(self, release: Release) -> None:
        """The language, by which the attribution is set."""
        if release.language != self._language:
            self._language = release.language
            self._sync(self.record)

    def _answered(self, name: str, path: str) -> None:
        value = self.fields[name].answer()
        top, _slash, part = name.partition("/")
        quote: Quote = self.record
        if name == "placement":
            self.record = _placed(quote, self._place.place())
        elif name == "after":
            self.record = replace(quote, after=value, clause=0)
        elif part:
            speaker = replace(quote.speaker, **{part: value})
            if part == "name":  # another person is no longer the library's
                speaker = replace(speaker, reference="", version=0)
            self.record = replace(quote, speaker=speaker)
        else:
            self.record = replace(quote, **{top: value})
            if top == "words" and _place(quote) == "clause":  # it ends elsewhere now
                self.record = _placed(self.record, "clause")
        self._sync(self.record)
        self.edited.emit(name)

    def _people(self) -> list[Offer]:
        known = people(*self.parts.around(), self.record.id)
        return [Offer(each.name, each.identification(self._language), each) for each in known]

    def _verbs(self) -> list[Offer]:
        return [Offer(verb, verb) for verb in verbs(self._language)]

    def _take_speaker(self, offer: Offer) -> None:
        quote = replace(self.record, speaker=offer.value)
        self.show_record(quote)
        self._done("speaker/name", _("Choose speaker"))

    def _take_verb(self, offer: Offer) -> None:
        self.show_record(replace(self.record, verb=offer.text))
        self._done("verb", _("Choose verb"))

    def _done(self, path: str, step: str) -> None:
        """Tells of a change that is a step of its own."""
        field = self.fields[path]
        field.doing = step
        try:
            self.edited.emit(path)
        finally:
            field.doing = ""

    def field_at(self, path: str) -> QWidget | None:
        """The field at a path."""
        return self.fields.get(path)

    def reveal(self, path: str) -> None:
        """Opens what is seldom used."""
        if path in {"named", "tail"}:
            self._more_button.setChecked(True)

    def _sync(self, quote: Quote) -> None:
        place = _place(quote)
        if place != "first" or self._place.place() != "middle":
            self._place.show_answer(place)
        middle = self._place.place() == "middle"
        self._after_label.setVisible(middle)
        self.fields["after"].setVisible(middle)
        self._place.allow("clause", on=place == "clause" or bool(first_clause(quote.words)))
        if (quote.named or quote.tail) and not self._more_button.isChecked():
            self._more_button.setChecked(True)
        self._show_print(quote)

    def _show_print(self, quote: Quote) -> None:
        """The paragraph around its attribution as the page has it; the words far from it are left out."""
        said = any(plain(each).strip() for each in quote.words)
        attribution = quote.attribution(self._language)[0].strip()
        paragraphs = [plain(each) for each in quote.paragraphs(self._language)] if said else []
        self.print.setVisible(bool(said and attribution))
        if not said or not attribution:
            return
        here = next((each for each in paragraphs if attribution in each), paragraphs[-1])
        at = here.rfind(attribution) if quote.placement == "end" else here.find(attribution)
        before, after = here[: max(at, 0)], here[max(at, 0) + len(attribution) :]
        if at < 0:
            attribution, after = "", here
        shown = f"{escape(_last(before))}<b>{escape(attribution)}</b>{escape(_first(after))}"
        self.print.setText(_("In print: {words}").format(words=shown))

    def _show_more(self, on: bool) -> None:
        self._more.setVisible(on)


def _place(quote: Quote) -> str:
    """Where the attribution stands, as the form offers it."""
    if quote.placement != "middle":
        return quote.placement
    if quote.clause:
        return "clause" if quote.after == 0 and quote.clause == first_clause(quote.words) else "middle"
    return "first" if quote.after == 1 else "middle"


def _placed(quote: Quote, place: str) -> Quote:
    match place:
        case "clause":
            return replace(quote, placement="middle", after=0, clause=first_clause(quote.words))
        case "first":
            return replace(quote, placement="middle", after=1, clause=0)
        case "middle":
            return replace(quote, placement="middle", after=max(quote.after, 1), clause=0)
        case _:
            return replace(quote, placement=place, after=max(quote.after, 1), clause=0)


def _first(text: str) -> str:
    return text if len(text) <= _AROUND else text[:_AROUND].rsplit(" ", 1)[0] + " …"


def _last(text: str) -> str:
    return text if len(text) <= _AROUND else "… " + text[-_AROUND:].split(" ", 1)[-1]


def _answer(quote: Quote, name: str) -> Any:
    top, _slash, part = name.partition("/")
    speaker: Speaker = quote.speaker
    return getattr(speaker, part) if part else getattr(quote, top)
