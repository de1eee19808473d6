"""Rich text from other programs arrives as our blocks, and blocks go from window to window."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote
from presskit.gui.editor.clipping import CLIP_MIME, blocks_in, mime_of
from presskit.model.kit import Asset
from presskit.text.runs import Run, plain, rich
from tests.gui.conftest import Hand
from tests.kits import png

WEB = (
    "<h2>Why now</h2><p>It <b>rains</b>. <img src='https://example.org/a.png'></p>"
    "<ul><li>one</li><li>two</li></ul><p>End</p>"
)


@pytest.fixture
def page(hand: Hand) -> Hand:
    """A headline and the paragraph "ab", the caret between its letters."""
    hand.click(hand.find("new-blank"))
    hand.write("Title")
    hand.key(Qt.Key.Key_Return)
    hand.write("ab")
    hand.key(Qt.Key.Key_Left)
    return hand


def test_a_web_page_becomes_blocks_in_one_step(page: Hand) -> None:
    before = page.release
    page.paste(html=WEB)
    assert page.kinds[:6] == ["headline", "paragraph", "crosshead", "paragraph", "list", "paragraph"]
    assert page.words[1:3] == ["a", "Why now"]
    assert page.release.blocks[3].text == (Run("It "), Run("rains", bold=True), Run("."))  # type: ignore[attr-defined]
    assert page.release.blocks[4].items == (rich("one"), rich("two"))  # type: ignore[attr-defined]
    assert page.words[5] == "Endb"
    page.write("!")
    assert page.words[5] == "End!b"
    page.ctrl(Qt.Key.Key_Z)
    page.ctrl(Qt.Key.Key_Z)
    assert page.release == before
    assert page.editor.caret().position == 1  # type: ignore[union-attr]


def test_in_points_all_that_is_pasted_becomes_points(page: Hand) -> None:
    page.click(page.bar("List"))
    page.go(2, "items")
    page.paste(html=WEB)
    items = [plain(item) for item in page.release.blocks[2].items]  # type: ignore[attr-defined]
    assert items == ["Why now", "It rains.", "one", "two", "End"]


def test_blocks_of_another_window_arrive_below_the_caret(page: Hand) -> None:
    blocks = (Quote(id="q", words=(rich("So be it."),)), Paragraph(id="p", text=rich("Then", bold=True)))
    QApplication.clipboard().setMimeData(mime_of(blocks, page.release))
    page.ctrl(Qt.Key.Key_V)
    assert page.kinds[1:4] == ["paragraph", "quote", "paragraph"]
    assert page.release.blocks[3].text == rich("Then", bold=True)  # type: ignore[attr-defined]
    page.ctrl(Qt.Key.Key_Z)
    assert page.kinds[1:3].count("quote") == 0


def test_other_programs_get_html_and_text_and_no_records(page: Hand) -> None:
    quote = Quote(id="q", words=(rich("So be it."),), verb="said")
    mime = mime_of((quote, Paragraph(id="p", text=rich("Then", bold=True))), page.release)
    assert mime.text() == "“So be it.”\n\nThen"
    assert "<p><b>Then</b></p>" in mime.html()
    assert len(blocks_in(mime).blocks) == 2


def test_damaged_blocks_on_the_clipboard_do_no_harm(page: Hand) -> None:
    mime = QMimeData()
    mime.setData(CLIP_MIME, b'{"format": 1, "releases": 7}')
    mime.setText("words")
    QApplication.clipboard().setMimeData(mime)
    page.ctrl(Qt.Key.Key_V)
    assert page.words[1] == "awordsb"


def test_emphasis_copied_within_a_text_comes_back(page: Hand) -> None:
    page.ctrl(Qt.Key.Key_A)
    page.ctrl(Qt.Key.Key_B)
    page.ctrl(Qt.Key.Key_C)
    page.key(Qt.Key.Key_End)
    page.key(Qt.Key.Key_Return)
    page.ctrl(Qt.Key.Key_V)
    assert page.release.blocks[2].text == rich("ab", bold=True)  # type: ignore[attr-defined]


def test_a_photo_of_another_kit_brings_its_picture(page: Hand) -> None:
    picture = Asset.of(png(5, 40))
    blocks = (Photo(id="f", name=picture.name), Paragraph(id="p", text=rich("Then")))
    QApplication.clipboard().setMimeData(mime_of(blocks, page.release, (picture,)))
    page.go(1)
    page.ctrl(Qt.Key.Key_V)
    assert "photo" in page.kinds
    assert page.window.session is not None
    assert page.window.session.kit.picture(picture.name) == picture.data
    page.ctrl(Qt.Key.Key_Z)
    assert "photo" not in page.kinds
    assert page.window.session.kit.pictures == ()
    page.go(1)
    page.key(Qt.Key.Key_Escape)  # over whole blocks, too
    page.ctrl(Qt.Key.Key_V)
    assert page.window.session.kit.pictures == (picture,)
