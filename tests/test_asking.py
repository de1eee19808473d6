"""Letters that ask for an approval: the exact words and where they stand, and nothing that is internal."""

import datetime
from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit

import pytest
from msgspec.structs import replace

from presskit.asking.clearances import candidates, clearances, letter, sheet_pdf, with_partner
from presskit.asking.letters import Letter, as_eml, mailto
from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.model.kit import Kit
from presskit.model.release import Dateline, Release, ReleaseLine
from presskit.text.runs import plain, rich
from tests.export.reading_pdf import paragraphs

WHEN = datetime.datetime(2026, 11, 20, 9, 30)
QUOTE = Quote(
    id="q1",
    words=(rich("The river is ours."),),
    speaker=Speaker(name="Ada Poe", description="director of River Watch"),
)
OTHER = Quote(id="q2", words=(rich("Nobody has seen this yet."),), speaker=Speaker(name="Jo Li"))


@pytest.fixture
def kit() -> Kit:
    blocks = (
        Headline(id="h", text=rich("River Watch wins vote")),
        Paragraph(id="p1", text=rich("The Harbor Trust joined the vote.")),
        OTHER,
        QUOTE,
        Paragraph(id="p2", text=rich("The vote was on Tuesday.")),
        Boilerplate(id="b", heading="About River Watch", text=(rich("River Watch keeps rivers."),)),
        Contacts(
            id="c", people=(Contact(name="Ada Poe", organisation="River Watch", email="ada@river.example"),)
        ),
    )
    line = ReleaseLine(kind="embargo", until=datetime.datetime(2026, 12, 1, 6, 0), zone="America/New_York")
    release = Release(
        dateline=Dateline(city="Lowell", date=datetime.date(2026, 12, 1)), line=line, blocks=blocks
    )
    return Kit(releases=(release,), notes="The mayor must not know.")


def of(kit: Kit, name: str) -> Letter:
    return letter(kit, 0, next(each for each in clearances(kit.releases[0]) if each.name == name))


def test_a_speaker_gets_the_exact_words_and_where_they_stand(kit: Kit) -> None:
    made = of(kit, "Ada Poe")
    assert made.to == "ada@river.example"
    assert "River Watch wins vote" in made.subject
    assert plain(QUOTE.paragraphs("en-US")[0]) in made.body
    assert "Before it: The Harbor Trust joined the vote." in made.body
    assert "After it: The vote was on Tuesday." in made.body
    assert "confidential until 6 a.m. ET, Dec. 1, 2026" in made.body


def test_nothing_internal_is_in_it(kit: Kit) -> None:
    release = kit.releases[0]
    known = kit.with_release(
        0, release.with_blocks([OTHER.approved("Jo Li", WHEN, "phone"), *release.blocks[1:]])
    )
    for made in (of(kit, "Ada Poe"), of(known, "Ada Poe")):
        assert "Nobody has seen this yet" not in made.body
        assert "mayor" not in made.body
        assert "Jo Li" not in made.body


def test_it_is_in_the_language_of_the_release(kit: Kit) -> None:
    spanish = kit.with_release(0, replace(kit.releases[0], language="es-MX"))
    assert of(spanish, "Ada Poe").subject.startswith("Su cita en")
    assert of(kit.with_release(0, replace(kit.releases[0], language="ja")), "Ada Poe").subject.startswith(
        "Your quote"
    )


def test_a_partner_gets_the_passages_that_name_it(kit: Kit) -> None:
    asked = kit.with_release(0, with_partner(kit.releases[0], "Harbor  Trust", "hello@harbor.example"))
    made = of(asked, "Harbor Trust")
    assert made.to == "hello@harbor.example"
    assert "The Harbor Trust joined the vote." in made.body
    assert "The river is ours." not in made.body
    assert "River Watch" in candidates(asked.releases[0])


def test_a_file_opens_as_a_mail_that_is_not_sent(kit: Kit) -> None:
    made = of(kit, "Ada Poe")
    read = message_from_bytes(as_eml(made), policy=default)
    assert (read["To"], read["X-Unsent"]) == ("ada@river.example", "1")
    assert read["Subject"] == made.subject
    assert read.get_content().replace("\r\n", "\n").strip() == made.body.strip()


def test_a_line_end_makes_no_header_of_its_own(kit: Kit) -> None:
    evil = Quote(id="q", words=(rich("Yes."),), speaker=Speaker(name="Ada"))
    blocks = (Headline(id="h", text=rich("A\nBcc: all@example.org")), evil)
    made = of(Kit(releases=(Release(blocks=blocks),)), "Ada")
    assert "\n" not in made.subject
    assert message_from_bytes(as_eml(made), policy=default)["Bcc"] is None


def test_an_address_holds_what_fits_into_one() -> None:
    short = Letter("ada@river.example", "Your quote & more", "Is this right?\n\nYes.")
    found = urlsplit(mailto(short))
    assert (found.scheme, found.path) == ("mailto", "ada@river.example")
    assert parse_qs(found.query) == {"subject": ["Your quote & more"], "body": ["Is this right?\r\n\r\nYes."]}
    assert mailto(Letter("a@b.example", "s", "x" * 4000)) == ""


def test_the_sheet_has_all_of_them(kit: Kit) -> None:
    asked = kit.with_release(0, with_partner(kit.releases[0], "Harbor Trust"))
    told = "\n".join(paragraphs(sheet_pdf(asked, 0)))
    for wanted in ("The river is ours", "Nobody has seen this yet", "Naming of Harbor Trust", "signature"):
        assert wanted in told
    assert "mayor" not in told
