"""What people already have, brought in: read, recognised, put right by hand, and made into a kit.

The window and the command line reach `intake` through this module.
"""

from pathlib import Path

from msgspec.structs import replace

from presskit.blocks.headline import Headline
from presskit.blocks.subhead import Subhead
from presskit.bounded import Unreadable
from presskit.i18n import _
from presskit.intake.composing import WHY, Aside, Composed, compose
from presskit.intake.labels import labels
from presskit.intake.parts import Draft, Kind, Part, changed
from presskit.intake.passages import Intake
from presskit.intake.reading import SOURCES, read_file, read_text
from presskit.intake.recognise import recognise
from presskit.model.kit import Kit

__all__ = [
    "SOURCES",
    "WHY",
    "Aside",
    "Composed",
    "Draft",
    "Intake",
    "Kind",
    "Part",
    "Unreadable",
    "add_to",
    "changed",
    "compose",
    "kit_of",
    "labels",
    "read_file",
    "read_text",
    "recognise",
    "with_blocks",
]


def kit_of(path: Path) -> Composed:
    """A file as a kit, whose inside notes say where it came from. Raises Unreadable."""
    intake = read_file(path)
    made = compose(recognise(intake))
    head = _("Brought in from “{file}”.").format(file=path.name)
    notes = "\n".join((head, *intake.left_out, "", made.kit.notes)).rstrip()
    return replace(made, kit=replace(made.kit, notes=notes))


def add_to(kit: Kit, number: int, made: Composed) -> Kit:
    """A kit whose release of that number is what was brought in, with its language; pictures and other
    languages stay, and what was set aside joins the inside notes."""
    brought = made.kit.releases[0]
    release = replace(
        kit.releases[number],
        language=brought.language,
        line=brought.line,
        dateline=brought.dateline,
        blocks=brought.blocks,
    )
    notes = "\n\n".join(each for each in (kit.notes, made.kit.notes) if each.strip())
    return replace(kit.with_release(number, release), notes=notes)


def with_blocks(kit: Kit, number: int, made: Composed, after: str) -> Kit:
    """A kit whose release of that number has the blocks of what was brought in below the block of that id,
    else at its end. A second headline comes in as a subhead: a release has one."""
    release = kit.releases[number]
    brought = [
        Subhead(id=each.id, text=each.text) if isinstance(each, Headline) else each
        for each in made.kit.releases[0].blocks
    ]
    ids = [each.id for each in release.blocks]
    place = ids.index(after) + 1 if after in ids else len(ids)
    blocks = (*release.blocks[:place], *brought, *release.blocks[place:])
    notes = "\n\n".join(each for each in (kit.notes, made.kit.notes) if each.strip())
    return replace(kit.with_release(number, release.with_blocks(blocks)), notes=notes)
