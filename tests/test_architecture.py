"""The rules of the house (design.md, section 3), each a function from a house to what breaks it."""

from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.house import House, circles, read_house

PACKAGE = Path(__file__).resolve().parents[1] / "presskit"

FLOORS = (
    {""},  # presskit/__init__.py: the version, and nothing else
    {"assets", "text"},
    {"i18n", "flow"},
    {"model", "reasons"},
    {"blocks", "settings", "pictures", "bounded"},
    {"storage", "check", "export", "intake", "spelling", "templates", "verify"},
    {"library", "snapshots", "ourbrands", "ourstyles"},
    {"session", "pages", "bringing", "issuing", "asking", "exporting"},
    {"checking", "safekeeping", "ourtemplates"},
    {"cli", "gui"},
    {"__main__"},
)
"""A part imports from lower floors and from itself; parts on one floor do not know each other."""

LOWER_ROOMS = {"storage", "check", "export", "intake", "verify"}
"""What the window reaches only through session and pages."""

AT_HOME = {
    "PySide6": ("presskit.gui", "presskit.gui.*"),
    "shiboken6": ("presskit.gui", "presskit.gui.*"),
    "docx": ("presskit.export.*docx*", "presskit.intake.*docx*"),
    "reportlab": ("presskit.export.pdf_*", "presskit.export.to_pdf", "presskit.export.font*"),
    "uharfbuzz": ("presskit.export.pdf_*", "presskit.export.to_pdf", "presskit.export.font*"),
    "bidi": ("presskit.export.pdf_*", "presskit.export.to_pdf", "presskit.export.font*"),
    "typer": ("presskit.cli", "presskit.cli.*"),
    "rich": ("presskit.cli", "presskit.cli.*"),
    "pypdfium2": ("presskit.pages", "presskit.verify.pdf_seen", "presskit.intake.pdf*"),
    "PIL": ("presskit.pictures.*",),
    "pikepdf": ("presskit.verify.pdf*",),
    "page": ("presskit.verify.claims",),
    "hunspell": ("presskit.spelling.dictionary",),
    "sqlalchemy": ("presskit.library.*",),
    "alembic": ("presskit.library.schema*",),
    "psycopg": ("presskit.library.*",),
    "keyring": ("presskit.library.*",),
    "rapidfuzz": ("presskit.library.*", "presskit.gui.slips"),
    "vobject": ("presskit.library.*",),
    "pyphen": ("presskit.text.reading",),
    "markdown_it": ("presskit.intake.markdown",),
}
LONGEST = 400  # lines of a file


def unplaced(house: House) -> list[str]:
    """Top-level parts that stand on no floor."""
    known = set().union(*FLOORS)
    return [module for module in house.modules if house.floor_name(module) not in known]


def upwards(house: House) -> list[str]:
    """Imports from a higher floor, or from a neighbour on the same one."""
    floor = {part: number for number, parts in enumerate(FLOORS) for part in parts}
    found = []
    for edge in house.own():
        here, there = house.floor_name(edge.source), house.floor_name(edge.target)
        if here in floor and there in floor and here != there and floor[there] >= floor[here]:
            found.append(str(edge))
    return found


def in_circles(house: House) -> list[str]:
    """Files that import one another; the list of formats may name its writers, to be loaded later."""
    edges = [edge for edge in house.own() if not (edge.named and edge.source == f"{house.name}.export")]
    return [" <-> ".join(group) for group in circles(edges)]


def hidden(house: House) -> list[str]:
    """Our own modules imported within functions; only __main__ may, to choose a face."""
    return [
        str(edge)
        for edge in house.own()
        if edge.inside and not edge.named and edge.source != f"{house.name}.__main__"
    ]


def named(house: House) -> list[str]:
    """Our own modules loaded by name: only writers may be, by the list of formats and the preview, readers of
    what is brought in, what opens a library, and the library's own window."""
    writers = f"{house.name}.export.to_"
    window = f"{house.name}.gui.library"
    allowed: dict[str, str | tuple[str, ...]] = {
        f"{window}.doors": (f"{window}.manager", f"{window}.merge"),
        f"{house.name}.export": writers,
        f"{house.name}.pages": writers,
        f"{house.name}.intake.reading": tuple(
            f"{house.name}.intake.{each}"
            for each in ("markdown", "webpage", "worddoc", "pdfwords", "opendoc", "richformat")
        ),
        f"{house.name}.library.opening": (f"{house.name}.library.store", f"{house.name}.library.mirror"),
    }
    return [
        str(edge)
        for edge in house.own()
        if edge.named and not (edge.source in allowed and edge.target.startswith(allowed[edge.source]))
    ]


def astray(house: House) -> list[str]:
    """Libraries used where they are not at home."""
    return [
        str(edge)
        for edge in house.foreign()
        if (homes := AT_HOME.get(edge.target)) and not any(fnmatchcase(edge.source, home) for home in homes)
    ]


def face_to_cellar(house: House) -> list[str]:
    """The window reaching past session and pages."""
    return [
        str(edge)
        for edge in house.own()
        if house.floor_name(edge.source) == "gui" and house.floor_name(edge.target) in LOWER_ROOMS
    ]


def kinds_in_writers(house: House) -> list[str]:
    """Writers, and all else in export, that know kinds of block."""
    return [
        str(edge)
        for edge in house.own()
        if house.floor_name(edge.source) == "export" and house.floor_name(edge.target) == "blocks"
    ]


def too_long(house: House) -> list[str]:
    """Files with more lines than one keeps in mind."""
    counted = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in house.modules.values()}
    return [f"{path.name}: {count} lines" for path, count in counted.items() if count > LONGEST]


Rule = Callable[[House], list[str]]
RULES: tuple[Rule, ...] = (
    unplaced, upwards, in_circles, hidden, named, astray, face_to_cellar, kinds_in_writers, too_long,
)  # fmt: skip


@pytest.fixture(scope="module")
def house() -> House:
    """PressKit itself."""
    return read_house(PACKAGE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_rules(house: House, rule: Rule) -> None:
    assert rule(house) == []


def test_the_graph_sees_what_is_there(house: House) -> None:
    found = {(edge.source, edge.target) for edge in house.edges}
    assert ("presskit.blocks", "presskit.blocks.quote") in found
    assert ("presskit.export", "presskit.export.to_pdf") in found  # a string
    assert ("presskit.pages", "presskit.export.to_pdf") in found  # import_module
    assert ("presskit.__main__", "presskit.cli") in found  # in a function
    assert ("presskit.model.profile", "babel") in found  # in a function
    assert len(house.modules) > 60


BAD: dict[Rule, tuple[dict[str, str], str]] = {
    unplaced: ({"attic.py": ""}, "attic"),
    upwards: ({"text/a.py": "from presskit.model import kit", "model/kit.py": ""}, "text.a:1"),
    in_circles: (
        {
            "model/a.py": "from presskit.model import b",
            "model/b.py": "def later():\n    from presskit.model.a import x",
        },
        "model.a <-> presskit.model.b",
    ),
    hidden: ({"model/a.py": "def later():\n    import presskit.flow", "flow.py": ""}, "model.a:2"),
    named: ({"session.py": "NAME = 'presskit.storage.codec'", "storage/codec.py": ""}, "session:1"),
    astray: ({"cli.py": "def late():\n    from PySide6.QtCore import QTimer"}, "PySide6"),
    face_to_cellar: (
        {"gui/x.py": "from ..storage.codec import decode", "storage/codec.py": ""},
        "storage.codec",
    ),
    kinds_in_writers: (
        {
            "export/to_x.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n"
            "    from presskit.blocks.quote import Quote",
            "blocks/quote.py": "",
        },
        "blocks.quote",
    ),
    too_long: ({"flow.py": "x = 1\n" * (LONGEST + 1)}, "401 lines"),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_each_rule_sees_a_house_that_breaks_it(tmp_path: Path, rule: Rule) -> None:
    """A house with one fault: its rule names it, and the house without it passes."""
    files, told = BAD[rule]
    package = tmp_path / "presskit"
    for name, text in {"__init__.py": "", **files}.items():
        path = package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        (path.parent / "__init__.py").touch()
        path.write_text(text, encoding="utf-8")
    assert any(told in each for each in rule(read_house(package)))
    for name in files:
        (package / name).write_text("", encoding="utf-8")
    if rule is not unplaced:
        assert rule(read_house(package)) == []


def test_neighbours_on_one_floor_do_not_know_each_other(tmp_path: Path) -> None:
    package = tmp_path / "presskit"
    for part, text in (("storage", "import presskit.export.a"), ("export", "")):
        (package / part).mkdir(parents=True)
        (package / part / "a.py").write_text(text)
    assert upwards(read_house(package)) == ["presskit.storage.a:1 -> presskit.export.a"]
