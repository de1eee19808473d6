"""The other end of `presskit.spelling.aside`: reads dictionaries, and answers questions about words.

A question is a line of JSON: the dictionary's name with "words" to be looked up or with one to "suggest" for.
So is the answer: "told", or the "problem" that there was. It ends with its input.
"""

import json
import sys
from typing import BinaryIO

from presskit.spelling.dictionary import Dictionary


def main() -> int:
    """Answers what comes in until nothing more does; returns the exit code."""
    answer_all(sys.stdin.buffer, sys.stdout.buffer)
    return 0


def answer_all(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answers each line of `questions` with a line in `answers`."""
    read: dict[str, Dictionary] = {}
    for line in questions:
        asked = json.loads(line)
        try:
            name = asked["dictionary"]
            if name not in read:
                read[name] = Dictionary(name)
            words = read[name]
            told = words.has(asked["words"]) if "words" in asked else words.suggest(asked["suggest"])
            answer: dict[str, object] = {"told": told}
        except Exception as problem:  # noqa: BLE001 - handed to whoever asked, not swallowed
            answer = {"problem": repr(problem)}
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()
