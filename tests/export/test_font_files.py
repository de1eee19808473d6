"""A font file that is gone or broken is told of as such."""

import pytest

from presskit import assets
from presskit.export.errors import ExportProblem
from presskit.export.font_faces import typeface


@pytest.mark.parametrize("content", [None, b"", b"no font"], ids=["gone", "empty", "other"])
def test_a_broken_font_is_told(content: bytes | None, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(asked: str) -> bytes:
        if content is None:
            raise FileNotFoundError(asked)
        return content

    monkeypatch.setattr(assets, "read", broken)
    with pytest.raises(
        ExportProblem, match=r"PressKit’s typeface Lost-Face cannot be read. Install PressKit"
    ):
        typeface("Lost-Face")
