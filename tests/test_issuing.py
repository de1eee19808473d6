"""What was issued stays as it was: through saving, unknown parts, later versions and hostile records."""

import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.blocks.unknown import Unknown
from presskit.issuing import (
    Since,
    found_in,
    frozen,
    is_same,
    latest,
    next_version,
    sent_file,
    taken_back,
    thawed,
    with_version,
)
from presskit.model.issued import Issued, SentFile
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.storage.codec import decode, encode
from presskit.storage.container import pack, unpack
from presskit.storage.errors import Damaged, FileProblem
from presskit.storage.migrations import FORMAT_VERSION
from presskit.text.runs import rich
from tests.kits import full_kit, kits

WHEN = datetime.datetime(2026, 11, 23, 14, 5, tzinfo=datetime.timezone(datetime.timedelta(hours=-5)))
HERE = Path("vote.presskit")
SENT = SentFile(name="vote.pdf", sha256="ab" * 32, size=7)


def issued(kit: Kit, number: int = 0) -> Kit:
    version = frozen(kit, number, [SENT], WHEN)
    return with_version(kit.with_release(number, replace(kit.releases[number], status="issued")), version)


def reworded(kit: Kit) -> Kit:
    """The kit with its first paragraph said otherwise."""
    release = kit.releases[0]
    blocks = [
        replace(each, text=rich("Otherwise.")) if isinstance(each, Paragraph) else each
        for each in release.blocks
    ]
    return kit.with_release(0, release.with_blocks(blocks))


@given(kits())
def test_any_release_is_frozen_and_comes_back_as_it_was(kit: Kit) -> None:
    done = issued(kit)
    again = decode(encode(done), done.pictures).kit
    assert again == decode(encode(again), done.pictures).kit
    assert again.issued[-1] == done.issued[-1]
    assert thawed(again.issued[-1]) == again.releases[0]
    assert again.releases[0].status == "issued"
    assert is_same(again.releases[0], kit.releases[0]) or "\ud800" in repr(kit) or "\udc00" in repr(kit)


def test_versions_count_on_by_language_and_keep_their_corrections() -> None:
    kit = Kit(releases=(Release(), Release(language="es")))
    kit = issued(issued(kit), 1)
    kit = kit.with_release(0, replace(kit.releases[0], correction="44, not 34."))
    kit = issued(kit)
    told = [(each.language, each.version, each.correction) for each in kit.issued]
    assert told == [("en-US", 1, ""), ("es", 1, ""), ("en-US", 2, "44, not 34.")]
    assert [next_version(kit, number) for number in (0, 1)] == [3, 2]
    assert latest(kit, 1) is kit.issued[1]
    assert latest(kit, 0) is kit.issued[2]
    assert latest(Kit(), 0) is None
    assert kit.issued[0].when == WHEN


def test_changes_of_what_reporters_get_count_and_no_others() -> None:
    kit = issued(full_kit())
    sent = thawed(kit.issued[0])
    release = kit.releases[0]
    quote = next(each for each in release.blocks if isinstance(each, Quote))
    cleared = replace(quote.approved("Ada Poe", WHEN, "phone"), reference="q7", version=3)
    same = release.with_blocks(cleared if each is quote else each for each in release.blocks)
    assert is_same(replace(same, status="in review"), sent)
    assert not is_same(reworded(kit).releases[0], sent)
    for field, value in (("correction", "44."), ("language", "fr"), ("blocks", release.blocks[:-1])):
        assert not is_same(replace(release, **{field: value}), sent)
    assert not is_same(replace(release, brand=replace(release.brand, theme="modern")), sent)


def test_a_release_has_changed_until_it_is_as_it_went_out_again() -> None:
    since, kit = Since(), full_kit()
    assert not since.changed(kit, 0), "nothing went out"
    sent = issued(kit)
    assert not since.changed(sent, 0)
    assert since.changed(reworded(sent), 0)
    assert not since.changed(taken_back(reworded(sent), 0), 0)
    assert not since.changed(issued(reworded(sent)), 0)
    broken = Issued(version=3, language="en-US", when=WHEN, format=FORMAT_VERSION, record={"blocks": 5})
    assert since.changed(replace(sent, issued=(*sent.issued, broken)), 0)


def test_what_was_issued_can_be_had_back_with_its_pictures() -> None:
    kit = issued(full_kit())
    bare = kit.with_release(0, Release(blocks=(Paragraph(id="p", text=rich("New")),)))
    kept = unpack(pack(bare, HERE), HERE).kit
    assert {each.name for each in kept.pictures} == {each.name for each in kit.pictures}
    assert taken_back(kept, 0).releases == kit.releases
    assert taken_back(Kit(), 0) == Kit()


def test_kinds_that_a_later_version_added_stay_what_they_are() -> None:
    later = {"kind": "poll", "id": "z1", "big": 10**30, "deep": [1.5, {"a": None}], "issued": True}
    kit = issued(Kit(releases=(Release(blocks=(Unknown(id="z1", content=later),)),)))
    again = decode(encode(kit)).kit
    assert again == kit
    assert again.issued[0].record["blocks"] == [later]
    assert thawed(again.issued[0]).blocks == (Unknown(id="z1", content=later),)


def test_an_older_record_is_brought_up_to_date() -> None:
    """Version 4 called the status "sent"; a release is its own record since."""
    old = Issued(version=1, language="en-US", when=WHEN, format=4, record={"status": "sent", "blocks": []})
    assert thawed(old).status == "issued"


def test_a_newer_record_is_read_as_far_as_it_is_understood() -> None:
    record = {"status": "recalled", "blocks": [{"kind": "quote", "id": "q", "words": {"now": 1}}], "new": 1}
    kept = thawed(Issued(version=1, language="en-US", when=WHEN, format=FORMAT_VERSION + 3, record=record))
    assert (kept.status, [block.kind for block in kept.blocks]) == ("drafting", ["unknown"])


@pytest.mark.parametrize(
    ("version", "record"),
    [
        (0, {}),
        (-1, {}),
        (FORMAT_VERSION, {"blocks": 5}),
        (FORMAT_VERSION, {"blocks": [{"kind": 7}]}),
        (FORMAT_VERSION, {"status": "recalled"}),
        (FORMAT_VERSION, {"line": {"until": "soon"}}),
        (1, {"blocks": [None]}),
    ],
)
def test_a_record_that_makes_no_sense_is_told(version: int, record: dict[str, Any]) -> None:
    made = Issued(version=2, language="en-US", when=WHEN, format=version, record=record)
    kit = Kit(issued=(made,))
    assert decode(encode(kit)).kit == kit, "it is kept all the same"
    with pytest.raises(Damaged, match="version 2 that was issued"):
        taken_back(kit, 0)


@given(st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["version", "language", "when", "files", "record", "format", "sha256", "name"]), inner
    ),
    max_leaves=20,
))  # fmt: skip
def test_no_json_for_what_was_issued_does_worse_than_a_sentence(raw: Any) -> None:
    data = msgspec.json.encode({"format": FORMAT_VERSION, "releases": [{}], "issued": raw})
    try:
        kit = decode(data).kit
        before = taken_back(kit, 0)
    except FileProblem:
        return
    assert before.issued == kit.issued


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (5, "issued should be a list"),
        ([{}], "lacks"),
        ([{"version": 1, "language": "en", "when": "2026-11-23T14:05:00", "record": 5}], "record"),
        ([{"version": 1, "language": "en", "when": "2026-11-23T14:05:00", "files": [{"name": 5}]}], "name"),
    ],
)
def test_a_file_with_such_a_record_is_damaged(raw: Any, says: str) -> None:
    data = msgspec.json.encode({"format": FORMAT_VERSION, "releases": [{}], "issued": raw})
    with pytest.raises(Damaged, match=says):
        decode(data)


def test_a_deep_record_is_damaged() -> None:
    deep: Any = 1
    for _level in range(300):
        deep = [deep]
    made = {"version": 1, "language": "en", "when": "2026-11-23T14:05:00Z", "record": {"deep": deep}}
    data = msgspec.json.encode({"format": FORMAT_VERSION, "releases": [{}], "issued": [made]})
    with pytest.raises(Damaged, match="nested too deeply"):
        decode(data)


def test_a_file_is_known_by_its_bytes_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "vote.pdf"
    path.write_bytes(b"%PDF-1")
    kit = with_version(full_kit(), frozen(full_kit(), 0, [sent_file(path)], WHEN))
    (file,) = kit.issued[0].files
    assert (file.name, file.size, len(file.sha256)) == ("vote.pdf", 6, 64)
    moved = path.rename(tmp_path / "from mail.bin")
    assert [found.file for found in found_in(kit, moved)] == [file]
    twice = with_version(kit, frozen(kit, 0, [sent_file(moved)], WHEN))
    assert [found.issued.version for found in found_in(twice, moved)] == [1, 2]
    moved.write_bytes(b"%PDF-2")
    assert found_in(kit, moved) == []
    moved.write_bytes(b"%PDF-23")
    assert found_in(kit, moved) == []


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.pdf", Path("a\0b"), Path("/dev/null")):
        for asked in (lambda path=path: found_in(Kit(), path), lambda path=path: sent_file(path)):
            with pytest.raises(FileProblem):
                asked()


def test_speakers_without_approval_are_the_same() -> None:
    one = Quote(id="q", words=(rich("Yes."),), speaker=Speaker(name="Ada Poe"))
    assert is_same(Release(blocks=(one,)), Release(blocks=(one.sent(WHEN),)))
