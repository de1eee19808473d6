"""What can go wrong with a kit's file: each problem is one sentence that says what, where and what to do."""

import datetime
import errno
from pathlib import Path

from msgspec import Struct

from presskit.i18n import N_, _
from presskit.model.locale_words import moment, quoted
from presskit.reasons import why

_LONGEST = 300  # characters of a path or name that a sentence shows


class FileProblem(Exception):  # noqa: N818 - it is told to people, and "problem" is the word they see
    """A file that cannot be read or written. `sentence` is in the language of the screen."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Missing(FileProblem):
    """There is no such file."""

    def __init__(self, path: Path) -> None:
        super().__init__(_("There is no file “{file}”: check its name and folder.").format(file=shown(path)))


class NotAKit(FileProblem):
    """It is a file of another kind. `what` says which, with its article: "a Word document"."""

    def __init__(self, path: Path, what: str) -> None:
        pattern = _("“{file}” is not a press kit but {what}: choose a file that ends in .presskit.")
        super().__init__(pattern.format(file=shown(path), what=what))
        self.what = what


class Damaged(FileProblem):
    """It is a kit, and not whole. `detail` says what is wrong, as the middle of a sentence."""

    def __init__(self, path: Path, detail: str) -> None:
        pattern = _(
            "“{file}” is damaged, because {detail}: open the copy beside it that ends in .bak, "
            "if there is one, or ask for the file again."
        )
        super().__init__(pattern.format(file=shown(path), detail=detail))
        self.detail = detail


class PicturesLeftOut(FileProblem):
    """A kit was opened without pictures that are damaged. `pictures` are what it calls them."""

    def __init__(self, path: Path, pictures: tuple[str, ...]) -> None:
        pattern = _(
            "“{file}” was opened without what is damaged in it, {pictures}: "
            "put each picture in again from the original."
        )
        names = ", ".join(quoted(shown(picture)) for picture in pictures)
        super().__init__(pattern.format(file=shown(path), pictures=names))
        self.pictures = pictures


class VersionsLeftOut(FileProblem):
    """A kit was opened without some or all of the versions that were kept with it."""

    def __init__(self, path: Path, *, some: bool) -> None:
        if some:
            pattern = _(
                "“{file}” was opened without those of its earlier versions that are damaged. The kit itself "
                "is whole: keep a copy of the file if you need them, since saving leaves them out."
            )
        else:
            pattern = _(
                "“{file}” was opened without its earlier versions, which are damaged. The kit itself is "
                "whole: keep a copy of the file if you need them, since saving leaves them out."
            )
        super().__init__(pattern.format(file=shown(path)))
        self.some = some


class VersionUnreadable(FileProblem):
    """A version that was kept makes no sense; the kit and its other versions do."""

    def __init__(self, detail: str) -> None:
        pattern = _("This version cannot be read, because {detail}. The kit and its other versions can.")
        super().__init__(pattern.format(detail=detail))
        self.detail = detail


class TooManyVersions(FileProblem):
    """There is no room in a kit for another version with a name. most: how many there may be, or none where
    it is their size that is too much."""

    def __init__(self, most: int = 0) -> None:
        if most:
            pattern = _(
                "A kit keeps {most} versions with a name, and this one has as many: "
                "remove one that you do not need."
            )
        else:
            pattern = _(
                "The versions of this kit take all the room that there is for them: "
                "remove some that you do not need."
            )
        super().__init__(pattern.format(most=most))


class TooLarge(FileProblem):
    """It holds more than PressKit reads or writes. `detail` says what is too much, with the limit."""

    def __init__(self, path: Path, detail: str, *, saving: bool = False) -> None:
        if saving:
            pattern = _(
                "“{file}” could not be saved, because {detail}, and nothing on the disk was changed: "
                "use fewer or smaller pictures."
            )
        else:
            pattern = _(
                "“{file}” was not opened, because {detail}, which no press kit does: "
                "ask whoever sent it for a good copy."
            )
        super().__init__(pattern.format(file=shown(path), detail=detail))
        self.detail = detail


class NewerFormat(FileProblem):
    """A newer version wrote it. `readable` says whether this one can at least show it."""

    def __init__(self, path: Path, made_by: str, *, readable: bool) -> None:
        if readable:
            pattern = _(
                "“{file}” was saved by a newer version ({made_by}), so it is open to read only: "
                "update PressKit to change it."
            )
        else:
            pattern = _(
                "“{file}” was saved by a newer version ({made_by}), which this one cannot read: "
                "update PressKit to open it."
            )
        super().__init__(pattern.format(file=shown(path), made_by=shown(made_by)))
        self.readable = readable
        self.made_by = made_by


class ChangedOnDisk(FileProblem):
    """Somebody else saved the file since it was read; nothing was written over it."""

    def __init__(self, path: Path) -> None:
        pattern = _(
            "“{file}” was changed by someone else since you opened it and was left as they saved it: "
            "save yours under another name, or open theirs again."
        )
        super().__init__(pattern.format(file=shown(path)))


class ReadOnly(FileProblem):
    """The kit was opened to read only: saving it in its own file could lose what is not understood."""

    def __init__(self, path: Path) -> None:
        pattern = _("“{file}” is open to read only: save it under another name.")
        super().__init__(pattern.format(file=shown(path)))


class CannotRead(FileProblem):
    """The file is there, but the system does not let PressKit read it."""

    def __init__(self, path: Path, error: OSError) -> None:
        pattern = _("“{file}” cannot be read, because {reason}: check who may open it, and its disk.")
        super().__init__(pattern.format(file=shown(path), reason=why(error)))


class CannotWrite(FileProblem):
    """The file could not be written; what was there before is intact and nothing is left behind."""

    def __init__(self, path: Path, error: OSError | ValueError) -> None:
        pattern = _(
            "“{file}” could not be saved, because {reason}, and nothing on the disk was changed: {remedy}."
        )
        number = error.errno or 0 if isinstance(error, OSError) else errno.EINVAL
        remedy = _(_REMEDIES.get(number, _ELSEWHERE))
        super().__init__(pattern.format(file=shown(path), reason=why(error), remedy=remedy))


class ChangedSince(FileProblem):
    """The file holds something else than it did when unsaved work on it was begun, of which it knows
    nothing."""

    def __init__(self, path: Path) -> None:
        pattern = _(
            "“{file}” was changed after PressKit ended and is as it was saved last, so what was brought back "
            "is a new kit: look at both, and save it under another name."
        )
        super().__init__(pattern.format(file=shown(path)))


class NotKept(FileProblem):
    """What is not saved yet could not be kept in the user's own folder, in case the program ends."""

    def __init__(self, error: OSError | ValueError) -> None:
        pattern = _(
            "Unsaved work is not being kept for the moment, because {reason}: save the kit, "
            "on another disk if need be."
        )
        super().__init__(pattern.format(reason=why(error)))


class Holder(Struct, frozen=True, kw_only=True):
    """Who has a file open: the user, the computer, the process and since when.

    started: tells two processes with one number apart, where the system can say. token: this lock's own.
    machine: the same for all processes of a computer, whatever it is called, until it is started anew, where
    the system can say.
    """

    user: str = ""
    host: str = ""
    pid: int = 0
    since: datetime.datetime | None = None
    started: str = ""
    token: str = ""
    machine: str = ""


class InUse(FileProblem):
    """Another window or another person has the file open; `holder` says who."""

    def __init__(self, path: Path, holder: Holder, *, here: bool) -> None:
        if here:
            pattern = _(
                "“{file}” is open in another window on this computer{since}: "
                "close it there, or open it here to read only."
            )
        else:
            pattern = _(
                "“{file}” is open on another computer, {host}, by {user}{since}: "
                "ask them to close it, or open it to read only."
            )
        since = ""
        if holder.since is not None:
            since = _(", since {moment}").format(moment=moment(holder.since))
        user, host = shown(holder.user) or _("someone"), shown(holder.host) or _("its name unknown")
        super().__init__(pattern.format(file=shown(path), host=host, user=user, since=since))
        self.holder = holder
        self.here = here


def shown(name: Path | str) -> str:
    """A name fit for a sentence: on one line, what cannot be printed as "\N{REPLACEMENT CHARACTER}"."""
    text = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in str(name))
    return text if len(text) <= _LONGEST else f"…{text[-_LONGEST:]}"


_ELSEWHERE = N_("save it in another folder")
_RENAME = N_("save it under another name")
_REMEDIES = {
    errno.ENOSPC: N_("free some space and save again, or save it on another disk"),
    errno.EDQUOT: N_("free some space and save again, or save it on another disk"),
    errno.EISDIR: _RENAME,
    errno.ENAMETOOLONG: _RENAME,
    errno.EINVAL: _RENAME,
}
