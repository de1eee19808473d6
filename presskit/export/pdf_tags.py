"""The structure of a PDF: what each mark on its pages is, in reading order (ISO 32000-1, 14.7 and 14.8)."""

from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

_DEEPEST = 6  # H1 to H6 are all there are


class Element:
    """A structure element, such as "P". said: text attributes of it, such as Alt or Lang; layout: its
    attribute object. Its kids are elements, marked content (page, number) and annotations (page, object)."""

    __slots__ = ("kids", "kind", "layout", "said")

    def __init__(
        self, kind: str, said: Mapping[str, str] | None = None, layout: Mapping[str, Any] | None = None
    ) -> None:
        self.kind = kind
        self.said = said or {}
        self.layout = layout
        self.kids: list[Element | _Marked | _Annotation] = []

    def sub(
        self, kind: str, said: Mapping[str, str] | None = None, layout: Mapping[str, Any] | None = None
    ) -> "Element":
        """A new last child."""
        child = Element(kind, said, layout)
        self.kids.append(child)
        return child


class _Marked:
    """Marked content of a page: `number` is its MCID."""

    __slots__ = ("number", "page")

    def __init__(self, page: Any, number: int) -> None:
        self.page = page
        self.number = number


class _Annotation:
    """An annotation that belongs to an element."""

    __slots__ = ("page", "reference")

    def __init__(self, page: Any, reference: Any) -> None:
        self.page = page
        self.reference = reference


class Structure:
    """The structure of a document in the making, page by page."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._here: list[Element] = []  # whose marked content stands on this page, by MCID
        self._owners: list[Element | list[Element]] = []  # by key: of an annotation, of a page's content
        self._page_key = -1
        self._level = 0

    def heading(self, level: int) -> Element:
        """A heading at the end; levels begin at 1 and skip none (ISO 14289-1, 7.4.2)."""
        self._level = min(max(level, 1), self._level + 1, _DEEPEST)
        return self.root.sub(f"H{self._level}")

    def mark(self, element: Element, page: Any) -> str:
        """The operator that begins content of an element on the page."""
        number = len(self._here)
        self._here.append(element)
        element.kids.append(_Marked(page, number))
        return f"/{element.kind} <</MCID {number}>> BDC"

    def annotate(self, element: Element, page: Any, reference: Any) -> int:
        """Makes an annotation an element's own; returns its StructParent."""
        self._owners.append(element)
        element.kids.append(_Annotation(page, reference))
        return len(self._owners) - 1

    def end_page(self) -> int:
        """This page is done; returns its StructParents."""
        self._owners.append(self._here)
        self._here = []
        return len(self._owners) - 1

    def add_to(self, document: Any) -> None:
        """Puts the tree into the document's catalogue."""
        top = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        here = document.Reference(top)
        references: dict[int, Any] = {}
        top["K"] = PDFArray([_add(document, self.root, here, references)])
        numbers: list[Any] = []
        for key, owner in enumerate(self._owners):
            if isinstance(owner, Element):
                numbers += [key, references[id(owner)]]
            else:
                numbers += [key, PDFArray([references[id(each)] for each in owner])]
        top["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        top["ParentTreeNextKey"] = len(self._owners)
        catalog = document.Catalog
        catalog.StructTreeRoot = here
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _add(document: Any, element: Element, above: Any, references: dict[int, Any]) -> Any:
    """Adds an element and all below it; returns its reference."""
    entries: dict[str, Any] = {"Type": PDFName("StructElem"), "S": PDFName(element.kind), "P": above}
    made = PDFDictionary(entries)
    here = references[id(element)] = document.Reference(made)
    for name, text in element.said.items():
        made[name] = PDFString(text)
    if element.layout:
        made["A"] = PDFDictionary(dict(element.layout))
    page = next((kid.page for kid in element.kids if isinstance(kid, _Marked)), None)
    if page is not None:
        made["Pg"] = page
    kids: list[Any] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(_add(document, kid, here, references))
        elif isinstance(kid, _Annotation):
            held = {"Type": PDFName("OBJR"), "Pg": kid.page, "Obj": kid.reference}
            kids.append(PDFDictionary(held))
        elif page is not None and kid.page.name == page.name:
            kids.append(kid.number)
        else:
            apart = {"Type": PDFName("MCR"), "Pg": kid.page, "MCID": kid.number}
            kids.append(PDFDictionary(apart))
    if kids:
        made["K"] = PDFArray(kids)
    return here
