"""The zip: bombs and other things that are too large are refused before they do harm."""

import struct
import tracemalloc
import zipfile
import zlib

import pytest

from presskit.model.kit import MAX_PICTURE_BYTES, Kit
from presskit.storage import container
from presskit.storage.codec import encode
from presskit.storage.container import MAX_ENTRIES, MEGABYTE, MIMETYPE, unpack
from presskit.storage.errors import Damaged, PicturesLeftOut, TooLarge
from tests.storage.zips import HERE, kit_with, patched, problem, zipped

# What is too large


def test_a_bomb_in_the_record_is_not_unpacked() -> None:
    entries = {"mimetype": MIMETYPE.encode(), "kit.json": b" " * 20 * MEGABYTE}
    assert "grow more than 200 times" in problem(TooLarge, zipped(entries, zipfile.ZIP_DEFLATED))
    entries["kit.json"] = b" " * 40 * MEGABYTE
    assert "more than 32 MB" in problem(TooLarge, zipped(entries, zipfile.ZIP_DEFLATED))


@pytest.mark.parametrize("claimed", [100, 30 * MEGABYTE])
def test_a_bomb_that_lies_about_its_size_is_not_unpacked(claimed: int) -> None:
    bomb = zlib.compress(b"\0" * 300 * MEGABYTE, 9)[2:-4]
    entries = {"mimetype": MIMETYPE.encode(), "kit.json": bomb}
    size = struct.pack("<I", claimed)
    lying = patched(zipped(entries), b"kit.json", {8: b"\x08\0", 22: size}, {10: b"\x08\0", 24: size})
    tracemalloc.start()
    with pytest.raises((Damaged, TooLarge)):
        unpack(lying, HERE)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3 * MEGABYTE + 2.2 * claimed


def test_a_bomb_among_the_pictures_is_left_out() -> None:
    name = f"assets/{'0' * 64}.png"
    entries = {
        "mimetype": MIMETYPE.encode(),
        "kit.json": encode(Kit()),
        name: b"\0" * (MAX_PICTURE_BYTES + 1),
    }
    assert isinstance(unpack(zipped(entries), HERE).problem, PicturesLeftOut)
    assert isinstance(unpack(zipped(entries, zipfile.ZIP_DEFLATED), HERE).problem, PicturesLeftOut)


def test_many_pictures_that_are_too_much_together_are_refused() -> None:
    entries = {"mimetype": MIMETYPE.encode(), "kit.json": encode(Kit())}
    pictures = [f"assets/{number:064}.png" for number in range(9)]
    data = zipped(entries | dict.fromkeys(pictures, b"x"))
    for name in pictures:
        size = struct.pack("<I", MAX_PICTURE_BYTES)
        data = patched(data, name.encode(), {22: size}, {24: size})
    assert "more than 512 MB" in problem(TooLarge, data)


def test_a_kit_of_very_many_entries_is_refused_before_they_are_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = kit_with(**{f"x{number}": b"" for number in range(MAX_ENTRIES + 1)})
    # zipfile goes by the size of the directory, so a lie about the count must gain nothing.
    at = data.rindex(b"PK\x05\x06")
    names = {f"{number:0900}": b"" for number in range(MAX_ENTRIES + 100)}
    lying = kit_with(**names)
    end = lying.rindex(b"PK\x05\x06")
    lying = lying[: end + 8] + b"\1\0\1\0" + lying[end + 12 :]
    zip64 = data[:at] + b"PK\x06\x07" + b"\0" * 16 + data[at:]
    monkeypatch.setattr(container.zipfile, "ZipFile", None)
    for each in (data, lying, zip64):
        assert "more than 500 files" in problem(TooLarge, each)


def test_a_file_above_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MAX_FILE", 100)
    problem(TooLarge, kit_with())
