"""The command line in Spanish."""

from collections.abc import Iterator

import pytest

from presskit import i18n
from presskit.assets import resource
from presskit.cli import run_command


@pytest.fixture
def spanish(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The screen in Spanish."""
    monkeypatch.setenv("LANGUAGE", "es")  # what the command line sets it to goes with the test
    i18n.speak("es")
    yield
    i18n.speak("en")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--help"], "Arma comunicados de prensa y los exporta."),
        (["export", "--help"], "Reemplazar archivos que ya existen."),
        (["export", "--help"], "[obligatorio]"),
        (["library", "--help"], "Comandos:"),
        (["library", "add", "--help"], "Mostrar este mensaje y terminar."),
    ],
)
def test_the_help_is_spanish(
    spanish: None, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    assert run_command(words) == 0
    assert told in capsys.readouterr().out


def test_the_help_is_english_again(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    for language, told in (("es", "Opciones:"), ("en", "Options:"), ("es", "Opciones:")):
        i18n.speak(language)
        assert run_command(["new", "--help"]) == 0
        assert told in capsys.readouterr().out
    i18n.speak("en")


def test_findings_are_spanish(spanish: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["check", str(resource("samples/casa-abierta.presskit"))]) == 1
    out = capsys.readouterr().out
    assert "Impide que el comunicado salga a la prensa (2)" in out
    assert "su portavoz no la ha visto" in out


def test_errors_are_spanish(spanish: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["text", "no-existe.presskit"]) == 3
    assert capsys.readouterr().err.startswith("presskit: No existe el archivo «no-existe.presskit»")
