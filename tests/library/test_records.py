"""Items as text and back: any item comes back as it was, and of other text a sentence says what is wrong."""

import datetime
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from presskit.blocks import ALL
from presskit.blocks.unknown import Unknown
from presskit.library import records
from presskit.library.items import Item, Organisation, Piece
from presskit.library.people import Consent, Person, Title
from presskit.library.problems import ItemUnreadable
from presskit.library.shelf import Shelf
from tests.kits import blocks_of, rich_texts, texts, under
from tests.library.parts import analyst

_DAYS = st.none() | st.dates()
_TITLES = st.builds(
    Title,
    before=texts, role=texts, organisation=texts, printed=texts, language=st.sampled_from(["", "es", "ar"]),
    since=_DAYS, until=_DAYS,
)  # fmt: skip
_CONSENTS = st.builds(
    Consent,
    private=st.booleans(), shown_as=st.sampled_from(["real name", "first name", "pseudonym"]),
    pseudonym=texts, photo=st.booleans(), given=_DAYS, how=st.sampled_from(["email", "phone", "in person"]),
    withdrawn=_DAYS, reason=texts, record=st.lists(rich_texts, max_size=2).map(tuple),
)  # fmt: skip
_PEOPLE = st.builds(
    Person,
    name=texts, later=texts, organisation=texts, titles=st.lists(_TITLES, max_size=2).map(tuple), phone=texts,
    after_hours=texts, email=texts, languages=texts, biography=st.lists(rich_texts, max_size=2).map(tuple),
    consent=_CONSENTS,
)  # fmt: skip
_ORGANISATIONS = st.builds(Organisation, name=texts, short=texts, website=texts)
_PIECES = st.builds(
    Piece,
    block=st.sampled_from([kind for kind in ALL if kind is not Unknown])
    .flatmap(blocks_of)
    .map(lambda block: under(block, "kept")),
    title=texts, organisation=texts, length=st.sampled_from(["standard", "short", "long"]),
)  # fmt: skip
ITEMS = st.builds(
    Item,
    id=st.integers(0, 2**64 - 1).map("{:016x}".format),
    content=_PEOPLE | _ORGANISATIONS | _PIECES,
    language=st.sampled_from(["", "en-US", "zh-Hans"]),
    tags=st.lists(texts, max_size=3).map(tuple),
    owner=texts, good_until=_DAYS, retired=st.booleans(), merged_into=texts,
)  # fmt: skip


@given(ITEMS)
def test_any_item_comes_back_as_it_was(item: Item) -> None:
    text = records.written(item)
    assert records.read(item.id, text) == item
    assert records.written(records.read(item.id, text)) == text


@given(ITEMS)
def test_version_and_who_changed_it_are_told_apart_from_what_it_says(item: Item) -> None:
    moment = datetime.datetime(2026, 5, 4, tzinfo=datetime.UTC)
    later = replace(item, version=7, changed=moment, changed_by="Ada")
    assert records.written(later) == records.written(item)
    read = records.read(item.id, records.written(later), version=7, changed=moment, changed_by="Ada")
    assert read == later


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ITEMS)
def test_any_item_can_be_kept_and_looked_for(shelf: Shelf, item: Item) -> None:
    there = {each.id for each in (*shelf.everything(), *shelf.everything(retired=True))}
    if item.id in there:
        return
    kept = shelf.add(item)
    found = shelf.get(item.id)
    assert found == kept
    assert replace(found, version=0, changed=None, changed_by="") == item
    assert shelf.version(item.id, 1) == kept
    assert isinstance(shelf.search(item.name), list)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "no content"),
        ("{}", "no content"),
        ('{"content": []}', "no content"),
        ('{"content": {"what": "spaceship"}}', "does not know"),
        ('{"content": {"what": "person", "name": 7}}', "name"),
        ('{"content": {"what": "piece"}}', "block"),
        ('{"content": {"what": "piece", "block": {"kind": 3}}}', "block"),
        ('{"content": {"what": "person"}, "good_until": "yesterday"}', "good_until"),
        ('{"content": {"what": "person"}, "tags": [1]}', "tags"),
        ("x" * (records.MOST + 1), "4 MB"),
    ],
)
def test_what_does_not_fit_is_told(text: str, why: str) -> None:
    with pytest.raises(ItemUnreadable, match=why) as told:
        records.read("0123", text)
    assert "earlier versions are still there" in told.value.sentence


def test_what_a_newer_version_adds_is_no_reason_to_refuse_it() -> None:
    item = analyst()
    raw: dict[str, Any] = json.loads(records.written(item))
    assert records.read(item.id, json.dumps({**raw, "mood": "good"})) == item
