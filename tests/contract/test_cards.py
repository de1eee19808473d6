"""Every kind of block has a card that shows it, takes what is written, and a way to be added."""

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from presskit.blocks import ALL
from presskit.gui.commands import OFFERED, kind_keys
from presskit.gui.dialogs.shortcuts import shortcut_rows
from presskit.gui.editor.fields import ChoiceField, DayField, LineField, NumberField, SwitchField
from presskit.gui.editor.form import RowsField
from presskit.gui.editor.pane import EditorPane
from presskit.gui.editor.textfield import RichField
from presskit.gui.icons import icon
from presskit.gui.theme import apply_theme, chosen_theme
from presskit.i18n import _
from presskit.model import edits
from presskit.model.block import Block
from presskit.session import Session
from tests.examples import answered, every_choice, half_finished, kit_of

# Answers that one field gives at once: where an attribution stands, and after how many sentences and words.
TOGETHER = {
    "placement": ("placement", "after", "clause"),
    "after": ("after", "clause"),
    "words": ("words", "clause"),
}
each_kind = pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)


class Desk:
    """An editor on one block."""

    def __init__(self, qtbot: Any, block: Block) -> None:
        theme = chosen_theme("light")
        apply_theme(theme)
        self.session = Session(kit_of(block))
        self.pane = EditorPane(self.session, theme)
        self.session.listen(self.pane.changed)
        self.pane.resize(700, 900)
        self.pane.show()
        qtbot.waitExposed(self.pane)
        self.card = self.pane.card(block.id)

    @property
    def block(self) -> Block:
        """The block as the release has it."""
        return self.session.release.blocks[0]

    def close(self) -> None:
        """Lets no widget outlive its test."""
        self.pane.close()
        self.pane.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk_for(qtbot: Any) -> Iterator[Any]:
    """Makes desks, and clears them away."""
    made: list[Desk] = []

    def make(block: Block) -> Desk:
        made.append(Desk(qtbot, block))
        return made[-1]

    yield make
    for desk in made:
        desk.close()


def edit(field: Any) -> bool:
    """Does to a field what a person would; False where that needs a dialog."""
    match field:
        case RichField() | LineField():
            field.setFocus()
            QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClicks(field, "x")
        case ChoiceField():
            QTest.keyClick(field, Qt.Key.Key_Up if field.currentIndex() else Qt.Key.Key_Down)
        case NumberField():
            QTest.keyClick(field, Qt.Key.Key_Up)
        case SwitchField():
            field.click()
        case DayField():
            field.setDate(QDate(2027, 1, 5))
        case RowsField():
            field.add_row()
        case _:
            return False
    return True


@each_kind
def test_the_card_shows_each_state_of_the_block(desk_for: Any, kind: type[Block]) -> None:
    """Whatever the block becomes elsewhere (undo, a library, another card), its fields follow."""
    desk = desk_for(kind(id="example1"))
    assert desk.card.isVisible()
    for block in (answered(kind), *list(half_finished(kind))[:12], *every_choice(kind), kind(id="example1")):
        desk.session.edit("Test", lambda release, block=block: edits.change(release, block))
        assert desk.card.block == block
        for name, field in desk.card.form.fields.items():
            top, _slash, part = name.partition("/")
            wanted = getattr(block, top)
            wanted = getattr(wanted, part) if part else wanted
            if callable(getattr(field, "answer", None)):
                assert field.answer() == wanted, name
        assert desk.block == block, "showing a block must not change it"


@each_kind
def test_what_is_written_in_the_card_is_in_the_release(desk_for: Any, kind: type[Block]) -> None:
    full = answered(kind)
    desk = desk_for(full)
    for name, field in list(desk.card.form.fields.items()):
        before = desk.block
        if not edit(field):
            continue
        assert desk.block != before, name
        assert desk.block == desk.card.block
        top = name.partition("/")[0]
        touched = {each: getattr(desk.block, each) for each in TOGETHER.get(top, (top,))}
        assert replace(before, **touched) == desk.block, "one answer alone"
        desk.session.undo()
        assert desk.block == before
        assert desk.card.block == before
    while desk.session.history.undo_label:
        desk.session.undo()
    assert desk.block is full


@each_kind
def test_every_question_has_a_field_that_a_screen_reader_names(desk_for: Any, kind: type[Block]) -> None:
    desk = desk_for(answered(kind))
    asked = {each.name for each in desk.block.questions()}
    assert asked <= set(desk.card.form.fields) | {"verb_last"}
    for field in desk.card.form.fields.values():
        assert field.accessibleName()
    assert desk.card.accessibleName() == _(kind.label)
    heads = [label.text() for label in desk.card.findChildren(QLabel, "cardKind")]
    assert heads
    assert heads[0]


@each_kind
def test_it_can_be_drawn_and_added(qtbot: Any, kind: type[Block]) -> None:
    assert not icon(str(kind.__struct_config__.tag), "#000000", "#888888").isNull()
    if kind.__name__ == "Unknown":
        assert kind not in OFFERED
        return
    assert kind in OFFERED
    keys = kind_keys(OFFERED.index(kind))
    listed = {command: shown for _menu, command, shown in shortcut_rows()}
    assert (_(kind.label) in listed) == bool(keys)
