"""Dated copies: made while the library is in use, kept for a while, and brought back when it is damaged."""

import datetime
from pathlib import Path

import pytest

from presskit.library import backup
from presskit.library.backup import BackupProblem, back_up, back_up_daily, check, copies, restore
from presskit.library.opening import open_library
from presskit.library.problems import LibraryDamaged
from tests.library.parts import analyst, river_alliance


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A library with somebody in it."""
    path = tmp_path / "home" / "library.db"
    shelf = open_library(str(path))
    shelf.add(analyst())
    shelf.close()
    return path


def test_a_copy_has_what_was_kept_while_it_is_open(file: Path) -> None:
    """Also what stands only in the log of writes yet; the day's copy is made anew when it is asked for."""
    shelf = open_library(str(file))
    shelf.add(river_alliance())
    made = back_up(file)
    (copy,) = copies(file)
    assert copy == (made, datetime.date.today(), made.stat().st_size, 2)
    shelf.add(river_alliance())
    assert back_up_daily(file) is None
    back_up(file)
    assert [each.items for each in copies(file)] == [3]
    shelf.close()
    assert check(made) == []
    assert not list(made.parent.glob("*.new"))


def test_copies_are_kept_of_seven_days_and_twelve_months(file: Path) -> None:
    """The others go; what is not ours stays."""
    made = back_up(file)
    today = datetime.date.today()
    for number in range(1, 500):
        day = today - datetime.timedelta(days=number)
        made.with_name(f"library-{day.isoformat()}.db").write_bytes(made.read_bytes())
    strange = made.with_name("library-2020-02-31.db")
    strange.write_bytes(b"")
    back_up(file)
    days = [each.day for each in copies(file)]
    assert days[:7] == [today - datetime.timedelta(days=number) for number in range(7)]
    assert len({(day.year, day.month) for day in days}) in {12, 13}
    assert len(days) <= 7 + 12
    assert strange.exists()


@pytest.mark.parametrize("harm", ["garbage", "zeros", "cut", "empty"])
def test_a_damaged_file_is_told_and_a_copy_comes_back(file: Path, harm: str) -> None:
    """The damaged one stays beside it."""
    (copy,) = (back_up(file),)
    whole = file.read_bytes()
    harmed = {
        "garbage": b"no database at all" * 500,
        "zeros": whole[:100] + bytes(len(whole) - 100),
        "cut": whole[: len(whole) // 2],
        "empty": b"",
    }[harm]
    file.write_bytes(harmed)
    assert check(file)
    if harm == "garbage":
        with pytest.raises(LibraryDamaged):
            open_library(str(file))
    aside = restore(file, copy)
    assert aside.read_bytes() == harmed
    assert check(file) == []
    shelf = open_library(str(file))
    assert [each.name for each in shelf.search("nadia")] == ["Nadia Ferrer Otis"]
    shelf.close()


def test_a_damaged_copy_is_not_brought_back(file: Path) -> None:
    """It says so, and nothing is changed."""
    copy = back_up(file)
    copy.write_bytes(b"garbage" * 100)
    assert [each.items for each in copies(file)] == [None]
    before = file.read_bytes()
    with pytest.raises(BackupProblem, match="damaged"):
        restore(file, copy)
    assert file.read_bytes() == before


def test_what_cannot_be_written_says_why(file: Path, tmp_path: Path) -> None:
    """A folder in the place of a file, and a library that is not there."""
    (file.parent / backup.FOLDER).write_bytes(b"in the way")
    with pytest.raises(BackupProblem, match="Nothing was changed"):
        back_up(file)
    with pytest.raises(BackupProblem):
        back_up(tmp_path / "none.db")
    assert back_up_daily(tmp_path / "none.db") is None
    assert copies(tmp_path / "none.db") == []


def test_a_stopped_copy_leaves_no_trace(file: Path) -> None:
    """As when the program ends meanwhile."""
    assert back_up_daily(file, lambda: True) is None
    assert copies(file) == []
    assert not list((file.parent / backup.FOLDER).iterdir())
