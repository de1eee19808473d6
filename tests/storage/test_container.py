"""The zip: what is written can be read back, and nothing that is read is believed."""

import contextlib
import hashlib
import io
import random
import stat
import struct
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.model.kit import Asset, Kit
from presskit.model.release import Release
from presskit.storage import container
from presskit.storage.codec import encode
from presskit.storage.container import MAX_ENTRIES, MEGABYTE, pack, unpack
from presskit.storage.errors import Damaged, FileProblem, NewerFormat, NotAKit, PicturesLeftOut, TooLarge
from presskit.text.runs import rich
from tests.kits import full_kit, kits, png
from tests.storage.zips import HERE, entries_of, kit_with, patched, problem, zipped

LINK = struct.pack("<I", (stat.S_IFLNK | 0o777) << 16)


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
    script = """
        import sys
        from pathlib import Path
        from presskit.storage.container import pack
        from tests.kits import full_kit
        sys.stdout.buffer.write(pack(full_kit(), Path("x")))
    """
    there = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
    ).stdout
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
    monkeypatch.setattr(container, "KIT", container.KIT._replace(max_entries=3))
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
        (zipped({"mimetype": b"application/vnd", "META-INF/manifest.xml": b""}), "an OpenDocument file"),
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
        except FileProblem:
            continue
        assert contents.kit.releases == kit.releases
        assert contents.problem is not None or set(contents.kit.pictures) <= set(kit.pictures)


@given(st.binary(max_size=200))
@example(b"PK\x03\x04" + b"PK\x05\x06" + b"\0" * 18)
@example(b"PK\x03\x04" + b"PK\x05\x06" + b"\x01\0" * 9)
def test_no_bytes_do_worse_than_a_sentence(data: bytes) -> None:
    for each in (data, b"PK\x03\x04" + data, kit_with()[:-30] + data):
        with contextlib.suppress(FileProblem):
            unpack(each, HERE)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (kit_with(**{"kit.json": None}), "its record “kit.json” is missing"),
        (kit_with(**{"kit.json": b""}), "not JSON"),
        (kit_with(**{"kit.json": b'{"format": 1, "releases": 5}'}), "releases should be a list"),
        (patched(kit_with(), b"kit.json", {6: b"\1\0"}, {8: b"\1\0"}), "locked with a password"),
        (patched(kit_with(), b"kit.json", {}, {38: LINK}), "“kit.json” in it is not a file"),
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
    evil = (
        "../../evil.txt",
        "/evil.txt",
        "assets/../../evil.txt",
        "C:\\evil.txt",
        "assets/",
        f"assets/{'0' * 63}.jpg",
    )
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
    assert contents.read_only  # two saves would take it out of the file and of its backup


def test_a_picture_that_nothing_is_said_about_goes_by_its_kind() -> None:
    photo = Asset.of(png())
    kit = Kit(releases=(Release(blocks=(Photo(id="a", name=photo.name),)),), pictures=(photo,))
    entries = entries_of(pack(kit, HERE)) | {f"assets/{photo.name}": b""}
    contents = unpack(zipped(entries), HERE)
    assert contents.kit == replace(kit, pictures=())
    assert contents.kit.releases[0].word_count() == 0
    assert not contents.kit.releases[0].blocks[0].is_empty()
    assert contents.problem is not None
    assert "“Photo”" in contents.problem.sentence


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


# What is newer


def test_a_newer_kit_is_shown_to_read_only() -> None:
    raw = msgspec.json.decode(encode(full_kit())) | {"format": 99, "made_by": "PressKit 9.1"}
    entries = entries_of(pack(full_kit(), HERE)) | {"kit.json": msgspec.json.encode(raw), "films/x.mp4": b"x"}
    contents = unpack(zipped(entries), HERE)
    assert contents.kit == full_kit()
    assert contents.read_only
    assert isinstance(contents.problem, NewerFormat)
    assert "PressKit 9.1" in contents.problem.sentence
