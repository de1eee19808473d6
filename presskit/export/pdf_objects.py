"""The few PDF objects that reportlab lacks or writes in a way of its own."""

import zlib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObject, PDFString


class Stream(PDFObject):
    """Bytes with a dictionary, compressed, with the line end before "endstream" that archives ask
    for (ISO 19005-2, 6.1.7.1). packed: `data` went through zlib already; bare: it never shall."""

    __RefOnly__ = 1  # reportlab's mark of what may stand in a document only by reference

    def __init__(
        self, entries: Mapping[str, Any], data: bytes, *, packed: bool = False, bare: bool = False
    ) -> None:
        self._entries = dict(entries)
        self._data = data if packed or bare or "Filter" in entries else zlib.compress(data)
        if not bare:
            self._entries.setdefault("Filter", "/FlateDecode")

    def format(self, document: PDFDocument) -> bytes:
        """The bytes of the object."""
        head = PDFDictionary({**self._entries, "Length": len(self._data)}).format(document)
        # Data that ends in a carriage return must not lose it to the line end that follows.
        end = b"\r\n" if self._data.endswith(b"\r") else b"\n"
        return bytes(head) + b"\nstream\n" + self._data + end + b"endstream\n"


class Source(PDFObject):
    """An object whose source text is written by ourselves: there are many of its kind."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.text = ""

    def format(self, document: PDFDocument) -> bytes:
        """The bytes of the object."""
        return self.text.encode("latin-1")


def number_of(document: Any, reference: Any) -> str:
    """What refers to an object in source text, such as "7 0 R"."""
    return f"{document.idToObjectNumberAndVersion[reference.name][0]} 0 R"


def string(text: str) -> str:
    """The source of a text string (ISO 32000-1, 7.9.2.2), in UTF-16 where it is not ASCII."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"


class Info(PDFObject):
    """What the file says of itself: title, issuer, program and the like; no dates, no user."""

    invariant = 1

    def __init__(self, said: Mapping[str, str]) -> None:
        self._entries = {**said, "Creator": "PressKit", "Producer": "PressKit"}

    def digest(self, signature: Any) -> None:
        """Adds what is said to a running hash."""
        for text in self._entries.values():
            signature.update(text.encode("utf-8", "replace"))

    def format(self, document: PDFDocument) -> bytes:
        """The bytes of the object; what is empty is left out."""
        said = {key: PDFString(text) for key, text in self._entries.items() if text}
        return bytes(PDFDictionary(said).format(document))


class Bookmark(NamedTuple):
    """An entry of the outline: where its heading stands. level: 1 and up; top: y on the page in points."""

    title: str
    level: int
    page: Any
    top: float


class Outline(PDFObject):
    """The bookmarks as a tree (ISO 32000-1, 12.3.3), all of it unfolded."""

    ready = 1  # reportlab asks whether there is an outline at all

    def __init__(self, document: Any, bookmarks: Sequence[Bookmark]) -> None:
        self._root = PDFDictionary({"Type": PDFName("Outlines"), "Count": len(bookmarks)})
        self.ready = 1 if bookmarks else -1
        here = document.Reference(self)
        open_entries: list[tuple[int, PDFDictionary, Any]] = [(0, self._root, here)]
        last: dict[int, tuple[PDFDictionary, Any]] = {}
        for bookmark in bookmarks:
            while open_entries[-1][0] >= bookmark.level:
                open_entries.pop()
            _, above, above_reference = open_entries[-1]
            entry = PDFDictionary(
                {
                    "Title": PDFString(bookmark.title),
                    "Parent": above_reference,
                    "Dest": PDFArray([bookmark.page, "/XYZ", "null", round(bookmark.top, 2), "null"]),
                }
            )
            reference = document.Reference(entry)
            if id(above) in last:
                before, before_reference = last[id(above)]
                before["Next"], entry["Prev"] = reference, before_reference
            else:
                above["First"] = reference
            above["Last"] = reference
            if above is not self._root:
                for _, each, _ in open_entries[1:]:
                    each["Count"] = each.dict.get("Count", 0) + 1
            last[id(above)] = (entry, reference)
            open_entries.append((bookmark.level, entry, reference))

    def prepare(self, document: PDFDocument, canvas: object) -> None:
        """Called by reportlab before it writes: everything is in place already."""

    def format(self, document: PDFDocument) -> bytes:
        """The bytes of the tree's root."""
        return bytes(self._root.format(document))
