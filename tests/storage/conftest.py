"""What tests of files share."""

from pathlib import Path

import pytest

from presskit.storage.files import write
from tests.storage.disk import OLD


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A saved kit, OLD, alone in its folder."""
    found = tmp_path / "vote.presskit"
    write(found, OLD)
    return found
