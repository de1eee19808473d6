"""What languages are called, in the language of the screen."""

from functools import cache

from presskit.gui.editor.releasebar import LANGUAGES
from presskit.i18n import _, spoken
from presskit.model.locale_words import alphabetical

_USUAL = dict(LANGUAGES)


def named(tag: str) -> str:
    """The name of a language; the tag itself where nobody has one for it."""
    if tag in _USUAL:
        return _(_USUAL[tag])
    return _name(tag, spoken())


def offered() -> tuple[tuple[str, str], ...]:
    """Languages that a release may be written in, (tag, name): those in common use first, then all others
    that the Unicode CLDR has a name for, in the order of the alphabet."""
    return (*((tag, _(name)) for tag, name in LANGUAGES), *_others(spoken()))


@cache
def _others(screen: str) -> tuple[tuple[str, str], ...]:
    languages = _locale(screen).languages
    found = [(tag.replace("_", "-"), str(name)) for tag, name in languages.items() if len(tag) <= len("xxx")]
    left = [(tag, name[:1].upper() + name[1:]) for tag, name in found if tag not in {*_USUAL, *_NONE}]
    return tuple(sorted(left, key=lambda each: alphabetical(each[1])))


_NONE = frozenset({"en", "pt", "zh", "und", "mul", "mis", "zxx"})
"""Named with their region or script above, or no language at all (ISO 639-2: undetermined, several)."""


@cache
def _name(tag: str, screen: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(tag, sep="-").get_display_name(_locale(screen))
    except (UnknownLocaleError, ValueError):
        name = _locale(screen).languages.get(tag.partition("-")[0])
        name = f"{name} ({tag})" if name else tag
    return name[:1].upper() + name[1:] if name else tag


@cache
def _locale(screen: str):  # type: ignore[no-untyped-def]  # babel is loaded when first needed
    from babel import Locale

    return Locale.parse(screen.partition("-")[0] or "en")
