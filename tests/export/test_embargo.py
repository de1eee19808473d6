"""An embargo stands on every page, in the data of each file, and in its name for as long as it lasts."""

import datetime
import io
import zipfile
from zoneinfo import ZoneInfo

import docx
import page
import pikepdf
import pytest
from lxml import etree
from msgspec.structs import replace

from presskit.export import FORMATS, format_named
from presskit.export.layout import lay_out
from presskit.exporting import export, export_bytes, export_paths, looked_for, marked
from presskit.model.brand import Brand, look
from presskit.model.embargo import data_mark, file_mark, told
from presskit.model.kit import Kit
from presskit.model.release import Release, ReleaseLine
from presskit.pictures import notes
from presskit.pictures.parts import split
from presskit.verify.exported import trouble
from presskit.verify.report import read
from tests import generated
from tests.assembled import long_kit
from tests.export import reading_pdf
from tests.export.reading import plain_text
from tests.kits import full_kit

UNTIL = datetime.datetime(2026, 11, 30, 6, 0)
BEFORE = datetime.datetime(2026, 11, 30, 10, 59, tzinfo=datetime.UTC)
AFTER = datetime.datetime(2026, 11, 30, 11, 0, tzinfo=datetime.UTC)
LANGUAGES = tuple(dict.fromkeys(generated.languages()))
# The longest line that there is: a zone that most languages spell out.
LINE = ReleaseLine(
    kind="embargo", until=datetime.datetime(2026, 9, 30, 12, 1), zone="America/Indiana/Indianapolis"
)


def under(kit: Kit, line: ReleaseLine = LINE) -> Kit:
    return kit.with_release(0, replace(kit.releases[0], line=line))


def eastern(kind: str = "embargo") -> Release:
    return Release(line=ReleaseLine(kind=kind, until=UNTIL, zone="America/New_York"))  # type: ignore[arg-type]


def written(kit: Kit, name: str) -> bytes:
    kind = format_named(name)
    assert kind
    return export_bytes(kit, 0, kind)


def flat(text: str) -> str:
    """The letters, without the blanks and marks of direction that differ between files."""
    return "".join(letter for letter in text if letter.isalnum())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_line_is_on_every_page_in_every_language(language: str) -> None:
    one = generated.whole_kit(language).releases[0]
    blocks = [replace(block, id=f"{block.id}{turn}") for turn in range(4) for block in one.blocks]
    kit = under(replace(generated.whole_kit(language), releases=(one.with_blocks(blocks),)))
    line = flat(lay_out(kit).running)
    assert flat(plain_text(kit).split("\n\n")[1 if one.brand.issuers else 0]) == line
    pdf = written(kit, "pdf")
    pages: dict[int, str] = {}
    for each in reading_pdf.lines(pdf, top=0, bottom=0):
        pages[each.page] = pages.get(each.page, "") + each.text
    assert len(pages) > 1
    for text in pages.values():
        assert all(letter in flat(text) for letter in set(line))
        if language.partition("-")[0] not in {"ar", "he"}:  # which a page has from the left
            assert line in flat(text)
    with zipfile.ZipFile(io.BytesIO(written(kit, "docx"))) as package:
        head = etree.fromstring(package.read("word/header1.xml"))
        assert flat("".join(head.itertext("{*}t"))).startswith(line)
    assert page.validate_pdf_bytes(pdf, profile="ua1").is_compliant


def test_files_say_it_in_their_data() -> None:
    kit = under(full_kit(), eastern().line)
    said = "EMBARGOED UNTIL 6 a.m. ET, Nov. 30, 2026"
    found = "embargoed until 2026-11-30T06:00-05:00"
    for name in ("pdf", "pdf-word"):
        data = written(kit, name)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert (str(pdf.docinfo["/Subject"]), str(pdf.docinfo["/Keywords"])) == (said, found)
            with pdf.open_metadata() as packet:
                assert (packet["dc:description"], packet["pdf:Keywords"]) == (said, found)
        assert page.validate_pdf_bytes(data, profile="3a" if name == "pdf-word" else "2a").is_compliant
    properties = docx.Document(io.BytesIO(written(kit, "docx"))).core_properties
    assert (properties.subject, properties.keywords) == (said, found)
    with zipfile.ZipFile(io.BytesIO(written(kit, "photos"))) as package:
        assert said in package.read("captions.txt").decode()


def test_other_lines_are_no_embargo_in_the_data() -> None:
    for kind, said in (("immediate", ""), ("hold", "HOLD FOR RELEASE")):
        kit = under(full_kit(), eastern(kind).line)
        properties = docx.Document(io.BytesIO(written(kit, "docx"))).core_properties
        assert (properties.subject, properties.keywords) == (said, "")
        with pikepdf.open(io.BytesIO(written(kit, "pdf"))) as pdf:
            assert "/Keywords" not in pdf.docinfo
            assert str(pdf.docinfo.get("/Subject", "")) == said


@pytest.mark.parametrize("name", ["pdf", "docx", "text", "photos", "pdf-word", "review", "draft"])
def test_what_says_so_is_no_leak(name: str, tmp_path) -> None:
    kit = under(full_kit(), eastern().line)
    kit = replace(kit, notes="Embargoed until Monday.\nembargoed until 2026-11-30\nEMBARGOED")
    kind = format_named(name)
    path = tmp_path / f"vote{kind.suffix}"
    assert trouble(export(kit, 0, name, path)) == ""
    if name in {"pdf", "docx", "pdf-word"}:
        found = read(path.read_bytes(), path.name, looked_for(kit))
        assert [each.kind for each in found.findings if each.severity == "stop"] == []


def test_names_of_files_tell_it_while_it_lasts(tmp_path) -> None:
    kit = Kit(releases=(eastern(), eastern("hold"), Release()))
    assert marked(kit, 0, "vote", BEFORE) == "vote.EMBARGOED-2026-11-30-0600ET"
    assert marked(kit, 0, "vote", AFTER) == "vote"
    assert marked(kit, 1, "vote", BEFORE) == marked(kit, 2, "vote", BEFORE) == "vote"
    paths = export_paths(marked(kit, 0, "vote.es-MX", BEFORE), tmp_path, [kind.id for kind in FORMATS])
    assert paths["pdf"].name == "vote.es-MX.EMBARGOED-2026-11-30-0600ET.pdf"
    assert paths["photos"].name == "vote.es-MX.EMBARGOED-2026-11-30-0600ET-photos.zip"
    assert paths["draft"].name == "vote.es-MX.EMBARGOED-2026-11-30-0600ET.draft.pdf"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "zone", ["America/New_York", "Asia/Tokyo", "America/Sao_Paulo", "Europe/Paris", "No/Zone", ""]
)
def test_names_are_ascii_whatever_the_language_and_zone(language: str, zone: str) -> None:
    release = Release(language=language, line=ReleaseLine(kind="embargo", until=UNTIL, zone=zone))
    mark = file_mark(release, BEFORE - datetime.timedelta(days=1))
    assert mark.startswith(".EMBARGOED")
    assert mark.isascii()
    assert not set(mark) & set('/\\:*?"<>| ')
    assert data_mark(release).isascii()


def test_an_embargo_without_a_moment_marks_files_for_ever() -> None:
    release = Release(line=ReleaseLine(kind="embargo"))
    assert file_mark(release, AFTER) == ".EMBARGOED"
    assert data_mark(release) == "embargoed"
    assert told(release, AFTER) == "Under embargo, but the release does not say until when."


@pytest.mark.parametrize(
    ("release", "now", "here", "wanted"),
    [
        (eastern(), BEFORE, "America/New_York", "Under embargo until 6 a.m. ET, Nov. 30, 2026."),
        (eastern(), BEFORE, "America/Toronto", "Under embargo until 6 a.m. ET, Nov. 30, 2026."),
        (
            eastern(), BEFORE, "Europe/Paris",
            "Under embargo until 6 a.m. ET, Nov. 30, 2026. Here that is noon, Nov. 30, 2026.",
        ),
        (
            eastern(), BEFORE, "Pacific/Auckland",
            "Under embargo until 6 a.m. ET, Nov. 30, 2026. Here that is 12 a.m., Dec. 1, 2026.",
        ),
        (
            eastern(), AFTER, "America/New_York",
            "The embargo ended at 6 a.m. ET, Nov. 30, 2026; the release still says that it lasts.",
        ),
        (eastern("hold"), BEFORE, "UTC", ""),
        (Release(), BEFORE, "UTC", ""),
    ],
)  # fmt: skip
def test_a_sentence_says_until_when(release: Release, now: datetime.datetime, here: str, wanted: str) -> None:
    assert told(release, now, ZoneInfo(here)) == wanted


@pytest.mark.parametrize(
    ("until", "says"),
    [((2027, 3, 14, 2, 30), "there is no such time"), ((2026, 11, 1, 1, 30), "the second one counts")],
)
def test_odd_nights_are_told(until: tuple[int, ...], says: str) -> None:
    line = ReleaseLine(kind="embargo", until=datetime.datetime(*until), zone="America/New_York")  # type: ignore[arg-type]
    assert says in told(Release(line=line), BEFORE - datetime.timedelta(days=60), ZoneInfo("UTC"))


def test_a_long_line_pushes_nothing_off_the_head() -> None:
    data = written(under(long_kit(1500)), "pdf")
    width = look(Brand()).size[0]
    for line in reading_pdf.lines(data, top=0, bottom=720):
        assert 70 < line.left < line.right < width - 70


def test_photos_say_it_where_picture_desks_look() -> None:
    """IPTC Photo Metadata Standard 2021.1, "Instructions": embargoes and other restrictions of use."""
    said = "EMBARGOED UNTIL 6 a.m. ET, Nov. 30, 2026"
    with zipfile.ZipFile(io.BytesIO(written(under(full_kit(), eastern().line), "photos"))) as package:
        (name,) = (name for name in package.namelist() if name.endswith((".jpg", ".png")))
        assert notes.read(split(package.read(name))).instructions == said
    with zipfile.ZipFile(io.BytesIO(written(under(full_kit(), ReleaseLine()), "photos"))) as package:
        assert notes.read(split(package.read(name))).instructions == ""


def test_an_embargo_at_the_beginning_of_the_calendar_is_told_where_it_is_earlier_yet() -> None:
    line = ReleaseLine(kind="embargo", until=datetime.datetime(1, 1, 1, 10, 0), zone="Asia/Tokyo")
    assert "ended at" in told(Release(line=line), BEFORE, ZoneInfo("America/Port-au-Prince"))
