"""What is asked before words are replaced that a speaker approved."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from presskit.blocks.quote import Quote
from presskit.gui import filing
from presskit.i18n import _, ngettext
from presskit.model.release import Release
from presskit.model.search import Match, texts


def ask_one(parent: QWidget, lost: Sequence[Quote]) -> str:
    """Whether to replace a match by which approvals are lost: "skip", "replace" or "cancel"."""
    text = _(
        "{names} approved these words. If they change, the approval is lost, and you need to ask again."
    ).format(names=_names(lost))
    return filing.ask(
        parent, _("An approved quote"), text,
        ("skip", _("Leave it, go on")), ("replace", _("Replace")), ("cancel", _("Cancel")),
    )  # fmt: skip


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
    for path, question, answer in texts(block) if block else ():
        if path == match.field:
            found = answer[match.paragraph] if question.ask.form == "paragraphs" else answer
            return len(found) if isinstance(found, str) else sum(len(run.text) for run in found)
    return 0
