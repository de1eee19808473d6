"""Whom a kit knows, how far a quote's approval has come, and where its first clause ends."""

import datetime

import pytest
from msgspec.structs import replace

from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.people import people
from presskit.blocks.quote import Quote, Speaker, first_clause
from presskit.model.kit import Kit
from presskit.model.profile import profile
from presskit.model.release import Release
from presskit.text.runs import rich

WHEN = datetime.datetime(2026, 11, 20, 14, 30)


def quote(name: str, description: str = "", block: str = "q") -> Quote:
    """What somebody said."""
    return Quote(id=block, words=(rich("We won."),), speaker=Speaker(name=name, description=description))


def test_people_come_once_first_those_of_the_release() -> None:
    contacts = Contacts(id="c", people=(Contact(name="Ola Finch", role="press", organisation="Hill House"),))
    here = Release(
        blocks=(quote("Ida Marsh"), contacts, quote("ida  marsh", "chair", "q2"), quote(" ", "", "q3"))
    )
    there = Release(language="es", blocks=(quote("Ida Marsh", "presidenta"), quote("Eli Stone", "vecino")))
    found = people(Kit(releases=(there, here)), here)
    assert [(each.name, each.description) for each in found] == [
        ("ida  marsh", "chair"),
        ("Ola Finch", "press, Hill House"),
        ("Eli Stone", "vecino"),
    ]


def test_a_block_does_not_offer_itself() -> None:
    here = Release(blocks=(quote("Ida Marsh"), quote("Eli", "", "q2")))
    assert [each.name for each in people(Kit(releases=(here,)), here, "q2")] == ["Ida Marsh"]


def test_an_approval_comes_on_step_by_step_and_falls_back_with_a_word() -> None:
    draft = quote("Ida Marsh")
    sent = draft.sent(WHEN)
    approved = sent.approved("Ida Marsh", WHEN, "phone")
    other = (rich("We lost."),)
    assert [each.standing() for each in (draft, sent, approved)] == ["draft", "sent", "approved"]
    assert replace(sent, words=other).standing() == "changed since sent"
    assert replace(approved, words=other).standing() == "changed since approval"
    assert replace(approved, words=other).sent(WHEN).standing() == "sent"
    assert list(sent.remarks()) == ["Sent to the speaker Nov. 20, 2026, not yet approved."]


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("When it rains, we count. Then, we mend.", 3),
        ("We count; we mend.", 2),
        ("We count. Then, we mend.", 0),
        ("1,204 families moved.", 0),
        ("We count,", 0),
        ("", 0),
        ("عندما تمطر، نعد القطرات.", 2),
    ],
)
def test_where_the_first_clause_ends(words: str, clause: int) -> None:
    assert first_clause((rich(words),)) == clause
    if clause:
        said = replace(quote("Ida Marsh"), words=(rich(words),), placement="middle", after=0, clause=clause)
        text = "".join(run.text for run in said.paragraphs("en")[0])
        assert text.startswith("“" + " ".join(words.split()[:clause]).rstrip(",;،"))


def test_the_house_style_limits_headlines_and_subheads() -> None:
    house = profile("ap")
    headline, subhead = house.limit("headline"), house.limit("subhead")
    assert headline is not None
    assert subhead is not None
    assert 0 < headline.cut < headline.most < subhead.most
    assert house.limit("paragraph") is None
