"""The zip: what is written can be read back, and nothing that is read is believed."""

import hashlib
import io
import random
import stat
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from presskit.blocks.paragraph import Paragraph
from presskit.model.kit import MAX_PICTURE_BYTES, Asset, Kit
from presskit.model.release import Release
from presskit.storage import container
from presskit.storage.codec import encode
from presskit.storage.container import MAX_ENTRIES, MEGABYTE, MIMETYPE, pack, unpack
from presskit.storage.errors import Damaged, FileProblem, NewerFormat, NotAKit, PicturesLeftOut, TooLarge
from presskit.text.runs import rich
from tests.kits import full_kit, kits, png

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


# What is written


@given(kits())
def test_any_kit_comes_back_with_its_pictures(kit: Kit) -> None:
    data = pack(kit, HERE)
    contents = unpack(data, HERE)
    assert contents.kit == kit
    assert contents.problem is None
    assert not contents.read_only
    assert pack(contents.kit, HERE) == data


def test_the_type_stands_first_and_plain() -> None:
    data = pack(full_kit(), HERE)
    assert data[:4] == b"PK\x03\x04"
    assert data[30:].startswith(b"mimetypeapplication/vnd.presskit+zipPK\x03\x04")
    assert struct.unpack_from("<HH", data, 26) == (len("mimetype"), 0)
    first, second, *rest = entries_of(data)
    assert (first, second) == ("mimetype", "kit.json")
    assert all(name.startswith("assets/") for name in rest)


def test_equal_kits_give_equal_bytes_in_another_process() -> None:
    there = subprocess.run(
        [sys.executable, "-c", "import sys; from pathlib import Path; from tests.kits import full_kit\n"
         "from presskit.storage.container import pack; sys.stdout.buffer.write(pack(full_kit(), Path('x')))"],
        capture_output=True, check=True, cwd=Path(__file__).parents[2],
    ).stdout  # fmt: skip
    assert there == pack(full_kit(), HERE)


def test_only_pictures_in_use_are_written_and_each_once() -> None:
    kit = full_kit()
    more = replace(kit, pictures=(*kit.pictures, kit.pictures[0], Asset.of(png(7))))
    assert pack(more, HERE) == pack(kit, HERE)


def test_text_that_packs_very_well_can_be_read_back() -> None:
    kit = Kit(releases=(Release(blocks=(Paragraph(id="a", text=rich("a" * 3 * MEGABYTE)),)),))
    assert unpack(pack(kit, HERE), HERE).kit == kit


def test_a_record_that_could_not_be_read_back_is_not_written() -> None:
    kit = Kit(notes="a" * 33 * MEGABYTE)
    with pytest.raises(TooLarge, match="could not be saved, because it holds more than 32 MB") as caught:
        pack(kit, HERE)
    assert "nothing on the disk was changed" in caught.value.sentence


def test_more_than_fits_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MAX_ENTRIES", 3)
    with pytest.raises(TooLarge, match="more than 3 files"):
        pack(full_kit(), HERE)
    monkeypatch.undo()
    monkeypatch.setattr(container, "MAX_FILE", 4096)
    with pytest.raises(TooLarge, match="MB"):
        pack(full_kit(), HERE)


# What is no kit


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "an old Word"),
        (b"{\\rtf1}", "a rich-text document"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (png(), "a picture"),
        (b"Hello", "a file of another kind"),
        (b"\0" * 1000, "a file of another kind"),
        (zipped({}), "an empty zip archive"),
        (zipped({"a.txt": b""}), "a zip archive"),
        (zipped({"kit.json": encode(Kit())}), "a zip archive"),
        (zipped({"[Content_Types].xml": b"", "word/document.xml": b"<w/>"}), "a Word document"),
        (zipped({"xl/workbook.xml": b""}), "an Excel workbook"),
        (zipped({"ppt/presentation.xml": b""}), "a PowerPoint presentation"),
        (zipped({"mimetype": b"application/epub+zip", "META-INF/container.xml": b""}), "an e-book"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": b""}), "an OpenDocument file"),
        (zipped({"mimetype": b"x" * 100_000}), "a zip archive"),
        (zipped({f"{number}.txt": b"" for number in range(MAX_ENTRIES + 1)}), "a zip archive"),
    ],
)  # fmt: skip
def test_a_file_of_another_kind_is_told_as_what_it_is(data: bytes, what: str) -> None:
    assert f"is not a press kit but {what}" in problem(NotAKit, data)


def test_a_real_word_document_is_told_as_one() -> None:
    docx = pytest.importorskip("docx")
    stream = io.BytesIO()
    docx.Document().save(stream)
    assert "a Word document" in problem(NotAKit, stream.getvalue())


# What is damaged


def test_an_empty_file_is_told() -> None:
    assert "is damaged, because it is empty" in problem(Damaged, b"")


def test_a_kit_cut_off_anywhere_is_told() -> None:
    data = pack(full_kit(), HERE)
    for length in range(1, len(data)):
        with pytest.raises(Damaged):
            unpack(data[:length], HERE)


@pytest.mark.parametrize("seed", range(5))
def test_a_changed_byte_is_found_or_harms_nothing(seed: int) -> None:
    kit = full_kit()
    data = pack(kit, HERE)
    dice = random.Random(seed)
    for _try in range(400):
        changed = bytearray(data)
        changed[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        try:
            contents = unpack(bytes(changed), HERE)
        except FileProblem as caught:
            assert caught.sentence
        else:
            assert contents.kit.releases == kit.releases
            assert contents.problem is not None or set(contents.kit.pictures) <= set(kit.pictures)


@given(st.binary(max_size=200))
@example(b"PK\x03\x04" + b"PK\x05\x06" + b"\0" * 18)
@example(b"PK\x03\x04" + b"PK\x05\x06" + b"\x01\0" * 9)
def test_no_bytes_do_worse_than_a_sentence(data: bytes) -> None:
    for each in (data, b"PK\x03\x04" + data, kit_with()[:-30] + data):
        try:
            unpack(each, HERE)
        except FileProblem as caught:
            assert caught.sentence  # noqa: PT017 - whether it is raised is not the point


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (kit_with(**{"kit.json": None}), "its record “kit.json” is missing"),
        (kit_with(**{"kit.json": b""}), "not JSON"),
        (kit_with(**{"kit.json": b'{"format": 1, "releases": 5}'}), "releases should be a list"),
        (patched(kit_with(), b"kit.json", {6: b"\1\0"}, {8: b"\1\0"}), "locked with a password"),
        (patched(kit_with(), b"kit.json", {}, {38: struct.pack("<I", (stat.S_IFLNK | 0o777) << 16)}), "“kit.json” in it is not a file"),
        (patched(kit_with(), b"kit.json", {8: b"\x0c\0"}, {10: b"\x0c\0"}), "packed in a way"),
        (patched(kit_with(), b"kit.json", {8: b"\x63\0"}, {10: b"\x63\0"}), "packed in a way"),
        (patched(kit_with(), b"kit.json", {}, {24: struct.pack("<I", 5)}), "cut off or was changed"),
        (patched(kit_with(), b"kit.json", {}, {24: struct.pack("<I", 5000)}), "cut off or was changed"),
        (patched(kit_with(), b"kit.json", {14: b"abcd"}, {16: b"abcd"}), "cut off or was changed"),
        (patched(kit_with(), b"kit.json", {30: b"../../xx"}, {}), "cut off or was changed"),
    ],
)  # fmt: skip
def test_what_is_wrong_within_a_kit_is_told(data: bytes, says: str) -> None:
    assert says in problem(Damaged, data)


def test_two_records_are_one_too_many() -> None:
    stream = io.BytesIO(kit_with())
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("kit.json", encode(Kit(notes="another")))
    assert "two files named “kit.json”" in problem(Damaged, stream.getvalue())


def test_other_names_are_neither_read_nor_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    evil = "../../evil.txt", "/evil.txt", "assets/../../evil.txt", "C:\\evil.txt", "assets/", f"assets/{'0' * 63}.jpg"
    contents = unpack(kit_with(**dict.fromkeys(evil, b"evil")), HERE)
    assert contents.kit == Kit()
    assert contents.problem is None
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == []


# Pictures


def spoilt(change: Callable[[dict[str, bytes], str], None]) -> tuple[Kit, container.Contents]:
    """The full kit, and what is read of it after `change` was made to the entry of its photo."""
    kit = full_kit()
    entries = entries_of(pack(kit, HERE))
    change(entries, f"assets/{kit.pictures[0].name}")
    return kit, unpack(zipped(entries), HERE)


def test_a_picture_that_is_not_what_its_name_says_is_left_out_and_told() -> None:
    kit, contents = spoilt(lambda entries, name: entries.update({name: png(1)}))
    assert contents.kit == replace(kit, pictures=kit.pictures[1:])
    assert isinstance(contents.problem, PicturesLeftOut)
    assert "“The river at dawn”" in contents.problem.sentence
    assert not contents.read_only


def test_a_missing_picture_is_missing_and_nothing_else() -> None:
    kit, contents = spoilt(lambda entries, name: entries.pop(name) and None)
    assert contents.kit == replace(kit, pictures=kit.pictures[1:])
    assert contents.problem is None


def test_a_file_that_only_its_name_makes_a_picture_is_left_out() -> None:
    data = b"MZ, a program"
    name = f"assets/{hashlib.sha256(data).hexdigest()}.jpg"
    _kit, contents = spoilt(lambda entries, _photo: entries.update({name: data}))
    assert isinstance(contents.problem, PicturesLeftOut)
    assert len(contents.kit.pictures) == 2


def test_a_picture_with_a_changed_byte_is_left_out() -> None:
    kit = full_kit()
    data = pack(kit, HERE)
    at = data.index(kit.pictures[1].data) + 20
    contents = unpack(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :], HERE)
    assert contents.kit.pictures == kit.pictures[:1]
    assert contents.problem is not None
    assert "“Logo”" in contents.problem.sentence


# What is too large


def test_a_bomb_in_the_record_is_not_unpacked() -> None:
    entries = {"mimetype": MIMETYPE.encode(), "kit.json": b" " * 20 * MEGABYTE}
    assert "grow more than 200 times" in problem(TooLarge, zipped(entries, zipfile.ZIP_DEFLATED))
    entries["kit.json"] = b" " * 40 * MEGABYTE
    assert "more than 32 MB" in problem(TooLarge, zipped(entries, zipfile.ZIP_DEFLATED))


@pytest.mark.parametrize("claimed", [100, 30 * MEGABYTE])
def test_a_bomb_that_lies_about_its_size_is_not_unpacked(claimed: int) -> None:
    import tracemalloc

    bomb = zlib.compress(b"\0" * 300 * MEGABYTE, 9)[2:-4]
    entries = {"mimetype": MIMETYPE.encode(), "kit.json": bomb}
    size = struct.pack("<I", claimed)
    lying = patched(
        zipped(entries), b"kit.json", {8: b"\x08\0", 22: size}, {10: b"\x08\0", 24: size}
    )
    tracemalloc.start()
    with pytest.raises((Damaged, TooLarge)):
        unpack(lying, HERE)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5 * MEGABYTE + 2 * len(lying)


def test_a_bomb_among_the_pictures_is_left_out() -> None:
    name = f"assets/{'0' * 64}.png"
    entries = {"mimetype": MIMETYPE.encode(), "kit.json": encode(Kit()), name: b"\0" * (MAX_PICTURE_BYTES + 1)}
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


def test_a_kit_of_very_many_entries_is_refused_before_they_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    data = kit_with(**{f"x{number}": b"" for number in range(MAX_ENTRIES + 1)})
    # What the directory's end says of its size is what zipfile goes by, so a lie about the count gains nothing.
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


# What is newer


def test_a_newer_kit_is_shown_to_read_only() -> None:
    raw = msgspec.json.decode(encode(full_kit())) | {"format": 2, "made_by": "PressKit 9.1"}
    entries = entries_of(pack(full_kit(), HERE)) | {"kit.json": msgspec.json.encode(raw), "films/x.mp4": b"x"}
    contents = unpack(zipped(entries), HERE)
    assert contents.kit == full_kit()
    assert contents.read_only
    assert isinstance(contents.problem, NewerFormat)
    assert "PressKit 9.1" in contents.problem.sentence
