"""Where quotations stand in a paragraph: the spans between marks of any language."""

import re

from msgspec import Struct

# What opens and what may close it. A straight mark does both; „ closes with “ or ”, » may open in German.
_CLOSERS = {
    "“": '”"“',
    '"': '"”',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "‹": "›",
    "〝": "〞",
}
_SINGLE = re.compile(r"(?<![\w’])[‘'](?=\w)")
_SINGLE_END = re.compile(r"(?<=[.,!?…])[’'](?!\w)")  # "‘The nurses’ pay is low,’ she said"
_SINGLE_STOP = re.compile(r"(?<=\w)’(?!\w)")
_MARK = re.compile('["“”„«»「」『』‹›〝〞]')
_LONGEST = 6_000  # letters of a quotation: what is not closed by then never is


class Quoted(Struct, frozen=True, gc=False):
    """Letters between two marks. start, end: with the marks. closed: whether the second is there."""

    start: int
    end: int
    closed: bool

    def inside(self, text: str) -> str:
        """The words, without marks."""
        return text[self.start + 1 : self.end - 1 if self.closed else self.end].strip()


def quotations(text: str, *, going_on: bool = False) -> list[Quoted]:
    """The quotations of a paragraph, in order; going_on: it begins within one."""
    if not _MARK.search(text):
        return _singles(text)
    found: list[Quoted] = []
    marks = list(_MARK.finditer(text))
    at = 0
    if going_on and marks and marks[0][0] in '”"»」“' and not _opens(text, marks[0].start()):
        found.append(Quoted(-1, marks[0].end(), True))
        at = 1
    while at < len(marks):
        mark = marks[at][0]
        start = marks[at].start()
        if mark not in _CLOSERS or (mark in '"»' and not _opens(text, start)):
            at += 1
            continue
        if mark == '"' and text[start - 1 : start].isdigit():
            at += 1
            continue
        end = _closing(text, marks, at)
        if end is None:
            tail = text[start + 1 :]
            if start == 0 or len(tail) < _LONGEST:
                found.append(Quoted(start, len(text), False))
            break
        found.append(Quoted(start, marks[end].end(), True))
        at = end + 1
    return found


def _singles(text: str) -> list[Quoted]:
    """The quotations of a paragraph with single marks alone, as British and South African papers set them. A
    straight one is a quotation only where a stop stands before the mark that closes it."""
    found: list[Quoted] = []
    at = 0
    while opened := _SINGLE.search(text, at):
        start = opened.start()
        stop = min(start + _LONGEST, len(text))
        following = _SINGLE.search(text, start + 1, stop)
        reach = following.start() if following else stop
        end = _SINGLE_END.search(text, start + 1, reach)
        if end is None and opened[0] == "‘":
            ends = list(_SINGLE_STOP.finditer(text, start + 1, reach))
            end = ends[-1] if ends else None
        if end is not None:
            found.append(Quoted(start, end.end(), True))
            at = end.end()
        elif opened[0] == "‘" and start == 0 and not following:
            found.append(Quoted(start, len(text), False))
            break
        else:
            at = start + 1
    return found


def _opens(text: str, at: int) -> bool:
    """Whether a mark stands where a quotation begins."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not after.strip():
        return text[at] in "»«" and bool(after) and not before.strip()
    if text[at] == "»":
        return not before.strip() and after.isalpha()
    return not before.isalnum()


def _closing(text: str, marks: list[re.Match[str]], at: int) -> int | None:
    """Which mark closes the one of that number."""
    opening = marks[at][0]
    closers = _CLOSERS[opening]
    depth = 0
    for number in range(at + 1, len(marks)):
        mark, where = marks[number][0], marks[number].start()
        if where - marks[at].start() > _LONGEST:
            return None
        if mark == opening and mark not in closers and mark not in '"':
            depth += 1
            if depth > 2:
                return None
        elif mark in closers:
            if mark == '"' and _within(text, where):
                continue
            if mark == "“" and opening == "“" and _begins(text, where):
                depth += 1  # “… “… ” …”
                if depth > 2:
                    return None
                continue
            if mark == '"' and opening == "“" and _begins(text, where) and number + 1 < len(marks):
                continue
            if depth and opening != '"':
                depth -= 1
                continue
            return number
    return None


def _within(text: str, at: int) -> bool:
    """Whether a mark stands between two letters, as in a Hebrew abbreviation: it neither opens nor closes."""
    return text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()


def _begins(text: str, at: int) -> bool:
    return not text[at - 1 : at].strip() and bool(text[at + 1 : at + 2].strip())
