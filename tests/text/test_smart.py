"""Marks and dashes as they are typed, language by language."""

import pytest

from presskit.text.smart import LETTERS, better


def typed(text: str, language: str) -> str:
    """A text typed letter by letter."""
    page = ""
    for letter in text:
        found = better(page, letter, language) if letter in LETTERS else None
        page += letter
        if found:
            page = page[: -found.taken] + found.letters
    return page


@pytest.mark.parametrize(
    ("language", "keys", "page"),
    [
        ("en-US", '"Yes," she said. "No."', "“Yes,” she said. “No.”"),
        ("en-US", "It's the dogs' day", "It’s the dogs’ day"),
        ("en-US", "\"He said 'no' twice\"", "“He said ‘no’ twice”"),
        ("en-US", "in the '90s", "in the ’90s"),
        ("en-US", "all of it -- all -- now", "all of it — all — now"),
        ("en-GB", "all of it -- all", "all of it – all"),
        ("en-US", "2019--2024, 555-0100", "2019–2024, 555-0100"),
        ("en-US", "a rule: ---", "a rule: —-"),
        ("es", '¿"Qué"?', "¿“Qué”?"),
        ("fr", 'Elle dit "oui".', "Elle dit «\u00a0oui\u00a0»."),
        ("fr", "l'eau", "l’eau"),
        ("ru", '"Да"', "«Да»"),
        ("he", "ג'ורג'", "ג׳ורג׳"),
        ("ja", '"はい"', "「はい」"),
        ("zh-Hans", "好--好", "好——好"),
        ("ar", '"نعم"', "«نعم»"),
    ],
)
def test_what_is_typed_becomes_what_is_set(language: str, keys: str, page: str) -> None:
    assert typed(keys, language) == page
