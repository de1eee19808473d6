"""Plain text: what the words of a link do not say is said after them."""

import pytest

from presskit.blocks.paragraph import Paragraph
from presskit.export import format_named
from presskit.exporting import export_bytes
from presskit.text.runs import RichText, Run
from tests.examples import kit_of


def written(*runs: Run) -> str:
    """What stands on the page of a paragraph."""
    kind = format_named("text")
    assert kind
    text: RichText = (Run("See "), *runs, Run(", out today."))
    _line, shown, _end = (
        export_bytes(kit_of(Paragraph(id="para0001", text=text)), 0, kind).decode().split("\n\n")
    )
    return shown


@pytest.mark.parametrize(
    ("words", "link", "shown"),
    [
        ("the study", "https://e.org/study", "See the study (https://e.org/study), out today."),
        ("the study ", " https://e.org/ü/ ", "See the study (https://e.org/ü/) , out today."),
        ("e.org/study", "https://www.e.org/study/", "See e.org/study, out today."),
        ("https://E.org/", "https://e.org", "See https://E.org/, out today."),
        ("our desk", "mailto:press@e.org?subject=Pact", "See our desk (press@e.org), out today."),
        ("Press@e.org", "MAILTO:press@e.org", "See Press@e.org, out today."),
        ("the trap", "javascript:alert(1)", "See the trap, out today."),
        ("", "https://e.org/", "See , out today."),
    ],
)
def test_addresses_follow_the_words_of_a_link(words: str, link: str, shown: str) -> None:
    assert written(Run(words, link=link)) == shown


def test_a_link_of_several_runs_is_told_once() -> None:
    runs = (Run("What the ", link="https://e.org/"), Run("Rain", italic=True, link="https://e.org/"))
    assert written(*runs) == "See What the Rain (https://e.org/), out today."
