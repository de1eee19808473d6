"""Blocks and rich text on the clipboard: ours for our windows, HTML and plain text for other programs."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from presskit.blocks.crosshead import Crosshead
from presskit.blocks.listing import Listing
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.tabled import Tabled, tabled
from presskit.flow import Bullets, Heading, shape_paragraphs
from presskit.model.block import Block, Setting, new_id
from presskit.model.kit import Asset
from presskit.model.profile import profile
from presskit.model.release import Release
from presskit.model.span import is_one_text
from presskit.session import Clip, pack, unpack
from presskit.text import table
from presskit.text.clip import Piece, from_html, from_text, to_html, to_text
from presskit.text.runs import Paragraphs, plain_paragraphs

CLIP_MIME = "application/x-presskit-blocks"


def mime_of(blocks: Iterable[Block], release: Release, pictures: Iterable[Asset] = ()) -> QMimeData:
    """Blocks for the clipboard, as they read in a release, with those of a kit's pictures that they show."""
    blocks = tuple(blocks)
    pieces = tuple(_pieces(blocks, release))
    mime = QMimeData()
    mime.setData(CLIP_MIME, pack(blocks, pictures))
    mime.setHtml(to_html(pieces))
    mime.setText(to_text(pieces))
    return mime


def mime_of_part(blocks: Iterable[Block], release: Release, pictures: Iterable[Asset] = ()) -> QMimeData:
    """Blocks of which some are cut; where all are texts, words that go on in what they are pasted into."""
    blocks = tuple(blocks)
    mime = mime_of(blocks, release, pictures)
    if all(is_one_text(block) for block in blocks):
        mime.removeFormat(CLIP_MIME)
    return mime


def mime_of_texts(texts: Paragraphs) -> QMimeData:
    """Words for the clipboard."""
    mime = QMimeData()
    mime.setHtml(to_html(Piece("paragraph", (text,)) for text in texts))
    mime.setText(plain_paragraphs(texts))
    return mime


def _pieces(blocks: tuple[Block, ...], release: Release) -> Iterable[Piece]:
    setting = Setting(release.language, profile(release.profile))
    for block in blocks:
        for shape in block.flow(setting):
            match shape:
                case Heading():
                    yield Piece("heading", (shape.text,))
                case Bullets():
                    yield Piece("numbers" if shape.ordered else "bullets", shape.items)
                case _:
                    yield from (Piece("paragraph", (text,)) for text in shape_paragraphs(shape))


def clipboard() -> QMimeData:
    """What is on the clipboard; an empty one has nothing, for which Qt may give None."""
    there: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if there is None else there


def blocks_in(mime: QMimeData) -> Clip:
    """The blocks of ours that a clipboard holds, under new ids; none where it holds something else."""
    return unpack(bytes(mime.data(CLIP_MIME).data())) if mime.hasFormat(CLIP_MIME) else Clip()


def pieces_in(mime: QMimeData) -> tuple[Piece, ...]:
    """What another program put on the clipboard."""
    return from_html(mime.html()) if mime.hasHtml() else from_text(mime.text())


@dataclass(frozen=True)
class PastedTable:
    """A table of figures from a spreadsheet. left: rows that were too many. otherwise: what it says where
    figures have no place."""

    content: Tabled
    left: int
    otherwise: tuple[Piece, ...]


def table_in(mime: QMimeData) -> PastedTable | None:
    """The figures that a spreadsheet put on the clipboard; None where it holds something else."""
    found = table.from_html(mime.html()) if mime.hasHtml() else table.from_text(mime.text())
    content = tabled(found) if found else None
    return PastedTable(content, found.left, pieces_in(mime)) if found and content else None


def block_of(piece: Piece) -> Block:
    """A new block that says what a piece says."""
    match piece.kind:
        case "heading":
            return Crosshead(id=new_id(), text=piece.texts[0])
        case "bullets" | "numbers":
            return Listing(
                id=new_id(), items=piece.texts, marker="number" if piece.kind == "numbers" else "bullet"
            )
        case _:
            return Paragraph(id=new_id(), text=piece.texts[0])
