"""What was recognised: a part for each paragraph, or each piece of one, in order and without a gap."""

from collections.abc import Collection
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from presskit.intake.paragraphs import Para
from presskit.intake.passages import Intake

Kind = Literal[
    "release_line", "embargo", "label", "date", "issuer", "contact", "headline", "subhead", "dateline",
    "body", "crosshead", "item", "boilerplate_heading", "boilerplate", "notes_heading", "note", "end",
    "advisory", "table", "aside",
]  # fmt: skip


class Part(Struct, frozen=True):
    """A paragraph, or the letters of it from start to end, and what it was taken for. sure: from 0 to 1."""

    kind: Kind
    para: int
    start: int
    end: int
    sure: float = 1.0


class Draft(Struct, frozen=True):
    """A source with its paragraphs and parts. language: BCP 47 primary tag of the first text in it."""

    intake: Intake
    paras: tuple[Para, ...]
    language: str
    parts: tuple[Part, ...]

    def text(self, part: Part) -> str:
        """The characters of a part, without blanks around them."""
        return self.paras[part.para].text[part.start : part.end].strip()

    def printed(self, part: Part) -> str:
        """The same with the mark of an item before it, if it begins one."""
        mark = self.paras[part.para].mark if part.start == 0 else ""
        return f"{mark} {self.text(part)}" if mark else self.text(part)


def changed(draft: Draft, numbers: Collection[int], kind: Kind) -> Draft:
    """The draft with the parts of these numbers taken for another kind, and surely: somebody looked."""
    wanted = set(numbers)
    parts = tuple(
        replace(part, kind=kind, sure=1.0) if number in wanted else part
        for number, part in enumerate(draft.parts)
    )
    return replace(draft, parts=parts)
