"""`presskit` and `python -m presskit`: the window, or the command line when given a verb.

The window, --version and `parts --json` do without typer, whose import alone takes longer than they may.
"""

import os
import sys

from presskit import __version__

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> int:
    """Runs the face that the arguments ask for; returns the exit code."""
    words = sys.argv[1:]
    if words in (["--version"], ["-V"]):
        print(f"presskit {__version__}")
        return 0
    if all(word.lower().endswith(".presskit") for word in words):
        return _window(words[:1])
    if words[:2] == ["parts", "--json"] and len(words) == 3 and not words[2].startswith("-"):
        return _parts(words[2])
    from presskit.cli import run_command

    _speak()
    return run_command(words)


def _speak() -> None:
    """Has the screen speak the language that the settings or else the computer ask for."""
    from presskit.i18n import speak, wanted
    from presskit.settings import SettingsFile

    speak(SettingsFile().load().screen_language or wanted(os.environ))


def _parts(name: str) -> int:
    """`presskit parts --json FILE`, which other programs call file by file."""
    from pathlib import Path

    from presskit.bounded import Unreadable
    from presskit.intake.telling import as_json

    _speak()
    try:
        told = as_json([Path(name)])
    except Unreadable as problem:
        print(f"presskit: {problem.sentence}", file=sys.stderr)
        return 3
    sys.stdout.buffer.write(told.encode() + b"\n")
    return 0


def _window(paths: list[str]) -> int:
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _SCREENS):
        from presskit.i18n import _

        _speak()
        told = _("presskit: there is no display for a window; see presskit --help for what works without.")
        print(told, file=sys.stderr)
        return 1
    try:
        from presskit.gui.app import run
    except ImportError as problem:
        from presskit.i18n import _

        _speak()
        told = _("presskit: the window cannot open: {why}. Install PySide6-Essentials.")
        print(told.format(why=problem), file=sys.stderr)
        return 1
    return run(paths)


if __name__ == "__main__":
    sys.exit(main())
