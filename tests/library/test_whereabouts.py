"""Which kits carry an item."""

from pathlib import Path

import pytest

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.headline import Headline
from presskit.library.whereabouts import kits_around, kits_with
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.storage.files import write
from presskit.text.runs import rich


def kit(path: Path, title: str, *versions: int) -> Path:
    """A kit that carries the item "one" in these versions."""
    words = [Boilerplate(id=f"b{each}", heading="About", reference="one", version=each) for each in versions]
    blocks = (Headline(id="h", text=rich(title)), *words)
    write(path, Kit(releases=(Release(blocks=blocks),)))
    return path


def test_old_versions_come_first_and_the_unreadable_last(tmp_path: Path) -> None:
    new = kit(tmp_path / "new.presskit", "New", 3)
    old = kit(tmp_path / "old.presskit", "Old", 3, 1)
    none = kit(tmp_path / "none.presskit", "None")
    bad = tmp_path / "bad.presskit"
    bad.write_bytes(b"no kit")
    found = kits_with([new, bad, none, old, tmp_path / "gone.presskit"], "one")
    assert [(use.name, use.version) for use in found[:2]] == [("Old", 1), ("New", 3)]
    assert {use.path.name for use in found[2:]} == {"bad.presskit", "gone.presskit"}
    assert all(use.problem for use in found[2:])


def test_a_kit_without_a_headline_goes_by_its_file(tmp_path: Path) -> None:
    (use,) = kits_with([kit(tmp_path / "vote.presskit", " ", 1)], "one")
    assert use.name == "vote"


def test_kits_beside_recent_ones_are_found_once(tmp_path: Path) -> None:
    one, two = (kit(tmp_path / f"{name}.presskit", name, 1) for name in ("one", "two"))
    (tmp_path / "folder.presskit").mkdir()
    (tmp_path / "notes.txt").write_text("x")
    gone = tmp_path / "elsewhere" / "gone.presskit"
    assert kits_around([str(one), str(gone)]) == [one, two]
    assert kits_around(["\0.presskit", "relative.txt"]) == []


def test_a_folder_that_cannot_be_read_has_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = kit(tmp_path / "one.presskit", "one", 1)

    def refuse(_folder: Path) -> None:
        raise PermissionError("no")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert kits_around([str(one)]) == [one]
