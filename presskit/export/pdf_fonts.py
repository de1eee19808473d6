"""Typefaces inside a PDF: subset, embedded, and told what text their glyphs stand for."""

import zlib
from collections import OrderedDict
from hashlib import sha256
from typing import Any

import uharfbuzz as harfbuzz
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from presskit.export.fonts import Typeface
from presskit.export.pdf_objects import Stream

# What a PDF reader has no use for: glyphs are placed by us and found by number (ISO 32000-1, 9.9).
_UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "DSIG", "name", "post", "OS/2", "cmap", "gasp", "kern",
                  "BASE", "STAT", "vhea", "vmtx", "VORG")  # fmt: skip
_KEPT = 12  # subsets remembered: between two keystrokes the same glyphs are mostly used

_subsets: OrderedDict[tuple[str, frozenset[int]], tuple[int, bytes]] = OrderedDict()


class EmbeddedFont:
    """A typeface in one document: collects the glyphs that are used."""

    def __init__(self, face: Typeface, name: str) -> None:
        self.face = face
        self.name = name
        self._means: dict[int, str] = {}
        self._noted: set[tuple[int, str]] = set()

    def use(self, means: frozenset[tuple[int, str]]) -> bool:
        """Notes glyphs and what they stand for; says whether each stands for that alone so far."""
        exact = True
        for glyph, text in sorted(means - self._noted):
            if self._means.setdefault(glyph, text) == text:
                self._noted.add((glyph, text))
            else:
                exact = False
        return exact

    def add_to(self, document: Any) -> Any:
        """The font as a composite font with glyph numbers for codes (ISO 32000-1, 9.7)."""
        face, used = self.face, frozenset(self._means) | {0}
        size, packed = _subset(face, used)
        # A subset's name begins with six letters that tell it from others (ISO 32000-1, 9.6.4).
        digest = sha256(repr((face.name, sorted(used))).encode()).digest()
        name = "".join(chr(65 + byte % 26) for byte in digest[:6]) + "+" + face.postscript_name
        program: dict[str, Any] = {"Length1": size}
        if face.cubic:  # ISO 32000-1, table 126
            program = {"Subtype": PDFName("CIDFontType0C")}
        file = Stream(program, packed, packed=True)
        descriptor = PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(name),
                "Flags": 4 | (64 if face.slant else 0),
                "FontBBox": PDFArray([round(each) for each in face.box]),
                "ItalicAngle": face.slant,
                "Ascent": round(face.ascent),
                "Descent": round(face.descent),
                "CapHeight": round(face.cap_height),
                "StemV": 140 if face.bold else 85,
                "FontFile3" if face.cubic else "FontFile2": document.Reference(file),
            }
        )
        widths = " ".join(f"{glyph} [{face.advance(glyph):.0f}]" for glyph in sorted(used))
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType0" if face.cubic else "CIDFontType2"),
                "BaseFont": PDFName(name),
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": document.Reference(descriptor),
                "DW": 0,
                "W": f"[{widths}]",
                **({} if face.cubic else {"CIDToGIDMap": PDFName("Identity")}),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(name),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(Stream({}, self._to_unicode())),
            }
        )
        return document.Reference(font)

    def _to_unicode(self) -> bytes:
        """The text of each glyph (ISO 32000-1, 9.10.3)."""
        known = sorted((glyph, text) for glyph, text in self._means.items() if glyph and text)
        pairs = [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in known]
        blocks = (pairs[at : at + 100] for at in range(0, len(pairs), 100))
        lists = "".join("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar\n"]) for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
            f"{lists}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        ).encode()


def _subset(face: Typeface, glyphs: frozenset[int]) -> tuple[int, bytes]:
    """The length of the font file with these glyphs alone, and the file compressed; of a font with
    outlines of PostScript, its table "CFF " alone, whose codes are the numbers of the glyphs."""
    key = (face.name, glyphs)
    found = _subsets.get(key)
    if found is None:
        wanted = harfbuzz.SubsetInput()
        wanted.glyph_set.update(glyphs)
        if face.weight:
            wanted.pin_axis_location(face.face, "wght", face.weight)
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode()) for tag in _UNUSED_TABLES)
        wanted.flags = (
            harfbuzz.SubsetFlags.RETAIN_GIDS
            | harfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
            | harfbuzz.SubsetFlags.NOTDEF_OUTLINE
            | harfbuzz.SubsetFlags.CFF_IDENTITY_CHARSET
        )
        made = harfbuzz.subset(face.face, wanted)
        data = (made.reference_table("CFF ") if face.cubic else made.blob).data
        found = _subsets[key] = (len(data), zlib.compress(data))
        while len(_subsets) > _KEPT:
            _subsets.popitem(last=False)
    return found
