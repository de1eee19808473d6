"""What a reader makes of a file or a clipboard: the words in order, as passages, and nothing decided yet."""

from typing import Literal

from msgspec import Struct

from presskit.text.runs import RichText, plain

Form = Literal["plain", "heading", "item", "row", "quote"]
Region = Literal[
    "", "nav", "header", "footer", "aside", "form", "comment", "hidden", "matter", "footnote", "picture"
]


class Passage(Struct, frozen=True, omit_defaults=True, gc=False):
    """One line or paragraph of what came in.

    runs: its words with their emphasis and links, white space inside as it was. form: what the source says
    it is; a row has its cells parted by tabs. level: of a heading from 1, of an item from 1 by its depth.
    mark: a bullet or number as printed, no part of `runs`. gap: blank lines, or the distance of a new
    paragraph, before it. region: where the source says it stands, if that is beside the text: "matter" for
    data before a Markdown text, "picture" for a caption or stand-in of one. line: its number in the
    source, from 1. whole: a paragraph of its own, that no line continues.
    """

    runs: RichText
    form: Form = "plain"
    level: int = 0
    mark: str = ""
    gap: int = 0
    region: Region = ""
    line: int = 0
    centred: bool = False
    whole: bool = False

    @property
    def text(self) -> str:
        """Its characters."""
        return plain(self.runs)


class Intake(Struct, frozen=True):
    """A whole source. title: as it names itself, in its properties. language: the one it declares, BCP 47, or
    nothing. form: the format that was read. left_out: sentences for people on what was not read."""

    passages: tuple[Passage, ...]
    title: str = ""
    language: str = ""
    form: str = "text"
    left_out: tuple[str, ...] = ()
