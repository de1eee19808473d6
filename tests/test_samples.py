"""The samples that PressKit comes with: whole, up to date, and fit to be sent."""

import importlib.util
import io
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from presskit.blocks import ALL
from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote
from presskit.blocks.statistics import Statistics
from presskit.blocks.unknown import Unknown
from presskit.export import FORMATS
from presskit.export.errors import ExportProblem
from presskit.export.fonts import missing
from presskit.export.layout import lay_out
from presskit.exporting import export_bytes
from presskit.model.brand import look, themes
from presskit.model.kit import Kit
from presskit.model.profile import profile
from presskit.storage import files
from presskit.storage.container import pack
from presskit.text.languages import primary
from tests.examples import has_matter

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("ar", "fr", "he", "hi", "ht", "ja", "ko", "pt", "ru", "vi", "zh")
SHORT = ("open-doors", *(f"languages/{language}" for language in LANGUAGES))
NAMES = ("river-pact", "casa-abierta", *SHORT)


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    """packaging/samples.py, which is no part of a package."""
    spec = importlib.util.spec_from_file_location("presskit_samples", ROOT / "packaging" / "samples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sample(name: str) -> Path:
    return ROOT / "resources" / "samples" / f"{name}.presskit"


def kit(name: str) -> Kit:
    return files.read(sample(name)).kit


def text_of(shown: Kit) -> str:
    """The release as plain text."""
    (kind,) = (each for each in FORMATS if each.id == "text")
    return export_bytes(shown, 0, kind).decode()


def lacking_fonts(shown: Kit) -> bool:
    """Whether a character has no font here: those of Chinese, Japanese and Korean are an extra."""
    return bool(missing(lay_out(shown), look(shown.releases[0].brand)))


def entries(data: bytes) -> list[tuple[str, bytes]]:
    """What a zip holds, in order: how small it was made depends on the zlib of the machine."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(info.filename, archive.read(info)) for info in archive.infolist()]


def test_each_kit_in_the_folder_is_tried_here(builder: ModuleType) -> None:
    folder = sample("any").parent
    found = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.presskit")}
    assert found == set(NAMES)
    assert set(builder.SAMPLES) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_opens_without_a_word_of_warning(name: str) -> None:
    opened = files.read(sample(name))
    assert opened.problem is None
    assert not opened.read_only


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_what_its_builder_makes(builder: ModuleType, name: str) -> None:
    path = sample(name)
    built = pack(builder.SAMPLES[name](), path)
    assert entries(built) == entries(path.read_bytes()), "run packaging/samples.py"
    assert built == pack(builder.SAMPLES[name](), path)


def test_the_first_shows_every_kind_of_block() -> None:
    (release,) = kit("river-pact").releases
    assert {type(block) for block in release.blocks} == set(ALL) - {Unknown}
    assert not any(block.is_empty() for block in release.blocks)


def test_the_first_is_embargoed_and_has_a_photo_a_logo_and_a_dateline() -> None:
    shown = kit("river-pact")
    (release,) = shown.releases
    assert release.line.kind == "embargo"
    assert release.line.until is not None
    assert release.line.zone == "America/New_York"
    assert release.dateline.city
    assert release.dateline.date == release.line.until.date()
    assert shown.picture(release.brand.logo) == (sample("any").parent / "logo-river.png").read_bytes()
    (photo,) = (block for block in release.blocks if isinstance(block, Photo))
    assert shown.picture(photo.name) == (sample("any").parent / "photo-river.jpg").read_bytes()
    assert photo.caption
    assert photo.credit
    assert photo.alt


def test_the_first_has_each_placement_by_a_speaker_of_its_own_and_one_approval() -> None:
    (release,) = kit("river-pact").releases
    quotes = [block for block in release.blocks if isinstance(block, Quote)]
    assert sorted(quote.placement for quote in quotes) == ["end", "lead", "middle"]
    assert len({quote.speaker.name for quote in quotes}) == 3
    assert all(quote.speaker.title and quote.speaker.description for quote in quotes)
    assert [quote.is_approved() for quote in quotes].count(True) == 1


def test_the_first_says_where_its_figures_come_from() -> None:
    (release,) = kit("river-pact").releases
    (figures,) = (block for block in release.blocks if isinstance(block, Statistics))
    (source,) = figures.sources
    assert len(figures.items) == 3
    assert all((source.who, source.title, source.when, source.sample, source.sponsor, source.checked))
    assert source.link.startswith("https://example.org/")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("format_id", [each.id for each in FORMATS])
def test_a_sample_comes_out_in_every_format(name: str, format_id: str) -> None:
    (kind,) = (each for each in FORMATS if each.id == format_id)
    shown = kit(name)
    if format_id == "pdf" and lacking_fonts(shown):
        with pytest.raises(ExportProblem):
            export_bytes(shown, 0, kind)
    else:
        assert not has_matter(kind, lay_out(shown)) or export_bytes(shown, 0, kind)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_stays_in_the_house_comes_out(name: str) -> None:
    shown = kit(name)
    text = text_of(shown)
    assert shown.notes
    assert shown.notes not in text
    assert shown.releases[0].title() in " ".join(text.split())


@pytest.mark.parametrize("name", SHORT)
def test_a_release_has_all_that_a_release_wants(name: str) -> None:
    """In its own language throughout: nothing that the program says of itself is left in English."""
    shown = kit(name)
    (release,) = shown.releases
    kinds = [block.kind for block in release.blocks]
    wanted = {"contacts", "headline", "subhead", "paragraph", "quote", "statistics", "boilerplate"}
    assert wanted <= set(kinds)
    assert not any(block.is_empty() for block in release.blocks)
    assert release.dateline.city
    assert release.dateline.date
    (figures,) = (block for block in release.blocks if isinstance(block, Statistics))
    assert len(figures.items) == 3
    assert figures.sources[0].who
    assert figures.sources[0].sample
    if name != "open-doors":
        words = profile(release.profile).page_words(release.language)
        assert name == f"languages/{primary(release.language)}"
        text = text_of(shown)
        assert words.immediate in text
        assert words.source.strip() in text
        assert words.media_contact in text or words.media_contacts in text
        assert " said " not in text
        assert "Source: " not in text or release.language in {"fr"}


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("ar", "»، قالت هناء المرجان، معلمة من قرية عين الصفا."),
        ("fr", "\u00a0», a déclaré Maëlle Kervadec, porte-parole du collectif Quais Vivants. «\u00a0"),
        ("he", "”, אמר דורון לביא, יושב ראש העמותה."),
        ("hi", "” दसवीं कक्षा की छात्रा और अभियान की सदस्य काजल यदुवंशी ने कहा। “"),
        ("ht", "” se sa Fabiola Jean-Noël, yon enfimyè ki manm kolektif la, di. “"),
        ("ja", "」と汐見原漁業者の会代表の浜崎洋平さんは話しています。"),
        ("ko", "윤서린 골목안전시민연대 공동대표는 “아이 손을"),
        ("pt", "”, contou Rosângela Tibiriçá, técnica de enfermagem"),
        ("ru", ",\u00a0— сказала Нина Вересаева, сопредседатель объединения «Живой двор».\u00a0— "),
        ("vi", "”, bà Nguyễn Thị Sương, đại diện các hộ tiểu thương, chia sẻ. “"),
        ("zh", "，”柳岸小区居民代表何秀兰说。“"),
    ],
)
def test_a_quotation_stands_as_its_language_has_it(language: str, wanted: str) -> None:
    assert wanted in text_of(kit(f"languages/{language}"))


def test_all_themes_are_to_be_seen() -> None:
    assert {kit(name).releases[0].brand.theme for name in NAMES} == {theme for theme, _look in themes()}


def test_the_letterhead_names_three_organisations_and_has_a_logo() -> None:
    shown = kit("open-doors")
    (release,) = shown.releases
    assert (release.brand.theme, release.brand.page, len(release.brand.issuers)) == (
        "letterhead",
        "letter",
        3,
    )
    assert shown.picture(release.brand.logo) == (sample("any").parent / "logo-doors.png").read_bytes()
    headings = [block.heading for block in release.blocks if isinstance(block, Boilerplate)]
    assert headings == [f"About {named}" if "Valley" in named or "Nurses" in named else f"About the {named}"
                        for named in release.brand.issuers]  # fmt: skip


def test_the_second_is_spanish_on_a4() -> None:
    (release,) = kit("casa-abierta").releases
    assert (release.language, release.brand.page, release.line.kind) == ("es", "a4", "immediate")
    quotes = [block for block in release.blocks if isinstance(block, Quote)]
    assert [quote.paragraphs("es")[0][0].text[0] for quote in quotes] == ["“", "“"]
