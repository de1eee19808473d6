"""The empty Word file that a look and a language call for: small, so that it opens fast."""

import io
import zipfile
from functools import lru_cache

import msgspec

from presskit.export import docx_styles as parts
from presskit.export.docx_styles import W, twips
from presskit.model.brand import Look
from presskit.text.typography import is_right_to_left

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: the earliest that a zip file can say, which is to say none."""

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
# Two kinds of reader take two kinds of field: see docx_page.py.
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wpi="http://schemas.microsoft.com/office/word/2010/wordprocessingInk"'
)
# (id, kind of relationship, file)
_PARTS = (
    ("rId1", "styles", "styles.xml"),
    ("rId2", "settings", "settings.xml"),
    ("rId3", "fontTable", "fontTable.xml"),
    ("rId4", "numbering", "numbering.xml"),
    ("rId5", "header", "header1.xml"),
    ("rId6", "footer", "footer1.xml"),
    ("rId7", "footer", "footer2.xml"),
)


def template(look: Look, language: str) -> bytes:
    """An empty document with the styles, page and numbering of a look."""
    return _template(msgspec.json.encode((look, language)))


@lru_cache(maxsize=16)
def _template(key: bytes) -> bytes:
    look, language = msgspec.json.decode(key, type=tuple[Look, str])
    types = "".join(
        f'<Override PartName="/word/{file}" ContentType="{_WORD_TYPE.format(kind)}"/>'
        for _, kind, file in (("", "document.main", "document.xml"), *_PARTS)
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": _relationships(
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>',
        "word/document.xml": f"<w:document {_SPACES}><w:body>{_section(look, language)}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(
            *((number, f"{_OFFICE}/{kind}", file) for number, kind, file in _PARTS)
        ),
        "word/header1.xml": f"<w:hdr {_SPACES}/>",
        "word/footer1.xml": f"<w:ftr {_SPACES}/>",
        "word/footer2.xml": f"<w:ftr {_SPACES}/>",
        "word/styles.xml": parts.styles(look, language),
        "word/settings.xml": parts.settings(language),
        "word/fontTable.xml": parts.font_table(look),
        "word/numbering.xml": parts.numbering(look),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:  # stored: it is only ever read again
        for name, text in files.items():
            content = text if text.startswith("<?xml") else _XML + text
            package.writestr(zipfile.ZipInfo(name, EPOCH), content.encode())
    return stream.getvalue()


def _relationships(*each: tuple[str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{number}" Type="{kind}" Target="{target}"/>' for number, kind, target in each
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _section(look: Look, language: str) -> str:
    """The page. Its first one has no running head, but the same foot as the others."""
    width, height = map(twips, look.size)
    top, right, bottom, left = map(twips, look.margins)
    bidi = "<w:bidi/>" if is_right_to_left(language) else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId7"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="{top // 2}" w:footer="{bottom // 2}" w:gutter="0"/><w:titlePg/>{bidi}</w:sectPr>'
    )


def timeless(package: bytes) -> bytes:
    """The same package with no dates in its directory, so that equal documents are equal files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            fresh = zipfile.ZipInfo(entry.filename, EPOCH)
            fresh.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fresh, old.read(entry))
    return stream.getvalue()
