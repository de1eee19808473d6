"""What is loaded when: no Qt on the command line, nothing heavy before it is needed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from presskit.storage.files import write
from tests.kits import cleared, full_kit

DATABASE = ("sqlalchemy", "alembic", "psycopg", "keyring", "rapidfuzz", "vobject", "nameparser")
HEAVY = ("typer", "msgspec", "docx", "reportlab", "PySide6", "lxml", "PIL", "babel", "pypdfium2")


def run(code: str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A fresh Python that runs `code`."""
    known = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        env=known,
        timeout=60,
        check=False,
    )


WITHOUT_QT = """
import sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None
from presskit.__main__ import main
code = main()
assert not [name for name in sys.modules if name.startswith("PySide6.")]
sys.exit(code)
"""


@pytest.mark.parametrize(
    "words",
    [
        ["--version"],
        ["--help"],
        ["new", "{folder}/fresh.presskit"],
        ["text", "{folder}/full.presskit"],
        ["export", "{folder}/full.presskit", "--to", "docx,pdf,text"],
        ["check", "{folder}/full.presskit", "--json"],
    ],
    ids=lambda words: words[0],
)
def test_every_verb_runs_without_qt(tmp_path: Path, words: list[str]) -> None:
    write(tmp_path / "full.presskit", cleared(full_kit()))
    done = run(WITHOUT_QT, *(word.format(folder=tmp_path) for word in words))
    assert done.stderr == ""
    assert done.returncode == 0
    assert done.stdout.strip()


def test_without_qt_the_window_says_what_is_missing() -> None:
    done = run(WITHOUT_QT)
    assert done.returncode == 1
    assert "PySide6" in done.stderr
    assert "Traceback" not in done.stderr


def loaded(code: str, names: tuple[str, ...], *words: str, **environment: str) -> set[str]:
    """Which of the modules are loaded after `code` has run."""
    tail = f"\nimport sys\nprint('LOADED', *[n for n in {names!r} if n in sys.modules])"
    done = run(code + tail, *words, **environment)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.strip().splitlines()[-1].split()[1:])


def test_the_version_loads_nothing_heavy() -> None:
    assert loaded("from presskit.__main__ import main\nmain()", HEAVY, "--version") == set()


def test_the_window_starts_without_what_only_export_needs(tmp_path: Path) -> None:
    code = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
from presskit.gui.app import build_window
from presskit.settings import SettingsFile
app = QApplication([])
window = build_window(SettingsFile(Path(sys.argv[1]) / "settings.json"))
window.show()
app.processEvents()
window.close()
"""
    needless = ("docx", "reportlab", "pypdfium2", "typer", "rich", "lxml", "PIL", "uharfbuzz", "babel")
    assert loaded("import sys" + code, (*needless, *DATABASE), str(tmp_path)) == set()


def test_the_rest_of_the_house_knows_the_library_without_its_database() -> None:
    code = """
import presskit.cli, presskit.session
from presskit.library import clearance, items, opening, people, problems, records, shelf, using
"""
    assert loaded(code, DATABASE) == set()
