"""The same place is found in another setting of a text."""

import pytest

from presskit.text.place import letters_of, place_of

TEXT = "The library opens on Sundays. Everybody is glad that the library opens."


@pytest.mark.parametrize("at", range(len(TEXT) + 1))
def test_every_place_is_found_however_lines_break(at: int) -> None:
    set_out = TEXT.replace(" ", "\n")
    found = place_of(letters_of(TEXT), set_out[:at], set_out[at:])
    assert found is not None
    assert TEXT[found:].lstrip(" .") == TEXT[at:].lstrip(" .") or TEXT[:found].rstrip(" .") == TEXT[
        :at
    ].rstrip(" .")


def test_words_that_are_not_there_have_no_place() -> None:
    assert place_of(letters_of(TEXT), "A museum ", "closes at noon") is None
    assert place_of(letters_of(""), "A", "b") is None
    assert place_of(letters_of(TEXT), "", "") is None


def test_the_end_of_one_text_beside_the_start_of_another() -> None:
    place = place_of(letters_of("Glad tidings come from the north."), "HARTFORD, May 3 ", "Glad tidings come")
    assert place in {0, None}
