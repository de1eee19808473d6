"""The structure of a PDF: what each mark on its pages is, in reading order (ISO 32000-1, 14.7 and 14.8)."""

from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary

from presskit.export.pdf_objects import Source, number_of, string

_DEEPEST = 6  # H1 to H6 are all there are


class Element:
    """A structure element, such as "P". said: text attributes of it, such as Alt or Lang; layout: the
    source of its attribute object. Its kids are elements, marked content and annotations."""

    __slots__ = ("kids", "kind", "layout", "said")

    def __init__(self, kind: str, said: Mapping[str, str] | None = None, layout: str = "") -> None:
        self.kind = kind
        self.said = said or {}
        self.layout = layout
        self.kids: list[Element | _Marked | _Annotation] = []

    def sub(self, kind: str, said: Mapping[str, str] | None = None, layout: str = "") -> "Element":
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
        top = Source()
        reference = document.Reference(top)
        here = number_of(document, reference)
        numbers: dict[int, str] = {}
        root = _add(document, self.root, here, numbers)
        owners = (
            numbers[id(owner)] if isinstance(owner, Element) else f"[{_listed(owner, numbers)}]"
            for owner in self._owners
        )
        parents = Source()
        parents.text = "<</Nums [" + "\n".join(f"{key} {owner}" for key, owner in enumerate(owners)) + "]>>"
        tree = number_of(document, document.Reference(parents))
        top.text = (
            f"<</Type /StructTreeRoot /K [{root}] /ParentTree {tree} /ParentTreeNextKey {len(self._owners)}>>"
        )
        document.Catalog.StructTreeRoot = reference
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _listed(elements: list[Element], numbers: dict[int, str]) -> str:
    return " ".join(numbers[id(each)] for each in elements)


def _add(document: Any, element: Element, above: str, numbers: dict[int, str]) -> str:
    """Adds an element and all below it; returns what refers to it."""
    made = Source()
    here = numbers[id(element)] = number_of(document, document.Reference(made))
    page = next((kid.page for kid in element.kids if isinstance(kid, _Marked)), None)
    kids: list[str] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(_add(document, kid, here, numbers))
        elif isinstance(kid, _Annotation):
            on, what = number_of(document, kid.page), number_of(document, kid.reference)
            kids.append(f"<</Type /OBJR /Pg {on} /Obj {what}>>")
        elif page is not None and kid.page.name == page.name:
            kids.append(str(kid.number))
        else:
            kids.append(f"<</Type /MCR /Pg {number_of(document, kid.page)} /MCID {kid.number}>>")
    text = f"<</Type /StructElem /S /{element.kind} /P {above} /K [{' '.join(kids)}]"
    if page is not None:
        text += f" /Pg {number_of(document, page)}"
    text += "".join(f" /{name} {string(said)}" for name, said in element.said.items())
    made.text = text + (f" /A <<{element.layout}>>>>" if element.layout else ">>")
    return here
