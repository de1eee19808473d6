"""The commands about the library: what they do and print, and what they say when something is wrong."""

import datetime
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from presskit.cli import FAILED, IN_THE_WAY, MISUSED, UNREADABLE, run_command
from presskit.library.opening import open_library
from presskit.library.people import Consent
from presskit.library.using import block_for
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.storage.files import write
from tests.kits import cleared, full_kit
from tests.library.parts import TODAY, private_person, river_words

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's own folder."""
    monkeypatch.setenv("PRESSKIT_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("PRESSKIT_LIBRARY", raising=False)
    return tmp_path / "home"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `presskit library …`: exit code, output and complaints."""

    def call(*words: object) -> tuple[int, str, str]:
        code = run_command(["library", *map(str, words)])
        caught = capsys.readouterr()
        assert "Traceback" not in caught.err
        return code, caught.out, caught.err

    return call


def said(run: Run, *words: object) -> Any:
    code, out, err = run(*words, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def add_all(run: Run) -> None:
    said(run, "add", "person", "--name", "Nadia Ferrer Otis", "--role", "water analyst", "--tag", "river")
    said(run, "add", "organisation", "--name", "River Alliance", "--short", "RA")
    said(run, "add", "boilerplate", "--heading", "About us", "--text", "We keep rivers clean.")
    figure = ("--figure", "61%", "--sentence", "of wells had lead", "--source", "Water Board")
    said(run, "add", "statistic", *figure, "--year", "2025")


def test_each_kind_is_added_found_and_listed(run: Run) -> None:
    add_all(run)
    assert [each["kind"] for each in said(run, "list")] == [
        "boilerplate",
        "person",
        "organisation",
        "statistics",
    ]
    (person,) = said(run, "search", "FERRÉR")
    assert (person["name"], person["about"], person["tags"], person["version"]) == (
        "Nadia Ferrer Otis", "water analyst", ["river"], 1,
    )  # fmt: skip
    code, out, _err = run("search", "wells", "--kind", "statistics")
    assert code == 0
    assert out.split("\t")[1:4] == ["statistics", "v1", "61%"]
    assert said(run, "search", "nothing of the sort") == []
    assert said(run, "list", "--retired") == []


def test_the_text_of_a_boilerplate_may_come_from_the_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("We keep rivers clean.\n\nSince 1998.\n"))
    (item,) = said(run, "add", "boilerplate", "--text", "-", "--good-until", "2027-05-31", "--language", "en")
    assert (item["about"], item["good_until"]) == ("We keep rivers clean. Since 1998.", "2027-05-31")


def test_a_kit_brings_what_it_holds_for_reuse_once(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "full.presskit", full_kit())
    found = said(run, "add", "--from", tmp_path / "full.presskit")
    assert {each["kind"] for each in found} == {"boilerplate", "person", "statistics"}
    assert said(run, "add", "--from", tmp_path / "full.presskit") == []


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("add", "spaceship"), MISUSED, "cannot be added"),
        (("add", "person"), MISUSED, "--name is missing"),
        (("add", "boilerplate"), MISUSED, "--text is missing"),
        (("add", "person", "--name", "A", "--good-until", "soon"), MISUSED, "is no day"),
        (("add", "--from", "none.presskit"), UNREADABLE, "no file"),
        (("search", "a", "--kind", "spaceship"), MISUSED, "is none of"),
        (("export", "x", "0123456789abcdef"), MISUSED, "has no item"),
        (("import", "none.csv"), UNREADABLE, "cannot be read"),
        (("import", "notes.docx"), MISUSED, "cannot be taken in"),
        (("import", "none.presskit-library"), UNREADABLE, "cannot be read"),
        (("import", "none.csv", "--existing", "burn"), MISUSED, "none of leave"),
        (("backup",), UNREADABLE, "no library"),
        (("backup", "--restore", "2020-01-01"), MISUSED, "no copy of 2020-01-01"),
        (("backup", "--library", "postgresql://u@h/d"), MISUSED, "keeps its server"),
        (("list", "--library", "/proc/none/library.db"), FAILED, "cannot be reached"),
        (("list", "--library", "postgresql://u:secret@127.0.0.1:1/d"), FAILED, "cannot be reached"),
    ],
)
def test_what_is_wrong_is_said(run: Run, words: tuple[str, ...], code: int, why: str) -> None:
    found, out, err = run(*words)
    assert (found, out) == (code, "")
    assert err.startswith("presskit: ")
    assert why in err
    assert "secret" not in err


def test_a_library_is_handed_over_and_taken_in(run: Run, tmp_path: Path) -> None:
    add_all(run)
    with_private(tmp_path / "home" / "library" / "library.db")
    other = tmp_path / "other.db"
    code, out, err = run("export", tmp_path / "ours")
    path = Path(out.strip())
    assert (code, path.name) == (0, "ours.presskit-library")
    assert "Amalia Quiroga Reyes was left out" in err
    assert run("export", tmp_path / "ours")[0] == IN_THE_WAY
    assert said(run, "export", tmp_path / "ours", "--force", "--private")["left_out"] == []
    run("export", tmp_path / "ours", "--force")
    planned = said(run, "import", path, "--library", other, "--dry-run")
    assert ([each["what"] for each in planned["items"]], planned["kept"]) == (["new"] * 4, [])
    assert said(run, "list", "--library", other) == []
    assert len(said(run, "import", path, "--library", other)["kept"]) == 4
    assert said(run, "import", path, "--library", other)["kept"] == []


def with_private(path: Path, consent: Consent | None = None) -> Any:
    shelf = open_library(str(path))
    item = shelf.add(private_person(consent or Consent(private=True)))
    shelf.close()
    return item


def test_people_come_from_a_table_and_from_cards(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "press.csv"
    table.write_text("Nombre completo;Medio;Correo;Was\nJosé Niño;Radio Río;jose@rio.example;x\n", "cp1252")
    found = said(run, "import", table, "--map", "Was=tags")
    assert [each["what"] for each in found["items"]] == ["new"]
    (person,) = said(run, "search", "nino")
    assert person["tags"] == ["x"]
    cards = tmp_path / "press.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ada Poe\nN:Poe;Ada;;;\nEND:VCARD\n")
    code, out, err = run("import", cards)
    assert (code, out.split("\t")[:2]) == (0, ["new", "Ada Poe"])
    assert "1 kept" in err
    code, _out, err = run("import", table, "--map", "Nothing=tags")
    assert code == MISUSED
    assert "Nombre completo" in err


def test_copies_are_made_listed_and_brought_back(run: Run) -> None:
    add_all(run)
    (copy,) = said(run, "backup")
    assert (copy["day"], copy["items"]) == (datetime.date.today().isoformat(), 4)
    said(run, "add", "organisation", "--name", "Too much")
    said(run, "backup", "--restore", copy["day"])
    assert len(said(run, "list")) == 4


def test_the_check_tells_what_needs_a_look(run: Run, home: Path) -> None:
    add_all(run)
    said(run, "add", "statistic", "--figure", "9 in 10", "--good-until", "2020-01-01")
    with_private(home / "library" / "library.db", Consent(withdrawn=TODAY))
    found = said(run, "check")
    assert found["damaged"] == []
    assert found["items"]["statistics"] == 2
    remarks = " ".join(found["remarks"])
    for why in ("was good until Jan. 1, 2020", "withdrew their consent", "has no source"):
        assert why in remarks
    (home / "library" / "library.db").write_bytes(b"damaged" * 2_000)
    code, out, _err = run("check")
    assert code == FAILED
    assert "damaged" in out


def test_export_refuses_a_kit_whose_people_withdrew(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    person = with_private(home / "library" / "library.db", Consent(withdrawn=TODAY, reason="threats"))
    open_one = replace(person, content=replace(person.content, consent=Consent()))
    kit = Kit(releases=(Release(blocks=(block_for(open_one, "en", TODAY),)),))
    write(tmp_path / "vote.presskit", cleared(kit))
    assert run_command(["export", str(tmp_path / "vote.presskit"), "--to", "text"]) == FAILED
    assert "threats" in capsys.readouterr().err
    assert not (tmp_path / "vote.txt").exists()
    assert run_command(["text", str(tmp_path / "vote.presskit")]) == FAILED
    told = capsys.readouterr()
    assert ("threats" in told.err, told.out) == (True, "")


def test_export_goes_on_where_consent_cannot_be_asked(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "library").mkdir(parents=True)
    (home / "library" / "library.db").write_bytes(b"damaged" * 2_000)
    block = block_for(replace(river_words(), version=1), "en", TODAY)
    write(tmp_path / "vote.presskit", cleared(Kit(releases=(Release(blocks=(block,)),))))
    assert run_command(["export", str(tmp_path / "vote.presskit"), "--to", "text"]) == 0
    assert "Consent was not checked" in capsys.readouterr().err
    assert (tmp_path / "vote.txt").exists()


def test_the_library_that_the_environment_names_is_used(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRESSKIT_LIBRARY", str(tmp_path / "named.db"))
    add_all(run)
    assert (tmp_path / "named.db").exists()


def test_an_organization_is_one_in_either_spelling(run: Run) -> None:
    said(run, "add", "organization", "--name", "River Alliance")
    said(run, "add", "person", "--name", "Ada Poe", "--organization", "River Alliance")
    assert [each["name"] for each in said(run, "list", "--kind", "organization")] == ["River Alliance"]
    assert [each["name"] for each in said(run, "list", "--kind", "organisation")] == ["River Alliance"]
