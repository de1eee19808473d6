"""Why the system refused a file: in the words of the screen, wherever it is told."""

import errno
import os
from pathlib import Path

import pytest

from presskit import i18n
from presskit.reasons import why, why_unread


@pytest.mark.parametrize(
    ("number", "english", "spanish"),
    [
        (errno.ENOSPC, "the disk is full", "el disco está lleno"),
        (errno.EACCES, "you have no permission", "usted no tiene permiso"),
        (errno.ENOENT, "its folder is not there", "su carpeta no está ahí"),
    ],
)
def test_it_is_told_in_the_language_of_the_screen(number: int, english: str, spanish: str) -> None:
    error = OSError(number, os.strerror(number))
    assert why(error) == english
    i18n.speak("es")
    try:
        assert why(error) == spanish
    finally:
        i18n.speak("en")


def test_what_is_not_there_to_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        (tmp_path / "none").read_bytes()
    assert why_unread(caught.value) == "it is not there"
    assert why_unread(OSError(errno.EACCES, "")) == "you have no permission"


def test_the_system_has_the_word_for_what_is_rare() -> None:
    assert why(OSError(errno.EXDEV, os.strerror(errno.EXDEV))) == os.strerror(errno.EXDEV)
    assert why(ValueError("embedded null byte")) == "the disk does not take that name"
    assert why(OSError()) == "OSError"
