"""The ways in for what people have: a command, a file dropped on the window, a paste into an empty kit."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QProgressDialog,
    QPushButton,
)

from presskit.bringing import (
    SOURCES,
    Draft,
    Intake,
    Unreadable,
    add_to,
    read_file,
    read_text,
    recognise,
    with_blocks,
)
from presskit.gui import filing
from presskit.gui.intake.reviewdialog import ADD, NEW, ReviewDialog
from presskit.gui.lane import Lane
from presskit.gui.library.desk import Desk
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.model.release import Release
from presskit.session import SUFFIX, Changed, Session

_SOON = 400  # milliseconds that reading may take before it is told of
_ENOUGH = 40  # words of a paste that may be a release
_FIRST = 5  # words that say whether it is the same text
_SHOWN_FOR = 30_000  # milliseconds that the offer stays

SUFFIXES = tuple(suffix for source in SOURCES for suffix in source.suffixes)


class Entering(QObject):
    """Reads, shows what was recognised, and brings it in as one step."""

    def __init__(self, window: QMainWindow, lane: Lane, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._lane, self._desk = window, lane, desk
        self._workspace: Workspace | None = None
        self._offer: Offer | None = None

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        self._workspace = workspace
        self._offer = None
        workspace.changed.connect(self._changed)

    # --- ways in

    def bring_in(self) -> None:
        """Asks for a file."""
        kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        name, _filter = QFileDialog.getOpenFileName(
            self._window,
            _("Bring in a release"),
            self._window.settings.open_folder,  # type: ignore[attr-defined]
            _("Texts, web pages and Word files ({kinds});;All files (*)").format(kinds=kinds),
        )
        if name:
            self.bring_file(Path(name))

    def bring_pasted(self) -> None:
        """Takes what is on the clipboard."""
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if mime is None or not (mime.hasHtml() or mime.hasText()):
            filing.tell(
                self._window,
                _("Bring in a release"),
                _("There is no text on the clipboard: copy the release first, from a page or a document."),
            )
            return
        self._read_pasted(mime.html(), mime.text())

    def _read_pasted(self, html: str, text: str) -> None:
        self._read(lambda: read_text(html, "html") if html.strip() else read_text(text))

    def bring_file(self, path: Path) -> None:
        """Reads a file."""
        self._read(lambda: read_file(path))

    def dropped(self, urls: list[QUrl]) -> Callable[[], None] | None:
        """What to do with files that are dropped on the window: a kit is opened, a text brought in."""
        files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        for path in files:
            if path.name.endswith(SUFFIX):
                return partial(self._window.files.open_path, path)  # type: ignore[attr-defined]
        for path in files:
            if path.name.lower().endswith(SUFFIXES):
                return partial(self.bring_file, path)
        return None

    def _read(self, job: Callable[[], Intake]) -> None:
        progress = QProgressDialog(_("Reading…"), _("Cancel"), 0, 0, self._window)
        progress.setObjectName("intakeReading")
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(_SOON)

        def done(found: object) -> None:
            cancelled = progress.wasCanceled()
            progress.close()
            progress.deleteLater()
            if cancelled:
                return
            if isinstance(found, Unreadable):
                filing.tell(self._window, _("It cannot be brought in"), found.sentence)
            elif isinstance(found, BaseException):
                raise found
            else:
                QTimer.singleShot(0, self, lambda: self._review(found))  # type: ignore[arg-type]

        self._lane.queue(lambda: recognise(job()), done)
        QTimer.singleShot(_SOON, progress, lambda: None if progress.wasCanceled() else progress.forceShow())

    # --- the look, and the step

    def _review(self, draft: Draft) -> None:
        workspace = self._workspace if self._window.session else None  # type: ignore[attr-defined]
        session = workspace.session if workspace and not workspace.session.read_only else None
        empty = session is not None and not session.release.word_count()
        theme = self._window.theme  # type: ignore[attr-defined]
        dialog = ReviewDialog(
            self._window, theme, self._lane, self._desk, draft, empty=empty, open_kit=session is not None
        )
        if dialog.exec():
            self._bring(dialog, session)
        dialog.deleteLater()

    def _bring(self, dialog: ReviewDialog, session: Session | None) -> None:
        made, where = dialog.result_made(), dialog.where
        if session is None or where == NEW:
            fresh = filing.fresh_session("blank")
            fresh.edit_kit(_("Bring in"), lambda kit: add_to(kit, 0, made))
            self._window.files.show_new(fresh)  # type: ignore[attr-defined]
            return
        number = session.number
        session.keep()
        if where == ADD:
            current = self._workspace.editor.current if self._workspace else ""
            session.edit_kit(_("Bring in"), lambda kit: with_blocks(kit, number, made, current))
        else:
            session.edit_kit(_("Bring in"), lambda kit: add_to(kit, number, made))
        first = next((each for each in made.kit.releases[0].blocks), None)
        if self._workspace is not None and first is not None and session.release.find(first.id):
            self._workspace.editor.go_to_block(first.id)

    # --- a paste into an empty kit

    def _changed(self, told: Changed) -> None:
        workspace = self._workspace
        if workspace is None or told.before is None or told.cause == "saved":
            return
        self._drop_offer()  # whatever changed, the paste is not what undo takes back
        pasted = len(told.after.blocks) - len(told.before.blocks) >= 2
        if pasted and not told.before.word_count() and told.after.word_count() >= _ENOUGH:
            mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
            if mime is None or not _is_of(
                mime.text() or mime.html(), told.after
            ):  # it was dropped, or is of the library
                return
            self._offer = Offer(workspace, mime.html(), mime.text())
            self._offer.wanted.clicked.connect(self._take_offer)
            self._offer.show()

    def _take_offer(self) -> None:
        if self._offer is None or self._workspace is None:
            return
        html, text = self._offer.html, self._offer.text
        self._workspace.session.undo()  # the paste, and with it the offer
        self._drop_offer()
        self._read_pasted(html, text)

    def _drop_offer(self) -> None:
        if self._offer is not None:
            self._offer.hide()
            self._offer.deleteLater()
            self._offer = None


def _is_of(text: str, release: Release) -> bool:
    """Whether a release has its first words from a text."""
    first = next((words for block in release.blocks for words in block.letters() if words.strip()), "")
    return _letters(" ".join(first.split()[:_FIRST])) in _letters(text)


def _letters(text: str) -> str:
    """Letters and digits alone: a paste has marks of the language's own."""
    return "".join(filter(str.isalnum, text))


class Offer(QFrame):
    """Asks, at the head of the cards, whether what was pasted is a release. It goes out of sight by itself.
    html, text: what was pasted, since something else may be copied meanwhile."""

    def __init__(self, workspace: Workspace, html: str, text: str) -> None:
        super().__init__(workspace.editor)
        self.html, self.text = html, text
        self.setObjectName("intakeOffer")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.addWidget(QLabel(_("Is this a whole release? Headline, quotes and contacts can be recognized.")))
        self.wanted = QPushButton(_("Look it over…"))
        self.wanted.setObjectName("intakeWanted")
        self.wanted.setProperty("primary", True)
        leave = QPushButton(_("No"))
        leave.setObjectName("intakeUnwanted")
        leave.clicked.connect(self.hide)
        row.addWidget(self.wanted)
        row.addWidget(leave)
        self.adjustSize()
        self.move(max((workspace.editor.width() - self.width()) // 2, 4), 10)
        QTimer.singleShot(_SHOWN_FOR, self, self.hide)
