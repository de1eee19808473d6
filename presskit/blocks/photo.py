"""A photo with its caption and credit."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from presskit.flow import AnyShape, Para, Picture
from presskit.i18n import N_
from presskit.model.block import Block, Setting
from presskit.model.fields import line, picture, rich_line
from presskit.text.runs import RichText, join, plain


class Photo(Block, frozen=True, kw_only=True, tag="photo"):
    """A picture of the kit, who and what it shows, and who took it."""

    label: ClassVar[str] = N_("Photo")

    name: Annotated[str, picture(N_("Photo"), N_("Drop or paste a picture, or click to choose a file"))] = ""
    caption: Annotated[
        RichText, rich_line(N_("Caption"), N_("Who, what, where: names from left to right"), "caption")
    ] = ()
    credit: Annotated[str, line(N_("Credit"), N_("Who took it"), holds="name")] = ""
    alt: Annotated[str, line(N_("Description"), N_("What it shows, for those who cannot see it"))] = ""

    def flow(self, setting: Setting) -> Iterator[AnyShape]:
        """The picture and, below it, caption and credit."""
        credit = self.credit.strip()
        words = setting.profile.page_words(setting.language)
        below = join(
            self.caption,
            " " if self.caption and credit else "",
            words.photo_credit.format(name=credit) if credit else "",
        )
        if self.name:
            yield Picture(
                role="photo",
                block=self.id,
                name=self.name,
                alt=_seen(self.alt) or _seen(plain(self.caption)) or words.photo,
                caption=plain(self.caption).strip(),
                credit=credit,
                keep_next=bool(below),
            )
        if below:
            yield Para(role="caption", block=self.id, text=below)


def _seen(text: str) -> str:
    """The text on one line, without characters that have no form."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
