"""What every kind of block has in common."""

import os
from collections.abc import Iterable
from typing import Any, ClassVar, Self

from msgspec import Struct
from msgspec.structs import replace

from presskit.flow import AnyShape
from presskit.model.fields import Question, questions, walk
from presskit.model.profile import Profile
from presskit.text.runs import plain, plain_paragraphs


class Setting(Struct, frozen=True):
    """What a block has to know of its release to set itself."""

    language: str
    profile: Profile


class Translated(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a block of another language translates: the id of a block of the kit's original, and that one's
    words, as `Block.letters` gives them, when it was translated. settled: equal words are meant so. Internal:
    no writer shows it. See `presskit.model.translation`."""

    of: str = ""
    words: tuple[str, ...] = ()
    settled: bool = False


class Block(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    """A part of a release. Every half-finished state is a valid one; only checks judge.

    label: the kind's name on screen. once: whether a release has one at most. A kind's icon is
    resources/icons/KIND.svg. reference, version: the item of the library that it was taken from, and in
    which version; the block itself is the snapshot, and works without the library. prompt: what a template
    says is to be written in it, shown while it is empty; no page and no letter of it is the author's.
    translated: of a block in another language, what it translates.
    """

    label: ClassVar[str] = ""
    once: ClassVar[bool] = False

    id: str = ""
    reference: str = ""
    version: int = 0
    prompt: str = ""
    translated: Translated | None = None

    @property
    def kind(self) -> str:
        """The name of the kind in a file, such as "quote"."""
        return str(self.__struct_config__.tag)

    @classmethod
    def blank(cls) -> Self:
        """A new, empty one with an id of its own."""
        return cls(id=new_id())

    def flow(self, setting: Setting) -> Iterable[AnyShape]:
        """The shapes that it puts on the page; none while it is empty."""
        raise NotImplementedError

    def remarks(self) -> Iterable[str]:
        """What colleagues should know of it, in the language of the screen; never for reporters."""
        return ()

    def is_empty(self) -> bool:
        """Whether the author has not answered anything yet."""
        return not any(each.strip() for each in (*self.letters(), *self.pictures()))

    def letters(self) -> list[str]:
        """What the author wrote, field by field, as plain text."""
        found: list[str] = []

        def visit(question: Question, answer: Any) -> None:
            match question.ask.form:
                case "line":
                    found.append(answer)
                case "rich":
                    found.append(plain(answer))
                case "paragraphs":
                    found.append(plain_paragraphs(answer))
                case _:
                    pass

        walk(self, visit)
        return found

    def pictures(self) -> list[str]:
        """The names of the kit's pictures that it shows."""
        found: list[str] = []
        walk(self, lambda question, answer: found.append(answer) if question.ask.form == "picture" else None)
        return [name for name in found if name]

    def summary(self) -> str:
        """A line to know it by in an outline."""
        return next((" ".join(each.split()) for each in self.letters() if each.strip()), "")

    def questions(self) -> tuple[Question, ...]:
        """What this kind asks of an author."""
        return questions(type(self))


def new_id() -> str:
    """An id that no other block of a kit will have: 8 hexadecimal digits."""
    return os.urandom(4).hex()


def fresh_copy(block: Block) -> Block:
    """The same block under a new id."""
    return replace(block, id=new_id())
