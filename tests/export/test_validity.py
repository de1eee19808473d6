"""Every PDF keeps PDF/UA-1 and PDF/A-2a: kits of any blocks in any order, in thirteen languages, with photos,
emphasis, links and unfinished states; and the samples."""

import io
from itertools import islice
from pathlib import Path

import page
import pikepdf
import pytest
from msgspec.structs import replace

from presskit.export import format_named
from presskit.exporting import export_bytes
from presskit.model.brand import Brand
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.storage.files import read
from tests import generated
from tests.assembled import long_kit

KITS, BATCH = 220, 20
SAMPLES = sorted((Path(__file__).parents[2] / "resources" / "samples").rglob("*.presskit"))


def faults(kit: Kit) -> list[str]:
    """The profiles that a PDF of a kit's releases falls short of, with the rules that say so."""
    kind = format_named("pdf")
    assert kind
    found: list[str] = []
    for number in range(len(kit.releases)):
        data = export_bytes(kit, number, kind)
        for profile in ("ua1", "2a"):
            result = page.validate_pdf_bytes(data, profile=profile)
            if not result.is_compliant:
                found.append(f"release {number}: {profile}: {result}")
    return found


@pytest.mark.parametrize("start", range(0, KITS, BATCH))
def test_any_kit_is_valid(start: int) -> None:
    for number, kit in enumerate(islice(generated.kits(KITS), start, start + BATCH), start):
        assert faults(kit) == [], f"kit {number}"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("theme", ["classic", "modern", "letterhead"])
def test_the_samples_are_valid_in_every_theme(path: Path, theme: str) -> None:
    kit = read(path).kit
    releases = tuple(
        replace(release, brand=replace(release.brand, theme=theme, issuers=("One", "Two", "Three")))
        for release in kit.releases
    )
    assert faults(replace(kit, releases=releases)) == []


@pytest.mark.parametrize(
    "kit",
    [Kit(), Kit(releases=(Release(language="no such tag", brand=Brand(accent="red")),)), long_kit(2000)],
    ids=["empty", "odd", "long"],
)
def test_the_ends_of_what_there_is_are_valid(kit: Kit) -> None:
    assert faults(kit) == []


def test_the_validator_sees_a_fault() -> None:
    kind = format_named("pdf")
    assert kind
    data = export_bytes(Kit(), 0, kind)
    broken = data.replace(b"/StructTreeRoot", b"/StructTreeRoof")
    assert page.validate_pdf_bytes(data, profile="ua1").is_compliant
    assert not page.validate_pdf_bytes(broken, profile="ua1").is_compliant


@pytest.mark.parametrize("number", range(len(generated.languages())))
def test_a_pdf_with_the_word_file_inside_is_valid(number: int) -> None:
    kit = next(islice(generated.kits(KITS), number, None))
    kind = format_named("pdf-word")
    assert kind
    data = export_bytes(kit, 0, kind)
    for profile in ("ua1", "3a"):
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (name,) = pdf.attachments
        inside = pdf.attachments[name].get_file().read_bytes()
        assert name.endswith(".docx")
    word = format_named("docx")
    assert word
    assert inside == export_bytes(kit, 0, word)
