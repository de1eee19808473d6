"""Pictures that somebody offers for an item: read and made fit, away from the window's thread."""

from presskit.gui.editor.picture import Offered
from presskit.i18n import _
from presskit.pictures.incoming import Incoming, Refused, taken_in
from presskit.reasons import why_unread


def take_in(offered: list[Offered]) -> Incoming | str:
    """The first of the pictures as a library keeps it, or a sentence that says why it cannot be taken."""
    if not offered:
        return _(
            "That was only the address of a picture, and nothing is fetched from the internet. "
            "Save the picture on this computer, and drop the file."
        )
    first = offered[0]
    try:
        return taken_in(first.read(), first.name)
    except Refused as problem:
        return problem.sentence
    except OSError as problem:
        return _("{name} was not added: {why}.").format(name=first.name, why=why_unread(problem))
