"""Places in the record, as the fields of its cards count them, whether or not there is a card yet."""

from collections.abc import Sequence

from presskit.gui.editor.richdoc import letters, units


def places(paragraphs: Sequence[str], paragraph: int, start: int, end: int) -> tuple[int, int]:
    """Where letters of a paragraph, by number, stand in a field with these paragraphs."""
    before = sum(units(text) + 1 for text in paragraphs[:paragraph])
    text = paragraphs[paragraph] if paragraph < len(paragraphs) else ""
    return before + units(text[:start]), before + units(text[:end])


def spot(paragraphs: Sequence[str], place: int) -> tuple[int, int]:
    """The paragraph, by number, and the letter in it at a place of a field with these paragraphs."""
    for number, text in enumerate(paragraphs):
        if place <= units(text):
            return number, letters(text, place)
        place -= units(text) + 1
    return 0, 0
