"""Tests need no display, and leave the settings and the library of whoever runs them alone."""

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PRESSKIT_HOME"] = tempfile.mkdtemp(prefix="presskit-tests-")
os.environ.pop("PRESSKIT_LIBRARY", None)
atexit.register(shutil.rmtree, os.environ["PRESSKIT_HOME"], ignore_errors=True)
