"""A whole release by keyboard alone, from the start page to the PDF."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from presskit.blocks.quote import Quote
from presskit.storage.files import read
from presskit.text.runs import plain
from presskit.verify import report
from presskit.verify.internal import Internal
from tests.export.reading import docx_paragraphs
from tests.export.reading_pdf import paragraphs as pdf_paragraphs
from tests.gui.conftest import Hand
from tests.gui.typist import ALT, CTRL, SHIFT, Key, Typist


@pytest.fixture
def typist(hand: Hand) -> Typist:
    """At the start page."""
    return Typist(hand)


def write_quote(typist: Typist, words: str, name: str, role: str) -> None:
    """A quote with its speaker."""
    typist.press(Key.Key_4, CTRL | ALT)
    assert typist.where == "words"
    typist.write(words)
    typist.tab_to("speaker/name")
    typist.write(name)
    if QApplication.activePopupWidget():
        typist.press(Key.Key_Escape)
    typist.tab_to("speaker/description")
    typist.write(role)


def save_as(typist: Typist, path: Path) -> None:
    """Ctrl+S, and the path."""

    def act(dialog: Any) -> None:
        assert isinstance(dialog, QFileDialog)
        typist.over(str(path))
        typist.press(Key.Key_Return)

    typist.in_dialog(Key.Key_S, CTRL, act)
    typist.hand.until(path.exists)


def export(typist: Typist, folder: Path) -> None:
    """Ctrl+E, the folder, Enter; and Escape when all is written."""

    def act(dialog: Any) -> None:
        while typist.where != "folder":
            typist.press(Key.Key_Tab)
        typist.over(str(folder))
        typist.press(Key.Key_Return)
        typist.hand.until(lambda: dialog.gate.isVisible() or dialog.reveal.isVisible())
        if dialog.gate.isVisible():
            while typist.where != "gateReason":
                typist.press(Key.Key_Tab)
            typist.write("The vote is tonight")
            typist.press(Key.Key_Return)
        typist.hand.until(dialog.reveal.isVisible)
        typist.press(Key.Key_Escape)

    typist.in_dialog(Key.Key_E, CTRL, act)


def in_order(paragraphs: list[str], wanted: list[str]) -> None:
    """Each of the sentences stands in the text, after the one before; a line may end at any space."""
    text, at = "".join("".join(paragraphs).split()), 0
    for sentence in wanted:
        found = text.find("".join(sentence.split()), at)
        assert found >= 0, f"missing or out of order: {sentence!r}"
        at = found + 1


def test_a_release_by_keyboard_alone(typist: Typist, tmp_path: Path) -> None:
    hand = typist.hand
    assert typist.where == "new-release"
    typist.tab_to("new-blank")
    typist.press(Key.Key_Return)
    assert hand.kinds == ["headline", "paragraph"]

    # headline, subhead, dateline, lede
    assert typist.where == "text"
    typist.write("Ferry stays open all winter")
    typist.press(Key.Key_2, CTRL | ALT)
    typist.write("Islanders kept their boat with nine weeks of work")
    typist.press(Key.Key_Return)
    typist.write("The council voted on Monday to keep the ")
    typist.press(Key.Key_B, CTRL)
    typist.write("Morning Boat")
    typist.press(Key.Key_B, CTRL)
    typist.write(" running, ")
    typist.press(Key.Key_I, CTRL)
    typist.write("every")
    typist.press(Key.Key_I, CTRL)
    typist.write(" day, after a ")

    def link(dialog: Any) -> None:
        typist.write("plan of the islanders")
        typist.press(Key.Key_Tab)
        typist.write("example.org/boat")
        typist.press(Key.Key_Return)

    typist.in_dialog(Key.Key_K, CTRL, link)
    typist.write(" was recieved.")

    def dateline(dialog: Any) -> None:
        typist.write("Hallow Bay")
        typist.press(Key.Key_Tab)
        typist.write("Maine")
        typist.press(Key.Key_Return)

    typist.in_dialog(Key.Key_D, CTRL | SHIFT, dateline)
    assert (hand.release.dateline.city, hand.release.dateline.region) == ("Hallow Bay", "Maine")

    # the next misspelt word, and the first that is suggested for it
    typist.press(Key.Key_F7)
    hand.until(lambda: typist.focus.textCursor().selectedText() == "recieved")
    typist.press(Key.Key_F7, SHIFT)
    hand.until(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    hand.until(lambda: any(action.text() == "received" for action in menu.actions()))  # type: ignore[union-attr]
    while menu.activeAction() is None or menu.activeAction().text() != "received":  # type: ignore[union-attr]
        typist.press(Key.Key_Down)
    typist.press(Key.Key_Return)
    assert plain(hand.release.blocks[2].text).endswith("was received.")  # type: ignore[attr-defined]

    # a quote, and its approval
    write_quote(typist, "We will sail whatever the weather says.", "Ines Farrow", "harbour master")

    def approve(dialog: Any) -> None:
        typist.press(Key.Key_Return)

    typist.in_dialog(Key.Key_A, CTRL | SHIFT, approve)
    quote = hand.release.blocks[3]
    assert isinstance(quote, Quote)
    assert quote.is_approved()

    # figures with their source
    typist.press(Key.Key_5, CTRL | ALT)
    typist.write("What the boat does:")
    typist.tab_to("figure")
    typist.write("412")
    typist.tab_to("sentence")
    typist.write("people take it each week.")
    typist.tab_to("addRow")
    typist.press(Key.Key_Return)
    assert typist.where == "figure"
    typist.write("9")
    typist.tab_to("sentence")
    typist.write("in ten pupils cross on it.")
    typist.tab_to("sourcesFold")
    typist.press(Key.Key_Return)
    typist.tab_to("who")
    typist.write("Harbour Office")

    # a list, boilerplate, contacts
    typist.press(Key.Key_6, CTRL | ALT)
    typist.write("What comes next:")
    typist.tab_to("items")
    typist.write("A new engine")
    typist.press(Key.Key_Return)
    typist.write("A longer pier")
    typist.press(Key.Key_9, CTRL | ALT)
    typist.write("About the Boat Circle")
    typist.tab_to("text")
    typist.write("The Boat Circle is forty islanders.")
    typist.press(Key.Key_3, CTRL | ALT)
    typist.write("/contacts")
    typist.press(Key.Key_Return)
    assert typist.where == "name"
    typist.write("Ola Quist")
    typist.tab_to("phone")
    typist.write("555-0100")
    typist.tab_to("email")
    typist.write("press@example.org")

    # a block moves, and comes back
    kinds = list(hand.kinds)
    typist.press(Key.Key_Up, ALT)
    assert hand.kinds != kinds
    typist.press(Key.Key_Z, CTRL)
    assert hand.kinds == kinds
    typist.press(Key.Key_Z, CTRL | SHIFT)
    typist.press(Key.Key_Down, ALT)
    assert hand.kinds == kinds

    # words are found, and the caret goes to them
    typist.press(Key.Key_F, CTRL)
    typist.write("whatever")
    typist.press(Key.Key_Return)
    typist.press(Key.Key_Escape)
    assert typist.where == "words"
    assert typist.focus.textCursor().selectedText() == "whatever"

    kit = tmp_path / "ferry.presskit"
    save_as(typist, kit)
    assert not hand.window.session.is_modified  # type: ignore[union-attr]
    export(typist, tmp_path)

    release = read(kit).kit.releases[0]
    assert release == hand.release
    assert [block.kind for block in release.blocks] == [
        *("headline", "subhead", "paragraph", "quote", "statistics", "list", "boilerplate", "contacts")
    ]
    wanted = [
        "Ferry stays open all winter",
        "Islanders kept their boat with nine weeks of work",
        "to keep the Morning Boat running, every day, after a plan of the islanders was received.",
        "“We will sail whatever the weather says,” said Ines Farrow, harbour master.",
        "What the boat does:",
        "412 people take it each week.",
        "9 in ten pupils cross on it.",
        "Harbour Office",
        "What comes next:",
        "A new engine",
        "A longer pier",
        "About the Boat Circle",
        "The Boat Circle is forty islanders.",
    ]
    pdf, word = tmp_path / "ferry.pdf", tmp_path / "ferry.docx"
    texts = (pdf_paragraphs(pdf.read_bytes()), docx_paragraphs(word))
    for paragraphs in texts:
        in_order(paragraphs, wanted)
        assert any("HALLOW BAY, Maine" in each for each in paragraphs)
        assert any("Ola Quist" in each for each in paragraphs)
    for path in (pdf, word):
        assert report.read(path.read_bytes(), path.name, Internal()).findings == ()
    assert typist.lost == []
    assert typist.keys <= 75, "keys beside the letters: 67 when this was written"


def test_a_release_in_spanish_from_the_template(typist: Typist, tmp_path: Path) -> None:
    hand = typist.hand
    typist.press(Key.Key_Return)
    assert typist.where == "text"
    typist.write("El puerto abre todo el año")
    headline = hand.place

    # the language of the release, above the cards
    typist.press(Key.Key_F6, SHIFT)
    assert typist.where == "releaseLine"
    typist.tab_to("language")
    typist.write("Sp")
    assert hand.release.language == "es"
    typist.press(Key.Key_F6)
    assert (typist.where, hand.place) == ("text", headline)
    typist.press(Key.Key_Down, CTRL)
    typist.write("Los vecinos lo pidieron durante meses")
    typist.press(Key.Key_Down, CTRL)
    typist.write("El ayuntamiento votó el lunes.")

    def dateline(dialog: Any) -> None:
        typist.write("Cala Honda")
        typist.press(Key.Key_Return)

    typist.in_dialog(Key.Key_D, CTRL | SHIFT, dateline)
    typist.press(Key.Key_Down, CTRL)
    assert typist.where == "words"
    typist.write("Es un día grande para el barrio.")
    typist.tab_to("verb")
    typist.over("dijo")
    typist.press(Key.Key_Escape)
    typist.tab_to("speaker/name")
    typist.write("Inés Robledo")
    typist.press(Key.Key_Escape)
    typist.tab_to("speaker/description")
    typist.write("alcaldesa")
    typist.press(Key.Key_Down, CTRL)
    typist.press(Key.Key_Delete, CTRL | SHIFT)  # no figures this time
    typist.press(Key.Key_Z, CTRL)
    typist.press(Key.Key_Z, CTRL | SHIFT)
    assert "statistics" not in hand.kinds

    save_as(typist, tmp_path / "puerto.presskit")
    export(typist, tmp_path)
    pdf = tmp_path / "puerto.pdf"
    in_order(
        pdf_paragraphs(pdf.read_bytes()),
        [
            "El puerto abre todo el año",
            "Los vecinos lo pidieron durante meses",
            "CALA HONDA",
            "El ayuntamiento votó el lunes.",
            "“Es un día grande para el barrio”, dijo Inés Robledo, alcaldesa.",
        ],
    )
    read_back = report.read(pdf.read_bytes(), pdf.name, Internal())
    assert read_back.findings == ()
    assert typist.lost == []
    assert typist.keys <= 70, "keys beside the letters: 68 with the reason that the checks ask for"


def test_f6_goes_round_the_panes_and_back_to_the_caret(typist: Typist) -> None:
    typist.press(Key.Key_Return)
    typist.write("Harbour stays open")
    typist.press(Key.Key_Left, times=4)
    at = typist.hand.editor.caret()
    passed = []
    for _pane in range(6):
        typist.press(Key.Key_F6)
        passed.append(typist.where)
    assert passed == ["findings", "previewTabs", "mainMenu", "sideTabs", "releaseLine", "text"]
    assert typist.hand.editor.caret() == at
    typist.press(Key.Key_F6, SHIFT, times=2)
    assert typist.where == "sideTabs"
    assert typist.lost == []
