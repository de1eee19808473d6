"""A new kind of block is one file, one name in the list and one icon; a new format is one file and one line.

A copy of PressKit gets one of each. The contract tests then run there, on the new kind and format alone.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]
TESTS = (
    "examples.py", "kits.py", "contract/test_kinds.py", "contract/test_cards.py", "contract/test_formats.py",
)  # fmt: skip

TIMELINE = '''"""A timeline: what happened when."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Struct

from presskit.flow import AnyShape, Bullets, Para
from presskit.i18n import N_
from presskit.model.block import Block, Setting
from presskit.model.fields import choice, line, rich_line, rows
from presskit.text.runs import RichText, join


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What happened, and when."""

    when: Annotated[str, line(N_("When"))] = ""
    what: Annotated[RichText, rich_line(N_("What"), role="bullet")] = ()


class Timeline(Block, frozen=True, kw_only=True, tag="timeline"):
    """Events in their order."""

    label: ClassVar[str] = N_("Timeline")

    introduction: Annotated[RichText, rich_line(N_("Introduction"))] = ()
    events: Annotated[tuple[Event, ...], rows(N_("Events"), Event, N_("Add an event"))] = ()
    marker: Annotated[
        str, choice(N_("Marker"), ("bullet", N_("Bullets")), ("number", N_("Numbers")))
    ] = "bullet"

    def flow(self, setting: Setting) -> Iterator[AnyShape]:
        """The introduction and the events."""
        if self.introduction:
            yield Para(role="body", block=self.id, text=self.introduction)
        told = tuple(join(each.when, " " if each.when else "", each.what) for each in self.events)
        if any(told):
            points = tuple(each for each in told if each)
            yield Bullets(role="bullet", block=self.id, items=points, ordered=self.marker == "number")
'''

MARKDOWN = '''"""Sheet -> Markdown."""

from presskit.flow import Bullets, Heading, Lines, Para, Picture, Rule, Sheet
from presskit.model.brand import Look
from presskit.text.runs import plain


def write(sheet: Sheet, _look: Look) -> bytes:
    """UTF-8."""
    found = []
    for shape in sheet.shapes:
        match shape:
            case Heading():
                found.append("#" * shape.level + " " + plain(shape.text))
            case Para():
                found.append(plain(shape.text))
            case Lines():
                found.append("\\\\n".join(map(plain, shape.lines)))
            case Bullets():
                found.append("\\n".join("- " + plain(item) for item in shape.items))
            case Picture():
                found.append(f"![{shape.alt}]({shape.name})")
            case Rule():
                found.append("---")
    return ("\\n\\n".join(found) + "\\n").encode()
'''

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from presskit.blocks.timeline import Timeline
from presskit.gui.app import build_window
from presskit.gui.dialogs.export import ExportDialog
from presskit.gui.dialogs.shortcuts import shortcut_rows
from presskit.gui.filing import fresh_session
from presskit.settings import SettingsFile

folder = Path(sys.argv[1])
app = QApplication([])
window = build_window(SettingsFile(folder / "settings.json"))
window.show()
window.show_session(fresh_session("blank"))
found = [action for action in window.findChildren(type(window.actions_.commands["save"]))
         if action.text().replace("&", "") == "Timeline"]
assert found, "no menu entry"
found[0].trigger()
assert any(isinstance(block, Timeline) for block in window.session.release.blocks)
assert any("Timeline" in card.accessibleName() for card in window.workspace.editor.cards.values())
rows = [row for row in shortcut_rows() if row[1] == "Timeline"]
assert len(rows) == 1 and rows[0][2], rows
dialog = ExportDialog(window, window.session, window.lane, window.clearing, "x", str(folder), ("markdown",))
assert dialog.chosen() == ("markdown",), dialog.formats
assert dialog.formats["markdown"].text() == "Markdown"
window.session.save(folder / "timeline.presskit")
window.files.may_leave = lambda: True
window.close()
print("the window has both")
"""


def digests(folder: Path) -> dict[str, str]:
    """Each file of a copy, by what it holds."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """PressKit with one kind and one format more."""
    folder = tmp_path_factory.mktemp("copy")
    clean = shutil.ignore_patterns("__pycache__")
    for name in ("presskit", "resources"):
        shutil.copytree(HOME / name, folder / name, ignore=clean)
    before = digests(folder)

    # One file, one name in the list (imported and entered there), one icon.
    (folder / "presskit/blocks/timeline.py").write_text(TIMELINE, encoding="utf-8")
    listed = folder / "presskit/blocks/__init__.py"
    text = listed.read_text(encoding="utf-8")
    first = "from presskit.blocks.boilerplate"
    text = text.replace(first, f"from presskit.blocks.timeline import Timeline\n{first}")
    text = text.replace("= (\n    Headline, Subhead,", "= (\n    Headline, Timeline, Subhead,")
    assert text.count("Timeline") == 2
    listed.write_text(text, encoding="utf-8")
    shutil.copy(folder / "resources/icons/list.svg", folder / "resources/icons/timeline.svg")

    # One file, one line.
    (folder / "presskit/export/to_markdown.py").write_text(MARKDOWN, encoding="utf-8")
    formats = folder / "presskit/export/__init__.py"
    text = formats.read_text(encoding="utf-8")
    line = '    Format("markdown", N_("Markdown"), ".md", "presskit.export.to_markdown"),\n'
    text = text.replace(
        '".txt", "presskit.export.to_text"),\n', f'".txt", "presskit.export.to_text"),\n{line}'
    )
    assert text.count("to_markdown") == 1
    formats.write_text(text, encoding="utf-8")

    after = digests(folder)
    assert {name for name in after if before.get(name) != after[name]} == {
        "presskit/blocks/timeline.py", "presskit/blocks/__init__.py", "resources/icons/timeline.svg",
        "presskit/export/to_markdown.py", "presskit/export/__init__.py",
    }  # fmt: skip
    for name in TESTS:
        (folder / "tests" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(HOME / "tests" / name, folder / "tests" / name)
    shutil.copy(HOME / "pyproject.toml", folder)
    return folder


def run(copy: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Python in the copy."""
    known = {**os.environ, "PYTHONPATH": str(copy), "QT_QPA_PLATFORM": "offscreen", "PYTEST_ADDOPTS": ""}
    for name in [name for name in known if name.startswith(("PYTEST_XDIST", "COV_"))]:
        del known[name]
    return subprocess.run(
        [sys.executable, *words],
        cwd=copy,
        env=known,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_new_kind_and_format_keep_their_contracts(copy: Path) -> None:
    done = run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests", "-k", "Timeline or markdown")
    assert done.returncode == 0, done.stdout[-3000:]
    assert "failed" not in done.stdout
    assert int(done.stdout.split(" passed")[0].split()[-1]) >= 15


def test_the_window_and_the_command_line_offer_both(copy: Path, tmp_path: Path) -> None:
    done = run(copy, "-c", WINDOW, str(tmp_path))
    assert "the window has both" in done.stdout, done.stderr
    assert done.returncode == 0
    kit = tmp_path / "timeline.presskit"
    done = run(copy, "-m", "presskit", "export", str(kit), "--to", "markdown,docx,pdf,text")
    assert done.returncode == 0, done.stderr
    assert kit.with_suffix(".md").read_text(encoding="utf-8").startswith("FOR IMMEDIATE RELEASE")


def test_without_them_the_file_is_still_kept_whole(copy: Path, tmp_path: Path) -> None:
    """What the new kind wrote opens here as unknown, and goes back unharmed."""
    done = run(copy, "-c", WINDOW, str(tmp_path))
    assert done.returncode == 0, done.stderr
    from presskit.blocks.unknown import Unknown
    from presskit.storage.files import read, write

    path = tmp_path / "timeline.presskit"
    kit = read(path).kit
    assert [block.content["kind"] for block in kit.releases[0].blocks if isinstance(block, Unknown)] == [
        "timeline"
    ]
    write(path, kit)
    back = "from presskit.storage.files import read; import sys; from pathlib import Path;"
    back += "print([b.kind for b in read(Path(sys.argv[1])).kit.releases[0].blocks])"
    assert "'timeline'" in run(copy, "-c", back, str(path)).stdout
