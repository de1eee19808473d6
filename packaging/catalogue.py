"""Gathers every message of PressKit into its Spanish catalogue, and compiles it.

    .venv/bin/python packaging/catalogue.py

Messages are what `_`, `N_` and `ngettext` mark in presskit/, and what files under resources/ put on screen.
The catalogue, resources/i18n/es/LC_MESSAGES/presskit.po, keeps what is translated already; a message that is
new there has no words yet, and one that nothing says any more is taken out. presskit.mo beside it is what the
program reads. Nothing in either depends on the time or the machine: equal words give equal files.
"""

import io
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from typer.main import get_command

sys.path.append(str(Path(__file__).resolve().parent.parent))  # where PressKit itself is not installed

from presskit.cli import app
from presskit.cli.tongue import told_by

ROOT = Path(__file__).resolve().parent.parent
TRANSLATED = ROOT / "resources" / "i18n" / "es" / "LC_MESSAGES" / "presskit.po"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}

# What files under resources/ put on screen: which files, and which of their keys.
DATA = {
    "brands/*.toml": ("name", "description"),
    "profiles/*.toml": ("name", "description"),
    "templates/*.toml": ("label", "about"),
}

_HEADERS = [
    ("Language", "es"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
]


class Words(Catalog):
    """A catalogue whose head names no moment, tool or person: equal words give equal files."""

    def __init__(self) -> None:
        super().__init__(locale="es", header_comment="# The words of the screen in Spanish.", fuzzy=False)

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The head that the files need to be read."""
        return _HEADERS

    @mime_headers.setter
    def mime_headers(self, _headers: object) -> None:
        """Nothing in the head is ever another."""


def said(root: Path = ROOT) -> Words:
    """Every message that the program has, with the files that say it and without a translation."""
    found: dict[str, tuple[str | tuple[str, ...], list[str]]] = {}
    for ids, file in (*_marked(root / "presskit"), *_helped(root / "presskit"), *_held(root / "resources")):
        key = ids if isinstance(ids, str) else ids[0]
        now, files = found.setdefault(key, (ids, []))
        if isinstance(now, str) and not isinstance(ids, str):  # a plural has the singular's words as well
            found[key] = (ids, files)
        name = file.relative_to(root).as_posix()
        if name not in files:
            files.append(name)
    words = Words()
    for ids, files in found.values():
        words.add(ids, locations=[(name, 0) for name in files], flags=_flags(ids))
    return words


def _marked(folder: Path) -> Iterator[tuple[str | tuple[str, ...], Path]]:
    found = extract_from_dir(folder, [("**.py", "python")], keywords=KEYWORDS, comment_tags=())
    for name, _line, ids, _comments, _context in sorted(found, key=lambda each: (each[0], each[1])):
        yield ids if isinstance(ids, str) else tuple(ids), folder / name


def _helped(folder: Path) -> Iterator[tuple[str, Path]]:
    """What the command line says of itself."""
    for _holder, _name, text in told_by(get_command(app)):
        yield text, folder / "cli" / "__init__.py"


def _held(folder: Path) -> Iterator[tuple[str, Path]]:
    for pattern, keys in DATA.items():
        for file in sorted(folder.glob(pattern)):
            table = tomllib.loads(file.read_text("utf-8"))
            for key in keys:
                if key in table:
                    yield table[key], file


def _flags(ids: str | tuple[str, ...]) -> set[str]:
    return {"python-brace-format"} if "{" in (ids if isinstance(ids, str) else ids[-1]) else set()


def translated(path: Path = TRANSLATED) -> dict[str, Message]:
    """The messages of a catalogue that have words in Spanish, by their English ones."""
    if not path.is_file():
        return {}
    with path.open("rb") as stream:
        return {_key(each): each for each in read_po(stream, locale="es") if each.id and _whole(each)}


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _whole(message: Message) -> bool:
    given = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(given) and "fuzzy" not in message.flags


def joined(words: Words, known: dict[str, Message]) -> Words:
    """`words` with the Spanish of those messages that `known` has in the same number of forms."""
    for message in words:
        old = known.get(_key(message)) if message.id else None
        if old is not None and isinstance(old.id, str) == isinstance(message.id, str):
            message.string = old.string
    return words


def written(words: Words) -> tuple[bytes, bytes]:
    """The catalogue as text, and compiled."""
    text, compiled = io.BytesIO(), io.BytesIO()
    write_po(text, words, width=100, include_lineno=False)
    write_mo(compiled, words)
    return text.getvalue(), compiled.getvalue()


def main() -> int:
    """Renews the catalogue and tells how many messages still need words."""
    words = joined(said(), translated())
    text, compiled = written(words)
    TRANSLATED.parent.mkdir(parents=True, exist_ok=True)
    TRANSLATED.write_bytes(text)
    TRANSLATED.with_suffix(".mo").write_bytes(compiled)
    missing = [each for each in words if each.id and not _whole(each)]
    print(f"{len(words)} messages, {len(missing)} without Spanish words")
    for each in missing:
        print(f"  {each.locations[0][0]}: {each.id!r}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
