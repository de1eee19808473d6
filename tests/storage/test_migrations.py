"""Older records: each step is taken once, in order, and a step that fails says so."""

from typing import Any

import pytest

from presskit.storage.migrations import FORMAT_VERSION, STEPS, Raw, migrate, version_of


def first(raw: Raw) -> Raw:
    raw["title"] = raw.pop("headline")
    return raw


def second(raw: Raw) -> Raw:
    return {**raw, "title": raw["title"].upper()}


@pytest.mark.parametrize(
    ("raw", "becomes"),
    [
        ({"format": 1, "headline": "a"}, {"format": 3, "title": "A"}),
        ({"format": 2, "title": "a"}, {"format": 3, "title": "A"}),
        ({"format": 3, "title": "a"}, {"format": 3, "title": "a"}),
        ({"format": 4, "title": "a"}, {"format": 4, "title": "a"}),
    ],
)
def test_a_record_takes_the_steps_that_it_lacks(raw: Raw, becomes: Raw) -> None:
    assert migrate(raw, (first, second)) == becomes


def test_a_step_that_cannot_make_sense_of_a_record_says_which() -> None:
    with pytest.raises(ValueError, match="from version 1 "):
        migrate({"format": 1}, (first, second))
    with pytest.raises(ValueError, match="from version 2 "):
        migrate({"format": 2, "title": 5}, (first, second))


@pytest.mark.parametrize("version", [None, True, 0, -1, 1.0, "1", [1]])
def test_a_record_without_a_version_is_refused(version: Any) -> None:
    with pytest.raises(ValueError, match="which version"):
        version_of({"format": version})


def test_the_version_written_is_the_one_that_the_steps_lead_to() -> None:
    assert len(STEPS) + 1 == FORMAT_VERSION
    assert migrate({"format": 1})["format"] == FORMAT_VERSION or STEPS
