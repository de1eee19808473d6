"""Templates: whole, in both languages, and with prompts that no file ever shows."""

import zipfile
from io import BytesIO

import pikepdf
import pytest
from msgspec.structs import replace
from pypdfium2 import PdfDocument

from presskit import assets
from presskit.blocks import BY_KIND
from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.crosshead import Crosshead
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote
from presskit.checking import stopping
from presskit.export import FORMATS
from presskit.exporting import export_bytes
from presskit.model.block import new_id
from presskit.model.kit import Kit
from presskit.pages import preview_text
from presskit.storage.codec import decode, encode
from presskit.templates import TEMPLATES, new_kit, template
from presskit.text.runs import rich

CANARY = "ZQXJKVCANARY"


def prompted(name: str, language: str) -> Kit:
    """A new kit whose prompts are words that stand nowhere else."""
    kit = new_kit(name, "US", language)
    release = kit.releases[0]
    return kit.with_release(0, release.with_blocks(replace(each, prompt=CANARY) for each in release.blocks))


def test_every_file_is_a_template_and_every_template_a_file() -> None:
    assert sorted(TEMPLATES) == sorted(assets.names("templates", ".toml"))
    assert len(TEMPLATES) >= 6
    with pytest.raises(KeyError):
        template("../brands/classic")


@pytest.mark.parametrize("name", TEMPLATES)
def test_each_says_the_same_in_both_languages(name: str) -> None:
    found = template(name)
    assert found.label
    assert found.about.endswith(".")
    assert f"{found.icon}.svg" in {f"{each}.svg" for each in assets.names("icons", ".svg")}
    for each in found.openings:
        assert each.kind in BY_KIND
        assert bool(each.en) == bool(each.es)
        assert bool(each.text_en) == bool(each.text_es)
        assert not each.en.endswith(".")
    english, spanish = new_kit(name, "US").releases[0], new_kit(name, "ES", "es-ES").releases[0]
    assert [each.kind for each in english.blocks] == [each.kind for each in spanish.blocks]
    assert (english.language, english.brand.page) == ("en-US", "letter")
    assert (spanish.language, spanish.brand.page) == ("es-ES", "a4")
    assert len({each.id for each in english.blocks}) == len(english.blocks)


@pytest.mark.parametrize("name", TEMPLATES)
def test_prompts_are_kept_with_the_kit(name: str) -> None:
    kit = new_kit(name, "US")
    assert decode(encode(kit)).kit == kit
    if name != "blank":
        assert any(each.prompt for each in kit.releases[0].blocks)
    assert all(each.is_empty() for each in kit.releases[0].blocks if each.prompt)


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.id)
@pytest.mark.parametrize("name", TEMPLATES)
def test_no_file_shows_a_prompt(name: str, kind: object) -> None:
    kit = prompted(name, "en-US")
    if kind.id == "photos":  # type: ignore[attr-defined]
        pytest.skip("there is no photo in a template")
    data = export_bytes(kit, 0, kind)  # type: ignore[arg-type]
    assert CANARY.encode() not in data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            assert all(CANARY.encode() not in archive.read(each) for each in archive.namelist())
    if data.startswith(b"%PDF"):
        with pikepdf.open(BytesIO(data)) as pdf:
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Stream):
                    assert CANARY.encode() not in thing.read_bytes()
                assert CANARY not in repr(thing)
        document = PdfDocument(data)
        assert all(CANARY not in page.get_textpage().get_text_range() for page in document)
        document.close()
    assert CANARY not in preview_text(kit, 0)


@pytest.mark.parametrize("language", ["en-US", "es-ES"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_crossheads_that_nobody_wrote_to_are_stopped(name: str, language: str) -> None:
    kit = new_kit(name, "US", language)
    blocks = kit.releases[0].blocks
    bare = [each.id for each in blocks if isinstance(each, Crosshead) and not each.is_empty()]
    assert [each.block for each in stopping(kit, 0) if each.rule == "crosshead-bare"] == bare
    written = (Paragraph(id=new_id(), text=rich("Written.")), *blocks)
    for each in bare:
        place = next(place for place, block in enumerate(written) if block.id == each)
        under = Paragraph(id=new_id(), text=rich("Written."))
        written = (*written[: place + 1], under, *written[place + 1 :])
    kit = kit.with_release(0, kit.releases[0].with_blocks(written))
    assert "crosshead-bare" not in [each.rule for each in stopping(kit, 0)]


def test_a_heading_that_nobody_wrote_to_is_stopped() -> None:
    kit = new_kit("release", "US")
    release = kit.releases[0]
    blocks = [
        replace(each, heading="About us") if each.kind == "boilerplate" else each for each in release.blocks
    ]
    kit = kit.with_release(0, release.with_blocks(blocks))
    found = [each.block for each in stopping(kit, 0) if each.rule == "crosshead-bare"]
    assert found == [each.id for each in blocks if isinstance(each, Boilerplate)]


@pytest.mark.parametrize(("language", "verb"), [("en-US", "said"), ("es-MX", "dijo")])
def test_quotes_have_the_verb_of_their_language(language: str, verb: str) -> None:
    for name in TEMPLATES:
        for each in new_kit(name, "US", language).releases[0].blocks:
            assert not isinstance(each, Quote) or each.verb == verb


def test_an_advisory_has_crossheads_of_its_own() -> None:
    assert sum(isinstance(each, Crosshead) for each in new_kit("advisory", "US").releases[0].blocks) == 5
