"""All words that items say, by their beginnings, to find those that are spelled almost as one was typed.
Until here, the words of names alone were kept, and all of them had to be read for that."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Of the first four letters, each three of them in their order: whoever gets one letter wrong has one of these
# keys right.
_KEYS = """
    SELECT substr(word, 1, 3), word FROM known UNION
    SELECT substr(word, 2, 3), word FROM known UNION
    SELECT substr(word, 1, 1) || substr(word, 3, 2), word FROM known UNION
    SELECT substr(word, 1, 2) || substr(word, 4, 1), word FROM known
"""


def upgrade() -> None:
    """Makes the table, fills it from the full-text search, and drops the one before."""
    on_server = op.get_bind().dialect.name == "postgresql"
    order = "C" if on_server else None
    op.create_table(
        "spelled",
        sa.Column("key", sa.String(3, collation=order), primary_key=True),
        sa.Column("word", sa.String(40, collation=order), primary_key=True),
        sqlite_with_rowid=False,
    )
    if on_server:
        op.execute(
            "WITH known AS (SELECT DISTINCT word FROM items, unnest(tsvector_to_array(said)) AS word "  # noqa: S608
            f"WHERE length(word) >= 4 AND word !~ '[=0-9]') INSERT INTO spelled {_KEYS}"
        )
    else:
        op.execute("CREATE VIRTUAL TABLE temp.kept_words USING fts5vocab(main, found, col)")
        op.execute(
            "WITH known AS (SELECT DISTINCT term AS word FROM temp.kept_words "  # noqa: S608
            "WHERE col IN ('names', 'said') "
            f"AND length(term) >= 4 AND term NOT GLOB '*[0-9]*') INSERT INTO spelled {_KEYS}"
        )
        op.execute("DROP TABLE temp.kept_words")
    op.drop_table("words")
