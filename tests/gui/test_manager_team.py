"""Which library is used: one's own, a file, or a team's on a server; the password is in no file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from presskit.gui.library.team import TeamDialog
from presskit.library import passwords
from presskit.library.opening import open_library
from tests.gui.clerk import Clerk, clerk  # noqa: F401 - a fixture
from tests.library.conftest import database, server  # noqa: F401 - fixtures
from tests.library.keyrings import Drawer
from tests.library.parts import analyst, river_alliance
from tests.library.server import PASSWORD, Server


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    """A keyring of the test's own."""
    before, found = keyring.get_keyring(), Drawer()
    keyring.set_keyring(found)
    yield found
    keyring.set_keyring(before)


def _in_team(clerk: Clerk, act: Callable[[TeamDialog], None]) -> None:  # noqa: F811
    """Opens the dialog by the menu's command, and acts in it."""
    seen: list[TeamDialog] = []

    def begin(dialog: Any) -> None:
        assert isinstance(dialog, TeamDialog)
        seen.append(dialog)
        act(dialog)

    clerk.hand.in_dialog(begin)
    clerk.window.bar.commands["which_library"].trigger()
    clerk.hand.until(lambda: bool(seen))


def _press(dialog: TeamDialog, button: QWidget) -> None:
    assert button.isEnabled(), button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_file_elsewhere_takes_ones_items_over(clerk: Clerk, tmp_path: Path, drawer: Drawer) -> None:  # noqa: F811
    """Chosen, copied to, shown, and remembered; one's own stays as it was."""
    clerk.desk.own = Path(clerk.desk.address)
    clerk.shelf.add(analyst())
    clerk.shelf.add(river_alliance())
    window = clerk.open()
    other = tmp_path / "shared.db"

    def act(dialog: TeamDialog) -> None:
        assert dialog.own.isChecked()
        dialog.file.setChecked(True)
        assert not dialog.accept_button.isEnabled()
        QTest.keyClicks(dialog.path, str(other))
        dialog.take.setChecked(True)
        _press(dialog, dialog.accept_button)
        clerk.hand.until(lambda: not dialog.isVisible())

    _in_team(clerk, act)
    clerk.hand.until(lambda: len(clerk.names()) == 2)
    clerk.hand.until(lambda: str(other) in window.status.text())
    assert clerk.hand.window.settings.library == str(other)
    assert sum(clerk.shelf.counts().values()) == 2
    copy = open_library(str(other))
    assert sum(copy.counts().values()) == 2
    copy.close()
    assert not drawer.kept


def test_a_file_that_is_none_says_why(clerk: Clerk, tmp_path: Path) -> None:  # noqa: F811
    """Trying it changes nothing."""
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no library at all" * 100)
    clerk.open()
    address = clerk.desk.address
    told: list[str] = []

    def act(dialog: TeamDialog) -> None:
        dialog.file.setChecked(True)
        for path in (tmp_path, broken):
            dialog.path.setText(str(path))
            _press(dialog, dialog.try_button)
            clerk.hand.until(lambda: not dialog.progress.isVisible())
            told.append(dialog.told.text())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    _in_team(clerk, act)
    assert "is a folder" in told[0]
    assert "damaged" in told[1]
    assert clerk.desk.address == address


def test_a_server_is_tried_and_used(
    clerk: Clerk,  # noqa: F811
    server: Server,  # noqa: F811
    database: str,  # noqa: F811
    drawer: Drawer,
) -> None:
    """A wrong password is told without it; the right one goes into the keyring and into no settings."""
    clerk.desk.own = Path(clerk.desk.address)
    clerk.shelf.add(analyst())
    window = clerk.open()
    told: list[str] = []

    def act(dialog: TeamDialog) -> None:
        dialog.server.setChecked(True)
        dialog.host.setText("127.0.0.1")
        dialog.port.setValue(server.port)
        dialog.database.setText(database.rpartition("/")[2])
        dialog.user.setText(server.user)
        QTest.keyClicks(dialog.password, "quite wrong")
        _press(dialog, dialog.try_button)
        clerk.hand.until(lambda: not dialog.progress.isVisible())
        told.append(dialog.told.text())
        dialog.password.setText(PASSWORD)
        _press(dialog, dialog.try_button)
        clerk.hand.until(lambda: not dialog.progress.isVisible())
        told.append(dialog.told.text())
        dialog.take.setChecked(True)
        _press(dialog, dialog.accept_button)
        clerk.hand.until(lambda: not dialog.isVisible())

    _in_team(clerk, act)
    assert "cannot be reached" in told[0]
    assert "quite wrong" not in told[0]
    assert "0 items" in told[1]
    clerk.hand.until(lambda: "127.0.0.1" in window.status.text())
    assert clerk.names() == ["Nadia Ferrer Otis"]
    address = clerk.hand.window.settings.library
    assert address.startswith("postgresql://")
    assert PASSWORD not in address
    assert passwords.recall(address) == PASSWORD
    assert PASSWORD not in window.status.text()
    shelf = open_library(address)  # with the password from the keyring
    assert sum(shelf.counts().values()) == 1
    shelf.close()
    window.close()
    clerk.desk.turn_to(str(clerk.desk.own))  # lets go of the server
    gone: list[object] = []
    clerk.desk.ask(lambda shelf: shelf.place, gone.append)
    clerk.hand.until(lambda: bool(gone))
