"""A record as labelled texts."""

import datetime

from msgspec.structs import replace

from presskit.blocks.quote import Quote, Speaker
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.model.telling import compared, telling
from presskit.text.runs import rich


def test_rows_and_records_within_are_told() -> None:
    block = Statistics(
        items=(Figure(figure="61%", sentence=rich("of wells")),),
        sources=(Source(who="Water Board", checked=datetime.date(2026, 3, 2)),),
    )
    told = {each.path: (each.label, each.text) for each in telling(block)}
    assert told["items.0.figure"] == ("Figure", "61%")
    assert told["items.0.sentence"] == ("Sentence", "of wells")
    assert told["sources.0.who"] == ("Author or organization", "Water Board")
    assert told["sources.0.checked"] == ("Last checked", "March 2, 2026")
    speaker = {each.path for each in telling(Quote(speaker=Speaker(name="Ada Poe")))}
    assert "speaker.name" in speaker


def test_only_what_is_answered_otherwise_is_compared() -> None:
    before = Quote(words=(rich("We will."),), speaker=Speaker(name="Ada Poe", title="Dr."))
    after = replace(before, words=(rich("We shall."),), speaker=Speaker(name="Ada Poe"))
    assert compared(before, after) == [
        ("What they said", "We will.", "We shall."),
        ("Title before the name", "Dr.", ""),
    ]
    assert compared(before, replace(before, id="other", reference="x", version=4)) == []
