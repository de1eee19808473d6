"""The structure tree of a PDF (ISO 32000-1, 14.7): what a screen reader is told, in its order."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from presskit.verify.pdf_letters import Budget, Letters, PageText, is_array, is_dictionary, is_string, spelt

if TYPE_CHECKING:
    from pikepdf import Pdf

_MOST_PAGES = 1000
_MOST = 200_000  # elements that are looked at
_DEEPEST = 60
_SAID = ("/Alt", "/ActualText", "/Lang")
_INLINE = {"Span", "Link", "Reference", "Em", "Strong", "Quote", "Code", "Annot", "BibEntry", "Note", "Sub",
           "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Form"}  # fmt: skip
HEADING = re.compile(r"H([1-6]?)")


class Node(Struct):
    """A structure element. kids: elements, or words. said: its Alt, ActualText and Lang as far as it has
    them."""

    kind: str
    said: dict[str, str]
    kids: "list[Node | str]"

    def words(self) -> str:
        """All words of it, on one line."""
        return _line(self.text())

    def text(self) -> str:
        """All words of it as they are."""
        if "ActualText" in self.said:
            return self.said["ActualText"]
        return "".join(kid if isinstance(kid, str) else kid.text() for kid in self.kids)

    def all(self) -> "Iterator[Node]":
        """It and all below it, in order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.all()


def page_texts(document: "Pdf", most: int) -> dict[tuple[int, int], PageText]:
    """What each page shows, by the number of its object; of the first `most` pages."""
    fonts: dict[tuple[int, int], Letters] = {}
    budget = Budget()
    return {page.obj.objgen: PageText(page, fonts, budget) for page in islice(document.pages, most)}


def reading_order(document: "Pdf") -> str:
    """The words of a tagged PDF in the order in which a screen reader has them: an empty line between
    blocks, a line for each point of a list or line of an address. Nothing of what is no content, such as
    running heads; nothing at all where there are no tags."""
    if "/StructTreeRoot" not in document.Root:
        return ""
    return plain(tree(document, page_texts(document, _MOST_PAGES))[0])


def tree(document: Any, pages: dict[tuple[int, int], PageText]) -> tuple[Node, bool]:
    """The structure of a document with its words, and whether that is all of it. pages: see `page_texts`."""
    reader = _Reader(document.Root.StructTreeRoot, pages)
    root = Node("Document", {}, [])
    reader.fill(root, document.Root.StructTreeRoot.get("/K"), None, 0)
    return root, not reader.cut


class _Reader:
    """Reads elements; each once, for a broken tree can lead round in circles."""

    def __init__(self, root: Any, pages: dict[tuple[int, int], PageText]) -> None:
        roles = root.get("/RoleMap")
        self._roles = {str(name): str(value) for name, value in roles.items()} if is_dictionary(roles) else {}
        self._pages = pages
        self._seen: set[tuple[int, int]] = set()
        self._count = 0
        self.cut = False

    def fill(self, node: Node, kids: Any, page: Any, depth: int) -> None:
        """Adds to a node what its /K says."""
        self._count += 1
        if self._count > _MOST or depth > _DEEPEST:
            self.cut = True
            return
        if isinstance(kids, int):
            node.kids.append(self._marked(page, kids))
        elif is_dictionary(kids):
            self._dictionary(node, kids, page, depth)
        elif is_array(kids):
            for each in kids:
                self.fill(node, each, page, depth + 1)

    def _dictionary(self, node: Node, kid: Any, page: Any, depth: int) -> None:
        kind = str(kid.get("/Type", ""))
        here = kid.get("/Pg", page)
        if kind == "/MCR":
            node.kids.append(self._marked(here, int(kid.get("/MCID", -1))))
        elif kind != "/OBJR":
            key = kid.objgen
            if key != (0, 0) and key in self._seen:
                self.cut = True
                return
            self._seen.add(key)
            said = {name[1:]: spelt(kid[name]) for name in _SAID if is_string(kid.get(name))}
            child = Node(self._role(str(kid.get("/S", ""))), said, [])
            node.kids.append(child)
            self.fill(child, kid.get("/K"), here, depth + 1)

    def _role(self, kind: str) -> str:
        """The standard kind that one stands for (ISO 32000-1, 14.8.4)."""
        for _step in range(10):
            if kind not in self._roles:
                break
            kind = self._roles[kind]
        return kind[1:]

    def _marked(self, page: Any, number: int) -> str:
        found = self._pages.get(page.objgen) if is_dictionary(page) else None
        return "".join(found.marked.get(number, ())) if found else ""


def plain(root: Node) -> str:
    """The words of a structure as `reading_order` gives them."""
    blocks = [block for block in _blocks(root) if block]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _blocks(node: Node) -> list[str]:
    if node.kind == "Figure":
        return []
    if node.kind == "L":
        return ["\n".join(_items(node))]
    inner = [kid for kid in node.kids if isinstance(kid, Node) and kid.kind not in _INLINE]
    if not inner or "ActualText" in node.said:
        return [node.words()]
    if node.kind == "Div" and all(kid.kind == "P" for kid in inner):
        return ["\n".join(filter(None, (kid.words() for kid in inner)))]
    found: list[str] = []
    loose = ""
    for kid in node.kids:
        if isinstance(kid, str):
            loose += kid
        elif kid.kind in _INLINE:
            loose += kid.text()
        else:
            found += [_line(loose), *_blocks(kid)]
            loose = ""
    return [*found, _line(loose)]


def _items(node: Node) -> Iterator[str]:
    """The points of a list, each on a line, with those of lists within it after it."""
    for kid in node.kids:
        if not isinstance(kid, Node):
            continue
        if kid.kind == "LI":
            parts = [each for each in kid.kids if isinstance(each, Node) and each.kind != "L"]
            yield " ".join(filter(None, (_line(_beside_lists(part)) for part in parts))) or kid.words()
            for inner in kid.all():
                if inner.kind == "L":
                    yield from _items(inner)
        else:
            yield from (block for block in _blocks(kid) if block)


def _beside_lists(node: Node) -> str:
    """The words of a part of a list's point, without those of lists within it."""
    if node.kind == "L":
        return ""
    if "ActualText" in node.said:
        return node.said["ActualText"]
    return "".join(kid if isinstance(kid, str) else _beside_lists(kid) for kid in node.kids)


def _line(text: str) -> str:
    """The same on one line; spaces that hold words together stay."""
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip()
