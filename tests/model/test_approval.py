"""An approval lives only while exactly the approved words stand, under exactly that attribution."""

import datetime

import pytest
from msgspec.structs import replace

from presskit.blocks.quote import Quote, Speaker
from presskit.model.approval import seal
from presskit.model.block import fresh_copy
from presskit.text.runs import Run, rich

WHEN = datetime.datetime(2026, 11, 20, 9, 30, tzinfo=datetime.UTC)
ASKED = Quote(
    id="q",
    words=(rich("We will build it."), rich("Soon.")),
    speaker=Speaker(name="Ada Poe", title="Dr.", description="the mayor"),
)
CLEARED = ASKED.approved("Ada Poe", WHEN, "phone")


def test_an_approval_is_on_record() -> None:
    assert not ASKED.is_approved()
    assert CLEARED.is_approved()
    assert CLEARED.approval is not None
    assert (CLEARED.approval.who, CLEARED.approval.when, CLEARED.approval.how) == ("Ada Poe", WHEN, "phone")


@pytest.mark.parametrize(
    "changed",
    [
        {"words": (rich("We will build it!"), rich("Soon."))},
        {"words": (rich("We will build it."),)},
        {"words": (rich("We will build it. Soon."),)},
        {"words": (rich("We will build it.S"), rich("oon."))},
        {"words": (rich("Soon."), rich("We will build it."))},
        {"speaker": Speaker(name="Ada Poe", title="Dr.", description="a mayor")},
        {"named": "Poe"},
        {"verb": "admitted"},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_it_dies_on_any_change_and_lives_again_when_that_is_undone(changed: dict[str, object]) -> None:
    other = replace(CLEARED, **changed)
    assert not other.is_approved()
    assert replace(other, **{name: getattr(ASKED, name) for name in changed}).is_approved()


def test_emphasis_and_place_are_not_the_speaker_s_words() -> None:
    bold = replace(CLEARED, words=((Run("We will "), Run("build", bold=True), Run(" it.")), rich("Soon.")))
    assert bold.is_approved()
    assert replace(CLEARED, placement="lead").is_approved()
    assert fresh_copy(CLEARED).is_approved()


def test_a_seal_tells_apart_where_one_text_ends_and_the_next_begins() -> None:
    assert seal(["ab", "c"]) != seal(["a", "bc"])
    assert seal(["ab"]) != seal(["ab", ""])
    assert seal([]) != seal([""])
    assert seal(["\ud800"])
