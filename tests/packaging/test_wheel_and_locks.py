"""What is installed: the locks that pin it and the wheel that PressKit becomes."""

import compileall
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from presskit.library import schema

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "packaging" / "lock.txt"
LOCK_TEST = ROOT / "packaging" / "lock-test.txt"
LOCK_FONTS = ROOT / "packaging" / "lock-cjk.txt"


def entries(lock: Path) -> dict[str, tuple[Requirement, list[str]]]:
    """The requirements of a lock by name, each with its hashes."""
    text = "\n".join(line for line in lock.read_text().splitlines() if not line.startswith("#"))
    found = {}
    for line in text.replace("\\\n", " ").splitlines():
        requirement = Requirement(line.split("--hash")[0].strip())
        found[canonicalize_name(requirement.name)] = (
            requirement,
            re.findall(r"--hash=sha256:([0-9a-f]{64})", line),
        )
    return found


@pytest.mark.parametrize("lock", [LOCK, LOCK_TEST, LOCK_FONTS])
def test_every_entry_of_a_lock_is_pinned_and_hashed(lock: Path) -> None:
    for name, (requirement, hashes) in entries(lock).items():
        assert [specifier.operator for specifier in requirement.specifier] == ["=="], name
        assert hashes, name


@pytest.mark.parametrize("lock", [LOCK, LOCK_TEST, LOCK_FONTS])
def test_a_lock_names_no_server_and_no_folder(lock: Path) -> None:
    lines = [line for line in lock.read_text().splitlines() if not line.startswith("#")]
    assert not [line for line in lines if "/" in line or "@" in line or line.startswith("-")]


def test_the_test_lock_holds_the_same_versions_and_more() -> None:
    runtime, tests = entries(LOCK), entries(LOCK_TEST)
    assert {name: str(entry[0].specifier) for name, entry in runtime.items()}.items() <= {
        name: str(entry[0].specifier) for name, entry in tests.items()
    }.items()
    assert "pytest" in tests
    assert "pytest" not in runtime


def test_the_lock_of_the_fonts_has_the_extra_in_the_version_that_the_tests_have() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    pinned, tests = entries(LOCK_FONTS), entries(LOCK_TEST)
    assert set(project["project"]["optional-dependencies"]["cjk"]) <= {
        str(requirement) for requirement, _ in pinned.values()
    }
    assert all(tests[name] == entry for name, entry in pinned.items())


def test_the_locks_fit_what_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    runtime = [*project["project"]["dependencies"], *project["dependency-groups"]["build"]]
    development = project["project"]["optional-dependencies"]["dev"]
    for lock, wanted in ((LOCK, runtime), (LOCK_TEST, [*runtime, *development])):
        pinned = entries(lock)
        for requirement in map(Requirement, wanted):
            (specifier,) = pinned[canonicalize_name(requirement.name)][0].specifier
            assert requirement.specifier.contains(specifier.version), requirement


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names in a wheel built as set-up and release build it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        return archive.namelist()


def test_the_wheel_has_the_package_and_its_resources(wheel: list[str]) -> None:
    resources = {name.split("/")[2] for name in wheel if name.startswith("presskit/resources/")}
    assert "presskit/__init__.py" in wheel
    assert {"fonts", "samples", "brands"} <= resources


def test_the_wheel_has_the_steps_of_the_library(wheel: list[str]) -> None:
    steps = {f"presskit/library/schema/steps/{path.name}" for path in schema.STEPS.glob("s*.py")}
    assert len(steps) == len(schema.KNOWN)
    assert steps <= set(wheel)


def test_the_library_is_made_where_modules_are_compiled_and_the_steps_are_plain_files(tmp_path: Path) -> None:
    """As a frozen program has it."""
    left_out = shutil.ignore_patterns("__pycache__", "gui")
    shutil.copytree(ROOT / "presskit", tmp_path / "presskit", ignore=left_out)
    assert compileall.compile_dir(tmp_path, legacy=True, quiet=1)
    for path in tmp_path.rglob("*.py"):
        if path.parent.name != "steps":
            path.unlink()
    told = (
        "import presskit; from presskit.library.opening import open_library; "
        "assert presskit.__file__.endswith('.pyc'); print(open_library('library.db').counts())"
    )
    environ = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", told]
    done = subprocess.run(command, cwd=tmp_path, env=environ, check=False, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("{}\n", "")


def test_the_wheel_has_nothing_else(wheel: list[str]) -> None:
    assert {re.sub(r"-.*\.dist-info$", "", name.split("/")[0]) for name in wheel} == {"presskit"}
    assert not [name for name in wheel if "__pycache__" in name or name.endswith((".pyc", ".tmp", ".orig"))]
