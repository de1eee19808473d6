"""A logo that somebody offers: read beside the window's thread, or refused in words."""

from presskit.gui.editor.picture import Offered
from presskit.i18n import _
from presskit.model.kit import Asset
from presskit.pictures.incoming import Refused, taken_in
from presskit.reasons import why_unread


def logo_in(offered: list[Offered]) -> Asset | str:
    """The first picture offered, as a kit holds it, or the sentence that says why it cannot be."""
    if not offered:
        return _(
            "That was only the address of a picture, and nothing is fetched from the internet. "
            "Save the picture on this computer, and drop the file."
        )
    first = offered[0]
    try:
        return Asset.of(taken_in(first.read(), first.name).data)
    except Refused as problem:
        return problem.sentence
    except OSError as problem:
        return _("{name} was not added: {why}.").format(name=first.name, why=why_unread(problem))
