"""Parts of a page made elements of the document's structure: lists, quotes, addresses, figures."""

from presskit.export.pdf_parts import PicturePart, TextPart
from presskit.export.pdf_tags import Element, Structure


class Tagger:
    """Gives each part its element, the same on every page that it stands on. Parts come in reading order."""

    def __init__(self, structure: Structure) -> None:
        self._structure = structure
        self._elements: dict[int, Element] = {}
        self._items: dict[int, Element] = {}
        self._open: tuple[str, str, Element] | None = None  # what the next part may belong to

    def element(self, part: TextPart) -> Element:
        """The element that holds the text of a part."""
        found = self._elements.get(id(part))
        if found is None:
            found = self._elements[id(part)] = self._made(part)
        return found

    def label(self, part: TextPart) -> Element:
        """The element that holds the bullet or number of a part."""
        return self._item(part).sub("Lbl")

    def figure(self, part: PicturePart, box: tuple[float, float, float, float]) -> Element:
        """The element that holds a picture (left, bottom, right, top) with the words for it."""
        corners = " ".join(f"{each:.2f}" for each in box)
        layout = f"/O /Layout /Placement /Block /BBox [{corners}]"
        above = self._structure.root if part.role == "logo" else self._within("Div", f"photo {part.block}")
        return above.sub("Figure", {"Alt": part.alt}, layout)

    def _made(self, part: TextPart) -> Element:
        if part.level:
            self._open = None
            return self._structure.heading(part.level)
        if part.label is not None:
            return self._item(part).sub("LBody")
        if part.address:
            return self._within("Div", f"{part.group}").sub("P")
        if part.role == "quote":
            return self._within("BlockQuote", part.block).sub("P")
        if part.role == "caption":
            return self._within("Div", f"photo {part.block}").sub("Caption")
        self._open = None
        return self._structure.root.sub("P")

    def _item(self, part: TextPart) -> Element:
        found = self._items.get(id(part))
        if found is None:
            kind = "Decimal" if part.ordered else "Disc"
            numbering = f"/O /List /ListNumbering /{kind}"  # ISO 32000-1, 14.8.5.5
            found = self._items[id(part)] = self._within("L", f"{part.group}", numbering).sub("LI")
        return found

    def _within(self, kind: str, key: str, layout: str = "") -> Element:
        """The element that goes on for as long as parts with its key follow one another."""
        if self._open is None or self._open[:2] != (kind, key):
            self._open = (kind, key, self._structure.root.sub(kind, layout=layout))
        return self._open[2]
