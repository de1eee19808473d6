"""The main job, end to end: from a blank window to DOCX and PDF, with keys and mouse alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from presskit.blocks.quote import Quote
from presskit.storage.files import read
from presskit.text.runs import plain
from tests.export.reading import docx_paragraphs
from tests.export.reading_pdf import paragraphs as pdf_paragraphs
from tests.gui.conftest import Hand
from tests.parts import OWN, Parts, Said, releases, take_apart

CTRL_ALT = Qt.KeyboardModifier.AltModifier


def tab(hand: Hand, text: str = "") -> None:
    """On to the next field, and writes there over what it holds."""
    hand.key(Qt.Key.Key_Tab)
    if text:
        hand.write(text)


def write_quote(hand: Hand, quote: Said) -> None:
    """Fills in the quote card that was just added."""
    hand.write(quote.words)
    tab(hand)
    if hand.focus.text() != quote.verb:
        hand.ctrl(Qt.Key.Key_A)
        hand.write(quote.verb)
    tab(hand, quote.title)
    tab(hand, quote.name)
    tab(hand, quote.description)
    tab(hand)
    assert hand.focus.objectName() == "placement"
    steps = {"lead": -4, "middle": -1, "end": 0}[quote.placement]
    hand.key(Qt.Key.Key_Up, times=-steps)
    if quote.placement == "middle":
        tab(hand)
        assert hand.focus.objectName() == "after"
        hand.ctrl(Qt.Key.Key_A)
        hand.write(str(quote.after))
        hand.key(Qt.Key.Key_Return)


def assemble(hand: Hand, parts: Parts) -> None:
    """Writes the release, part by part."""
    hand.click(hand.find("new-blank"))
    hand.write(parts.headline)
    hand.ctrl(Qt.Key.Key_2, CTRL_ALT)
    hand.write(parts.subhead)
    hand.key(Qt.Key.Key_Return)
    hand.write(parts.lede)
    for part in parts.body:
        if isinstance(part, Said):
            hand.click(hand.bar("Quote"))
            write_quote(hand, part)
        elif isinstance(part, list):
            hand.click(hand.bar("Statistics"))
            hand.key(Qt.Key.Key_Tab)
            for number, bullet in enumerate(part):
                if number:
                    hand.click(hand.find("addRow"))
                figure, sentence = bullet.split(" ", 1)
                hand.write(figure)
                hand.key(Qt.Key.Key_Tab)
                hand.write(sentence)
        elif hand.focus.objectName() == "text":
            hand.key(Qt.Key.Key_Return)
            hand.write(part)
        else:
            hand.click(hand.bar("Paragraph"))
            hand.write(part)
    hand.ctrl(Qt.Key.Key_9, CTRL_ALT)
    hand.key(Qt.Key.Key_Tab)
    hand.write(parts.boilerplate)


def add_contact(hand: Hand) -> None:
    """A contact, by the menu of further kinds."""
    hand.in_menu(lambda: hand.find("moreKinds"), "Contacts")
    hand.write("Ida Marsh")
    tab(hand, "Press officer")
    tab(hand, "Friends of Open Doors")
    tab(hand, "555-0100")
    tab(hand)
    tab(hand, "press@example.org")


def add_dateline(hand: Hand, town: str, region: str) -> None:
    """Town and date, by the dialog and the bar."""

    def fill(dialog: object) -> None:
        hand.write(town)
        hand.key(Qt.Key.Key_Tab)
        hand.write(region)
        hand.click(dialog.accept_button)  # type: ignore[attr-defined]

    hand.in_dialog(fill)
    hand.ctrl(Qt.Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    hand.find("releaseDate").setDate(QDate(2013, 5, 31))


def sentences_of(parts: Parts) -> list[str]:
    """Every paragraph of the source that must arrive, in order, letter for letter."""
    found = [parts.headline, parts.subhead, parts.lede]
    for part in parts.body:
        found += part if isinstance(part, list) else [part.paragraph if isinstance(part, Said) else part]
    return [*found, parts.boilerplate]


def in_order(text: str, wanted: list[str]) -> None:
    """Each of the pieces stands in the text, after the one before."""
    at = 0
    for piece in wanted:
        found = text.find(piece, at)
        assert found >= 0, f"missing or out of order: {piece[:70]!r}"
        at = found + len(piece)


@pytest.mark.parametrize("source", releases(), ids=lambda path: path.stem)
def test_a_release_from_a_blank_window_to_docx_and_pdf(hand: Hand, tmp_path: Path, source: Path) -> None:
    parts = take_apart(source)
    assemble(hand, parts)
    add_contact(hand)
    town, region = (parts.town, "CT") if source != OWN else (parts.town, "Oregon")
    add_dateline(hand, town, region)

    kit = tmp_path / "release.presskit"
    hand.choose_file(kit)
    hand.ctrl(Qt.Key.Key_S)
    hand.until(kit.exists)

    def export(dialog: object) -> None:
        folder = dialog.folder  # type: ignore[attr-defined]
        folder.selectAll()
        QTest.keyClicks(folder, str(tmp_path))
        hand.send(dialog)
        dialog.reject()  # type: ignore[attr-defined]

    hand.in_dialog(export)
    hand.click(hand.find("export"))
    hand.until((tmp_path / "release.pdf").exists)

    wanted = sentences_of(parts)
    in_order("\n".join(docx_paragraphs(tmp_path / "release.docx")), wanted)
    in_order("\n".join(pdf_paragraphs((tmp_path / "release.pdf").read_bytes())), wanted)

    release = read(kit).kit.releases[0]
    quotes = [block for block in release.blocks if isinstance(block, Quote)]
    said = [part for part in parts.body if isinstance(part, Said)]
    assert [(q.speaker.name, plain(q.words[0])) for q in quotes] == [(s.name, s.words) for s in said]
    assert {quote.placement for quote in quotes} == {"lead", "middle", "end"}
