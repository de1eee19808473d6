"""Language tags (BCP 47), and which language's words and rules serve one that has none of its own."""

from functools import cache

# Where Chinese is written in traditional characters, as Unicode CLDR's likely subtags have it.
_TRADITIONAL = frozenset({"tw", "hk", "mo"})
_OTHER_NAMES = {"iw": "he", "cmn": "zh", "yue": "zh-hant"}


@cache
def fallbacks(language: str) -> tuple[str, ...]:
    """The tags to look for in turn, in lower case, from the language itself to its plainest form:
    "zh-TW" -> "zh-tw", "zh-hant", "zh"."""
    parts = language.strip().lower().replace("_", "-").split("-")
    parts[:1] = _OTHER_NAMES.get(parts[0], parts[0]).split("-")
    found = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    if parts[0] == "zh" and "hans" not in parts and not _TRADITIONAL.isdisjoint(parts[1:]):
        found = [tag for tag in found if tag not in {"zh-hant", "zh"}] + ["zh-hant", "zh"]
    return tuple(found)


def primary(language: str) -> str:
    """The language alone, without script and territory: "zh" of "zh-Hant-TW"."""
    return fallbacks(language)[-1]
