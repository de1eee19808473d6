"""The file for colleagues, brought in again, is the release without the marks of a draft and a correction."""

import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from presskit.bringing import kit_of
from presskit.export import format_named
from presskit.exporting import export_bytes
from presskit.model.profile import profile
from tests.generated import whole_kit

LANGUAGES = ("en", "es", "fr", "pt", "ar", "he", "ru", "zh", "ja", "ko")
WHEN = datetime.datetime(2026, 11, 23, 9, 59)


@pytest.mark.parametrize("name", ["review", "draft"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_are_set_aside_on_the_way_back(language: str, name: str, tmp_path: Path) -> None:
    kit = whole_kit(language)
    kit = kit.with_release(0, replace(kit.releases[0], correction="44%, 34%."))
    words, kind = profile("ap").page_words(language), format_named(name)
    assert kind
    path = tmp_path / f"vote{kind.suffix}"
    path.write_bytes(export_bytes(kit, 0, kind, when=WHEN))
    release = kit_of(path).kit.releases[0]
    assert words.draft not in {release.dateline.city, release.title()}
    shown = "\n".join(letters for block in release.blocks for letters in block.letters())
    assert words.draft_note not in shown
    assert "34%." not in shown
