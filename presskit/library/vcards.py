"""People from vCards: version 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), several to a file."""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from presskit.i18n import _
from presskit.library.items import item_of
from presskit.library.people import Person, Title
from presskit.library.spreadsheet import MOST_BYTES, MOST_ROWS, People, Row, TableProblem, Trouble, decoded
from presskit.model import locale_words
from presskit.model.kit import Asset
from presskit.pictures.incoming import Refused, taken_in
from presskit.text.runs import rich

_CARD = re.compile(r"^BEGIN:VCARD\s*$.*?^END:VCARD\s*$", re.IGNORECASE | re.MULTILINE | re.DOTALL)
_LONGEST = 12 * 1024 * 1024  # characters of a card, its picture included
_FOLD = re.compile(r"\n[ \t]")  # a line that goes on in the next
_DATA = re.compile(
    r"^PHOTO[^:\n]*:data:image/[a-z]+;base64,([A-Za-z0-9+/=]+)\s*$", re.IGNORECASE | re.MULTILINE
)
_LATER = {"cell", "mobile", "home", "pager"}
# A line ends in "=" where quoted-printable goes on in the next (RFC 2045, 6.7, rule 5).
_SOFT = re.compile(r"=\r?\n[ \t]?")


def read_cards(data: bytes) -> People:
    """The people of a file of vCards; a card that cannot be read is told by its number, and the others come
    in. Pictures in a card are taken, those at an address are not fetched. Raises TableProblem."""
    if len(data) > MOST_BYTES * 5:
        raise TableProblem(_("The file is larger than 100 MB: split it, and import the parts."))
    text, _encoding = decoded(data)
    found = People([], [])
    number = 0
    for number, match in enumerate(_CARD.finditer(text.replace("\r\n", "\n").replace("\r", "\n")), start=1):
        if number > MOST_ROWS:
            told = _("The file has more than {most} cards: split it, and import the parts.")
            raise TableProblem(told.format(most=locale_words.number(MOST_ROWS)))
        try:
            _take(match[0], number, found)
        except Exception as problem:  # noqa: BLE001 - the parser fails in ways of its own; each is told
            words = _("Card {number} cannot be read ({why}), and is left out.")
            why = " ".join(str(problem).split())[:80] or type(problem).__name__
            found.problems.append(Trouble(number, words.format(number=number, why=why)))
    if not number:
        raise TableProblem(_("There is no vCard in this file."))
    return found


def _take(card: str, number: int, found: People) -> None:
    from vobject import readOne  # type: ignore[import-untyped]

    if len(card) > _LONGEST:
        raise ValueError(_("it is too large"))
    quoted = "quoted-printable" in card.casefold()
    contents: Mapping[str, Any] = readOne(_SOFT.sub("", card) if quoted else card, allowQP=True).contents
    person, tags = _person(contents)
    if not person.name:
        words = _("Card {number} has no name, and is left out.").format(number=number)
        found.problems.append(Trouble(number, words))
        return
    try:
        asset = _picture(contents, card)
    except Refused as problem:
        found.problems.append(Trouble(number, problem.sentence))
        asset = None
    if asset is not None:
        found.pictures[asset.name] = asset
        person = replace(person, portrait=asset.name)
    found.rows.append(Row(number, item_of(person, tags=tags)))


def _person(contents: Mapping[str, Any]) -> tuple[Person, tuple[str, ...]]:
    name = (
        _first(contents, "fn")
        or _joined(contents, ("given", "additional", "family"))
        or _first(contents, "org")
    )
    title = Title(
        before=_joined(contents, ("prefix",)),
        role=_first(contents, "title") or _first(contents, "role"),
        organisation=_first(contents, "org"),
    )
    phone, later = _numbers(contents)
    notes = [rich(line) for each in _all(contents, "note") for line in each.splitlines() if line.strip()]
    person = Person(
        name=name,
        titles=(title,) if title != Title() else (),
        phone=phone,
        after_hours=later,
        email=_first(contents, "email").removeprefix("mailto:"),
        languages=", ".join(_all(contents, "lang")),
        biography=tuple(notes),
    )
    tags = [tag for each in _all(contents, "categories") for tag in each.split(",")]
    return person, tuple(dict.fromkeys(word for tag in tags if (word := " ".join(tag.split()))))


def _all(contents: Mapping[str, Any], name: str) -> list[str]:
    return [word for line in contents.get(name, ()) if (word := _said(line.value))]


def _said(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(part for each in value if (part := _said(each)))
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()


def _first(contents: Mapping[str, Any], name: str) -> str:
    return next((" ".join(each.split()) for each in _all(contents, name)), "")


def _joined(contents: Mapping[str, Any], parts: tuple[str, ...]) -> str:
    """Parts of the name, as a card has them apart."""
    value = contents["n"][0].value if contents.get("n") else None
    return " ".join(word for part in parts if (word := _said(getattr(value, part, ""))))


def _numbers(contents: Mapping[str, Any]) -> tuple[str, str]:
    """The number for the day, and one for after hours."""
    numbers = list(_telephones(contents))
    day = next((number for number, kinds in numbers if not kinds & _LATER), "")
    later = next((number for number, kinds in numbers if kinds & _LATER), "")
    return (day, later) if day else (later, "")


def _telephones(contents: Mapping[str, Any]) -> Iterator[tuple[str, set[str]]]:
    for line in contents.get("tel", ()):
        number = _said(line.value).removeprefix("tel:")
        given = [*line.params.get("TYPE", ()), *getattr(line, "singletonparams", ())]
        kinds = {kind.strip().casefold() for each in given for kind in each.split(",")}
        if number and "fax" not in kinds:
            yield number, kinds


def _picture(contents: Mapping[str, Any], card: str) -> Asset | None:
    """The picture within a card; None where there is none, or only an address of one. Raises Refused."""
    data = next((line.value for line in contents.get("photo", ()) if isinstance(line.value, bytes)), b"")
    if (found := _DATA.search(_FOLD.sub("", card))) and not data:  # the parser cuts it at its comma
        try:
            data = base64.b64decode(found[1], validate=True)
        except binascii.Error:
            return None
    return Asset.of(taken_in(data, _("The portrait")).data) if data else None
