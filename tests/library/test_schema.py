"""The steps of a library's tables: from every version that there was, with nothing lost."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import Connection, Engine, MetaData, create_engine, inspect, text
from sqlalchemy.pool import NullPool

from presskit.library import schema
from presskit.library.opening import is_server, open_library
from presskit.library.problems import LibraryForeign, LibraryNewer, LibraryOlder
from presskit.library.tables import METADATA
from presskit.model.kit import Asset
from presskit.text.folding import sought
from tests.kits import png
from tests.library.agreement import check, rows

STEPS = Path(__file__).parent / "steps"


def engine_of(address: str) -> Engine:
    if is_server(address):
        url = address.replace("postgresql://", "postgresql+psycopg://")
        return create_engine(url, poolclass=NullPool)
    return create_engine(f"sqlite:///{address}", poolclass=NullPool)


@pytest.fixture
def connection(address: str) -> Iterator[Connection]:
    """A connection to an empty database, by no code of the library's."""
    with engine_of(address).connect() as found:
        yield found


def read_dump(address: str, step: str) -> None:
    """Fills a database with what a version of PressKit left there."""
    if is_server(address):
        import psycopg

        told = (STEPS / f"{step}.postgresql.sql").read_text("utf-8")
        with psycopg.connect(address) as connection:
            connection.execute(told)  # type: ignore[arg-type]
        return
    with closing(sqlite3.connect(address)) as connection:
        connection.executescript((STEPS / f"{step}.sqlite.sql").read_text("utf-8"))


def test_the_steps_are_those_of_the_files_in_their_order() -> None:
    found = {}
    for path in schema.STEPS.glob("s*.py"):
        told = path.read_text("utf-8")
        number = re.search(r'^revision = "(\d+)"$', told, re.MULTILINE)
        before = re.search(r'^down_revision = (?:"(\d+)"|None)$', told, re.MULTILINE)
        assert number
        assert before
        assert path.name.startswith(f"s{number[1]}_")
        found[number[1]] = before[1]
    assert found == dict(zip(schema.KNOWN, (None, *schema.KNOWN), strict=False))
    assert schema.KNOWN[-1] == schema.HEAD


def test_every_step_has_a_library_kept_from_its_time() -> None:
    kept = {path.name for path in STEPS.glob("*.sql")}
    assert kept == {f"{step}.{kind}.sql" for step in schema.KNOWN for kind in ("sqlite", "postgresql")}


def test_the_steps_lead_to_the_tables_that_the_library_uses(connection: Connection) -> None:
    with connection.begin():
        schema.upgrade(connection)
    found = MetaData()
    found.reflect(connection, only=list(METADATA.tables))
    for name, table in METADATA.tables.items():
        there = found.tables[name]
        columns = {column.name: column for column in there.columns if column.name not in {"names", "said"}}
        assert set(columns) == {column.name for column in table.columns}
        for column in table.columns:
            assert columns[column.name].nullable == column.nullable, column
            assert columns[column.name].primary_key == column.primary_key, column
        assert {index.name for index in table.indexes} <= {index.name for index in there.indexes}


@pytest.mark.parametrize("step", schema.KNOWN[:-1])
def test_a_library_that_was_made_by_the_steps_alone_goes_on(
    connection: Connection, address: str, step: str
) -> None:
    with connection.begin():
        schema.upgrade(connection, step)
        assert schema.step_of(connection) == step
    shelf = open_library(address)
    assert shelf.search("") == []
    shelf.close()
    with connection.begin():
        assert schema.step_of(connection) == schema.HEAD


@pytest.mark.parametrize("step", schema.KNOWN)
def test_a_library_of_any_version_is_brought_up_to_date_with_all_it_has(address: str, step: str) -> None:
    read_dump(address, step)
    before = rows(address, "SELECT item_id, version, body, changed_by, note FROM versions ORDER BY 1, 2")
    shelf = open_library(address)
    assert (
        rows(address, "SELECT item_id, version, body, changed_by, note FROM versions ORDER BY 1, 2") == before
    )
    assert len(before) == 11
    items = check(address)
    assert len(items) == 9
    picture = Asset.of(png(8))
    assert shelf.picture(picture.name) == picture
    for each in items.values():
        found = [one.id for one in shelf.search(" ".join(sought(each.name)))]
        assert (each.id in found) != each.retired
    assert "River Alliance" in [each.name for each in shelf.search("allaince river")[:2]]
    assert [each.name for each in shelf.search("househodls")] == ["61% · 4,000"]  # a word that it says
    ada = shelf.search("nadia")[0]
    assert shelf.save(replace(ada, owner="Jo")).version == 2
    assert [each.note for each in shelf.versions(f"{1:016x}")] == ["for the vote", "begun"]
    shelf.close()
    check(address)


def test_a_newer_version_is_refused_in_words_and_left_alone(address: str) -> None:
    open_library(address).close()
    with engine_of(address).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        before = sorted(inspect(connection).get_table_names())
    with pytest.raises(LibraryNewer, match="newer PressKit: update"):
        open_library(address)
    with engine_of(address).begin() as connection:
        assert sorted(inspect(connection).get_table_names()) == before


def test_the_database_of_another_program_is_refused_and_left_alone(address: str) -> None:
    with engine_of(address).begin() as connection:
        connection.execute(text("CREATE TABLE bookmarks (url TEXT)"))
    with pytest.raises(LibraryForeign, match="another program"):
        open_library(address)
    with engine_of(address).begin() as connection:
        assert inspect(connection).get_table_names() == ["bookmarks"]


def test_an_older_one_that_may_only_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    read_dump(str(path), "0001")
    with pytest.raises(LibraryOlder, match="older PressKit"):
        open_library(str(path), read_only="It is a copy.")
    open_library(str(path)).close()
    copy = open_library(str(path), read_only="It is a copy.")
    assert [each.name for each in copy.search("nadia")] == ["Nadia Ferrer Otis"]
    copy.close()


def test_a_step_that_fails_half_way_leaves_all_as_it_was(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_dump(address, "0001")
    with engine_of(address).begin() as connection:
        connection.execute(text("DROP TABLE words"))  # so that the step cannot
    with pytest.raises(Exception, match="words"):
        open_library(address)
    with engine_of(address).begin() as connection:
        assert schema.step_of(connection) == "0001"
        assert not inspect(connection).has_table("spelled")
