"""Words of a PDF that nobody sees are found, however they were hidden; words that are seen are not."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from presskit.verify import pdf_seen, report
from presskit.verify.internal import Internal

Draw = Callable[[Canvas], object]


def drawn(draw: Draw, *, turned: int = 0) -> bytes:
    """A page of another program: a line that is seen, and what `draw` puts there."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(612, 792))
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 700, "The council has voted.")
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return changed(stream.getvalue(), "/Rotate", turned)


def changed(data: bytes, name: str, value: object) -> bytes:
    """The file with an entry of its page set."""
    with pikepdf.open(io.BytesIO(data)) as document:
        document.pages[0].obj[name] = value
        stream = io.BytesIO()
        document.save(stream)
    return stream.getvalue()


def secret(canvas: Canvas, words: str = "secret words") -> None:
    canvas.drawString(72, 600, words)


def paint(canvas: Canvas, *colour: float) -> None:
    canvas.setFillColorRGB(*colour)
    canvas.rect(60, 590, 300, 30, stroke=0, fill=1)


def white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    secret(canvas)


def nearly_white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.98, 0.98, 1)
    secret(canvas)


def white_over_words(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 700, "secret words")


def dark_on_dark(canvas: Canvas) -> None:
    paint(canvas, 0.1, 0.2, 0.4)
    secret(canvas)


def tiny(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 0.5)
    secret(canvas)


def made_tiny(canvas: Canvas) -> None:
    canvas.scale(0.05, 0.05)
    secret(canvas)


def transparent(canvas: Canvas) -> None:
    canvas.setFillAlpha(0)
    secret(canvas)


def white_in_a_form(canvas: Canvas) -> None:
    canvas.beginForm("form")
    white(canvas)
    canvas.endForm()
    canvas.translate(20, 30)
    canvas.doForm("form")


def blackened(canvas: Canvas) -> None:
    secret(canvas)
    paint(canvas, 0, 0, 0)


def blackened_with_a_label(canvas: Canvas) -> None:
    blackened(canvas)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(80, 600, "REDACTED")


def painted_over_and_corrected(canvas: Canvas) -> None:
    secret(canvas)
    paint(canvas, 1, 1, 1)
    canvas.setFillColorRGB(0, 0, 0)
    secret(canvas, "other words!")


def clipped(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(0, 0, 10, 10)
    canvas.clipPath(path, stroke=0)
    secret(canvas)


def beside(canvas: Canvas) -> None:
    canvas.drawString(900, 600, "secret words")


def below(canvas: Canvas) -> None:
    canvas.drawString(72, -40, "secret words")


HIDDEN: tuple[tuple[Draw, str], ...] = (
    (white, "faint-text"),
    (nearly_white, "faint-text"),
    (white_over_words, "faint-text"),
    (tiny, "faint-text"),
    (made_tiny, "faint-text"),
    (transparent, "faint-text"),
    (white_in_a_form, "faint-text"),
    (blackened, "covered"),
    (blackened_with_a_label, "covered"),
    (painted_over_and_corrected, "covered"),
    (clipped, "covered"),
    (beside, "outside"),
    (below, "outside"),
)


@pytest.mark.parametrize("turned", [0, 90])
@pytest.mark.parametrize(("draw", "why"), HIDDEN, ids=[draw.__name__ for draw, _why in HIDDEN])
def test_words_that_nobody_sees_are_found(draw: Draw, why: str, turned: int) -> None:
    assert pdf_seen.unseen(drawn(draw, turned=turned)) == ([(why, "secret words")], True)


def test_the_report_names_them() -> None:
    found = {finding.kind: finding for finding in report.read(drawn(blackened), "a.pdf", Internal()).findings}
    assert found["covered"].what == "“secret words”"
    assert found["covered"].severity == "stop"
    assert "not-all" not in found


def white_on_dark(canvas: Canvas) -> None:
    paint(canvas, 0.1, 0.2, 0.4)
    canvas.setFillColorRGB(1, 1, 1)
    secret(canvas)


def light_grey(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.85, 0.85, 0.85)
    secret(canvas)


def fine_print(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 4)
    secret(canvas)


def stops_and_spaces(canvas: Canvas) -> None:
    secret(canvas, ". , ' -")
    canvas.drawString(72, 580, "   ")


def doubled(canvas: Canvas) -> None:
    for shift in (0, 0, 0.3):
        canvas.drawString(72 + shift, 600, "bold by being drawn again")


def in_a_turned_form(canvas: Canvas) -> None:
    canvas.beginForm("form")
    canvas.drawString(0, 0, "words in a form")
    canvas.endForm()
    canvas.translate(300, 300)
    canvas.rotate(30)
    canvas.doForm("form")


def over_a_picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "#204060")), 0, 0, 612, 650)
    canvas.setFillColorRGB(1, 1, 1)
    secret(canvas)


@pytest.mark.parametrize(
    "draw",
    [white_on_dark, light_grey, fine_print, stops_and_spaces, doubled, in_a_turned_form, over_a_picture],
)
def test_words_that_are_seen_are_not_told_of(draw: Draw) -> None:
    assert pdf_seen.unseen(drawn(draw)) == ([], True)


def test_what_a_machine_read_in_a_scan_is_no_secret() -> None:
    def scan(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "#eee")), 0, 0, 612, 792)

    assert pdf_seen.unseen(drawn(scan)) == ([("faint-text", "The council has voted.")], True)


def test_what_the_page_is_cut_to_counts() -> None:
    data = changed(drawn(secret), "/CropBox", pikepdf.Array([0, 650, 612, 792]))
    assert pdf_seen.unseen(data) == ([("outside", "secret words")], True)


def test_only_so_many_pages_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_seen, "_MOST_PAGES", 0)
    assert pdf_seen.unseen(drawn(white)) == ([], False)
    monkeypatch.undo()
    monkeypatch.setattr(pdf_seen, "_MOST_SECONDS", -1)
    assert pdf_seen.unseen(drawn(white)) == ([], False)


def test_of_what_cannot_be_drawn_nothing_is_known() -> None:
    assert pdf_seen.unseen(b"%PDF-1.7 no more") == ([], False)
