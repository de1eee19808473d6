"""Which of a kit's languages are written."""

import datetime
from collections.abc import Iterable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from presskit.checking import Finding
from presskit.gui.editor.releasebar import LANGUAGES
from presskit.i18n import _
from presskit.model import embargo
from presskit.model.kit import Kit
from presskit.model.release import Release

_ABREAST = 2  # boxes, so that fifteen languages still fit a small screen


def language_name(release: Release) -> str:
    """What the language of a release is called on screen; its tag where there is no name for it."""
    return (
        _(dict(LANGUAGES).get(release.language, release.language)) if release.language else _("No language")
    )


def in_language(found: Finding, release: Release) -> Finding:
    """A finding that says which language it is about."""
    told = _("{language}: {found}")
    return replace(found, words=told.format(language=language_name(release), found=found.words))


def embargoes(kit: Kit, numbers: Iterable[int]) -> str:
    """What is told of the embargoes of these releases, each once."""
    now = datetime.datetime.now().astimezone()
    told = [embargo.told(kit.releases[number], now) for number in numbers]
    return "\n".join(dict.fromkeys(each for each in told if each))


class LanguageBoxes(QWidget):
    """A box for each release of a kit. changed: one was ticked or unticked."""

    changed = Signal()

    def __init__(self, releases: Sequence[Release], shown: int) -> None:
        super().__init__()
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setColumnStretch(_ABREAST, 1)
        self.boxes: list[QCheckBox] = []
        for number, release in enumerate(releases):
            box = QCheckBox(language_name(release))
            box.setObjectName(f"language-{number}")
            box.setToolTip(release.title() or release.language)
            box.setChecked(number == shown)
            box.toggled.connect(self.changed)
            self.boxes.append(box)
            rows.addWidget(box, number // _ABREAST, number % _ABREAST)

    def chosen(self) -> list[int]:
        """The numbers of the releases that are ticked."""
        return [number for number, box in enumerate(self.boxes) if box.isChecked()]
