"""Language tags: which are well formed, and how they are written."""

import pytest

from presskit.text.tags import canonical


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("es", "es"),
        (" ES_mx ", "es-MX"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("de-ch-1996", "de-CH-1996"),
        ("nah-x-puebla", "nah-x-puebla"),
        ("yue", "yue"),
    ],
)
def test_a_tag_is_written_as_is_usual(typed: str, written: str) -> None:
    assert canonical(typed) == written


@pytest.mark.parametrize(
    "typed", ["", "e", "Spanish (US)", "es-", "-es", "es--MX", "../es", "es-" + "a" * 40]
)
def test_what_is_no_tag_is_none(typed: str) -> None:
    assert not canonical(typed)
