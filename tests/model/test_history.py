"""One history: steps, merging while one types, undo and redo by identity, and what is saved."""

import pytest

from presskit.model import history as module
from presskit.model.history import PAUSE, History
from presskit.model.kit import Kit

A, B, C, D = (Kit(notes=letter) for letter in "abcd")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, in a list of one."""
    now = [100.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    return now


def test_undo_and_redo_bring_back_the_very_kits() -> None:
    history = History(A)
    history.commit(B, "one")
    history.commit(C, "two")
    assert (history.undo_label, history.redo_label) == ("two", "")
    assert history.undo().kit is C  # the step undone
    assert history.current is B
    assert (history.undo_label, history.redo_label) == ("one", "two")
    history.undo()
    assert history.current is A
    assert history.undo() is None
    history.redo()
    history.redo()
    assert history.current is C
    assert history.redo() is None


def test_a_change_after_undo_drops_what_was_undone() -> None:
    history = History(A)
    history.commit(B, "one")
    history.undo()
    history.commit(C, "other")
    assert history.redo() is None
    assert history.undo().label == "other"
    assert history.current is A


def test_what_is_current_already_is_no_step() -> None:
    history = History(A)
    history.commit(A, "nothing")
    assert history.undo_label == ""


def test_typing_at_one_place_is_one_step(clock: list[float]) -> None:
    history = History(A)
    history.commit(B, "Typing", merge="x", before=1, after=2)
    clock[0] += PAUSE / 2
    history.commit(C, "Typing", merge="x", before=2, after=3)
    step = history.undo()
    assert (step.kit, step.before, step.after) == (C, 1, 3)
    assert history.current is A


@pytest.mark.parametrize("why", ["place", "pause", "none", "break", "saved", "undo"])
def test_a_new_step_begins(clock: list[float], why: str) -> None:
    history = History(A)
    history.commit(B, "one", merge="x")
    if why == "pause":
        clock[0] += PAUSE + 0.01
    if why == "break":
        history.break_typing()
    if why == "saved":
        history.mark_saved(B)
    if why == "undo":
        history.commit(D, "other")
        history.undo()
    history.commit(C, "two", merge={"place": "y", "none": None}.get(why, "x"))
    history.undo()
    assert history.current is B


def test_saved_is_told_by_identity(clock: list[float]) -> None:
    history = History(A)
    assert not history.is_modified
    history.commit(B, "one")
    assert history.is_modified
    history.mark_saved(B)
    assert not history.is_modified
    history.undo()
    assert history.is_modified
    history.redo()
    assert not history.is_modified


def test_undo_back_to_what_was_saved_is_unmodified() -> None:
    history = History(A)
    history.commit(B, "one", merge="x")
    history.commit(C, "one", merge="x")
    history.undo()
    assert history.current is A
    assert not history.is_modified


def test_ten_thousand_steps_can_all_be_undone() -> None:
    history = History(A)
    for number in range(10_000):
        history.commit(Kit(notes=str(number)), "step")
    while history.undo():
        pass
    assert history.current is A


def test_several_commits_make_one_step() -> None:
    first, second, third = A, B, C
    history = History(first)
    with history.as_one("Paste"):
        history.commit(second, "Delete", before="here")
        history.commit(third, "Typing", merge="x", after="there")
    assert history.undo_label == "Paste"
    step = history.undo()
    assert step is not None
    assert (step.kit, step.before, step.after) == (third, "here", "there")
    assert history.current is first
    history.redo()
    history.commit(second, "Typing", merge="x")
    history.undo()
    assert history.current is third


def test_what_happened_outside_is_in_every_state() -> None:
    history = History(Kit())
    history.commit(Kit(notes="one"), "One")
    history.commit(Kit(notes="two"), "Two")
    history.undo()
    history.mark_saved(history.current)
    history.amend(lambda kit: kit.with_word("outside"))
    assert history.is_modified
    assert (history.current.notes, history.undo_label, history.redo_label) == ("one", "One", "Two")
    for step in (history.redo, history.undo, history.undo):
        step()
        assert history.current.words == ("outside",)
