"""Word file, PDF and plain text say the same, paragraph by paragraph, and the PDF is sound."""

import io
import json
from pathlib import Path
from unicodedata import normalize

import docx
import pikepdf
import pytest
from docx.shared import Pt
from msgspec.structs import replace

from presskit import assets
from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote
from presskit.export import fonts, format_named
from presskit.export.errors import ExportProblem
from presskit.export.layout import lay_out
from presskit.exporting import export_bytes
from presskit.model.brand import Brand, look
from presskit.model.kit import Asset, Kit
from presskit.storage.files import read
from presskit.text.runs import plain_paragraphs, rich
from presskit.verify.pdf import reading_order
from tests.assembled import as_paragraphs, assemble, long_kit
from tests.examples import kit_of
from tests.export import reading_pdf
from tests.export.reading import docx_paragraphs, lines, plain_text
from tests.kits import cleared, full_kit, png
from tests.parts import Said, releases, take_apart

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "dev"
SAMPLES = [
    Path(str(assets.resource(f"samples/{name}.presskit"))) for name in assets.names("samples", ".presskit")
]


def written(kit: Kit, name: str) -> bytes:
    """The kit in a format."""
    kind = format_named(name)
    assert kind is not None
    return export_bytes(kit, 0, kind)


def tidy(found: list[str]) -> list[str]:
    """What a reader tells apart: composed letters, single spaces, no empty paragraphs."""
    text = [" ".join(normalize("NFC", each).split()) for each in found]
    return [each for each in text if each]


def in_text(kit: Kit) -> list[str]:
    """The plain text's paragraphs, without the addresses that it alone has to spell out."""
    return tidy(lines(plain_text(kit)))


def in_docx(kit: Kit) -> list[str]:
    """The Word file's paragraphs."""
    return tidy(lines("\n".join(docx_paragraphs(written(kit, "docx")))))


def in_pdf(data: bytes, kit: Kit) -> list[str]:
    """The PDF's paragraphs as its lines show them. Where lines run from the right, or end without a blank
    between words, only its structure says what follows what."""
    if kit.releases[0].language.partition("-")[0] in {"ar", "he", "ja", "ko", "zh"}:
        return tidy(lines(reading_order(data)))
    chosen = look(kit.releases[0].brand)
    top, right, bottom, _left = chosen.margins
    column = chosen.size[0] - right
    found = reading_pdf.paragraphs(data, top=top, bottom=bottom, column=column)
    return tidy(lines("\n".join(found)))


def sound(data: bytes) -> None:
    """What qpdf would check, fonts whole and our own, nothing that names the computer or its user."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(pdf.pages) > 0
        for page in pdf.pages:
            for font in page.resources.get("/Font", {}).values():
                assert "Helvetica" not in str(font.BaseFont)
                inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
                assert "/FontFile2" in inner.FontDescriptor
        assert pdf.Root.Lang
    assert b"/Users/" not in data
    assert b"/home/" not in data


def agree(kit: Kit) -> None:
    """All three say the same."""
    pdf = written(kit, "pdf")
    wanted = in_text(kit)
    assert in_docx(kit) == wanted
    assert in_pdf(pdf, kit) == wanted
    sound(pdf)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_samples_agree(path: Path) -> None:
    kit = read(path).kit
    for number in range(len(kit.releases)):
        agree(Kit(releases=(kit.releases[number],), pictures=kit.pictures))


def test_a_kit_of_every_kind_agrees() -> None:
    agree(full_kit())


@pytest.mark.parametrize("page", ["letter", "a4"])
@pytest.mark.parametrize("source", releases(), ids=lambda path: path.stem)
def test_releases_agree_and_have_every_letter_of_their_source(source: Path, page: str) -> None:
    """Assembled out of its parts, each quote a block with its speaker, and nothing lost on the way."""
    parts = take_apart(source)
    kit = assemble(parts, region="CT", page=page)
    agree(kit)
    text = in_text(kit)
    for part in parts.body:
        match part:
            case Said():
                assert part.paragraph in text
            case str():
                assert part in text
            case list():
                assert [f"• {each}" for each in part] == [each for each in text if each.startswith("•")]
    assert text[text.index(parts.headline) + 1] == parts.subhead
    assert text[text.index(parts.subhead) + 1].endswith(f" — {parts.lede}")
    assert parts.boilerplate in text
    quotes = [block for block in kit.releases[0].blocks if isinstance(block, Quote)]
    said = [part for part in parts.body if isinstance(part, Said)]
    assert [quote.speaker.name for quote in quotes] == [part.name for part in said]
    assert {quote.placement for quote in quotes} == {"lead", "middle", "end"}
    for quote, part in zip(quotes, said, strict=True):
        assert plain_paragraphs(quote.paragraphs("en-US")) == part.paragraph


def language_of(path: Path) -> str:
    """The language that the corpus gives for a text."""
    about = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    found = about.get("language") if isinstance(about, dict) else None
    return found if isinstance(found, str) else "en-US"


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.stem)
def test_real_releases_agree_or_say_which_character_no_font_has(path: Path) -> None:
    kit = as_paragraphs(path, language_of(path))
    wanted = in_text(kit)
    assert in_docx(kit) == wanted
    lacking = fonts.missing(lay_out(kit), look(kit.releases[0].brand))
    if lacking:
        with pytest.raises(ExportProblem) as caught:
            written(kit, "pdf")
        assert f"{lacking[0].character} (U+{ord(lacking[0].character):04X})" in caught.value.sentence
        assert lacking[0].character in path.read_text(encoding="utf-8")
        return
    pdf = written(kit, "pdf")
    sound(pdf)
    assert in_pdf(pdf, kit) == wanted


def test_an_empty_kit_has_a_page() -> None:
    agree(Kit())


def test_one_word() -> None:
    kit = kit_of(Headline(id="headline", text=rich("Won")))
    agree(kit)
    assert in_text(kit) == ["FOR IMMEDIATE RELEASE", "Won", "###"]


def test_twenty_thousand_words() -> None:
    kit = long_kit(20_000)
    assert 19_990 <= kit.releases[0].word_count() <= 20_900
    agree(kit)
    assert len(lay_out(kit).shapes) > 150


@pytest.mark.parametrize("theme", ["classic", "modern", "letterhead"])
def test_text_without_a_headline_stands_apart_from_the_release_line(theme: str) -> None:
    kit = kit_of(Paragraph(id="para0001", text=rich("A word.")), Paragraph(id="para0002", text=rich("Two.")))
    kit = kit.with_release(0, replace(kit.releases[0], brand=Brand(theme=theme)))
    apart = look(kit.releases[0].brand).style("headline").before
    assert apart > 4
    line, first, second = docx.Document(io.BytesIO(written(kit, "docx"))).paragraphs[:3]
    assert first.paragraph_format.space_before == Pt(apart)
    assert second.paragraph_format.space_before is None
    above, below, *_others = reading_pdf.lines(written(kit, "pdf"))
    assert (above.text.strip(), below.text.strip()) == (line.text, first.text)
    assert above.y - below.y > apart + below.size * 0.8


@pytest.mark.parametrize("theme", ["classic", "modern", "letterhead"])
@pytest.mark.parametrize("language", ["en-US", "ar"])
def test_all_that_a_brand_chooses_is_in_every_file(theme: str, language: str) -> None:
    """The address in the same place and words; sizes, distances and colours alike in Word and PDF."""
    logo = Asset.of(png(7, side=400))
    kit = full_kit().with_picture(logo)
    brand = Brand(
        theme=theme,
        logo=logo.name,
        issuers=("River Union",),
        heading_colour="#27408b",
        headline="large",
        lines="wide",
        sides="wide",
        logo_size="small",
        logo_side="end",
        address="12 Mill Lane, New Haven · https://example.org",
    )
    kit = cleared(kit.with_release(0, replace(kit.releases[0], brand=brand, language=language)))
    agree(kit)
    told = in_text(kit)
    assert told.index(brand.address) == told.index("River Union") + 1
    assert written(kit, "docx") == written(kit, "docx")
    document = docx.Document(io.BytesIO(written(kit, "docx")))
    shown = look(brand)
    (section,) = document.sections
    assert section.left_margin == pytest.approx(Pt(shown.margins[3]), abs=1000)
    title, body = document.styles["Title"], document.styles["Body Text"]
    assert title.font.size == Pt(shown.style("headline").size)
    assert str(title.font.color.rgb) == "27408B"
    assert body.paragraph_format.line_spacing == Pt(shown.style("body").leading)
    assert document.inline_shapes[0].height == pytest.approx(Pt(shown.logo_height), abs=20000)
    if language == "en-US":
        sizes = {line.size for line in reading_pdf.lines(written(kit, "pdf"))}
        assert max(sizes) == pytest.approx(shown.style("headline").size, abs=0.1)
