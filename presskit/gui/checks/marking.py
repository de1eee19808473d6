"""Marks below what the checks found, in the cards; on others once they are made."""

from collections.abc import Iterable

from PySide6.QtGui import QColor, QTextCharFormat

from presskit.checking import Finding, Severity
from presskit.gui.editor.card import Card
from presskit.gui.editor.fields import LineField
from presskit.gui.editor.pane import EditorPane
from presskit.gui.editor.spots import places
from presskit.gui.editor.textfield import MARK, RichField
from presskit.gui.theme import Theme
from presskit.model.block import Block
from presskit.model.search import words_at

_LONGEST = 60  # letters
_COLOURS: dict[Severity, str] = {"stops": "warn_text", "warns": "accent", "informs": "faint"}


class Marking:
    """Keeps a dotted line below each place that a finding names, as long as its block stays as it was."""

    def __init__(self, editor: EditorPane, theme: Theme) -> None:
        self._editor = editor
        self._looks = {severity: _look(severity, theme.colour[name]) for severity, name in _COLOURS.items()}
        self._by_block: dict[str, list[Finding]] = {}
        self._judged: dict[str, Block] = {}
        editor.card_made.connect(self._made)

    def show(self, findings: Iterable[Finding], blocks: Iterable[Block]) -> None:
        """Marks what was found in blocks as they were when they were judged."""
        before = self._by_block
        self._by_block = {}
        for each in findings:
            if (
                each.path and 0 < each.end - each.start <= _LONGEST
            ):  # a line below all of a text tells nothing
                self._by_block.setdefault(each.block, []).append(each)
        judged = {block.id: block for block in blocks}
        for block_id in before.keys() | self._by_block.keys():
            same = self._judged.get(block_id) is judged.get(block_id)
            if not same or before.get(block_id) != self._by_block.get(block_id):
                self._mark(block_id, judged.get(block_id))
        self._judged = judged

    def _made(self, card: Card) -> None:
        if self._by_block.get(card.block.id):
            self._mark(card.block.id, self._judged.get(card.block.id))

    def _mark(self, block_id: str, judged: Block | None) -> None:
        card = self._editor.cards.get(block_id)
        if card is None or judged is None or card.block is not judged:
            return  # written on since; the check after that marks it
        found = self._by_block.get(block_id, [])
        for path, field in card.form.text_fields():
            if not isinstance(field, RichField | LineField):
                continue
            texts = words_at(judged, path)
            for severity, look in self._looks.items():
                spans = [
                    places(texts, each.paragraph, each.start, each.end)
                    for each in found
                    if each.path == path and each.severity == severity and each.letters not in texts
                ]
                field.show_marks(spans, look)


def _look(severity: Severity, colour: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setProperty(MARK, f"check {severity}")
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    look.setUnderlineColor(QColor(colour))
    return look
