"""Blocks on a clipboard."""

import pytest

from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote, Speaker
from presskit.model.block import new_id
from presskit.model.kit import Asset
from presskit.storage.clip import MOST, Clip, pack, unpack
from presskit.text.runs import rich
from tests.kits import png


def test_blocks_come_back_under_new_ids() -> None:
    blocks = (
        Paragraph(id=new_id(), text=rich("Words", bold=True)),
        Quote(id=new_id(), words=(rich("So it is."),), speaker=Speaker(name="Ada Roe")),
    )
    found = unpack(pack(blocks)).blocks
    assert [type(block) for block in found] == [Paragraph, Quote]
    assert found[0].text == blocks[0].text  # type: ignore[attr-defined]
    assert found[1].words == blocks[1].words  # type: ignore[attr-defined]
    assert not {block.id for block in found} & {block.id for block in blocks}
    assert pack(blocks) == pack(blocks)


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[1]", b"\xff\xfe", b'{"format": 1, "releases": [{"blocks": [3]}]}', b"[" * 100_000],
)
def test_what_is_something_else_is_nothing(data: bytes) -> None:
    assert unpack(data) == Clip()


def test_what_is_too_large_is_not_looked_at() -> None:
    data = pack((Paragraph(id="a", text=rich("x")),))
    assert unpack(data) != Clip()
    assert unpack(data + b" " * MOST) == Clip()


def test_pictures_that_are_shown_come_along() -> None:
    shown, other = Asset.of(png(1, 12)), Asset.of(png(2, 12))
    photo = Photo(id="p", name=shown.name)
    clip = unpack(pack((photo,), (shown, other)))
    assert clip.pictures == (shown,)
    assert clip.blocks[0].pictures() == [shown.name]
    assert unpack(pack((photo,))).pictures == ()
