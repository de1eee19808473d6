"""Dictionaries in a process of their own."""

import io
import json
import threading
import time
from collections.abc import Iterator

import pytest

from presskit.spelling.aside import Aside, NoProcess, WordsUnread
from presskit.spelling.dictionary import Dictionary
from presskit.spelling.speller import Speller, Spellers
from presskit.spelling.worker import answer_all


@pytest.fixture
def aside() -> Iterator[Aside]:
    process = Aside()
    yield process
    process.close()


def test_it_says_what_the_dictionary_says(aside: Aside) -> None:
    words = ["river", "teh", "naïve", "O'Brien", "日本", "😀", "", 'quo"te']
    there, here = aside.dictionary("en_US"), Dictionary("en_US")
    assert there.has(words) == here.has(words)
    assert there.suggest("membres") == here.suggest("membres")
    assert aside.dictionary("es_ES").has(["votación", "votacion"]) == [True, False]


def test_spellers_ask_it_for_many_words_at_once(aside: Aside, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    ask = aside.ask
    monkeypatch.setattr(aside, "ask", lambda question: asked.append(question) or ask(question))
    speller = Spellers(aside.dictionary).get("en-US")
    assert speller is not None
    speller.learn({"river", "well-known", "teh"})
    assert [speller.is_right(word) for word in ("river", "well-known", "teh")] == [True, True, False]
    assert len(asked) == 1
    assert speller.suggestions("recieve") == speller.suggestions("recieve")
    assert len(asked) == 2


def test_a_process_that_was_ended_is_begun_anew(aside: Aside) -> None:
    words = aside.dictionary("en_US")
    assert words.has(["river"]) == [True]
    assert aside._process is not None
    aside._process.kill()
    aside._process.wait()
    assert words.has(["rivver"]) == [False]


def test_a_dictionary_that_is_not_there_is_told(aside: Aside) -> None:
    with pytest.raises(WordsUnread):
        aside.dictionary("xx_XX").has(["a"])
    assert aside.dictionary("en_US").has(["river"]) == [True]


def test_where_no_process_can_be_begun_words_are_looked_up_here(
    aside: Aside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("presskit.spelling.aside._PROGRAM", "import sys; sys.exit(3)")
    with pytest.raises(NoProcess):
        aside.ask({"dictionary": "en_US", "words": ["river"]})
    assert aside.dictionary("en_US").has(["river", "rivver"]) == [True, False]
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    assert "received" in aside.dictionary("en_US").suggest("recieved")


def test_closing_lets_go_whoever_waits(aside: Aside) -> None:
    told: list[object] = []

    def ask() -> None:
        try:
            told.append(aside.dictionary("en_US").has(["river"] * 400_000))
        except WordsUnread as problem:
            told.append(problem)

    assert aside.dictionary("en_US").has(["river"]) == [True]
    thread = threading.Thread(target=ask)
    thread.start()
    time.sleep(0.05)
    aside.close()
    thread.join(5)
    assert not thread.is_alive()
    assert isinstance(told[0], WordsUnread)
    with pytest.raises(WordsUnread):
        aside.dictionary("en_US").has(["river"])


def test_the_window_goes_on_meanwhile(aside: Aside) -> None:
    """No other thread is held up while a dictionary is read and suggestions are sought."""
    done: list[object] = []

    def work() -> None:
        speller = Speller(aside.dictionary("es_ES"))
        done.extend([speller.is_right("casa"), speller.suggestions("vecinno")])

    thread = threading.Thread(target=work)
    longest, last = 0.0, time.perf_counter()
    thread.start()
    while thread.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    assert done[0] is True
    assert longest < 0.1  # in one process it is 0.13, here some 0.005


def test_the_worker_answers_line_by_line() -> None:
    asked = [
        {"dictionary": "en_US", "words": ["river", "rivver"]},
        {"dictionary": "no such", "words": ["river"]},
        {"dictionary": "en_US", "suggest": "rivver"},
    ]
    out = io.BytesIO()
    answer_all(io.BytesIO(b"".join(json.dumps(each).encode() + b"\n" for each in asked)), out)
    told = [json.loads(line) for line in out.getvalue().splitlines()]
    assert told[0] == {"told": [True, False]}
    assert "problem" in told[1]
    assert "river" in told[2]["told"]
