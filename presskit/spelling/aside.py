"""Dictionaries in a process of their own: to read one, or to seek suggestions, stops all threads of a process
for a tenth of a second, and a window's is not to stop."""

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from presskit.spelling.dictionary import Dictionary

_HOME = Path(__file__).resolve().parents[2]  # the folder that has the package
_PROGRAM = f"""import sys
sys.path.append({str(_HOME)!r})
from presskit.spelling.worker import main
sys.exit(main())"""
_TRIES = 2  # the process may have been ended from outside since it was last asked


class WordsUnread(Exception):  # noqa: N818 - as the other sentences for people are named
    """Words could not be looked up: there is no process for it, or it cannot read the dictionary."""


class NoProcess(WordsUnread):
    """A process of one's own is not to be had on this computer."""


class Aside:
    """The process, begun when it is first asked. One thread asks at a time; any may close it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._asking = threading.Lock()
        self._closed = self._answered = False

    def dictionary(self, name: str) -> "Distant":
        """What knows the words of the dictionary of a name."""
        return Distant(self, name)

    def ask(self, question: dict[str, Any]) -> list[Any]:
        """The answer to a question as `presskit.spelling.worker` has them; raises WordsUnread, and NoProcess
        among it when none ever answered."""
        line = json.dumps(question).encode() + b"\n"
        with self._asking:
            for _try in range(_TRIES):
                answer = self._exchange(line)
                if answer:
                    break
            else:
                ended = "the process that reads dictionaries ended"
                raise WordsUnread(ended) if self._answered else NoProcess(ended)
            self._answered = True
        found = json.loads(answer)
        if "problem" in found:
            raise WordsUnread(found["problem"])
        told: list[Any] = found["told"]
        return told

    def close(self) -> None:
        """Ends the process; whoever waits for an answer is told that there is none."""
        self._closed = True
        process, self._process = self._process, None
        if process is not None:
            _end(process)

    def _exchange(self, line: bytes) -> bytes:
        """The line that answers one; nothing where the process ended, which is begun anew the next time."""
        if self._closed:
            raise WordsUnread("closed")
        process = self._process
        if process is None:
            process = self._process = self._begun()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(line)
            process.stdin.flush()
            answer = process.stdout.readline()
        except (OSError, ValueError):  # ValueError: closed meanwhile
            answer = b""
        if not answer and self._process is process:
            self._process = None
            _end(process)
        return answer

    def _begun(self) -> subprocess.Popen[bytes]:
        try:
            process = subprocess.Popen(
                # -P: nothing is loaded from the folder that the user happens to be in
                [sys.executable, "-P", "-c", _PROGRAM],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as problem:
            raise NoProcess(str(problem)) from problem
        if self._closed:  # while it was begun
            _end(process)
        return process


class Distant:
    """A dictionary in that process; in this one where no other is to be had."""

    def __init__(self, aside: Aside, name: str) -> None:
        self._aside, self._name = aside, name
        self._here: Dictionary | None = None

    def has(self, words: Sequence[str]) -> list[bool]:
        """Which of the words it has, in their order; raises WordsUnread."""
        if self._here is None:
            try:
                told = self._aside.ask({"dictionary": self._name, "words": list(words)})
                return [bool(each) for each in told]
            except NoProcess:
                self._here = Dictionary(self._name)
        return self._here.has(words)

    def suggest(self, word: str) -> list[str]:
        """What may have been meant, the likeliest first; raises WordsUnread."""
        if self._here is None:
            try:
                return [str(each) for each in self._aside.ask({"dictionary": self._name, "suggest": word})]
            except NoProcess:
                self._here = Dictionary(self._name)
        return self._here.suggest(word)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:
                continue  # what could not be written any more is of no use
