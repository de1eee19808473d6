"""The record: any kit comes back as it was, and of any other bytes a sentence says what is wrong."""

import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from presskit.blocks import ALL
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote
from presskit.blocks.unknown import Unknown
from presskit.model.block import Block
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.storage.codec import decode, encode
from presskit.storage.errors import Damaged, NewerFormat
from presskit.storage.migrations import FORMAT_VERSION
from presskit.text.runs import rich
from tests.kits import blocks_of, full_kit, kits, under

HERE = Path("vote.presskit")


def record(*blocks: Any, **more: Any) -> bytes:
    """A record with these raw blocks in one release."""
    return msgspec.json.encode({"format": FORMAT_VERSION, "releases": [{"blocks": blocks}], **more})


def problem(data: bytes) -> str:
    with pytest.raises(Damaged) as caught:
        decode(data, path=HERE)
    return caught.value.sentence


@given(kits())
def test_any_kit_comes_back_as_it_was(kit: Kit) -> None:
    data = encode(kit)
    assert decode(data, kit.pictures).kit == replace(kit, kept=())  # versions have an entry of their own
    assert encode(decode(data, kit.pictures).kit) == data


@pytest.mark.parametrize("kind", ALL)
@given(data=st.data())
def test_every_kind_comes_back_as_it_was(kind: type[Block], data: st.DataObject) -> None:
    block = under(data.draw(blocks_of(kind)), "only")
    kit = Kit(releases=(Release(blocks=(block,)),))
    found = decode(encode(kit)).kit.releases[0].blocks[0]
    assert found == block
    assert type(found) is kind


def test_every_kind_is_in_the_full_kit() -> None:
    assert {type(block) for block in full_kit().releases[0].blocks} == set(ALL)


@pytest.mark.parametrize("kind", ALL)
def test_a_blank_block_of_every_kind_comes_back(kind: type[Block]) -> None:
    kit = Kit(releases=(Release(blocks=(kind.blank(),)),))
    assert decode(encode(kit)).kit == kit


def test_the_record_is_readable_and_begins_with_its_format() -> None:
    text = encode(full_kit()).decode()
    assert text.startswith('{\n  "format": 6,\n  "made_by": "PressKit ')
    assert '"kind": "headline",\n' in text
    assert "“" not in text or "\\u201c" not in text
    assert text.endswith("}\n")


def test_equal_kits_give_equal_bytes_however_they_were_made() -> None:
    verb = "_said"[1:]
    typed = Quote(id="a", words=(rich("Yes."),), verb=verb)
    kit, same = (
        Kit(releases=(Release(blocks=(block,)),)) for block in (typed, Quote(id="a", words=(rich("Yes."),)))
    )
    assert kit == same
    assert encode(kit) == encode(same)
    assert b"verb" not in encode(kit)


def test_an_approval_still_covers_its_words_after_a_round_trip() -> None:
    quote = next(block for block in full_kit().releases[0].blocks if isinstance(block, Quote))
    found = decode(encode(Kit(releases=(Release(blocks=(quote,)),)))).kit.releases[0].blocks[0]
    assert isinstance(found, Quote)
    assert found.is_approved()
    assert found.approval is not None
    assert found.approval.when == datetime.datetime(2026, 11, 20, 14, 30, tzinfo=datetime.UTC)


def test_an_unknown_kind_is_kept_as_it_is_and_where_it_is() -> None:
    later = {
        "id": "z1",
        "kind": "poll",
        "big": 10**30,
        "deep": {"list": [1.5, None, True, "ä\u0000"]},
        "text": 7,
    }
    data = record({"kind": "headline", "id": "a"}, later, {"kind": "paragraph", "id": "b"})
    kit = decode(data).kit
    assert [block.kind for block in kit.releases[0].blocks] == ["headline", "unknown", "paragraph"]
    assert kit.releases[0].blocks[1] == Unknown(id="z1", content=later)
    again = msgspec.json.decode(encode(kit))["releases"][0]["blocks"]
    assert msgspec.json.encode(again[1]) == msgspec.json.encode(later)


def test_a_copy_of_an_unknown_block_is_written_under_its_own_id() -> None:
    content = {"kind": "poll", "id": "z1"}
    kit = Kit(
        releases=(Release(blocks=(Unknown(id="z1", content=content), Unknown(id="z2", content=content))),)
    )
    found = decode(encode(kit)).kit.releases[0].blocks
    assert [block.id for block in found] == ["z1", "z2"]


@pytest.mark.parametrize("kind", ["quote", "unknown"])
def test_unknown_content_that_bears_a_known_name_is_not_taken_for_it(kind: str) -> None:
    kit = Kit(releases=(Release(blocks=(Unknown(id="z1", content={"kind": kind, "words": 7}),)),))
    assert decode(encode(kit)).kit == kit


def test_blocks_without_an_id_of_their_own_are_given_one() -> None:
    raw = [{"kind": "paragraph", "id": name} for name in ("a", "a", "", "a b", "x" * 99, "c")]
    raw += [{"kind": "paragraph"}, {"kind": "poll"}, {"kind": "poll", "id": "c"}, {"kind": "poll", "id": 5}]
    data = msgspec.json.encode({"format": 1, "releases": [{"blocks": raw}, {"blocks": raw}]})
    kit = decode(data).kit
    ids = [block.id for release in kit.releases for block in release.blocks]
    assert len(set(ids)) == len(ids)
    assert all(ids)
    assert ids[0] == "a"
    assert ids[5] == "c"
    assert decode(data).kit == kit
    assert decode(encode(kit)).kit.releases[0].blocks[:7] == kit.releases[0].blocks[:7]


def test_half_a_character_does_not_keep_a_kit_from_being_saved() -> None:
    kit = Kit(releases=(Release(blocks=(Paragraph(id="a", text=rich("a\ud83db \ud83d\ude00")),)),))
    assert decode(encode(kit)).kit.releases[0].blocks[0] == Paragraph(id="a", text=rich("a\ufffdb 😀"))


def test_a_kit_without_a_release_gets_a_blank_one() -> None:
    assert decode(encode(Kit(releases=()))).kit == Kit()


@pytest.mark.parametrize(
    ("block", "says"),
    [
        ({"kind": "paragraph", "text": [{"text": 5}]}, "release 1, part 1 (Paragraph), text › 1 › text"),
        ({"kind": "paragraph", "text": [{"text": 5}]}, "should be text and is a whole number"),
        ({"kind": "paragraph", "text": {}}, "text should be a list and is a record"),
        ({"kind": "paragraph", "text": [{}]}, "text › 1 lacks “text”"),
        ({"kind": "quote", "placement": "above"}, "(Quote), placement cannot be “above”"),
        ({"kind": "quote", "approval": {"who": "A", "when": "soon"}}, "when has a value that does not fit"),
        ({"kind": "quote", "approval": {"who": "A", "when": 5}}, "should be a date and time and is"),
        ({"kind": "quote", "after": None}, "after should be a whole number and is nothing"),
        ({"kind": "headline", "id": 5}, "id should be text"),
        ({"kind": 5}, "part 1, kind should be text and is a whole number"),
        ({}, "part 1, kind should be text and is nothing"),
        ([], "part 1 should be a record and is a list"),
        (None, "part 1 should be a record and is nothing"),
    ],
)  # fmt: skip
def test_a_block_of_wrong_types_is_told_in_plain_words(block: Any, says: str) -> None:
    sentence = problem(record(block))
    assert says in sentence
    assert sentence.startswith("“vote.presskit” is damaged, because ")
    assert sentence.endswith(".")
    assert "`" not in sentence
    assert "$" not in sentence


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (
            b'{"format": 1, "releases": [{"blocks": [{"kind": "paragraph", "text": [{"text": "\xff"}]}]}]}',
            "not JSON",
        ),
        (b"[]", "its record should be a record and is a list"),
        (b"{}", "no version"),
        (b'{"format": true, "releases": []}', "no version"),
        (b'{"format": "1", "releases": []}', "no version"),
        (b'{"format": 0, "releases": []}', "no version"),
        (b'{"format": 1}', "releases should be a list and is nothing"),
        (b'{"format": 1, "releases": {}}', "releases should be a list and is a record"),
        (b'{"format": 1, "releases": [5]}', "release 1 should be a record"),
        (b'{"format": 1, "releases": [{"blocks": 5}]}', "release 1, blocks should be a list"),
        (b'{"format": 1, "releases": [{"language": 5}]}', "release 1, language should be text"),
        (b'{"format": 1, "releases": [{"line": {"kind": "later"}}]}', "line › kind cannot be “later”"),
        (b'{"format": 1, "releases": [], "notes": 5}', "notes should be text"),
    ],
)
def test_a_record_that_makes_no_sense_is_damaged(data: bytes, says: str) -> None:
    assert says in problem(data)


def test_a_block_nested_too_deeply_is_damaged() -> None:
    deep: Any = 1
    for _level in range(300):
        deep = [deep]
    assert "nested too deeply" in problem(record({"kind": "poll", "deep": deep}))
    assert "nested too deeply" in problem(record({"kind": "unknown", "content": {"deep": deep}}))


def test_pictures_named_in_the_record_are_not_believed() -> None:
    assert decode(record(pictures=[{"name": "x", "data": "AAAA"}])).kit.pictures == ()


def test_a_newer_record_is_shown_as_far_as_it_is_understood() -> None:
    data = msgspec.json.encode(
        {
            "format": FORMAT_VERSION + 1,
            "made_by": "PressKit 9.0",
            "notes": {"now": "a record"},
            "releases": [
                {
                    "status": "recalled",
                    "language": "es",
                    "new": 1,
                    "blocks": [
                        {"kind": "headline", "id": "a", "text": [{"text": "Sí", "colour": "red"}]},
                        {"kind": "quote", "id": "b", "words": {"now": "a record"}},
                        {"kind": "poll", "id": "c"},
                    ],
                }
            ],
        }
    )
    decoded = decode(data, path=HERE)
    assert decoded.newer is not None
    assert decoded.newer.readable
    assert "PressKit 9.0" in decoded.newer.sentence
    release = decoded.kit.releases[0]
    assert (release.language, release.status, decoded.kit.notes) == ("es", "drafting", "")
    assert [block.kind for block in release.blocks] == ["headline", "unknown", "unknown"]
    assert release.title() == "Sí"


def test_a_newer_record_without_releases_cannot_be_read() -> None:
    with pytest.raises(NewerFormat) as caught:
        decode(msgspec.json.encode({"format": 99, "made_by": [1], "pages": []}), path=HERE)
    assert not caught.value.readable
    assert "update PressKit" in caught.value.sentence


@given(st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["format", "releases", "blocks", "kind", "id", "text", "words", "line"]), inner
    ),
    max_leaves=30,
).map(lambda raw: {"format": 1, "releases": raw, "notes": ""}))  # fmt: skip
def test_no_json_does_worse_than_a_sentence(raw: Any) -> None:
    try:
        kit = decode(msgspec.json.encode(raw)).kit
    except Damaged:
        return
    assert decode(encode(kit)).kit == kit
