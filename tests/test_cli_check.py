"""presskit check: what stops a release, in words, as JSON and as SARIF; and what export does about it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from presskit.cli import FAILED, MISUSED, UNREADABLE, run_command
from presskit.storage.files import read, write
from presskit.storage.lock import acquire
from tests.kits import cleared, full_kit
from tests.storage.disk import names
from tests.storage.zips import entries_of, zipped

SAMPLES = Path(__file__).resolve().parents[1] / "resources" / "samples"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command: its exit code, and what it printed and complained of."""
    monkeypatch.setenv("PRESSKIT_HOME", str(tmp_path / "home"))

    def call(*words: object) -> tuple[int, str, str]:
        code = run_command([str(word) for word in words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A release as staff write it, with faults."""
    path = tmp_path / "ferry.txt"
    path.write_text(
        "River Watch wins ferry vote\n\nLowell — The county voted on Monday, June 31 to keep the ferry. "
        "Fares rose 44 percent.\n\n“We won,” said Ada Poe, director of River Watch.\n",
        encoding="utf-8",
    )
    return path


def test_what_stops_a_text_is_told_and_ends_in_1(run: Run, text: Path) -> None:
    code, out, err = run("check", text)
    assert (code, err) == (FAILED, "")
    assert out.startswith("ferry.txt: ")
    for wanted in (
        "Stops the release",
        "[no-such-day]",
        "[contact]",
        "[quote-approval]",
        "[percent]",
        "“44%”",
    ):
        assert wanted in out
    assert "We won" in out, "the place is named"


def test_a_cleared_kit_ends_in_0(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "vote.presskit", cleared(full_kit()))
    code, out, _err = run("check", tmp_path / "vote.presskit")
    assert code == 0
    assert "nothing stops it" in out
    assert "Overridden: For a test." in out


@pytest.mark.parametrize("sample", sorted(SAMPLES.rglob("*.presskit")), ids=lambda path: path.stem)
def test_every_sample_can_be_checked(run: Run, sample: Path) -> None:
    code, out, err = run("check", sample, "--json")
    assert (code, err) == (FAILED, ""), "quotes of samples are not approved"
    (told,) = json.loads(out)
    assert {each["rule"] for each in told["findings"]} & {"quote-approval"}


def test_json_says_where_and_what_would_put_it_right(run: Run, text: Path) -> None:
    (told,) = json.loads(run("check", text, "--json")[1])
    assert told["stops"] > 2
    found: dict[str, Any] = next(each for each in told["findings"] if each["rule"] == "percent")
    assert (found["found"], found["fix"], found["check"]) == ("44 percent", ["44%"], 18)
    assert found["end"] - found["start"] == len("44 percent")
    assert found["source"].endswith("2019")


def test_sarif_has_rules_and_results_that_fit(run: Run, text: Path) -> None:
    code, out, _err = run("check", text, "--sarif")
    assert code == FAILED
    told = json.loads(out)
    assert told["version"] == "2.1.0"
    (made,) = told["runs"]
    rules = made["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules) > 50
    for result in made["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("ferry.txt")
    assert any(result["level"] == "error" for result in made["results"])


def test_another_house_style_has_other_limits(run: Run, text: Path, tmp_path: Path) -> None:
    assert "fewest that the house style" in run("check", text, "--profile", "wire")[1]
    own = tmp_path / "ours.toml"
    own.write_text('[checks]\npercent = "percent"\n[checks.severity]\ncontact = "off"\n', encoding="utf-8")
    out = run("check", text, "--profile", own)[1]
    assert "[contact]" not in out
    assert "[percent]" not in out


@pytest.mark.parametrize(
    ("words", "code", "wanted"),
    [
        (("--profile", "nowhere"), MISUSED, "choose from ap"),
        (("--profile", "none.toml"), UNREADABLE, "cannot be used"),
        (("--json", "--sarif"), MISUSED, "do not go together"),
    ],
)
def test_what_is_wrong_is_told(run: Run, text: Path, words: tuple[str, ...], code: int, wanted: str) -> None:
    found = run("check", text, *words)
    assert found[0] == code
    assert wanted in found[2]


@pytest.mark.parametrize(
    "raw", ["checks = 3", "[checks]\nmost = -1", "[[[", "base = 'nowhere'", "[checks.severity]\nx = 'loud'"]
)
def test_a_house_style_that_does_not_fit_says_so(run: Run, text: Path, tmp_path: Path, raw: str) -> None:
    own = tmp_path / "ours.toml"
    own.write_text(raw, encoding="utf-8")
    code, out, err = run("check", text, "--profile", own)
    assert (code, out) == (UNREADABLE, "")
    assert "ours.toml" in err
    assert "Traceback" not in err


def test_files_that_cannot_be_read_do_not_keep_others_from_it(run: Run, text: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.presskit"
    broken.write_bytes(b"PK\x03\x04 nothing")
    code, out, err = run("check", broken, tmp_path / "none.txt", text)
    assert code == UNREADABLE
    assert "ferry.txt" in out
    assert len(err.splitlines()) == 2


def test_export_refuses_until_there_is_a_reason_and_keeps_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "vote.presskit"
    write(path, full_kit())
    code, out, err = run("export", path, "--to", "text")
    assert (code, out) == (FAILED, "")
    assert "not for reporters yet" in err
    assert "embargo ended" in err
    assert names(tmp_path) == {"vote.presskit"}
    assert run("export", path, "--to", "review")[0] == 0, "colleagues get a draft at any time"
    code, out, err = run("export", path, "--to", "text", "--reason", "It is out anyway")
    assert (code, err) == (0, "")
    assert {(each.how, each.note) for each in read(path).kit.passed} == {("overridden", "It is out anyway")}
    assert run("export", path, "--to", "text", "--force")[0] == 0, "the reason is kept"


def test_a_reason_is_kept_only_where_the_kit_loses_nothing_by_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "vote.presskit"
    write(path, full_kit())
    whole = path.read_bytes()
    command = ("export", path, "--to", "text", "--reason", "It is out anyway")
    with acquire(path):  # a window has it open
        code, _out, err = run(*command)
    assert (code, path.read_bytes()) == (FAILED, whole)
    assert "is open in another window" in err
    entries = entries_of(whole)
    picture = next(name for name in entries if name.startswith("assets/"))
    damaged = zipped({**entries, picture: entries[picture][:-9]})
    path.write_bytes(damaged)  # some of the picture may yet be rescued
    code, _out, err = run(*command)
    assert (code, path.read_bytes()) == (FAILED, damaged)
    assert "is open to read only" in err
    assert names(tmp_path) == {"vote.presskit"}
