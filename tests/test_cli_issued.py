"""The command about what was issued: versions, files and hashes; and whether a file is one of them."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from presskit.cli import FAILED, UNREADABLE
from presskit.issuing import frozen, sent_file, with_version
from presskit.storage.files import write
from tests.kits import full_kit
from tests.test_cli import Done, kit, run  # noqa: F401 - fixtures

Run = Callable[..., Done]
WHEN = datetime.datetime(2026, 11, 23, 14, 5, tzinfo=datetime.timezone(datetime.timedelta(hours=-5)))


@pytest.fixture
def sent(tmp_path: Path) -> tuple[Path, Path]:
    """A kit that was issued twice, and the file that was sent the second time."""
    first, second = tmp_path / "vote.pdf", tmp_path / "vote-v2.pdf"
    first.write_bytes(b"%PDF-1")
    second.write_bytes(b"%PDF-two")
    made = with_version(full_kit(), frozen(full_kit(), 0, [sent_file(first)], WHEN))
    made = made.with_release(0, replace(made.releases[0], correction="It was 44%, not 34%."))
    later = WHEN + datetime.timedelta(hours=2)
    made = with_version(made, frozen(made, 0, [sent_file(second)], later))
    path = tmp_path / "vote.presskit"
    write(path, made)
    return path, second


def test_versions_are_told_with_their_files_and_hashes(run: Run, sent: tuple[Path, Path]) -> None:  # noqa: F811
    done = run("issued", sent[0])
    assert done.code == 0
    assert done.out[0] == "Version 1 (en-US), 2026-11-23 14:05-05:00"
    assert done.out[1] == "  vote.pdf  (6 bytes)"
    assert "  Correction: It was 44%, not 34%." in done.out
    assert f"    SHA-256 {sent_file(sent[1]).sha256}" in done.out


def test_a_kit_of_which_nothing_was_issued_says_so(run: Run, kit: Path) -> None:  # noqa: F811
    assert run("issued", kit).out == ["Nothing was issued of this kit."]
    assert json.loads("\n".join(run("issued", kit, "--json").out)) == []


def test_a_file_is_known_by_its_bytes(run: Run, sent: tuple[Path, Path], tmp_path: Path) -> None:  # noqa: F811
    copy, other = tmp_path / "copy.bin", tmp_path / "other.pdf"
    copy.write_bytes(sent[1].read_bytes())
    other.write_bytes(b"%PDF-2wo")
    done = run("issued", sent[0], copy)
    assert done.code == 0
    said = f"{copy}: as it was issued in version 2 (en-US), 2026-11-23 16:05-05:00, as vote-v2.pdf"
    assert done.out == [said]
    done = run("issued", sent[0], copy, other)
    assert done.code == FAILED
    assert done.out == [said, f"{other}: not as it was issued"]


def test_json_says_the_same(run: Run, sent: tuple[Path, Path], tmp_path: Path) -> None:  # noqa: F811
    versions = json.loads("\n".join(run("issued", sent[0], "--json").out))
    assert [each["version"] for each in versions] == [1, 2]
    assert versions[1]["correction"] == "It was 44%, not 34%."
    assert versions[1]["files"] == [{"name": "vote-v2.pdf", "sha256": sent_file(sent[1]).sha256, "size": 8}]
    found = run("issued", sent[0], sent[1], sent[0], "--json")
    assert found.code == FAILED
    told = json.loads("\n".join(found.out))
    assert [[each["version"] for each in one["issued"]] for one in told] == [[2], []]


def test_what_cannot_be_read_is_told(run: Run, sent: tuple[Path, Path], tmp_path: Path) -> None:  # noqa: F811
    done = run("issued", sent[0], tmp_path / "none.pdf", sent[1])
    assert done.code == UNREADABLE
    assert len(done.out) == len(done.complaints) == 1
    assert run("issued", tmp_path / "none.presskit").code == UNREADABLE
