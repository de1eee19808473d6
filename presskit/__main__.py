"""`presskit` and `python -m presskit`: the window, or the command line when given a verb.

The window and --version do without typer, whose import alone takes longer than either may.
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
    from presskit.cli import run_command

    return run_command(words)


def _window(paths: list[str]) -> int:
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _SCREENS):
        print(
            "presskit: there is no display for a window; see presskit --help for what works without.",
            file=sys.stderr,
        )
        return 1
    try:
        from presskit.gui.app import run
    except ImportError as problem:
        print(f"presskit: the window cannot open: {problem}. Install PySide6-Essentials.", file=sys.stderr)
        return 1
    return run(paths)


if __name__ == "__main__":
    sys.exit(main())
