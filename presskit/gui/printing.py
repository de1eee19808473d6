"""Printing: the very pages of the PDF export, drawn for the printer one by one beside the window's thread."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtWidgets import QMainWindow, QProgressDialog

from presskit.gui import filing
from presskit.gui.lane import Lane
from presskit.gui.library.clearing import Cleared, Clearing
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.model.kit import Kit
from presskit.pages import Drawing, Pages, Patch, draw_patches, page_pixels, preview_pages
from presskit.settings import Settings

if TYPE_CHECKING:  # loaded when somebody prints
    from PySide6.QtPrintSupport import QPrinter

_FINEST = 300  # dots an inch: a Letter page takes 33 MB then


class Owner(Protocol):
    """What is needed of the window."""

    settings: Settings
    lane: Lane


class Printing:
    """The command that prints the release that is shown."""

    def __init__(self, window: QMainWindow, owner: Owner, clearing: Clearing) -> None:
        self._window, self._owner, self._clearing = window, owner, clearing
        self._workspace: Workspace | None = None
        self._job: _Job | None = None

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        self._workspace = workspace
        workspace.parted.connect(self._leave)

    def _leave(self) -> None:
        self._workspace = None

    def print_pages(self) -> None:
        """Sets the pages, asks for a printer, and prints."""
        if self._workspace is None or (self._job and self._job.is_on):
            return
        from PySide6.QtPrintSupport import QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            told = _("No printer was found. Nothing was printed; export a PDF instead, and print that.")
            filing.tell(self._window, _("Print"), told)
            return
        session = self._workspace.session
        kit, number = session.kit, session.number
        self._clearing.ask(kit, number, lambda found: self._cleared(found, kit, number))

    def _cleared(self, found: Cleared, kit: Kit, number: int) -> None:
        """Goes on, unless somebody in the release did not agree to it."""
        if found.objections:
            reasons = " ".join(each.words for each in found.objections)
            told = _("Nothing was printed. {reasons}").format(reasons=reasons)
            go = filing.ask(
                self._window, _("Print"), told, ("go", _("Go to the block")), ("close", _("Close"))
            )
            if go == "go" and self._workspace is not None:
                self._workspace.editor.go_to_block(found.objections[0].block)
            return
        if found.unknown:
            answers = (("print", _("Print all the same")), ("close", _("Cancel")))
            go = filing.ask(self._window, _("Print"), found.unknown, *answers)
            if go != "print":
                return
        fonts = self._owner.settings.system_fonts
        self._owner.lane.queue(
            lambda: preview_pages(kit, number, 1.0, lambda _count, _size: (), None, system_fonts=fonts),
            self._begin,
        )

    def _begin(self, pages: Pages | Exception) -> None:
        problem = str(pages) if isinstance(pages, Exception) else pages.problem
        if problem or isinstance(pages, Exception):
            told = _("Nothing was printed. {why}").format(why=problem)
            filing.tell(self._window, _("Print"), told)
            return
        from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QSizeF(*pages.size), QPageSize.Unit.Point))
        printer.setFullPage(True)
        if self.ask(printer, pages.count):
            self._job = _Job(self._window, self._owner.lane, printer, pages)
            self._job.begin()

    def ask(self, printer: "QPrinter", count: int) -> bool:
        """Asks which printer, which pages and how many copies; whether to go on."""
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(printer, self._window)
        dialog.setMinMax(1, count)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        agreed = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return agreed


class _Job:
    """Pages on their way to a printer."""

    def __init__(self, window: QMainWindow, lane: Lane, printer: "QPrinter", pages: Pages) -> None:
        self._window, self._lane, self._printer, self._pages = window, lane, printer, pages
        self._left = _wanted(printer, pages.count)
        self._scale = min(printer.resolution(), _FINEST) / 72
        self._painter = QPainter()
        self._progress = QProgressDialog(_("Printing…"), _("Cancel"), 0, len(self._left), window)
        self._progress.setWindowModality(Qt.WindowModality.WindowModal)
        self._progress.setMinimumDuration(400)
        self.is_on = False

    def begin(self) -> None:
        """Prints the first page, and the others after it."""
        if not self._painter.begin(self._printer):
            self._progress.deleteLater()
            told = _("The printer cannot be used. Nothing was printed; export a PDF instead, and print that.")
            filing.tell(self._window, _("Print"), told)
            return
        self.is_on = True
        self._draw()

    def _draw(self) -> None:
        """Asks for the next page; the same page again, for a further copy, is drawn again."""
        width, height = page_pixels(self._pages.size, self._scale)
        patch = Patch(self._left[0], 0, 0, width, height)
        data, scale = self._pages.data, self._scale
        self._lane.queue(lambda: draw_patches(data, scale, [patch])[patch], self._drawn)

    def _drawn(self, drawn: Drawing | Exception) -> None:
        if isinstance(drawn, Exception) or self._progress.wasCanceled():
            self._printer.abort()
            self._end()
            if isinstance(drawn, Exception):
                told = _("Printing stopped. {why}").format(why=drawn)
                filing.tell(self._window, _("Print"), told)
            return
        form = QImage.Format.Format_RGB32
        image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, form)
        paper = QRectF(self._painter.viewport())
        size = QSizeF(image.size()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        there = QRectF(paper.topLeft(), size)
        there.moveCenter(paper.center())
        self._painter.drawImage(there, image)
        self._left.pop(0)
        self._progress.setValue(self._progress.maximum() - len(self._left))
        if self._left:
            self._printer.newPage()
            self._draw()
        else:
            self._end()

    def _end(self) -> None:
        self.is_on = False
        self._painter.end()
        self._progress.deleteLater()


def _wanted(printer: "QPrinter", count: int) -> list[int]:
    """The pages to print, from 0, each as often as the printer does not see to it itself."""
    first = printer.fromPage() or 1
    last = printer.toPage() or count
    pages = list(range(first - 1, min(last, count)))
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _copy in range(copies)]
