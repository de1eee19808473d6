"""Straight marks become the language's own while typing, and one undo gives the typed letter back."""

from PySide6.QtCore import Qt

from presskit.text.runs import plain
from tests.gui.conftest import Hand


def words(hand: Hand) -> str:
    """The text of the block with the caret."""
    return plain(hand.release.blocks[hand.place].text)  # type: ignore[attr-defined]


def start(hand: Hand) -> None:
    """An empty paragraph of a blank kit."""
    hand.click(hand.find("new-blank"))
    hand.write("Title")
    hand.key(Qt.Key.Key_Return)


def test_quotation_marks_and_apostrophes_turn_while_typing(hand: Hand) -> None:
    start(hand)
    hand.write('"It\'s time," she said -- "now."')
    assert words(hand) == "“It’s time,” she said — “now.”"


def test_undo_gives_the_typed_letter_back_and_writing_goes_on(hand: Hand) -> None:
    start(hand)
    hand.write("5' 6\"")
    assert words(hand) == "5’ 6”"
    assert hand.window.session is not None
    assert hand.window.session.history.undo_label == "Curly quotation mark"
    hand.ctrl(Qt.Key.Key_Z)
    assert words(hand) == '5’ 6"'
    hand.write(" tall")
    assert words(hand) == '5’ 6" tall'


def test_marks_follow_the_language_of_the_release(hand: Hand) -> None:
    start(hand)
    choice = hand.find("language")
    french = choice.findData("fr")
    assert french >= 0
    choice.setCurrentIndex(french)
    choice.activated.emit(french)
    hand.go(1)
    hand.write('Elle dit "oui"')
    assert words(hand) == "Elle dit «\u00a0oui\u00a0»"


def test_emphasis_stays_on_the_marks(hand: Hand) -> None:
    start(hand)
    hand.ctrl(Qt.Key.Key_B)
    hand.write('"Go"')
    (run,) = hand.release.blocks[1].text  # type: ignore[attr-defined]
    assert run.bold
    assert run.text == "“Go”"
