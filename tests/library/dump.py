"""Writes a small library of this version as SQL into `steps/`, for later versions to read: run
`python -m tests.library.dump` after adding a step to presskit/library/schema, with PostgreSQL installed."""

import sqlite3
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote, Speaker
from presskit.library.items import Piece, item_of
from presskit.library.opening import open_library
from presskit.library.people import Consent, Person
from presskit.library.schema import HEAD
from presskit.model.kit import Asset
from presskit.text.runs import rich
from tests.kits import png
from tests.library.parts import TODAY, analyst, private_person, river_alliance, river_words, study
from tests.library.server import running, tool

STEPS = Path(__file__).parent / "steps"


def fill(address: str) -> None:
    """Every kind of item, one with two versions, one retired, and a picture."""
    picture = Asset.of(png(8))
    quote = Quote(
        id="kept",
        words=(rich("The river is ours."),),
        speaker=Speaker(name="Zoë O’Brien", description="ferry pilot"),
    )
    photo = Photo(id="kept", name=picture.name, caption=rich("The weir in May"), credit="I. Camera")
    paragraph = Paragraph(id="kept", text=rich("Les rives de l’Étang sont à tous."))
    given = [
        river_words(),
        river_alliance(),
        analyst(portrait=picture.name),
        private_person(Consent(private=True, shown_as="first name")),
        study(),
        item_of(Piece(block=quote), "en"),
        item_of(Piece(block=photo)),
        item_of(Piece(block=paragraph, title="Rives"), "fr"),
        item_of(Person(name="Una Former")),
    ]
    numbered = [(replace(item, id=f"{number:016x}"), "begun") for number, item in enumerate(given, 1)]
    shelf = open_library(address, who="Ada")
    kept = shelf.add_all(numbered, [picture])
    shelf.save(replace(kept[0], tags=("vote",), owner="Jo", good_until=TODAY), note="for the vote")
    shelf.save(replace(kept[-1], retired=True, merged_into=kept[2].id), note="merged")
    shelf.close()


def of_file(path: Path) -> str:
    """A library in a file as SQL: what full-text search keeps for itself is left out."""
    asked = (
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' "
        "AND name NOT LIKE 'found\\_%' ESCAPE '\\' ORDER BY rowid"
    )
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute(asked).fetchall()
        told = [f"{sql};" for _name, sql in tables]
        for name, sql in tables:
            if "TABLE" not in sql.split("(")[0]:
                continue
            columns = [row[0] for row in connection.execute(f"SELECT * FROM {name} LIMIT 0").description]
            columns = ["rowid", *columns] if name == "found" else columns
            values = " || ', ' || ".join(f"quote({column})" for column in columns)
            head = f"INSERT INTO {name} ({', '.join(columns)}) VALUES"
            told += [f"{head} ({row[0]});" for row in connection.execute(f"SELECT {values} FROM {name}")]
    return "\n".join(told) + "\n"


def of_server(url: str) -> str:
    """A library on a server as SQL, without what only its own program understands."""
    command = [
        tool("pg_dump") or "",
        "--column-inserts",
        "--no-owner",
        "--no-acl",
        "--no-comments",
        "-d",
        url,
    ]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    left_out = ("--", "\\", "SET ", "SELECT pg_catalog.set_config")
    lines = [line for line in told.splitlines() if line.strip() and not line.startswith(left_out)]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Writes both."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        fill(str(path))
        (STEPS / f"{HEAD}.sqlite.sql").write_text(of_file(path), "utf-8")
    with tempfile.TemporaryDirectory(prefix="presskit-pg-") as folder, running(Path(folder)) as server:
        fill(server.url())
        (STEPS / f"{HEAD}.postgresql.sql").write_text(of_server(server.url()), "utf-8")


if __name__ == "__main__":
    main()
