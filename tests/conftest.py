"""Tests need no display, and leave the settings and the library of whoever runs them alone."""

import atexit
import os
import shutil
import tempfile

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PRESSKIT_HOME"] = tempfile.mkdtemp(prefix="presskit-tests-")
os.environ.pop("PRESSKIT_LIBRARY", None)
atexit.register(shutil.rmtree, os.environ["PRESSKIT_HOME"], ignore_errors=True)

# Generated input is the same each time, so that a change fails for its own faults only; PRESSKIT_RANDOM=1
# tries other input. No example fails for a machine that has much to do.
settings.register_profile("presskit", deadline=None, derandomize=not os.environ.get("PRESSKIT_RANDOM"))
settings.load_profile("presskit")
