"""A dictionary read from `resources/dictionaries`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from presskit import assets


class Dictionary:
    """One dictionary, read when it is made: some 100 ms, and 20 MiB. The library holds Python's one lock
    meanwhile and while it seeks suggestions, so that no thread of the process goes on."""

    def __init__(self, name: str) -> None:
        from hunspell import Hunspell

        folder = Path(str(assets.resource("dictionaries")))
        self._words: Any = Hunspell(name, hunspell_data_dir=str(folder), system_encoding="UTF-8")

    def has(self, words: Sequence[str]) -> list[bool]:
        """Which of the words it has, in their order."""
        return [bool(self._words.spell(word)) for word in words]

    def suggest(self, word: str) -> list[str]:
        """What may have been meant, the likeliest first; some 0.1 s."""
        return [str(each) for each in self._words.suggest(word)]
