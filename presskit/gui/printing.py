"""Printing: the pages that export would write, drawn as sharply as the printer can show."""

from typing import Any, Protocol

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QProgressDialog, QWidget

from presskit.gui import filing
from presskit.gui.lane import Lane
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.model.kit import Kit
from presskit.pages import Drawing, Pages, Patch, draw_patches, page_pixels, preview_pages
from presskit.settings import Settings

_SHARPEST = 300  # dots an inch: more takes four times the memory, and nobody sees it


class Owner(Protocol):
    """What is needed of the window."""

    lane: Lane
    settings: Settings

    def window(self) -> QWidget:
        """The window itself."""


class Printing:
    """The print command."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._workspace: Workspace | None = None
        self.job: PrintJob | None = None

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        self._workspace = workspace

    def print_pages(self) -> None:
        """Asks for the printer and prints."""
        if self._workspace is None or (self.job and self.job.goes_on):
            return
        session = self._workspace.session
        kit, number, fonts = session.kit, session.number, self._owner.settings.system_fonts
        self._owner.lane.queue(
            lambda: preview_pages(kit, number, 1.0, lambda _count, _size: (), None, system_fonts=fonts),
            lambda found: self._ask(kit, number, found),
        )

    def _ask(self, kit: Kit, number: int, found: Pages | Exception) -> None:
        window = self._owner.window()
        if isinstance(found, Exception) or found.problem:
            why = found.problem if isinstance(found, Pages) else str(found)
            filing.tell(window, _("Nothing was printed"), why)
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # loaded when somebody prints

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(kit.releases[number].title() or _("Press release"))
        printer.setPageSize(QPageSize(QSizeF(*found.size), QPageSize.Unit.Point))
        printer.setFullPage(True)
        printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
        dialog = QPrintDialog(printer, window)
        dialog.setWindowTitle(_("Print"))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, found.count)
        dialog.setFromTo(1, found.count)
        if dialog.exec():
            ranged = dialog.printRange() == QPrintDialog.PrintRange.PageRange
            first, last = (dialog.fromPage(), dialog.toPage()) if ranged else (1, found.count)
            pages = list(range(max(first, 1) - 1, min(last or found.count, found.count)))
            self.job = PrintJob(window, self._owner.lane, printer, found, pages)
            self.job.begin()
        dialog.deleteLater()


class PrintJob:
    """Draws page after page, each in the lane, and can be stopped between two."""

    def __init__(self, window: QWidget, lane: Lane, printer: Any, found: Pages, pages: list[int]) -> None:
        self._window, self._lane, self._printer = window, lane, printer
        self._known = found
        self._pages, self._at = pages, 0
        self._painter = QPainter()
        self.goes_on = False
        self._progress = QProgressDialog(window)
        self._progress.setWindowTitle(_("Print"))
        self._progress.setCancelButtonText(_("Cancel"))
        self._progress.setWindowModality(Qt.WindowModality.WindowModal)
        self._progress.setRange(0, len(pages))
        self._progress.setMinimumDuration(300)

    def begin(self) -> None:
        """Starts the printer."""
        if not self._pages or not self._painter.begin(self._printer):
            self._progress.deleteLater()
            filing.tell(
                self._window,
                _("Nothing was printed"),
                _("The printer did not start. See whether it is on, or export a PDF and print that."),
            )
            return
        self.goes_on = True
        self._next()

    def _next(self) -> None:
        if self._progress.wasCanceled():
            self._printer.abort()
            self._end()
            return
        if self._at == len(self._pages):
            self._end()
            return
        self._progress.setLabelText(
            _("Printing page {page} of {count} …").format(page=self._at + 1, count=len(self._pages))
        )
        self._progress.setValue(self._at)
        data, scale = self._known.data, min(self._printer.resolution(), _SHARPEST) / 72
        whole = Patch(self._pages[self._at], 0, 0, *page_pixels(self._known.size, scale))
        self._lane.queue(lambda: draw_patches(data, scale, (whole,))[whole], self._drawn)

    def _drawn(self, drawn: Drawing | Exception) -> None:
        if isinstance(drawn, Exception):
            self._printer.abort()
            self._end()
            why = _("A page could not be drawn: {why}").format(why=drawn)
            filing.tell(self._window, _("Not all was printed"), why)
            return
        if self._at and not self._printer.newPage():
            self._end()
            filing.tell(self._window, _("Not all was printed"), _("The printer takes no more pages."))
            return
        image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
        dots = self._printer.resolution() / 72
        width, height = self._known.size
        self._painter.drawImage(QRectF(0, 0, width * dots, height * dots), image)
        self._at += 1
        self._next()

    def _end(self) -> None:
        self._painter.end()
        self._progress.reset()
        self._progress.deleteLater()
        self.goes_on = False
