"""Pictures that cannot be shown: each format says of them the same, and what to do."""

import struct
import zlib

import pytest
from msgspec.structs import replace

from presskit.blocks.photo import Photo
from presskit.export import format_named
from presskit.export.errors import ExportProblem
from presskit.exporting import export_bytes
from presskit.model.kit import Asset
from tests.examples import kit_of
from tests.kits import png


def vast() -> bytes:
    """A PNG that says it is 20,000 pixels wide and as high, in a few bytes."""
    data = png()
    header = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 0, 0, 0, 0)
    check = struct.pack(">I", zlib.crc32(b"IHDR" + header))
    return data[:16] + header + check + data[33:]


@pytest.mark.parametrize("name", ["docx", "pdf", "photos", "review", "pdf-word"])
@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\njunk", "The picture “The river” cannot be read. Put another file in its place"),
        (vast(), "The picture “The river” has too many pixels. Put a smaller copy in its place"),
    ],
    ids=["broken", "vast"],
)
def test_every_format_says_the_same_of_it(name: str, data: bytes, says: str) -> None:
    picture = Asset.of(data)
    kit = replace(kit_of(Photo(id="photo001", name=picture.name, alt="The river")), pictures=(picture,))
    kind = format_named(name)
    assert kind
    with pytest.raises(ExportProblem) as caught:
        export_bytes(kit, 0, kind)
    assert caught.value.sentence == f"{says}, and try again."
