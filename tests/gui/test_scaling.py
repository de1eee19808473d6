"""The window on a screen that shows everything twice as large."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize("scale", ["1.5", "2"])
def test_nothing_is_cut_off_or_lost_at_a_larger_scale(scale: str) -> None:
    """The tests of what fits, of names and roles, and of contrast, in a program of its own at that scale."""
    tests = [str(HERE / name) for name in ("test_fit.py", "test_access.py", "test_contrast.py")]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests],
        env={**os.environ, "QT_SCALE_FACTOR": scale},
        cwd=HERE.parents[1],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-3000:]
    assert " passed" in run.stdout
