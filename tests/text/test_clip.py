"""Rich text of Word, web pages and mail becomes our runs, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.text.clip import Piece, from_html, from_text, in_one, to_html, to_text
from presskit.text.runs import Run, plain, rich

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {color: red}</style></head>
<body lang=EN-US><!--StartFragment-->
<h1>The
 plan</h1>
<p class=MsoNormal>We <b>will</b> not&nbsp;wait, <span style='font-style:italic'>ever</span>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if
!supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;
</span></span></span><![endif]>First point</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span
style='mso-list:Ignore'>·</span>Second point</p>
<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>Step</p>
<!--EndFragment--></body></html>"""


def test_word() -> None:
    assert from_html(WORD) == (
        Piece("heading", (rich("The plan"),)),
        Piece(
            "paragraph",
            (
                (
                    Run("We "),
                    Run("will", bold=True),
                    Run(" not\u00a0wait, "),
                    Run("ever", italic=True),
                    Run("."),
                ),
            ),
        ),
        Piece("bullets", (rich("First point"), rich("Second point"))),
        Piece("numbers", (rich("Step"),)),
    )


def test_a_web_page() -> None:
    page = """<meta charset="utf-8"><b style="font-weight:normal"><p>See <a href="https://example.org/a">the
    study</a>, <a href="javascript:alert(1)">this</a><img src="http://example.org/x.png"></p>
    <script>alert(1)</script><ul><li><p>One</p></li><li>Two <strong>now</strong></li></ul></b>
    <div style="display:none">secret</div>tail<br>
    line"""
    assert from_html(page) == (
        Piece("paragraph", ((Run("See "), Run("the study", link="https://example.org/a"), Run(", this")),)),
        Piece("bullets", (rich("One"), (Run("Two "), Run("now", bold=True)))),
        Piece("paragraph", (rich("tail\nline"),)),
    )


def test_mail_has_a_division_a_line() -> None:
    assert [
        plain(piece.texts[0]) for piece in from_html("<div>Dear all,</div><div><br></div><div>Thanks</div>")
    ] == [
        "Dear all,",
        "Thanks",
    ]


@pytest.mark.parametrize(
    "html", ["", "<", "<!-- -->", "<p>" * 5000 + "x", "\x00", "<?xml version='1.0' encoding='u'?>"]
)
def test_what_is_no_page_does_no_harm(html: str) -> None:
    assert all(piece.texts for piece in from_html(html))


def test_what_is_no_letter_is_left_out() -> None:
    """A picture within copied text leaves U+FFFC behind."""
    html = from_html("<p>One&#xfffc; two&#x2029;three&#xfdd0;&#x2028; four</p>")
    assert [plain(text) for piece in html for text in piece.texts] == ["One two three four"]
    lines = from_text("One\ufffc two\ufdd1\u2029three\x00\n\ufffc\n")
    assert [plain(text) for piece in lines for text in piece.texts] == ["One two", "three"]


def test_plain_text_is_a_paragraph_a_line() -> None:
    assert [plain(piece.texts[0]) for piece in from_text("one\r\n\r\n  two \n")] == ["one", "two"]
    assert plain(in_one(from_text("one\ntwo"))) == "one two"
    assert to_text(from_text("one\ntwo")) == "one\n\ntwo"


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=12)


@given(
    st.lists(
        st.lists(st.builds(Run, WORDS, st.booleans(), st.booleans()), min_size=1, max_size=1), max_size=4
    )
)
def test_what_goes_out_comes_back(texts: list[list[Run]]) -> None:
    pieces = tuple(Piece("paragraph", (tuple(text),)) for text in texts)
    assert from_html(to_html(pieces)) == pieces
