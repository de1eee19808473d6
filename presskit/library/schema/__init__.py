"""The steps of a library's tables from version to version, taken by alembic.

A new step is a file `steps/sNNNN_what.py` that knows nothing of the rest of PressKit (for that changes), its
number in KNOWN, the tables in `presskit.library.tables`, and `python -m tests.library.dump`, which leaves a
library of that step for the tests of those to come. A step that was handed out is never changed.
"""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

KNOWN = ("0001", "0002")
"""All steps, in their order: a test compares them with the files."""

HEAD = KNOWN[-1]
"""The step that this PressKit's tables have come to."""

STEPS = Path(__file__).parent / "steps"


class Newer(Exception):  # noqa: N818 - it is an answer, which the store puts into words
    """The tables are of a step that this version does not know."""


def step_of(connection: Connection) -> str:
    """The step that the tables have come to; nothing for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def is_foreign(connection: Connection) -> bool:
    """Whether a database that has come to no step of ours has tables all the same."""
    return not step_of(connection) and bool(inspect(connection).get_table_names())


def upgrade(connection: Connection, to: str = HEAD) -> None:
    """Takes the steps that are left, within the connection's transaction. Raises Newer when the tables
    are of a later step than any that is known."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    now = step_of(connection)
    if now and now not in KNOWN:
        raise Newer(now)
    script = ScriptDirectory(str(Path(__file__).parent), version_locations=[str(STEPS)])

    def steps(revision: object, _context: object) -> object:
        return script._upgrade_revs(to, revision)  # type: ignore[arg-type]  # noqa: SLF001 - what its own commands call

    with EnvironmentContext(Config(), script, fn=steps) as environment:
        environment.configure(connection=connection, transactional_ddl=True)
        environment.run_migrations()
