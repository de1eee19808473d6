"""The paper: pages of set text, pictures, rules, links and bookmarks, as one PDF document."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFString

from presskit.export.fonts import Typeface
from presskit.export.pdf_fonts import EmbeddedFont
from presskit.export.pdf_lines import Ink, Line
from presskit.export.pdf_objects import Bookmark, Info, Outline, Stream
from presskit.export.pdf_pictures import Prepared

_COLOUR = re.compile("#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")


@lru_cache(maxsize=64)
def paint(colour: str) -> str:
    """The operator that fills with a colour "#rrggbb"; black when it is none."""
    found = _COLOUR.fullmatch(colour)
    red, green, blue = (int(part, 16) / 255 for part in found.groups()) if found else (0.0, 0.0, 0.0)
    return f"{red:.4g} {green:.4g} {blue:.4g} rg"


class Paper:
    """A document in the making, a page at a time. Points from a page's lower left corner, as in PDF."""

    def __init__(self, size: tuple[float, float], title: str, author: str, language: str) -> None:
        made: Any = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7), lang=language)
        self._document = made
        self._document.info = Info(title, author)
        self._document.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        self._size = size
        self._fonts: dict[str, EmbeddedFont] = {}
        self._pictures: dict[int, tuple[str, Prepared, Any]] = {}
        self._bookmarks: list[Bookmark] = []
        self._resources = PDFDictionary({})
        self._code: list[str] = []
        self._links: list[Any] = []

    def text(self, placed: Iterable[tuple[Line, float, float]]) -> None:
        """Lines of text, each with the x of its start and the y of its base line, and their links."""
        code = ["BT"]
        font, colour = "", ""
        linked: list[tuple[Ink, float, float, float]] = []
        for line, x, y in placed:
            code.append(f"1 0 0 1 {x:.3f} {y:.3f} Tm")
            at = x
            for ink, face, text, parts, means, exact, width in line.stretches:
                if ink.link:
                    _note_link(linked, ink, at, min(at + width, x + line.width), y)
                at += width
                if ink.colour != colour:
                    colour = ink.colour
                    code.append(paint(colour))
                embedded = self._embedded(face)
                wanted = f"/{embedded.name} {ink.size:g} Tf"
                if wanted != font:
                    font = wanted
                    code.append(font)
                shown = [f"[{part}] TJ" for _, part in parts]
                if len(parts) > 1 or parts[0][0]:
                    rises = (f"{rise * ink.size / 1000:.3f} Ts" for rise, _ in parts)
                    shown = [*(each for pair in zip(rises, shown, strict=True) for each in pair), "0 Ts"]
                if not (embedded.use(means) and exact):
                    spelt = text.encode("utf-16-be").hex()
                    shown = [f"/Span <</ActualText <feff{spelt}>>> BDC", *shown, "EMC"]
                code += shown
        code.append("ET")
        self._code += code
        for ink, start, end, y in linked:
            self._link(ink, start, end, y)

    def _embedded(self, face: Typeface) -> EmbeddedFont:
        found = self._fonts.get(face.name)
        if found is None:
            found = self._fonts[face.name] = EmbeddedFont(face, f"F{len(self._fonts) + 1}")
        return found

    def _link(self, ink: Ink, start: float, end: float, y: float) -> None:
        """A thin line below the words of a link, and the place to click."""
        face, scale = ink.cut.face, ink.size / 1000
        low, high = y + face.descent * scale, y + face.ascent * scale * 0.85
        self.stroke(start, end, y + face.underline * scale, max(face.stroke * scale * 0.8, 0.3), ink.colour)
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray([round(each, 2) for each in (start, low, end, high)]),
                "Border": PDFArray([0, 0, 0]),
                "F": 4,
                "A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(ink.link)}),
            }
        )
        self._links.append(self._document.Reference(annotation))

    def stroke(self, start: float, end: float, y: float, thick: float, colour: str) -> None:
        """A horizontal line from x `start` to `end`, `thick` points thick."""
        box = f"{start:.3f} {y - thick / 2:.3f} {end - start:.3f} {thick:.3f}"
        self._code.append(f"q {paint(colour)} {box} re f Q")

    def picture(self, image: Prepared, x: float, y: float, width: float, height: float) -> None:
        """A picture whose lower left corner is at (x, y), `width` x `height` points large."""
        if id(image) not in self._pictures:
            self._pictures[id(image)] = (f"P{len(self._pictures) + 1}", image, self._embed(image))
        name = self._pictures[id(image)][0]
        self._code.append(f"q {width:.3f} 0 0 {height:.3f} {x:.3f} {y:.3f} cm /{name} Do Q")

    def _embed(self, image: Prepared) -> Any:
        """The picture as an object of the document (ISO 32000-1, 8.9.5)."""
        entries: dict[str, Any] = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": image.width,
            "Height": image.height,
            "BitsPerComponent": 8,
        }
        if image.alpha:
            veil = Stream({**entries, "ColorSpace": PDFName("DeviceGray")}, image.alpha, packed=True)
            entries["SMask"] = self._document.Reference(veil)
        entries["ColorSpace"] = PDFName("DeviceGray" if image.colours == 1 else "DeviceRGB")
        if image.is_jpeg:
            entries["Filter"] = PDFName("DCTDecode")
        return self._document.Reference(Stream(entries, image.data, packed=True))

    def bookmark(self, title: str, level: int, top: float) -> None:
        """A heading of this page, for the outline; `top` is its y."""
        self._bookmarks.append(Bookmark(title, level, self._document.thisPageRef(), top))

    def end_page(self) -> None:
        """This page is done; the next begins."""
        code = "\n".join(self._code).encode()
        self._document.updateSignature(code)
        width, height = self._size
        page = {
            "Type": PDFName("Page"),
            "Parent": self._document.Reference(self._document.Pages),
            "MediaBox": PDFArray([0, 0, width, height]),
            "Resources": self._document.Reference(self._resources),
            "Contents": self._document.Reference(Stream({}, code)),
        }
        if self._links:
            page["Annots"] = PDFArray(self._links)
        self._document.addPage(PDFDictionary(page))
        self._code, self._links = [], []

    def finish(self) -> bytes:
        """The bytes of the document, the same each time for the same pages."""
        document = self._document
        self._resources["ProcSet"] = PDFArray([PDFName("PDF"), PDFName("Text"), PDFName("ImageC")])
        if self._fonts:
            fonts = {each.name: each.add_to(document) for each in self._fonts.values()}
            self._resources["Font"] = PDFDictionary(fonts)
        if self._pictures:
            pictures = {name: made for name, _, made in self._pictures.values()}
            self._resources["XObject"] = PDFDictionary(pictures)
        if self._bookmarks:
            document.Outlines = document.Catalog.Outlines = Outline(document, self._bookmarks)
        return bytes(document.GetPDFData(None))


def _note_link(
    linked: list[tuple[Ink, float, float, float]], ink: Ink, start: float, end: float, y: float
) -> None:
    """Adds a stretch of a link, to the one before where it goes on on the same line."""
    if linked:
        before, first, last, height = linked[-1]
        if before.link == ink.link and height == y and abs(last - start) < 0.01:
            linked[-1] = (before, first, end, y)
            return
    linked.append((ink, start, end, y))
