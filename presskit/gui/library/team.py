"""Which library is used: one's own, a file elsewhere, or a team's on a server."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from presskit.gui.dialogs.small import FormDialog
from presskit.gui.lane import Lane
from presskit.i18n import _, ngettext
from presskit.library import passwords
from presskit.library.moving import taken_over
from presskit.library.opening import is_server, open_library
from presskit.library.problems import LibraryProblem
from presskit.library.shelf import Shelf
from presskit.model.locale_words import number

_PORT = 5432  # PostgreSQL's own


class Chosen(NamedTuple):
    """A library: its address without a password, empty for the user's own; and the password of a server."""

    address: str
    password: str | None = None


class TeamDialog(FormDialog):
    """used: a library was chosen that can be opened (Chosen; its password is to be given on where no keyring
    has it)."""

    used = Signal(object)

    def __init__(self, parent: QWidget, own: Path, address: str) -> None:
        """own: the file of the user's own library. address: of the library in use."""
        super().__init__(parent, _("Which library"), _("Use this library"))
        self.setObjectName("team")
        self.setMinimumWidth(560)
        self._own = own
        self._lane = Lane(parent)
        self._open: tuple[Shelf, Shelf] | None = None  # while items are taken over
        self._steps: Iterator[int] | None = None
        self._copied = 0
        self._busy = self._closed = False
        self.own, self.file, self.server = (
            QRadioButton(_("My own, on this computer")),
            QRadioButton(_("A file elsewhere, as on a shared folder for one person at a time")),
            QRadioButton(_("My team’s, on a server (PostgreSQL)")),
        )
        self.form.addRow(self.own)
        self.form.addRow(self.file)
        self.path = QLineEdit()
        browse = QPushButton(_("Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self._file_parts = (self.path, browse)
        where = QWidget()
        row = QHBoxLayout(where)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.path, 1)
        row.addWidget(browse)
        self.row(_("File"), where, "libraryFileRow")
        self.path.setObjectName("libraryFile")
        self.path.setAccessibleName(_("File of the library"))
        self.form.addRow(self.server)
        self._furnish_server()
        self.take = QCheckBox(_("Copy the items of my own library to it"))
        self.take.setObjectName("takeOver")
        self.form.addRow(self.take)
        self.told = self.note()
        self.told.setObjectName("teamTold")
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Work goes on"))
        self.progress.hide()
        self.form.addRow(self.progress)
        self.finish()
        self.try_button = QPushButton(_("Try the connection"))
        self.try_button.setObjectName("tryConnection")
        self.try_button.setAutoDefault(False)
        self.try_button.clicked.connect(lambda: self._begin(use=False))
        self.buttons.addButton(self.try_button, self.buttons.ButtonRole.ActionRole)
        self.buttons.accepted.disconnect()
        self.buttons.accepted.connect(lambda: self._begin(use=True))
        self._fill(address)
        for button in (self.own, self.file, self.server):
            button.toggled.connect(lambda _on: self._follow())
        for field in (self.path, self.host, self.database, self.user):
            field.textChanged.connect(lambda _text: self._follow())
        self._follow()

    def _furnish_server(self) -> None:
        self.host, self.database, self.user, self.password = (QLineEdit() for _each in range(4))
        self.port = QSpinBox()
        self.port.setRange(1, 65535)
        self.port.setValue(_PORT)
        self.port.lineEdit().setTextMargins(8, 0, 0, 0)  # the style's padding does not reach it
        self.host.setPlaceholderText("library.example.org")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(_("Empty: the one in the keyring, if there is one"))
        for label, field, name in (
            (_("Server"), self.host, "serverHost"),
            (_("Port"), self.port, "serverPort"),
            (_("Database"), self.database, "serverDatabase"),
            (_("User"), self.user, "serverUser"),
            (_("Password"), self.password, "serverPassword"),
        ):
            self.row(label, field, name)
        self.secret = QLabel(
            _(
                "The password goes into the keyring of this computer. It stands in no file, and "
                "nobody is shown it."
            )
        )
        self.secret.setObjectName("fieldLabel")
        self.secret.setWordWrap(True)
        self.form.addRow("", self.secret)

    def _fill(self, address: str) -> None:
        if is_server(address):
            parts = urlsplit(passwords.apart(address)[0])
            self.server.setChecked(True)
            self.host.setText(parts.hostname or "")
            self.port.setValue(parts.port or _PORT)
            self.database.setText(unquote(parts.path.lstrip("/")))
            self.user.setText(unquote(parts.username or ""))
        elif address and Path(address) != self._own:
            self.file.setChecked(True)
            self.path.setText(address)
        else:
            self.own.setChecked(True)

    def chosen(self) -> Chosen:
        """What is filled in."""
        if self.server.isChecked():
            host, database = self.host.text().strip(), self.database.text().strip()
            url = passwords.address(host, self.port.value(), database, self.user.text().strip())
            return Chosen(url, self.password.text() or None)
        if self.file.isChecked():
            return Chosen(self.path.text().strip())
        return Chosen("")

    def _follow(self) -> None:
        server, file = self.server.isChecked(), self.file.isChecked()
        for field in (self.host, self.port, self.database, self.user, self.password, self.secret):
            field.setEnabled(server and not self._busy)
        for part in self._file_parts:
            part.setEnabled(file and not self._busy)
        self.take.setEnabled((server or file) and not self._busy)
        filled = [self.host, self.database, self.user] if server else [self.path] if file else []
        ready = not self._busy and all(field.text().strip() for field in filled)
        self.accept_button.setEnabled(ready)
        self.try_button.setEnabled(ready)
        self.progress.setVisible(self._busy)
        self.leave_button.setText(_("Stop") if self._steps is not None else _("Cancel"))

    def _browse(self) -> None:
        kinds = _("Libraries (*.db);;All files (*)")
        name, _filter = QFileDialog.getSaveFileName(
            self,
            _("File of the library"),
            self.path.text(),
            kinds,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.path.setText(name)

    # --- the work, off the window's thread

    def _begin(self, *, use: bool) -> None:
        chosen = self.chosen()
        wanted = chosen.address or str(self._own)
        if self.file.isChecked() and Path(wanted).is_dir():
            self._tell(_("{file} is a folder: name a file in it.").format(file=wanted), bad=True)
            return
        copies = use and self.take.isChecked() and self.take.isEnabled()
        self._busy = True
        self._tell(_("Connecting…"))

        def work() -> tuple[int, tuple[Shelf, Shelf] | None, str]:
            shelf = open_library(wanted, password=chosen.password)
            count, told = sum(shelf.counts().values()), ""
            if use and chosen.password is not None:
                try:
                    passwords.remember(chosen.address, chosen.password)
                except passwords.NoKeyring as problem:
                    told = problem.sentence
            if copies:
                return count, (open_library(str(self._own)), shelf), told
            shelf.close()
            return count, None, told

        self._lane.queue(work, lambda result: self._connected(result, chosen, use=use))

    def _connected(
        self, result: tuple[int, tuple[Shelf, Shelf] | None, str] | Exception, chosen: Chosen, *, use: bool
    ) -> None:
        self._busy = False
        if self._closed and not isinstance(result, Exception):
            self._let_go(result[1])
        if self._ended():
            return
        if isinstance(result, Exception):
            self._failed(result)
            return
        count, both, told = result
        if not use:
            said = ngettext(
                "It can be used, and has {count} item.", "It can be used, and has {count} items.", count
            )
            self._tell(said.format(count=number(count)))
        elif both is not None:
            self._open = both
            self._steps = taken_over(*both)
            self._busy = True
            self._tell(_("Copying…"))
            self._step(chosen)
        else:
            self._tell(told)
            self._use(chosen)

    def _step(self, chosen: Chosen) -> None:
        steps = self._steps
        if steps is not None:
            self._lane.queue(lambda: next(steps, None), lambda result: self._stepped(result, chosen))

    def _stepped(self, result: int | Exception | None, chosen: Chosen) -> None:
        if self._closed or result is None or isinstance(result, Exception):
            self._steps, self._busy = None, False
            both, self._open = self._open, None
            self._let_go(both)
        if self._ended():
            return
        if isinstance(result, Exception):
            self._failed(result)
        elif result is None:
            said = ngettext("{count} item was copied.", "{count} items were copied.", self._copied)
            self._tell(said.format(count=number(self._copied)))
            self._use(chosen)
        else:
            self._copied += result
            said = ngettext("Copying… {count} item so far", "Copying… {count} items so far", self._copied)
            self._tell(said.format(count=number(self._copied)))
            self._step(chosen)

    def _let_go(self, opened: tuple[Shelf, Shelf] | None) -> None:
        for shelf in opened or ():
            self._lane.queue(shelf.close, lambda _done: None)

    def _use(self, chosen: Chosen) -> None:
        self.used.emit(chosen)
        self.accept()

    def _failed(self, problem: Exception) -> None:
        if not isinstance(problem, LibraryProblem):
            raise problem
        self._tell(problem.sentence, bad=True)

    def _tell(self, words: str, *, bad: bool = False) -> None:
        self.told.setText(words)
        self.told.setProperty("tone", "bad" if bad else "")
        self.told.style().polish(self.told)
        self._follow()

    # --- the end

    def done(self, result: int) -> None:
        """Stops what goes on: what was copied stays, each item whole."""
        self._closed = True
        super().done(result)
        self._ended()

    def _ended(self) -> bool:
        """Whether the dialog was left; once nothing runs, its thread ends with it."""
        if self._closed and not self._busy:
            self._lane.queue(lambda: None, lambda _done: self._lane.close())
        return self._closed
