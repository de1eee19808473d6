"""Which versions are let go as they age."""

import datetime

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from presskit.model.kept import MOST_AUTOMATIC, Kept, is_same, size, thinned

NOW = datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.UTC)
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)
ROOM = 10**9  # bytes


def kept(age: datetime.timedelta, name: str = "", text: str = "") -> Kept:
    """A version of some age."""
    words = f'"{text or age.total_seconds()}"'.encode()
    return Kept(when=NOW - age, name=name, format=6, releases=((b"{}", words),))


_ages = st.one_of(st.integers(0, 3600), st.integers(0, 86_400), st.integers(0, 400 * 86_400))
_versions = st.lists(
    st.builds(
        lambda seconds, name: kept(datetime.timedelta(seconds=seconds), name),
        _ages,
        st.sampled_from(["", "", "", "Sent to Ana"]),
    ),
    max_size=150,
)


@given(_versions)
def test_named_ones_and_the_last_one_stay_and_nothing_is_made_up(versions: list[Kept]) -> None:
    left = thinned(versions, NOW, ROOM)
    assert [each for each in left if each.name] == sorted(
        (each for each in versions if each.name), key=lambda each: each.when
    )
    assert all(each in versions for each in left)
    assert list(left) == sorted(left, key=lambda each: each.when)
    assert not versions or max(versions, key=lambda each: each.when).when == left[-1].when
    assert sum(not each.name for each in left) <= MOST_AUTOMATIC


@given(_versions)
def test_thinning_again_at_that_moment_takes_no_more(versions: list[Kept]) -> None:
    left = thinned(versions, NOW, ROOM)
    assert thinned(left, NOW, ROOM) == left


@given(_versions)
def test_what_goes_has_another_behind_it_that_is_near_for_its_age(versions: list[Kept]) -> None:
    left = thinned(versions, NOW, ROOM)
    if sum(not each.name for each in versions) > MOST_AUTOMATIC:
        return
    for each in versions:
        if each in left:
            continue
        age = NOW - each.when
        assert age > HOUR
        near = HOUR if age <= DAY else DAY if age <= 30 * DAY else 7 * DAY
        assert any(not other.name and each.when <= other.when < each.when + near for other in left)


@given(_versions, st.integers(0, 90 * 86_400))
def test_a_version_is_let_go_later_and_never_comes_back(versions: list[Kept], later: int) -> None:
    left = thinned(versions, NOW, ROOM)
    after = thinned(left, NOW + datetime.timedelta(seconds=later), ROOM)
    assert all(each in left for each in after)


def test_the_rule_by_hand() -> None:
    minutes = datetime.timedelta(minutes=1)
    lately = [kept(10 * minutes), kept(20 * minutes), kept(59 * minutes)]
    this_morning = [kept(3 * HOUR + 10 * minutes), kept(3 * HOUR + 40 * minutes)]
    last_week = [kept(5 * DAY + 2 * HOUR), kept(5 * DAY + 5 * HOUR)]
    spring = [kept(200 * DAY), kept(200 * DAY + HOUR), kept(208 * DAY)]
    left = thinned((*lately, *this_morning, *last_week, *spring), NOW, ROOM)
    assert set(left) == {*lately, this_morning[0], last_week[0], spring[0], spring[2]}


def test_too_many_within_an_hour_do_not_push_out_what_is_older() -> None:
    burst = [kept(datetime.timedelta(seconds=seconds)) for seconds in range(0, 1200, 2)]
    older = [kept(day * DAY) for day in range(2, 20)]
    left = thinned((*burst, *older), NOW, ROOM)
    assert len(left) == MOST_AUTOMATIC
    assert set(older) <= set(left)
    assert burst[0] in left


def test_what_takes_too_much_room_goes_but_for_named_ones() -> None:
    large = [kept(hours * HOUR, "Sent" if hours == 5 else "", f"{hours}" * 1000) for hours in range(1, 9)]
    left = thinned(large, NOW, 4_000)
    assert size(left) <= 4_000
    assert large[4] in left
    assert large[0] in left
    assert thinned(large, NOW, 10) == (large[4], large[0])


def test_what_versions_have_in_common_counts_once() -> None:
    one = kept(HOUR, text="x" * 1000)
    assert size((one, replace(one, name="Again"))) < 1_100
    assert is_same(one, replace(one, name="Again", when=NOW))
    assert not is_same(one, kept(HOUR, text="y"))
