"""The right side of the review: the release as it will be, and what is set aside."""

from collections.abc import Mapping

from presskit.blocks.contacts import Contacts
from presskit.blocks.quote import Quote
from presskit.blocks.statistics import Statistics
from presskit.bringing import WHY, Composed
from presskit.gui.intake.rows import Line, RowsView
from presskit.gui.theme import Theme
from presskit.i18n import _, ngettext
from presskit.library.items import Item
from presskit.model.block import Block
from presskit.text.runs import plain, plain_paragraphs


class BlocksView(RowsView):
    """A row for each block, then one for each line that is set aside."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "intakeBlocks", _("The release that it becomes"))

    def show_composed(self, made: Composed, known: Mapping[str, Item] | None = None) -> None:
        """Shows what a draft becomes. known: blocks of which the library has something, by id."""
        lines = []
        for block in made.kit.releases[0].blocks:
            line = _line(block)
            if known and block.id in known:
                told = _("in the library")
                line = line._replace(more=f"{line.more} · {told}" if line.more else told)
            lines.append(line)
        lines += [
            Line(_("Set aside"), each.text, "faint", faint=True, more=_(WHY[each.why])) for each in made.aside
        ]
        self.lines.show(lines)


def _line(block: Block) -> Line:
    """A block as a row: what it is, who speaks, and its words."""
    label = _(block.label)
    match block:
        case Quote():
            return Line(label, plain_paragraphs(block.words), "accent", more=block.speaker.name)
        case Statistics():
            rows = [f"{each.figure} {plain(each.sentence)}".strip() for each in block.items]
            said = [plain(block.introduction), *rows]
            source = next((each.who or each.title for each in block.sources), "")
            return Line(label, " · ".join(each for each in said if each), "good_text", more=source)
        case Contacts():
            people = [
                ", ".join(each for each in (p.name, p.role, p.phone, p.email) if each) for p in block.people
            ]
            count = ngettext("{count} contact", "{count} contacts", len(people)).format(count=len(people))
            return Line(label, " · ".join(people), "good_text", more=count)
    tone = {"headline": "accent", "subhead": "accent", "crosshead": "accent", "boilerplate": "warn_text"}
    said = [
        each for each in block.letters() if each.strip() and each not in ("bullet", "number", "top", "here")
    ]
    return Line(label, " · ".join(" ".join(each.split()) for each in said), tone.get(block.kind, "text"))
