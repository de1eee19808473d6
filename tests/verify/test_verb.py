"""`presskit verify`: what it says, and how it ends."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest
from msgspec.structs import replace

from presskit.cli import FAILED, MISUSED, UNREADABLE, run_command
from presskit.storage.files import write
from tests.export.reading import plain_text
from tests.kits import full_kit
from tests.verify import test_pdf, test_word


class Said(NamedTuple):
    """What a command ended with and wrote."""

    code: int
    out: str
    complaints: list[str]


def run(capfd: pytest.CaptureFixture[str], *words: object) -> Said:
    code = run_command(["verify", *map(str, words)])
    captured = capfd.readouterr()
    return Said(code, captured.out, captured.err.splitlines())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """good.pdf, good.docx; bad.docx with a comment in it."""
    (tmp_path / "good.pdf").write_bytes(test_pdf.ours())
    (tmp_path / "good.docx").write_bytes(test_word.ours())
    (tmp_path / "bad.docx").write_bytes(test_word.changed(test_word.comment))
    return tmp_path


def test_good_files_are_fine_to_send(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    said = run(capfd, folder / "good.pdf", folder / "good.docx")
    assert (said.code, said.complaints) == (0, [])
    first, _between, second = said.out.partition("\n\n")
    assert first.startswith("good.pdf: fine to send.\n")
    assert "     Title: River trust wins vote\n" in first
    assert "       PDF/UA-1\n       PDF/A-2a\n" in first
    assert first.endswith("  Behind the page\n     Nothing.")
    assert second.startswith("good.docx: fine to send.\n")


def test_what_no_reporter_must_get_ends_with_1(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    said = run(capfd, folder / "good.pdf", folder / "bad.docx")
    assert said.code == FAILED
    assert "bad.docx: do not send it.\n" in said.out
    assert "  !! It has comments: Ida Marsh (1).\n" in said.out
    (folder / "untagged.pdf").write_bytes(test_pdf.changed(test_pdf.untagged))
    said = run(capfd, folder / "untagged.pdf")
    assert said.code == FAILED
    assert said.out.startswith("untagged.pdf: not everybody can read it.\n")


def test_what_is_only_worth_knowing_ends_with_0(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "a.docx").write_bytes(test_word.changed(test_word.sessions))
    said = run(capfd, folder / "a.docx")
    assert said.code == 0
    assert said.out.startswith("a.docx: fine to send; see what is marked.\n")
    assert "   ? It says which edits belong together" in said.out


def test_what_cannot_be_read_is_told_and_the_rest_is_looked_at(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty.pdf").write_bytes(b"")
    said = run(capfd, folder / "none.pdf", folder / "empty.pdf", folder, folder / "good.pdf")
    assert said.code == UNREADABLE
    assert len(said.complaints) == 3
    assert all(each.startswith("presskit: ") and each.endswith(".") for each in said.complaints)
    assert "good.pdf: fine to send." in said.out


def test_json_has_the_same_for_programs(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    said = run(capfd, folder / "good.pdf", folder / "bad.docx", "--json")
    assert said.code == FAILED
    good, bad = json.loads(said.out)
    assert good["verdict"] == "fine"
    assert good["facts"]["standards"] == ["PDF/UA-1", "PDF/A-2a"]
    assert good["findings"] == []
    assert bad["file"].endswith("bad.docx")
    assert bad["verdict"] == "stop"
    assert bad["findings"][0]["id"] == "comments"
    assert bad["findings"][0]["severity"] == "stop"


def test_the_words_of_a_pdf_are_those_of_the_release(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    said = run(capfd, folder / "good.pdf", "--text")
    assert (said.code, said.out) == (0, plain_text(full_kit()))
    said = run(capfd, folder / "good.docx", "--text")
    assert (said.code, said.out) == (UNREADABLE, "")


def test_notes_are_found_when_the_kit_is_known(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    kit = replace(full_kit(), notes="Never mention the third bridge.")
    write(folder / "vote.presskit", kit)
    (folder / "leak.docx").write_bytes(
        test_word.changed(
            lambda document: test_word.paragraph(
                document, "<w:r><w:t>never mention the  third bridge</w:t></w:r>"
            )
        )
    )
    assert run(capfd, folder / "leak.docx").code == 0
    said = run(capfd, folder / "leak.docx", "--kit", folder / "vote.presskit")
    assert said.code == FAILED
    assert "Words of the internal notes are in it: “never mention the third bridge”." in said.out
    assert run(capfd, folder / "good.docx", "--kit", folder / "vote.presskit").code == 0


@pytest.mark.parametrize("words", [[], ["a.pdf", "--json", "--text"], ["a.pdf", "--loud"]])
def test_misuse_is_told(words: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    said = run(capfd, *words)
    assert said.code == MISUSED
    assert len(said.complaints) == 1


def test_help_says_how_a_kit_is_opened(capfd: pytest.CaptureFixture[str]) -> None:
    assert run_command(["--help"]) == 0
    assert "presskit KIT opens that kit" in " ".join(capfd.readouterr().out.split())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_what_is_no_file_is_told_at_once(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    said = run(capfd, tmp_path / "a.pdf", tmp_path)
    assert said.code == UNREADABLE
    assert [each.partition(" is ")[2] for each in said.complaints] == [
        "a folder or a device: choose a .pdf or .docx file."
    ] * 2


def lost_page() -> bytes:
    """The second of its pages is not there."""
    with pikepdf.new() as document:
        document.add_blank_page()
        document.add_blank_page()
        return re.sub(rb"(/Kids \[ \d+ 0 R \d+) 0 R", rb"\1 6 R", test_pdf.saved(document), count=1)


def open_end() -> bytes:
    """The source of its page ends within a string."""
    with pikepdf.open(io.BytesIO(test_pdf.ours())) as document:
        document.pages[0].Contents = document.make_stream(b"BT (and then")
        return test_pdf.saved(document)


@pytest.mark.parametrize("made", [lost_page, open_end])
def test_libraries_say_nothing_of_what_they_mend(tmp_path: Path, made: Callable[[], bytes]) -> None:
    (tmp_path / "a.pdf").write_bytes(made())
    words = [sys.executable, "-m", "presskit", "verify", str(tmp_path / "a.pdf")]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)
    assert done.stdout.startswith("a.pdf: ")
    assert done.stderr == ""
