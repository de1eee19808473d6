"""What the user chose and where they last were, as one frozen record in their own folder."""

import contextlib
import locale
import os
import sys
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import fields, replace

from presskit import assets
from presskit.i18n import _
from presskit.reasons import why

RECENT = 12  # files remembered
SLOWEST = 4  # seconds between two snapshots: of five, work may be lost with the time that one takes


class Settings(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """theme: "system", "light" or "dark". recent: paths, latest first. layout: the window's geometry and
    splitters as Qt saved them, in base 64. Distances in pixels. system_fonts: whether fonts of this
    computer may stand in for what ours lack. spelling: whether it is checked. smart_marks: whether marks
    and dashes become the language's own while one types. preview_apart: whether the preview has a window of
    its own; preview_geometry: where that is. library_geometry: where the library's own window is. library:
    the address of the library that was chosen, never with a password; empty for the user's own.
    recovery_seconds: between two snapshots of what is not saved. screen_language: BCP 47; empty for the
    computer's. new_language, new_profile, new_page: what a new kit begins with, empty for what the
    computer's territory has. keys: the shortcuts that were changed, by command. commands_used: of the
    command palette, latest first. side_by_side: whether a translation is shown beside its original."""

    theme: str = "system"
    recent: tuple[str, ...] = ()
    open_folder: str = ""
    export_folder: str = ""
    export_formats: tuple[str, ...] = ("docx", "pdf")
    geometry: str = ""
    splitter: tuple[int, ...] = ()
    side_tab: int = 0
    zoom: float = 0.0
    system_fonts: bool = False
    spelling: bool = True
    smart_marks: bool = True
    preview_apart: bool = False
    preview_geometry: str = ""
    library_geometry: str = ""
    library: str = ""
    recovery_seconds: int = 2
    screen_language: str = ""
    new_language: str = ""
    new_profile: str = "ap"
    new_page: str = ""
    keys: dict[str, str] = {}
    commands_used: tuple[str, ...] = ()
    side_by_side: bool = False

    def with_recent(self, path: Path) -> "Settings":
        """The settings with `path` as the latest file; as they are for a name that is no UTF-8, which neither
        their file nor a menu can have."""
        name = str(path)
        try:
            name.encode()
        except UnicodeEncodeError:
            return self
        kept = [each for each in self.recent if each != name]
        return replace(self, recent=(name, *kept)[:RECENT], open_folder=str(path.parent))


class SettingsFile:
    """Where settings are kept between two runs."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_folder() / "settings.json"
        self._folder = path.parent if path else None

    @property
    def home(self) -> Path | None:
        """The folder of a settings file that was named on purpose: all else is kept beside it."""
        return self._folder

    @property
    def words_path(self) -> Path:
        """Where the user's own words are kept: in their data folder, or beside a file named on purpose."""
        return (self._folder or data_folder()) / "words.txt"

    @property
    def brands_path(self) -> Path:
        """Where the user's own brands are kept: in their data folder, or beside a file named on purpose."""
        return (self._folder or data_folder()) / "brands"

    @property
    def templates_path(self) -> Path:
        """Where the user's own templates are: in their data folder, or beside a file named on purpose."""
        return (self._folder or data_folder()) / "templates"

    @property
    def thumbnails_path(self) -> Path:
        """Where small pictures of the last kits are kept: in the user's cache, or beside a file named on
        purpose."""
        return (self._folder or cache_folder()) / "thumbnails"

    @property
    def library_path(self) -> Path:
        """Where the user's own library is: in their data folder, or beside a file named on purpose."""
        return (self._folder or data_folder() / "library") / "library.db"

    def load(self) -> Settings:
        """The settings as last saved. What cannot be read of them has its default, and the file is kept
        aside as `settings.json.bad`."""
        try:
            data = self.path.read_bytes()
        except OSError:
            return Settings()
        try:
            return checked(msgspec.json.decode(data, type=Settings))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            self._keep_aside(data)
            return _believed(data)

    def _keep_aside(self, data: bytes) -> None:
        with contextlib.suppress(OSError):
            self.path.with_name(f"{self.path.name}.bad").write_bytes(data)

    def save(self, settings: Settings) -> None:
        """Keeps the settings; a folder that cannot be written to loses them, and nothing else."""
        fresh = self.path.with_suffix(f".{os.getpid()}.new")  # another window may be at it, too
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(msgspec.json.format(msgspec.json.encode(settings), indent=1))
            fresh.replace(self.path)
        except OSError as problem:
            print(_("presskit: settings were not saved: {why}").format(why=why(problem)), file=sys.stderr)
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)


def _believed(data: bytes) -> Settings:
    """What can be believed of settings that do not fit: each by itself."""
    try:
        raw = msgspec.json.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return Settings()
    found = {}
    for field in fields(Settings) if isinstance(raw, dict) else ():
        if field.name in raw:
            with contextlib.suppress(msgspec.ValidationError):
                found[field.name] = msgspec.convert(raw[field.name], field.type)
    return checked(Settings(**found))


def checked(settings: Settings) -> Settings:
    """The settings with what is out of bounds at its bound."""
    return replace(settings, recovery_seconds=min(max(settings.recovery_seconds, 1), SLOWEST))


def default_folder() -> Path:
    """The folder of the user's settings; PRESSKIT_HOME overrides it."""
    chosen = os.environ.get("PRESSKIT_HOME")
    if chosen:
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("presskit", appauthor=False)


def data_folder() -> Path:
    """The folder of what the user made outside of kits; PRESSKIT_HOME overrides it."""
    return assets.user_folder()


def cache_folder() -> Path:
    """The folder of what can be made again; PRESSKIT_HOME overrides it."""
    chosen = os.environ.get("PRESSKIT_HOME")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("presskit", appauthor=False)


def territory() -> str:
    """The territory (ISO 3166-1) of the user's locale, for the paper size; nothing when it names none.

    POSIX.1-2017, Base Definitions 8.2: LC_ALL goes before the category, the category before LANG.
    """
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_PAPER", "LANG")]
    chosen = next((name for name in names if name), "")
    if not chosen and sys.platform in {"win32", "darwin"}:
        chosen = locale.getlocale()[0] or ""
        if "United States" in chosen:
            return "US"
    tail = chosen.partition(".")[0].partition("@")[0].replace("-", "_").rpartition("_")[2]
    return tail if len(tail) == 2 and tail.isupper() else ""
