"""Brands kept by name: with their logo in one file, offered again, and never trusted."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from presskit.model.brand import Brand
from presskit.model.kit import Asset, Kit
from presskit.ourbrands import SUFFIX, BrandShelf, NotABrand, OurBrand, called, read, with_brand, write
from presskit.storage.errors import CannotWrite, FileProblem
from tests.kits import png

LOGO = Asset.of(png(7, side=20))
BRAND = Brand(theme="modern", logo=LOGO.name, address="12 Mill Lane", headline="large")


def kept(name: str = "River Union", *, for_new: bool = False) -> OurBrand:
    """A brand with a logo."""
    return OurBrand.of(name, Kit().with_picture(LOGO), BRAND, for_new=for_new)


def test_it_is_one_file_with_its_logo_and_equal_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / f"one{SUFFIX}", tmp_path / f"other{SUFFIX}"
    write(one, kept())
    write(other, kept())
    assert one.read_bytes() == other.read_bytes()
    assert read(one) == kept()
    kit, brand = read(one).dressed(Kit())
    assert kit.picture(brand.logo) == LOGO.data
    assert brand == BRAND


def test_a_logo_that_a_kit_has_lost_is_none(tmp_path: Path) -> None:
    bare = OurBrand.of("River Union", Kit(), BRAND)
    assert bare.dressed(Kit()) == (Kit(), replace(BRAND, logo=""))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"\xff\xfe",
        b'{"name":"","brand":{}}',
        b'{"name":"x","brand":{"page":"a0"}}',
        b'{"name":"x","brand":{},"logo":"bm9uZQ=="}',
        b'{"name":"x","brand":{},"format":2}',
        b"[" * 100_000,
    ],
    ids=["empty", "no name", "no text", "blank name", "odd paper", "no picture", "later", "deep"],
)
def test_what_is_no_brand_is_said_to_be_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / f"odd{SUFFIX}"
    path.write_bytes(data)
    with pytest.raises(NotABrand, match=r"odd\.presskitbrand"):
        read(path)
    assert BrandShelf(tmp_path).all() == ()


def test_one_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        read(tmp_path / f"none{SUFFIX}")


def test_a_shelf_keeps_one_of_a_name_and_one_for_new_kits(tmp_path: Path) -> None:
    shelf = BrandShelf(tmp_path / "brands")
    assert shelf.all() == ()
    assert shelf.for_new() is None
    shelf.keep(kept("River Union", for_new=True))
    shelf.keep(kept("../Łódź: a/b", for_new=True))
    shelf.keep(kept("river union"))
    assert [each.name for each in shelf.all()] == ["../Łódź: a/b", "river union"]
    assert len(list((tmp_path / "brands").iterdir())) == 2
    assert list(tmp_path.iterdir()) == [tmp_path / "brands"]
    assert (shelf.for_new() or kept()).name == "../Łódź: a/b"
    shelf.remove("../Łódź: a/b")
    assert [each.name for each in shelf.all()] == ["river union"]


def test_names_that_make_one_file_name_do_not_meet(tmp_path: Path) -> None:
    shelf = BrandShelf(tmp_path)
    for name in ("A b", "A-b", "A/b"):
        shelf.keep(kept(name))
    assert len(shelf.all()) == 3


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CannotWrite):
        BrandShelf(tmp_path / "file" / "brands").keep(kept())


def test_a_new_kit_keeps_its_own_paper() -> None:
    kit = Kit(releases=(replace(Kit().releases[0], brand=Brand(page="a4")),))
    assert with_brand(kit, None) is kit
    dressed = with_brand(kit, kept())
    assert dressed.releases[0].brand == replace(BRAND, page="a4")
    assert dressed.picture(LOGO.name) == LOGO.data


def test_names_are_on_one_line() -> None:
    assert called("  River \n Union ") == "River Union"
    assert len(called("x" * 500)) == 80
