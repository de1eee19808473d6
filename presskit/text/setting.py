"""Words as an author typed them, made fit for print: marks, spaces, and nothing that cannot be shown."""

import re

from presskit.text.runs import RichText, change_letters, cut, join, plain
from presskit.text.typography import curl, hold, marks

# Control characters and halves of characters have no form in any format; a tab is a space in running text.
_UNPRINTABLE = dict.fromkeys((*range(10), *range(11, 32), *range(127, 160), *range(55296, 57344)), " ")
_TIGHT = re.compile(r"(?<=«)(?=\w)|(?<=[\w.,!?…)])(?=»)")


def typeset(text: RichText, language: str) -> RichText:
    """The text with straight marks made the language's own, spaces that hold, and, where the language
    has a space within its marks, that space."""
    done = change_letters(text, lambda letters: typeset_letters(letters, language))
    gap = marks(language).gap
    if not gap or not {"«", "»"} & set(plain(done)):
        return done
    letters, pieces, start = plain(done), list[RichText | str](), 0
    for found in _TIGHT.finditer(letters):
        pieces += [cut(done, start, found.start()), gap]
        start = found.start()
    return join(*pieces, cut(done, start)) if pieces else done


def typeset_letters(letters: str, language: str) -> str:
    """The same for letters without emphasis; the length stays the same."""
    return hold(curl(letters.translate(_UNPRINTABLE), language), language)
