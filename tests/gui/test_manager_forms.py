"""The forms of the library's window: days, pictures, consent, and what belongs to an organisation."""

from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from presskit.blocks.headline import Headline
from presskit.blocks.quote import Quote, Speaker
from presskit.library.items import Organisation
from presskit.library.people import Person
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.storage.files import write
from presskit.text.runs import rich
from tests.gui.clerk import Clerk, clerk  # noqa: F401 - a fixture
from tests.library.parts import analyst, river_alliance, river_words, study


def test_an_organisation_lists_its_boilerplates(clerk: Clerk) -> None:  # noqa: F811
    """Those that name it; a new one names it from the start, and Enter opens one."""
    org = clerk.shelf.add(river_alliance())
    words = river_words()
    mine = clerk.shelf.add(replace(words, content=replace(words.content, organisation=org.id)))
    clerk.shelf.add(river_words("About others"))
    window = clerk.open(org.id)
    clerk.hand.until(lambda: clerk.find("boilerplates").count() == 1)
    assert "About the River Alliance" in clerk.find("boilerplates").item(0).text()
    clerk.find("boilerplates").setFocus()
    clerk.key(Qt.Key.Key_Down)
    clerk.key(Qt.Key.Key_Return)
    clerk.hand.until(lambda: window.pane.current == mine.id)
    window.open(org.id)
    clerk.hand.until(lambda: window.pane.current == org.id)
    clerk.go(clerk.find("newBoilerplate"))
    clerk.hand.until(lambda: window.pane.current not in {org.id, mine.id})
    assert window.pane.form is not None
    assert window.pane.form.content.fields["organisation"].currentText() == "River Alliance"
    clerk.write("About us")
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    assert len(clerk.shelf.search(org.id, ("boilerplate",))) == 2


def test_good_until_is_set_and_taken_away(clerk: Clerk) -> None:  # noqa: F811
    """A button sets a day in a year, another takes it away."""
    item = clerk.shelf.add(river_words())
    window = clerk.open(item.id)
    assert window.pane.form is not None
    day = window.pane.form.details.fields["good_until"]
    clerk.go(day.set_button)
    assert day.answer() is not None
    assert window.pane.unsaved()
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    assert clerk.shelf.get(item.id).good_until == day.answer()
    clerk.go(day.clear_button)
    assert day.answer() is None
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    assert clerk.shelf.get(item.id).good_until is None


def test_every_control_has_a_name_and_fits(clerk: Clerk) -> None:  # noqa: F811
    """What takes the keys says what it is; nothing is cut off in a small window."""
    item = clerk.shelf.add(analyst())
    window = clerk.open(item.id)
    window.resize(1280, 720)
    QApplication.processEvents()
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            text = widget.property("text")
            assert widget.accessibleName() or text or widget.parent().property("accessibleName"), widget
    assert window.pane.form is not None
    assert window.pane.form.width() <= window.pane.page.viewport().width()
    assert window.pane.form.mapTo(window, QPoint(0, 0)).x() >= 0
    assert isinstance(clerk.shelf.get(item.id).content, Person | Organisation)


def test_consent_is_withdrawn_with_a_reason(clerk: Clerk, tmp_path: Path) -> None:  # noqa: F811
    """It is asked, shown in red, saved with the item, and can be taken back."""
    item = clerk.shelf.add(analyst())
    window = clerk.open(item.id)
    assert window.pane.form is not None

    quote = Quote(id="q", speaker=Speaker(name="Nadia Ferrer Otis", reference=item.id, version=1))
    headline = Headline(id="h", text=rich("River pact signed"))
    path = tmp_path / "pact.presskit"
    write(path, Kit(releases=(Release(blocks=(headline, quote)),)))
    owner = clerk.hand.window
    owner.keep(owner.settings.with_recent(path))

    def act(dialog: Any) -> None:
        clerk.hand.until(dialog.kits.isVisible)
        assert "River pact signed" in dialog.kits.text()
        QTest.keyClicks(dialog.reason, "she moved away")
        QTest.keyClick(dialog.reason, Qt.Key.Key_Return)

    clerk.hand.in_dialog(act)
    clerk.go(clerk.find("withdraw"))
    assert "she moved away" in clerk.find("consentBanner").text()
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    now = clerk.shelf.get(item.id).content
    assert isinstance(now, Person)
    assert now.consent.reason == "she moved away"
    assert clerk.shelf.states([item.id])[item.id].reason
    assert window.pane.chip.text() == "withdrawn"
    clerk.go(clerk.find("agreedAgain"))
    assert not window.pane.form.item.content.consent.withdrawn  # type: ignore[union-attr]
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    assert not clerk.shelf.states([item.id])[item.id].reason


def test_a_portrait_is_taken_in(clerk: Clerk, tmp_path: Path) -> None:  # noqa: F811
    """Dropped on the field it is shown, kept with the item, and can be taken out."""
    item = clerk.shelf.add(analyst())
    window = clerk.open(item.id)
    assert window.pane.form is not None
    field = window.pane.form.content.fields["portrait"]
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture_file(tmp_path / "ada.png")))])
    window.pane.page.ensureWidgetVisible(field)
    assert clerk.hand.drop(field.picture, mime, QPoint(20, 20))
    clerk.hand.until(lambda: bool(field.answer()))
    clerk.window.activateWindow()
    clerk.ctrl(Qt.Key.Key_S)
    clerk.until_saved()
    kept = clerk.shelf.get(item.id).content
    assert isinstance(kept, Person)
    assert clerk.shelf.picture(kept.portrait) is not None
    clerk.go(field.remove)
    assert window.pane.form.item.pictures() == []
    clerk.ctrl(Qt.Key.Key_Z)
    assert field.answer() == kept.portrait


def picture_file(path: Path) -> Path:
    """A small picture."""
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    image.save(str(path))
    return path


def test_words_of_a_paste_stay_on_a_line(clerk: Clerk) -> None:  # noqa: F811
    """Several lines become one where there is room for one alone; typed marks become curly."""
    item = clerk.shelf.add(study())
    window = clerk.open(item.id)
    assert window.pane.form is not None
    field = window.pane.form.first_field()
    assert field is not None
    clerk.go(field)
    QApplication.clipboard().setText("Of wells\nin town")
    clerk.ctrl(Qt.Key.Key_V)
    clerk.write(', "here')
    assert window.pane.form.item.content.block.introduction[0].text == "Of wells in town, “here"  # type: ignore[union-attr]
