"""What a card's head says of its block: length, dateline, approval, sources."""

from presskit.blocks.contacts import Contacts
from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote
from presskit.blocks.quoted import quoted
from presskit.blocks.statistics import Statistics
from presskit.blocks.subhead import Subhead
from presskit.gui.editor.card import Card
from presskit.gui.editor.meter import told
from presskit.gui.editor.photoform import missing
from presskit.gui.editor.textfield import RichField
from presskit.i18n import _, ngettext
from presskit.model.locale_words import day
from presskit.model.profile import profile
from presskit.model.release import Release
from presskit.text.runs import plain


def refresh_head(card: Card, release: Release) -> None:
    """Brings a card's head up to date with its release."""
    block = card.block
    card.form.show_setting(release)
    note = chip = tone = tip = ""
    over = False
    lede = _lede(release)
    card.show_kind(_("Lede") if block.id == lede and isinstance(block, Paragraph) else _(block.label))
    if isinstance(block, Paragraph):
        _hint(card, lede=block.id == lede)
    if block.prompt:
        _prompt(card)
    match block:
        case Headline() | Subhead() if limit := profile(release.profile).limit(block.kind):
            note, over = told(len(plain(block.text)), limit)
        case Photo() if lacking := [name for _path, name in missing(block)]:
            chip, tone = _("Missing: {names}").format(names=", ".join(lacking)), "warn"
            tip = _("Go to what is missing. Those who cannot see the picture need its description")
        case Quote() if not block.is_empty():
            chip, tone, tip = _approval(block)
        case Statistics():
            named = [each for each in block.sources if each.who or each.title]
            if block.items and not named:
                chip, tone, tip = _("No source"), "warn", _("Say where these figures come from")
            elif named:
                chip = ngettext("{count} source", "{count} sources", len(named)).format(count=len(named))
                chip += ": " + " ".join(part for part in (named[0].who, named[0].when) if part)
                tip = _("Show the sources")
        case Paragraph() if block.id != lede and quoted(block.text, release.language):
            chip, tip = (
                _("Make it a quote"),
                _("Binds the words to their speaker; nothing on the page changes"),
            )
        case Contacts() if block.place == "top":
            note = _("stands above the headline")
        case _:
            pass
    if block.id == lede and not chip:
        line = release.dateline
        place = profile(release.profile).place(line.city, line.region, line.country, release.language)
        chip = _("Dateline: {place}").format(place=place) if place else _("Add a dateline")
        tone = "" if place else "warn"
        tip = _("Where the release is issued; it is set at the start of this paragraph")
    card.show_note(note, warns=over)
    card.show_chip(chip, tone, tip)


def _hint(card: Card, *, lede: bool) -> None:
    """What an empty paragraph asks for where it stands."""
    field = card.form.field_at("text")
    if isinstance(field, RichField):
        first = _("What reporters should remember, in one sentence: who, what, when, where")
        field.setPlaceholderText(first if lede else _("Write here, or type / to choose what to add"))


def _prompt(card: Card) -> None:
    """What the template says is to be written, in the first field for text while that is empty."""
    asked = next(
        (each.name for each in card.block.questions() if each.ask.form in {"rich", "paragraphs"}), ""
    )
    field = card.form.field_at(asked) if asked else None
    if isinstance(field, RichField):
        field.setPlaceholderText(card.block.prompt)
        field.grow()


def _approval(quote: Quote) -> tuple[str, str, str]:
    """How far the approval of a quote has come: the chip's words, tone and tip."""
    match quote.standing():
        case "approved" if quote.approval:
            when = day(quote.approval.when.date())
            told = _("Approved by {who}, {when}").format(who=quote.approval.who, when=when)
            return "✓ " + told, "good", _("The approval holds as long as no word changes")
        case "sent" if quote.asked:
            when = day(quote.asked.when.date())
            told = _("Sent {when}, awaiting approval").format(when=when)
            return told, "", _("The speaker has these words. Record the answer when it comes")
        case "changed since approval":
            return (
                _("Changed since approval"),
                "warn",
                _("A word changed after the speaker approved: ask again"),
            )
        case "changed since sent":
            return (
                _("Changed since it was sent"),
                "warn",
                _("The speaker has other words than these: send them again"),
            )
        case _:
            return (
                _("Draft: not yet approved"),
                "warn",
                _("Send the words to the speaker, and record the answer"),
            )


def _lede(release: Release) -> str:
    """The id of the first paragraph, where the dateline goes."""
    return next((block.id for block in release.blocks if isinstance(block, Paragraph)), "")
