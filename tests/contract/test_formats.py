"""Every format keeps the contract of a format."""

import datetime
from importlib import import_module

import pytest

from presskit.export import FORMATS, Format, format_named
from presskit.export.errors import ExportProblem
from presskit.export.layout import lay_out
from presskit.exporting import export, export_bytes, export_paths
from presskit.flow import Sheet
from presskit.model.brand import look
from presskit.model.kit import Kit
from tests.examples import has_matter
from tests.kits import full_kit

each_format = pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.id)

WHEN = datetime.datetime(2026, 11, 20, 9, 30)
SECRETS = ("Call the mayor", "2026-11-20", "Pictures/", "quote001", "later001", "presskit")


@each_format
def test_it_can_be_named(kind: Format) -> None:
    assert format_named(kind.id) is kind
    assert kind.label
    assert kind.suffix.startswith((".", "-"))
    assert [each.suffix for each in FORMATS].count(kind.suffix) == 1
    assert [each.id for each in FORMATS].count(kind.id) == 1
    assert callable(import_module(kind.module).write)


def test_there_is_none_of_another_name() -> None:
    assert format_named("papyrus") is None


@each_format
@pytest.mark.parametrize("kit", [Kit(), full_kit()], ids=["empty", "full"])
def test_it_writes_any_kit_the_same_each_time(kind: Format, kit: Kit) -> None:
    if not has_matter(kind, lay_out(kit)):
        with pytest.raises(ExportProblem, match="no photos"):
            export_bytes(kit, 0, kind)
        return
    first = export_bytes(kit, 0, kind, when=WHEN)
    assert first
    assert export_bytes(kit, 0, kind, when=WHEN) == first


@each_format
def test_it_writes_a_sheet_without_anything_on_it(kind: Format) -> None:
    bare, plain = Sheet(title="", language="en", shapes=()), look(Kit().releases[0].brand)
    if has_matter(kind, bare):
        assert isinstance(kind.write(bare, plain), bytes)
    else:
        with pytest.raises(ExportProblem):
            kind.write(bare, plain)


@pytest.mark.parametrize("kind", [each for each in FORMATS if not each.internal], ids=lambda kind: kind.id)
def test_nothing_internal_is_in_the_file(kind: Format) -> None:
    """Plainly written, that is: packed streams have tests of their own."""
    data = export_bytes(full_kit(), 0, kind)
    for secret in SECRETS[:-1]:
        assert secret.encode() not in data


def test_the_sheet_has_nothing_internal() -> None:
    told = repr(lay_out(full_kit()))
    assert "Call the mayor" not in told
    assert "Ada Poe" in told
    assert "phone" not in told


def test_paths_and_files_go_by_the_format(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    paths = export_paths("vote", folder, [kind.id for kind in FORMATS])
    for kind in FORMATS:
        assert paths[kind.id] == folder / f"vote{kind.suffix}"
        export(full_kit(), 0, kind.id, paths[kind.id], when=WHEN)
        assert paths[kind.id].read_bytes() == export_bytes(full_kit(), 0, kind, when=WHEN)
    with pytest.raises(KeyError):
        export_paths("vote", folder, ["papyrus"])
    with pytest.raises(KeyError):
        export(full_kit(), 0, "papyrus", folder / "x")
