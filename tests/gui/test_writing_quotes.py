"""A paragraph that quotes somebody offers to become a quote."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from presskit.blocks.quote import Quote
from tests.gui.conftest import Hand

WORDS = '"It was the rain," said Ada Roe of Hill House. "Nothing else."'


def written(hand: Hand, words: str) -> None:
    """A release with a headline, a lede and a paragraph, the caret at the end of the last."""
    hand.click(hand.find("new-blank"))
    hand.write("Title")
    for each in ("The lede.", words):
        hand.key(Qt.Key.Key_Return)
        hand.write(each)


def test_the_chip_makes_a_quote_with_its_speaker(hand: Hand) -> None:
    written(hand, WORDS)
    chip = hand.card(2).chip
    assert chip.text() == "Make it a quote"
    hand.click(chip)
    quote = hand.release.blocks[2]
    assert isinstance(quote, Quote)
    assert (quote.speaker.name, quote.speaker.description) == ("Ada Roe", "of Hill House")
    assert (quote.verb, quote.placement, quote.after) == ("said", "middle", 1)
    assert "“It was the rain,” said Ada Roe of Hill House. “Nothing else.”" in [
        "".join(run.text for run in text) for text in quote.paragraphs("en-US")
    ]
    hand.ctrl(Qt.Key.Key_Z)
    assert hand.kinds[2] == "paragraph"
    assert hand.place == 2


def test_keys_make_a_quote_too(hand: Hand) -> None:
    written(hand, WORDS)
    hand.ctrl(Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier)
    assert hand.kinds[2] == "quote"


def test_other_paragraphs_offer_nothing_and_keys_say_why(hand: Hand) -> None:
    written(hand, "Nothing was said.")
    assert not hand.card(2).chip.isVisible()
    heard: list[str] = []

    def act(box: QMessageBox) -> None:
        heard.append(box.text())
        box.accept()

    hand.in_dialog(act)
    hand.ctrl(Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier)
    assert heard
    assert hand.kinds[2] == "paragraph"
