"""Which way each part of a text runs and which script it is in: Word wants both said of every run."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from presskit.text.phone import PHONE
from presskit.text.typography import is_right_to_left

# Ranges of letters, after Unicode's Blocks.txt.
_RIGHT = "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_LETTER = rf"(?:(?![{_RIGHT}])[^\W\d_])"
_COMPLEX = "\u0900-\u109f\u1780-\u17ff\ua8e0-\ua8ff"
_EAST = (
    "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
)
_RIGHTWARD_LETTER = re.compile(_LETTER)
_LEFTWARD_LETTER = re.compile(f"[{_RIGHT}]")
_PHONE = re.compile(PHONE)
# A word with what joins its letters, such as an address; a telephone number, whose groups keep their order.
_TOKENS = re.compile(
    rf"(?P<right>[{_RIGHT}]+)"
    rf"|(?P<left>\u200e|{_LETTER}(?:[.,'’@:/&+%#?=~_-]*(?:{_LETTER}|[0-9]))*/?)"
    rf"|(?P<phone>{_PHONE.pattern})"
    r"|(?P<digit>[0-9]+)|(?P<other>.)",
    re.DOTALL,
)
_BETWEEN = r"[\s\u2000-\u206f!-@\[-`{-~]*"  # blanks, punctuation and figures
_STRETCHES = (
    rf"(?P<complex>[{_COMPLEX}](?:{_BETWEEN}[{_COMPLEX}])*[?!.,:;…”’)]*)"
    rf"|(?P<east>[{_EAST}](?:{_BETWEEN}[{_EAST}])*)"
)
# In Chinese and Japanese, the marks around a quotation are as wide as its characters.
_EASTERN_STRETCHES = (
    rf"(?P<complex>[{_COMPLEX}](?:{_BETWEEN}[{_COMPLEX}])*)"
    rf"|(?P<east>[“‘—…·]*[{_EAST}](?:{_BETWEEN}[{_EAST}])*[”’—…·]*)"
)
# Where the blocks of each script begin (Unicode, Blocks.txt).
_BLOCKS = (
    ("\u0900", "Deva"), ("\u0980", "Beng"), ("\u0a00", "Guru"), ("\u0a80", "Gujr"), ("\u0b00", "Orya"),
    ("\u0b80", "Taml"), ("\u0c00", "Telu"), ("\u0c80", "Knda"), ("\u0d00", "Mlym"), ("\u0d80", "Sinh"),
    ("\u0e00", "Thai"), ("\u0e80", "Laoo"), ("\u0f00", "Tibt"), ("\u1000", "Mymr"), ("\u1780", "Khmr"),
    ("\u1800", ""), ("\ua8e0", "Deva"),
)  # fmt: skip
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
_KANA = re.compile("[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]")

EASTERN = frozenset({"Hans", "Hant", "Jpan", "Hang"})
"""Scripts (ISO 15924) for which Word has a font of its own kind, "eastAsia"."""

# The scripts that are not set in the text families, by language, and the language that each is taken for.
_LANGUAGES = {
    "Arab": ("ar-SA", "ar", "fa", "ur", "ps", "sd", "ckb", "ug"),
    "Hebr": ("he-IL", "he", "yi"),
    "Deva": ("hi-IN", "hi", "mr", "ne"),
    "Beng": ("bn-IN", "bn", "as"),
    "Guru": ("pa-IN", "pa"),
    "Gujr": ("gu-IN", "gu"),
    "Orya": ("or-IN", "or"),
    "Taml": ("ta-IN", "ta"),
    "Telu": ("te-IN", "te"),
    "Knda": ("kn-IN", "kn"),
    "Mlym": ("ml-IN", "ml"),
    "Sinh": ("si-LK", "si"),
    "Thai": ("th-TH", "th"),
    "Laoo": ("lo-LA", "lo"),
    "Tibt": ("bo-CN", "bo"),
    "Mymr": ("my-MM", "my"),
    "Khmr": ("km-KH", "km"),
    "Jpan": ("ja-JP", "ja"),
    "Hang": ("ko-KR", "ko"),
    "Hans": ("zh-CN", "zh", "cmn"),
    "Hant": ("zh-TW", "yue"),
}
_SCRIPTS = {language: script for script, (_, *several) in _LANGUAGES.items() for language in several}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def language_tag(language: str) -> str:
    """The language as Word names it, or nothing when it is no BCP 47 tag. Word knows written Chinese
    by territory."""
    if not _LANGUAGE.fullmatch(language):
        return ""
    script, low = script_of(language), language.lower().split("-")
    if script not in {"Hans", "Hant"} or (len(low) == 2 and len(low[1]) == 2):
        return language
    if script == "Hans":
        return "zh-CN"
    return "zh-HK" if {"hk", "yue"} & set(low) else "zh-TW"


def script_of(language: str) -> str:
    """The script (ISO 15924) of a language that is not set in the text families, else nothing."""
    first, *rest = language.lower().split("-")
    found = _SCRIPTS.get(first, "")
    if found == "Hans" and {"hant", "tw", "hk", "mo"} & set(rest) and "hans" not in rest:
        return "Hant"
    return found


def language_of(script: str) -> str:
    """The language that text of a script is taken for when nothing says which it is."""
    return _LANGUAGES[script][0]


def language_attributes(language: str) -> dict[str, str]:
    """The attributes of w:lang: Word keeps one language a kind of script."""
    tag = language_tag(language)
    if not tag:
        return {}
    script = script_of(tag)
    if script in EASTERN:
        return {"eastAsia": tag}
    return {"bidi" if script else "val": tag}


class Piece(NamedTuple):
    """Letters of one run. script: of those that the text families lack (ISO 15924), else nothing."""

    letters: str
    leftward: bool = False
    script: str = ""


def runs_leftward(text: str, language: str) -> bool:
    """Whether a paragraph in a release of that language runs from right to left: as the language
    does, unless all its letters are of the other kind, or it is but a telephone number."""
    if is_right_to_left(language):
        rightward = _RIGHTWARD_LETTER.search(text) or _PHONE.search(text)
        return bool(_LEFTWARD_LETTER.search(text)) or not rightward
    return bool(_LEFTWARD_LETTER.search(text)) and not _RIGHTWARD_LETTER.search(text)


def begins_leftward(text: str) -> bool:
    """Whether the first letter of a text is of a script that runs from right to left."""
    first = _LEFTWARD_LETTER.search(text)
    return first is not None and not _RIGHTWARD_LETTER.search(text, 0, first.start())


def _is_western(text: str) -> bool:
    """Whether nothing but Latin, Greek and Cyrillic letters, punctuation and signs are in a text."""
    return text.isascii() or all(letter < "\u0590" or "\u1e00" <= letter < "\u2e80" for letter in set(text))


def pieces(text: str, language: str, *, leftward: bool = False) -> Iterator[Piece]:
    """The text in pieces of one direction and one script. leftward: whether its paragraph runs so."""
    if not leftward and _is_western(text):
        yield Piece(text)
        return
    own = script_of(language)
    # Compiled when first used, as it takes milliseconds that most releases need not wait for.
    stretches = re.compile(_STRETCHES if own not in EASTERN or own == "Hang" else _EASTERN_STRETCHES)
    for back, letters in _directions(text, leftward=leftward):
        if back:
            yield Piece(letters, True, _leftward_script(letters, own))
            continue
        at = 0
        for found in stretches.finditer(letters):
            if found.start() > at:
                yield Piece(letters[at : found.start()])
            stretch = found[0]
            east = found["east"] is not None
            yield Piece(stretch, False, _eastern_script(stretch, own) if east else _complex_script(stretch))
            at = found.end()
        if at < len(letters):
            yield Piece(letters[at:])


def _directions(text: str, *, leftward: bool) -> Iterator[tuple[bool, str]]:
    """Stretches of one direction: (from the right, letters). After the Unicode Bidirectional Algorithm
    (Annex 9), simplified: figures go with the letters before them, what is between two stretches of
    one direction with these, all else with the paragraph."""
    if not leftward and not _LEFTWARD_LETTER.search(text):
        yield False, text
        return
    tokens = [(found.lastgroup, found[0]) for found in _TOKENS.finditer(text)]
    backs: list[bool | None] = []
    strong = leftward
    for kind, _ in tokens:
        if kind in {"right", "left"}:
            strong = kind == "right"
        backs.append(None if kind == "other" else kind != "phone" and strong)
    after: bool = leftward
    following = [leftward] * len(backs)
    for at in range(len(backs) - 1, -1, -1):
        following[at] = after
        known = backs[at]
        after = after if known is None else known
    before = leftward
    settled = []
    for back, later in zip(backs, following, strict=True):
        settled.append((before if before == later else leftward) if back is None else back)
        before = before if back is None else back
    spans = zip(settled, (letters for _, letters in tokens), strict=True)
    for back, group in groupby(spans, key=lambda span: span[0]):
        yield back, "".join(letters for _, letters in group)


def _leftward_script(letters: str, own: str) -> str:
    if _HEBREW.search(letters):
        return "Hebr"
    return "Arab" if _LEFTWARD_LETTER.search(letters) else own


def _complex_script(letters: str) -> str:
    return next((script for first, script in reversed(_BLOCKS) if letters[0] >= first), "")


def _eastern_script(letters: str, own: str) -> str:
    if _HANGUL.search(letters):
        return "Hang"
    if _KANA.search(letters):
        return "Jpan"
    return own if own in EASTERN else "Hans"
