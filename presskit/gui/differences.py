"""What is different between two states of a release, block by block, to read: what is gone struck through,
what is new underlined, and said in words besides."""

from html import escape

from PySide6.QtWidgets import QTextBrowser

from presskit.gui.library.versions_difference import marked
from presskit.gui.theme import Theme
from presskit.i18n import N_, _, ngettext
from presskit.model.comparing import BlockChange, Said, compare, framed
from presskit.model.release import Release

_STATES = {"changed": N_("Changed"), "new": N_("New"), "gone": N_("Gone"), "same": N_("Unchanged")}


class Differences(QTextBrowser):
    """Two states of a release as one page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("differences")
        self.setAccessibleName(_("What is different"))
        self.setOpenLinks(False)
        self.document().setDocumentMargin(14)

    def tell(self, sentence: str) -> None:
        """Says something in the place of differences."""
        self.setHtml(f"<p>{escape(sentence)}</p>")

    def show_releases(self, before: Release, after: Release) -> None:
        """Shows what differs, from the first to the last block."""
        frame = framed(before, after)
        parts = [self._said(_("Around the text"), frame)] if frame else []
        same = 0
        for change in compare(before, after):
            if change.state == "same" and not change.moved:
                same += 1
                continue
            parts.append(self._unchanged(same) + self.block_html(change))
            same = 0
        if not parts:
            self.tell(_("Nothing is different."))
            return
        self.setHtml("".join(parts) + self._unchanged(same))

    def block_html(self, change: BlockChange) -> str:
        """A block with its differences marked."""
        states = [_(_STATES[change.state])] if change.state != "same" or not change.moved else []
        if change.moved:
            states.append(_("Moved"))
        said = change.said
        if change.state == "same":
            said = ((_("Text"), change.block.summary(), change.block.summary()),)
        elif change.state == "changed" and not said:
            states.append(_("not in its words"))
        return self._said(f"{_(change.block.label)} · {', '.join(states)}", said)

    def _said(self, head: str, said: tuple[Said, ...]) -> str:
        colour, small = self._theme.colour, self._theme.size["small"]
        quiet = f"color:{colour['muted']};font-size:{small}px"
        told = [
            f'<p style="margin:0 0 1px 0;{quiet}">{escape(label)}</p>'
            f'<p style="margin:0 0 6px 0">{marked(was, now, self._theme)}</p>'
            for label, was, now in said
        ]
        return f'<p style="margin:8px 0 2px 0"><b>{escape(head)}</b></p>{"".join(told)}'

    def _unchanged(self, count: int) -> str:
        if not count:
            return ""
        words = ngettext("{count} block is unchanged", "{count} blocks are unchanged", count)
        return f'<p style="color:{self._theme.colour["muted"]}">{escape(words.format(count=count))}</p>'
