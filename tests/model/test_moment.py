"""When an embargo lifts: ordinary nights, the two odd ones of a year, and lines that do not say."""

import datetime

import pytest

from presskit.model.moment import clock, embargo_label, is_embargoed, lifts
from presskit.model.release import ReleaseLine

UTC = datetime.UTC


def line(text: str, zone: str = "America/New_York") -> ReleaseLine:
    return ReleaseLine(kind="embargo", until=datetime.datetime.fromisoformat(text), zone=zone)


@pytest.mark.parametrize(
    ("text", "zone", "wanted", "comes"),
    [
        ("2026-11-30T06:00", "America/New_York", "2026-11-30T11:00", "once"),
        ("2026-07-01T06:00", "America/New_York", "2026-07-01T10:00", "once"),
        ("2026-03-08T02:30", "America/New_York", "2026-03-08T07:30", "never"),  # 2:00 was 3:00
        ("2026-03-08T03:00", "America/New_York", "2026-03-08T07:00", "once"),
        ("2026-11-01T01:30", "America/New_York", "2026-11-01T06:30", "twice"),  # not 5:30
        ("2026-11-01T02:00", "America/New_York", "2026-11-01T07:00", "once"),
        ("2026-03-29T02:30", "Europe/Paris", "2026-03-29T01:30", "never"),
        ("2026-10-25T02:30", "Europe/Paris", "2026-10-25T01:30", "twice"),
        ("2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:45", "never"),  # half an hour
        ("2026-03-08T02:30", "America/Phoenix", "2026-03-08T09:30", "once"),
        ("2026-11-30T06:00", "Asia/Kolkata", "2026-11-30T00:30", "once"),
        ("2026-11-30T06:00", "UTC", "2026-11-30T06:00", "once"),
    ],
)
def test_the_moment_is_never_early(text: str, zone: str, wanted: str, comes: str) -> None:
    found = lifts(line(text, zone))
    assert found is not None
    assert found.astimezone(UTC).isoformat() == f"{wanted}:00+00:00"
    assert clock(line(text, zone)) == comes


@pytest.mark.parametrize(
    "odd",
    [
        ReleaseLine(),
        ReleaseLine(kind="hold", until=datetime.datetime(2026, 11, 30), zone="UTC"),
        ReleaseLine(kind="embargo"),
        ReleaseLine(kind="embargo", zone="UTC"),
        ReleaseLine(kind="embargo", until=datetime.datetime(2026, 11, 30)),
        line("2026-11-30T06:00", "America/Ashgrove"),
        line("2026-11-30T06:00", "../../etc/passwd"),
        line("2026-11-30T06:00", "\0"),
        line("0001-01-01T00:00", "Asia/Tokyo"),
        line("9999-12-31T23:59"),
    ],
)
def test_a_line_that_does_not_say_has_no_moment(odd: ReleaseLine) -> None:
    assert lifts(odd) is None
    assert clock(odd) == "once"


def test_an_embargo_ends_on_the_minute_wherever_it_is_asked_from() -> None:
    vote = line("2026-11-30T06:00")
    assert is_embargoed(vote, datetime.datetime(2026, 11, 30, 10, 59, 59, tzinfo=UTC))
    assert not is_embargoed(vote, datetime.datetime(2026, 11, 30, 11, 0, tzinfo=UTC))
    east = datetime.timezone(datetime.timedelta(hours=9))
    assert not is_embargoed(vote, datetime.datetime(2026, 11, 30, 20, 0, tzinfo=east))
    assert is_embargoed(vote, datetime.datetime(2026, 11, 30, 19, 59, tzinfo=east))


def test_an_embargo_without_a_moment_lasts_and_other_lines_are_none() -> None:
    now = datetime.datetime(2026, 11, 30, tzinfo=UTC)
    assert is_embargoed(ReleaseLine(kind="embargo"), now)
    assert not is_embargoed(ReleaseLine(), now)
    assert not is_embargoed(ReleaseLine(kind="hold"), now)


@pytest.mark.parametrize(
    ("text", "zone", "label", "wanted"),
    [
        ("2026-11-30T06:00", "America/New_York", "ET", "EMBARGOED-2026-11-30-0600ET"),
        ("2026-11-30T00:01", "Asia/Tokyo", "日本時間", "EMBARGOED-2026-11-30-0001UTC+0900"),
        ("2026-11-30T00:01", "America/Sao_Paulo", "-03", "EMBARGOED-2026-11-30-0001UTC-0300"),
        ("2026-11-30T00:01", "Europe/Paris", "heure de Paris", "EMBARGOED-2026-11-30-0001UTC+0100"),
        ("2026-11-30T00:01", "No/Where", "/", "EMBARGOED"),
    ],
)
def test_names_of_files_tell_it_in_ascii(text: str, zone: str, label: str, wanted: str) -> None:
    assert embargo_label(line(text, zone), label) == wanted
    assert wanted.isascii()
