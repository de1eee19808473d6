"""The set-up script behind the README's two commands, without network, display or anything installed."""

import importlib.util
import os
import re
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("presskit_start", ROOT / "packaging" / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- Python


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 9, 6), (3, 10, 13)])
def test_an_old_python_is_named_in_one_sentence(start: ModuleType, version: tuple[int, int, int]) -> None:
    problem = start.python_problem(version)
    assert "needs Python 3.11 or later" in problem
    assert f"this is Python {version[0]}.{version[1]}." in problem


def test_a_new_enough_python_is_no_problem(start: ModuleType) -> None:
    assert start.python_problem((3, 11, 0)) == ""
    assert start.python_problem((3, 14, 1)) == ""
    assert "64-bit" in start.python_problem((3, 11, 0), bits=32)


def test_an_old_python_hands_over_to_a_newer_one(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = []
    monkeypatch.setattr(start, "python_problem", lambda *_: "too old")
    monkeypatch.setattr(start.sys, "version_info", (3, 10, 0))
    monkeypatch.setattr(start.shutil, "which", lambda name: f"/bin/{name}" if name == "python3.12" else None)
    monkeypatch.setattr(start, "hand_over", lambda command, _: commands.append(command))
    start.check_python()
    assert commands[0][:2] == ["/bin/python3.12", str(ROOT / "packaging" / "start.py")]


# --- System libraries


def loader(*absent: str):
    """Stands for dlopen on a machine that lacks some libraries."""

    def load(soname: str) -> None:
        if soname in absent:
            raise OSError(soname)

    return load


def test_missing_libraries_are_found_by_their_exact_names(start: ModuleType) -> None:
    wanted = start.qt_libraries({"DISPLAY": ":0"}, window=True)
    missing = start.missing_libraries(wanted, loader("libEGL.so.1", "libxcb-cursor.so.0"))
    assert [library.apt for library in missing] == ["libegl1", "libxcb-cursor0"]
    assert [library.dnf for library in missing] == ["libglvnd-egl", "xcb-util-cursor"]
    assert start.missing_libraries(wanted, loader()) == []


def test_only_what_the_display_at_hand_needs_is_asked_for(start: ModuleType) -> None:
    def packages(environ: dict[str, str], window: bool) -> str:
        return " ".join(library.apt for library in start.qt_libraries(environ, window))

    assert "xcb" not in packages({"DISPLAY": ":0"}, window=False)
    assert "wayland" not in packages({"DISPLAY": ":0"}, window=True)
    assert "wayland" in packages({"WAYLAND_DISPLAY": "wayland-0"}, window=True)
    assert "xcb" not in packages({"WAYLAND_DISPLAY": "wayland-0"}, window=True)


@pytest.mark.skipif(os.name == "nt", reason="Linux only")
@pytest.mark.parametrize(
    ("kind", "command"),
    [
        ("apt", "sudo apt-get install -y --no-install-recommends libegl1 libglib2.0-0"),
        ("dnf", "sudo dnf install libglvnd-egl glib2"),
        ("pacman", "sudo pacman -S libglvnd glib2"),
    ],
)
def test_without_root_the_one_command_is_named(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, kind: str, command: str
) -> None:
    absent = ("libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0")
    missing = start.missing_libraries(start.QT_ALWAYS, loader(*absent))
    monkeypatch.setattr(start.sys, "platform", "linux")
    monkeypatch.setattr(start, "missing_libraries", lambda *_: missing)
    monkeypatch.setattr(start, "installer_here", lambda: kind)
    monkeypatch.setattr(start.os, "geteuid", lambda: 1000)
    with pytest.raises(start.SetupError) as stopped:
        start.ensure_libraries(window=True)
    assert str(stopped.value).splitlines()[-1].strip() == command


@pytest.mark.skipif(os.name == "nt", reason="Linux only")
def test_root_on_debian_installs_exactly_what_is_missing(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands: list[list[str]] = []

    def run(command: list[str], environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0, "")

    answers = [start.missing_libraries(start.QT_ALWAYS, loader("libGL.so.1")), []]
    monkeypatch.setattr(start.sys, "platform", "linux")
    monkeypatch.setattr(start, "missing_libraries", lambda *_: answers.pop(0))
    monkeypatch.setattr(start, "installer_here", lambda: "apt")
    monkeypatch.setattr(start.os, "geteuid", lambda: 0)
    monkeypatch.setattr(start, "run_quietly", run)
    start.ensure_libraries(window=False)
    assert [command[1] for command in commands] == ["update", "install"]
    assert commands[1][-2:] == ["--no-install-recommends", "libgl1"]
    assert "libgl1" in capsys.readouterr().out


# --- The environment and its stamp


@pytest.fixture
def house(start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[Path, list[list[str]]]:
    """A folder with a lock and a pyproject; pip and venv are replaced by notes of what they were asked."""
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "lock.txt").write_text("a==1\n")
    asked: list[list[str]] = []

    class Builder:
        def __init__(self, **options: object) -> None:
            assert options["clear"]

        def create(self, folder: Path) -> None:
            asked.append(["venv"])
            python = start.in_environment(folder, "python")
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch()

    monkeypatch.setattr("venv.EnvBuilder", Builder)
    monkeypatch.setattr(start, "ROOT", tmp_path)
    monkeypatch.setattr(start, "ensure_venv_module", lambda: None)
    monkeypatch.setattr(start, "pip_install", lambda _, words: asked.append(words))
    return tmp_path, asked


def test_a_second_start_sets_nothing_up(start: ModuleType, house: tuple[Path, list[list[str]]]) -> None:
    root, asked = house
    start.ensure_environment(".venv-app", root / "lock.txt")
    assert [words[0] for words in asked] == ["venv", "--require-hashes", "--no-index"]
    assert "--only-binary" in asked[1]
    asked.clear()
    start.ensure_environment(".venv-app", root / "lock.txt")
    assert asked == []


def test_a_new_lock_sets_up_afresh(start: ModuleType, house: tuple[Path, list[list[str]]]) -> None:
    root, asked = house
    start.ensure_environment(".venv-app", root / "lock.txt")
    asked.clear()
    (root / "lock.txt").write_text("a==2\n")
    start.ensure_environment(".venv-app", root / "lock.txt")
    assert asked[0] == ["venv"]


def test_a_new_pyproject_renews_only_the_entry_of_presskit(
    start: ModuleType, house: tuple[Path, list[list[str]]]
) -> None:
    root, asked = house
    start.ensure_environment(".venv-app", root / "lock.txt")
    asked.clear()
    (root / "pyproject.toml").write_text("[project] # changed\n")
    start.ensure_environment(".venv-app", root / "lock.txt")
    assert [words[0] for words in asked] == ["--no-index"]


def test_an_interrupted_set_up_starts_afresh(
    start: ModuleType, house: tuple[Path, list[list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, asked = house

    def fail(folder: Path, words: list[str]) -> None:
        raise start.SetupError("no network")

    with monkeypatch.context() as patch:
        patch.setattr(start, "pip_install", fail)
        with pytest.raises(start.SetupError):
            start.ensure_environment(".venv-app", root / "lock.txt")
    asked.clear()
    start.ensure_environment(".venv-app", root / "lock.txt")
    assert asked[0] == ["venv"]


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"lock": 1}'])
def test_a_damaged_stamp_counts_as_none(
    start: ModuleType, house: tuple[Path, list[list[str]]], damage: str
) -> None:
    root, asked = house
    folder = start.ensure_environment(".venv-app", root / "lock.txt")
    asked.clear()
    (folder / start.STAMP).write_text(damage)
    start.ensure_environment(".venv-app", root / "lock.txt")
    assert asked[0] == ["venv"]


def test_a_failing_pip_is_explained(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    failed = subprocess.CompletedProcess([], 1, "ERROR: no route to host\n")
    monkeypatch.setattr(start, "run_quietly", lambda *_: failed)
    with pytest.raises(start.SetupError, match=r"no route to host(.|\n)*Check the internet connection"):
        start.pip_install(tmp_path, ["x"])


def test_what_leads_out_of_the_environment_is_dropped(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PIP_CERT", "/kept.pem")
    environ = start.clean_environ()
    assert not {"PYTHONPATH", "PIP_TARGET"} & environ.keys()
    assert environ["PIP_CERT"] == "/kept.pem"


# --- What is started


def test_a_display_decides_between_window_and_export(start: ModuleType) -> None:
    assert not start.has_display("linux", {"DISPLAY": ""})
    assert start.has_display("linux", {"DISPLAY": ":0"})
    assert start.has_display("linux", {"WAYLAND_DISPLAY": "wayland-0"})
    assert start.has_display("darwin", {})
    assert start.has_display("win32", {})


@pytest.fixture
def home(start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home folder, a sample, and an environment that is there already."""
    sample = tmp_path / "river-pact.presskit"
    sample.write_bytes(b"kit")
    monkeypatch.setattr(start, "SAMPLE", sample)
    monkeypatch.setattr(start, "ensure_environment", lambda name, _: tmp_path / name)
    monkeypatch.setattr(start.Path, "home", lambda: tmp_path / "home")
    return tmp_path / "home"


def test_with_no_display_the_sample_is_exported_and_qt_left_alone(
    start: ModuleType, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(start, "has_display", lambda *_: False)
    monkeypatch.setattr(start, "ensure_libraries", lambda **_: pytest.fail("Qt is not needed for an export"))
    monkeypatch.setattr(start.subprocess, "call", lambda command, **_: commands.append(command) or 0)
    assert start.main([]) == 0
    out = home / "presskit-sample" / "export"
    kit = home / "presskit-sample" / start.SAMPLE.name
    words = ["export", str(kit), "--to", "docx,pdf", "--out", str(out), "--force", "--reason", "A sample"]
    assert commands == [[str(start.in_environment(home.parent / ".venv-app", "presskit")), *words]]
    said = capsys.readouterr().out
    assert str(out / "river-pact.docx") in said
    assert str(out / "river-pact.pdf") in said


def test_with_a_display_the_users_own_copy_is_opened(
    start: ModuleType, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []

    def hand_over(command: list[str], environ: dict[str, str]) -> None:
        commands.append(command)
        raise SystemExit(0)

    monkeypatch.setattr(start, "has_display", lambda *_: True)
    monkeypatch.setattr(start, "ensure_libraries", lambda **_: None)
    monkeypatch.setattr(start, "hand_over", hand_over)
    with pytest.raises(SystemExit):
        start.main([])
    copy = home / "presskit-sample" / "river-pact.presskit"
    assert commands[0][1:] == [str(copy)]
    assert copy.read_bytes() == b"kit"
    copy.write_bytes(b"edited")
    with pytest.raises(SystemExit):
        start.main([])
    assert copy.read_bytes() == b"edited"


def test_the_test_command_passes_words_and_exit_code_on(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    calls: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.setattr(start, "ensure_libraries", lambda **_: None)
    monkeypatch.setattr(start, "ensure_environment", lambda name, _: tmp_path / name)
    monkeypatch.setattr(start.subprocess, "call", lambda command, env, cwd: calls.append((command, env)) or 5)
    assert start.main(["test", "-k", "quote"]) == 5
    command, environ = calls[0]
    assert command[-2:] == ["-k", "quote"]
    assert ".venv-test" in command[0]
    assert environ["QT_QPA_PLATFORM"] == "offscreen"


def test_the_fonts_command_adds_them_to_what_the_first_command_made(
    start: ModuleType, house: tuple[Path, list[list[str]]]
) -> None:
    root, asked = house
    (root / "packaging").mkdir()
    (root / "packaging" / "lock.txt").write_text("a==1\n")
    assert start.main(["fonts"]) == 0
    assert asked[0] == ["venv"]
    assert asked[-1][0] == "--require-hashes"
    assert asked[-1][-1] == str(root / "packaging" / "lock-cjk.txt")
    asked.clear()
    assert start.main(["fonts"]) == 0
    assert [words[-1] for words in asked] == [str(root / "packaging" / "lock-cjk.txt")]


def test_an_unknown_word_is_answered_with_the_usage(
    start: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.main(["--help"]) == 0
    assert start.main(["tets"]) == 2
    assert "start.py test" in capsys.readouterr().out


def test_a_problem_is_one_sentence_and_no_traceback(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop() -> None:
        raise start.SetupError("Python is too old.")

    monkeypatch.setattr(start, "check_python", stop)
    assert start.main([]) == 1
    assert capsys.readouterr().err == "Python is too old.\n"


def test_the_readme_gives_these_two_commands() -> None:
    blocks = re.findall(
        r"^```sh\n(.*?)^```$", (ROOT / "README.md").read_text(), flags=re.DOTALL | re.MULTILINE
    )
    assert blocks[:2] == ["python3 packaging/start.py\n", "python3 packaging/start.py test\n"]
