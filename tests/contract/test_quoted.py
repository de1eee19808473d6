"""A paragraph that quotes somebody becomes the quote that reads the same, letter for letter."""

import pytest

from presskit.blocks.quote import Speaker
from presskit.blocks.quoted import quoted
from presskit.text.runs import Run, plain, rich


@pytest.mark.parametrize(
    ("text", "language", "placement", "who", "verb"),
    [
        ("“We won,” said Ada Roe of Hill House.", "en-US", "end", ("", "Ada Roe", "of Hill House"), "said"),
        ("“Did we?” asked Dr. Ada Roe, a nurse.", "en-US", "end", ("Dr.", "Ada Roe", "a nurse"), "asked"),
        ('"We won," Ada Roe said.', "en-US", "end", ("", "Ada Roe", ""), "said"),
        ("Mayor Ada Roe said, “We won.”", "en-US", "lead", ("Mayor", "Ada Roe", ""), "said"),
        ("“We won,” said Ada Roe. “Now we rest.”", "en-US", "middle", ("", "Ada Roe", ""), "said"),
        ("“If we win,” said Ada Roe, “we rest.”", "en-US", "middle", ("", "Ada Roe", ""), "said"),
        ("“We won,” said Ada Roe. She was glad.", "en-US", "end", ("", "Ada Roe", ""), "said"),
        ("“Ganamos”, dijo Ada Roe.", "es", "end", ("", "Ada Roe", ""), "dijo"),
        ("Ada Roe dijo: “Ganamos”.", "es", "lead", ("", "Ada Roe", ""), "dijo"),
        ("«\u00a0Gagné\u00a0», a déclaré Ada Roe.", "fr", "end", ("", "Ada Roe", ""), "a déclaré"),
    ],
)
def test_quotations_are_recognised(
    text: str, language: str, placement: str, who: tuple[str, str, str], verb: str
) -> None:
    quote = quoted(rich(text), language)
    assert quote is not None
    assert quote.placement == placement
    assert (quote.speaker.title, quote.speaker.name, quote.speaker.description) == who
    assert quote.verb == verb
    assert plain(quote.paragraphs(language)[0]) == text.replace('"We', "“We").replace(',"', ",”")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ada Roe said nothing.",
        "The “pact” is signed.",
        "“We won.”",
        "“We won,” it was heard in the street.",
        "“",
    ],
)
def test_what_is_no_quotation_is_left_alone(text: str) -> None:
    assert quoted(rich(text), "en-US") is None


def test_emphasis_within_the_words_is_kept() -> None:
    text = (Run("“We "), Run("won", italic=True), Run(",” said Ada Roe."))
    quote = quoted(text, "en-US")
    assert quote is not None
    assert quote.paragraphs("en-US") == (text,)
    assert quoted((Run("“We won,” said "), Run("Ada Roe", bold=True), Run(".")), "en-US") is None


def test_a_speaker_who_is_known_is_taken_as_they_are() -> None:
    known = (Speaker(name="Ada Roe", description="of Hill House", reference="r", version=2),)
    again = quoted(rich("“We won,” Roe said."), "en-US", known)
    assert again is not None
    assert (again.speaker, again.named) == (known[0], "Roe")
    first = quoted(rich("“We won,” said Ada Roe of Hill House."), "en-US", known)
    assert first is not None
    assert (first.speaker, first.named) == (known[0], "")


def test_guillemets_become_the_marks_of_the_language() -> None:
    quote = quoted(rich("«Ganamos», dijo Ada Roe, alcaldesa de Calder."), "es")
    assert quote is not None
    assert plain(quote.paragraphs("es")[0]) == "“Ganamos”, dijo Ada Roe, alcaldesa de Calder."
