"""The heads of the cards, kept in step with the release; only those that can differ are made anew."""

from presskit.blocks.paragraph import Paragraph
from presskit.gui.editor.card import Card
from presskit.gui.editor.chips import refresh_head
from presskit.model.block import Block
from presskit.model.release import Release


class Heads:
    """Knows for which state of its block and of the release each card's head was made."""

    def __init__(self, cards: dict[str, Card]) -> None:
        self._cards = cards
        self._shown: dict[str, tuple[Block, object]] = {}

    def refresh(self, release: Release) -> None:
        """Brings the heads of all cards up to date."""
        self._shown = {key: shown for key, shown in self._shown.items() if key in self._cards}
        around = _around(release)
        for key, card in self._cards.items():
            before = self._shown.get(key)
            if before is None or before[0] is not card.block or before[1] != around:
                self._show(key, card, release, around)

    def show(self, key: str, card: Card, release: Release) -> None:
        """Fills the head of a card that was just made."""
        self._show(key, card, release, _around(release))

    def _show(self, key: str, card: Card, release: Release, around: object) -> None:
        self._shown[key] = (card.block, around)
        refresh_head(card, release)


def _around(release: Release) -> object:
    """What a head tells beside its own block."""
    lede = next((block.id for block in release.blocks if isinstance(block, Paragraph)), "")
    return lede, release.dateline, release.profile, release.language
