"""Release -> shapes for colleagues: what reporters get, and what the house knows of it."""

from msgspec.structs import asdict

from presskit.export.layout import lay_out
from presskit.flow import Remark, ReviewSheet
from presskit.i18n import _
from presskit.model.kit import Kit


def review_sheet(kit: Kit, number: int = 0) -> ReviewSheet:
    """One release of a kit as a sheet for the house alone: with the kit's notes as a remark on the whole,
    and what each block that stands on the page has to say to colleagues."""
    sheet = lay_out(kit, number)
    drawn = {shape.block for shape in sheet.shapes}
    blocks = [block for block in kit.releases[number].blocks if block.id and block.id in drawn]
    remarks = [Remark("", kit.notes)] if kit.notes.strip() else []
    remarks += [Remark(block.id, words) for block in blocks for words in block.remarks()]
    return ReviewSheet(
        **asdict(sheet), remarks=tuple(remarks), kinds={block.id: _(block.label) for block in blocks}
    )
