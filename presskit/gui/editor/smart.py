"""Marks and dashes become the language's own as they are typed, each as a step that one undo takes back."""

from presskit.gui.editor.richdoc import LANGUAGE, letters
from presskit.gui.editor.textfield import RichField
from presskit.i18n import _
from presskit.text.smart import LETTERS, better


def refine(field: RichField, typed: str, language: str) -> None:
    """Sets what belongs in the place of the letter just typed at the caret. language: that of the release,
    where the words there have none of their own."""
    if typed not in LETTERS:
        return
    cursor = field.textCursor()
    here = cursor.positionInBlock()
    text = cursor.block().text()
    text = text[: letters(text, here)]
    found = better(text[:-1], typed, str(cursor.charFormat().property(LANGUAGE) or language))
    if cursor.hasSelection() or not text.endswith(typed) or found is None or found.letters == typed:
        return
    at = cursor.position()
    name = _("Dash") if typed == "-" else _("Curly quotation mark") if typed == '"' else _("Apostrophe")
    field.exchange(at - found.taken, at, found.letters, name)
