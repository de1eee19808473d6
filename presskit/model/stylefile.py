"""What is wrong with a house style's file, each fault with its line, in words of the screen."""

import re
import tomllib
from collections.abc import Iterable
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from presskit.i18n import _
from presskit.model.profile import PageWords, Profile, profile_over, shipped_names

_AT = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")
_WHERE = re.compile(r" - at `\$\.?(.*)`$")
_PLACES = {
    "immediate": (), "embargo": ("time", "zone", "date"), "correction": ("note",), "page": ("page", "pages"),
    "paid_by": ("name",), "after_hours": ("phone",), "photo_credit": ("name",), "logo_of": ("name",),
    "place": ("city", "where"), "dateline": ("place", "date"),
}  # fmt: skip
_MOST_TOLD = 12


def faults(text: str) -> list[str]:
    """What is wrong with a house style, in order; nothing where it can be used."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        at = _AT.search(str(problem))
        line = int(at[1]) if at and at[1] else text.count("\n") + 1
        why = _AT.sub("", str(problem)).strip()
        return [_("Line {line} cannot be read: {why}.").format(line=line, why=why)]
    except RecursionError:
        return [_("It is nested too deeply.")]
    lines = text.splitlines()
    found = [
        _at(lines, path, _("“{name}” is no setting of a house style.").format(name=path[-1]))
        for path in _strange(raw, Profile, ())
    ]
    base = raw.get("base", "ap")
    if base not in shipped_names():
        told = _("there is no house style “{name}” to build on; choose from {offered}.")
        found.append(_at(lines, ("base",), told.format(name=base, offered=", ".join(shipped_names()))))
    elif not found:
        try:
            profile_over("ap", text, "own")
        except msgspec.ValidationError as problem:
            found.append(_refused(lines, str(problem)))
        else:
            found += [_at(lines, path, said) for path, said in _unfilled(raw)]
    return found[:_MOST_TOLD]


def _strange(raw: dict[str, Any], record: type[Struct], path: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """Settings that nothing would look at, by their paths."""
    known = get_type_hints(record)
    for name, value in raw.items():
        if name not in known and (path or name != "base"):
            yield (*path, name)
            continue
        inner = known.get(name)
        if isinstance(inner, type) and issubclass(inner, Struct) and isinstance(value, dict):
            yield from _strange(value, inner, (*path, name))
        elif get_origin(inner) is dict and isinstance(value, dict):
            held = get_args(inner)[1]
            if isinstance(held, type) and issubclass(held, Struct):
                for key, each in value.items():
                    if isinstance(each, dict):
                        yield from _strange(each, held, (*path, name, key))


def _unfilled(raw: dict[str, Any]) -> Iterable[tuple[tuple[str, ...], str]]:
    """Words of the page whose places in braces could not be filled."""
    for language, words in raw.get("words", {}).items():
        for name in set(words) & set(get_type_hints(PageWords)):
            places = _PLACES.get(name, ())
            try:
                str(words[name]).format(**dict.fromkeys(places, "")) if name in _PLACES else None
            except (KeyError, IndexError, ValueError, AttributeError):
                known = ", ".join(f"{{{place}}}" for place in places) or _("none")
                told = _("of words in braces, “{name}” may have {known}.").format(name=name, known=known)
                yield ("words", language, name), told


def _refused(lines: list[str], message: str) -> str:
    """What the record did not take."""
    where = _WHERE.search(message)
    path = tuple(re.sub(r"\[.*?\]", "", where[1]).split(".")) if where else ()
    return _at(lines, path, _WHERE.sub("", message) + ".")


def _at(lines: list[str], path: tuple[str, ...], said: str) -> str:
    """What is said, with the line that a setting stands on where it can be told."""
    if path:
        name = re.escape(path[-1])
        for number, line in enumerate(lines, 1):
            if re.match(rf"\s*(\[.*\b{name}\]|[\"']?{name}[\"']?\s*=)", line):
                return _("Line {line}: {said}").format(line=number, said=said)
    return said
