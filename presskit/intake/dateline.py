"""The dateline at the head of a paragraph: "HARTFORD, Conn., May 5 (Wire) — …"."""

import re

from msgspec import Struct

from presskit.intake.lexicon import Lexicon

_REACH = 150  # letters from the start in which a dateline ends
_SPLIT = re.compile(
    r"\s*(?:—|–|--+|―)\s*|\s-\s+|\s*//?[^/\n]{2,30}/+\s*|(?<=[\])])\s*:\s*|:\s+|\.\s?-{1,2}\s+|(?<=\d{4})\.\s+"
)
# Small words within the name of a place, and words that begin a sentence rather than one.
_SMALL = frozenset(
    ["de", "del", "la", "las", "los", "el", "of", "the", "and", "upon", "on", "am", "an", "der", "im", "y",
     "et", "e", "du", "des", "le", "sur", "sous", "en", "da", "do", "dos", "di", "und", "à"]
)  # fmt: skip
_NO_PLACE = frozenset(
    ["the", "a", "an", "today", "yesterday", "but", "and", "our", "this", "in", "on", "at", "we", "it",
     "after", "as", "for", "with"]
)  # fmt: skip
_AGENCY = re.compile(r"[(\[][^()\[\]]{2,40}[)\]]")
_BARE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’ -]{2,30}, (?:[A-Z]{2}|[A-Z][a-z]{1,4}\.|[A-Z]\.[A-Z]\.))\s+"
    r"(?=(?:The|A|An|Today|On|In)?\s*[A-Z][a-z])"
)
# "(Hartford, May 5, 2026) The…", 【青州，5月5日】: nothing but its brackets parts it from the text.
_WHOLE = re.compile(r"[(（\[【](?P<inside>[^()（）\[\]【】]{4,60})[)）\]】]\s*(?![-–—:/\s])")
_SPOKEN = re.compile(r"[^\W\d_]")
_CJK = re.compile(r"[（(【\[]?\s*(?P<place>[\u3400-\u9fff\uac00-\ud7a3·]{2,12}?)\s*(?:[，,、]\s*|(?=\d{4}))$")


class Found(Struct, frozen=True):
    """A dateline as printed. end: the offset at which the paragraph's own words begin."""

    place: str
    date: str
    end: int


def dateline(text: str, lexicon: Lexicon) -> Found | None:
    """The dateline that a paragraph begins with; None where it has none."""
    head = text[:_REACH]
    if whole := _WHOLE.match(head):
        inside = _segment(whole["inside"], lexicon, first=True)
        if inside is not None and all(inside):
            return Found(*inside, whole.end())
    place = date = ""
    begin = end = 0
    closed = False
    for found in _SPLIT.finditer(head):
        segment = head[begin : found.start()]
        read = _segment(segment, lexicon, first=begin == 0)
        if read is None:
            break
        if read[0] and place:
            break
        place, date = place or read[0], date or read[1]
        begin = end = found.end()
        closed = True
        if found[0].startswith(". ") and not (place and date):
            return _bare(head)
        if found[0].strip().startswith(":") and not segment.strip().endswith((")", "]")) and not date:
            return None  # "Contact: …" is a label
    if begin == 0 or not (place or date):
        return _bare(head)
    rest = head[end:]
    read = _segment(rest, lexicon, first=False) if rest and len(text) <= _REACH else None
    if read is not None and read[1] and not date and not (read[0] and place):
        return Found(place or read[0], read[1], len(text))
    if not closed or (not place and not _cjk(lexicon)):
        return None
    return Found(place, date, end)


def own_line(text: str, lexicon: Lexicon) -> Found | None:
    """The dateline that a line is, and nothing else: "Lyon, le 12 septembre 2025"; None for any other."""
    found = dateline(text, lexicon)
    if found is None and len(text) < _REACH and "," in text and "|" not in text:
        found = dateline(f"{text} — ", lexicon)
    whole = found is not None and found.end >= len(text) and bool(found.place and found.date)
    return Found(found.place, found.date, len(text)) if found is not None and whole else None


def _cjk(lexicon: Lexicon) -> bool:
    return lexicon.language in ("ja", "zh", "ko")


def _bare(head: str) -> Found | None:
    found = _BARE.match(head)
    return Found(found["place"], "", found.end()) if found else None


def _segment(segment: str, lexicon: Lexicon, *, first: bool) -> tuple[str, str] | None:
    """The place and the date of a piece between two dashes; None where it is neither, two empty texts where
    it names an agency."""
    segment = segment.strip(" \u00a0\t*_")
    if not segment:
        return ("", "")
    date = ""
    if found := lexicon.date.search(segment):
        date = found[0]
        segment = (segment[: found.start()] + segment[found.end() :]).strip()
        segment = re.sub(
            r"^[\s,،，、;./]+|(?:,?\s(?:le|el|den|em|a))?[\s,،，、;/]+$|,?\s(?:le|el|den|em|a)$|\d{1,2}:\d\d.*$",
            "",
            segment,
        )
    if not segment or (_AGENCY.fullmatch(segment) and not (first and not date)):
        return ("", date)
    if _AGENCY.fullmatch(segment):
        inside = segment[1:-1].strip()
        return (
            (inside, date)
            if _is_place(inside) and ("," in inside or (first and " " in inside))
            else ("", date)
        )
    segment = _AGENCY.sub("", segment).strip(" ,()[]【】（）")
    if not segment:
        return ("", date)
    if _cjk(lexicon):
        named = (
            len(segment) <= 14 and not re.search(r"[。「」]", segment) and not lexicon.says.search(segment)
        )
        return (segment, date) if named else None
    return (segment, date) if _is_place(segment) else None


def _is_place(text: str) -> bool:
    words = re.findall(r"[^\s,]+", text)
    if not 1 <= len(words) <= 7 or len(text) > 60 or (text.endswith((".", "!", "?")) and len(words) > 5):
        return False
    if any(letter.isdigit() or letter in '"“”«»' for letter in text):
        return False
    if words[0].lower() in _NO_PLACE and not words[0].isupper():
        return False
    if words[-1].lower() in _SMALL and not words[-1].isupper():
        return False
    rises = [each for each in words if each[:1].isupper() or not _cased(each)]
    return (
        len(rises) >= 1
        and all(each in rises or each.lower() in _SMALL for each in words)
        and words[0] in rises
    )


def _cased(word: str) -> bool:
    return any(letter.lower() != letter.upper() for letter in word)
