"""Sample releases from texts in packaging/texts, a file each: the same words, written once, as blocks."""

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.crosshead import Crosshead
from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.blocks.subhead import Subhead
from presskit.model.block import Block
from presskit.model.brand import Brand
from presskit.model.kit import Asset, Kit
from presskit.model.release import Dateline, Release
from presskit.text.runs import rich

FOLDER = Path(__file__).resolve().parent / "texts"
_PLAIN = {"headline": Headline, "subhead": Subhead, "paragraph": Paragraph, "crosshead": Crosshead}


def names() -> list[str]:
    """The names of all texts."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def kit(name: str, pictures: Path) -> Kit:
    """The kit of a text; `pictures` is the folder of its logo."""
    text = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    logo = Asset.of((pictures / text["logo"]).read_bytes()) if "logo" in text else None
    brand = Brand(
        theme=text["theme"],
        page=text["page"],
        accent=text.get("accent", ""),
        logo=logo.name if logo else "",
        issuers=tuple(text.get("issuers", ())),
    )
    release = Release(
        language=text["language"],
        dateline=Dateline(city=text["city"], region=text.get("region", ""), date=text["date"]),
        brand=brand,
        blocks=tuple(_block(f"{number:08x}", fields) for number, fields in enumerate(text["blocks"], 1)),
    )
    return Kit(releases=(release,), pictures=(logo,) if logo else (), notes=text["notes"])


def _block(block_id: str, fields: dict[str, Any]) -> Block:
    match kind := fields.pop("kind"):
        case "contacts":
            return Contacts(id=block_id, people=tuple(msgspec.convert(fields["people"], list[Contact])))
        case "quote":
            words = tuple(map(rich, fields.pop("words")))
            speaker = {part: fields.pop(part) for part in ("title", "name", "description") if part in fields}
            return Quote(id=block_id, words=words, speaker=Speaker(**speaker), **fields)
        case "statistics":
            items = tuple(Figure(figure=figure, sentence=rich(rest)) for figure, rest in fields["items"])
            source = msgspec.convert(fields["source"], Source)
            introduction = rich(fields["introduction"])
            return Statistics(id=block_id, introduction=introduction, items=items, sources=(source,))
        case "boilerplate":
            return Boilerplate(id=block_id, heading=fields["heading"], text=(rich(fields["text"]),))
        case _:
            return _PLAIN[kind](id=block_id, text=rich(fields["text"]))
