"""Two people change one item: what one changed is taken, what both changed is asked, and nothing is lost."""

import datetime

from msgspec.structs import replace

from presskit.blocks.boilerplate import Boilerplate
from presskit.library.items import Item, Organisation, Piece, item_of
from presskit.library.merging import Typed, apart, joined
from presskit.library.people import Consent, Person, Title
from presskit.text.runs import plain_paragraphs, rich
from tests.library.parts import analyst, river_words


def _changed(item: Item, **answers: object) -> Item:
    return replace(item, content=replace(item.content, **answers))


def _pair() -> tuple[Item, Item, Item]:
    base = replace(analyst(), version=3)
    return base, base, replace(base, version=4)


def test_what_one_changed_is_taken() -> None:
    """Mine, theirs, and what staff noted, without a question."""
    base, mine, theirs = _pair()
    mine = replace(_changed(mine, phone="1"), tags=("water",))
    theirs = replace(_changed(theirs, after_hours="2"), owner="Ada")
    told = {each.label: each.changed for each in apart(base, mine, theirs)}
    assert told == {
        "Phone": "mine", "After hours": "theirs", "Tags": "mine", "Kept current by": "theirs",
    }  # fmt: skip
    made = joined(base, mine, theirs, {})
    assert isinstance(made.content, Person)
    assert (made.content.phone, made.content.after_hours) == ("1", "2")
    assert (made.tags, made.owner, made.version) == (("water",), "Ada", 4)


def test_what_both_changed_is_asked() -> None:
    """Mine, theirs or other words; mine where nobody chose."""
    base, mine, theirs = _pair()
    mine, theirs = _changed(mine, phone="1"), _changed(theirs, phone="2")
    (asked,) = apart(base, mine, theirs)
    assert (asked.base, asked.mine, asked.theirs, asked.changed) == ("", "1", "2", "both")
    assert asked.can_be_typed
    chosen = ({}, {asked.path: "mine"}, {asked.path: "theirs"}, {asked.path: Typed(" 1 or 2\n")})
    phones = [joined(base, mine, theirs, each).content.phone for each in chosen]  # type: ignore[arg-type,union-attr]
    assert phones == ["1", "1", "2", "1 or 2"]


def test_the_same_change_is_no_difference() -> None:
    """Both wrote the same."""
    base, mine, theirs = _pair()
    mine, theirs = _changed(mine, phone="1"), _changed(theirs, phone="1")
    assert apart(base, mine, theirs) == []
    assert joined(base, mine, theirs, {}) == theirs


def test_rows_of_both_can_stand_together() -> None:
    """A title that each added: both are kept, each once."""
    base, mine, theirs = _pair()
    assert isinstance(base.content, Person)
    titles = base.content.titles
    mine = _changed(mine, titles=(*titles, Title(role="chair")))
    theirs = _changed(theirs, titles=(*titles, Title(role="treasurer")))
    (asked,) = apart(base, mine, theirs)
    assert asked.joins
    assert asked.mine.splitlines()[-1] == "chair"
    made = joined(base, mine, theirs, {asked.path: "both"})
    assert isinstance(made.content, Person)
    assert [each.role for each in made.content.titles[2:]] == ["treasurer", "chair"]


def test_without_a_beginning_all_is_asked() -> None:
    """As when the version that both began with cannot be read."""
    _base, mine, theirs = _pair()
    mine, theirs = _changed(mine, phone="1"), _changed(theirs, email="2")
    found = apart(None, mine, theirs)
    assert {each.changed for each in found} == {"both"}
    assert {each.base for each in found} == {None}
    made = joined(None, mine, theirs, {each.path: "theirs" for each in found})
    assert made == theirs


def test_records_within_are_taken_apart() -> None:
    """What someone agreed to, and the words of a block, are compared answer by answer."""
    base, mine, theirs = _pair()
    gone = Consent(withdrawn=datetime.date(2026, 5, 3), reason="moved")
    mine, theirs = _changed(mine, consent=gone), _changed(theirs, consent=Consent(photo=False))
    told = {each.label: (each.mine, each.theirs) for each in apart(base, mine, theirs)}
    assert told["Reason"] == ("moved", "")
    assert told["May be shown in photos"] == ("yes", "no")
    made = joined(base, mine, theirs, {})
    assert isinstance(made.content, Person)
    assert made.content.consent == replace(gone, photo=False)


def test_words_of_a_block_can_be_typed() -> None:
    """A line is a paragraph."""
    base = river_words()
    assert isinstance(base.content, Piece)
    both = [
        _changed(base, block=replace(base.content.block, text=(rich(words),))) for words in ("One.", "Two.")
    ]
    (asked,) = apart(base, *both)
    made = joined(base, *both, {asked.path: Typed("One.\n\nTwo.")})
    assert isinstance(made.content, Piece)
    assert isinstance(made.content.block, Boilerplate)
    assert plain_paragraphs(made.content.block.text) == "One.\nTwo."


def test_another_kind_of_content_is_one_answer() -> None:
    """Nothing is taken apart that is not alike."""
    base = river_words()
    other = replace(base, content=Organisation(name="River Alliance"))
    (asked,) = apart(base, base, other)
    assert asked.changed == "theirs"
    assert "River Alliance" in asked.theirs
    assert joined(base, base, other, {}) == other
    assert item_of(other.content).content == other.content
