"""House styles of the user's own: taken in once they work, used by name, missed without loss."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from presskit import assets
from presskit.export.layout import lay_out
from presskit.exporting import export_bytes, format_named
from presskit.model import ownstyles
from presskit.model.kit import Kit
from presskit.model.profile import is_there, profile, profile_names, shipped_names
from presskit.model.profilewords import on, rules
from presskit.model.stylefile import faults
from presskit.ourstyles import NotAStyle, forget, is_own, take_in
from presskit.storage.errors import FileProblem
from presskit.storage.files import read, write
from tests.kits import cleared, full_kit

RIVER = 'name = "River Union"\nbase = "coalition"\nseparator = " – "\n[words.en]\nend = "-30-"\n'


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own."""
    monkeypatch.setenv("PRESSKIT_HOME", str(tmp_path / "home"))
    return tmp_path


def styled(text: str, folder: Path, name: str = "River Union 2026.toml") -> str:
    """The name under which a house style is taken in."""
    (folder / name).write_text(text, encoding="utf-8")
    return take_in(folder / name)


def in_style(kit: Kit, name: str) -> Kit:
    """The kit in a house style."""
    return kit.with_release(0, replace(kit.releases[0], profile=name))


def test_one_of_the_users_own_is_used_by_name_and_on_every_page(home: Path) -> None:
    name = styled(RIVER, home)
    assert name == "river-union-2026"
    assert profile_names() == [*shipped_names(), name]
    assert is_own(name)
    assert not is_own("ap")
    house = profile(name)
    assert (house.id, house.name, house.separator) == (name, "River Union", " – ")
    assert house.checks.clear_partners  # the coalition's, on which it builds
    kit = cleared(in_style(full_kit(), name))
    assert "-30-" in export_bytes(kit, 0, format_named("text")).decode()  # type: ignore[arg-type]
    words = {shape.role: shape for shape in lay_out(kit).shapes}
    assert words["end_mark"] != {shape.role: shape for shape in lay_out(full_kit()).shapes}["end_mark"]


def test_a_newer_file_of_the_same_name_takes_its_place(home: Path) -> None:
    name = styled(RIVER, home)
    assert profile(name).page_words("en").end == "-30-"
    assert styled(RIVER.replace("-30-", "ENDS HERE"), home) == name
    assert profile(name).page_words("en").end == "ENDS HERE"


def test_a_kit_keeps_the_name_of_one_that_is_not_there(home: Path) -> None:
    name = styled(RIVER, home)
    kit = in_style(full_kit(), name)
    forget(name)
    assert not is_there(name)
    assert profile(name) is profile("ap")
    write(home / "kit.presskit", kit)
    assert read(home / "kit.presskit").kit.releases[0].profile == name
    styled(RIVER, home)
    assert profile(name).name == "River Union"


def test_a_file_that_was_broken_by_hand_falls_back(home: Path) -> None:
    name = styled(RIVER, home)
    (ownstyles.folder() / f"{name}.toml").write_text("name = \n")
    assert profile(name) is profile("ap")
    assert not is_there(name)


def test_one_called_as_those_of_presskit_gets_another_name(home: Path) -> None:
    assert styled(RIVER, home, "AP.toml") == "ap-own"
    assert profile("ap").name == "AP"


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a" * 65, "", ".", "x/y", "X", "a\0b"])
def test_no_name_in_a_kit_is_a_path(home: Path, name: str) -> None:
    (home / "home").mkdir(exist_ok=True)
    (home / "home" / "secret.toml").write_text(RIVER)
    assert profile(name) is profile("ap")
    assert ownstyles.stamp(name) is None
    with pytest.raises(ValueError, match="no name"):
        ownstyles.text(name)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('name = "x"\nyear = \n', "Line 2 cannot be read"),
        ('name = "x"\n\nseperator = "-"\n', "Line 3: “seperator” is no setting"),
        ('name = "x"\n[checks]\nmost = "many"\n', "Line 3: Expected `int`, got `str`"),
        ('name = "x"\n[checks]\nheadline_case = "loud"\n', "Line 3: "),
        ('name = "x"\n[limits.headline]\nmost = 0\n', "Line 3: "),
        ('name = "x"\n[limits.headline]\nmax = 70\n', "Line 3: “max” is no setting"),
        ('name = "x"\nbase = "nowhere"\n', "Line 2: there is no house style “nowhere”"),
        ('name = "x"\n[words.en]\nembargo = "UNTIL {when}"\n', "Line 3: of words in braces"),
        ('name = "x"\n[words.en]\npage = "{"\n', "Line 3: of words in braces"),
        ('name = "x"\n[words.xx]\nend = "fin"\n', "missing required field"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(home: Path, text: str, told: str) -> None:
    assert any(each.startswith(told) or told in each for each in faults(text)), faults(text)
    with pytest.raises(NotAStyle):
        styled(text, home)
    assert profile_names() == list(shipped_names())


def test_odd_files_are_refused(home: Path) -> None:
    for name, data in (("a.toml", b"\xff\xfe\x00"), ("b.toml", b"#" * (ownstyles.MOST + 1))):
        (home / name).write_bytes(data)
        with pytest.raises(FileProblem):
            take_in(home / name)
    with pytest.raises(FileProblem):
        take_in(home / "none.toml")


def test_the_shipped_ones_have_no_faults_and_say_what_they_are_for() -> None:
    for name in shipped_names():
        assert faults(assets.read(f"profiles/{name}.toml").decode()) == []
        assert profile(name).description.endswith(".")


@pytest.mark.parametrize("name", shipped_names())
@pytest.mark.parametrize("language", ["en-US", "es", "fr", "ar", "ja"])
def test_each_is_told_in_words(name: str, language: str) -> None:
    release = replace(full_kit().releases[0], language=language)
    told = dict(on(release, profile(name)))
    assert told["Dateline"].endswith("…")
    assert told["First quote"].strip()
    assert all(told.values())
    assert len(rules(profile(name))) >= 6


def test_rules_differ_by_style() -> None:
    told = {name: tuple(rules(profile(name))) for name in shipped_names()}
    assert len(set(told.values())) == len(told)
    assert "Headlines have up to 65 characters." in told["public-body"]
    assert "A release has 300 to 800 words." in told["wire"]
    assert "Every organization that is named clears the release." in told["coalition"]
