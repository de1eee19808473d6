"""The letters that a PDF's pages show, and the marked content that they are in (ISO 32000-1, 9.4, 14.6)."""

import re
import warnings
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from presskit.bounded import MEGABYTE, inflate
from presskit.verify.quick import decoded

if TYPE_CHECKING:
    from typing import TypeGuard

    from pikepdf import Array, Dictionary, Object, Page, Stream, String

_MAX_CONTENT = 16 * MEGABYTE  # bytes of source of all pages, unpacked, forms as often as they are drawn
_FORM = 1000  # bytes of source that a form counts for, besides its own
_MAX_CMAP = MEGABYTE
_MAX_LETTERS = 100_000  # of a font
_DEEPEST = 10  # forms within forms, lists within lists
_HEX = rb"<([0-9A-Fa-f\s]*)>"
_BLOCK = re.compile(rb"begin(bfchar|bfrange|codespacerange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
INVISIBLE = 3  # text rendering mode (ISO 32000-1, table 106)


class Letters:
    """What a font's codes mean: by its ToUnicode map, or else by the usual encoding of simple fonts."""

    def __init__(self, font: "Object") -> None:
        self._map: dict[bytes, str] = {}
        self.wide = str(font.get("/Subtype", "")) == "/Type0"
        self._length = 2 if self.wide else 1
        source = unpacked(font.get("/ToUnicode"), _MAX_CMAP)
        self.known = bool(source) or not self.wide
        if source:
            self._read(source)

    def _read(self, source: bytes) -> None:
        for kind, body in _BLOCK.findall(source):
            tokens = _tokens(body)
            if kind == b"codespacerange":
                self._length = max(
                    (len(each) for each in tokens if isinstance(each, bytes)), default=self._length
                )
            elif kind == b"bfchar":
                for code, means in zip(tokens[::2], tokens[1::2], strict=False):
                    if isinstance(code, bytes) and isinstance(means, bytes):
                        self._map[code] = means.decode("utf-16-be", "replace")
            else:
                self._ranges(tokens)

    def _ranges(self, tokens: "list[bytes | list[bytes]]") -> None:
        for low, high, means in zip(tokens[::3], tokens[1::3], tokens[2::3], strict=False):
            if not (isinstance(low, bytes) and isinstance(high, bytes)):
                continue
            first, last = int.from_bytes(low), int.from_bytes(high)
            for at in range(first, min(last, first + 0xFFFF) + 1):
                if len(self._map) > _MAX_LETTERS:
                    return
                if isinstance(means, bytes):
                    shifted = int.from_bytes(means) + at - first
                    target = shifted.to_bytes(len(means) + 1)[-len(means) :] if means else b""
                else:
                    target = means[at - first] if at - first < len(means) else b""
                self._map[at.to_bytes(len(low))] = target.decode("utf-16-be", "replace")

    def spell(self, codes: bytes) -> str:
        """The letters that a string of codes stands for."""
        if not self._map:
            return "" if self.wide else codes.decode("cp1252", "replace")
        size = self._length
        cut = (codes[at : at + size] for at in range(0, len(codes), size))
        return "".join(self._map.get(code, "\N{REPLACEMENT CHARACTER}") for code in cut)


class Budget(Struct):
    """How much source of a document's pages is still to be read, in bytes: a few forms that draw each other
    stand for more than any computer can read."""

    left: int = _MAX_CONTENT


class PageText:
    """The letters of a page. marked: by MCID, in the order of showing. shown: all of them, artifacts too.
    hidden: those that are drawn invisibly. cut: whether some of the page was too large to be read."""

    def __init__(self, page: "Page", fonts: dict[tuple[int, int], Letters], budget: Budget) -> None:
        import pikepdf

        self.marked: dict[int, list[str]] = {}
        self.shown: list[str] = []
        self.hidden: list[str] = []
        self.cut = False
        self._fonts = fonts
        self._budget = budget
        self._marks: list[tuple[int, bool]] = []  # (MCID or -1, whether its words are given otherwise)
        contents: Any = page.obj.get("/Contents")
        streams = [contents] if _is_stream(contents) else list(contents or ())
        sources = [self._source(each) for each in streams]
        self._scratch = pikepdf.new()  # holds the sources while they are parsed
        self._run(b"\n".join(sources), page.obj, _inherited(page.obj, "/Resources"), 0)

    def _source(self, stream: "Object") -> bytes:
        source = unpacked(stream, _MAX_CONTENT)
        self.cut |= source is None
        return source or b""

    def _run(self, source: bytes, owner: "Object", resources: Any, depth: int) -> None:
        """Goes through the operators of a page or form."""
        import pikepdf

        self._budget.left -= len(source) + _FORM
        if self._budget.left < 0:
            self.cut = True
            return
        letters, mode = None, 0
        held: list[tuple[Letters | None, int]] = []
        floor = len(self._marks)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # a page that ends too soon is shown as far as it goes
                instructions = pikepdf.parse_content_stream(pikepdf.Stream(self._scratch, source))
        except pikepdf.PdfError:
            self.cut = True
            return
        for instruction in instructions:
            operands: Any = instruction.operands
            match str(instruction.operator):
                case "q":
                    held.append((letters, mode))
                case "Q" if held:
                    letters, mode = held.pop()
                case "Tf" if operands:
                    letters = self._font(_entry(resources, "/Font", operands[0]))
                case "Tr" if operands:
                    mode = int(operands[0])
                case "Tj" | "'" | '"' if operands:
                    self._show(letters, [operands[-1]], mode)
                case "TJ" if operands:
                    self._show(letters, operands[0], mode)
                case "BDC" | "BMC":
                    self._begin(operands, resources)
                case "EMC" if len(self._marks) > floor:
                    self._marks.pop()
                case "Do" if operands and self._budget.left > 0:
                    self._form(_entry(resources, "/XObject", operands[0]), resources, depth + 1)
                case _:
                    pass
        del self._marks[floor:]

    def _form(self, form: Any, resources: Any, depth: int) -> None:
        if not _is_stream(form) or str(form.get("/Subtype", "")) != "/Form":
            return
        if depth > _DEEPEST:
            self.cut = True
            return
        self._run(self._source(form), form, form.get("/Resources", resources), depth)

    def _font(self, font: Any) -> Letters | None:
        if not is_dictionary(font):
            return None
        key = font.objgen
        if key == (0, 0):
            return Letters(font)
        if key not in self._fonts:
            self._fonts[key] = Letters(font)
        return self._fonts[key]

    def _begin(self, operands: Any, resources: Any) -> None:
        """Begins marked content; a replacement text stands for all that is shown in it."""
        said: Any = operands[1] if len(operands) > 1 else None
        if said is not None and not is_dictionary(said):
            said = _entry(resources, "/Properties", said)
        above, replaced = self._marks[-1] if self._marks else (-1, False)
        number, text = above, None
        if is_dictionary(said):
            number = int(said.get("/MCID", above))
            text = said.get("/ActualText")
        if text is not None and not replaced:
            self._add(number, spelt(text))
        self._marks.append((number, replaced or text is not None))

    def _show(self, letters: Letters | None, parts: Iterable[Any], mode: int) -> None:
        number, replaced = self._marks[-1] if self._marks else (-1, False)
        if letters is None:
            return
        text = "".join(letters.spell(bytes(each)) for each in parts if is_string(each))
        if mode == INVISIBLE and text.strip():
            self.hidden.append(text)
        if not replaced:
            self._add(number, text)

    def _add(self, number: int, text: str) -> None:
        self.shown.append(text)
        if number >= 0:
            self.marked.setdefault(number, []).append(text)


def unpacked(stream: Any, limit: int) -> bytes | None:
    """The bytes of a stream; None when they are more than `limit`. What is packed otherwise than with
    deflate is unpacked only when it is small."""
    if not _is_stream(stream):
        return b""
    import pikepdf

    filters: Any = stream.get("/Filter")
    names = [str(filters)] if isinstance(filters, pikepdf.Name) else [str(each) for each in filters or ()]
    try:
        raw = stream.read_raw_bytes()
        if not names:
            return raw if len(raw) <= limit else None
        if names == ["/FlateDecode"] and "/DecodeParms" not in stream:
            return inflate(raw, limit)
        return stream.read_bytes() if len(raw) <= MEGABYTE // 8 else None
    except pikepdf.PdfError:
        return b""


def spelt(text: Any) -> str:
    """A text string of the file."""
    return decoded(bytes(text))


def strings(value: Any, depth: int = 0) -> Iterator[str]:
    """The text strings of an object, without those of objects that it refers to."""
    if is_string(value):
        yield spelt(value)
    elif depth < _DEEPEST and is_array(value):
        for each in value:
            if not _is_elsewhere(each):
                yield from strings(each, depth + 1)
    elif depth < _DEEPEST and is_dictionary(value):
        for _name, each in value.items():  # noqa: PERF102 - it has no values()
            if not _is_elsewhere(each):
                yield from strings(each, depth + 1)


def _is_elsewhere(value: Any) -> bool:
    return bool(getattr(value, "is_indirect", False))


def _tokens(body: bytes) -> "list[bytes | list[bytes]]":
    """The hexadecimal strings of a map, those in brackets as a list."""
    found: list[bytes | list[bytes]] = []
    inside: list[bytes] | None = None
    for digits, opens, closes in _TOKEN.findall(body):
        if opens:
            inside = []
        elif closes:
            found.append(inside or [])
            inside = None
        else:
            plain = b"".join(digits.split()).decode()
            value = bytes.fromhex(plain + "0" * (len(plain) % 2))
            (found if inside is None else inside).append(value)
    return found


def _is_stream(value: Any) -> "TypeGuard[Stream]":
    import pikepdf

    return isinstance(value, pikepdf.Stream)


def is_string(value: Any) -> "TypeGuard[String]":
    """Whether it is a string of the file."""
    import pikepdf

    return isinstance(value, pikepdf.String)


def is_dictionary(value: Any) -> "TypeGuard[Dictionary]":
    """Whether it has entries: a dictionary, or a stream with one."""
    import pikepdf

    return isinstance(value, (pikepdf.Dictionary, pikepdf.Stream))


def is_array(value: Any) -> "TypeGuard[Array]":
    """Whether it is a list of the file."""
    import pikepdf

    return isinstance(value, pikepdf.Array)


def _entry(resources: Any, kind: str, name: Any) -> Any:
    """A resource by its name."""
    group = resources.get(kind) if is_dictionary(resources) else None
    return group.get(str(name)) if is_dictionary(group) else None


def _inherited(page: Any, name: str) -> Any:
    """An entry of a page, or of what it stands in (ISO 32000-1, 7.7.3.4)."""
    for _step in range(50):
        if not is_dictionary(page):
            return None
        if name in page:
            return page.get(name)
        page = page.get("/Parent")
    return None
