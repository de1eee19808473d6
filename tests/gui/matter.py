"""What a monkey types, pastes and drops."""

import random
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from presskit.gui.editor.card import BLOCK_MIME
from presskit.session import Session

_LETTERS = "abcdefgh STUVW.,;:!?'\"-/()&%$#@[]{}0123456789éñß—–“”’«»…\u00a0абвאבعب漢字かな한😀𝒜\u0301"
_TEXTS = (
    "one line",
    "first\nsecond\n\nthird",
    "“We won,” said Ada Roe of Hill House. “At last.”",
    "44%\tof neighbours\n12\tboats\n",
    "a\r\nb\u2028c\u2029d\x00e\x0bf",
    "  \n \t ",
    "https://example.org/a?b=c&d",
    "مرحبا 123 שלום",
    "word " * 400,
    "\ud83d\ude00 \u202e\ufffc",
    "",
)
_HTMLS = (
    "<p>One <b>bold</b> and <i>italic</i> and <a href='https://example.org'>a link</a>.</p>",
    "<h1>Head</h1><p>A</p><ul><li>x</li><li>y<ul><li>z</li></ul></li></ul><table><tr><td>1</td></tr></table>",
    "<p>open <b>and never <i>closed",
    "<script>alert(1)</script><style>p{}</style><img src='file:///etc/passwd'>",
    "<p></p><p><br></p>",
    "",
)


def letters(chance: random.Random, most: int) -> str:
    """Up to so many letters of all kinds."""
    return "".join(chance.choices(_LETTERS, k=chance.randint(1, most)))


def something(chance: random.Random, files: list[Path], session: Session | None) -> QMimeData:
    """Something to paste or drop."""
    mime, roll = QMimeData(), chance.random()
    if roll < 0.45:
        mime.setText(chance.choice(_TEXTS))
    elif roll < 0.7:
        mime.setHtml(chance.choice(_HTMLS))
        mime.setText(chance.choice(_TEXTS))
    elif roll < 0.85:
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in chance.sample(files, 2)])
    elif session and session.release.blocks and roll < 0.95:
        mime.setData(BLOCK_MIME, chance.choice(session.release.blocks).id.encode())
    else:
        mime.setData("application/x-presskit-item", b"1")
        mime.setData("text/html", b"\xff\xfe\x00<p>")
    return mime
