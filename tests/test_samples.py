"""The samples that PressKit comes with: whole, up to date, and fit to be sent."""

import importlib.util
import io
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from presskit.blocks import ALL
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote
from presskit.blocks.statistics import Statistics
from presskit.blocks.unknown import Unknown
from presskit.export import FORMATS
from presskit.export.layout import lay_out
from presskit.model.kit import Kit
from presskit.session import export_bytes
from presskit.storage import files
from presskit.storage.container import pack
from tests.examples import has_matter

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("river-pact", "casa-abierta")


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


def entries(data: bytes) -> list[tuple[str, bytes]]:
    """What a zip holds, in order: how small it was made depends on the zlib of the machine."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(info.filename, archive.read(info)) for info in archive.infolist()]


def test_each_kit_in_the_folder_is_tried_here(builder: ModuleType) -> None:
    assert {path.stem for path in sample("any").parent.glob("*.presskit")} == set(NAMES)
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
    assert not has_matter(kind, lay_out(shown)) or export_bytes(shown, 0, kind)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_stays_in_the_house_comes_out(name: str) -> None:
    shown = kit(name)
    (kind,) = (each for each in FORMATS if each.id == "text")
    text = export_bytes(shown, 0, kind).decode()
    assert shown.notes
    assert shown.notes not in text
    assert shown.releases[0].title() in text


def test_the_second_is_spanish_on_a4() -> None:
    (release,) = kit("casa-abierta").releases
    assert (release.language, release.brand.page, release.line.kind) == ("es", "a4", "immediate")
    quotes = [block for block in release.blocks if isinstance(block, Quote)]
    assert [quote.paragraphs("es")[0][0].text[0] for quote in quotes] == ["“", "“"]
