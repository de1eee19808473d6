"""What to do when two people changed one item: both versions are looked at, and one item comes of them."""

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from presskit.gui import filing
from presskit.i18n import _
from presskit.library.items import Item
from presskit.library.problems import Conflict


def ask_merge(parent: QWidget, conflict: Conflict) -> Item | None:
    """Asks which of two versions of an item is right; None when nothing is to be kept now."""
    chosen = filing.ask(
        parent,
        _("Changed meanwhile"),
        conflict.sentence,
        ("mine", _("Keep mine")),
        ("theirs", _("Keep theirs")),
        ("cancel", _("Not now")),
    )
    if chosen == "theirs":
        return conflict.theirs
    if chosen == "mine":
        return replace(conflict.mine, version=conflict.theirs.version)
    return None
