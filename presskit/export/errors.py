"""What can go wrong while a file is written."""

from presskit.i18n import _
from presskit.pictures.pixels import TooLarge, Unreadable


class ExportProblem(Exception):  # noqa: N818 - a sentence for the user, not a fault
    """The file cannot be written as it should be; `sentence` says why and what to do. offers: names of
    fonts of this computer that would help, if the user allows them."""

    def __init__(self, sentence: str, offers: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.offers = offers


def unusable(called: str, problem: Unreadable) -> ExportProblem:
    """For a picture that cannot be shown; `called` are words by which its author knows it."""
    if isinstance(problem, TooLarge):
        told = _("The picture “{name}” has too many pixels. Put a smaller copy in its place, and try again.")
    else:
        told = _("The picture “{name}” cannot be read. Put another file in its place, and try again.")
    return ExportProblem(told.format(name=called))
