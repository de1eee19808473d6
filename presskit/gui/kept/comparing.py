"""Two versions of a kit side by side in one page: worked out beside the window's thread."""

from msgspec import Struct

from presskit.gui.differences import counted, page_of
from presskit.gui.kept.rows import Row
from presskit.gui.theme import Theme
from presskit.i18n import _
from presskit.model.comparing import BlockChange, compare
from presskit.model.kit import Kit
from presskit.model.release import Release

MOST = 60  # blocks that differ on one page, so that it is laid out at once


class Wanted(Struct, frozen=True):
    """What is to be compared. other: None for the kit as it is now. language: which of its languages, if it
    is there. offer: what can be done about a block of `picked`, as the words of a link. whole: whether all
    that differs is shown, however much."""

    picked: Row
    other: Row | None
    kit: Kit
    language: str
    offer: str
    whole: bool = False


class Compared(Struct, frozen=True):
    """What is different in a language. page, spoken: as `page_of` has them; languages: those that either
    side has; picked: all releases of the version that was picked."""

    page: str
    spoken: str
    head: str
    counts: str
    language: str
    languages: tuple[str, ...]
    picked: tuple[Release, ...]
    was: Release
    changes: tuple[BlockChange, ...]

    def change_of(self, block_id: str) -> BlockChange | None:
        """What became of a block, by the id that it had."""
        found = (each for each in self.changes if each.before is not None and each.before.id == block_id)
        return next(found, None)


def compared(wanted: Wanted, theme: Theme) -> Compared:
    """Compares the elder of two versions with the later. Raises FileProblem when one cannot be read."""
    picked = wanted.picked.releases()
    others = wanted.kit.releases if wanted.other is None else wanted.other.releases()
    own = [release.language for release in picked]
    languages = tuple(dict.fromkeys((*own, *(release.language for release in others))))
    language = wanted.language if wanted.language in languages else own[0]
    mine, theirs = _in(language, picked), _in(language, others)
    swapped = wanted.other is not None and wanted.other.when < wanted.picked.when
    before, after = (theirs, mine) if swapped else (mine, theirs)
    # A block comes back to its language; one that the kit has no longer comes back as a whole alone.
    fits = wanted.other is None and any(release.language == language for release in others)
    page, spoken = page_of(before, after, theme, wanted.offer if fits else "", 0 if wanted.whole else MOST)
    changes = compare(before, after)
    return Compared(
        page=page,
        spoken=spoken,
        head=_head(wanted, swapped=swapped),
        counts=counted(changes),
        language=language,
        languages=languages,
        picked=picked,
        was=mine,
        changes=changes,
    )


def _in(language: str, releases: tuple[Release, ...]) -> Release:
    """The release in a language; an empty one where there is none."""
    found = (release for release in releases if release.language == language)
    return next(found, Release(language=language))


def _head(wanted: Wanted, *, swapped: bool) -> str:
    if wanted.other is None:
        told = _("From “{before}” to now: struck through was there then, underlined is new since.")
        return told.format(before=wanted.picked.line())
    before, after = (wanted.other, wanted.picked) if swapped else (wanted.picked, wanted.other)
    told = _("From “{before}” to “{after}”: struck through is gone in the later, underlined is new.")
    return told.format(before=before.line(), after=after.line())
