"""The tool that gathers the words of the screen."""

from pathlib import Path

from tests.spanish import catalogue


def house(root: Path, source: str) -> Path:
    """A program of one file, and a brand."""
    (root / "presskit").mkdir(parents=True, exist_ok=True)
    (root / "presskit" / "one.py").write_text(source, "utf-8")
    (root / "resources" / "brands").mkdir(parents=True, exist_ok=True)
    (root / "resources" / "brands" / "plain.toml").write_text('name = "Plain"\nlogo_height = 3\n', "utf-8")
    return root


def ids(words: object) -> list[object]:
    """The messages of a catalogue, those of the command line's help left out."""
    found = (each for each in words if each.id)  # type: ignore[attr-defined]
    return [each.id for each in found if each.locations[0][0] != "presskit/cli/__init__.py"]


def test_what_is_marked_and_what_data_show_are_gathered(tmp_path: Path) -> None:
    tool = catalogue()
    source = '_("Save")\nN_("Open…")\nngettext("{n} kit", "{n} kits", 3)\n_(name)\nprint("hidden")\n'
    assert ids(tool.said(house(tmp_path, source))) == ["Save", "Open…", ("{n} kit", "{n} kits"), "Plain"]


def test_a_plural_has_the_words_of_the_singular_as_well(tmp_path: Path) -> None:
    tool = catalogue()
    source = '_("{n} kit")\nngettext("{n} kit", "{n} kits", 3)\n'
    assert ids(tool.said(house(tmp_path, source))) == [("{n} kit", "{n} kits"), "Plain"]


def test_words_are_kept_and_what_nothing_says_any_more_is_taken_out(tmp_path: Path) -> None:
    tool = catalogue()
    words = tool.said(house(tmp_path, '_("Save")\nngettext("{n} kit", "{n} kits", 3)\n_("Old")\n'))
    spanish = {"Save": "Guardar", "Old": "Viejo", "{n} kit": ("{n} kit", "{n} kits"), "Plain": "Simple"}
    for each in words:
        key = each.id if isinstance(each.id, str) else each.id[0]
        each.string = spanish.get(key, each.string)
    text, compiled = tool.written(words)
    path = tmp_path / "presskit.po"
    path.write_bytes(text)
    assert tool.written(words) == (text, compiled)
    known = tool.translated(path)
    later = tool.joined(tool.said(house(tmp_path, '_("New")\n_("Save")\n_("{n} kit")\n')), known)
    given = {each.id: each.string for each in later if each.id in {"New", "Save", "Old", "{n} kit"}}
    assert given == {"New": None, "Save": "Guardar", "{n} kit": None}  # a plural became a single form


def test_a_catalogue_names_no_moment_tool_or_person(tmp_path: Path) -> None:
    tool = catalogue()
    text, _compiled = tool.written(tool.said(house(tmp_path, '_("Save")\n')))
    head = text.decode().split("#:")[0]
    assert not [word for word in ("Date", "Babel", "Translator", "@", "20") if word in head]


def test_there_is_nothing_yet_where_there_is_no_catalogue(tmp_path: Path) -> None:
    assert catalogue().translated(tmp_path / "none.po") == {}
