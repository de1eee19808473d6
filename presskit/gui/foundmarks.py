"""Marks on what a search found, on the cards in view and near it."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer

from presskit.gui.editor.card import Card
from presskit.gui.editor.fields import LineField
from presskit.gui.editor.marks import Highlights, highlight
from presskit.gui.editor.pane import EditorPane
from presskit.gui.editor.textfield import RichField
from presskit.gui.hits import Hits
from presskit.model.search import Match

_SCROLLED = 30  # milliseconds after the page moved


class FoundMarks:
    """Keeps the marks where one looks: in a long release, marks everywhere would hold up each key."""

    def __init__(self, editor: EditorPane, hits: Hits) -> None:
        self._editor, self._hits = editor, hits
        self._looks = Highlights(editor.maker.theme)
        self._now: Match | None = None
        self._painted: set[tuple[str, str]] = set()
        self._scrolled = QTimer(editor)
        self._scrolled.setSingleShot(True)
        self._scrolled.setInterval(_SCROLLED)
        self._scrolled.timeout.connect(self._paint)
        editor.verticalScrollBar().valueChanged.connect(self._moved)
        editor.card_made.connect(self._moved)

    def paint(self, now: Match | None) -> None:
        """Marks the matches, and the one at hand in its own way."""
        self._now = now
        self._paint()

    def _moved(self, _what: object = None) -> None:
        if self._hits.by_field or self._painted:
            self._scrolled.start()

    def _paint(self) -> None:
        tall = self._editor.viewport().height()
        top = self._editor.verticalScrollBar().value() - tall
        painted: set[tuple[str, str]] = set()
        for block, fields in self._hits.by_field.items():
            card = self._editor.cards.get(block)
            if card is None or card.isHidden() or card.geometry().bottom() < top or card.y() > top + 3 * tall:
                continue
            paths = {(block, path) for path in fields}
            if self._hits.fits(card.block):
                painted |= paths
                self._mark(card, fields)
            else:  # written on since the search: its marks keep to their words until the next
                painted |= paths & self._painted
        for block, path in self._painted - painted:
            if card := self._editor.cards.get(block):
                self._clear(card, path)
        self._painted = painted

    def _mark(self, card: Card, paths: Iterable[str]) -> None:
        for path in paths:
            field = card.form.field_at(path)
            if isinstance(field, RichField | LineField):
                spans = self._hits.spans(card.block.id, path)
                now = next((span for match, span in spans if match == self._now), None)
                highlight(field, [span for _match, span in spans], now, self._looks)

    def _clear(self, card: Card, path: str) -> None:
        field = card.form.field_at(path)
        if isinstance(field, RichField | LineField):
            highlight(field, (), None, self._looks)
