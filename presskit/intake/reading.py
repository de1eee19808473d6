"""The one door for what comes in: finds the format and has its reader read it, in bounded memory."""

import os
import re
import stat
from collections.abc import Callable
from importlib import import_module
from pathlib import Path, PurePath
from typing import NamedTuple, cast

from msgspec.structs import replace

from presskit.bounded import MEGABYTE, Unreadable, damaged, unzip
from presskit.i18n import N_, _
from presskit.intake.passages import Intake
from presskit.intake.plain import lines
from presskit.intake.wording import decoded
from presskit.model.locale_words import number
from presskit.reasons import why_unread

MOST_BYTES = 64 * MEGABYTE  # of a file
MOST_LETTERS = 4_000_000  # that are recognised; a release has some thousands
MOST_PASSAGES = 50_000  # lines or paragraphs
_HTML = re.compile(
    r"<!doctype html|<(?:html|head|body|div|p|table|article|section|h[1-6]|ul|span|meta)[\s>]", re.I
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2


class Source(NamedTuple):
    """A format that can be brought in. module: has `read(data: bytes, called: str) -> Intake`."""

    id: str
    label: str
    suffixes: tuple[str, ...]
    module: str


SOURCES = (
    Source("text", N_("Plain text"), (".txt", ".text"), ""),
    Source("markdown", N_("Markdown"), (".md", ".markdown"), "presskit.intake.markdown"),
    Source("html", N_("Web page"), (".html", ".htm", ".xhtml"), "presskit.intake.webpage"),
    Source("docx", N_("Word document"), (".docx", ".docm"), "presskit.intake.worddoc"),
    Source("odt", N_("OpenDocument text"), (".odt", ".ott"), "presskit.intake.opendoc"),
    Source("pdf", "PDF", (".pdf",), "presskit.intake.pdfwords"),
)
"""What can be brought in, in the order of menus; a reader is loaded when it is first used."""


def read_file(path: Path) -> Intake:
    """What a file holds. Raises Unreadable, whose sentence says what is wrong and what to do."""
    try:
        with path.open("rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise Unreadable(_("“{file}” is no file that can be brought in.").format(file=path.name))
            data = stream.read(MOST_BYTES + 1)
    except OSError as problem:
        told = _("“{file}” cannot be read ({why}): see that it is there, and that you may open it.")
        raise Unreadable(told.format(file=path, why=why_unread(problem))) from problem
    return read(data, path.name)


def read(data: bytes, name: str = "") -> Intake:
    """What a file holds, by its content and, where that leaves it open, its name.

    Raises Unreadable for what is no text that can be read; its sentence says why and what to do.
    """
    called = PurePath(name).name or _("the text")
    if len(data) > MOST_BYTES:
        told = _("“{file}” has more than {size} MB, and a release less than one: bring in its text alone.")
        raise Unreadable(told.format(file=called, size=MOST_BYTES // MEGABYTE))
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise Unreadable(_("“{file}” is empty: there is nothing to bring in.").format(file=called))
    kind = _kind(data, called)
    if kind in ("text", "markdown", "html"):
        return read_text(decoded(data, called), kind, called)
    return _checked(_reader(kind)(data, called), called)


def read_text(words: str, form: str = "text", called: str = "") -> Intake:
    """What somebody pasted. form: "text", "markdown" or "html". Raises Unreadable where there is nothing."""
    called = called or _("the text")
    left_out: tuple[str, ...] = ()
    if len(words) > MOST_LETTERS:
        words = words[:MOST_LETTERS]
        told = _("Only the first {count} letters of “{file}” were read: a release has some thousands.")
        left_out = (told.format(count=number(MOST_LETTERS), file=called),)
    if form == "text" and _HTML.match(words.lstrip()[:400]):
        form = "html"
    found = Intake(lines(words)) if form == "text" else _reader(form)(words.encode(), called)
    return _checked(replace(found, left_out=left_out + found.left_out), called)


def _checked(found: Intake, called: str) -> Intake:
    if len(found.passages) > MOST_PASSAGES:
        told = _("Only the first {count} lines of “{file}” were read: a release has some hundreds.")
        left_out = (*found.left_out, told.format(count=number(MOST_PASSAGES), file=called))
        found = replace(found, passages=found.passages[:MOST_PASSAGES], left_out=left_out)
    if not any(each.text.strip() for each in found.passages):
        raise Unreadable(_("There are no words in “{file}” that could be brought in.").format(file=called))
    return found


def _reader(kind: str) -> Callable[[bytes, str], Intake]:
    module = next(each.module for each in SOURCES if each.id == kind)
    return cast(Callable[[bytes, str], Intake], import_module(module).read)


def _kind(data: bytes, called: str) -> str:
    """The format of a file; raises Unreadable for one that is none of ours."""
    suffix = PurePath(called).suffix.lower()
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, called)
    if data.startswith(_OLE):
        told = _(
            "“{file}” is an old Word file or locked with a password: open it in Word or LibreOffice, and "
            "save it as DOCX without a password."
        )
        raise Unreadable(told.format(file=called))
    signs = {"pdf": b"%PDF-", "rtf": b"{\\rtf"}
    for kind, sign in signs.items():
        if sign in data[:1024]:
            return _known(kind, called)
    if suffix in (".md", ".markdown"):
        return "markdown"
    head = data[:4096].replace(b"\x00", b"").decode("latin-1")
    return "html" if _HTML.search(head) else "text"


def _zipped(data: bytes, called: str) -> str:
    found = unzip(data, called, lambda name: name in ("mimetype", "[Content_Types].xml"))
    if b"wordprocessingml" in found.get("[Content_Types].xml", b""):
        return "docx"
    if found.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument.text"):
        return _known("odt", called)
    if found.get("mimetype", b"").startswith(b"application/vnd.presskit"):
        raise Unreadable(_("“{file}” is a kit already: open it with Ctrl+O.").format(file=called))
    raise damaged(called, _("it holds neither a Word document nor another text that is known"))


def _known(kind: str, called: str) -> str:
    if any(each.id == kind for each in SOURCES):
        return kind
    told = _(
        "“{file}” is a {kind} file, which cannot be brought in: save it as DOCX, or copy its text and "
        "paste it."
    )
    raise Unreadable(told.format(file=called, kind=kind.upper()))
