"""Web pages, from a file or the clipboard. Nothing is fetched, no script runs, no style is followed."""

import re
from typing import Any

from presskit.i18n import _
from presskit.intake.passages import Form, Intake, Passage, Region
from presskit.intake.wording import decoded
from presskit.text.runs import Run, plain, tidy

_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
     "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "thead", "tfoot", "tr",
     "ul", "caption", "td", "th"]
)  # fmt: skip
_SKIPPED = frozenset(
    ["script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "video",
     "audio", "math", "select", "textarea", "input", "head", "map"]
)  # fmt: skip
_REGIONS: dict[str, Region] = {
    "nav": "nav", "aside": "aside", "form": "form", "button": "form", "figcaption": "picture",
    "footer": "footer",
}  # fmt: skip
_ROLES: dict[str, Region] = {
    "navigation": "nav", "complementary": "aside", "contentinfo": "footer", "search": "form",
    "menu": "nav", "menubar": "nav", "toolbar": "nav",
}  # fmt: skip
# Words of which the classes and names of such places are made, on most sites.
_NAMED: tuple[tuple[re.Pattern[str], Region], ...] = (
    (re.compile(r"\b(?:bread-?crumbs?|nav(?:bar|igation)?|menu|skip-?link|pagination|pager|toc)\b"), "nav"),
    (re.compile(r"\b(?:share|sharing|social(?:-?(?:links|media|icons))?|addtoany|sharedaddy)\b"), "nav"),
    (re.compile(r"\b(?:comments?(?:-?(?:list|area|respond))?|respond|disqus)\b"), "comment"),
    (re.compile(r"\b(?:cookies?(?:-?(?:banner|notice|consent|bar))?|gdpr|consent)\b"), "hidden"),
    (re.compile(r"\b(?:related(?:-?(?:posts|news|articles))?|sidebar|widget(?:-?area)?)\b"), "aside"),
    (re.compile(r"\b(?:newsletter|subscribe|mailing-?list)\b"), "form"),
    (re.compile(r"\b(?:screen-?reader-?text|sr-only|visually-?hidden)\b"), "hidden"),
    (re.compile(r"\b(?:site-?footer|page-?footer|footer-?(?:widgets|menu|links))\b"), "footer"),
)  # fmt: skip
_ITALIC, _BOLD = frozenset(["i", "em", "cite", "dfn", "var"]), frozenset(["b", "strong", "th"])
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", re.S | re.I)
_HEAVY_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_DEEPEST = 600  # elements within each other; a page has some dozens
_LONG_CELL = 200  # letters; a table with longer ones is there for its looks


def read(data: bytes, called: str) -> Intake:
    """The passages of a page; raises Unreadable when its bytes are no text."""
    from lxml import etree, html

    words = decoded(data, called)
    if fragment := _FRAGMENT.search(words):
        words = fragment[1]
    words = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", words)
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(words, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return Intake((), form="html")
    walker = _Walker()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            if event == "end":
                walker.text(element.tail)
            continue
        if event == "start":
            walker.begin(element)
        else:
            walker.end(element)
    walker.flush()
    title = root.find(".//title")
    declared = (root.get("lang") or "").strip()
    return Intake(
        tuple(walker.found),
        title=_BLANKS.sub(" ", (title.text or "") if title is not None else "").strip()[:500],
        language=declared[:35],
        form="html",
        left_out=tuple(walker.left_out()),
    )


class _State:
    """What holds within an element."""

    __slots__ = (
        "bold",
        "dropped",
        "form",
        "italic",
        "level",
        "link",
        "mark",
        "ordered",
        "pre",
        "region",
        "tag",
    )

    def __init__(self, parent: "_State | None", tag: str) -> None:
        self.tag = tag
        if parent is None:
            self.bold = self.italic = self.pre = self.dropped = False
            self.link = self.mark = ""
            self.region: Region = ""
            self.form: Form = "plain"
            self.level = self.ordered = 0
            return
        self.bold, self.italic, self.pre, self.dropped = (
            parent.bold,
            parent.italic,
            parent.pre,
            parent.dropped,
        )
        self.link, self.mark, self.region = parent.link, "", parent.region
        self.form, self.level, self.ordered = parent.form, parent.level, 0


class _Walker:
    def __init__(self) -> None:
        self.found: list[Passage] = []
        self._stack = [_State(None, "")]
        self._runs: list[Run] = []
        self._mark = ""
        self._gap = 0
        self._broken = False  # whether the line before ended within a paragraph
        self._cells: list[list[Run]] | None = None
        self._dropped: dict[str, int] = {}

    # --- elements

    def begin(self, element: Any) -> None:
        """An element opens."""
        tag = element.tag.lower()
        above = self._stack[-1]
        state = _State(above, tag)
        if len(self._stack) > _DEEPEST:
            state.dropped = True
        self._stack.append(state)
        if above.dropped or tag in _SKIPPED:
            if not above.dropped and tag not in ("head", "map"):
                self._dropped[tag] = self._dropped.get(tag, 0) + 1
            state.dropped = True
            return
        if tag == "br":
            self.flush(line=True)
            return
        if tag == "img":
            self._image(element)
            return
        if tag in _BLOCKS:
            self._block(tag, state)
        state.region = _region(element, tag) or state.region
        state.bold = state.bold or tag in _BOLD or bool(_HEAVY_STYLE.search(element.get("style") or ""))
        state.italic = state.italic or tag in _ITALIC
        if tag == "a":
            address = (element.get("href") or "").strip()
            state.link = address if re.match(r"(?:https?://|mailto:)[^\s]{3,2000}$", address, re.I) else ""
        self.text(element.text)

    def _block(self, tag: str, state: _State) -> None:
        if tag in ("td", "th") and self._cells is not None:
            self._cells.append([])
            return
        if self._cells is not None and tag in ("div", "p", "ul", "ol", "li", "center"):
            self._space()  # a block within a cell is a piece of it
            if tag != "table":
                return
        if tag == "table":
            self._row_end()
        self.flush()
        if tag == "tr":
            self._cells = []
        elif tag[0] == "h" and tag[1:].isdigit():
            state.form, state.level = "heading", int(tag[1])
        elif tag == "li":
            state.form = "item"
            lists = [each for each in self._stack if each.tag in ("ul", "ol")]
            state.level = len(lists) or 1
            above = lists[-1] if lists else None
            if above is not None:
                above.ordered += 1
            self._mark = f"{above.ordered}." if above is not None and above.tag == "ol" else "•"
        elif tag == "blockquote":
            state.form = "quote" if state.form == "plain" else state.form
        elif tag == "pre":
            state.pre = True
        elif tag in ("p", "div") and state.form == "quote":
            pass

    def end(self, element: Any) -> None:
        """An element closes; its tail stands in what holds it."""
        state = self._stack[-1]
        tag = state.tag
        if not state.dropped and tag in _BLOCKS:
            if tag == "tr":
                self._row_end()
            elif self._cells is None:
                self.flush()
                if tag == "li":
                    self._mark = ""
        self._stack.pop()
        if not self._stack[-1].dropped:
            self.text(element.tail)

    def _image(self, element: Any) -> None:
        words = _BLANKS.sub(" ", element.get("alt") or "").strip()
        if words and self._cells is None:
            self.found.append(
                Passage((Run(words[:1000]),), region="picture", gap=1, line=len(self.found) + 1, whole=True)
            )

    # --- text

    def text(self, letters: str | None) -> None:
        """Letters where the walk stands."""
        state = self._stack[-1]
        if not letters or state.dropped:
            return
        if state.pre:
            pieces = letters.split("\n")
            for number, piece in enumerate(pieces):
                if number:
                    self.flush(line=True)
                self._add(piece, state)
            return
        self._add(_BLANKS.sub(" ", letters), state)

    def _add(self, letters: str, state: _State) -> None:
        if not letters:
            return
        runs = self._runs if self._cells is None else (self._cells[-1] if self._cells else None)
        if runs is None:
            if not letters.strip():
                return
            self._cells = None  # text between rows
            runs = self._runs
        if letters[0] == " " and (not runs or runs[-1].text.endswith(" ")):
            letters = letters[1:]
        if letters:
            runs.append(Run(letters, bold=state.bold, italic=state.italic, link=state.link))

    def _space(self) -> None:
        if self._cells and self._cells[-1] and not self._cells[-1][-1].text.endswith(" "):
            self._cells[-1].append(Run(" "))

    # --- passages

    def flush(self, *, line: bool = False) -> None:
        """Ends a passage. line: a line was broken there, the paragraph goes on."""
        if self._cells is not None:
            if line:
                self._space()
                return
            self._row_end()
            return
        runs, self._runs = tidy(self._runs), []
        if not plain(runs).strip():
            self._gap = min(self._gap + 1, 9)
            self._broken = False
            return
        self._put(runs, whole=not line and not self._broken)
        self._broken = line
        self._gap = 0 if line else 1

    def _put(self, runs: tuple[Run, ...], *, whole: bool, form: Form | None = None) -> None:
        state = self._stack[-1]
        first, last = runs[0], runs[-1]
        runs = (
            tidy((Run(first.text.lstrip(" "), first.bold, first.italic, first.link), *runs[1:]))
            if first.text[:1] == " "
            else runs
        )
        if last.text.endswith(" "):
            last = runs[-1]
            runs = tidy((*runs[:-1], Run(last.text.rstrip(" "), last.bold, last.italic, last.link)))
        kind = form or state.form
        if kind == "item" and not self._mark:
            kind = "plain"
        self.found.append(
            Passage(
                runs,
                form=kind,
                level=state.level if kind in ("heading", "item") else 0,
                mark=self._mark if kind == "item" else "",
                gap=self._gap,
                region=state.region,
                line=len(self.found) + 1,
                whole=whole,
            )
        )
        self._mark = ""

    def _row_end(self) -> None:
        """A row of a table as one passage, its cells parted by tabs; long cells are a paragraph each."""
        if self._cells is None:
            return
        cells = [tidy(each) for each in self._cells]
        self._cells = None
        cells = [each for each in cells if plain(each).strip()]
        if not cells:
            return
        if len(cells) == 1 or any(len(plain(each)) > _LONG_CELL for each in cells):
            for each in cells:
                self._put(each, whole=True)
                self._gap = 1
            return
        runs: list[Run] = []
        for each in cells:
            runs += [Run("\t"), *each] if runs else each
        self._put(tidy(runs), whole=True, form="row")
        self._gap = 0

    def left_out(self) -> list[str]:
        """What of the page was not read, in sentences."""
        told = []
        if scripts := self._dropped.get("script", 0) + self._dropped.get("style", 0):
            told.append(_("{count} scripts and styles of the page were not read.").format(count=scripts))
        frames = sum(self._dropped.get(tag, 0) for tag in ("iframe", "object", "embed", "video", "audio"))
        if frames:
            told.append(_("{count} embedded films or frames were not read.").format(count=frames))
        return told


def _region(element: Any, tag: str) -> Region:
    """Where an element stands by its name, its role or its classes."""
    if (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN.search(element.get("style") or "")
    ):
        return "hidden"
    if tag in _REGIONS:
        return _REGIONS[tag]
    role = (element.get("role") or "").lower()
    if role in _ROLES:
        return _ROLES[role]
    if tag in ("body", "html", "main", "article"):
        return ""
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower().replace("_", "-").strip()
    if names and len(names) < 400:
        for pattern, region in _NAMED:
            if pattern.search(names):
                return region
    return ""
