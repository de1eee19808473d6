"""The empty Word file that a look and a language call for: small, so that it opens fast."""

import io
import zipfile
from functools import lru_cache

import msgspec
from docx.document import Document

from presskit.export import docx_fonts, docx_styles
from presskit.export.docx_styles import HEAD_GAP, STYLES, W, twips
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
    ("rId8", "theme", "theme/theme1.xml"),
)
_FIRST = ("rId9", "header", "header2.xml")  # of the first page of a draft
_HEAD_SPACE = 14.5  # points between the column and the running head with its line
_FOOT_SPACE = 22.0  # points between the column and what stands at its foot
_LEAST_EDGE = 18.0  # points from the edge of the paper, which few printers go nearer to
_TYPES = {f"/word/{file}": _WORD_TYPE.format(kind) for _, kind, file in _PARTS}
_FIRST_TYPE = {"/word/header2.xml": _WORD_TYPE.format("header")}
_TYPES["/word/document.xml"] = _WORD_TYPE.format("document.main")
_TYPES["/word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
_TYPES["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"


def _content_types(types: dict[str, str]) -> str:
    """[Content_Types].xml; `types`: the media type of each part that its ending does not tell."""
    endings = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "jpg": "image/jpeg",
        "png": "image/png",
    }
    inner = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in endings.items()
    )
    inner += "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items())
    return f'{_XML}<Types xmlns="{_PACKAGE}/content-types">{inner}</Types>'


def template(look: Look, language: str, *, inside: bool = False) -> bytes:
    """An empty document with the styles, page and numbering of a look. inside: it is for colleagues, with
    styles for what only they see, and a head of its own for the first page."""
    return _template(msgspec.json.encode((look, language, inside)))


@lru_cache(maxsize=16)
def _template(key: bytes) -> bytes:
    look, language, inside = msgspec.json.decode(key, type=tuple[Look, str, bool])
    parts = (*_PARTS, _FIRST) if inside else _PARTS
    files = {
        "[Content_Types].xml": _content_types(_TYPES | _FIRST_TYPE if inside else _TYPES),
        "_rels/.rels": _relationships(
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>',
        "word/document.xml": f"<w:document {_SPACES}><w:body>"
        f"{_section(look, language, inside=inside)}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(
            *((number, f"{_OFFICE}/{kind}", file) for number, kind, file in parts)
        ),
        "word/header1.xml": f"<w:hdr {_SPACES}/>",
        "word/footer1.xml": f"<w:ftr {_SPACES}/>",
        "word/footer2.xml": f"<w:ftr {_SPACES}/>",
        "word/styles.xml": docx_styles.styles(look, language, inside=inside),
        "word/settings.xml": docx_styles.settings(language),
        "word/fontTable.xml": docx_fonts.font_table(look, language, STYLES),
        "word/numbering.xml": docx_styles.numbering(look, language),
        "word/theme/theme1.xml": docx_fonts.theme(look, language),
    }
    if inside:
        files["word/header2.xml"] = f"<w:hdr {_SPACES}/>"
    contents = {name: text if text.startswith("<?xml") else _XML + text for name, text in files.items()}
    # Stored, not compressed: it is only ever read again.
    return _zipped({name: text.encode() for name, text in contents.items()}, zipfile.ZIP_STORED)


def _relationships(*each: tuple[str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{number}" Type="{kind}" Target="{target}"/>' for number, kind, target in each
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _section(look: Look, language: str, *, inside: bool) -> str:
    """The page. Its first one has no running head unless it is for colleagues, but the same foot as the
    others."""
    width, height = map(twips, look.size)
    top, right, bottom, left = map(twips, look.margins)
    running, more = look.style("running"), look.style("more")
    head = twips(max(look.margins[0] - _HEAD_SPACE - HEAD_GAP - running.leading, _LEAST_EDGE))
    foot = twips(max(look.margins[2] - _FOOT_SPACE - more.leading, _LEAST_EDGE))
    bidi = "<w:bidi/>" if is_right_to_left(language) else ""
    first = '<w:headerReference w:type="first" r:id="rId9"/>' * inside
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>{first}'
        '<w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId7"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="{head}" w:footer="{foot}" w:gutter="0"/><w:titlePg/>{bidi}</w:sectPr>'
    )


def save(document: Document) -> bytes:
    """The document as a file. Nothing in it says when: equal documents are equal files."""
    package = document.part.package
    assert package is not None
    parts = list(package.iter_parts())
    types = {str(part.partname): part.content_type for part in parts if part.partname.ext == "xml"}
    files = {"[Content_Types].xml": _content_types(types).encode(), "_rels/.rels": package.rels.xml}
    for part in parts:
        files[part.partname.membername] = part.blob
        if len(part.rels):
            files[part.partname.rels_uri.membername] = part.rels.xml
    return _zipped(files, zipfile.ZIP_DEFLATED)


def _zipped(files: dict[str, bytes], compression: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = compression
            entry.create_system = 3  # the same on every machine
            package.writestr(entry, content)
    return stream.getvalue()
