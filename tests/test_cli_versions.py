"""The command about the versions that are kept with a kit."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from presskit.cli import UNREADABLE
from presskit.model.kept import Kept
from presskit.snapshots import kept_now
from presskit.storage.files import write
from tests.kits import full_kit
from tests.test_cli import Done, kit, run  # noqa: F401 - fixtures

Run = Callable[..., Done]
WHEN = datetime.datetime(2026, 11, 23, 14, 5, tzinfo=datetime.UTC)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A kit with a version that has a name, one that has none, and one that makes no sense."""
    made = full_kit()
    made = replace(made, kept=kept_now(made, WHEN, "As sent"))
    shorter = made.with_release(0, made.releases[0].with_blocks(made.releases[0].blocks[:1]))
    made = replace(made, kept=kept_now(shorter, WHEN + datetime.timedelta(minutes=20)))
    broken = Kept(when=WHEN + datetime.timedelta(minutes=30), format=6, releases=((b"7",),))
    write(tmp_path / "vote.presskit", replace(made, kept=(*made.kept, broken)))
    return tmp_path / "vote.presskit"


def test_versions_are_told_in_order_of_time(run: Run, kept: Path) -> None:  # noqa: F811
    done = run("versions", kept)
    assert done.code == 0
    assert len(done.out) == 3
    count = full_kit().releases[0].word_count()
    assert done.out[0].endswith(f"  As sent ({count} words)")
    assert "  Automatic (" in done.out[1]
    assert done.out[2].endswith("  Automatic: cannot be read")
    assert done.complaints[0].startswith("presskit: This version cannot be read")


def test_json_says_the_same(run: Run, kept: Path) -> None:  # noqa: F811
    found = json.loads("\n".join(run("versions", kept, "--json").out))
    assert [each["name"] for each in found] == ["As sent", "", ""]
    assert found[0]["when"] == "2026-11-23T14:05:00+00:00"
    assert found[0]["releases"][0]["language"] == "en-US"
    assert found[2]["releases"] == []


def test_a_kit_without_versions_and_a_file_that_is_none(run: Run, kit: Path, tmp_path: Path) -> None:  # noqa: F811
    assert run("versions", kit).out == ["No versions are kept with this kit."]
    (tmp_path / "text.presskit").write_text("text", encoding="utf-8")
    assert run("versions", tmp_path / "text.presskit").code == UNREADABLE
