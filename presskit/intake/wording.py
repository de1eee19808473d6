"""Bytes as letters, whatever encoding somebody's program wrote."""

import re

from presskit.bounded import Unreadable
from presskit.i18n import _

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
)  # fmt: skip
_DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset\s*=\s*["']?|\?xml[^>]{0,100}?encoding\s*=\s*["'])([\w.:-]{2,40})""", re.I
)
_SAMPLE = 200_000  # bytes that an encoding is told by
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.01


def decoded(data: bytes, called: str) -> str:
    """The text of a file: by its mark, as UTF-8, as it declares, or as it looks. Raises Unreadable for bytes
    that are no text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _sound(data.decode(encoding, "replace"), called)
    try:
        return _sound(data.decode(), called)
    except UnicodeDecodeError:
        pass
    if wide := _wide(data):
        return _sound(data.decode(wide, "replace"), called)
    if declared := _DECLARED.search(data[:4096]):
        try:
            return _sound(data.decode(declared[1].decode("ascii"), "replace"), called)
        except LookupError:
            pass
    return _sound(_guessed(data, called), called)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of Western text is nothing."""
    head = data[:2000]
    if len(head) < 4:
        return ""
    if head[1::2].count(0) > len(head) // 5:
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > len(head) // 5 else ""


def _guessed(data: bytes, called: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise _no_text(called)
    return data.decode(best.encoding, "replace")


def _sound(text: str, called: str) -> str:
    """The text without what no text has; raises Unreadable where that is more than a slip."""
    controls = len(_CONTROLS.findall(text[:_SAMPLE]))
    if controls > max(4, len(text[:_SAMPLE]) * _MOST_CONTROLS):
        raise _no_text(called)
    return _CONTROLS.sub("", text) if controls or _CONTROLS.search(text) else text


def _no_text(called: str) -> Unreadable:
    told = _(
        "“{file}” is not a text that can be read: open it in the program it was made with, and save it as "
        "DOCX or text."
    )
    return Unreadable(told.format(file=called))
