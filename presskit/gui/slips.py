"""What may be meant where nothing has the letters that were typed."""

from collections.abc import Sequence

_LIKE = 72  # of 100: from here on letters are taken for a slip


def meant(typed: str, names: Sequence[str], most: int, *, whole: bool = False) -> list[int]:
    """The places of names like what was typed, the likeliest first; both folded. whole: all of the name was
    to be typed, not a part of it."""
    from rapidfuzz import fuzz, process

    scorer = fuzz.ratio if whole else fuzz.WRatio
    found = process.extract(typed, names, scorer=scorer, score_cutoff=_LIKE, limit=most)
    return [place for _name, _score, place in found]
