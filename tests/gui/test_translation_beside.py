"""A translation stands beside its original, however long either is."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.model.translation import with_language
from presskit.session import Session
from presskit.text.runs import rich
from tests.gui.conftest import Hand


def test_a_short_translation_begins_where_its_long_original_does(hand: Hand) -> None:
    long = Paragraph(id="long", text=rich("The bridge opens on Monday. " * 40))
    kit = Kit(releases=(Release(blocks=(Headline(id="head", text=rich("The bridge opens")), long)),))
    session = Session(with_language(kit, "ar", words=False))
    session.number = 1
    hand.window.show_session(session)
    hand.breathe()
    place = 1
    alone = hand.card(place).form.height()
    hand.window.actions_.commands["side_by_side"].trigger()
    hand.breathe()
    card = hand.card(place)
    assert card.beside is not None
    hand.until(lambda: card.beside.height() > 2 * alone)  # type: ignore[union-attr]
    assert card.form.mapTo(card, QPoint()).y() == card.beside.mapTo(card, QPoint()).y()
    assert card.form.height() < card.beside.height() / 2, "it is no taller than its words"
    hand.window.actions_.commands["side_by_side"].trigger()
    hand.until(lambda: card.form.height() == alone)


def test_a_quote_of_a_translation_still_offers_its_verbs(hand: Hand) -> None:
    quote = Quote(id="quote", words=(rich("We will build it."),), speaker=Speaker(name="Ada Poe"))
    session = Session(with_language(Kit(releases=(Release(blocks=(quote,)),)), "es", words=True))
    session.number = 1
    hand.window.show_session(session)
    hand.breathe()
    hand.go(0, "verb")
    hand.key(Qt.Key.Key_F4)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QListView)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
