"""What can go wrong with a library: each problem is one sentence that says what, where and what to do."""

from pathlib import Path

from presskit.i18n import _
from presskit.library.items import Item


class LibraryProblem(Exception):  # noqa: N818 - it is told to people, and "problem" is the word they see
    """Something the library cannot do. `sentence` is in the language of the screen."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class LibraryDamaged(LibraryProblem):
    """The library's file is not whole, or is something else. `path` is the file."""

    def __init__(self, path: Path, detail: str) -> None:
        told = _(
            "The library “{file}” is damaged ({detail}). Nothing was changed in it: bring back one of its "
            "dated copies, which keeps the damaged file beside it."
        )
        super().__init__(told.format(file=path, detail=detail))
        self.path = path


class LibraryNewer(LibraryProblem):
    """A newer version of PressKit made the library's tables."""

    def __init__(self, place: str) -> None:
        told = _("The library “{place}” was made by a newer PressKit: update this one to use it.")
        super().__init__(told.format(place=place))


class LibraryOlder(LibraryProblem):
    """An older version of PressKit made the library's tables, and they cannot be changed."""

    def __init__(self, place: str) -> None:
        told = _(
            "The library “{place}” is of an older PressKit, and can only be looked at here: open it once "
            "where it may be changed, and its form is brought up to date."
        )
        super().__init__(told.format(place=place))


class LibraryForeign(LibraryProblem):
    """It is the database of another program."""

    def __init__(self, place: str) -> None:
        told = _(
            "“{place}” is the database of another program, and nothing was changed in it: choose another "
            "file, or have a database made for the library alone."
        )
        super().__init__(told.format(place=place))


class LibraryAway(LibraryProblem):
    """The server, or the file, cannot be reached now. `reason` is the middle of a sentence."""

    def __init__(self, place: str, reason: str) -> None:
        told = _(
            "The library “{place}” cannot be reached ({reason}). What you have in your kits is safe: "
            "try again when the connection is back."
        )
        super().__init__(told.format(place=place, reason=reason))
        self.reason = reason


class LibraryBusy(LibraryProblem):
    """Somebody else was writing for too long."""

    def __init__(self, place: str) -> None:
        told = _("The library “{place}” is busy with another change, so this one was not kept: try again.")
        super().__init__(told.format(place=place))


class LibraryReadOnly(LibraryProblem):
    """It can be looked at only. `reason` is a sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(_("This was not kept. {reason}").format(reason=reason))


class ItemUnreadable(LibraryProblem):
    """What is kept of an item does not fit, or is too large. `detail` is the middle of a sentence."""

    def __init__(self, name: str, detail: str) -> None:
        told = _(
            "“{name}” in the library cannot be used, because {detail}. Its earlier versions are still there."
        )
        super().__init__(told.format(name=name, detail=detail))


class ItemMissing(LibraryProblem):
    """There is no such item."""

    def __init__(self, item_id: str) -> None:
        told = _("The library has no item “{id}”: search for it by name.")
        super().__init__(told.format(id=item_id[:40]))
        self.item_id = item_id


class Conflict(LibraryProblem):
    """Somebody kept another version of the same item meanwhile. base: what both began with, where it is
    known; theirs: what is kept now."""

    def __init__(self, base: Item | None, mine: Item, theirs: Item) -> None:
        told = _(
            "{who} changed “{name}” while you were working on it. Your words are safe here: look at both, "
            "and keep what is right of each."
        )
        super().__init__(told.format(who=theirs.changed_by or _("Somebody"), name=theirs.name))
        self.base, self.mine, self.theirs = base, mine, theirs


class Refused(LibraryProblem):
    """It must not be used. The sentence has the reason."""
