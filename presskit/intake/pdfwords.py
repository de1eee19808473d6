"""The words of a PDF, page by page; lines become paragraphs by where they stand. A PDF does not say what a
heading or a list is: only its letters are sure."""

import re
import time
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from presskit.bounded import damaged
from presskit.i18n import _
from presskit.intake.passages import Intake, Passage, Region
from presskit.intake.pdflines import Line, lines
from presskit.intake.plain import passage
from presskit.text.runs import Run, tidy

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST_PAGES = 200
_MOST_SECONDS = 8.0
_FAR = 1.35  # of the usual distance of lines: more parts paragraphs
_LARGER = 1.08  # of the size of letters: more is another kind of line
_LARGE = 1.15  # of the usual size: more is a headline
_TELLING = 12  # letters of a line of the first page that the head of a later one repeats
_EDGE = 2  # lines at the top and bottom of a page that may be its head and foot
_COUNTED = re.compile(r"\W*(?:\w{1,8}\W+)?\d{1,3}(?:\W+(?:\w{1,4}\W+)?\d{1,3})?\W*")
"""A page's number, alone or as in "Page 2 of 3"."""
_BULLET = re.compile(r"[•‣◦▪●○■\uf0b7]\s|\(?\d{1,2}[.)]\s")


class _Usual(NamedTuple):
    """What most lines have: the distance to the next, and the size of letters, in points."""

    step: float
    size: float


def read(data: bytes, called: str) -> Intake:
    """The passages of a PDF; raises Unreadable for one that is locked, broken or holds no words."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise damaged(called, _("it is locked with a password")) from error
        raise damaged(called, _("it is cut off or was changed on its way")) from error
    try:
        return _read(document, called)
    except PdfiumError as error:
        raise damaged(called, _("it is cut off or was changed on its way")) from error
    finally:
        document.close()


def _read(document: "PdfDocument", called: str) -> Intake:
    pages: list[list[Line]] = []
    end = time.monotonic() + _MOST_SECONDS
    for number in range(min(len(document), _MOST_PAGES)):
        if time.monotonic() > end:
            break
        pages.append(lines(document[number], number))
    left_out = []
    if len(pages) < len(document):
        told = _("Only the first {count} pages of “{file}” were read: a release has a few.")
        left_out.append(told.format(count=len(pages), file=called))
    if not any(pages):
        told = _("it holds pictures of pages and no letters")
        raise damaged(called, told)
    found, joined = _passages(pages)
    if joined:
        left_out.append(
            _("Words that were parted at the end of a line were joined, and their hyphens left out.")
        )
    if any(line.backwards for page in pages for line in page):
        told = _("A PDF does not keep letters that are read from the right in order: look all words over.")
        left_out.append(told)
    title = document.get_metadata_value("Title") or ""
    return Intake(tuple(found), title=title.strip()[:500], form="pdf", left_out=tuple(left_out))


def _passages(pages: list[list[Line]]) -> tuple[list[Passage], bool]:
    """Paragraphs in order, heads and feet of pages among them, and whether words were joined."""
    beside = _beside(pages)
    steps = [
        above.y - below.y
        for page in pages
        for above, below in pairwise(page)
        if 0 < above.y - below.y < 4 * below.size
    ]
    size = median([line.size for page in pages for line in page])
    usual = _Usual(median(steps) if steps else 0.0, size)
    found: list[Passage] = []
    held: list[Line] = []
    joined = False

    def put() -> None:
        nonlocal joined
        if held:
            text, cut = _text(held)
            joined = joined or cut
            found.append(_passage(held, text, gap=1 if found else 0, number=len(found) + 1))
            held.clear()

    for at, page in enumerate(pages):
        right = max((line.right for line in page), default=0.0)
        left = min((line.left for line in page), default=0.0)
        for place, line in enumerate(page):
            region = beside.get((at, place))
            if region:
                found.append(Passage(line.runs, region=region, line=len(found) + 1, gap=1, whole=True))
                continue
            if held and not _goes_on(held[-1], line, usual, left, right):
                put()
            held.append(line)
    put()
    return found, joined


def _goes_on(above: Line, line: Line, usual: _Usual, left: float, right: float) -> bool:
    """Whether a line is of the same paragraph as the one above it."""
    if _BULLET.match(line.text) or max(above.size, line.size) > _LARGER * min(above.size, line.size):
        return False
    if above.centred != line.centred or above.bold != line.bold:
        return False
    if above.page != line.page:  # what breaks off in midst of a sentence goes on over the page
        return line.text[:1].islower() and not above.text.rstrip().endswith((".", "!", "?", ":", "”", '"'))
    if not 0 < above.y - line.y <= _FAR * max(usual.step, 1.1 * line.size):
        return False
    if line.size > _LARGE * usual.size:  # headlines are broken where it looks well
        return True
    if line.backwards:
        return above.left - left < 0.15 * (right - left)
    word = len(line.text.split(maxsplit=1)[0]) + 1
    room = right - above.right
    return room < word * (line.right - line.left) / max(len(line.text), 1) or room < 0.08 * (right - left)


def _text(held: list[Line]) -> tuple[tuple[Run, ...], bool]:
    """The lines as one, parted by blanks but in Chinese and Japanese; whether a word was joined."""
    runs: list[Run] = []
    joined = False
    for number, line in enumerate(held):
        if number:
            above = held[number - 1]
            if above.cut:
                joined = True
            elif not (_unparted(above.text[-1:]) and _unparted(line.text[:1])):
                runs.append(Run(" ", above.runs[-1].bold, above.runs[-1].italic))
        runs += line.runs
    return tidy(runs), joined


def _unparted(letter: str) -> bool:
    """Whether no blanks stand between words of this writing."""
    return "\u3000" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef"


def _passage(held: list[Line], runs: tuple[Run, ...], *, gap: int, number: int) -> Passage:
    found = passage("".join(run.text for run in runs), gap=gap, line=number)
    own = (
        runs if found.form != "item" else _without(runs, len("".join(r.text for r in runs)) - len(found.text))
    )
    return Passage(
        own, found.form, found.level, found.mark, gap, line=number, centred=held[0].centred, whole=True
    )


def _without(runs: tuple[Run, ...], count: int) -> tuple[Run, ...]:
    """The runs after their first letters."""
    kept: list[Run] = []
    for run in runs:
        rest = run.text[count:] if count > 0 else run.text
        count -= len(run.text) - len(rest)
        if rest:
            kept.append(Run(rest, run.bold, run.italic))
    return tuple(kept)


def _beside(pages: list[list[Line]]) -> dict[tuple[int, int], Region]:
    """Which lines, by page and place, are its head or foot: what stands there on other pages as well, but
    for numbers, and numbers of pages."""
    if len(pages) < 2:
        return {}
    places: list[tuple[int, int, Region, str]] = []
    for at, page in enumerate(pages):
        for place in range(len(page)):
            region: Region = "header" if place < _EDGE else "footer"
            if place < _EDGE or place >= len(page) - _EDGE:
                places.append((at, place, region, re.sub(r"\d+", "0", page[place].text.strip())))
    first = [line for line in pages[0] if len(line.text) >= _TELLING]
    often = Counter((region, words) for _at, _place, region, words in places)
    return {
        (at, place): region
        for at, place, region, words in places
        if often[region, words] > 1
        or _COUNTED.fullmatch(pages[at][place].text)
        or (at and place == 0 and any(each.text in pages[at][0].text for each in first))
    }
