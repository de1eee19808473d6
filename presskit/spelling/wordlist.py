"""The user's own words: a text file with a word a line."""

import os
from collections.abc import Collection
from pathlib import Path

LONGEST = 64  # letters of a word


class WordList:
    """The words that a user taught the program, kept in a file of their own folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._words: frozenset[str] | None = None

    def words(self) -> frozenset[str]:
        """The words; none where there is no file or it cannot be read."""
        if self._words is None:
            self._words = frozenset(self._read())
        return self._words

    def add(self, word: str) -> None:
        """Keeps a word, beside those that another window kept since. Raises OSError when it cannot be
        written, and then what was in the file stays there."""
        self._keep(frozenset({*self._read(), *self.words(), word}))

    def remove(self, gone: Collection[str]) -> None:
        """Forgets words. Raises OSError as `add` does."""
        self._keep(frozenset({*self._read(), *self.words()}.difference(gone)))

    def _keep(self, words: frozenset[str]) -> None:
        self._words = words  # they count until the program ends, even where they cannot be kept
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_suffix(".new")
        with fresh.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(f"{each}\n" for each in sorted(words, key=lambda each: (each.casefold(), each)))
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(self.path)

    def _read(self) -> list[str]:
        try:
            lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return []
        return [word for line in lines if (word := line.strip()) and len(word) <= LONGEST]
