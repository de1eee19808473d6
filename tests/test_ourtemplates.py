"""Templates of the user's own: kits without what is of one release alone, under names fit for files."""

import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from presskit.blocks.quote import Quote
from presskit.model.approval import Approval, seal
from presskit.model.kit import Kit
from presskit.model.partner import Partner
from presskit.model.release import Dateline, ReleaseLine
from presskit.ourtemplates import MOST, TemplateShelf, as_template, called
from presskit.storage.errors import CannotWrite, FileProblem, Missing
from tests.kits import full_kit

WHEN = datetime.datetime(2026, 5, 4, 10, tzinfo=datetime.UTC)


def sent() -> Kit:
    """A kit that was dated, approved and embargoed."""
    kit = full_kit()
    release = kit.releases[0]
    blocks = [
        replace(each, approval=Approval(who="Ada", when=WHEN, how="email", seal=seal(each.sealed_words())))
        if isinstance(each, Quote)
        else each
        for each in release.blocks
    ]
    assert any(isinstance(each, Quote) for each in blocks)
    release = replace(
        release.with_blocks(blocks),
        status="cleared",
        line=ReleaseLine(kind="embargo", until=datetime.datetime(2026, 5, 5, 9), zone="America/New_York"),
        dateline=Dateline(city="Calder", region="N.Y.", date=WHEN.date()),
        partners=(Partner(name="Stone Trust").sent(WHEN, blocks),),
    )
    return kit.with_release(0, release)


def test_what_is_of_one_release_alone_goes_and_all_else_stays() -> None:
    kit = sent()
    old, new = kit.releases[0], as_template(kit).releases[0]
    assert (new.status, new.dateline.date, new.line.until) == ("drafting", None, None)
    assert (new.dateline.city, new.line.kind) == ("Calder", "embargo")
    assert [each.asked for each in new.partners] == [None]
    assert all(each.approval is None for each in new.blocks if isinstance(each, Quote))
    assert [each.letters() for each in new.blocks] == [each.letters() for each in old.blocks]
    assert as_template(kit).pictures == kit.pictures
    assert as_template(as_template(kit)) == as_template(kit)


def test_it_is_kept_found_begun_from_and_forgotten(tmp_path: Path) -> None:
    shelf = TemplateShelf(tmp_path / "none" / "yet")
    assert shelf.names() == ()
    shelf.keep("  Monthly\nfigures ", sent())
    shelf.keep("a vote", full_kit())
    assert shelf.names() == ("a vote", "Monthly figures")
    assert shelf.find("MONTHLY figures") == "Monthly figures"
    assert shelf.kit("Monthly figures") == as_template(sent())
    shelf.keep("monthly FIGURES", full_kit())
    assert shelf.names() == ("a vote", "Monthly figures")
    assert shelf.kit("Monthly figures") == as_template(full_kit())
    shelf.remove("a vote")
    shelf.remove("a vote")
    assert shelf.names() == ("Monthly figures",)
    with pytest.raises(Missing):
        shelf.kit("a vote")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("../../etc/passwd", "etc passwd"),
        ("A/B: “what?”", "A B “what ”"),
        ("  .. ", ""),
        ("CON", ""),
        ("con.txt", ""),
        ("\x00\n", ""),
        ("x" * 300, "x" * 60),
        ("Боротьба 2026", "Боротьба 2026"),
    ],
)
def test_a_name_is_one_that_a_file_can_have(typed: str, name: str, tmp_path: Path) -> None:
    assert called(typed) == name
    shelf = TemplateShelf(tmp_path / "templates")
    if name:
        shelf.keep(typed, full_kit())
        assert shelf.names() == (name,)
        assert [path.parent for path in tmp_path.rglob("*.presskit")] == [tmp_path / "templates"]
    else:
        with pytest.raises(ValueError, match=r"^"):
            shelf.keep(typed, full_kit())


def test_one_that_is_not_offered_any_more_is_found_before_it_is_written_over(tmp_path: Path) -> None:
    for number in range(MOST + 1):
        (tmp_path / f"t{number:03}.presskit").touch()
    shelf = TemplateShelf(tmp_path)
    assert len(shelf.names()) == MOST
    assert shelf.find(f"T{MOST:03}") == f"t{MOST:03}"


def test_what_is_no_kit_is_told_and_a_folder_that_takes_nothing_too(tmp_path: Path) -> None:
    (tmp_path / "odd.presskit").write_bytes(b"no kit")
    shelf = TemplateShelf(tmp_path)
    assert shelf.names() == ("odd",)
    with pytest.raises(FileProblem):
        shelf.kit("odd")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CannotWrite):
        TemplateShelf(tmp_path / "file" / "in").keep("a", full_kit())
