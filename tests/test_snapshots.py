"""Versions to go back to: when one is kept, what no undo takes away, and how one is brought back."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from presskit import session as session_module
from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.gui.kept.rows import rows
from presskit.issuing import frozen as issued
from presskit.issuing import with_version
from presskit.model.comparing import compare
from presskit.model.kept import MOST_NAMED
from presskit.model.kit import Kit
from presskit.model.release import Dateline, Release
from presskit.safekeeping import bring_back, leftovers, work_of
from presskit.session import Session
from presskit.snapshots import (
    kept_now,
    named_as,
    removed,
    restored,
    thawed,
    with_block_of,
    with_frame_of,
    with_name,
)
from presskit.storage.errors import TooManyVersions
from presskit.storage.files import read, write
from presskit.storage.recovery import Trail
from presskit.text.runs import rich
from tests.kits import full_kit
from tests.zones import in_zone

NOW = datetime.datetime(2026, 11, 23, 14, 5, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)


def paragraph(number: int, words: str = "") -> Paragraph:
    return Paragraph(id=f"p{number}", text=rich(words or f"Paragraph {number}."))


def kit_of(*blocks: Paragraph) -> Kit:
    return Kit(releases=(Release(blocks=(Headline(id="h", text=rich("The river")), *blocks)),))


def said(number: int, words: str) -> Callable[[Release], Release]:
    """A change of the words of a paragraph."""
    return lambda release: release.with_blocks(
        paragraph(number, words) if block.id == f"p{number}" else block for block in release.blocks
    )


class Clock:
    """The time that a session sees."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime.datetime:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock that is put on by hand."""
    made = Clock()
    monkeypatch.setattr(session_module, "now_utc", made)
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A kit's file from before there were versions."""
    write(tmp_path / "vote.presskit", kit_of(*map(paragraph, range(12))))
    return tmp_path / "vote.presskit"


# When


def test_a_save_keeps_what_is_saved_and_the_first_one_what_was_opened(clock: Clock, path: Path) -> None:
    session = Session.open(path)
    opened = session.kit.releases
    clock.now += 20 * MINUTE
    session.edit("Write", said(1, "Another."))
    session.save()
    assert [thawed(each) for each in session.kit.kept] == [opened, session.kit.releases]
    assert [each.when for each in session.kit.kept] == [NOW, NOW + 20 * MINUTE]
    assert not session.is_modified
    assert read(path).kit == session.kit
    session.close()


def test_saves_soon_after_each_other_keep_one_unless_much_changed(clock: Clock, path: Path) -> None:
    session = Session.open(path)
    session.save()
    assert len(session.kit.kept) == 1
    for minutes, count in ((3, 1), (6, 1), (10, 2), (11, 2), (20, 3)):
        clock.now = NOW + minutes * MINUTE
        session.edit("Write", said(1, f"After {minutes}."))
        session.save()
        assert len(session.kit.kept) == count
    clock.now += MINUTE
    session.edit("Paste", lambda release: release.with_blocks(paragraph(n) for n in range(20, 30)))
    session.save()
    assert len(session.kit.kept) == 4
    session.close()


def test_a_save_of_the_same_keeps_nothing_more_and_writes_the_same_bytes(clock: Clock, path: Path) -> None:
    session = Session.open(path)
    session.save()
    data = path.read_bytes()
    clock.now += 60 * MINUTE
    session.save()
    assert path.read_bytes() == data
    session.close()


def test_a_new_kit_is_kept_when_it_is_first_saved(clock: Clock, tmp_path: Path) -> None:
    session = Session(kit_of(paragraph(1)))
    session.edit("Write", said(1, "Another."))
    session.save(tmp_path / "new.presskit")
    assert [thawed(each) for each in session.kit.kept] == [session.kit.releases]
    session.close()


def test_a_save_that_fails_keeps_nothing(clock: Clock, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session.open(path)
    session.edit("Write", said(1, "Another."))

    def full(*_words: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(session_module.files, "write", full)
    with pytest.raises(OSError, match="full"):
        session.save()
    assert session.kit.kept == ()
    assert session.is_modified
    session.close()


# What no undo takes away


def test_keeping_is_no_step_and_undo_leaves_it(clock: Clock, path: Path) -> None:
    session = Session.open(path)
    session.edit("Write", said(1, "First."))
    session.keep("Sent to Ana")
    assert session.history.undo_label == "Write"
    session.undo()
    assert [each.name for each in session.kit.kept] == ["Sent to Ana"]
    session.redo()
    session.edit("Write", said(1, "Second."))
    assert [each.name for each in session.kit.kept] == ["Sent to Ana"]
    session.close()


def test_a_change_made_before_one_was_kept_does_not_take_it_away(clock: Clock, path: Path) -> None:
    session = Session.open(path)
    planned = replace(session.kit, notes="Called.")
    session.keep()
    session.edit_kit("Replace all", lambda _kit: planned)
    assert len(session.kit.kept) == 1
    assert session.kit.notes == "Called."
    session.close()


def test_one_kept_by_itself_is_nothing_to_save_and_a_named_one_is(clock: Clock, path: Path) -> None:
    session = Session.open(path)
    session.keep()
    assert len(session.kit.kept) == 1
    assert not session.is_modified
    session.edit("Bring back", said(1, "Other."))
    session.undo()
    assert not session.is_modified
    session.keep("Sent to Ana")
    assert len(session.kit.kept) == 1
    assert session.is_modified
    session.save()
    assert not session.is_modified
    session.close()


def test_taking_over_what_somebody_saved_keeps_both_sides(clock: Clock, path: Path) -> None:
    session = Session.open(path)
    theirs = replace(read(path).kit, notes="Theirs.")
    theirs = replace(theirs, kept=kept_now(theirs, NOW - MINUTE, "Their version"))
    session.edit("Write", said(1, "Mine."))
    mine = session.kit.releases
    write(path, theirs)
    session.take_theirs()
    assert session.kit.notes == "Theirs."
    assert [each.name for each in session.kit.kept] == ["Their version", ""]
    assert thawed(session.kit.kept[1]) == mine
    assert not session.is_modified
    session.undo()
    assert session.kit.releases == mine
    assert len(session.kit.kept) == 2
    session.close()


def test_unsaved_work_comes_back_with_its_versions(clock: Clock, path: Path, tmp_path: Path) -> None:
    session = Session.open(path)
    session.edit("Write", said(1, "Mine."))
    session.keep("Sent to Ana")
    work = work_of(session)
    assert work is not None
    trail = Trail([tmp_path / "safe"])
    trail.keep(work.kit, work.head)
    session.close()
    for lock in trail._locks.values():
        lock.release()
    (one,) = leftovers([tmp_path / "safe"])
    back, _problem = bring_back(one)
    assert [each.name for each in back.kit.kept] == ["Sent to Ana"]
    assert back.kit == session.kit
    back.undo()
    assert [each.name for each in back.kit.kept] == ["Sent to Ana"]
    back.save()
    assert leftovers([tmp_path / "safe"]) == ()
    back.close()
    one.discard()


# Names


def test_equal_states_are_kept_once_and_take_a_name_later() -> None:
    kit = kit_of(paragraph(1))
    kit = replace(kit, kept=kept_now(kit, NOW))
    assert kept_now(kit, NOW + 60 * MINUTE) is kit.kept
    assert named_as(kit) == ""
    kit = replace(kit, kept=kept_now(kit, NOW + MINUTE, "  Sent \n to Ana "))
    assert [(each.name, each.when) for each in kit.kept] == [("Sent to Ana", NOW + MINUTE)]
    assert named_as(kit) == "Sent to Ana"
    assert kept_now(kit, NOW + 2 * MINUTE, "Sent to Ana") is kit.kept
    assert len(kept_now(kit, NOW + 2 * MINUTE, "Cleared")) == 2


def test_a_version_is_renamed_and_removed() -> None:
    kit = kit_of(paragraph(1))
    kit = replace(kit, kept=kept_now(kit, NOW))
    named = with_name(kit, kit.kept[0], "Sent")
    assert [each.name for each in named.kept] == ["Sent"]
    assert [each.name for each in with_name(named, named.kept[0], "").kept] == [""]
    assert removed(named, named.kept[0]).kept == ()


def test_there_is_an_end_to_names_that_says_so() -> None:
    kit = kit_of(paragraph(1))
    for number in range(MOST_NAMED):
        kit = replace(kit, kept=kept_now(kit, NOW + number * MINUTE, f"Version {number}"))
    changed = kit.with_release(0, said(1, "Other.")(kit.releases[0]))
    with pytest.raises(TooManyVersions, match="200"):
        kept_now(changed, NOW, "One more")
    changed = replace(changed, kept=kept_now(changed, NOW + 300 * MINUTE))
    assert len(changed.kept) == MOST_NAMED + 1
    with pytest.raises(TooManyVersions, match="200"):
        with_name(changed, changed.kept[-1], "One more")


# Back


def test_what_is_brought_back_is_the_release_as_it_was_and_one_step(clock: Clock) -> None:
    kit = full_kit()
    session = Session(kit)
    session.keep("As it was")
    session.edit("Clear", lambda release: release.with_blocks(release.blocks[:3]))
    cut = session.release
    was = thawed(session.kit.kept[0])
    session.edit_kit("Bring back", lambda now: restored(now, was))
    assert session.kit.releases == kit.releases
    assert all(
        one is other for one, other in zip(session.release.blocks[:3], cut.blocks, strict=False)
    )  # the cards of blocks that stay need not be made anew
    session.undo()
    assert session.release == cut


def test_each_language_goes_to_its_place_and_others_stay() -> None:
    english, spanish, arabic = Release(), Release(language="es-MX"), Release(language="ar")
    was = (replace(spanish, correction="A"), replace(english, correction="B"))
    kit = restored(Kit(releases=(english, arabic, spanish)), was)
    assert kit.releases == (replace(english, correction="B"), arabic, replace(spanish, correction="A"))
    assert restored(Kit(releases=(arabic,)), (english,)).releases == (arabic, english)
    twice = Kit(releases=(english, english))
    was = (replace(english, correction="A"), replace(english, correction="B"))
    assert restored(twice, was).releases == was


def test_a_quote_that_is_brought_back_is_approved_as_long_as_its_words_fit() -> None:
    quote = Quote(id="q", words=(rich("We will build it."),), speaker=Speaker(name="Ada Poe"))
    approved = quote.approved("Ada Poe", NOW, "phone")
    was = Release(blocks=(approved,))
    other = replace(approved, words=(rich("We might."),))
    now = Release(blocks=(other,))
    (change,) = compare(was, now)
    assert change.state == "changed"
    assert not other.is_approved()
    assert with_block_of(now, approved, was, instead_of="q") == was
    assert approved.is_approved()


def test_a_block_that_is_gone_comes_back_behind_the_one_it_stood_behind() -> None:
    was = Release(blocks=tuple(map(paragraph, range(5))))
    now = Release(blocks=(paragraph(4), paragraph(0), paragraph(9)))
    ids = [block.id for block in with_block_of(now, paragraph(2), was).blocks]
    assert ids == ["p4", "p0", "p2", "p9"]
    assert with_block_of(Release(blocks=(paragraph(9),)), paragraph(0), was).blocks[0] == paragraph(0)
    back = with_block_of(now, paragraph(0, "Was."), was, instead_of="p9")
    assert back.blocks[2] == paragraph(9, "Was.")


def test_a_block_that_was_moved_goes_back_to_where_it_stood() -> None:
    was = Release(blocks=tuple(map(paragraph, range(4))))
    now = Release(blocks=(paragraph(3, "Now."), paragraph(0), paragraph(1), paragraph(2)))
    (change, *_others) = compare(was, now)
    assert change.moved
    assert with_block_of(now, paragraph(3), was, instead_of="p3", moved=True) == was


def test_what_is_around_the_blocks_comes_back_without_them() -> None:
    was = Release(dateline=Dateline(city="Calder Falls"), blocks=(paragraph(1),))
    now = Release(dateline=Dateline(city="Port Marlow"), blocks=(paragraph(2),))
    assert with_frame_of(now, was) == Release(dateline=Dateline(city="Calder Falls"), blocks=(paragraph(2),))


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Port-au-Prince"])
@pytest.mark.parametrize("when", [datetime.datetime(1, 1, 1), datetime.datetime(9999, 12, 31, 23, 59)])
def test_versions_at_the_ends_of_the_calendar_are_listed(
    when: datetime.datetime, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit = kit_of(paragraph(1))
    (kept,) = kept_now(kit, NOW, "Sent")
    with in_zone(monkeypatch, zone):
        kit = with_version(kit, issued(kit, 0, (), when))
        found = rows(replace(kit, kept=(replace(kept, when=when.replace(tzinfo=datetime.UTC)),)), str)
        assert all(each.line() for each in found)
