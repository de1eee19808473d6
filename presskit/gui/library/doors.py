"""What of the library's windows is loaded when first asked for, so that the program starts without it."""

import importlib
from typing import Protocol, cast

from PySide6.QtWidgets import QWidget

from presskit.gui.library.desk import Desk
from presskit.gui.theme import Theme
from presskit.library.items import Item
from presskit.library.problems import Conflict

_MANAGER, _MERGE = "presskit.gui.library.manager", "presskit.gui.library.merge"


class _Manager(Protocol):
    def open_manager(self, window: QWidget, desk: Desk, theme: Theme, item_id: str = "") -> QWidget: ...


class _Merge(Protocol):
    def ask_merge(self, parent: QWidget, conflict: Conflict) -> Item | None: ...


def open_manager(window: QWidget, desk: Desk, theme: Theme, item_id: str = "") -> QWidget:
    """See `presskit.gui.library.manager.open_manager`."""
    return cast("_Manager", importlib.import_module(_MANAGER)).open_manager(window, desk, theme, item_id)


def ask_merge(parent: QWidget, conflict: Conflict) -> Item | None:
    """See `presskit.gui.library.merge.ask_merge`."""
    return cast("_Merge", importlib.import_module(_MERGE)).ask_merge(parent, conflict)
