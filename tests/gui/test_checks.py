"""The checks in the window: listed, marked, gone to, put right, passed over; and the gate to reporters."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.checking import Finding
from presskit.gui.checks.checking import Checking
from presskit.gui.editor.textfield import MARK
from presskit.model.release import Dateline
from presskit.text.runs import plain, rich
from tests.gui.conftest import Hand

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def checker(hand: Hand) -> Checking:
    found: Checking = hand.window.checker
    return found


def rules(hand: Hand) -> list[str]:
    return [each.rule for each in checker(hand).findings]


def judged(hand: Hand, rule: str, *, there: bool = True) -> None:
    """Waits until a rule finds something, or no more."""
    hand.until(lambda: (rule in rules(hand)) is there)


def choose(hand: Hand, rule: str) -> Finding:
    """Chooses a finding of a rule in the list."""
    judged(hand, rule)
    finding = next(each for each in checker(hand).findings if each.rule == rule)
    assert hand.window.workspace is not None
    hand.window.workspace.checks.choose(finding)
    return finding


def lede(hand: Hand) -> str:
    block = next(each for each in hand.release.blocks if isinstance(each, Paragraph))
    return plain(block.text)


@pytest.fixture
def dated(page: Hand) -> Hand:
    """A release of a day, with its caret at the end of the lede."""
    assert page.window.session is not None
    line = Dateline(city="Boston", date=datetime.date(2026, 11, 20))
    page.window.session.edit("For a test", lambda release: replace(release, dateline=line))
    page.go(1)
    page.key(Qt.Key.Key_End)
    return page


def test_what_is_missing_is_listed_the_gravest_first(page: Hand) -> None:
    judged(page, "contact")
    found = checker(page).findings
    assert [each.severity for each in found] == sorted(
        (each.severity for each in found), key=["stops", "warns", "informs"].index
    )
    assert page.window.bar is not None
    assert "to fix" in page.window.bar.pill.text()
    assert page.window.workspace is not None
    assert page.window.workspace.checks.list.count() == len(found)


def test_a_finding_is_marked_in_the_text_and_gone_to(dated: Hand) -> None:
    dated.write(" Fares rose 44 percent in June.")
    finding = choose(dated, "percent")
    field = dated.card(1).form.field_at("text")
    marks = [each for each in field.extraSelections() if each.format.property(MARK) == "check warns"]
    assert [each.cursor.selectedText() for each in marks] == ["44 percent"]
    dated.go(0)
    checker(dated).go_to(finding)
    dated.breathe()
    assert dated.focus is field
    assert field.textCursor().selectedText() == "44 percent"


def test_keys_go_from_one_to_the_next_and_put_it_right(dated: Hand) -> None:
    dated.write(" The historic vote was on Sept. 4th. Fares rose 44 percent.")
    choose(dated, "percent")
    dated.key(Qt.Key.Key_F8, CTRL)
    assert lede(dated).endswith("Fares rose 44%.")
    judged(dated, "percent", there=False)
    dated.ctrl(Qt.Key.Key_Z)
    assert lede(dated).endswith("44 percent.")
    judged(dated, "percent")
    seen = []
    for _press in range(3):
        dated.key(Qt.Key.Key_F8)
        assert dated.window.workspace is not None
        current = dated.window.workspace.checks.current()
        assert current is not None
        seen.append((current.rule, current.block))
    assert len(set(seen)) == 3
    dated.key(Qt.Key.Key_F8, SHIFT)
    current = dated.window.workspace.checks.current()
    assert current is not None
    assert (current.rule, current.block) == seen[1]


def test_the_button_beside_it_puts_it_right(dated: Hand) -> None:
    dated.write(" It opens September 4th at 9:00 AM.")
    choose(dated, "date-form")
    assert dated.window.workspace is not None
    panel = dated.window.workspace.checks
    row = panel.list.itemWidget(panel.list.currentItem())
    dated.click(row.button)
    assert "Sept. 4 at 9:00 AM" in lede(dated)


def test_all_of_a_kind_are_put_right_at_once(dated: Hand) -> None:
    dated.write(" It was 44 percent, then 45 percent, then 46 percent.")
    finding = choose(dated, "percent")
    assert dated.window.workspace is not None
    panel = dated.window.workspace.checks
    dated.in_opened_menu(
        lambda: panel.menu_asked.emit(finding, panel.mapToGlobal(panel.rect().center())),
        "Put right all 3 of “Per cent”",
    )
    assert lede(dated).endswith("It was 44%, then 45%, then 46%.")
    dated.ctrl(Qt.Key.Key_Z)
    assert lede(dated).count("percent") == 3


def test_what_somebody_said_is_never_changed(dated: Hand) -> None:
    said = Quote(
        id="q", words=(rich("It rose on June 31."),), speaker=Speaker(name="Ada Poe", description="of X")
    )
    dated.editor.insert(said)
    finding = choose(dated, "no-such-day")
    assert finding.said
    assert not finding.fix
    assert "ask the speaker" in finding.words
    dated.key(Qt.Key.Key_F8, CTRL)
    assert dated.release.find("q") == said


def test_one_is_ignored_with_a_note_until_its_words_change(dated: Hand) -> None:
    dated.write(" The historic vote was held.")
    choose(dated, "loaded-words")

    def note(dialog: Any) -> None:
        QTest.keyClicks(dialog.reason, "The board wants it")
        dated.click(dialog.accept_button)

    dated.in_dialog(note)
    dated.key(Qt.Key.Key_F8, CTRL | SHIFT)
    judged(dated, "loaded-words", there=False)
    assert dated.window.session is not None
    (passed,) = dated.window.session.kit.passed
    assert (passed.how, passed.note) == ("once", "The board wants it")
    dated.go(1)
    dated.key(Qt.Key.Key_End)
    dated.write(" It is outrageous.")
    judged(dated, "loaded-words")


def test_a_rule_is_ignored_in_the_kit_and_asked_for_again(dated: Hand) -> None:
    finding = choose(dated, "contact")
    assert dated.window.workspace is not None
    panel = dated.window.workspace.checks
    dated.in_opened_menu(
        lambda: panel.menu_asked.emit(finding, panel.mapToGlobal(panel.rect().center())),
        "Ignore “Media contact” in this kit",
    )
    judged(dated, "contact", there=False)
    dated.until(panel.passed.isVisible)
    dated.in_opened_menu(lambda: dated.click(panel.passed), "Media contact")
    judged(dated, "contact")


def test_another_house_style_has_other_limits(dated: Hand) -> None:
    dated.write(" The landmark vote was held.")
    finding = choose(dated, "loaded-words")
    assert finding.severity == "warns"
    assert dated.window.workspace is not None
    dated.in_opened_menu(lambda: dated.click(dated.window.workspace.checks.house), "Newswire")
    dated.until(
        lambda: any(
            each.rule == "loaded-words" and each.severity == "stops" for each in checker(dated).findings
        )
    )
    assert dated.release.profile == "wire"


def test_a_missing_contact_is_added_from_the_list(page: Hand) -> None:
    choose(page, "contact")
    page.key(Qt.Key.Key_F8, CTRL)
    assert "contacts" in page.kinds


def test_the_list_folds_away_and_comes_back(page: Hand) -> None:
    judged(page, "contact")
    assert page.window.workspace is not None
    panel = page.window.workspace.checks
    page.ctrl(Qt.Key.Key_K, SHIFT)
    assert not panel.list.isVisible()
    page.key(Qt.Key.Key_F8)
    assert panel.list.isVisible()


def test_an_export_for_reporters_wants_a_reason(page: Hand, tmp_path: Path) -> None:
    def act(dialog: Any) -> None:
        dialog.folder.setText(str(tmp_path))
        dialog.name.setText("vote")
        page.click(dialog.accept_button)
        page.until(dialog.gate.isVisible)
        assert "no media contact" in dialog.gate.words.text()
        assert not dialog.accept_button.isEnabled()
        assert not list(tmp_path.glob("vote*"))
        QTest.keyClicks(dialog.gate.reason, "The vote is tonight")
        assert dialog.accept_button.text() == "Export all the same"
        page.click(dialog.accept_button)
        page.until(dialog.reveal.isVisible)
        dialog.reject()

    page.in_dialog(act)
    page.ctrl(Qt.Key.Key_E)
    assert (tmp_path / "vote.pdf").exists()
    assert page.window.session is not None
    assert {each.note for each in page.window.session.kit.passed} == {"The vote is tonight"}
    judged(page, "contact")  # it stands all the same, and the list says so


def test_a_draft_for_colleagues_needs_none(page: Hand, tmp_path: Path) -> None:
    def act(dialog: Any) -> None:
        dialog.folder.setText(str(tmp_path))
        dialog.name.setText("vote")
        for name, box in dialog.formats.items():
            box.setChecked(name == "draft")
        page.click(dialog.accept_button)
        page.until(dialog.reveal.isVisible)
        assert not dialog.gate.isVisible()
        dialog.reject()

    page.in_dialog(act)
    page.ctrl(Qt.Key.Key_E)
    assert (tmp_path / "vote.draft.pdf").exists()


def test_how_hard_it_is_to_read_stands_below(dated: Hand) -> None:
    dated.write(" The trust opened a mill on the lake, and the county paid for half of it." * 4)
    label = dated.window.findChild(QLabel, "grade")
    assert label is not None
    dated.until(label.isVisible, 15_000)
    assert label.text().startswith("Reading grade ")
