"""Two people save the same item: what one changed is taken, what both changed is asked, nothing is lost."""

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton

from presskit.gui.library.merge import MergeDialog, Question
from presskit.library.items import Item
from presskit.library.people import Person
from tests.gui.clerk import Clerk, clerk  # noqa: F401 - a fixture
from tests.library.parts import analyst


def _person(clerk: Clerk, item: Item) -> Person:  # noqa: F811
    content = clerk.shelf.get(item.id).content
    assert isinstance(content, Person)
    return content


def _typed(clerk: Clerk, name: str, words: str) -> None:  # noqa: F811
    form = clerk.window.pane.form
    assert form is not None
    clerk.go(form.content.fields[name])
    clerk.write(words)


def _theirs(clerk: Clerk, item: Item, **answers: object) -> None:  # noqa: F811
    now = clerk.shelf.get(item.id)
    clerk.shelf.save(replace(now, content=replace(now.content, **answers)))


def _take(question: Question, value: str) -> None:
    button = question.findChild(QRadioButton, f"take-{value}")
    assert button is not None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()


def test_changes_of_different_answers_go_together(clerk: Clerk) -> None:  # noqa: F811
    """There is nothing to ask."""
    item = clerk.shelf.add(analyst())
    clerk.open(item.id)
    _typed(clerk, "phone", "111")
    _theirs(clerk, item, after_hours="222")
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    person = _person(clerk, item)
    assert (person.phone, person.after_hours) == ("111", "222")
    assert clerk.shelf.get(item.id).version == 3


def test_the_same_answer_is_asked(clerk: Clerk) -> None:  # noqa: F811
    """Before, mine and theirs are shown; other words can be typed; Save waits for an answer."""
    item = clerk.shelf.add(analyst())
    clerk.open(item.id)
    _typed(clerk, "phone", "111")
    _typed(clerk, "languages", "French")
    _theirs(clerk, item, phone="222", languages="Spanish")
    seen: list[str] = []

    def act(dialog: Any) -> None:
        assert isinstance(dialog, MergeDialog)
        seen.append(dialog.windowTitle())
        phone, languages = dialog.questions
        assert not dialog.save.isEnabled()
        _take(phone, "theirs")
        assert not dialog.save.isEnabled()
        _take(languages, "typed")
        languages.words.selectAll()
        QTest.keyClicks(languages.words, "French, Spanish")
        assert dialog.save.isEnabled()
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    clerk.hand.in_dialog(act)
    clerk.ctrl(Qt.Key.Key_S)
    clerk.hand.until(lambda: bool(seen))
    clerk.until_saved()
    person = _person(clerk, item)
    assert (person.phone, person.languages) == ("222", "French, Spanish")
    assert [each.version for each in clerk.shelf.versions(item.id)] == [3, 2, 1]


def test_not_now_keeps_the_words_in_the_form(clerk: Clerk) -> None:  # noqa: F811
    """Nothing is saved, nothing is lost; asked again, all theirs leaves the library as it is."""
    item = clerk.shelf.add(analyst())
    window = clerk.open(item.id)
    _typed(clerk, "phone", "111")
    _theirs(clerk, item, phone="222")
    done: list[str] = []

    def leave(dialog: Any) -> None:
        done.append("left")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    clerk.hand.in_dialog(leave)
    clerk.ctrl(Qt.Key.Key_S)
    clerk.hand.until(lambda: bool(done))
    assert window.pane.unsaved() == {item.id}
    assert window.pane.form is not None
    assert window.pane.form.content.fields["phone"].text() == "111"

    def theirs(dialog: Any) -> None:
        done.append("theirs")
        _take(dialog.questions[0], "theirs")
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    clerk.hand.in_dialog(theirs)
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    assert _person(clerk, item).phone == "222"
    assert window.pane.form.content.fields["phone"].text() == "222"
    assert clerk.shelf.get(item.id).version == 2
