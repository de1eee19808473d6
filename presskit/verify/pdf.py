"""What a PDF says (ISO 32000-1): to its readers, and behind the page."""

import io
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from presskit.bounded import MAX_FILE, Unreadable, damaged, too_large, xml
from presskit.i18n import _, ngettext
from presskit.model.locale_words import quoted
from presskit.verify import claims, pdf_seen, pdf_text, pictures, quick, word
from presskit.verify.findings import Finding, Gathering, Report, moment
from presskit.verify.internal import Internal, Piece
from presskit.verify.pdf_letters import Letters, is_dictionary, is_string, spelt, strings, unpacked

if TYPE_CHECKING:
    from pikepdf import Pdf

_MOST_PAGES = 1000
_MOST_PIXELS = 400_000_000  # of pictures, in a file that is drawn
# What comes of values of the wrong kind: qpdf mends what it can, and says so of the rest.
_MISFITS = (RecursionError, ValueError, TypeError, AttributeError, KeyError, IndexError, RuntimeError)
_MAX_XMP = 4 * 1024 * 1024
_COMMENTS = {"/Text", "/FreeText", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Caret", "/Ink",
             "/Stamp", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Redact"}  # fmt: skip
_PROGRAMS = {
    "/JavaScript",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/GoToR",
    "/GoToE",
    "/Rendition",
    "/Movie",
}
_HISTORY = re.compile(r"xmpMM:(History|DerivedFrom|Ingredients|DocumentID|InstanceID|OriginalDocumentID)")
_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
# What PDF/A-1 and a file for fast reading from the net may have twice in the first version of themselves.
_LINEAR = b"/Linearized"


def read(data: bytes, called: str, wanted: Internal) -> Report:
    """What is in a PDF; `called` is what a problem calls it. Raises Unreadable."""
    parts = quick.take_apart(data, called)  # refuses what grows beyond measure before a library sees it
    with _opened(data, called) as document:
        try:
            found = _Document(document, data, called, wanted)
            found.look()
            pieces = [*quick.pieces(parts), *found.pieces]
        except _MISFITS as error:
            raise damaged(called, _("its parts do not fit together")) from error
    findings = dict.fromkeys((*found.findings, *wanted.search(pieces)))
    return Report("pdf", found.facts, tuple(findings))


def reading_order(data: bytes, called: str = "") -> str:
    """The words of a tagged PDF; see `pdf_text.reading_order`. Raises Unreadable, also without tags."""
    quick.take_apart(data, called)
    with _opened(data, called) as document:
        if "/StructTreeRoot" not in document.Root:
            told = _("“{file}” is not tagged, so it has no order to be read in: export it again.")
            raise Unreadable(told.format(file=called))
        try:
            return pdf_text.reading_order(document)
        except _MISFITS as error:
            raise damaged(called, _("its parts do not fit together")) from error


def _opened(data: bytes, called: str) -> "Pdf":
    import pikepdf

    if len(data) > MAX_FILE:
        raise too_large(called)
    # What it mends is no news to anybody; what it cannot is told below.
    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)
    try:
        document = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
        if not len(document.pages):
            raise damaged(called, _("it has no pages"))
    except pikepdf.PasswordError as error:
        told = _("“{file}” is locked with a password: ask for a copy without.")
        raise Unreadable(told.format(file=called)) from error
    except (pikepdf.PdfError, RuntimeError, RecursionError, ValueError) as error:
        raise damaged(called, _("it is cut off or was changed on its way")) from error
    return document


class _Document(Gathering):
    """A PDF and what was found in it."""

    def __init__(self, document: "Pdf", data: bytes, called: str, wanted: Internal) -> None:
        super().__init__()
        self.document = document
        self.root: Any = document.Root
        self.data = data
        self.called = called
        self.wanted = wanted
        self.pieces: list[Piece] = []
        self._pixels = 0  # of all pictures
        self.texts = pdf_text.page_texts(document, _MOST_PAGES)
        self.xmp = (unpacked(self.root.get("/Metadata"), _MAX_XMP) or b"").decode("utf-8", "replace")

    def look(self) -> None:
        """Gathers all there is to say."""
        self._itself()
        self._access()
        self._fonts()
        self._objects()
        self._names()
        self._pages()

    def _itself(self) -> None:
        """What it says of itself, in its information dictionary and in XMP."""
        info: Any = self.document.trailer.get("/Info", {})
        said = {str(name)[1:]: spelt(value) for name, value in info.items() if is_string(value)}
        packet = _packet(self.xmp, self.called)
        title = packet.get("title", "") or said.get("Title", "")
        self.fact("title", title)
        self.fact("author", packet.get("creator", "") or said.get("Author", ""))
        subject = packet.get("description", "") or said.get("Subject", "")
        self.about(subject, packet.get("Keywords", "") or said.get("Keywords", ""))
        language = self.root.get("/Lang")
        self.fact("language", spelt(language) if language is not None else "")
        self.fact("pages", len(self.document.pages))
        made = dict.fromkeys((said.get("Creator", ""), said.get("Producer", "")))
        self.fact("made-with", ", ".join(filter(None, made)))
        if not title.strip():
            self.findings.append(Finding("no-title"))
        if "language" not in self.facts:
            self.findings.append(Finding("no-language"))
        dates = [said.get("CreationDate", ""), said.get("ModDate", "")]
        dates += [packet.get(each, "") for each in ("CreateDate", "ModifyDate", "MetadataDate")]
        self.found("times", *map(moment, dates))
        known = {
            "Title",
            "Author",
            "Subject",
            "Keywords",
            "Creator",
            "Producer",
            "CreationDate",
            "ModDate",
            "Trapped",
        }
        self.found("custom", *(name for name in said if name not in known))
        self.found("history", *(found[1] for found in _HISTORY.finditer(self.xmp)))
        persons = [said.get("Author", ""), packet.get("creator", "")]
        persons += [value for name, value in said.items() if name not in known]
        self.pieces += [Piece(each, "person") for each in persons if each]
        ends = len(re.findall(rb"%%EOF", self.data)) - (_LINEAR in self.data[:2048])
        if ends > 1:
            self.found("revisions", str(ends - 1))

    def _access(self) -> None:
        marked = self.root.get("/MarkInfo", {}).get("/Marked", False)
        tagged = bool(marked) and "/StructTreeRoot" in self.root
        self.fact("tagged", _("yes") if tagged else _("no"))
        kept, wrong = claims.check(self.data, self.xmp)
        self.fact("standards", *kept)
        self.findings += wrong
        permitted = self.document.allow
        if self.document.is_encrypted:
            refused = [_("copying")] * (not permitted.extract) + [_("reading aloud")] * (
                not permitted.accessibility
            )
            self.found("locked", *(refused or [_("changing")]))
        if not tagged:
            self.findings.append(Finding("untagged"))
            return
        root, whole = pdf_text.tree(self.document, self.texts)
        if not whole:
            self.found("not-all", _("its structure is broken or very large"))
        headings = [node for node in root.all() if pdf_text.HEADING.fullmatch(node.kind)]
        self.fact("headings", *(f"{node.kind[1:] or '-'}: {node.words()[:80]}" for node in headings))
        if not headings:
            self.findings.append(Finding("no-headings"))
        before = 0
        for node in headings:
            level = int(node.kind[1:] or before or 1)
            if level > before + 1:
                self.found("levels", f"{before or '-'} → {level}, {quoted(node.words()[:60])}")
            before = level
        figures = [node for node in root.all() if node.kind == "Figure"]
        bare = [
            node
            for node in figures
            if not (node.said.get("Alt", "") or node.said.get("ActualText", "")).strip()
        ]
        if figures:
            told = ngettext("{count}, {bare} without a description", "{count}, {bare} without a description",
                            len(figures))  # fmt: skip
            self.fact("pictures", told.format(count=len(figures), bare=len(bare)))
        if bare:
            self.found("no-alt", str(len(bare)))
        kinds = [node.kind for node in root.all()]
        self.fact("paragraphs", kinds.count("P"))
        self.fact("words", len(pdf_text.plain(root).split()))
        for name, kind in (("lists", "L"), ("tables", "Table"), ("links", "Link")):
            self.fact(name, kinds.count(kind) or "")
        self.pieces.append(Piece("\n".join(node.said.get("Alt", "") for node in root.all()), "body"))

    def _fonts(self) -> None:
        """Which fonts there are, whether they are in the file, and whether their letters can be copied."""
        import pikepdf

        named: dict[str, tuple[bool, bool]] = {}
        for each in self.document.objects:
            if not isinstance(each, pikepdf.Dictionary) or str(each.get("/Type", "")) != "/Font":
                continue
            kind = str(each.get("/Subtype", ""))
            if kind in {"/CIDFontType0", "/CIDFontType2"}:
                continue  # told of by the font that it is part of
            below = each["/DescendantFonts"][0] if "/DescendantFonts" in each else each
            descriptor: Any = below.get("/FontDescriptor", {})
            inside = kind == "/Type3" or any(name in descriptor for name in _EMBEDDED)
            name = str(each.get("/BaseFont", each.get("/Name", "/?")))[1:]
            named[name] = (inside, Letters(each).known)
        self.fact(
            "fonts",
            *(_described(name, *how) for name, how in sorted(named.items(), key=_plain_name)),
        )
        self.found("not-embedded", *(name for name, (inside, _known) in named.items() if not inside))
        self.found("no-letters", *(name for name, (_inside, known) in named.items() if not known))

    def _objects(self) -> None:
        """What any object may hide: actions, comments, picture data."""
        import pikepdf

        comments, programs, images = [], [], 0
        for each in self.document.objects:
            # Packed together or locked, they say nothing to who reads the bytes alone.
            self.pieces.append(Piece("\n".join(strings(each)), "data"))
            if not is_dictionary(each):
                continue
            kind = str(each.get("/Subtype", ""))
            if kind in _COMMENTS:
                comments.append(spelt(each["/T"]) if is_string(each.get("/T")) else kind[1:])
            for held in (each, each.get("/A"), each.get("/OpenAction")):
                action = str(held.get("/S", "")) if is_dictionary(held) else ""
                if action in _PROGRAMS:
                    programs.append(action[1:])
            if isinstance(each, pikepdf.Stream) and kind == "/Image":
                images += 1
                self._pixels += int(each.get("/Width", 0)) * int(each.get("/Height", 0))
                if str(each.get("/Filter", "")) == "/DCTDecode":
                    findings, words = pictures.look(each.read_raw_bytes(), f"{images}")
                    self.findings += findings
                    self.pieces += words
        self.found("comments", *comments)
        if "/AA" in self.root or "/JavaScript" in self.root.get("/Names", {}):
            programs.append("JavaScript")
        self.found("script", *programs)
        if "/OCProperties" in self.root:
            self.found("layers", str(len(self.root.OCProperties.get("/OCGs", ()))))
        if "/PieceInfo" in self.root or any("/PieceInfo" in page.obj for page in self.document.pages):
            self.found("custom", "PieceInfo")

    def _names(self) -> None:
        """Files inside, and what is in those that can be looked at."""
        attached = self.document.attachments
        self.found("attached", *attached)
        for name, each in attached.items():
            self.pieces.append(Piece(name, "data"))
            if name.lower().endswith(".docx"):
                body = each.get_file().read_bytes()
                try:
                    inner = word.read(body, name, self.wanted)
                except Unreadable as problem:
                    self.found("not-all", problem.sentence)
                else:
                    self.findings += [finding for finding in inner.findings if finding.severity == "stop"]

    def _pages(self) -> None:
        unseen: dict[str, list[str]] = {"covered": [], "outside": [], "faint-text": []}
        for text in self.texts.values():
            self.pieces.append(Piece("".join(text.shown), "body"))
            unseen["faint-text"] += text.hidden
        cut = any(text.cut for text in self.texts.values()) or len(self.document.pages) > _MOST_PAGES
        # Nothing is drawn that may take a machine all its time or memory.
        if not cut and self._pixels <= _MOST_PIXELS:
            drawn = pdf_seen.unseen(self.data)
            cut = not drawn.whole
            for why, words in drawn.found:
                unseen[why].append(words)
        else:
            cut = True
        for kind, each in unseen.items():
            self.found(kind, *(quoted(words.strip()[:60]) for words in each))
        if cut:
            self.found("not-all", _("it is very large or partly broken"))


def _plain_name(entry: tuple[str, object]) -> str:
    return entry[0].rpartition("+")[2]


def _described(name: str, inside: bool, known: bool) -> str:
    subset = re.match(r"[A-Z]{6}\+", name)
    how = [_("embedded, used letters only") if subset else _("embedded")] if inside else [_("not embedded")]
    if not known:
        how.append(_("letters unknown"))
    return f"{name[7:] if subset else name} ({', '.join(how)})"


def _packet(xmp: str, called: str) -> dict[str, str]:
    """The properties of XMP by their names without prefix, as far as it can be read."""
    if not xmp.strip():
        return {}
    body = re.sub(r"<\?xpacket.*?\?>", "", xmp, flags=re.DOTALL).strip("\ufeff\0 \r\n\t")
    try:
        root = xml(body.encode(), called)
    except Unreadable:
        return {}
    return dict(_said(root))


def _said(root: Any) -> Iterator[tuple[str, str]]:
    for each in root.iter():
        if not isinstance(each.tag, str):
            continue
        space, _brace, name = each.tag.rpartition("}")
        for key, value in each.attrib.items():
            yield key.rpartition("}")[2], value
        if "rdf-syntax" not in space:
            words = " ".join(" ".join(each.itertext()).split())
            if words:
                yield name, words
