"""The command line: every verb, its exit codes, and what it says when something is wrong."""

import datetime
import errno
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from presskit import __version__, exporting
from presskit.cli import FAILED, IN_THE_WAY, MISUSED, UNREADABLE, run_command
from presskit.model.embargo import file_mark
from presskit.model.kit import Kit
from presskit.model.release import ReleaseLine
from presskit.storage import files
from presskit.storage.codec import encode
from presskit.storage.files import read
from presskit.templates import TEMPLATES
from tests.examples import kit_of
from tests.kits import cleared, full_kit
from tests.storage.disk import failing, names, posix
from tests.storage.zips import kit_with, zipped

Run = Callable[..., "Done"]


class Done:
    """What a command left: its exit code, its output, and its complaints, a line each."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.complaints = code, out.splitlines(), err.splitlines()
        for line in self.complaints:
            assert line.startswith("presskit: ")
            assert "Traceback" not in line


def write(path: Path, kit: Kit) -> None:
    """Saves a kit that nothing keeps from reporters."""
    files.write(path, cleared(kit))


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Sets the year that names of files go by; later than any embargo unless told."""

    def set_to(year: int) -> None:
        now = datetime.datetime(year, 1, 1, tzinfo=datetime.UTC)
        monkeypatch.setattr(exporting, "file_mark", lambda release, _now: file_mark(release, now))

    set_to(2100)
    return set_to


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs a command in this process."""

    def call(*words: object) -> Done:
        code = run_command([str(word) for word in words])
        caught = capsysbinary.readouterr()
        return Done(code, caught.out.decode(), caught.err.decode())

    return call


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A kit with everything in it, alone in its folder."""
    path = tmp_path / "vote.presskit"
    write(path, full_kit())
    return path


# What works


def test_version(run: Run) -> None:
    done = run("--version")
    assert (done.code, done.out, done.complaints) == (0, [f"presskit {__version__}"], [])


def test_help_names_every_verb(run: Run) -> None:
    done = run("--help")
    assert done.code == 0
    for verb in ("export", "new", "text"):
        assert any(line.strip().startswith(verb) for line in done.out)


@pytest.mark.parametrize("template", TEMPLATES)
def test_new_writes_a_kit_from_each_template(run: Run, tmp_path: Path, template: str) -> None:
    done = run("new", tmp_path / "fresh", "--template", template)
    path = tmp_path / "fresh.presskit"
    assert (done.code, done.out, done.complaints) == (0, [str(path)], [])
    assert read(path).kit.releases[0].blocks
    assert names(tmp_path) == {"fresh.presskit"}


@pytest.mark.parametrize(("locale", "page"), [("en_US.UTF-8", "letter"), ("de_DE.UTF-8", "a4"), ("C", "a4")])
def test_new_takes_the_paper_of_the_territory(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locale: str, page: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert run("new", tmp_path / "a.presskit").code == 0
    assert read(tmp_path / "a.presskit").kit.releases[0].brand.page == page


def test_text_prints_the_release(run: Run, kit: Path) -> None:
    done = run("text", kit)
    assert done.code == 0
    assert done.complaints == []
    assert "River trust wins vote" in done.out
    assert done.out[0].startswith("EMBARGOED UNTIL 12:01 a.m. ET")
    assert "Call the mayor first." not in "\n".join(done.out)


def test_export_writes_word_and_pdf_beside_the_kit(run: Run, kit: Path) -> None:
    done = run("export", kit)
    assert done.code == 0
    assert done.out == [str(kit.with_suffix(".docx")), str(kit.with_suffix(".pdf"))]
    assert kit.with_suffix(".docx").read_bytes().startswith(b"PK")
    assert kit.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
    assert names(kit.parent) == {"vote.presskit", "vote.docx", "vote.pdf"}


def test_names_of_files_say_until_when_they_are_under_embargo(
    run: Run, kit: Path, clock: Callable[[int], None]
) -> None:
    clock(2026)
    done = run("export", kit, "--to", "pdf,photos")
    mark = "EMBARGOED-2026-11-22-0001ET"
    assert [Path(line).name for line in done.out] == [f"vote.{mark}.pdf", f"vote.{mark}-photos.zip"]
    assert run("export", kit, "--to", "pdf").code == IN_THE_WAY


def test_export_takes_formats_a_folder_and_several_kits(run: Run, kit: Path) -> None:
    other = kit.with_name("a word.presskit")
    write(other, kit_of())
    out = kit.parent / "for" / "reporters"
    done = run("export", kit, other, "--to", " PDF, text,", "--out", out)
    assert (done.code, done.complaints) == (0, [])
    assert names(out) == {"vote.pdf", "vote.txt", "a word.pdf", "a word.txt"}
    assert names(kit.parent) == {"vote.presskit", "a word.presskit", "for"}


def test_every_language_of_a_kit_is_written(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "vote.PressKit"
    first = full_kit().releases[0]
    languages = ["es-MX", "../../etc", "ES-MX", ""]
    releases = [first, *(replace(kit_of().releases[0], language=each) for each in languages)]
    write(path, replace(full_kit(), releases=tuple(releases)))
    done = run("export", path, "--to", "text,pdf")
    assert (done.code, done.complaints) == (0, [])
    stems = ("vote", "vote.es-MX", "vote.3", "vote.ES-MX.4", "vote.5")
    assert names(tmp_path) == {path.name, *(f"{stem}.{end}" for stem in stems for end in ("txt", "pdf"))}
    assert "PARA DIFUSIÓN INMEDIATA" in (tmp_path / "vote.es-MX.txt").read_text(encoding="utf-8")
    printed = run("text", path).out
    assert "River trust wins vote" in printed
    assert "PARA DIFUSIÓN INMEDIATA" in printed


@pytest.mark.parametrize(
    ("wanted", "stems"),
    [
        ("es", {"vote.es-MX"}),
        ("EN_us, zh", {"vote", "vote.zh-Hans"}),
        ("", {"vote", "vote.es-MX", "vote.zh-Hans"}),
    ],
)
def test_a_language_of_a_kit_can_be_chosen(run: Run, tmp_path: Path, wanted: str, stems: set[str]) -> None:
    path = tmp_path / "vote.presskit"
    release = kit_of().releases[0]
    releases = tuple(replace(release, language=each) for each in ("en-US", "es-MX", "zh-Hans"))
    write(path, replace(kit_of(), releases=releases))
    done = run("export", path, "--to", "text", "--language", wanted)
    assert (done.code, done.complaints) == (0, [])
    assert names(tmp_path) == {path.name, *(f"{stem}.txt" for stem in stems)}


def test_a_language_that_a_kit_lacks_is_told_and_nothing_is_written(run: Run, kit: Path) -> None:
    done = run("export", kit, "--language", "en,e")
    assert done.code == MISUSED
    assert done.complaints == ["presskit: vote.presskit: there is no release in “e”; choose from en-US."]
    assert names(kit.parent) == {"vote.presskit"}


def test_what_stops_one_language_does_not_stop_another(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "vote.presskit"
    held = replace(kit_of().releases[0], language="es", line=ReleaseLine(kind="hold"))
    kit = cleared(kit_of())
    files.write(path, replace(kit, releases=(*kit.releases, held)))
    assert run("export", path, "--to", "text", "--language", "en").code == 0
    assert names(tmp_path) == {path.name, "vote.txt"}
    done = run("export", path, "--to", "text", "--language", "es")
    assert done.code == FAILED
    assert all(line.startswith("presskit:   es: ") for line in done.complaints[1:]), "each says its language"


# What stands in the way


def test_nothing_is_replaced_without_force(run: Run, kit: Path) -> None:
    there = kit.with_suffix(".pdf")
    there.write_bytes(b"mine")
    done = run("export", kit)
    assert done.code == IN_THE_WAY
    assert done.complaints == [f"presskit: {there} is there already; use --force to replace it."]
    assert there.read_bytes() == b"mine"
    assert names(kit.parent) == {"vote.presskit", "vote.pdf"}, "not the Word file either"
    assert run("export", kit, "--force").code == 0
    assert there.read_bytes().startswith(b"%PDF-")


def test_two_kits_do_not_overwrite_each_other(run: Run, kit: Path) -> None:
    twin = kit.parent / "twin" / kit.name
    twin.parent.mkdir()
    write(twin, kit_of())
    out = kit.parent / "out"
    done = run("export", kit, twin, "--to", "text", "--out", out)
    assert done.code == IN_THE_WAY
    assert len(done.complaints) == 1
    assert b"River trust" in (out / "vote.txt").read_bytes()


def test_a_new_kit_replaces_none_without_force(run: Run, kit: Path) -> None:
    before = kit.read_bytes()
    done = run("new", kit)
    assert done.code == IN_THE_WAY
    assert len(done.complaints) == 1
    assert kit.read_bytes() == before
    assert run("new", kit, "--force").code == 0
    assert read(kit).kit != full_kit()


# What is misused


@pytest.mark.parametrize(
    "words",
    [
        ["send"],
        ["export"],
        ["export", "KIT", "--to", "docx,papyrus"],
        ["export", "KIT", "--to", ""],
        ["export", "KIT", "--loud"],
        ["new"],
        ["new", "x", "--template", "opera"],
        ["text"],
        ["text", "KIT", "KIT"],
    ],
    ids=" ".join,
)
def test_a_misused_command_is_told_and_does_nothing(run: Run, kit: Path, words: list[str]) -> None:
    done = run(*(kit if word == "KIT" else word for word in words))
    assert done.code == MISUSED
    assert len(done.complaints) == 1
    assert done.out == []
    assert names(kit.parent) == {"vote.presskit"}


def test_the_formats_there_are_are_named(run: Run, kit: Path) -> None:
    (said,) = run("export", kit, "--to", "docx,papyrus,pdf").complaints
    assert "“papyrus”" in said
    assert "docx, pdf, text" in said


# What cannot be read


def newer(**more: object) -> bytes:
    return kit_with(**{"kit.json": msgspec.json.encode({"format": 99, "made_by": "PressKit 9", **more})})


BAD: dict[str, tuple[bytes | None, str]] = {
    "missing": (None, "There is no file"),
    "empty": (b"", "is damaged, because it is empty"),
    "truncated": (kit_with()[:-30], "is damaged, because it is cut off"),
    "text": (b"FOR IMMEDIATE RELEASE\n", "is not a press kit but a file of another kind"),
    "pdf": (b"%PDF-1.7\n", "is not a press kit but a PDF"),
    "zip": (zipped({"a.txt": b"a"}), "is not a press kit but a zip archive"),
    "word": (zipped({"word/document.xml": b"<w/>"}), "is not a press kit but a Word document"),
    "bomb": (
        zipped({"mimetype": b"application/vnd.presskit+zip", "kit.json": b" " * 2**24}, zipfile.ZIP_DEFLATED),
        "was not opened, because it would grow more than 200 times",
    ),
    "no record": (kit_with(**{"kit.json": None}), "its record “kit.json” is missing"),
    "no json": (kit_with(**{"kit.json": b"{"}), "its record is not JSON"),
    "newer": (newer(releases=[{}]), "was saved by a newer version (PressKit 9)"),
    "newer still": (newer(releases="all"), "was saved by a newer version (PressKit 9)"),
}


@pytest.mark.parametrize("verb", ["text", "export"])
@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_in_one_sentence_and_nothing_is_written(
    run: Run, tmp_path: Path, verb: str, name: str
) -> None:
    data, says = BAD[name]
    path = tmp_path / "vote.presskit"
    if data is not None:
        path.write_bytes(data)
    done = run(verb, path)
    assert done.code == UNREADABLE
    (said,) = done.complaints
    assert says in said
    assert said.endswith(".")
    assert done.out == []
    assert names(tmp_path) == ({"vote.presskit"} if data is not None else set())
    assert data is None or path.read_bytes() == data


def test_a_folder_is_no_kit(run: Run, tmp_path: Path) -> None:
    done = run("text", tmp_path)
    assert done.code == UNREADABLE
    assert len(done.complaints) == 1


def test_one_bad_file_keeps_no_good_one_from_being_written(run: Run, kit: Path) -> None:
    bad = kit.with_name("bad.presskit")
    bad.write_bytes(b"")
    done = run("export", bad, kit, kit.with_name("none.presskit"), "--to", "text")
    assert done.code == UNREADABLE
    assert len(done.complaints) == 2
    assert done.out == [str(kit.with_suffix(".txt"))]


def test_lost_pictures_are_told_and_the_rest_is_exported(run: Run, tmp_path: Path) -> None:
    raw = msgspec.json.decode(encode(full_kit()))
    path = tmp_path / "vote.presskit"
    lost = full_kit().pictures[0].name
    path.write_bytes(kit_with(**{"kit.json": msgspec.json.encode(raw), f"assets__{lost}": b"no picture"}))
    done = run("text", path)
    assert done.code == 0
    assert len(done.complaints) == 1
    assert "River trust wins vote" in done.out


# What cannot be written


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EDQUOT])
def test_a_full_or_read_only_disk_leaves_everything_as_it_was(run: Run, kit: Path, number: int) -> None:
    old = kit.with_suffix(".pdf")
    old.write_bytes(b"mine")
    with failing("fsync", number):
        done = run("export", kit, "--to", "pdf", "--force")
    assert done.code == FAILED
    assert len(done.complaints) == 1
    assert old.read_bytes() == b"mine"
    assert names(kit.parent) == {"vote.presskit", "vote.pdf"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_a_new_kit_that_cannot_be_written_is_not_there(run: Run, tmp_path: Path, number: int) -> None:
    with failing("fsync", number):
        done = run("new", tmp_path / "a.presskit")
    assert done.code == FAILED
    assert len(done.complaints) == 1
    assert names(tmp_path) == set()


def test_a_folder_that_cannot_be_made_is_told(run: Run, kit: Path) -> None:
    done = run("export", kit, "--out", kit / "below a file")
    assert done.code == FAILED
    assert len(done.complaints) == 1
    assert done.out == []


def test_a_file_is_no_folder_to_export_to(run: Run, kit: Path) -> None:
    done = run("export", kit, "--out", kit)
    assert done.code == FAILED
    assert done.complaints == [f"presskit: “{kit}” is a file, not a folder: name another folder after --out."]


@posix
def test_names_that_are_too_long_are_told_as_such(run: Run, kit: Path) -> None:
    long = kit.with_name("a" * 300)
    for words in (("new", long), ("export", kit, "--out", long), ("text", long), ("verify", long)):
        done = run(*words)
        assert done.code in {FAILED, UNREADABLE}
        (said,) = done.complaints
        assert "too long" in said
        assert ": " in said.removeprefix("presskit: ")  # what to do
    assert names(kit.parent) == {"vote.presskit"}


def test_a_problem_names_its_file_once(run: Run, kit: Path) -> None:
    kit.with_suffix(".pdf").mkdir()
    done = run("export", kit, "--to", "pdf,text", "--force")
    (said,) = done.complaints
    assert done.code == FAILED
    assert said.count("vote.pdf") == 1
    assert done.out == [str(kit.with_suffix(".txt"))]


@posix
def test_new_in_a_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    done = run("new", tmp_path / "no" / "a.presskit")
    assert done.code == FAILED
    assert "its folder is not there" in done.complaints[0]


def test_what_no_font_has_is_told_by_its_character(run: Run, tmp_path: Path) -> None:
    from presskit.blocks.paragraph import Paragraph
    from presskit.text.runs import rich

    path = tmp_path / "vote.presskit"
    write(path, kit_of(Paragraph(id="para0001", text=rich("ꆈꌠ"))))
    done = run("export", path, "--to", "pdf,text")
    assert done.code == FAILED
    assert "U+A188" in done.complaints[0]
    assert done.out == [str(path.with_suffix(".txt"))]


def test_a_font_of_the_computer_is_used_when_allowed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from presskit.blocks.paragraph import Paragraph
    from presskit.text.runs import rich
    from tests.export.making_fonts import face_of, rune

    lent = face_of(rune(tmp_path), "Rune", "Runr")
    monkeypatch.setattr("presskit.export.font_advice.system_faces", lambda: (lent,))
    path = tmp_path / "vote.presskit"
    write(path, kit_of(Paragraph(id="para0001", text=rich("ᚠ"))))
    done = run("export", path, "--to", "pdf")
    assert done.code == FAILED
    assert "Allow Rune, which this computer has. Add --system-fonts to do so." in done.complaints[0]
    assert run("export", path, "--to", "pdf", "--system-fonts").out == [str(path.with_suffix(".pdf"))]


def test_an_empty_kit_is_exported(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "vote.presskit"
    write(path, Kit())
    assert run("export", path, "--to", "docx,pdf,text").code == 0
    assert run("text", path).code == 0


def test_a_house_style_that_is_not_there_is_told_and_the_export_goes_on(run: Run, kit: Path) -> None:
    found = read(kit).kit
    write(kit, found.with_release(0, replace(found.releases[0], profile="lost")))
    done = run("export", kit, "--to", "text")
    assert done.code == 0
    assert any("“lost”, which is not on this computer" in each for each in done.complaints)
    assert read(kit).kit.releases[0].profile == "lost"
