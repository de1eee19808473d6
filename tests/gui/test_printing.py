"""The pages of the export reach the printer; what goes wrong is told plainly."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from presskit.gui.printing import Printing
from tests.gui.conftest import Hand


@pytest.fixture
def page(hand: Hand) -> Hand:
    """Two pages."""
    hand.click(hand.find("new-blank"))
    hand.write("Library opens on Sundays")
    hand.key(Qt.Key.Key_Return)
    hand.paste("The library opens on Sundays and everybody is glad of it. " * 120)
    return hand


@pytest.mark.parametrize(("first", "last", "sheets"), [(0, 0, 2), (2, 2, 1)])
def test_pages_reach_the_printer(
    page: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: int, last: int, sheets: int
) -> None:
    there = tmp_path / "printed.pdf"

    def ask(_self: Printing, printer: QPrinter, count: int) -> bool:
        assert count == 2
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(there))
        printer.setFromTo(first, last)
        return True

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Printer"])
    monkeypatch.setattr(Printing, "ask", ask)
    page.ctrl(Qt.Key.Key_P)
    job = page.window.printing
    page.until(lambda: job._job is not None and not job._job.is_on)
    printed = PdfDocument(there)
    assert len(printed) == sheets
    assert printed[0].get_size() == pytest.approx((612, 792), abs=1)
    assert min(bytes(printed[0].render(scale=0.5, grayscale=True).buffer)) < 200  # there is ink
    printed.close()


def test_without_a_printer_it_says_what_to_do(page: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    heard: list[str] = []

    def read(box: object) -> None:
        heard.append(box.text())  # type: ignore[attr-defined]
        box.accept()  # type: ignore[attr-defined]

    page.in_dialog(read)
    page.ctrl(Qt.Key.Key_P)
    assert "export a PDF" in heard[0]
