"""presskit import and presskit parts: what people have, on the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from presskit.cli import FAILED, IN_THE_WAY, MISUSED, UNREADABLE, run_command
from presskit.storage import files

RELEASE = """FOR IMMEDIATE RELEASE

Nine landings reopen after two summers

CALDER FALLS, N.Y. — Families swam at all nine landings on Saturday, the first time since the spill of May.

“We counted every bag,” said Nadia Ferrer Otis of the River Alliance. “The river is clean.”

Share this
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A release as a text."""
    path = tmp_path / "landings.txt"
    path.write_text(RELEASE, encoding="utf-8")
    return path


def run(*words: object) -> int:
    """A command's exit code."""
    return run_command([*map(str, words)])


def test_a_text_becomes_a_kit_beside_it(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", source) == 0
    kit = files.read(source.with_suffix(".presskit")).kit
    assert [block.kind for block in kit.releases[0].blocks] == ["headline", "paragraph", "quote"]
    assert "Brought in from “landings.txt”" in kit.notes
    assert "Share this" in kit.notes
    assert "3 parts" in capsys.readouterr().out


def test_what_is_there_is_replaced_only_when_told(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = source.with_name("mine.presskit")
    assert run("import", source, "-o", target) == 0
    before = target.read_bytes()
    assert run("import", source, "-o", target) == IN_THE_WAY
    assert "--force" in capsys.readouterr().err
    assert target.read_bytes() == before
    assert run("import", source, "-o", target, "--force") == 0


def test_several_files_are_brought_in_and_the_worst_is_told(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty, gone = tmp_path / "empty.txt", tmp_path / "gone.txt"
    empty.write_bytes(b"")
    assert run("import", empty, gone, source) == UNREADABLE
    told = capsys.readouterr()
    assert "“empty.txt” is empty" in told.err
    assert "gone.txt” cannot be read" in told.err
    assert source.with_suffix(".presskit").exists()
    assert run("import", source, empty, "-o", tmp_path / "one.presskit") == MISUSED


def test_a_folder_that_is_not_there_is_told(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", source, "-o", source.parent / "nowhere" / "a.presskit") == FAILED
    assert "nowhere" in capsys.readouterr().err


def test_parts_say_what_was_recognised_and_write_nothing(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("parts", source) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split(maxsplit=1) == ["headline", "Nine landings reopen after two summers"]
    assert run("parts", source, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["dateline"] == {"place": "CALDER FALLS, N.Y.", "date": None}
    assert told["quotes"][0]["speaker"] == "Nadia Ferrer Otis"
    assert told["chrome"] == ["Share this"]
    assert run("parts", source, source, "--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 2
    assert [each.name for each in source.parent.iterdir()] == ["landings.txt"]


def test_parts_as_json_start_without_the_rest(source: Path) -> None:
    """Other programs call it file by file: neither typer nor a reader of another format is loaded."""
    watch = (
        "import sys; from presskit.__main__ import main; code = main();"
        "print(sorted({'typer', 'lxml', 'sqlalchemy', 'PySide6'} & {*sys.modules}), file=sys.stderr);"
        "sys.exit(code)"
    )
    words = [sys.executable, "-c", watch, "parts", "--json", str(source)]
    done = subprocess.run(
        words, capture_output=True, text=True, env={**os.environ, "PYTHONUTF8": "1"}, check=False
    )
    assert (done.returncode, done.stderr.strip()) == (0, "[]")
    assert json.loads(done.stdout)["headline"] == "Nine landings reopen after two summers"


def test_parts_as_json_say_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    done = subprocess.run(
        [sys.executable, "-m", "presskit", "parts", "--json", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == UNREADABLE
    assert "save it as DOCX" in done.stderr
    assert "Traceback" not in done.stderr
