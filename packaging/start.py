"""Sets PressKit up and starts it. Needs Python 3.11 or later and nothing else.

    python3 packaging/start.py         set up, then open the window on a sample kit (no display: export it)
    python3 packaging/start.py fonts   set up, then add the typefaces for Chinese, Japanese and Korean
    python3 packaging/start.py test    set up apart from that, then run the tests; further words go to pytest

Each has a virtual environment of its own beside this folder (`.venv-app`, `.venv-test`), filled with exactly
what `lock.txt` and `lock-test.txt` list. It is made once; later starts only compare a stamp.
"""

# This file must load on any Python 3.7, or nobody there would see the sentence that asks for a newer one.
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import namedtuple
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
NEWEST_TRIED = (3, 14)
SAMPLE = ROOT / "resources" / "samples" / "river-pact.presskit"
STAMP = "presskit-setup.json"

Library = namedtuple("Library", "soname apt dnf pacman")  # noqa: PYI024 - typing.NamedTuple costs start-up time

# What Qt's own libraries and plugins load from the system (read off with `readelf -d`), and the packages that
# have it. QtNetwork and the GTK theme are left out: PressKit uses neither.
QT_ALWAYS = [
    Library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Library("libX11.so.6", "libx11-6", "libX11", "libx11"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype", "freetype2"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Library("libstdc++.so.6", "libstdc++6", "libstdc++", "gcc-libs"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    Library("libz.so.1", "zlib1g", "zlib", "zlib"),
    Library("libzstd.so.1", "libzstd1", "libzstd", "zstd"),
]
QT_X11 = [
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    Library("libxcb.so.1", "libxcb1", "libxcb", "libxcb"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    Library("libxcb-glx.so.0", "libxcb-glx0", "libxcb", "libxcb"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
]
QT_WAYLAND = [
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland"),
    Library("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl", "wayland"),
]
INSTALLERS = {
    "apt": ("apt-get", "sudo apt-get install -y --no-install-recommends"),
    "dnf": ("dnf", "sudo dnf install"),
    "pacman": ("pacman", "sudo pacman -S"),
}


class SetupError(Exception):
    """Set-up cannot go on; the message says why and what to do."""


def run_quietly(command: list[str], environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a program that asks nothing, and keep what it says."""
    return subprocess.run(
        command,
        check=False,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def say(text: str) -> None:
    """Print at once, so that nobody looks at a silent screen."""
    print(text, flush=True)


# --- Python -------------------------------------------------------------------------------------------------


def python_problem(version: tuple[int, ...], bits: int = 64) -> str:
    """What is wrong with the running Python, as a sentence; empty if nothing is."""
    if version[:2] < OLDEST:
        here, oldest = (".".join(map(str, numbers)) for numbers in (version[:2], OLDEST))
        return (
            f"PressKit needs Python {oldest} or later, and this is Python {here}. Install a newer one "
            "(python.org has it for macOS and Windows), then run the same command with it."
        )
    if bits < 64:
        return "PressKit needs a 64-bit Python, and this one is 32-bit. Install that, then run this again."
    return ""


def newer_python() -> str | None:
    """A Python on this machine that is new enough, when the one that was called is not."""
    names = [f"python3.{minor}" for minor in range(NEWEST_TRIED[1], OLDEST[1] - 1, -1)]
    return next((path for path in map(shutil.which, names) if path), None)


def check_python() -> None:
    """Go on with a newer Python if there is one, or stop with a sentence."""
    bits = 64 if sys.maxsize > 2**32 else 32
    problem = python_problem(sys.version_info[:3], bits)
    if not problem:
        return
    newer = newer_python() if sys.version_info[:2] < OLDEST else None
    if newer is None:
        raise SetupError(problem)
    hand_over([newer, str(Path(__file__).resolve()), *sys.argv[1:]], dict(os.environ))


# --- System libraries (Linux) -------------------------------------------------------------------------------


def qt_libraries(environ: dict[str, str], window: bool) -> list[Library]:
    """The libraries that Qt needs: for a window on the display at hand, or for tests that draw off screen."""
    libraries = list(QT_ALWAYS)
    if window and environ.get("DISPLAY"):
        libraries += QT_X11
    if window and environ.get("WAYLAND_DISPLAY"):
        libraries += QT_WAYLAND
    return libraries


def missing_libraries(libraries: list[Library], load: Callable[[str], object] | None = None) -> list[Library]:
    """Those that the system's loader cannot find. `load` raises OSError for such a one."""
    if load is None:
        from ctypes import CDLL

        load = CDLL
    missing = []
    for library in libraries:
        try:
            load(library.soname)
        except OSError:
            missing.append(library)
    return missing


def installer_here() -> str:
    """Which of the known package managers this machine has; empty for none."""
    return next((kind for kind, (program, _) in INSTALLERS.items() if shutil.which(program)), "")


def install_packages(kind: str, packages: list[str], purpose: str) -> None:
    """Install packages on Debian and its like as root; anyone else is told the one command to run."""
    command = " ".join([INSTALLERS[kind][1], *packages])
    if kind != "apt" or os.geteuid() != 0:
        raise SetupError(
            f"{purpose} needs more from the system. Run this, then the same command again:\n  {command}"
        )
    say(f"{purpose} needs more from the system. Installing {' '.join(packages)} ...")
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in ("update -qq", "install -y -qq --no-install-recommends " + " ".join(packages)):
        done = run_quietly(["apt-get", *words.split()], environ)
        if done.returncode != 0:
            raise SetupError(
                f"{done.stdout.strip()[-1500:]}\nThe system could not install them. "
                f"Check the internet connection, then run:\n  {command.replace('sudo ', '')}"
            )


def ensure_libraries(window: bool) -> None:
    """Make sure that Qt can start here: install what is missing, or name exactly that and stop."""
    if not sys.platform.startswith("linux"):
        return
    libraries = qt_libraries(dict(os.environ), window)
    missing = missing_libraries(libraries)
    if not missing:
        return
    purpose = "The window" if window else "Testing the window"
    kind = installer_here()
    if kind:
        install_packages(kind, list(dict.fromkeys(getattr(library, kind) for library in missing)), purpose)
        missing = missing_libraries(missing)
    if missing:
        names = " ".join(library.soname for library in missing)
        raise SetupError(f"{purpose} needs system libraries. Install them and run this again:\n  {names}")


def ensure_venv_module() -> None:
    """Debian and Ubuntu ship Python without the part that makes virtual environments."""
    from importlib import invalidate_caches, util

    if util.find_spec("venv") and util.find_spec("ensurepip"):
        return
    if not shutil.which("apt-get"):
        raise SetupError("This Python lacks its modules venv and ensurepip. Install them and run this again.")
    install_packages("apt", [f"python3.{sys.version_info[1]}-venv"], "Setting up")
    invalidate_caches()


# --- The virtual environment --------------------------------------------------------------------------------


def in_environment(folder: Path, program: str) -> Path:
    """Where a program of a virtual environment lies."""
    return folder / "Scripts" / f"{program}.exe" if os.name == "nt" else folder / "bin" / program


def stamp_for(folder: Path, lock: Path, project: Path) -> dict[str, str]:
    """What the environment must have been made of to be used as it is."""
    from hashlib import sha256

    return {
        "python": f"{sys.implementation.cache_tag} {sys.base_prefix}",
        "folder": str(folder),
        "lock": sha256(lock.read_bytes()).hexdigest(),
        "project": sha256(project.read_bytes()).hexdigest(),
    }


def read_stamp(folder: Path) -> dict[str, str]:
    """The stamp of an environment; empty when it was never finished."""
    try:
        stamp = json.loads((folder / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def work_to_do(have: dict[str, str], want: dict[str, str]) -> str:
    """`nothing`; `project` when only PressKit's own entry is out of date; else `everything`."""
    if have == want:
        return "nothing"
    parts = ("python", "folder", "lock")
    return "project" if all(have.get(part) == want[part] for part in parts) else "everything"


def clean_environ() -> dict[str, str]:
    """This process's environment without what would lead pip or Python out of the virtual environment."""
    stray = {"PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_NO_BINARY", "VIRTUAL_ENV"}
    kept = {name: value for name, value in os.environ.items() if name not in stray}
    return {**kept, "PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def pip_install(folder: Path, words: list[str]) -> None:
    """Run `pip install` in an environment. What pip says matters only when it fails."""
    command = [str(in_environment(folder, "python")), "-m", "pip", "install", *words]
    done = run_quietly(command, clean_environ())
    if done.returncode == 0:
        return
    newest = ".".join(map(str, NEWEST_TRIED))
    hint = f" This Python may be too new: try {newest}." if sys.version_info[:2] > NEWEST_TRIED else ""
    raise SetupError(
        f"{done.stdout.strip()[-1500:]}\n"
        "The parts that PressKit is built on could not be installed (pip's own words are above). "
        f"Check the internet connection and the free disk space, then run the same command again.{hint}"
    )


def ensure_environment(name: str, lock: Path) -> Path:
    """The environment `name`, made or brought up to date if it is not."""
    folder, project = ROOT / name, ROOT / "pyproject.toml"
    want = stamp_for(folder, lock, project)
    have = read_stamp(folder) if in_environment(folder, "python").exists() else {}
    todo = work_to_do(have, want)
    if todo == "nothing":
        return folder
    # Without a stamp, a set-up that is interrupted from here on starts afresh next time.
    (folder / STAMP).unlink(missing_ok=True)
    if todo == "everything":
        ensure_venv_module()
        from venv import EnvBuilder

        say(f"Setting up in {folder}. This fetches about 130 MB, once, and takes a minute or two ...")
        EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt", prompt="presskit").create(folder)
        # The lock is complete, so pip has nothing to look for beside it.
        pip_install(folder, ["--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", str(lock)])
    # Editable: whoever updates this folder runs the new code at once, with nothing to install again.
    pip_install(folder, ["--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    (folder / STAMP).write_text(json.dumps(want, indent=1), encoding="utf-8")
    say("Set up.")
    return folder


# --- What to start ------------------------------------------------------------------------------------------


def has_display(platform: str, environ: dict[str, str]) -> bool:
    """Can a window open here? macOS and Windows always have a screen."""
    if platform in ("darwin", "win32"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def own_copy(sample: Path, folder: Path) -> Path:
    """The user's copy of the sample, made if there is none; one that is there is never touched."""
    copy = folder / sample.name
    if not copy.exists():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(sample, copy)
    return copy


def window_command(environment: Path, kit: Path) -> list[str]:
    """Opens the window on a kit."""
    return [str(in_environment(environment, "presskit")), str(kit)]


def export_command(environment: Path, kit: Path, out: Path) -> list[str]:
    """Exports a kit to Word and PDF without Qt."""
    words = ["export", str(kit), "--to", "docx,pdf", "--out", str(out), "--force", "--reason", "A sample"]
    return [str(in_environment(environment, "presskit")), *words]


def test_command(environment: Path, words: list[str], cores: int) -> list[str]:
    """Runs the tests, several at a time; what the user adds comes last and so wins."""
    workers = str(min(max(cores, 1), 4))
    return [str(in_environment(environment, "python")), "-m", "pytest", "-n", workers, *words]


def hand_over(command: list[str], environ: dict[str, str]) -> None:
    """Become the command. Windows cannot, so there it is waited for."""
    sys.stdout.flush()
    if os.name == "nt":
        raise SystemExit(subprocess.call(command, env=environ))
    os.execve(command[0], command, environ)  # noqa: S606


def start() -> int:
    """The first command of the README."""
    window = has_display(sys.platform, dict(os.environ))
    if window:
        ensure_libraries(window=True)
    environment = ensure_environment(".venv-app", ROOT / "packaging" / "lock.txt")
    folder = Path.home() / "presskit-sample"
    if window:
        kit = own_copy(SAMPLE, folder)
        say(f"Opening your copy of the sample kit: {kit}")
        hand_over(window_command(environment, kit), clean_environ())
    out = folder / "export"
    out.mkdir(parents=True, exist_ok=True)
    say("There is no display here for a window, so the sample kit is exported instead.")
    code = subprocess.call(export_command(environment, own_copy(SAMPLE, folder), out), env=clean_environ())
    if code == 0:
        say(f"Word: {out / SAMPLE.stem}.docx\nPDF:  {out / SAMPLE.stem}.pdf")
        say(f"To export others: {in_environment(environment, 'presskit')} export FILE --to docx,pdf")
    return code


def fonts() -> int:
    """Adds what `lock-cjk.txt` lists to what the first command set up."""
    environment = ensure_environment(".venv-app", ROOT / "packaging" / "lock.txt")
    say("Adding the typefaces for Chinese, Japanese and Korean. This fetches about 35 MB, once ...")
    lock = ROOT / "packaging" / "lock-cjk.txt"
    pip_install(environment, ["--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", str(lock)])
    say("Added.")
    return 0


def test(words: list[str]) -> int:
    """The second command of the README: needs no display."""
    ensure_libraries(window=False)
    environment = ensure_environment(".venv-test", ROOT / "packaging" / "lock-test.txt")
    environ = {**clean_environ(), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.call(test_command(environment, words, os.cpu_count() or 1), env=environ, cwd=ROOT)


def main(words: list[str]) -> int:
    """Do what the words of the command line ask; the exit code is that of what was started."""
    if words and words[0] != "test" and words != ["fonts"]:
        say(__doc__ or "")
        return 0 if words[0] in ("-h", "--help") else 2
    try:
        check_python()
        if words == ["fonts"]:
            return fonts()
        return test(words[1:]) if words else start()
    except (SetupError, OSError, subprocess.CalledProcessError) as problem:
        print(problem, file=sys.stderr, flush=True)
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again to go on.", file=sys.stderr, flush=True)
        return 130
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
