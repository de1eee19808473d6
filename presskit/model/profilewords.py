"""What a house style means, in words of the screen: its rules, and what it makes of a release."""

import datetime

from presskit.flow import shape_paragraphs
from presskit.i18n import N_, _, ngettext
from presskit.model.block import Setting
from presskit.model.embargo import line_of
from presskit.model.locale_words import number
from presskit.model.profile import Profile, is_there
from presskit.model.release import Release
from presskit.text.runs import plain
from presskit.text.setting import typeset

_LONGEST = 60  # letters of a name
_SHOWN = 90  # letters of a quote
_MANY = 100_000  # words: no limit that anybody meets


def missed(release: Release) -> str:
    """A sentence for a release whose house style is not on this computer; nothing for others."""
    if is_there(release.profile):
        return ""
    told = _(
        "This kit names the house style “{name}”, which is not on this computer: it is shown in AP style."
    )
    return told.format(name=release.profile[:_LONGEST])


def rules(house: Profile) -> list[str]:
    """The rules of a house style, a sentence each."""
    checks = house.checks
    found = []
    if limit := house.limit("headline"):
        found.append(_("Headlines have up to {count} characters.").format(count=number(limit.most)))
    if limit := house.limit("subhead"):
        found.append(_("Subheads have up to {count} characters.").format(count=number(limit.most)))
    if checks.most < _MANY:
        told = (
            _("A release has {least} to {most} words.")
            if checks.fewest
            else _("A release has up to {most} words.")
        )
        found.append(told.format(least=number(checks.fewest), most=number(checks.most)))
    found.append(
        ngettext(
            "The first paragraph has up to {count} word.",
            "The first paragraph has up to {count} words.",
            checks.lede,
        ).format(count=number(checks.lede))
    )
    if checks.headline_case:
        found.append(
            _("Headlines capitalize all main words.")
            if checks.headline_case == "title"
            else _("Headlines are written as sentences are.")
        )
    found.append(
        _("Per cent is written %, as in 44%.")
        if checks.percent == "%"
        else _("Per cent is written out, as in 44 percent.")
    )
    found.append(
        _("An acronym may follow its name in brackets.")
        if checks.acronyms_in_brackets
        else _("No acronym follows its name in brackets.")
    )
    found.append(
        _("A legislator’s party stands in brackets: (D-Bridgeport).")
        if checks.party_in_brackets
        else _("A legislator’s party stands between commas: D-Bridgeport.")
    )
    if checks.courtesy_titles:
        found.append(_("People are Mr. and Ms."))
    if checks.clear_partners:
        found.append(_("Every organization that is named clears the release."))
    if checks.severity.get("loaded-words") == "stops":
        found.append(_("Opinion outside of quotes stops an export."))
    if checks.severity.get("photo-words") == "stops":
        found.append(_("A photo without a description stops an export."))
    return found


def on(release: Release, house: Profile) -> tuple[tuple[str, str], ...]:
    """What a house style makes of a release: each with its label, still to be translated."""
    language, line = release.language, release.dateline
    words = house.page_words(language)
    place = house.place(line.city, line.region, line.country, language)
    stands, parts = house.dateline(place, line.date, language)
    day = line.date or datetime.date(datetime.date.today().year, 11, 22)
    limit = house.limit("headline")
    title = release.title()
    length = (
        _("{count} of {most} characters").format(count=number(len(title)), most=number(limit.most))
        if limit
        else ngettext("{count} character", "{count} characters", len(title)).format(count=number(len(title)))
    )
    return (
        (N_("Dateline"), f"{stands}{parts}…" if place else _("No place is given yet")),
        (N_("Date"), house.date(day, language)),
        (N_("Release line"), line_of(release, house)),
        (N_("First quote"), _quote(release, house)),
        (N_("Before who speaks"), words.said),
        (N_("More pages"), words.more),
        (N_("End mark"), words.end),
        (N_("Headline"), length),
        (N_("Length"), _length(release, house)),
    )


def _quote(release: Release, house: Profile) -> str:
    """How the first quote begins on the page."""
    setting = Setting(release.language, house)
    quotes = (block for block in release.blocks if block.kind == "quote")
    shapes = (shape for block in quotes for shape in block.flow(setting))
    texts = (text for shape in shapes for text in shape_paragraphs(shape))
    said = next((found for text in texts if (found := plain(typeset(text, release.language)).strip())), "")
    if not said:
        return _("There is none yet")
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN].rsplit(' ', 1)[0]} …"


def _length(release: Release, house: Profile) -> str:
    count, least, most = release.word_count(), house.checks.fewest, house.checks.most
    if most >= _MANY:
        return ngettext("{count} word", "{count} words", count).format(count=number(count))
    told = (
        _("{count} words; {least} to {most} are wanted")
        if least
        else _("{count} words; up to {most} are wanted")
    )
    return told.format(count=number(count), least=number(least), most=number(most))
