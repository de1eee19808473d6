"""The formats there are. A writer's module is loaded when it is first used: its libraries are heavy."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, cast

from presskit.flow import Sheet
from presskit.i18n import N_
from presskit.model.brand import Look


class Format(NamedTuple):
    """A format: `module` has `write(sheet, look) -> bytes`. internal: it is given a ReviewSheet, which has
    what stays in the house."""

    id: str
    label: str
    suffix: str
    module: str
    internal: bool = False

    def write(self, sheet: Sheet, look: Look) -> bytes:
        """The sheet as the bytes of a file."""
        writer = cast(Callable[[Sheet, Look], bytes], import_module(self.module).write)
        return writer(sheet, look)


FORMATS = (
    Format("docx", N_("Word document"), ".docx", "presskit.export.to_docx"),
    Format("pdf", N_("PDF"), ".pdf", "presskit.export.to_pdf"),
    Format("text", N_("Plain text"), ".txt", "presskit.export.to_text"),
    Format(
        "review",
        N_("Word document for colleagues, with notes"),
        ".review.docx",
        "presskit.export.to_docx",
        internal=True,
    ),
    Format(
        "draft",
        N_("PDF for colleagues, marked as a draft"),
        ".draft.pdf",
        "presskit.export.to_pdf",
        internal=True,
    ),
    Format("pdf-word", N_("PDF with the Word document inside"), ".word.pdf", "presskit.export.to_pdf_word"),
    Format("photos", N_("Photos with caption and credit"), "-photos.zip", "presskit.export.to_photos"),
)


def format_named(name: str) -> Format | None:
    """The format of that id."""
    return next((each for each in FORMATS if each.id == name), None)
