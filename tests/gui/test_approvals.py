"""The approvals panel: who is to be asked, asked, recorded, lost and brought back."""

from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from presskit.asking.clearances import Clearance
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.gui.approvals.pane import ApprovalsPane
from presskit.text.runs import rich
from tests.gui.conftest import Hand

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


class Post(QObject):
    """Takes what the program hands to a mail program."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Keeps an address."""
        self.taken.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


@pytest.fixture
def post() -> Iterator[Post]:
    found = Post()
    QDesktopServices.setUrlHandler("mailto", found, "take")
    yield found
    QDesktopServices.unsetUrlHandler("mailto")


@pytest.fixture
def two(page: Hand) -> Hand:
    """Two quotes that nobody has seen."""
    for name, words in (("Ada Poe", "The river is ours."), ("Jo Li", "We will build it.")):
        speaker = Speaker(name=name, description="director of River Watch")
        page.editor.insert(Quote(id=name[:2].lower(), words=(rich(words),), speaker=speaker))
    page.editor.insert(Paragraph(id="pp", text=rich("The Harbor Trust helped.")))
    page.breathe()
    return page


def pane(hand: Hand) -> ApprovalsPane:
    assert hand.window.workspace is not None
    return hand.window.workspace.side.approvals


def told(hand: Hand) -> dict[str, str]:
    shown: list[Clearance] = pane(hand)._shown
    return {each.name: each.standing for each in shown}


def button(hand: Hand, name: str) -> QPushButton:
    found: QPushButton = hand.find(f"approvals-{name}", QPushButton)
    return found


def show(hand: Hand) -> None:
    hand.ctrl(Qt.Key.Key_P, ALT)
    assert pane(hand).list.isVisible()


def test_the_tab_counts_who_is_open(two: Hand) -> None:
    assert two.window.workspace is not None
    tabs = two.window.workspace.side.tabs
    assert tabs.tabToolTip(2) == "2 have still to approve"
    show(two)
    assert told(two) == {"Ada Poe": "draft", "Jo Li": "draft"}
    assert pane(two).list.hasFocus()
    two.key(Qt.Key.Key_Down)
    two.key(Qt.Key.Key_Return)
    assert two.editor.current == "jo"


def test_a_letter_goes_to_the_mail_program_and_that_is_kept(two: Hand, post: Post) -> None:
    show(two)

    def send(dialog: Any) -> None:
        assert "The river is ours" in dialog.body.toPlainText()
        QTest.keyClicks(dialog.to, "ada@river.example")
        two.click(dialog.accept_button)

    two.in_dialog(send)
    two.click(button(two, "ask_approval"))
    assert len(post.taken) == 1
    assert post.taken[0].startswith("mailto:ada@river.example?subject=")
    assert told(two) == {"Ada Poe": "sent", "Jo Li": "draft"}
    two.ctrl(Qt.Key.Key_Z)
    assert told(two)["Ada Poe"] == "draft"


def test_a_letter_can_be_copied_and_cancelled(two: Hand) -> None:
    show(two)
    two.in_dialog(lambda dialog: two.click(dialog.leave_button))
    two.click(button(two, "ask_approval"))
    assert told(two)["Ada Poe"] == "draft"
    two.in_dialog(lambda dialog: two.click(dialog.copy_button))
    two.click(button(two, "ask_approval"))
    assert "The river is ours" in QApplication.clipboard().text()
    assert told(two)["Ada Poe"] == "sent"


def test_all_are_asked_by_files(two: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "presskit.gui.approving.QFileDialog.getExistingDirectory", lambda *_words: str(tmp_path)
    )
    show(two)
    two.click(button(two, "ask_all"))
    assert sorted(path.name for path in tmp_path.glob("*.eml")) == ["ada-poe.eml", "jo-li.eml"]
    read = message_from_bytes((tmp_path / "jo-li.eml").read_bytes(), policy=default)
    assert "We will build it" in read.get_content()
    assert set(told(two).values()) == {"sent"}
    two.ctrl(Qt.Key.Key_Z)
    assert set(told(two).values()) == {"draft"}


def test_an_answer_is_recorded_lost_by_a_word_and_brought_back_by_undo(two: Hand) -> None:
    show(two)
    two.in_dialog(lambda dialog: two.click(dialog.accept_button))
    two.click(button(two, "record_approval"))
    assert told(two)["Ada Poe"] == "approved"
    assert list(told(two)) == ["Jo Li", "Ada Poe"], "who is open comes first"
    two.go(two.release.index("ad"), "words")
    two.key(Qt.Key.Key_End)
    two.write(" Always.")
    assert told(two)["Ada Poe"] == "changed since approval"
    two.ctrl(Qt.Key.Key_Z)
    assert told(two)["Ada Poe"] == "approved"


def test_a_partner_is_named_asked_and_cleared(two: Hand) -> None:
    show(two)

    def name(dialog: Any) -> None:
        dialog.name.setEditText("Harbor Trust")
        two.click(dialog.accept_button)

    two.in_dialog(name)
    two.click(button(two, "add_partner"))
    assert told(two)["Harbor Trust"] == "draft"
    row = list(told(two)).index("Harbor Trust")
    pane(two).list.setCurrentRow(row)
    two.in_dialog(lambda dialog: two.click(dialog.accept_button))
    two.click(button(two, "record_approval"))
    assert told(two)["Harbor Trust"] == "approved"
    two.go(two.release.index("pp"))
    two.key(Qt.Key.Key_End)
    two.write(" Much.")
    assert told(two)["Harbor Trust"] == "changed since approval"
    two.ctrl(Qt.Key.Key_Z)
    pane(two).list.setCurrentRow(list(told(two)).index("Harbor Trust"))
    two.in_opened_menu(
        lambda: pane(two).menu_asked.emit(
            pane(two).current(), pane(two).list.mapToGlobal(pane(two).rect().center())
        ),
        "Take the partner off the list",
    )
    assert "Harbor Trust" not in told(two)


def test_the_sheet_is_written(two: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = tmp_path / "sign.pdf"
    monkeypatch.setattr(
        "presskit.gui.approving.QFileDialog.getSaveFileName", lambda *_words: (str(sheet), "")
    )
    show(two)
    two.click(button(two, "approval_sheet"))
    assert sheet.read_bytes().startswith(b"%PDF-")
