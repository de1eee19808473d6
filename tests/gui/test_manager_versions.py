"""The versions of an item: listed, compared with the item as it is, and brought back."""

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from presskit.gui.library.versions import VersionsDialog
from presskit.library.details import Details, changes, details_of, with_details
from presskit.library.items import Piece
from presskit.text.runs import plain_paragraphs, rich
from tests.gui.clerk import Clerk, clerk  # noqa: F401 - a fixture
from tests.library.parts import analyst, river_words


def _words(item: Any) -> str:
    assert isinstance(item.content, Piece)
    return plain_paragraphs(item.content.block.text)


def test_an_earlier_version_is_compared_and_brought_back(clerk: Clerk) -> None:  # noqa: F811
    """Ctrl+Shift+H lists them, the difference is marked, Enter on the button makes the old one newest."""
    first = clerk.shelf.add(river_words(text="We keep 12 rivers clean."), note="from the release")
    block = first.content.block  # type: ignore[union-attr]
    changed = replace(first.content, block=replace(block, text=(rich("We keep 34 rivers clean."),)))
    clerk.shelf.save(replace(first, content=changed), note="more rivers")
    window = clerk.open(first.id)
    seen: list[str] = []

    def act(dialog: Any) -> None:
        assert isinstance(dialog, VersionsDialog)
        clerk.hand.until(dialog.bring.isEnabled)
        seen.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        seen.append(dialog.shown.toHtml())
        QTest.keyClick(dialog.list, Qt.Key.Key_Up)
        QApplication.processEvents()
        assert not dialog.bring.isEnabled()  # that is the item as it is
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        dialog.bring.setFocus()
        QTest.keyClick(dialog.bring, Qt.Key.Key_Return)

    clerk.hand.in_dialog(act)
    clerk.key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    clerk.hand.until(lambda: clerk.shelf.get(first.id).version == 3)
    assert "more rivers" in seen[0]
    assert "from the release" in seen[1]
    assert "line-through" in seen[2]
    assert "underline" in seen[2]
    assert _words(clerk.shelf.get(first.id)) == "We keep 12 rivers clean."
    assert clerk.shelf.versions(first.id)[0].note == "Version 1 brought back"
    clerk.until_saved()
    assert window.pane.draft is not None
    assert window.pane.draft.kept.version == 3


def test_the_chip_opens_the_versions(clerk: Clerk) -> None:  # noqa: F811
    """So does a click on it; Esc leaves all as it is."""
    item = clerk.shelf.add(analyst())
    clerk.open(item.id)
    heads: list[str] = []

    def act(dialog: Any) -> None:
        heads.append(dialog.windowTitle())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    clerk.hand.in_dialog(act)
    clerk.click(clerk.find("versionChip"))
    clerk.hand.until(lambda: bool(heads))
    assert "Nadia Ferrer Otis" in heads[0]
    assert clerk.shelf.get(item.id).version == 1
    assert isinstance(clerk.find("versionChip"), QPushButton)


def test_changes_name_what_staff_noted() -> None:
    """Tags, owner, organisation and state are told beside the words."""
    before = river_words()
    after = replace(
        with_details(before, Details(tags="water, wells,water", language="en-US", owner=" Ada ")),
        retired=True,
        content=replace(before.content, organisation="ab"),
    )
    assert after.tags == ("water", "wells")
    assert details_of(after).owner == "Ada"
    told = changes(before, after, {"ab": "River Alliance"})
    assert ("Organization", "", "River Alliance") in told
    assert ("Tags", "", "water, wells") in told
    assert ("State", "on offer", "retired") in told
