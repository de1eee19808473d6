"""Release -> shapes for colleagues: what reporters get, marked as a draft, and what the house knows of it."""

import datetime

from msgspec.structs import asdict, replace

from presskit.export.layout import lay_out
from presskit.flow import Para, Remark, ReviewSheet
from presskit.i18n import _
from presskit.model.kit import Kit
from presskit.model.profile import profile
from presskit.text.runs import rich


def review_sheet(kit: Kit, number: int, when: datetime.datetime) -> ReviewSheet:
    """One release of a kit as a sheet for the house alone: marked as the draft of a moment (local time), with
    the kit's notes as a remark on the whole, and what each block that stands on the page has to say to
    colleagues."""
    sheet, release = lay_out(kit, number), kit.releases[number]
    house = profile(release.profile)
    words = house.page_words(release.language)
    drawn = {shape.block for shape in sheet.shapes}
    blocks = [block for block in release.blocks if block.id and block.id in drawn]
    remarks = [Remark("", kit.notes)] if kit.notes.strip() else []
    remarks += [Remark(block.id, words) for block in blocks for words in block.remarks()]
    said = (words.draft, house.date(when.date(), release.language), house.time(when, release.language))
    drafted = words.comma.join(said)
    marked = replace(
        sheet,
        title=f"{words.draft} · {sheet.title}" if sheet.title else words.draft,
        running=f"{drafted} · {sheet.running}",
        draft=words.draft,
        keywords=", ".join(each for each in ("draft", sheet.keywords) if each),
        shapes=(
            Para(role="draft", zone="top", text=rich(f"{drafted} · {words.draft_note}")),
            *sheet.shapes,
        ),
    )
    return ReviewSheet(
        **asdict(marked), remarks=tuple(remarks), kinds={block.id: _(block.label) for block in blocks}
    )
