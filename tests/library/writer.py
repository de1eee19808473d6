"""A program that keeps changing a library, for a test that kills it: `python -m tests.library.writer`.

Its words: the library's address, a file for what was acknowledged, the writer's name, how many changes in
all. Each line of that file is a change that the library said is kept, written and flushed to the disk after
it said so. Started once more, it goes on from there.
"""

import hashlib
import json
import os
import random
import sys
import time
from pathlib import Path

from msgspec.structs import replace

from presskit.library import records
from presskit.library.items import Item, item_of
from presskit.library.opening import open_library
from presskit.library.people import Person, Title
from presskit.library.problems import Conflict, LibraryProblem
from presskit.library.shelf import Shelf

SHARED = [f"shared-{number}" for number in range(5)]
"""The items that all writers change."""

BATCH = 3
"""How many items a writer now and then adds at once."""

_WORDS = (
    "river",
    "water",
    "bridge",
    "mill",
    "weir",
    "ferry",
    "delta",
    "marsh",
    "reed",
    "heron",
    "otter",
    "alder",
    "willow",
)


def person(given: random.Random, number: int) -> Item:
    """Somebody new."""
    name = f"{given.choice(_WORDS).title()} {given.choice(_WORDS).title()} {number}"
    return item_of(Person(name=name, titles=(Title(role=" ".join(given.choices(_WORDS, k=8))),)))


def fingerprint(item: Item) -> str:
    """What an item says, in few characters."""
    return hashlib.sha256(records.written(item).encode()).hexdigest()[:16]


class Writer:
    """Keeps changing a library until it made all of its changes."""

    def __init__(self, shelf: Shelf, log: Path, name: str) -> None:
        self._shelf, self._name = shelf, name
        self._random = random.Random()
        had = log.read_bytes() if log.exists() else b""
        lines = had[: had.rfind(b"\n") + 1].decode().splitlines()  # the last may be cut off
        self.done = len(lines)
        self._own = list({json.loads(line)[0][0] for line in lines} - set(SHARED))
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT)
        os.ftruncate(self._log, had.rfind(b"\n") + 1)
        os.lseek(self._log, 0, os.SEEK_END)

    def run(self, until: int) -> None:
        """Makes changes up to that number; the library may be away for a while."""
        while self.done < until:
            try:
                kept = self._change()
            except Conflict:
                continue  # the other writer was first: begin anew with what is there
            except LibraryProblem as problem:
                print(problem.sentence, file=sys.stderr, flush=True)
                time.sleep(0.1)
                continue
            line = json.dumps([(each.id, each.version, fingerprint(each)) for each in kept])
            os.write(self._log, f"{line}\n".encode())
            os.fsync(self._log)
            self.done += 1
            self._own += [each.id for each in kept if each.version == 1]

    def _change(self) -> list[Item]:
        chance = self._random.random()
        tag = f"{self._name}-{self._random.getrandbits(48):x}"
        if chance < 0.1:
            batch = [
                (replace(person(self._random, self.done), tags=(f"batch-{tag}",)), "") for _ in range(BATCH)
            ]
            return self._shelf.add_all(batch)
        if chance < 0.5 or not self._own:
            return [self._shelf.add(person(self._random, self.done))]
        ids = SHARED if chance < 0.7 else self._own
        there = self._shelf.get(self._random.choice(ids))
        retired = not there.retired if chance > 0.95 else there.retired
        keeps = tuple(each for each in there.tags if each.startswith("batch-"))
        return [self._shelf.save(replace(there, tags=(*keeps, tag), retired=retired), note=tag)]


def main(address: str, log: str, name: str, until: str) -> None:
    """Opens the library, which may be away just now, and changes it."""
    while True:
        try:
            shelf = open_library(address, who=name)
        except LibraryProblem as problem:
            print(problem.sentence, file=sys.stderr, flush=True)
            time.sleep(0.2)
        else:
            break
    Writer(shelf, Path(log), name).run(int(until))
    shelf.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
