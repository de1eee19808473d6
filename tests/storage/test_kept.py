"""The versions that are kept with a kit, in its file: whole, small, and never in the way of the kit."""

import contextlib
import datetime
import io
import json
import zipfile
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.blocks.unknown import Unknown
from presskit.model.kept import Kept
from presskit.model.kit import Asset, Kit
from presskit.model.release import Release
from presskit.storage import container
from presskit.storage.codec import encode
from presskit.storage.container import VERSIONS, pack, unpack
from presskit.storage.errors import Damaged, TooLarge, VersionsLeftOut, VersionUnreadable
from presskit.storage.kept import MAX_ENTRY, entry_of, frozen, pictures_of, read_entry, shared, thawed
from presskit.text.runs import rich
from tests.kits import full_kit, kits, png, under
from tests.storage.zips import HERE, entries_of, kit_with, patched

WHEN = datetime.datetime(2026, 11, 23, 14, 5, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)


def with_versions(kit: Kit, count: int = 3) -> Kit:
    """The kit with versions that each say one thing more."""
    found = []
    for number in range(count):
        more = Paragraph(id=f"more{number}", text=rich(f"Said {number}."))
        release = kit.releases[0].with_blocks((*kit.releases[0].blocks, more))
        found.append(frozen((release, *kit.releases[1:]), WHEN + number * MINUTE, "Sent" if number else ""))
    return replace(kit, kept=tuple(found))


@given(kits())
def test_any_kit_can_be_kept_and_comes_back_as_it_was(kit: Kit) -> None:
    version = frozen(kit.releases, WHEN, "As it was")
    assert thawed(version) == kit.releases
    with_it = replace(kit, kept=(version,))
    data = pack(with_it, HERE)
    back = unpack(data, HERE)
    assert back.kit == with_it
    assert back.problem is None
    assert pack(back.kit, HERE) == data
    assert encode(with_it) == encode(kit)


def test_each_block_is_written_once_and_held_once() -> None:
    kit = with_versions(full_kit(), 50)
    entry = entry_of(kit.kept)
    assert entry.count(b"We will build it.") == 1
    back = unpack(pack(kit, HERE), HERE).kit.kept
    assert back == kit.kept
    first, last = back[0].releases[0], back[-1].releases[0]
    assert all(one is other for one, other in zip(first[:-1], last[:-1], strict=True))
    again = shared(frozen(thawed(back[0]), WHEN), back)
    assert all(one is other for one, other in zip(again.releases[0], first, strict=True))


def test_what_a_newer_version_wrote_stays_in_a_version() -> None:
    unknown = under(Unknown(content={"kind": "later", "list": [1, {"ä": None}]}), "later001")
    release = Release(blocks=(unknown,))
    kit = Kit(kept=(frozen((release,), WHEN),))
    back = unpack(pack(kit, HERE), HERE).kit
    assert thawed(back.kept[0]) == (release,)


def test_a_version_of_an_older_format_is_brought_up_to_date() -> None:
    old = Kept(when=WHEN, format=4, releases=((b'{"status":"approved"}', b'{"kind":"paragraph","id":"a"}'),))
    (release,) = thawed(old)
    assert release.status == "cleared"
    assert release.blocks == (Paragraph(id="a"),)


def test_a_picture_that_only_a_version_shows_stays_in_the_file() -> None:
    old, now, loose = Asset.of(png(1)), Asset.of(png(2)), Asset.of(png(3))
    was = Release(blocks=(Photo(id="p", name=old.name),))
    kit = Kit(
        releases=(Release(blocks=(Photo(id="p", name=now.name),)),),
        pictures=(old, now, loose),
        kept=(frozen((was,), WHEN),),
    )
    back = unpack(pack(kit, HERE), HERE).kit
    assert back.pictures == (old, now)
    assert list(pictures_of(kit.kept)) == [old.name]
    assert pack(back, HERE) == pack(kit, HERE)


def test_pictures_of_versions_give_way_where_there_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    pictures = [Asset.of(png(shade)) for shade in range(4)]
    versions = tuple(
        frozen((Release(blocks=(Photo(id="p", name=asset.name),)),), WHEN + number * MINUTE)
        for number, asset in enumerate(pictures)
    )
    kit = Kit(pictures=tuple(pictures), kept=versions)
    room = 2 * (len(pictures[0].data) + 512) + 100
    monkeypatch.setattr(container, "MAX_OLD_PICTURES", room)
    assert unpack(pack(kit, HERE), HERE).kit.pictures == tuple(pictures[2:])


# What is not trusted


def entry(**changes: Any) -> bytes:
    """An entry with one version, changed."""
    version = {"when": "2026-11-23T14:05:00Z", "format": 6, "releases": [[0, 1]]} | changes
    parts = [{}, {"kind": "paragraph", "id": "a", "text": [["Hello."]]}]
    return json.dumps({"parts": parts, "versions": [version]}).encode()


def test_an_entry_written_by_hand_is_read() -> None:
    found = read_entry(entry(name="  Two \n words "))
    assert found.whole
    assert [each.name for each in found.kept] == ["Two words"]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"null", b"\xff", b'{"parts": 1, "versions": []}', b'{"parts": [], "versions": {}}',
        b'{"parts": [' + b"[" * 100_000 + b"]" * 100_000 + b'], "versions": []}',
        entry(when="yesterday"), entry(when="2026-11-23T14:05:00"), entry(when="9999-12-31T23:59:59-23:00"),
        entry(format=0), entry(format="6"), entry(releases=[]), entry(releases=[[]]),
        entry(releases=[[0, 2]]),
        entry(releases=[[0, -1]]), entry(releases=[[0, 1.5]]), entry(name=7), entry(releases=[[10**30]]),
    ],
)  # fmt: skip
def test_a_damaged_entry_costs_versions_and_never_the_kit(data: bytes) -> None:
    contents = unpack(kit_with(**{VERSIONS: data}), HERE)
    assert contents.kit == Kit()
    assert not contents.read_only
    assert isinstance(contents.problem, VersionsLeftOut)
    assert not contents.problem.some
    assert "vote.presskit" in contents.problem.sentence


def test_a_damaged_version_leaves_the_others() -> None:
    raw = json.loads(entry_of(with_versions(full_kit()).kept))
    raw["versions"][1]["releases"] = [[999_999]]
    contents = unpack(kit_with(**{VERSIONS: json.dumps(raw).encode()}), HERE)
    assert [each.when for each in contents.kit.kept] == [WHEN, WHEN + 2 * MINUTE]
    assert isinstance(contents.problem, VersionsLeftOut)
    assert contents.problem.some


@pytest.mark.parametrize(
    "parts",
    [
        (b"[]",), (b"7",), (b"{}", b"7"), (b"{}", b'{"id":"a"}'), (b'{"language":7}',),
        (b'{"blocks":7,"status":"none"}',), (b"{}", b'{"kind":"quote","words":7}'), (b"nonsense",),
        (b"{}", b"[" * 100_000 + b"]" * 100_000), (b"{}", b'"\xff"'),
    ],
)  # fmt: skip
def test_a_version_that_makes_no_sense_says_so_when_it_is_wanted(parts: tuple[bytes, ...]) -> None:
    with pytest.raises(VersionUnreadable) as caught:
        thawed(Kept(when=WHEN, format=6, releases=(parts,)))
    assert caught.value.sentence.startswith("This version cannot be read, because ")
    assert not isinstance(caught.value, Damaged)


@given(st.data())
def test_whatever_becomes_of_its_bytes_the_kit_opens(data: st.DataObject) -> None:
    """Bytes of the entry are changed, taken out, or put in."""
    raw = bytearray(entry_of(with_versions(Kit(), 2).kept))
    for _time in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw)))
        raw[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    contents = unpack(kit_with(**{VERSIONS: bytes(raw)}), HERE)
    assert replace(contents.kit, kept=()) == Kit()
    for each in contents.kit.kept:
        with contextlib.suppress(VersionUnreadable):
            thawed(each)
    assert unpack(pack(contents.kit, HERE), HERE).kit == contents.kit


def test_a_part_that_stands_in_a_version_without_end_is_refused() -> None:
    version = {"when": "2026-11-23T14:05:00Z", "format": 6, "releases": [[0, *[1] * 100_000]]}
    raw = {"parts": [{}, {"kind": "later", "text": "x" * 100_000}], "versions": [version]}
    found = read_entry(json.dumps(raw).encode())
    assert found.kept == ()
    assert not found.whole


def test_too_many_versions_are_not_all_read() -> None:
    raw = json.loads(entry())
    raw["versions"] *= 3000
    found = read_entry(json.dumps(raw).encode())
    assert len(found.kept) == 1000
    assert not found.whole


def test_an_entry_that_grows_too_much_or_twice_is_left_out() -> None:
    bomb = b'{"parts": [], "versions": []' + b" " * (MAX_ENTRY + 1) + b"}"
    entries = {"mimetype": container.MIMETYPE.encode(), "kit.json": encode(Kit()), VERSIONS: bomb}
    with zipfile.ZipFile(stream := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
        archive.writestr(f"{VERSIONS} ", b"")
    for data in (stream.getvalue(), kit_with(**{VERSIONS: bomb})):
        contents = unpack(data, HERE)
        assert contents.kit == Kit()
        assert isinstance(contents.problem, VersionsLeftOut)
    locked = patched(kit_with(**{VERSIONS: entry()}), VERSIONS.encode(), {6: b"\x01"}, {8: b"\x01"})
    assert isinstance(unpack(locked, HERE).problem, VersionsLeftOut)


def test_a_changed_byte_in_the_versions_leaves_the_kit_whole() -> None:
    kit = with_versions(full_kit())
    data = bytearray(pack(kit, HERE))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        at = archive.getinfo(VERSIONS).header_offset + 30 + len(VERSIONS) + 20
    data[at] ^= 0xFF
    contents = unpack(bytes(data), HERE)
    assert contents.kit == replace(kit, kept=())
    assert isinstance(contents.problem, VersionsLeftOut)


def test_no_more_is_written_than_is_read() -> None:
    parts = (b"{}", b'{"kind":"later","text":"' + b"x" * MAX_ENTRY + b'"}')
    with pytest.raises(TooLarge):
        pack(Kit(kept=(Kept(when=WHEN, format=6, releases=(parts,)),)), HERE)


def test_a_record_never_holds_versions() -> None:
    raw = msgspec.json.decode(encode(Kit())) | {"kept": [{"when": 7}]}
    contents = unpack(kit_with(**{"kit.json": json.dumps(raw).encode()}), HERE)
    assert contents.kit == Kit()
    assert VERSIONS not in entries_of(pack(Kit(), HERE))
