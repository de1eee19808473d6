"""Every kind of block keeps the contract of a kind: record, file, page, name and icon."""

import pytest
from msgspec.structs import replace

from presskit import assets
from presskit.blocks import ALL, BY_KIND
from presskit.export import FORMATS, Format
from presskit.export.layout import lay_out
from presskit.flow import Picture, shape_paragraphs
from presskit.model import edits
from presskit.model.block import Block
from presskit.model.brand import look
from presskit.model.fields import questions, walk
from presskit.storage.codec import decode, encode
from presskit.text.runs import plain
from tests.examples import PICTURE, answered, every_choice, half_finished, has_matter, kit_of

each_kind = pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
THEME = look(kit_of().releases[0].brand)


def on_page(block: Block) -> str:
    """All words that a block puts on the page, and the addresses behind them."""
    shapes = [shape for shape in lay_out(kit_of(block)).shapes if shape.block == block.id]
    texts = [text for shape in shapes for text in shape_paragraphs(shape)]
    return "\n".join([*map(plain, texts), *(run.link for text in texts for run in text)])


@each_kind
def test_it_has_a_name_and_an_icon(kind: type[Block]) -> None:
    name = str(kind.__struct_config__.tag)
    assert kind.label
    assert BY_KIND[name] is kind
    assert b"<svg" in assets.read(f"icons/{name}.svg")
    assert kind.blank().kind == name


@each_kind
def test_every_question_has_a_label(kind: type[Block]) -> None:
    def look_at(record: type) -> None:
        for each in questions(record):
            assert each.ask.label
            assert each.ask.form != "choice" or len(each.ask.choices) > 1
            if each.ask.row is not None:
                assert each.ask.add_label
                look_at(each.ask.row)

    look_at(kind)


@each_kind
def test_an_empty_one_is_valid_and_leaves_no_mark(kind: type[Block]) -> None:
    blank = kind.blank()
    assert blank.is_empty()
    assert blank.summary() == ""
    assert blank.id != kind.blank().id
    assert [shape for shape in lay_out(kit_of(blank)).shapes if shape.block] == []
    assert decode(encode(kit_of(blank))).kit.releases == kit_of(blank).releases


@each_kind
def test_the_file_gives_back_each_half_finished_state(kind: type[Block]) -> None:
    for block in (*half_finished(kind), *every_choice(kind)):
        kit = kit_of(block)
        back = decode(encode(kit), kit.pictures).kit
        assert back == kit
        assert type(back.releases[0].blocks[0]) is kind
        assert encode(back) == encode(kit)


@each_kind
def test_each_half_finished_state_is_laid_out(kind: type[Block]) -> None:
    """Shapes carry the block's id, and no word appears that is in no answer of a fuller block."""
    full = "\n".join(on_page(block) for block in every_choice(kind))
    for block in half_finished(kind):
        for letters in block.letters():
            for word in letters.split():
                if word.startswith("Word") and word in on_page(block):
                    assert word in full
        for shape in lay_out(kit_of(block)).shapes:
            assert shape.block in {"", block.id}


@each_kind
def test_what_the_author_wrote_is_on_the_page(kind: type[Block]) -> None:
    """Every word of a full block is printed in one of its variants, and its picture with its words."""
    block = answered(kind)
    told = "\n".join(on_page(each) for each in every_choice(kind))
    shown = [shape for shape in lay_out(kit_of(block)).shapes if isinstance(shape, Picture)]
    alternatives = "\n".join(shape.alt for shape in shown)
    for letters in block.letters():
        for line in letters.splitlines():
            assert line.strip() in told + alternatives, line
    assert {shape.name for shape in shown} == ({PICTURE.name} if block.pictures() else set())


@each_kind
@pytest.mark.parametrize("kind_of_file", FORMATS, ids=lambda each: each.id)
def test_every_writer_takes_every_variant(kind: type[Block], kind_of_file: Format) -> None:
    some = list(half_finished(kind))
    for block in (some[0], *some[1:4], *every_choice(kind)):
        sheet = lay_out(kit_of(block))
        if has_matter(kind_of_file, sheet):
            assert isinstance(kind_of_file.write(sheet, THEME), bytes)


@each_kind
def test_an_answer_changes_one_field_alone(kind: type[Block]) -> None:
    empty, full = kind(id="example1"), answered(kind)
    release = kit_of(empty).releases[0]
    for each in questions(kind):
        changed = edits.answer(release, "example1", each.name, getattr(full, each.name))
        assert changed.blocks == (replace(empty, **{each.name: getattr(full, each.name)}),)
        assert edits.answer(changed, "example1", each.name, getattr(full, each.name)) is changed


@each_kind
def test_all_answers_are_visited(kind: type[Block]) -> None:
    seen: list[str] = []
    walk(answered(kind), lambda question, _answer: seen.append(question.name))
    assert set(seen) >= {each.name for each in questions(kind)}
