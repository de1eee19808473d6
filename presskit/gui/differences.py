"""What is different between two states of a release, block by block, to read: what is gone struck through,
what is new underlined, and said in words besides."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QTextBrowser

from presskit.gui.library.versions_difference import marked
from presskit.gui.theme import Theme
from presskit.i18n import N_, _, ngettext
from presskit.model.comparing import BlockChange, Said, compare, framed
from presskit.model.release import Release
from presskit.model.telling import telling
from presskit.text.differing import differences

_STATES = {"changed": N_("Changed"), "new": N_("New"), "gone": N_("Gone"), "same": N_("Unchanged")}
_LINK, _MORE = "block", "more"
_SPOKEN = 4_000  # characters of the description that a screen reader gets


class Differences(QTextBrowser):
    """Two states of a release as one page. chosen: the id that a block has in the first of them, of which the
    offer was taken; nothing for what is around the blocks. more: all that differs is to be shown."""

    chosen = Signal(str)
    more = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("differences")
        self.setAccessibleName(_("What is different"))
        self.setOpenLinks(False)
        self.document().setDocumentMargin(14)
        self.anchorClicked.connect(self._clicked)

    def tell(self, sentence: str) -> None:
        """Says something in the place of differences."""
        self.setHtml(f"<p>{escape(sentence)}</p>")
        self.setAccessibleDescription(sentence)

    def show_releases(self, before: Release, after: Release) -> None:
        """Shows what differs, from the first to the last block."""
        self.show_page(*page_of(before, after, self._theme))

    def show_page(self, page: str, spoken: str, *, stay: bool = False) -> None:
        """Shows a page that `page_of` made. stay: as far down as the one before."""
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setHtml(page)
        self.setAccessibleDescription(spoken)
        if stay:
            bar.setValue(place)

    def show_release(self, release: Release) -> None:
        """Shows a release by itself: there is nothing to compare it with."""
        blocks = (block for block in release.blocks if not block.is_empty())
        said = [
            (_(block.label), [(told.label, told.text, told.text) for told in telling(block)])
            for block in blocks
        ]
        page = "".join(_said(head, tuple(told), self._theme) for head, told in said)
        self.show_page(page or f"<p>{escape(_('It has no words yet.'))}</p>", "")

    def block_html(self, change: BlockChange) -> str:
        """A block with its differences marked."""
        return _block(change, self._theme)

    def _clicked(self, link: QUrl) -> None:
        if link.scheme() == _LINK:
            self.chosen.emit(link.path())
        elif link.scheme() == _MORE:
            self.more.emit()


def page_of(before: Release, after: Release, theme: Theme, offer: str = "", most: int = 0) -> tuple[str, str]:
    """What differs, from the first to the last block, as a page of HTML and as plain words. offer: what can
    be done about a block that is changed, moved or gone, as the words of a link. most: blocks that are shown
    before the offer to show more; 0 for all."""
    frame = framed(before, after)
    parts = [_said(_("Around the text"), frame, theme, _link("", offer, theme))] if frame else []
    spoken = [_aloud(_("Around the text"), frame)] if frame else []
    told = same = length = 0
    for change in compare(before, after):
        if change.state == "same" and not change.moved:
            same += 1
            continue
        told += 1
        if most and told > most:
            continue
        parts.append(_unchanged(same, theme) + _block(change, theme, offer))
        if length < _SPOKEN:
            spoken.append(_aloud(_head(change), change.said))
            length += len(spoken[-1])
        same = 0
    if not parts:
        nothing = _("Nothing is different.")
        return f"<p>{escape(nothing)}</p>", nothing
    left = told - most if most else 0
    parts.append(_more(left, theme) if left > 0 else _unchanged(same, theme))
    return "".join(parts), "\n".join(spoken)[:_SPOKEN]


def _more(count: int, theme: Theme) -> str:
    """The offer to show the rest."""
    words = ngettext("Show {count} more block that differs", "Show {count} more blocks that differ", count)
    words = words.format(count=count)
    return f'<p><a href="{_MORE}:" style="color:{theme.colour["accent"]}">{escape(words)}</a></p>'


def counted(changes: Iterable[BlockChange]) -> str:
    """How many blocks are changed, new, gone and moved, in words: "2 blocks changed · 1 block moved"."""
    kept = list(changes)
    numbers = [sum(change.state == state for change in kept) for state in ("changed", "new", "gone")]
    moved = sum(change.moved for change in kept)
    told = (
        ngettext("{count} block changed", "{count} blocks changed", numbers[0]).format(count=numbers[0]),
        ngettext("{count} new block", "{count} new blocks", numbers[1]).format(count=numbers[1]),
        ngettext("{count} block gone", "{count} blocks gone", numbers[2]).format(count=numbers[2]),
        ngettext("{count} block moved", "{count} blocks moved", moved).format(count=moved),
    )
    found = [words for words, count in zip(told, (*numbers, moved), strict=True) if count]
    return " · ".join(found)


def _head(change: BlockChange) -> str:
    """What a block is, and what became of it."""
    states = [_(_STATES[change.state])] if change.state != "same" or not change.moved else []
    if change.moved:
        states.append(_("Moved"))
    if change.state == "changed" and not change.said:
        states.append(_("not in its words"))
    return f"{_(change.block.label)} · {', '.join(states)}"


def _block(change: BlockChange, theme: Theme, offer: str = "") -> str:
    said = change.said
    if change.state == "same":
        said = (("", change.block.summary(), change.block.summary()),)
    elif len(said) == 1 and said[0][0] == _(change.block.label):
        said = (("", *said[0][1:]),)
    link = _link(change.before.id, offer, theme) if change.before is not None else ""
    return _said(_head(change), said, theme, link)


def _link(block_id: str, offer: str, theme: Theme) -> str:
    """The offer; nothing where there is none."""
    if not offer:
        return ""
    colour = theme.colour["accent"]
    return f'<a href="{_LINK}:{escape(block_id)}" style="color:{colour}">{escape(offer)}</a>'


def _said(head: str, said: tuple[Said, ...], theme: Theme, link: str = "") -> str:
    quiet = f"color:{theme.colour['muted']};font-size:{theme.size['small']}px"
    told = []
    for label, was, now in said:
        if label:
            told.append(f'<p style="margin:0 0 1px 0;{quiet}">{escape(label)}</p>')
        told.append(f'<p style="margin:0 0 6px 0">{marked(was, now, theme)}</p>')
    space = "&nbsp;&nbsp; " if link else ""
    return f'<p style="margin:10px 0 3px 0"><b>{escape(head)}</b>{space}{link}</p>{"".join(told)}'


def _aloud(head: str, said: tuple[Said, ...]) -> str:
    """A block's differences in plain words: a screen reader tells no lines through and below letters."""
    told = [head]
    for _label, was, now in said:
        for each in differences(was, now):
            words = " ".join(each.text.split())
            if words and each.mark != "same":
                told.append(
                    (_("gone: {words}") if each.mark == "gone" else _("new: {words}")).format(words=words)
                )
    return "; ".join(told)


def _unchanged(count: int, theme: Theme) -> str:
    if not count:
        return ""
    words = ngettext("{count} block is unchanged", "{count} blocks are unchanged", count)
    return f'<p style="color:{theme.colour["muted"]}">{escape(words.format(count=count))}</p>'
