"""Which of a kit's languages are exported: one, or all."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.model.kit import Kit
from presskit.model.release import Release, ReleaseLine
from presskit.session import Session
from presskit.text.runs import rich
from tests.gui.conftest import Hand
from tests.kits import cleared

_TONGUES = {
    "en-US": ("The bridge opens", "It opens on Monday."),
    "es": ("Abre el puente", "Abre el lunes."),
    "ar": ("افتتاح الجسر", "يفتح الجسر يوم الاثنين."),
}


def kit_in(*tags: str) -> Kit:
    """A kit in these languages, that nothing stops."""
    releases = tuple(
        Release(
            language=tag,
            blocks=(
                Headline(id=f"h{tag}", text=rich(_TONGUES[tag][0])),
                Paragraph(id=f"p{tag}", text=rich(_TONGUES[tag][1])),
            ),
        )
        for tag in tags
    )
    return cleared(Kit(releases=releases))


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A kit in English, Spanish and Arabic."""
    hand.window.show_session(Session(kit_in("en-US", "es", "ar")))
    hand.breathe()
    return hand


def export(hand: Hand, act: Any) -> None:
    """Opens the dialog, acts, and leaves it."""

    def all_of_it(dialog: Any) -> None:
        act(dialog)
        dialog.reject()

    hand.in_dialog(all_of_it)
    hand.ctrl(Qt.Key.Key_E)


def plain_text_to(dialog: Any, folder: Path) -> None:
    """Chooses plain text, the folder, and the name "bridge"."""
    for line, words in ((dialog.folder, str(folder)), (dialog.name, "bridge")):
        line.selectAll()
        QTest.keyClicks(line, words)
    for name, box in dialog.formats.items():
        box.setChecked(name == "text")


def written(folder: Path) -> set[str]:
    """The exported files in a folder."""
    return {each.name for each in folder.glob("bridge*")}


def test_the_language_that_is_shown_is_exported_by_itself(page: Hand, tmp_path: Path) -> None:
    page.window.versions.show(1)

    def write(dialog: Any) -> None:
        assert [box.text() for box in dialog.languages.boxes] == ["English (US)", "Spanish", "Arabic"]
        assert dialog.languages.chosen() == [1]
        plain_text_to(dialog, tmp_path)
        assert dialog.message.text() == "Files: bridge.es.txt"
        page.click(dialog.accept_button)
        page.until(dialog.reveal.isVisible)

    export(page, write)
    assert written(tmp_path) == {"bridge.es.txt"}
    assert "Abre el lunes." in (tmp_path / "bridge.es.txt").read_text(encoding="utf-8")


def test_all_languages_can_be_exported_at_once(page: Hand, tmp_path: Path) -> None:
    def write(dialog: Any) -> None:
        plain_text_to(dialog, tmp_path)
        for box in dialog.languages.boxes[1:]:
            page.click(box)
        page.click(dialog.formats["pdf"])
        page.click(dialog.accept_button)
        page.until(dialog.reveal.isVisible)
        assert dialog.trouble.text() == ""

    export(page, write)
    stems = ("bridge", "bridge.es", "bridge.ar")
    assert written(tmp_path) == {f"{stem}.{end}" for stem in stems for end in ("txt", "pdf")}
    assert _TONGUES["ar"][1] in (tmp_path / "bridge.ar.txt").read_text(encoding="utf-8")


def test_without_a_language_nothing_is_exported(page: Hand, tmp_path: Path) -> None:
    def look(dialog: Any) -> None:
        plain_text_to(dialog, tmp_path)
        page.click(dialog.languages.boxes[0])
        assert dialog.message.text() == "Choose at least one language."
        assert not dialog.accept_button.isEnabled()

    export(page, look)
    assert not written(tmp_path)


def test_a_kit_in_one_language_does_not_ask(hand: Hand) -> None:
    hand.window.show_session(Session(kit_in("en-US")))
    hand.breathe()
    export(hand, lambda dialog: pytest.fail("asked") if dialog.languages.isVisible() else None)


def test_what_stops_one_language_is_told_with_its_name_and_gone_to(page: Hand, tmp_path: Path) -> None:
    session = page.window.workspace.session  # type: ignore[union-attr]
    held = replace(session.kit.releases[1], line=ReleaseLine(kind="hold"))
    page.window.show_session(Session(session.kit.with_release(1, held)))
    page.breathe()

    def write(dialog: Any) -> None:
        plain_text_to(dialog, tmp_path)
        page.click(dialog.languages.boxes[1])
        page.click(dialog.accept_button)
        page.until(lambda: bool(dialog.gate.findings))
        (line,) = dialog.gate.words.text().splitlines()[1:]
        assert line.startswith("• Spanish: ")
        assert not written(tmp_path), "nor is the other one written"

    export(page, write)


def test_the_block_of_another_language_is_gone_to(page: Hand) -> None:
    page.window.sending._go_to(2, "par")
    assert page.release.language == "ar"
    assert page.editor.current == "par"
