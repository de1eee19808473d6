"""Words on screen: `N_` marks them where they are declared, `_` translates them where they are shown."""

import gettext
import locale
import sys
from collections.abc import Mapping
from functools import cache

from presskit.assets import resource


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for a marker
    """Marks `text` for translation and returns it as it is."""
    return text


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    wanted = [language.replace("-", "_"), language.partition("-")[0]]
    for name in wanted:
        compiled = resource(f"i18n/{name}/LC_MESSAGES/presskit.mo")
        if compiled.is_file():
            with compiled.open("rb") as stream:
                return gettext.GNUTranslations(stream)
    return gettext.NullTranslations()


class _Screen:
    """Which language the screen speaks; set once by the program's entry points."""

    language = "en"


def speak(language: str) -> None:
    """Chooses the language (BCP 47) of the words on screen from here on."""
    _Screen.language = language


LANGUAGES = {"en": "English", "es": "Español"}
"""The languages that the screen has words in, each by its own name."""


def wanted(environment: Mapping[str, str]) -> str:
    """The language (BCP 47) that a user's environment asks the screen to speak: the first of those that it
    has words in, else English.

    POSIX.1-2017, Base Definitions 8.2, for messages; LANGUAGE goes before them and is a list (GNU gettext
    0.22, section 2.3.3), unless the locale is "C"."""
    names = [environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    chosen = next((name for name in names if name), "")
    if not chosen and sys.platform in {"win32", "darwin"}:
        chosen = locale.getlocale()[0] or ""
    offered = [chosen]
    if chosen.partition(".")[0] not in {"C", "POSIX"}:
        offered = [*environment.get("LANGUAGE", "").split(":"), chosen]
    for each in offered:
        tag = each.partition(".")[0].partition("@")[0].replace("_", "-")
        if tag.partition("-")[0].lower() in LANGUAGES:
            return tag
    return "en"


def spoken() -> str:
    """The language (BCP 47) of the words on screen."""
    return _Screen.language


def _(text: str) -> str:
    """`text` in the language of the screen."""
    return in_language(_Screen.language, text)


def in_language(language: str, text: str) -> str:
    """`text` in a language of its own (BCP 47), whatever the screen speaks: for files that go to others."""
    return _catalogue(language).gettext(text) if text else ""  # no words are the head of a catalogue


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a counted phrase in the language of the screen."""
    return _catalogue(_Screen.language).ngettext(one, many, count)
