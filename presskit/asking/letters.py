"""Letters to those who are to clear words before they go out, and a sheet for all of them to sign.

They have the exact words and where they stand, and nothing internal: no notes, no one else's approval.
"""

import tomllib
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from presskit import assets
from presskit.blocks.quote import Quote
from presskit.flow import AnyShape, Heading, Para, Sheet
from presskit.model.block import Block
from presskit.model.kit import Kit
from presskit.model.partner import Partner
from presskit.model.profile import profile
from presskit.model.release import Release
from presskit.text.languages import fallbacks
from presskit.text.runs import plain, rich

_LONGEST_CONTEXT = 400  # letters of the paragraph before and after
_LONGEST_MAILTO = 1_800  # characters of an address that all mail programs take


class Letter(NamedTuple):
    """A mail that nobody has sent yet."""

    to: str
    subject: str
    body: str


@cache
def _words(language: str) -> dict[str, str]:
    known = assets.names("letters", ".toml")
    name = next((tag for tag in fallbacks(language) if tag in known), "en")
    found: dict[str, str] = tomllib.loads(assets.read(f"letters/{name}.toml").decode())
    return found


def quote_letter(kit: Kit, number: int, quote: Quote, to: str = "") -> Letter:
    """Asks a speaker to clear a quote, with its exact words and their context."""
    release = kit.releases[number]
    words = _words(release.language)
    name = quote.speaker.name.strip() or quote.named.strip()
    exact = [plain(each) for each in quote.paragraphs(release.language)]
    before, after = _around(release, quote)
    body = [
        words["greeting"].format(name=name),
        words["quote_intro"],
        *(f"    {each}" for each in exact),
        words["context"],
        *_context(release, words, before, after),
        *_closing(release, words),
    ]
    subject = words["quote_subject"].format(title=release.title())
    return Letter(_one_line(to), _one_line(subject), "\n\n".join(body))


def partner_letter(kit: Kit, number: int, partner: Partner) -> Letter:
    """Asks an organisation to clear the passages that name it."""
    release = kit.releases[number]
    words = _words(release.language)
    body = [
        words["greeting"].format(name=partner.name),
        words["partner_intro"].format(name=partner.name),
        *(f"    {each}" for each in partner.mentions(release.blocks)),
        words["context"],
        *_context(release, words, "", ""),
        *_closing(release, words),
    ]
    subject = words["partner_subject"].format(name=partner.name, title=release.title())
    return Letter(_one_line(partner.email), _one_line(subject), "\n\n".join(body))


def _context(release: Release, words: dict[str, str], before: str, after: str) -> list[str]:
    told = ((words["headline"], release.title()), (words["before"], before), (words["after"], after))
    return [f"{label}: {text}" for label, text in told if text]


def _closing(release: Release, words: dict[str, str]) -> list[str]:
    house, found = profile(release.profile), []
    if release.dateline.date is not None:
        found.append(words["dated"].format(date=house.date(release.dateline.date, release.language)))
    until, zone = release.line.until, release.line.zone
    if release.line.kind == "embargo" and until is not None:
        moment = f"{house.time(until, release.language)} {house.zone_label(until, zone, release.language)}"
        day = house.date(until.date(), release.language)
        found.append(words["embargo"].format(until=f"{moment}, {day}"))
    return [*found, words["ask"], words["thanks"]]


def _around(release: Release, quote: Quote) -> tuple[str, str]:
    """The paragraphs before and after a quote, shortened."""
    at = release.index(quote.id)
    blocks = release.blocks
    return _near(reversed(blocks[:at])), _near(blocks[at + 1 :])


# Others' quotes are not among them: those may not be approved either.
_TOLD = frozenset(["paragraph", "list", "statistics", "crosshead"])


def _near(blocks: Iterable[Block]) -> str:
    for block in blocks:
        if block.kind in _TOLD and (text := " ".join(block.letters())):
            return text if len(text) <= _LONGEST_CONTEXT else text[:_LONGEST_CONTEXT].rsplit(" ", 1)[0] + " …"
    return ""


def _one_line(text: str) -> str:
    """Text for a header: a line's end in it would begin another header (RFC 5322, 2.2)."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def as_eml(letter: Letter) -> bytes:
    """The letter as a file that mail programs open to be sent (RFC 5322, RFC 2045; X-Unsent is the mark that
    they know a draft by)."""
    from email.message import EmailMessage
    from email.policy import SMTP

    message = EmailMessage(policy=SMTP)
    if letter.to:
        message["To"] = letter.to
    message["Subject"] = letter.subject
    message["X-Unsent"] = "1"
    message.set_content(letter.body + "\n")
    return message.as_bytes()


def mailto(letter: Letter) -> str:
    """The letter as an address that opens a mail program (RFC 6068); "" where it is too long for that."""
    from urllib.parse import quote

    body = quote(letter.body.replace("\n", "\r\n"), safe="")
    found = f"mailto:{quote(letter.to, safe='@')}?subject={quote(letter.subject, safe='')}&body={body}"
    return found if len(found) <= _LONGEST_MAILTO else ""


def approval_sheet(kit: Kit, number: int) -> Sheet:
    """A sheet on which all speakers and partners of a release can sign: what each is to clear, and room for
    the answer."""
    release = kit.releases[number]
    words = _words(release.language)
    title = words["sheet_title"].format(title=release.title())
    shapes: list[AnyShape] = [
        Heading(role="headline", text=rich(title), level=1),
        Para(role="body", text=rich(words["sheet_intro"])),
    ]
    for block in release.blocks:
        if isinstance(block, Quote) and not block.is_empty():
            name = block.speaker.name.strip() or block.named.strip()
            shapes.append(_head(words["sheet_quote"].format(name=name), block.id))
            shapes += [
                Para(role="quote", block=block.id, text=each) for each in block.paragraphs(release.language)
            ]
            shapes += _answer(words, block.id)
    for partner in release.partners:
        shapes.append(_head(words["sheet_partner"].format(name=partner.name), ""))
        shapes += [Para(role="body", text=rich(each)) for each in partner.mentions(release.blocks)]
        shapes += _answer(words, "")
    page = profile(release.profile).page_words(release.language).page
    return Sheet(
        title=title, language=release.language, shapes=tuple(shapes), short_title=title[:60], page=page
    )


def _head(text: str, block: str) -> Heading:
    return Heading(role="crosshead", block=block, text=rich(text), level=2)


def _answer(words: dict[str, str], block: str) -> list[AnyShape]:
    lines = (words["sheet_yes"], words["sheet_line"], words["sheet_sign"])
    return [
        Para(role="body", block=block, text=rich(each), keep_next=each is not lines[-1]) for each in lines
    ]
