"""Small pictures of the first pages of kits, kept in a folder of the user's own between two runs."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QImage, QPixmap

from presskit.gui.lane import Lane
from presskit.pages import Patch, page_pixels, preview_pages
from presskit.session import FileProblem, Session

SIZE = QSize(92, 120)  # pixels
_MOST = 60  # pictures kept
_LARGEST = 40 * 1024 * 1024  # bytes of a kit that is looked into
_BLOCKS = 14  # of a release: more is not on its first page
_FINE = 2  # times as many pixels, for screens that show them


class Thumbnails(QObject):
    """Draws them one after another, on the window's lane, until `stop`."""

    def __init__(self, lane: Lane, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane, self._folder = lane, folder
        self._waiting: list[tuple[Path, Callable[[QPixmap], None]]] = []
        self._stopped = self._busy = False

    def ask(self, path: Path, then: Callable[[QPixmap], None]) -> None:
        """Hands over the picture of a kit, later; nothing where there is none."""
        self._waiting.append((path, then))
        self._next()

    def stop(self) -> None:
        """What is not drawn yet is not wanted any more."""
        self._stopped = True
        self._waiting.clear()

    def _next(self) -> None:
        # One at a time: whoever opens a kit meanwhile does not wait for all of them.
        if self._stopped or self._busy or not self._waiting:
            return
        path, then = self._waiting.pop(0)
        self._busy = True
        self._lane.queue(lambda: picture_of(path, self._folder), lambda found: self._drawn(found, then))

    def _drawn(self, found: object, then: Callable[[QPixmap], None]) -> None:
        self._busy = False
        if not self._stopped and isinstance(found, QImage) and not found.isNull():
            picture = QPixmap.fromImage(found)
            picture.setDevicePixelRatio(_FINE)
            then(picture)
        self._next()


def picture_of(path: Path, folder: Path) -> QImage:
    """The first page of a kit, small; from the folder where it was drawn before. A null image for what is
    no kit, too large or cannot be read. Not for the window's thread."""
    try:
        found = path.stat()
        if found.st_size > _LARGEST:
            return QImage()
        known = f"{os.path.realpath(path)}\n{found.st_size}\n{found.st_mtime_ns}"
        kept = folder / f"{hashlib.sha256(known.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}.png"
        if kept.exists():
            kept.touch()
            image = QImage(str(kept))
            if not image.isNull() and image.width() <= SIZE.width() * _FINE:
                return image
        image = _draw(path)
        if not image.isNull():
            _keep(image, kept)
    except (OSError, ValueError, FileProblem):
        return QImage()
    return image


def _draw(path: Path) -> QImage:
    kit = Session.look_at(path).kit
    release = kit.releases[0]
    few = kit.with_release(0, release.with_blocks(release.blocks[:_BLOCKS]))
    pages = preview_pages(few, 0, 1.0, lambda _count, _size: [], None)
    scale = SIZE.width() * _FINE / pages.size[0]
    whole = Patch(0, 0, 0, *page_pixels(pages.size, scale))
    drawn = preview_pages(few, 0, scale, lambda _count, _size: [whole], pages).drawn[whole]
    image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
    return image.copy(0, 0, SIZE.width() * _FINE, min(SIZE.height() * _FINE, drawn.height))


def _keep(image: QImage, path: Path) -> None:
    """Keeps a picture, and no more than _MOST; what cannot be kept is drawn anew."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    image.save(str(path))
    kept = sorted(path.parent.glob("*.png"), key=lambda each: each.stat().st_mtime, reverse=True)
    for old in kept[_MOST:]:
        old.unlink(missing_ok=True)
