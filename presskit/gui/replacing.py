"""What replacing does to a kit, and what is asked before words change that a speaker approved."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from presskit.blocks.quote import Quote, approvals_lost
from presskit.gui import filing
from presskit.i18n import _, ngettext
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.model.search import Match, Search, words_at

Chosen = Mapping[int, Sequence[Match]]
"""The matches to be replaced in each release, by its number."""


class Plan(NamedTuple):
    """The kit with matches replaced, and the quotes of each release that lose their approval by it."""

    kit: Kit
    lost: dict[int, list[Quote]]

    def quotes(self) -> list[Quote]:
        """All quotes that lose their approval."""
        return [quote for quotes in self.lost.values() for quote in quotes]

    def spared(self, chosen: Chosen) -> dict[int, list[Match]]:
        """The matches without those that cost approvals."""
        kept = {}
        for number, matches in chosen.items():
            asked = {quote.id for quote in self.lost.get(number, ())}
            kept[number] = [match for match in matches if match.block not in asked]
        return kept


def planned(search: Search, kit: Kit, by: str, chosen: Chosen, *, notes: bool = False) -> Plan:
    """What replacing would do; raises BadPattern when the replacement cannot be read. notes: whether all
    matches in the kit's own notes are replaced, too."""
    lost: dict[int, list[Quote]] = {}
    after = kit
    for number, matches in chosen.items():
        before = kit.releases[number]
        release = search.replaced(before, by, matches)
        if gone := approvals_lost(before.blocks, release.blocks):
            lost[number] = list(gone)
        after = after.with_release(number, release)
    if notes:
        after = replace(after, notes=search.replaced_in(kit.notes, by))
    return Plan(after, lost)


def count(chosen: Chosen) -> int:
    """How many matches there are in all."""
    return sum(len(matches) for matches in chosen.values())


def ask_where(parent: QWidget, here: int, all_in_all: int) -> str:
    """Whether to replace in the whole kit or in the language shown: "kit", "here" or "cancel"."""
    text = ngettext(
        "{here} match is in the language shown. With other languages and inside notes there are {count}.",
        "{here} matches are in the language shown. With other languages and inside notes there are {count}.",
        here,
    ).format(here=here, count=all_in_all)
    return filing.ask(
        parent, _("Replace where?"), text,
        ("here", _("In this language")), ("kit", _("In the whole kit")), ("cancel", _("Cancel")),
    )  # fmt: skip


def ask_one(parent: QWidget, lost: Sequence[Quote]) -> str:
    """Whether to replace a match by which approvals are lost: "skip", "replace" or "cancel"."""
    text = _(
        "{names} approved these words. If they change, the approval is lost, and you need to ask again."
    ).format(names=_names(lost))
    return filing.ask(
        parent, _("An approved quote"), text,
        ("skip", _("Leave it, go on")), ("replace", _("Replace")), ("cancel", _("Cancel")),
    )  # fmt: skip


def ask_correction(parent: QWidget, quote: Quote) -> bool:
    """Whether to correct a word although the quote loses its approval."""
    text = _(
        "{names} approved these words. If you correct one, the approval is lost, and you need to ask again."
    ).format(names=_names([quote]))
    answers = (("leave", _("Leave it as approved")), ("correct", _("Correct it")), ("cancel", _("Cancel")))
    return filing.ask(parent, _("An approved quote"), text, *answers) == "correct"


def ask_all(parent: QWidget, lost: Sequence[Quote], inside: int, count: int) -> str:
    """Whether to replace all of `count` matches although `inside` of them cost approvals: "skip" leaves
    those alone; "all", "cancel"."""
    text = ngettext(
        "{inside} of the {count} matches is in words that {names} approved. Where these change, the "
        "approval is lost, and you need to ask again.",
        "{inside} of the {count} matches are in words that {names} approved. Where these change, the "
        "approval is lost, and you need to ask again.",
        inside,
    ).format(inside=inside, count=count, names=_names(lost))
    return filing.ask(
        parent, _("Approved quotes"), text,
        ("skip", _("Leave approved quotes alone")), ("all", _("Replace all")), ("cancel", _("Cancel")),
    )  # fmt: skip


def _names(quotes: Sequence[Quote]) -> str:
    """The speakers, each once."""
    return ", ".join(dict.fromkeys(quote.speaker.name or _("a speaker") for quote in quotes))


def length(release: Release, match: Match) -> int:
    """How many letters the paragraph of a match has."""
    block = release.find(match.block)
    found = words_at(block, match.field) if block else []
    return len(found[match.paragraph]) if match.paragraph < len(found) else 0
