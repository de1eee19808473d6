"""The paper: pages of set text, pictures, rules, links and bookmarks, as one tagged PDF document.

Everything on a page is content of a structure element or an artifact (ISO 14289-1, 7.1).
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFString

from presskit.export.fonts import Typeface
from presskit.export.pdf_fonts import EmbeddedFont
from presskit.export.pdf_ink import Ink
from presskit.export.pdf_metadata import About, Attached, attach, describe, language_tag
from presskit.export.pdf_objects import Bookmark, Outline, Stream
from presskit.export.pdf_pictures import Prepared
from presskit.export.pdf_stretches import Line, Stretch
from presskit.export.pdf_tags import Element, Structure

Placed = Iterable[tuple[Line, float, float]]
"""Lines, each with the x of its start and the y of its base line."""

_SLANT = "0.2126"  # 12 degrees, where a face has no italic
_COLOUR = re.compile("#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")


@lru_cache(maxsize=64)
def paint(colour: str) -> str:
    """The operator that fills with a colour "#rrggbb"; black when it is none."""
    found = _COLOUR.fullmatch(colour)
    red, green, blue = (int(part, 16) / 255 for part in found.groups()) if found else (0.0, 0.0, 0.0)
    return f"{red:.4g} {green:.4g} {blue:.4g} rg"


class Paper:
    """A document in the making, a page at a time. Points from a page's lower left corner, as in PDF."""

    def __init__(
        self,
        size: tuple[float, float],
        about: About,
        attached: Sequence[Attached] = (),
    ) -> None:
        made: Any = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7))
        self._document = made
        describe(made, about, part=3 if attached else 2)
        if attached:
            attach(made, attached)
        self.structure = Structure()
        self._language = about.language
        self._size = size
        self._fonts: dict[str, EmbeddedFont] = {}
        self._pictures: dict[int, tuple[str, Prepared, Any]] = {}
        self._bookmarks: list[Bookmark] = []
        self._resources = PDFDictionary({})
        self._code: list[str] = []
        self._links: list[Any] = []

    def text(self, placed: Placed, element: Element) -> None:
        """Lines of text of an element, and their links. What is in another language or leads somewhere
        is an element within it."""
        pen, shown = _Pen(), list[str]()
        linked: list[_Linked] = []
        inside = _Inside(element, self._language)
        for line, x, y in placed:
            begins = self._begun(line, inside)
            for stretch, (owner, begin) in zip(line.stretches, begins, strict=True):
                if begin:
                    shown += [*["EMC"] * bool(shown), begin]
                if stretch.ink.link:
                    start, end = x + max(stretch.x, 0), x + min(stretch.x + stretch.width, line.width)
                    _note_link(linked, _Linked(owner, stretch.ink, start, end, y))
                shown += self._shown(pen, stretch, x + stretch.x, y)
        if shown:
            self._code += ["BT", *shown, "EMC", "ET"]
        for each in linked:
            self._link(each)

    def _begun(self, line: Line, inside: "_Inside") -> list[tuple[Element, str]]:
        """Of each stretch of a line the element that it belongs to, and the operator that begins its marked
        content where it does not go on with that of the stretch before.

        What runs leftward is drawn from left to right, as programs that copy text expect, and says
        itself what it reads; the elements are in reading order, whatever is drawn first.
        """
        page, stretches = self._document.thisPageRef(), line.stretches
        if not any(stretch.leftward for stretch in stretches):
            return [
                (owner, self.structure.mark(owner, page) if fresh else "")
                for owner, fresh in map(inside.owner, stretches)
            ]
        begun: dict[int, tuple[Element, str]] = {}
        for number in sorted(range(len(stretches)), key=lambda each: stretches[each].at):
            owner, _ = inside.owner(stretches[number])
            holder = owner
            if stretches[number].leftward:
                holder = owner.sub("Span", {"ActualText": stretches[number].text})
            begun[number] = owner, self.structure.mark(holder, page)
        inside.leave()
        return [begun[number] for number in range(len(stretches))]

    def furniture(self, placed: Placed, kind: Literal["Header", "Footer"]) -> None:
        """Lines that stand on every page and are no part of what is read (ISO 32000-1, 14.8.2.2)."""
        pen, shown = _Pen(), list[str]()
        for line, x, y in placed:
            for stretch in line.stretches:
                shown += self._shown(pen, stretch, x + stretch.x, y)
        edge = "Top" if kind == "Header" else "Bottom"
        begin = f"/Artifact <</Type /Pagination /Subtype /{kind} /Attached [/{edge}]>> BDC"
        if shown:
            self._code += [begin, "BT", *shown, "ET", "EMC"]

    def behind(self, shapes: str, colour: str) -> None:
        """Shapes behind all that this page will have, filled with a colour: no part of what is read."""
        if shapes:
            begin = "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC"
            self._code.insert(0, f"{begin} q {paint(colour)} {shapes} Q EMC")

    def _shown(self, pen: "_Pen", stretch: Stretch, x: float, y: float) -> list[str]:
        """The operators that show a stretch of text, with the pen at (x, y)."""
        size, parts = stretch.ink.size, stretch.parts
        embedded = self._embedded(stretch.face)
        shown = [f"[{part}] TJ" for _, part in parts]
        if len(parts) > 1 or parts[0][0]:
            rises = (f"{rise * size / 1000:.3f} Ts" for rise, _ in parts)
            shown = [*(each for pair in zip(rises, shown, strict=True) for each in pair), "0 Ts"]
        known = embedded.use(stretch.means) and stretch.exact
        if not known and not stretch.leftward:
            spelt = stretch.text.encode("utf-16-be").hex()
            shown = [f"/Span <</ActualText <feff{spelt}>>> BDC", *shown, "EMC"]
        slant = _SLANT if stretch.slanted else "0"
        return [f"1 0 {slant} 1 {x:.3f} {y:.3f} Tm", *pen.take(stretch.ink, embedded.name), *shown]

    def _embedded(self, face: Typeface) -> EmbeddedFont:
        found = self._fonts.get(face.name)
        if found is None:
            found = self._fonts[face.name] = EmbeddedFont(face, f"F{len(self._fonts) + 1}")
        return found

    def _link(self, linked: "_Linked") -> None:
        """A thin line below the words of a link, and the place to click."""
        element, ink, start, end, y = linked
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
                "Contents": PDFString(ink.link.removeprefix("mailto:")),  # ISO 14289-1, 7.18.5
            }
        )
        reference = self._document.Reference(annotation)
        annotation["StructParent"] = self.structure.annotate(element, self._document.thisPageRef(), reference)
        self._links.append(reference)

    def stroke(self, start: float, end: float, y: float, thick: float, colour: str) -> None:
        """A horizontal line from x `start` to `end`, `thick` points thick; it says nothing to a reader."""
        box = f"{start:.3f} {y - thick / 2:.3f} {end - start:.3f} {thick:.3f}"
        self._code.append(f"/Artifact <</Type /Layout>> BDC q {paint(colour)} {box} re f Q EMC")

    def picture(self, image: Prepared, box: tuple[float, float, float, float], element: Element) -> None:
        """A picture that fills a box (left, bottom, right, top) and is content of an element."""
        left, bottom, right, top = box
        if id(image) not in self._pictures:
            self._pictures[id(image)] = (f"P{len(self._pictures) + 1}", image, self._embed(image))
        name = self._pictures[id(image)][0]
        begin = self.structure.mark(element, self._document.thisPageRef())
        matrix = f"{right - left:.3f} 0 0 {top - bottom:.3f} {left:.3f} {bottom:.3f} cm"
        self._code.append(f"{begin} q {matrix} /{name} Do Q EMC")

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
            "StructParents": self.structure.end_page(),
            "Tabs": PDFName("S"),  # ISO 14289-1, 7.18.3
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
        self.structure.add_to(document)
        return bytes(document.GetPDFData(None))


class _Pen:
    """What colour and font are set, so that they are set again only when they change."""

    def __init__(self) -> None:
        self._colour = self._font = ""

    def take(self, ink: Ink, name: str) -> list[str]:
        """The operators that set an ink's colour, and the font of that name at its size."""
        taken: list[str] = []
        if ink.colour != self._colour:
            self._colour = ink.colour
            taken.append(paint(ink.colour))
        font = f"/{name} {ink.size:g} Tf"
        if font != self._font:
            self._font = font
            taken.append(font)
        return taken


class _Linked(NamedTuple):
    """Words on a line that lead somewhere, from x `start` to `end`."""

    element: Element
    ink: Ink
    start: float
    end: float
    y: float


def _note_link(linked: list[_Linked], new: _Linked) -> None:
    """Adds a stretch of a link, to the one before where it goes on on the same line."""
    if linked:
        before = linked[-1]
        if before.element is new.element and before.y == new.y and abs(before.end - new.start) < 0.01:
            linked[-1] = before._replace(end=new.end)
            return
    linked.append(new)


class _Inside:
    """The elements within one: a link, or words in another language, each for as long as it goes on."""

    def __init__(self, element: Element, language: str) -> None:
        self._element = self._now = element
        self._language = language
        self._kind = ("", "")
        self._left = True

    def owner(self, stretch: Stretch) -> tuple[Element, bool]:
        """The element that a stretch belongs to, and whether marked content begins with it."""
        ink = stretch.ink
        kind = (ink.link, "" if ink.language == self._language else ink.language)
        fresh, self._left = self._left or kind != self._kind, False
        if kind != self._kind:
            link, language = self._kind = kind
            said = {"Lang": language_tag(language)} if language else {}
            self._now = self._element.sub("Link" if link else "Span", said) if any(kind) else self._element
        return self._now, fresh

    def leave(self) -> None:
        """Marked content begins anew with the next stretch, whatever it belongs to."""
        self._left = True
