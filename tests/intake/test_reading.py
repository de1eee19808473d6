"""The one door: formats told by content, encodings, limits, and whatever else is thrown at it."""

import io
import zipfile
from pathlib import Path
from random import Random

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from presskit.bounded import Unreadable
from presskit.intake import reading
from presskit.intake.reading import read, read_file, read_text

_ARABIC = "أعلن التحالف اليوم أن النهر سيبقى مفتوحا للجميع، وقالت آدا إن هذا نصر كبير لكل المدينة. " * 4
_RUSSIAN = "Сегодня союз жителей объявил, что река останется открытой для всех. Это большая победа. " * 4
_JAPANESE = "本日、住民の会は川が皆に開かれたままであると発表しました。これは大きな勝利です。" * 4
_FRENCH = (
    "L’alliance a annoncé ce soir : « La rivière restera ouverte à tous, même l’été. » Élodie était là. " * 4
)


def _word() -> bytes:
    document = Document()
    document.add_heading("Rivers win", 1)
    document.add_paragraph("“We won,” said Ada Poe, chair of Hill House.")
    document.add_paragraph("44% of respondents agreed.", style="List Bullet")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Open", "Closed"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


WORD = _word()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (_FRENCH, "utf-8"), (_FRENCH, "utf-8-sig"), (_FRENCH, "utf-16"), (_FRENCH, "utf-16-le"),
        (_FRENCH, "cp1252"),
        (_ARABIC, "cp1256"), (_RUSSIAN, "koi8-r"), (_RUSSIAN, "cp1251"), (_JAPANESE, "shift_jis"),
        (_JAPANESE, "utf-16"), (_ARABIC, "utf-8"),
    ],
)  # fmt: skip
def test_encodings_are_told(text: str, encoding: str) -> None:
    found = read(text.encode(encoding), "release.txt")
    assert [each.text for each in found.passages] == [text.strip()]


def test_a_page_is_read_as_it_declares() -> None:
    page = f'<html><head><meta charset="koi8-r"></head><body><p>{_RUSSIAN}</p></body></html>'
    assert read(page.encode("koi8-r"), "page.htm").passages[0].text == _RUSSIAN.strip()


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (b"One\nTwo", "a.txt", "text"), (b"One\nTwo", "a", "text"), (b"# One", "a.md", "markdown"),
        (b"<p>One</p>", "a.txt", "html"), (WORD, "a.txt", "docx"),
    ],
)  # fmt: skip
def test_the_content_tells_the_format(data: bytes, name: str, form: str) -> None:
    assert read(data, name).form == form


def test_a_word_file_gives_its_paragraphs() -> None:
    told = [(each.form, each.mark, each.text) for each in read(WORD, "a.docx").passages]
    assert told == [
        ("heading", "", "Rivers win"), ("plain", "", "“We won,” said Ada Poe, chair of Hill House."),
        ("item", "•", "44% of respondents agreed."), ("row", "", "Open\tClosed"),
    ]  # fmt: skip


def test_what_a_page_says_is_beside_the_article_is_told() -> None:
    page = (
        "<html lang=es><title>Ríos</title><body><nav>Inicio</nav><article><h1>Ríos</h1><p>Uno<br>dos "
        "<b>tres</b></p><ol><li>Primero</ol><script>alert(1)</script><img src='https://example.org/a.png'>"
        "<p style='display:none'>Oculto</p><blockquote>Cita</blockquote></article><div class=share-links>"
        "Share</div><footer>Pie</footer></body></html>"
    )
    found = read_text(page, "html")
    assert [(each.form, each.region, each.mark, each.text) for each in found.passages] == [
        ("plain", "nav", "", "Inicio"), ("heading", "", "", "Ríos"), ("plain", "", "", "Uno"),
        ("plain", "", "", "dos tres"), ("item", "", "1.", "Primero"), ("plain", "hidden", "", "Oculto"),
        ("quote", "", "", "Cita"), ("plain", "nav", "", "Share"), ("plain", "footer", "", "Pie"),
    ]  # fmt: skip
    assert (found.title, found.language) == ("Ríos", "es")
    assert found.left_out


def test_the_clipboard_of_other_programs_is_cut_to_what_was_copied() -> None:
    copied = (
        "Version:0.9\r\nStartHTML:00000097\r\n<html><body>around<!--StartFragment--><p>Words</p>"
        "<!--EndFragment--></body></html>"
    )
    assert [each.text for each in read_text(copied, "html").passages] == ["Words"]


def test_markdown_keeps_its_matter_and_marks() -> None:
    found = read(b"---\ntitle: Rivers\ndate: today\n---\n\n## We *won*\n\n- one\n- two\n\n> said\n", "a.md")
    assert [(each.form, each.region, each.text) for each in found.passages] == [
        ("heading", "", "Rivers"), ("plain", "matter", "date: today"), ("heading", "", "We won"),
        ("item", "", "one"), ("item", "", "two"), ("quote", "", "said"),
    ]  # fmt: skip


def _zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types>wordprocessingml</Types>")
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", part)
    return out.getvalue()


def test_words_under_ruby_and_rows_in_content_controls_are_kept() -> None:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{each}</w:t></w:r></w:p></w:tc>" for each in ("Open", "Closed"))
    body = (
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>かわ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>川</w:t></w:r>"
        "</w:rubyBase></w:ruby></w:r></w:p><w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>"
        f"{cells}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    data = _zipped(document=f"<w:document {names}><w:body>{body}</w:body></w:document>".encode())
    assert [each.text for each in read(data, "a.docx").passages] == ["川", "Open\tClosed"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"), (b" \r\n\t ", "empty"), (Random(1).randbytes(2560), "not a text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"), (rb"{\rtf1 Words}", "RTF"),
        (WORD[:-90], "cut off"), (_zipped(), "no text part"),
        (_zipped(document=b'<!DOCTYPE w [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><w>&b;</w>'), "document type"),
        (_zipped(document=b"<w>" + b" " * 40_000_000 + b"</w>"), "far more"),
        (b"<html><body><script>1</script></body></html>", "no words"),
    ],
    ids=["nothing", "blanks", "noise", "old", "rtf", "cut", "partless", "entities", "bomb", "wordless"],
)  # fmt: skip
def test_bad_input_gets_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read(data, "release")


def test_very_long_texts_are_read_in_part() -> None:
    found = read(b"Words of a line.\n" * 400_000, "long.txt")
    assert len(found.passages) == reading.MOST_PASSAGES
    assert len(found.left_out) == 2


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.txt"):
        with pytest.raises(Unreadable):
            read_file(path)


_MARKUP = st.sampled_from(
    ["<p>", "</p>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<li>", "<ul>", "<h1>", "<br>", "<pre>",
     "<blockquote>", "<a href='x'>", "<b>", "<!--", "-->", "<![CDATA[", "&#0;", "&amp;", "<nav>", "</nav>",
     "words", " ",
     "\n", "# ", "- ", "> ", "| a | b |\n|---|---|\n", "```", "**", "[x](y)", "<svg>", "<select>"]
)  # fmt: skip


@settings(max_examples=120, deadline=5000)
@given(st.lists(_MARKUP, max_size=40).map("".join), st.sampled_from(["html", "markdown", "text"]))
def test_any_markup_is_read_or_refused(words: str, form: str) -> None:
    try:
        found = read_text(words, form)
    except Unreadable:
        return
    assert all(each.text == each.text.strip(" ") and each.text for each in found.passages)


@settings(max_examples=120, deadline=5000)
@given(st.lists(st.tuples(st.integers(0, len(WORD) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_changed_word_file_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(WORD)
    for at, byte in changes:
        data[at] = byte
    try:
        found = read(bytes(data), "a.docx")
    except Unreadable:
        return
    assert found.passages
