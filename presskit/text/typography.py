"""Quotation marks and how they meet commas, by language; straight marks made curly.

English: AP Stylebook (2024), "quotation marks": periods and commas always go within the marks.
Spanish: Real Academia Española, Ortografía (2010), III 3.4.8: marks close before comma and stop.
French: Lexique des règles typographiques en usage à l'Imprimerie nationale (2002), "guillemets".
Russian: Мильчин, Чельцова, Справочник издателя и автора (2014), 4.8. Japanese: JIS X 4051:2004.
Chinese: GB/T 15834-2011, 4.8; in Taiwan the Ministry of Education's 重訂標點符號手冊 (2008).
Korean: 국립국어원, 한글 맞춤법 부록 "문장 부호" (2014). Hebrew: Academy of the Hebrew Language, "gershayim".
"""

import re
from typing import NamedTuple

from presskit.text.languages import fallbacks, primary

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
    said: str = ""  # joins the words to who says them: 「…」と…, «…», — …
    work: str = ""  # the two marks of a work's title, where there are no italics
    unbroken: bool = False  # the marks enclose an attribution in the middle: «…, — сказала она. — …»


_LATIN_OUTSIDE = Marks(comma_inside=False, lead=": ")
_MARKS = {
    "en": Marks(),
    "es": _LATIN_OUTSIDE._replace(stop_inside=False),
    "pt": _LATIN_OUTSIDE,
    "ht": Marks(),
    "vi": Marks(comma_inside=False, lead=": "),
    "fr": Marks("«", "»", "“", "”", gap=NO_BREAK, comma_inside=False, lead=f"{NO_BREAK}: "),
    "ru": Marks(
        "«",
        "»",
        "„",
        "“",
        comma_inside=False,
        lead=": ",
        stop_inside=False,
        said=f"{NO_BREAK}—",
        unbroken=True,
    ),
    "ar": Marks("«", "»", "“", "”", comma="،", comma_inside=False, lead=": ", work="«»"),
    "he": Marks("”", "”", "’", "’", comma_inside=False, lead=": ", work="””"),
    "zh": Marks(comma="，", stop="。", lead="：", space="", work="《》"),
    "zh-hant": Marks("「", "」", "『", "』", comma="，", stop="。", lead="：", space="", work="《》"),
    "ja": Marks(
        "「",
        "」",
        "『",
        "』",
        comma="",
        comma_inside=False,
        stop="。",
        lead="、",
        space="",
        said="と",
        work="『』",
    ),
    "ko": Marks(comma="", comma_inside=False, said="라고", work="「」"),
    "hi": Marks(stop="।", work="“”"),
}


def marks(language: str) -> Marks:
    """The marks of a language (BCP 47); English ones where the language is not known here."""
    return next((_MARKS[tag] for tag in fallbacks(language) if tag in _MARKS), _MARKS["en"])


_BEFORE_OPENING = set(" \t\n\u00a0\u2009\u202f¿¡([{—–-/“‘«„")

_HEBREW = re.compile("[\u05d0-\u05ea]")
# Spaces that no line may end with: before a percent sign everywhere, before tall marks where French, before
# a dash where Russian puts a space.
_PER_CENT = re.compile(r"(?<=\d) (?=[%‰€°])")
_HELD = {
    "fr": re.compile(r"(?<=\S) (?=[:;!?»](?:\s|$))|(?<=«) | (?=»)"),
    "ru": re.compile(r"(?<=\S) (?=[—–](?:\s|$))"),
}

# English words that begin with an apostrophe.
_CLIPPED = re.compile(r"(?:n|tis|twas|em|til|cause|bout|round)\b", re.IGNORECASE)


def curl(text: str, language: str) -> str:
    """Straight quotation marks and apostrophes made the language's own; the length stays the same."""
    if '"' not in text and "'" not in text:
        return text
    kind = marks(language)
    hebrew = primary(language) in {"he", "yi"}
    result: list[str] = []
    for at, letter in enumerate(text):
        if letter not in "\"'":
            result.append(letter)
            continue
        if hebrew and at and _HEBREW.match(text[at - 1]):  # צה״ל, ג׳ורג׳
            within = _HEBREW.match(text, at + 1)
            if letter == "'" or within:
                result.append("׳" if letter == "'" else "״")
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


def has_italics(language: str) -> bool:
    """Whether the language's script has slanted letters; most but Latin, Cyrillic and Greek do not."""
    return not marks(language).work and not is_right_to_left(language)


def hold(text: str, language: str) -> str:
    """Spaces that belong to the sign beside them made unbreakable; the length stays the same."""
    if " " not in text:
        return text
    held = _PER_CENT.sub(NO_BREAK, text)
    pattern = _HELD.get(primary(language))
    return pattern.sub(NO_BREAK, held) if pattern else held


def is_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left."""
    return primary(language) in {"ar", "he", "fa", "ur", "yi", "ps", "sd", "ckb", "dv", "ug"}
