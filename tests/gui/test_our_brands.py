"""The list of the user's own brands."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from presskit.gui.brand.ourbox import OurBox
from presskit.ourbrands import SUFFIX, BrandShelf, OurBrand, read
from tests.gui.conftest import Hand


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_file_whose_ending_the_dialog_does_not_add_is_not_replaced_unasked(
    hand: Hand, tmp_path: Path, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = BrandShelf(tmp_path / "brands")
    shelf.keep(OurBrand(name="River Union"))
    box = OurBox(shelf, lambda name, *, for_new: OurBrand(name=name, for_new=for_new))
    box.setParent(hand.window)
    box.box.setCurrentIndex(1)
    path = tmp_path / f"River 2.0{SUFFIX}"
    path.write_bytes(b"another one")
    chosen: Any = (str(tmp_path / "River 2.0"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: chosen)
    heard: list[str] = []
    hand.answer(answer, heard)
    box._write()
    assert "is there already" in heard[0]
    if answer == "yes":
        assert read(path).name == "River Union"
    else:
        assert path.read_bytes() == b"another one"
    box.deleteLater()
