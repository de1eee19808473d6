"""The first tables: items with their versions, pictures, words of names, and what full-text search needs."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes them."""
    on_server = op.get_bind().dialect.name == "postgresql"
    number = sa.BigInteger() if on_server else sa.Integer()
    letters = sa.Text(collation="C") if on_server else sa.Text()
    op.create_table(
        "items",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("seq", number, nullable=False, unique=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("language", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded", letters, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("retired", sa.Boolean, nullable=False),
        sa.Column("guarded", sa.Boolean, nullable=False),
        sa.Column("good_until", sa.Date),
        sa.Column("changed", sa.DateTime, nullable=False),
        sa.Column("changed_by", sa.Text, nullable=False),
    )
    op.create_index("items_by_name", "items", ["retired", "folded", "kind"])
    op.create_index("items_by_kind", "items", ["retired", "kind", "seq"])
    op.create_index("items_guarded", "items", ["guarded"])
    op.create_table(
        "versions",
        sa.Column("item_id", sa.String(64), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("changed", sa.DateTime, nullable=False),
        sa.Column("changed_by", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
    )
    op.create_table(
        "pictures",
        sa.Column("name", sa.String(80), primary_key=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "words",
        sa.Column("id", number, primary_key=True, autoincrement=True),
        sa.Column("word", sa.String(40), nullable=False, unique=True),
    )
    counter = op.create_table("counter", sa.Column("value", number, primary_key=True))
    op.bulk_insert(counter, [{"value": 0}])
    if on_server:
        op.execute("ALTER TABLE items ADD COLUMN names tsvector, ADD COLUMN said tsvector")
        op.execute("CREATE INDEX items_names ON items USING gin (names) WITH (fastupdate = off)")
        op.execute("CREATE INDEX items_said ON items USING gin (said) WITH (fastupdate = off)")
    else:
        # What is put in is folded and split already (presskit.text.folding): marks belong to their words.
        op.execute(
            "CREATE VIRTUAL TABLE found USING fts5(names, said, kind, detail=column, prefix='1 2 3', "
            "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\")"
        )
