"""Sheet -> copies of its photos as picture desks want them: full size, upright, caption and credit inside."""

import io
import zipfile

from presskit.export.errors import ExportProblem, unusable
from presskit.export.picture_words import called, words_of
from presskit.flow import Picture, Sheet
from presskit.i18n import _
from presskit.model.brand import Look
from presskit.pictures import notes, pixels
from presskit.pictures.notes import Notes
from presskit.pictures.parts import Parts, join
from presskit.text.slug import slug

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say; it tells nobody when
_SUFFIXES = {"JPEG": "jpg", "PNG": "png"}


def write(sheet: Sheet, _look: Look) -> bytes:
    """A zip of the photos and of `captions.txt`; equal sheets give equal bytes.

    Each copy is bare of what its camera noted (place among it) and carries caption, credit and description
    as IPTC and XMP. Raises ExportProblem when there is no photo, or one cannot be read.
    """
    shown = dict.fromkeys(
        (shape.name, words_of(shape, sheet), called(shape))
        for shape in sheet.shapes
        if isinstance(shape, Picture) and shape.role == "photo" and shape.name in sheet.pictures
    )
    if not shown:
        raise ExportProblem(
            _("There are no photos in this release to copy. Add one, or export without copies of photos.")
        )
    copies: list[tuple[str, bytes]] = []
    told: list[str] = []
    for number, (key, about, named) in enumerate(shown, 1):
        parts = _copy(sheet.pictures[key], named)
        place = str(number).zfill(len(str(len(shown))))  # so that names sort as the release has them
        name = _file_name(sheet.title, place, about.caption, _SUFFIXES[parts.form])
        copies.append((name, join(parts, notes.written(about, parts.form))))
        told.append(_entry(name, about))
    head = "".join(f"{line}\n" for line in (sheet.title.strip(), sheet.issuer.strip(), sheet.subject) if line)
    captions = "\n".join((*([head] if head else []), *told))
    return _zipped([*copies, ("captions.txt", captions.encode("utf-8", "replace"))])


def _copy(data: bytes, named: str) -> Parts:
    try:
        return pixels.whole(data)
    except pixels.Unreadable as problem:
        raise unusable(named, problem) from problem


def _entry(name: str, about: Notes) -> str:
    """What the list says of a photo, by the names that picture desks use in any language (IPTC)."""
    fields = (("Caption", about.caption), ("Credit", about.credit), ("Alt text", about.alt))
    return "".join([f"{name}\n", *(f"{field}: {text}\n" for field, text in fields if text)])


def _file_name(title: str, place: str, caption: str, suffix: str) -> str:
    """Such as "river-towns-sign-pact-1-mayor-brandt.jpg": letters that no system changes on the way."""
    parts = (slug(title) or "photo", place, slug(caption))
    return "-".join(part for part in parts if part) + "." + suffix


def _zipped(files: list[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3  # the same on every machine
            entry.external_attr = 0o644 << 16  # a file that its reader may open
            package.writestr(entry, content)
    return stream.getvalue()
