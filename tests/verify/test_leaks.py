"""Nothing internal reaches reporters: no notes, approvals, names of computers, or words that were deleted."""

import datetime
import getpass
import io
import platform
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from msgspec.structs import replace

from presskit import exporting
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.export import FORMATS, Format
from presskit.export.errors import ExportProblem
from presskit.model.kit import Kit
from presskit.session import Session
from presskit.storage.files import write
from presskit.text.runs import rich
from presskit.verify import exported
from tests.kits import cleared, full_kit
from tests.verify.everything import texts

NOTE = "Quillon wants the zephyr clause out before Friday"
APPROVER = "Ottilie Vandermark"
DELETED = "the mayor lied about xylophones"
UNDONE = "Undonewords never meant to be kept"
WHEN = datetime.datetime(2031, 3, 14, 15, 9, 26, tzinfo=datetime.UTC)
STEM = "embargoed-draft-v7-jq"
VERSION = "What Wolfram Jessup saw"
SECRET = (
    NOTE,
    VERSION,
    "Wolfram Jessup",
    "zephyr clause",
    APPROVER,
    "Vandermark",
    DELETED,
    "xylophones",
    UNDONE,
    "Undonewords",
)
TIMES = (
    "2031",
    "15:09:26",
    "1509",
    "D:20",
    "dcterms:created",
    "dcterms:modified",
    "xmp:CreateDate",
    "ModDate",
    "CreationDate",
)
REPORTERS = [kind for kind in FORMATS if not kind.internal]


@pytest.fixture
def worked_on(tmp_path: Path) -> Session:
    """A kit in a file, that was edited: words typed and deleted, steps undone and done again, saved."""
    folder = tmp_path / "Quarry" / "clients"
    folder.mkdir(parents=True)
    path = folder / f"{STEM}.presskit"
    quote = Quote(id="quoteXYZ", words=(rich("We kept our word."),), speaker=Speaker(name="Ida Marsh"))
    kit = replace(full_kit(), notes=f"{NOTE}.\nCall back at nine.")
    release = kit.releases[0]
    kit = kit.with_release(0, release.with_blocks((*release.blocks, quote.approved(APPROVER, WHEN, "email"))))
    kit = cleared(kit)
    write(path, kit)
    opened = Session.open(path)

    def paragraph(words: str) -> Any:
        blocks = {block.id: block for block in opened.release.blocks}
        return lambda release: release.with_blocks(
            (
                *(each for name, each in blocks.items() if name != "typed001"),
                Paragraph(id="typed001", text=rich(words)),
            )
        )

    opened.edit("type", paragraph(f"A line and {DELETED}."))
    opened.keep(VERSION)
    opened.edit("delete", paragraph("A line."))
    opened.edit("type", paragraph(UNDONE))
    opened.undo()
    opened.undo()
    opened.redo()
    opened.save()
    yield opened
    opened.close()


@pytest.mark.parametrize("kind", REPORTERS, ids=lambda kind: kind.id)
def test_no_export_for_reporters_has_anything_internal(
    worked_on: Session, tmp_path: Path, kind: Format
) -> None:
    assert worked_on.path is not None
    target = tmp_path / f"out{kind.suffix}"
    exporting.export(worked_on.kit, 0, kind.id, target, origin=worked_on.path)
    home, user, host = str(Path.home()), getpass.getuser(), platform.node()
    assert NOTE in worked_on.kit.notes
    assert "A line." in [block.summary() for block in worked_on.release.blocks]
    for text in texts(target.read_bytes()):
        flat = " ".join(text.split())
        for secret in (*SECRET, STEM, str(tmp_path), "Quarry"):
            assert secret.casefold() not in flat.casefold()
        assert f"{home}/" not in flat
        assert not home.strip("/") or f"({home})" not in flat
        if kind.id != "photos":  # a photo's own words may say when it was taken
            assert [each for each in TIMES if each in flat] == []
        if len(user) > 4:  # "root" is the root of many a tree
            assert user not in flat
        if len(host) > 4:
            assert host not in flat


def test_the_search_finds_what_it_looks_for(worked_on: Session, tmp_path: Path) -> None:
    """The file for colleagues has notes and approvals in it, and the same search finds them there."""
    target = tmp_path / "out.review.docx"
    exporting.export(worked_on.kit, 0, "review", target, origin=worked_on.path)
    whole = " ".join(" ".join(texts(target.read_bytes())).split())
    assert NOTE in whole
    assert APPROVER in whole
    assert DELETED not in whole
    assert UNDONE not in whole
    assert VERSION not in whole
    assert STEM not in whole


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.id)
def test_versions_that_are_kept_change_no_file(worked_on: Session, kind: Format) -> None:
    assert len(worked_on.kit.kept) == 2
    without = replace(worked_on.kit, kept=())
    assert exporting.export_bytes(worked_on.kit, 0, kind) == exporting.export_bytes(without, 0, kind)


@pytest.mark.parametrize(
    "said", [NOTE.upper(), APPROVER, VERSION, "/home/ida/clients/x.doc", f"{STEM}.presskit"]
)
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_nothing_is_written_with_something_internal_in_it(
    worked_on: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, form: str
) -> None:
    real = exporting.export_bytes

    def leaking(*given: Any, **named: Any) -> bytes:
        return leak(real(*given, **named), said)

    monkeypatch.setattr(exporting, "export_bytes", leaking)
    target = tmp_path / f"out.{form}"
    with pytest.raises(ExportProblem) as caught:
        exporting.export(worked_on.kit, 0, form, target, origin=worked_on.path)
    assert said.casefold() in caught.value.sentence.casefold()
    assert caught.value.sentence.startswith("It was not written")
    assert not target.exists()


def leak(data: bytes, words: str) -> bytes:
    """A file of ours with words among its properties."""
    stream = io.BytesIO()
    if data.startswith(b"%PDF-"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pdf.docinfo["/Subject"] = words + " – 字"  # not ASCII: written in UTF-16
            pdf.save(stream)
    else:
        document = docx.Document(io.BytesIO(data))
        document.core_properties.subject = words
        document.save(stream)
    return stream.getvalue()


def test_words_of_the_notes_that_are_public_are_no_leak(tmp_path: Path) -> None:
    kit = cleared(full_kit())
    public = replace(kit, notes="River trust wins vote\nWe will build it.\nok\n- -\nNoto Serif")
    for kind in REPORTERS:
        exporting.export(public, 0, kind.id, tmp_path / f"out{kind.suffix}")
    page = tmp_path.joinpath("out.txt").read_text()
    assert "Ada Poe" in page
    exporting.export(replace(kit, notes=page), 0, "text", tmp_path / "out.txt")


@pytest.mark.parametrize("kind", REPORTERS, ids=lambda kind: kind.id)
def test_notes_may_have_words_that_every_file_has(kind: Format, tmp_path: Path) -> None:
    lines = ("Headline", "Description:", "Document", "Elements", "Identity", "PressKit", "Photoshop",
             "Alt text", "Times New Roman", "captions.txt")  # fmt: skip
    kit = replace(cleared(full_kit()), notes="\n".join(lines))
    assert exporting.export(kit, 0, kind.id, tmp_path / f"a{kind.suffix}").leaks == ()


def test_colleagues_may_read_notes_and_approvals_but_no_paths(tmp_path: Path) -> None:
    kit = replace(cleared(full_kit()), notes="See /home/ida/clients/x.doc and read it.")
    with pytest.raises(ExportProblem, match="/home/ida"):
        exporting.export(kit, 0, "review", tmp_path / "out.docx")
    fine = replace(kit, notes="Ada Poe must see this first, all of it.")
    checked = exporting.export(fine, 0, "review", tmp_path / "out.docx")
    assert exported.trouble(checked) == ""


def test_a_user_called_like_a_word_of_the_release_can_export(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("river", "press", "presskit", "pdf", "word", "en"):
        monkeypatch.setenv("LOGNAME", name)
        assert getpass.getuser() == name
        for kind in REPORTERS:
            exporting.export(
                cleared(full_kit()),
                0,
                kind.id,
                tmp_path / f"out{kind.suffix}",
                origin=Path(f"/x/{name}.presskit"),
            )


def test_an_empty_kit_can_be_exported(tmp_path: Path) -> None:
    for kind in REPORTERS:
        if kind.id != "photos":
            exporting.export(
                Kit(), 0, kind.id, tmp_path / f"out{kind.suffix}", origin=tmp_path / "a.presskit"
            )
