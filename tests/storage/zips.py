"""Zips that are almost kits."""

import io
import zipfile
from pathlib import Path

import pytest

from presskit.model.kit import Kit
from presskit.storage.codec import encode
from presskit.storage.container import MIMETYPE, unpack
from presskit.storage.errors import FileProblem

HERE = Path("vote.presskit")


def entries_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def zipped(entries: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return stream.getvalue()


def kit_with(**changes: bytes | None) -> bytes:
    """The zip of a small kit with some entries changed, added, or taken out; "_" stands for "/"."""
    entries: dict[str, bytes | None] = {"mimetype": MIMETYPE.encode(), "kit.json": encode(Kit())}
    entries |= {name.replace("__", "/"): data for name, data in changes.items()}
    return zipped({name: data for name, data in entries.items() if data is not None})


def patched(data: bytes, name: bytes, local: dict[int, bytes], central: dict[int, bytes]) -> bytes:
    """The zip with bytes of one entry's headers overwritten, at offsets from the start of each header."""
    found = bytearray(data)
    for signature, fixed, changes in ((b"PK\x03\x04", 30, local), (b"PK\x01\x02", 46, central)):
        at = -1
        while (at := data.find(signature, at + 1)) >= 0:
            if data[at + fixed :].startswith(name):
                for offset, value in changes.items():
                    found[at + offset : at + offset + len(value)] = value
    return bytes(found)


def problem(kind: type[FileProblem], data: bytes) -> str:
    with pytest.raises(kind) as caught:
        unpack(data, HERE)
    assert type(caught.value) is kind
    sentence = caught.value.sentence
    assert "vote.presskit" in sentence
    assert sentence.endswith(".")
    assert ". " not in sentence
    return sentence
