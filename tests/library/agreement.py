"""Whether a library is whole: its database says so, versions have no gap, the search knows all words."""

import sqlite3
from collections import defaultdict
from contextlib import closing

from presskit.library.items import Item
from presskit.library.opening import is_server, open_library
from presskit.library.spelling import keys, learnt
from presskit.text.folding import distinct


def rows(address: str, statement: str) -> list[tuple[object, ...]]:
    """What a statement finds in a library's database, whichever it is."""
    if is_server(address):
        import psycopg

        with psycopg.connect(address) as connection:
            return connection.execute(statement).fetchall()  # type: ignore[arg-type]
    with closing(sqlite3.connect(address)) as connection:
        return connection.execute(statement).fetchall()


def check(address: str) -> dict[str, Item]:
    """Looks at all of a library, and returns its items by their ids."""
    if not is_server(address):
        assert rows(address, "PRAGMA integrity_check") == [("ok",)]
        with closing(sqlite3.connect(address)) as connection:
            connection.execute("INSERT INTO found(found, rank) VALUES('integrity-check', 1)")
    shelf = open_library(address)
    items = {each.id: each for retired in (False, True) for each in shelf.everything(retired=retired)}
    numbers: dict[object, list[object]] = defaultdict(list)
    for item_id, number in rows(address, "SELECT item_id, version FROM versions ORDER BY version"):
        numbers[item_id].append(number)
    assert numbers == {each.id: list(range(1, each.version + 1)) for each in items.values()}
    seqs = dict(rows(address, "SELECT seq, id FROM items"))
    assert len(seqs) == len(items)
    ((highest,),) = rows(address, "SELECT value FROM counter")
    assert max(seqs) <= highest  # type: ignore[call-overload]
    offered = {each.id: each for each in items.values() if not each.retired}
    assert searched(address, seqs) == {
        each.id: (
            set(distinct(each.found_by()[0])),
            set(distinct([*each.found_by()[0], *each.found_by()[1]])),
        )
        for each in offered.values()
    }
    kept: dict[object, set[object]] = defaultdict(set)
    for key, word in rows(address, "SELECT key, word FROM spelled"):
        kept[word].add(key)
    assert all(found == set(keys(str(word))) for word, found in kept.items())
    said = {word for each in offered.values() for words in each.found_by() for word in distinct(words)}
    assert set(learnt(said)) <= set(kept)
    shelf.close()
    return items


def searched(address: str, seqs: dict[object, object]) -> dict[object, tuple[set[str], set[str]]]:
    """The words by which each item is found: those of its names, and those with all others that it says."""
    if not is_server(address):
        found = rows(address, "SELECT rowid, names, said FROM found")
        return {
            seqs[seq]: (set(str(names).split()), set(f"{names} {said}".split())) for seq, names, said in found
        }
    told = "SELECT id, kind, tsvector_to_array(names), tsvector_to_array(said) FROM items"
    told += " WHERE names IS NOT NULL"
    found = {}
    for item_id, kind, names, said in rows(address, told):
        found[item_id] = (set(names) - {f"={kind}"}, set(said) - {f"={kind}"})  # type: ignore[call-overload]
    return found
