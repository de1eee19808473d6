"""Sheet -> PDF with the Word file inside, for who archives the one and works with the other (PDF/A-3a)."""

from presskit.export import to_docx, to_pdf
from presskit.export.pdf_metadata import Attached
from presskit.flow import Sheet
from presskit.i18n import N_, in_language
from presskit.model.brand import Look
from presskit.text.slug import slug

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def write(sheet: Sheet, look: Look) -> bytes:
    """The PDF as `to_pdf` writes it and in it what `to_docx` writes; raises ExportProblem as they do."""
    name = (slug(sheet.title) or "release") + ".docx"
    told = in_language(sheet.language, N_("The release as a Word document"))
    word = Attached(name, _WORD, to_docx.write(sheet, look), told)
    return to_pdf.write(sheet, look, [word])
