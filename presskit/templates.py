"""What a new kit begins with: data, a file each under resources/templates."""

import tomllib
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from presskit import assets
from presskit.blocks import BY_KIND
from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.crosshead import Crosshead
from presskit.blocks.quote import Quote
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.model.block import Block
from presskit.model.brand import Brand, page_for
from presskit.model.kit import Kit
from presskit.model.profile import profile
from presskit.model.release import Release
from presskit.text.runs import rich

TEMPLATES = (
    "release", "coalition", "statement", "advisory", "opinion", "factsheet", "invitation", "blank",
)  # fmt: skip
"""Their names, in the order in which they are offered."""


class Opening(Struct, frozen=True, kw_only=True):
    """A block that a template begins with. en, es: what is to be written in it, shown while it is empty and
    printed nowhere. text_en, text_es: words that stand in it from the beginning."""

    kind: str
    en: str = ""
    es: str = ""
    text_en: str = ""
    text_es: str = ""


class Template(Struct, frozen=True, kw_only=True):
    """label, about: in English; the window shows them in the language of the screen. icon: under
    resources/icons."""

    label: str
    about: str
    icon: str
    openings: tuple[Opening, ...] = field(name="block")


@cache
def template(name: str) -> Template:
    """The template of a name; raises KeyError when there is none."""
    if name not in TEMPLATES:
        raise KeyError(name)
    return msgspec.convert(tomllib.loads(assets.read(f"templates/{name}.toml").decode()), Template)


def new_kit(name: str, territory: str, language: str = "en-US") -> Kit:
    """A kit from a template, on the paper of a territory, in a language (BCP 47): its prompts are Spanish for
    Spanish, else English. Raises KeyError for an unknown template."""
    blocks = tuple(_block(each, language) for each in template(name).openings)
    return Kit(releases=(Release(language=language, brand=Brand(page=page_for(territory)), blocks=blocks),))


def _block(opening: Opening, language: str) -> Block:
    spanish = language.startswith("es")
    words = opening.text_es if spanish else opening.text_en
    block = replace(BY_KIND[opening.kind].blank(), prompt=opening.es if spanish else opening.en)
    more: dict[str, Any] = {}
    match block:
        case Contacts():
            more = {"people": (Contact(),)}
        case Statistics():
            more = {"items": (Figure(), Figure()), "sources": (Source(),)}
        case Quote():
            more = {"verb": profile(Release().profile).page_words(language).said}
        case Crosshead() | Boilerplate() if words:
            more = {"text": rich(words)}
        case _:
            pass
    return replace(block, **more)
