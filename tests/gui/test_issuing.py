"""A release is issued, changed, corrected and issued again; and what went out can be told and had back."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from presskit.gui.dialogs import export as export_module
from presskit.issuing import thawed
from presskit.model.kit import Kit
from presskit.storage.files import read
from presskit.verify.findings import Finding, Report
from tests.gui.conftest import Hand
from tests.gui.test_access import unheard

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(page: Hand) -> Hand:
    """A release that nothing keeps from reporters."""
    page.clear()
    return page


def kit(hand: Hand) -> Kit:
    assert hand.window.session is not None
    return hand.window.session.kit


def fill(line: Any, text: str) -> None:
    line.selectAll()
    QTest.keyClicks(line, text)


def in_issue(hand: Hand, act: Callable[[Any], None]) -> None:
    """Opens the dialog by its keys, acts, and leaves it."""

    def all_of_it(dialog: Any) -> None:
        assert dialog.windowTitle() == "Issue"
        act(dialog)
        dialog.reject()

    hand.in_dialog(all_of_it)
    hand.ctrl(Qt.Key.Key_I, SHIFT)


def issue(hand: Hand, folder: Path, name: str = "vote") -> list[str]:
    """Issues the release as Word and PDF; what the dialog said before and after."""
    said: list[str] = []

    def act(dialog: Any) -> None:
        said.append(dialog.findChild(object, "issueNote").text())
        fill(dialog.folder, str(folder))
        if name:
            fill(dialog.name, name)
        hand.click(dialog.accept_button)
        hand.until(dialog.reveal.isVisible)
        said.append(dialog.message.text())
        assert not dialog.accept_button.isEnabled()

    in_issue(hand, act)
    return said


def correct(hand: Hand, words: str) -> list[str]:
    """Types a correction into the dialog that the banner opens; what it shows of the page."""
    shown: list[str] = []

    def act(dialog: Any) -> None:
        field = dialog.findChild(QPlainTextEdit, "correctionWords")
        assert field.hasFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        shown.append(dialog._shown.text())
        hand.click(dialog.accept_button)

    hand.in_dialog(act)
    hand.click(hand.find("banner-make_correction"))
    return shown


@pytest.fixture
def sent(page: Hand, tmp_path: Path) -> Hand:
    """A release that was issued once, with the caret at the end of its lede."""
    issue(page, tmp_path)
    page.go(1)
    page.key(Qt.Key.Key_End)
    return page


def test_issuing_writes_the_files_and_keeps_the_version(page: Hand, tmp_path: Path) -> None:
    assert page.release.status == "drafting"
    before, after = issue(page, tmp_path)
    assert "as version 1" in before
    assert after.startswith("Issued as version 1. Save the kit to keep that.\nWritten and checked:")
    (version,) = kit(page).issued
    assert (version.version, version.language, version.correction) == (1, "en-US", "")
    assert version.when.utcoffset() is not None
    assert [each.name for each in version.files] == ["vote.docx", "vote.pdf"]
    for each in version.files:
        data = (tmp_path / each.name).read_bytes()
        assert (each.sha256, each.size) == (hashlib.sha256(data).hexdigest(), len(data))
    assert page.release.status == page.find("status").answer() == "issued"
    assert thawed(version) == page.release
    assert not page.window.workspace.issued_banner.isVisible()
    page.choose_file(tmp_path / "vote.presskit")
    page.ctrl(Qt.Key.Key_S)
    assert read(tmp_path / "vote.presskit").kit.issued == (version,)


def test_the_status_issued_asks_for_the_files(page: Hand) -> None:
    def look(dialog: Any) -> None:
        assert dialog.windowTitle() == "Issue"
        dialog.reject()

    status = page.find("status")
    status.setFocus()
    page.in_dialog(look)
    page.key(Qt.Key.Key_End)
    page.until(lambda: QApplication.activeModalWidget() is None)
    assert page.release.status == status.answer() == "drafting"


def test_only_what_is_for_reporters_is_offered(page: Hand) -> None:
    def look(dialog: Any) -> None:
        assert set(dialog.formats) == {"docx", "pdf", "text", "pdf-word", "photos"}
        assert unheard(dialog) == []

    in_issue(page, look)
    assert kit(page).issued == ()


def test_nothing_is_issued_unless_all_is_well(
    page: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = export_module.export
    bad = Report("pdf", {}, (Finding("claim", "PDF/UA-1, and does not"),))
    monkeypatch.setattr(
        export_module,
        "export",
        lambda kit, number, name, *rest, **more: (real(kit, number, name, *rest, **more), bad)[name == "pdf"],
    )

    def act(dialog: Any) -> None:
        fill(dialog.folder, str(tmp_path))
        page.click(dialog.accept_button)
        page.until(dialog.reveal.isVisible)
        assert "The release was not issued" in dialog.trouble.text()
        for name, box in dialog.formats.items():
            box.setChecked(name == "photos")  # of which there are none
        page.click(dialog.accept_button)
        page.until(lambda: not dialog._running)
        assert "The release was not issued" in dialog.trouble.text()

    in_issue(page, act)
    assert kit(page).issued == ()
    assert page.release.status == "drafting"


def test_a_file_that_is_gone_at_once_is_not_issued(
    page: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = export_module.export

    def lost(kit: Kit, number: int, name: str, path: Path, **more: Any) -> Report:
        report = real(kit, number, name, path, **more)
        path.unlink()
        return report

    monkeypatch.setattr(export_module, "export", lost)

    def act(dialog: Any) -> None:
        fill(dialog.folder, str(tmp_path))
        page.click(dialog.accept_button)
        page.until(dialog.reveal.isVisible)
        assert "could not be read. There is no file" in dialog.trouble.text()

    in_issue(page, act)
    assert kit(page).issued == ()


def test_a_change_is_told_and_undo_takes_that_back(sent: Hand) -> None:
    banner, since = sent.window.workspace.issued_banner, sent.window.workspace.bar.since
    assert not banner.isVisible()
    sent.write("!")
    assert banner.isVisible()
    assert banner.words.text() == "Changed since version 1 was issued."
    assert since.isVisible()
    assert since.text() == "Changed since issued"
    sent.ctrl(Qt.Key.Key_Z)
    assert not banner.isVisible()
    assert not since.isVisible()


def test_no_undo_forgets_what_went_out(sent: Hand) -> None:
    (version,) = kit(sent).issued
    while sent.window.session.history.undo_label:  # type: ignore[union-attr]
        sent.ctrl(Qt.Key.Key_Z)
        assert kit(sent).issued == (version,)
    assert sent.window.workspace.issued_banner.isVisible(), "it is as it was before it was written"
    assert sent.window.session.is_modified  # type: ignore[union-attr]
    sent.write("x")
    assert kit(sent).issued == (version,)


def test_what_was_issued_comes_back_and_undo_brings_the_change_again(sent: Hand) -> None:
    version = kit(sent).issued[0]
    sent.write(" And more.")
    sent.click(sent.find("banner-back_to_issued"))
    assert sent.words[1] == "Lede"
    assert sent.release == thawed(version)
    assert not sent.window.workspace.issued_banner.isVisible()
    sent.ctrl(Qt.Key.Key_Z)
    assert sent.words[1] == "Lede And more."
    assert sent.window.workspace.issued_banner.isVisible()
    assert kit(sent).issued == (version,)


def test_a_correction_stands_on_the_page_and_is_issued_as_version_2(sent: Hand, tmp_path: Path) -> None:
    first = (tmp_path / "vote.pdf").read_bytes()
    sent.write(" It is 44%.")
    note = "The share is 44%, not 34%."
    assert correct(sent, note) == [f"In the release: CORRECTION: {note}"]
    assert sent.release.correction == note
    assert sent.find("issuedWords").text() == "It corrects version 1, and is not issued yet."
    assert sent.find("banner-make_correction").text() == "Change the correction…"

    def act(dialog: Any) -> None:
        assert dialog.name.text().endswith("-v2"), "never over what was sent"
        assert f"It corrects: {note}" in dialog.findChild(object, "issueNote").text()
        fill(dialog.folder, str(tmp_path))
        fill(dialog.name, "vote-v2")
        sent.click(dialog.accept_button)
        sent.until(dialog.reveal.isVisible)

    sent.in_dialog(lambda dialog: (act(dialog), dialog.reject()))
    sent.click(sent.find("banner-issue"))
    assert [(each.version, each.correction) for each in kit(sent).issued] == [(1, ""), (2, note)]
    assert not sent.window.workspace.issued_banner.isVisible()
    assert (tmp_path / "vote.pdf").read_bytes() == first
    document = pypdfium2.PdfDocument(tmp_path / "vote-v2.pdf")
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    assert text.index("FOR IMMEDIATE RELEASE") < text.index(f"CORRECTION: {note}") < text.index("Lede It is")
    sent.go(1)
    sent.key(Qt.Key.Key_End)
    sent.write(" Once more.")
    assert sent.find("banner-make_correction").text() == "Make it a correction…", "the next one is its own"
    assert correct(sent, "Again.") == ["In the release: CORRECTION: Again."]


def test_a_correction_can_be_taken_out(sent: Hand) -> None:
    sent.write("!")
    correct(sent, "One word.")

    def take_out(dialog: Any) -> None:
        (button,) = (each for each in dialog.buttons.buttons() if each.text() == "Take it out")
        sent.click(button)

    sent.in_dialog(take_out)
    sent.click(sent.find("banner-make_correction"))
    assert sent.release.correction == ""
    sent.ctrl(Qt.Key.Key_Z)
    assert sent.release.correction == "One word."


def test_another_release_begins_as_this_one_and_leaves_it_alone(sent: Hand, tmp_path: Path) -> None:
    sent.choose_file(tmp_path / "vote.presskit")
    sent.ctrl(Qt.Key.Key_S)
    was = kit(sent)
    sent.window.actions_.commands["new_from_this"].trigger()
    fresh = kit(sent)
    assert sent.window.session.path is None  # type: ignore[union-attr]
    assert (fresh.issued, sent.release.status, sent.words) == ((), "drafting", ["Title", "Lede"])
    sent.go(1)
    sent.write("!")
    assert not sent.window.workspace.issued_banner.isVisible()
    assert read(tmp_path / "vote.presskit").kit == was


def test_the_banner_is_reached_by_keys(sent: Hand) -> None:
    sent.write("!")
    sent.find("releaseLine").setFocus()
    reached = []
    for _stop in range(3):
        sent.key(Qt.Key.Key_Backtab)
        reached.append(sent.focus.objectName())
    assert reached == ["banner-back_to_issued", "banner-issue", "banner-make_correction"]
    sent.key(Qt.Key.Key_Tab, times=2)
    sent.key(Qt.Key.Key_Space)
    assert sent.words[1] == "Lede"


def test_commands_on_what_was_issued_wait_for_that(page: Hand, tmp_path: Path) -> None:
    actions = page.window.actions_.commands
    waiting = ("make_correction", "back_to_issued")
    assert not any(actions[name].isEnabled() for name in waiting)
    issue(page, tmp_path)
    assert all(actions[name].isEnabled() for name in waiting)


def in_versions(hand: Hand, act: Callable[[Any], None]) -> None:
    def all_of_it(dialog: Any) -> None:
        assert dialog.objectName() == "issuedDialog"
        assert unheard(dialog) == []
        act(dialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    hand.in_dialog(all_of_it)
    hand.window.actions_.commands["issued_versions"].trigger()


def test_versions_are_listed_and_a_file_is_known_by_its_bytes(sent: Hand, tmp_path: Path) -> None:
    copy, other = tmp_path / "from mail.pdf", tmp_path / "other.pdf"
    copy.write_bytes((tmp_path / "vote.pdf").read_bytes())
    other.write_bytes((tmp_path / "vote.pdf").read_bytes()[:-1] + b"x")

    def dropped(dialog: Any, path: Path) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        assert sent.drop(dialog, mime, QPoint(20, 20))

    def look(dialog: Any) -> None:
        head = dialog.list.topLevelItem(0)
        assert head.text(0).startswith("Version 1, English (US), ")
        files = [head.child(number) for number in range(head.childCount())]
        assert [row.text(0) for row in files] == ["vote.docx", "vote.pdf"]
        assert files[1].text(2) == kit(sent).issued[0].files[1].sha256
        sent.click(dialog.findChild(object, "copyList"))
        assert f"vote.pdf\t{files[1].text(2)}" in QApplication.clipboard().text().replace(
            f"\t{kit(sent).issued[0].files[1].size}", ""
        )
        dropped(dialog, copy)
        sent.until(lambda: "from mail.pdf is vote.pdf, as it was issued. Version 1" in said(dialog))
        assert dialog.list.currentItem() is files[1]
        assert dialog.result_label.property("tone") == "good"
        sent.choose_file(other)
        sent.click(dialog.ask_button)
        sent.until(lambda: "other.pdf is none of them" in said(dialog))
        assert dialog.result_label.property("tone") == "bad"
        dropped(dialog, tmp_path)
        sent.until(lambda: "no file that could have been sent" in said(dialog))

    def said(dialog: Any) -> str:
        words: str = dialog.result_label.text()
        return words

    in_versions(sent, look)


def test_a_kit_of_which_nothing_went_out_says_so(page: Hand) -> None:
    def look(dialog: Any) -> None:
        assert dialog.list.topLevelItemCount() == 0
        assert "Nothing was issued yet." in dialog.result_label.text()
        assert not dialog.ask_button.isEnabled()

    in_versions(page, look)
