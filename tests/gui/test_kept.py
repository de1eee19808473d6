"""Versions of a kit: kept under a name, compared block by block, and brought back as a step."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from presskit.blocks.paragraph import Paragraph
from presskit.gui.differences import page_of
from presskit.gui.kept.dialog import VersionsDialog
from presskit.gui.kept.naming import NameDialog
from presskit.gui.kept.rows import moment, rows
from presskit.gui.theme import Theme
from presskit.issuing import frozen, with_version
from presskit.model import edits
from presskit.model.kept import Kept
from presskit.model.kit import Kit
from presskit.model.release import Dateline, Release
from presskit.session import Session
from presskit.storage.files import write
from presskit.text.runs import rich
from tests.gui.conftest import Hand

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def session_of(hand: Hand) -> Session:
    assert hand.window.session is not None
    return hand.window.session


def keep(hand: Hand, name: str) -> None:
    """Keeps a version with the keys."""

    def act(dialog: Any) -> None:
        assert isinstance(dialog, NameDialog)
        assert not dialog.accept_button.isEnabled()
        QTest.keyClicks(dialog.name, name)
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)

    hand.in_dialog(act)
    hand.ctrl(Qt.Key.Key_K, ALT)
    hand.until(lambda: name in [each.name for each in session_of(hand).kit.kept])
    hand.breathe()


def in_versions(hand: Hand, act: Callable[[VersionsDialog], None]) -> None:
    """Opens the versions with the keys, waits for the page, acts, and leaves."""
    done: list[bool] = []

    def do(dialog: Any) -> None:
        assert isinstance(dialog, VersionsDialog)
        hand.until(lambda: bool(dialog.differs.toPlainText()))
        act(dialog)
        if dialog.isVisible():
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        done.append(True)

    hand.in_dialog(do)
    hand.ctrl(Qt.Key.Key_H, SHIFT)
    hand.until(lambda: bool(done))
    hand.breathe()


def words_of(dialog: VersionsDialog) -> str:
    return dialog.differs.toPlainText()


@pytest.fixture
def drafted(page: Hand) -> Hand:
    """A kit with a version, and a sentence more since."""
    keep(page, "First draft")
    page.write(" and more")
    page.until(lambda: page.words[-1] == "Lede and more")
    return page


def test_a_kit_without_versions_says_how_they_come_about(page: Hand) -> None:
    def act(dialog: VersionsDialog) -> None:
        assert dialog.list.count() == 0
        assert "PressKit keeps one by itself when you save" in words_of(dialog)
        for button in (dialog.bring, dialog.rename, dialog.remove):
            assert not button.isEnabled()

    in_versions(page, act)


def test_a_version_is_kept_under_a_name_and_no_undo_takes_it_away(drafted: Hand) -> None:
    session = session_of(drafted)
    assert [each.name for each in session.kit.kept] == ["First draft"]
    drafted.ctrl(Qt.Key.Key_Z)
    drafted.ctrl(Qt.Key.Key_Z)
    drafted.ctrl(Qt.Key.Key_Z)
    assert [each.name for each in session.kit.kept] == ["First draft"]
    assert session.is_modified


def test_what_differs_from_now_is_marked_and_told(drafted: Hand) -> None:
    def act(dialog: VersionsDialog) -> None:
        assert dialog.list.item(0).text().startswith("First draft\nToday, ")
        assert "Lede and more" in words_of(dialog)
        assert "underline" in dialog.differs.toHtml()
        assert dialog.counts.text() == "1 block changed"
        assert "to now" in dialog.head.text()
        spoken = dialog.differs.accessibleDescription()
        assert spoken == "Paragraph · Changed; new: and more"

    in_versions(drafted, act)


def test_one_block_is_brought_back_with_the_keys_as_one_step(drafted: Hand) -> None:
    drafted.key(Qt.Key.Key_Return)
    drafted.write("Another")
    session = session_of(drafted)

    def act(dialog: VersionsDialog) -> None:
        dialog.differs.setFocus()
        QTest.keyClick(dialog.differs, Qt.Key.Key_Tab)
        QTest.keyClick(dialog.differs, Qt.Key.Key_Return)
        drafted.until(lambda: drafted.words[1] == "Lede")
        drafted.until(lambda: dialog.counts.text() == "1 new block")
        assert dialog.isVisible()

    in_versions(drafted, act)
    assert drafted.words == ["Title", "Lede", "Another"]
    assert session.history.undo_label == "Bring back: Paragraph"
    session.undo()
    assert drafted.words == ["Title", "Lede and more", "Another"]


def test_a_block_that_is_gone_comes_back_to_its_place(page: Hand) -> None:
    page.key(Qt.Key.Key_Return)
    page.write("Middle")
    page.key(Qt.Key.Key_Return)
    page.write("End")
    keep(page, "Whole")
    page.go(2)
    page.ctrl(Qt.Key.Key_Delete, SHIFT)
    page.until(lambda: page.words == ["Title", "Lede", "End"])

    def act(dialog: VersionsDialog) -> None:
        assert dialog.counts.text() == "1 block gone"
        gone = next(change for change in dialog._shown.changes if change.state == "gone")  # type: ignore[union-attr]
        dialog.differs.chosen.emit(gone.before.id)  # type: ignore[union-attr]
        page.until(lambda: page.words == ["Title", "Lede", "Middle", "End"])
        page.until(lambda: words_of(dialog) == "Nothing is different.")
        assert not dialog.bring.isEnabled()

    in_versions(page, act)


def test_the_dateline_comes_back_alone(drafted: Hand) -> None:
    session = session_of(drafted)
    session.edit("Dateline", lambda release: replace(release, dateline=Dateline(city="Port Marlow")))

    def act(dialog: VersionsDialog) -> None:
        assert "Port Marlow" in words_of(dialog)
        dialog.differs.setFocus()
        QTest.keyClick(dialog.differs, Qt.Key.Key_Tab)
        QTest.keyClick(dialog.differs, Qt.Key.Key_Return)
        drafted.until(lambda: not session.release.dateline.city)

    in_versions(drafted, act)
    assert drafted.words == ["Title", "Lede and more"]
    assert session.history.undo_label == "Bring back what is around the text"


def test_all_of_it_is_brought_back_and_what_was_there_is_kept(drafted: Hand) -> None:
    session = session_of(drafted)

    def act(dialog: VersionsDialog) -> None:
        drafted.until(dialog.bring.isEnabled)
        dialog.bring.setFocus()
        QTest.keyClick(dialog.bring, Qt.Key.Key_Return)

    in_versions(drafted, act)
    assert drafted.words == ["Title", "Lede"]
    assert [each.name for each in session.kit.kept] == ["First draft", ""]
    drafted.ctrl(Qt.Key.Key_Z)
    drafted.until(lambda: drafted.words == ["Title", "Lede and more"])
    assert len(session.kit.kept) == 2


def test_any_two_are_compared_the_elder_first(drafted: Hand) -> None:
    session = session_of(drafted)
    late = datetime.timedelta(minutes=5)
    keep(drafted, "Second draft")
    session.change_versions(
        lambda kit: replace(
            kit,
            kept=tuple(
                replace(each, when=each.when + late) if each.name == "Second draft" else each
                for each in kit.kept
            ),
        )
    )

    def act(dialog: VersionsDialog) -> None:
        assert [dialog.list.item(row).text().split("\n")[0] for row in range(2)] == [
            "Second draft",
            "First draft",
        ]
        assert words_of(dialog) == "Nothing is different."
        dialog.against.setFocus()
        QTest.keyClick(dialog.against, Qt.Key.Key_End)  # the first draft
        drafted.until(lambda: "Lede and more" in words_of(dialog))
        assert dialog.head.text().startswith("From “First draft")
        assert "new: and more" in dialog.differs.accessibleDescription()
        assert "Bring this back" not in words_of(dialog)
        dialog.list.setFocus()
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        drafted.until(lambda: words_of(dialog) == "Nothing is different.")

    in_versions(drafted, act)


def test_a_version_is_renamed_and_removed_with_the_keys(drafted: Hand) -> None:
    session = session_of(drafted)

    def rename(dialog: Any) -> None:
        assert dialog.name.text() == "First draft"
        QTest.keyClicks(dialog.name, "Sent to Ana")
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)

    def act(dialog: VersionsDialog) -> None:
        drafted.in_dialog(rename)
        QTest.keyClick(dialog.list, Qt.Key.Key_F2)
        drafted.until(lambda: [each.name for each in session.kit.kept] == ["Sent to Ana"])
        assert dialog.list.item(0).text().startswith("Sent to Ana")
        heard: list[str] = []
        drafted.answer("cancel", heard)
        QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
        drafted.until(lambda: bool(heard))
        assert "Sent to Ana" in heard[0]
        assert len(session.kit.kept) == 1
        drafted.answer("remove")
        QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
        drafted.until(lambda: not session.kit.kept)
        assert dialog.list.count() == 0

    in_versions(drafted, act)


def test_what_was_issued_is_in_the_list_and_stays_as_it_is(drafted: Hand) -> None:
    session = session_of(drafted)
    now = datetime.datetime.now().astimezone().replace(microsecond=0)
    session.amend(lambda kit: with_version(kit, frozen(kit, 0, (), now)))
    drafted.write(" still")

    def act(dialog: VersionsDialog) -> None:
        titles = [dialog.list.item(row).text().split("\n")[0] for row in range(2)]
        place = titles.index("Issued: version 1, English (US)")
        dialog.list.setCurrentRow(place)
        drafted.until(dialog.bring.isEnabled)
        assert "Lede and more still" in words_of(dialog)
        assert not dialog.rename.isEnabled()
        assert not dialog.remove.isEnabled()

    in_versions(drafted, act)


def test_each_language_is_compared_with_its_own(page: Hand) -> None:
    session = session_of(page)
    spanish = Release(language="es-US", blocks=(Paragraph(id="es1", text=rich("Hola")),))
    session.edit_kit("Add", lambda kit: replace(kit, releases=(*kit.releases, spanish)))
    keep(page, "Both")
    changed = edits.change(spanish, Paragraph(id="es1", text=rich("Hola a todos")))
    session.edit_kit("Write", lambda kit: kit.with_release(1, changed))

    def act(dialog: VersionsDialog) -> None:
        page.until(lambda: words_of(dialog) == "Nothing is different.")
        assert dialog.language.isVisible()
        assert dialog.bring.isEnabled()
        dialog.language.setFocus()
        QTest.keyClick(dialog.language, Qt.Key.Key_Down)
        page.until(lambda: "Hola a todos" in words_of(dialog))
        dialog.differs.chosen.emit("es1")
        page.until(lambda: session.kit.releases[1] == spanish)

    in_versions(page, act)


def test_a_language_that_the_kit_has_no_longer_comes_back_as_a_whole(page: Hand) -> None:
    session = session_of(page)
    english = session.kit.releases
    spanish = Release(language="es-US", blocks=(Paragraph(id="es1", text=rich("Hola")),))
    session.edit_kit("Add", lambda kit: replace(kit, releases=(*english, spanish)))
    keep(page, "Both")
    session.edit_kit("Remove", lambda kit: replace(kit, releases=english))

    def act(dialog: VersionsDialog) -> None:
        page.until(lambda: words_of(dialog) == "Nothing is different.")
        dialog.language.setFocus()
        QTest.keyClick(dialog.language, Qt.Key.Key_Down)
        page.until(lambda: "Hola" in words_of(dialog))
        assert "Bring this back" not in words_of(dialog)
        page.click(dialog.bring)

    in_versions(page, act)
    assert session.kit.releases == (*english, spanish)


def test_a_version_that_makes_no_sense_says_so(page: Hand) -> None:
    broken = Kept(
        when=datetime.datetime.now(datetime.UTC), name="Broken", format=6, releases=((b"{}", b"nonsense"),)
    )
    session_of(page).change_versions(lambda kit: replace(kit, kept=(broken,)))

    def act(dialog: VersionsDialog) -> None:
        assert words_of(dialog).startswith("This version cannot be read")
        assert not dialog.bring.isEnabled()
        assert dialog.remove.isEnabled()

    in_versions(page, act)


@pytest.fixture
def read_only(hand: Hand, tmp_path: Path) -> Hand:
    """A kit that is open to read only, with a version."""
    session = Session.look_at(_saved(tmp_path / "vote.presskit"))
    hand.window.show_session(session)
    hand.breathe()
    return hand


def _saved(path: Path) -> Path:
    session = Session(Kit())
    words = Paragraph(id="p", text=rich("Words since."))
    session.edit("Write", lambda release: edits.insert(release, 0, words))
    session.keep("Kept")
    session.edit("Write", lambda release: edits.remove(release, "p"))
    write(path, session.kit)
    return path


def test_of_a_kit_that_is_read_only_nothing_is_brought_back(read_only: Hand) -> None:
    def act(dialog: VersionsDialog) -> None:
        assert "Words since." in words_of(dialog)
        assert "Bring this back" not in words_of(dialog)
        assert not dialog.bring.isEnabled()

    in_versions(read_only, act)


def test_replacing_all_keeps_what_was_there_before(drafted: Hand) -> None:
    session = session_of(drafted)
    drafted.ctrl(Qt.Key.Key_H)
    bar = drafted.window.workspace.find_bar  # type: ignore[union-attr]
    drafted.write("Lede")
    bar.by.setFocus()
    drafted.write("Opening")
    bar.replace_all.emit()
    drafted.until(lambda: drafted.words[1] == "Opening and more")
    assert [each.name for each in session.kit.kept] == ["First draft", ""]


def test_every_control_can_be_reached_and_has_a_name(drafted: Hand) -> None:
    def act(dialog: VersionsDialog) -> None:
        reached = set()
        for _step in range(14):
            focus = QApplication.focusWidget()
            reached.add(focus)
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        wanted = {dialog.list, dialog.against, dialog.differs, *dialog.findChildren(QPushButton)}
        wanted = {each for each in wanted if each.isVisible() and each.isEnabled()}
        assert wanted <= reached
        for each in wanted:
            assert each.accessibleName() or each.text()  # type: ignore[attr-defined]

    in_versions(drafted, act)


# In words


def test_moments_are_told_as_people_tell_them() -> None:
    now = datetime.datetime(2026, 11, 23, 14, 5).astimezone()
    hour = datetime.timedelta(hours=1)
    assert moment(now, now) == "Today, 2:05 p.m."
    assert moment(now - 20 * hour, now) == "Yesterday, 6:05 p.m."
    assert moment(now - 48 * hour, now) == "Nov. 21, 2026, 2:05 p.m."


def test_rows_are_in_order_of_time_whatever_the_zone() -> None:
    session = Session(Kit())
    session.keep("Kept")
    early = datetime.datetime(2020, 1, 1, 12, 0)
    session.amend(lambda kit: with_version(kit, frozen(kit, 0, (), early)))
    found = rows(session.kit, lambda tag: tag)
    assert [row.title for row in found] == ["Kept", "Issued: version 1, en-US"]
    assert found[1].releases()[0].status == "issued"


def test_a_page_offers_only_what_can_be_brought_back() -> None:
    was = Release(blocks=(Paragraph(id="a", text=rich("One.")), Paragraph(id="b", text=rich("Two."))))
    now = Release(blocks=(Paragraph(id="b", text=rich("Two!")), Paragraph(id="c", text=rich("<New> & more"))))
    page, spoken = page_of(was, now, Theme("light"), "Take it")
    assert page.count("Take it") == 2
    assert 'href="block:a"' in page
    assert 'href="block:b"' in page
    assert "&lt;New&gt; &amp; more" in page
    assert spoken.split("\n") == [
        "Paragraph · Gone; gone: One.",
        "Paragraph · Changed; gone: .; new: !",
        "Paragraph · New; new: <New> & more",
    ]


def test_a_long_page_shows_the_rest_when_asked(page: Hand) -> None:
    many = tuple(Paragraph(id=f"m{number}", text=rich(f"Line {number}.")) for number in range(130))
    keep(page, "Short")
    session_of(page).edit("Write", lambda release: release.with_blocks((*release.blocks, *many)))

    def act(dialog: VersionsDialog) -> None:
        assert "Line 59." in words_of(dialog)
        assert words_of(dialog).endswith("Show 70 more blocks that differ")
        assert dialog.counts.text() == "130 new blocks"
        dialog.differs.setFocus()
        QTest.keyClick(dialog.differs, Qt.Key.Key_Tab)
        QTest.keyClick(dialog.differs, Qt.Key.Key_Return)
        page.until(lambda: "Line 129." in words_of(dialog))

    in_versions(page, act)
