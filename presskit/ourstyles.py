"""House styles of the user's own: taken in from a file once they are known to work, and forgotten again."""

import re
import unicodedata
from pathlib import Path

from presskit.i18n import _
from presskit.model import ownstyles
from presskit.model.profile import profile_names, shipped_names
from presskit.model.stylefile import faults
from presskit.storage.errors import CannotWrite, FileProblem, TooLarge, shown
from presskit.storage.files import read_bounded, write_whole

_UNFIT = re.compile(r"[^a-z0-9]+")
_LONGEST = 40


class NotAStyle(FileProblem):
    """A file that is no house style, with what is wrong in it, line by line."""

    def __init__(self, path: Path, found: list[str]) -> None:
        told = _("“{file}” cannot be used as a house style. Put this right in it, and bring it in again:")
        super().__init__("\n".join([told.format(file=shown(path)), *(f"• {each}" for each in found)]))
        self.found = found


def take_in(path: Path) -> str:
    """Copies a house style's file among the user's own, under the name that it returns, over one that came
    from a file of the same name. Raises FileProblem: NotAStyle, Missing, CannotRead, TooLarge,
    CannotWrite."""
    data = read_bounded(path)
    if len(data) > ownstyles.MOST:
        raise TooLarge(path, _("it has more than {count} KB").format(count=ownstyles.MOST // 1024))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise NotAStyle(path, [_("It is no text in UTF-8.")]) from problem
    if found := faults(text):
        raise NotAStyle(path, found)
    plain = unicodedata.normalize("NFKD", path.stem).encode("ascii", "ignore").decode().lower()
    stem = _UNFIT.sub("-", plain)[:_LONGEST].strip("-") or "own"
    name = f"{stem}-own" if stem in shipped_names() else stem
    folder = ownstyles.folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(folder, error) from error
    write_whole(folder / f"{name}.toml", text.encode())
    return name


def forget(name: str) -> None:
    """Forgets a house style of the user's own; kits that name it keep its name. Raises CannotWrite."""
    path = ownstyles.folder() / f"{name}.toml"
    if not is_own(name):
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(path, error) from error


def is_own(name: str) -> bool:
    """Whether there is a house style of the user's own of that name."""
    return name in profile_names() and name not in shipped_names()
