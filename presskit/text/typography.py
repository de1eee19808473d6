"""Quotation marks and how they meet commas, by language; straight marks made curly.

English: AP Stylebook (2024), "quotation marks": periods and commas always go within the marks.
Spanish: Real Academia Española, Ortografía (2010), III 3.4.8: marks close before comma and stop.
French: Lexique des règles typographiques en usage à l'Imprimerie nationale (2002), "guillemets".
Chinese: GB/T 15834-2011, 4.8. Japanese: JIS X 4051:2004.
"""

import re
from typing import NamedTuple

NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"


class Marks(NamedTuple):
    """How a language sets a quotation and its attribution."""

    open: str = "“"
    close: str = "”"
    inner_open: str = "‘"
    inner_close: str = "’"
    gap: str = ""  # between the marks and the words
    comma: str = ","
    comma_inside: bool = True
    stop: str = "."
    stop_inside: bool = True  # a quotation that ends its sentence ends it within the marks
    lead: str = ", "  # between an attribution that leads in and the opening mark
    space: str = " "


_LATIN_OUTSIDE = Marks(comma_inside=False, lead=": ")
_MARKS = {
    "en": Marks(),
    "es": _LATIN_OUTSIDE._replace(stop_inside=False),
    "pt": _LATIN_OUTSIDE,
    "ht": Marks(),
    "vi": Marks(comma_inside=False, lead=": "),
    "fr": Marks("«", "»", "“", "”", gap=NO_BREAK, comma_inside=False, lead=f"{NO_BREAK}: "),
    "ru": Marks("«", "»", "„", "“", comma_inside=False, lead=": ", stop_inside=False),
    "ar": Marks("«", "»", "“", "”", comma="،", comma_inside=False, lead=": "),
    "he": Marks("”", "”", "’", "’", comma_inside=False, lead=": "),
    "zh": Marks(comma="，", stop="。", lead="：", space=""),
    "ja": Marks("「", "」", "『", "』", comma="", comma_inside=False, stop="。", lead="、", space=""),
    "ko": Marks(comma="", comma_inside=False, lead=", "),
    "hi": Marks(stop="।"),
}


def marks(language: str) -> Marks:
    """The marks of a language (BCP 47); English ones where the language is not known here."""
    return _MARKS.get(language.partition("-")[0].lower(), _MARKS["en"])


_BEFORE_OPENING = set(" \t\n\u00a0\u2009\u202f¿¡([{—–-/“‘«„")

# English words that begin with an apostrophe.
_CLIPPED = re.compile(r"(?:n|tis|twas|em|til|cause|bout|round)\b", re.IGNORECASE)


def curl(text: str, language: str) -> str:
    """Straight quotation marks and apostrophes made the language's own; the length stays the same."""
    if '"' not in text and "'" not in text:
        return text
    kind = marks(language)
    result: list[str] = []
    for at, letter in enumerate(text):
        if letter not in "\"'":
            result.append(letter)
            continue
        opens = at == 0 or result[-1] in _BEFORE_OPENING
        if letter == '"':
            result.append(kind.open if opens else kind.close)
        else:
            follows = text[at + 1 : at + 2]
            clipped = follows.isdigit() or bool(_CLIPPED.match(text, at + 1))  # the ’90s, ’em
            paired = "'" in text[at + 1 :]
            result.append("‘" if opens and paired and not clipped and follows.strip() else "’")
    return "".join(result)


def is_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left."""
    return language.partition("-")[0].lower() in {"ar", "he", "fa", "ur", "yi", "ps", "sd", "ckb"}
