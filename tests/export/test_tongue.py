"""What goes to reporters is the same whatever the screen speaks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from presskit import i18n
from presskit.assets import resource
from presskit.export import FORMATS
from presskit.exporting import export_bytes
from presskit.storage.files import read


@pytest.fixture
def english_again() -> Iterator[None]:
    """Leaves the screen as it was."""
    yield
    i18n.speak("en")


@pytest.mark.parametrize("sample", ["river-pact", "casa-abierta"])
@pytest.mark.parametrize("form", [each.id for each in FORMATS if not each.internal])
def test_a_file_for_reporters_is_the_same_in_every_language_of_the_screen(
    english_again: None, sample: str, form: str
) -> None:
    kit = read(Path(str(resource(f"samples/{sample}.presskit")))).kit
    if form == "photos" and sample == "casa-abierta":  # it has none
        return
    kind = next(each for each in FORMATS if each.id == form)
    written = []
    for language in ("en", "es"):
        i18n.speak(language)
        written.append(export_bytes(kit, 0, kind))
    assert written[0] == written[1]


def test_what_a_file_says_of_the_one_inside_is_in_its_own_language(english_again: None) -> None:
    for language, told in (
        ("es-MX", "El comunicado como documento de Word"),
        ("fr", "The release as a Word document"),
    ):
        assert i18n.in_language(language, "The release as a Word document") == told
