"""Each edit: a new release, and the old one as it was."""

import pytest

from presskit.blocks.crosshead import Crosshead
from presskit.blocks.headline import Headline
from presskit.blocks.paragraph import Paragraph
from presskit.model import edits
from presskit.model.release import Release
from presskit.text.runs import rich

A, B, C = (Paragraph(id=name, text=rich(name)) for name in "abc")
THREE = Release(blocks=(A, B, C))


def order(release: Release) -> str:
    return "".join(block.id for block in release.blocks)


@pytest.mark.parametrize(("at", "wanted"), [(0, "xabc"), (1, "axbc"), (3, "abcx"), (99, "abcx")])
def test_insert(at: int, wanted: str) -> None:
    assert order(edits.insert(THREE, at, Paragraph(id="x"))) == wanted
    assert order(THREE) == "abc"


def test_remove() -> None:
    assert order(edits.remove(THREE, "b")) == "ac"
    with pytest.raises(KeyError):
        edits.remove(THREE, "x")


@pytest.mark.parametrize(
    ("name", "to", "wanted"),
    [("a", 1, "bac"), ("a", 99, "bca"), ("c", -5, "cab"), ("b", 0, "bac"), ("c", 1, "acb")],
)
def test_move(name: str, to: int, wanted: str) -> None:
    assert order(edits.move(THREE, name, to)) == wanted


def test_a_move_to_where_it_stands_is_none() -> None:
    assert edits.move(THREE, "b", 1) is THREE


def test_a_copy_follows_under_an_id_of_its_own() -> None:
    made = edits.duplicate(THREE, "a")
    assert made.blocks[0] is A
    assert made.blocks[1].text == A.text
    assert made.blocks[1].id not in {"a", "b", "c"}


def test_change_and_answer_touch_one_block() -> None:
    made = edits.answer(THREE, "b", "text", rich("new"))
    assert made.blocks[0] is A
    assert made.blocks[2] is C
    assert made.blocks[1] == Paragraph(id="b", text=rich("new"))
    assert edits.answer(THREE, "b", "text", rich("b")) is THREE
    assert edits.change(THREE, Paragraph(id="b", text=rich("b"))) is THREE
    with pytest.raises(KeyError):
        edits.change(THREE, Paragraph(id="x"))


def test_swap() -> None:
    assert order(edits.swap(THREE, "b", (Crosshead(id="x"), Crosshead(id="y")))) == "axyc"


def test_a_release_knows_its_title_and_words() -> None:
    release = edits.insert(THREE, 0, Headline(id="h", text=rich("Trust  act passes")))
    assert release.title() == "Trust act passes"
    assert THREE.title() == ""
    assert release.word_count() == 6
    assert release.find("h") is release.blocks[0]
    assert release.find("x") is None
