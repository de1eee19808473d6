"""The tables of a library as they are now; `schema/steps` has the way to them."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)  # fmt: skip

METADATA = MetaData()

# SQLite counts rows by an INTEGER key alone; a server's own order of letters would not find prefixes.
_NUMBER = BigInteger().with_variant(Integer, "sqlite")
_LETTERS = Text().with_variant(Text(collation="C"), "postgresql")
_KEY, _WORD = (String(size).with_variant(String(size, collation="C"), "postgresql") for size in (3, 40))

items = Table(
    "items",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("seq", _NUMBER, nullable=False, unique=True),  # grows with each change of any item
    Column("kind", String(32), nullable=False),
    Column("language", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", _LETTERS, nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),  # see presskit.library.records
    Column("retired", Boolean, nullable=False),
    Column("guarded", Boolean, nullable=False),  # a person whose consent is withdrawn or limited
    Column("good_until", Date),
    Column("changed", DateTime, nullable=False),  # UTC
    Column("changed_by", Text, nullable=False),
)
Index("items_by_name", items.c.retired, items.c.folded, items.c.kind)
Index("items_by_kind", items.c.retired, items.c.kind, items.c.seq)
Index("items_guarded", items.c.guarded)

versions = Table(
    "versions",
    METADATA,
    Column("item_id", String(64), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("body", Text, nullable=False),
    Column("changed", DateTime, nullable=False),
    Column("changed_by", Text, nullable=False),
    Column("note", Text, nullable=False),
)

pictures = Table(
    "pictures",
    METADATA,
    Column("name", String(80), primary_key=True),  # "<sha256>.jpg" or ".png"
    Column("data", LargeBinary, nullable=False),
)

# Each word that items say, by keys of which a misspelled one has one right (see presskit.library.spelling).
spelled = Table(
    "spelled",
    METADATA,
    Column("key", _KEY, primary_key=True),
    Column("word", _WORD, primary_key=True),
    sqlite_with_rowid=False,
)

# One row: the seq last given. Whoever changes anything holds it, so that changes come one after another.
counter = Table("counter", METADATA, Column("value", _NUMBER, primary_key=True))
