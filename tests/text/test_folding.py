"""Words as a search compares them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.text.folding import distinct, fold, sought, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Unión de Vecinos", ["union", "de", "vecinos"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("Łódź, Søren & Œuvre", ["lodz", "soren", "oeuvre"]),
        ("Istanbul İzmir", ["istanbul", "izmir"]),
        ("l’été d'Ana", ["lete", "ete", "dana", "ana"]),
        ("O‘Brien", ["obrien", "brien"]),
        ("مُحَمَّد الـعَلي", ["محمد", "العلي"]),
        ("שָׁלוֹם", ["שלום"]),
        ("移民权利", ["移民", "民权", "权利", "利"]),
        ("東京2020年", ["東京", "京", "2020", "年"]),
        ("हिन्दी।", ["हिनदी"]),
        ("44% ― “half”", ["44", "half"]),
        ("snake_case", ["snake", "case"]),
        ("ﬁne ①", ["fine", "1"]),
        (" ' – ", []),
        ("㎩ ŉa", ["pa", "na"]),
        ("0'𠀀", ["0", "𠀀"]),
    ],
)
def test_words_are_folded_and_split(text: str, words: list[str]) -> None:
    assert tokens(text) == words


def test_what_is_typed_leaves_out_what_its_pairs_have_already() -> None:
    assert sought("移民权") == ("移民", "民权")
    assert sought("权") == ("权",)
    assert sought("ana Ana ANÁ") == ("ana",)
    assert sought("l'é") == ("le",)


@pytest.mark.parametrize("typed", ["l’é", "ete", "移", "民权", "vec", "UNIÓN"])
def test_what_is_typed_is_found_by_the_beginning_of_a_word(typed: str) -> None:
    words = tokens("Unión de Vecinos: l’été, 移民权利")
    assert all(any(word.startswith(wanted) for word in words) for wanted in sought(typed))


@given(st.text(max_size=80))
def test_a_text_is_found_by_itself_whatever_it_is(text: str) -> None:
    words = tokens(text)
    assert all(any(word.startswith(wanted) for word in words) for wanted in sought(text))
    assert all(0 < len(word) <= 40 and not any(letter.isspace() for letter in word) for word in words)
    assert distinct([text, text]) == sorted(set(words))


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=40))
def test_case_never_counts(text: str) -> None:
    assert fold(text.upper().lower()) == fold(text.lower().upper().lower())


def test_folding_twice_changes_nothing() -> None:
    letters = [chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000]
    assert [each for each in letters if fold(fold(each)) != fold(each)] == []


@given(st.text(max_size=40))
def test_folding_a_text_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
