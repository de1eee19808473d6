"""How well releases are recognised: our own, and real ones where they lie beside the repository."""

import json
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from presskit.intake.labels import labels
from presskit.intake.reading import read
from presskit.intake.recognise import recognise

OWN = Path(__file__).parent / "releases"
REAL = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "dev"
_ONE = ("headline", "release_line", "embargo", "end_mark")
_MANY = ("subheads", "bullets", "boilerplate", "chrome")


def _plain(text: Any) -> str:
    """The first 60 letters and digits: truths have but the first 80 characters of what is long."""
    letters = unicodedata.normalize("NFKC", str(text or "")).casefold()
    return "".join(each for each in letters if each.isalnum())[:60] or str(text or "").strip()


def _told(fields: dict[str, Any]) -> set[tuple[str, str]]:
    """All that a release's fields say, as (field, words)."""
    found = {(field, _plain(fields.get(field))) for field in _ONE}
    found |= {(field, _plain(each)) for field in _MANY for each in fields.get(field) or []}
    lede = fields.get("dateline") or {}
    found |= {("place", _plain(lede.get("place"))), ("date", _plain(lede.get("date")))}
    for quote in fields.get("quotes") or []:
        surname = _plain((quote["speaker"] or "").split(",")[0].split()[-1:])
        for words in (quote["text"], *(quote.get("continues") or [])):
            found |= {("quotes", _plain(words)), ("speaker", f"{surname}: {_plain(words)}")}
    for contact in fields.get("contacts") or []:
        found |= {("contacts", _plain(each)) for each in contact["emails"] or contact["phones"]}
    return {(field, words) for field, words in found if words}


def _rates(folder: Path) -> dict[str, float]:
    """The F1 of each field over all releases of a folder, and of all fields together."""
    hit: Counter[str] = Counter()
    size: Counter[str] = Counter()
    for truth in sorted(folder.glob("*.json")):
        source = truth.with_suffix(".txt")
        mine = _told(labels(recognise(read(source.read_bytes(), source.name))))
        theirs = _told(json.loads(truth.read_text("utf-8")))
        for name, _words in mine & theirs:
            hit.update((name, "all"))
        for name, _words in (*mine, *theirs):
            size.update((name, "all"))
    return {name: 2 * hit[name] / total for name, total in size.items()}


@pytest.mark.parametrize("folder", [OWN, REAL], ids=["own", "real"])
def test_releases_are_recognised(folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip("The collection of real releases is not beside the repository.")
    rates = _rates(folder)
    assert rates["all"] >= 0.94, rates
    assert rates["quotes"] >= 0.95, rates
    assert rates["speaker"] >= 0.9, rates
    assert rates["headline"] >= 0.95, rates
    assert rates["boilerplate"] >= 0.9, rates
