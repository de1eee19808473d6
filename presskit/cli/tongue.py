"""What the command line says of itself, in the language of the screen."""

import gettext
import inspect
import os
from collections.abc import Iterator
from typing import Any

from typer import Context

from presskit.assets import resource
from presskit.i18n import N_, _, spoken

HEADS = (
    N_("Arguments"),
    N_("Options"),
    N_("Commands"),
    N_("required"),
    N_("default: {default}"),
)
"""What the framework writes between our own words; it looks for them in the program's catalogue."""


def told_by(command: Any) -> Iterator[tuple[Any, str, str]]:
    """Every text of a command's help and of those below it: what holds it, as which attribute, and the text
    on one line."""
    helper = command.get_help_option(Context(command))
    for holder in (command, *command.params, *([helper] if helper else ())):
        for name in ("help", "epilog"):
            if text := getattr(holder, name, None):
                yield holder, name, " ".join(inspect.cleandoc(text).split())
    for below in getattr(command, "commands", {}).values():
        yield from told_by(below)


def speak_help(command: Any) -> None:
    """Gives the help of a command, and of those below it, the language of the screen. What the framework
    itself says of options that it does not know stays in English."""
    for holder, name, text in told_by(command):
        setattr(holder, name, _(text))
    os.environ["LANGUAGE"] = spoken()  # by which gettext chooses a catalogue
    gettext.bindtextdomain("presskit", str(resource("i18n")))
    gettext.textdomain("presskit")
