"""The field for a photo: choose a file, drop one, or paste one."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPixmap,
)
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from presskit.gui.editor.clipping import clipboard
from presskit.i18n import _
from presskit.model.fields import Ask
from presskit.model.kit import MAX_PICTURE_BYTES
from presskit.pictures import pixels
from presskit.pictures.incoming import SUFFIXES, too_large

_WIDE, _TALL, _LOWEST = 440, 220, 72  # pixels of the screen
_COARSE = 150  # pixels an inch: below that print looks soft
_POINTS = 72  # an inch
# As a browser hands a picture over; of these the file itself comes along, with what it says of itself.
_FILES = {f"image/{kind}": kind for kind in ("jpeg", "png", "webp", "tiff", "gif", "avif")}


class Offered(NamedTuple):
    """A picture that somebody wants to add: a file, or bytes from another program."""

    name: str
    path: Path | None = None
    data: bytes = b""

    def read(self) -> bytes:
        """Its bytes; raises OSError, and Refused for a file of more than a kit takes."""
        if self.path is None:
            return self.data
        if self.path.stat().st_size > MAX_PICTURE_BYTES:
            raise too_large(self.name)
        return self.path.read_bytes()


def pictures_in(mime: QMimeData, *, any_file: bool = False) -> list[Offered]:
    """The pictures that a drag or the clipboard holds: files on this machine (with `any_file` also those
    that are not called a picture), or else a picture itself. Nothing is fetched from an address."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if paths:
        return [Offered(path.name, path) for path in paths if any_file or path.suffix.lower() in SUFFIXES]
    for kind, suffix in _FILES.items():
        if mime.hasFormat(kind):
            return [
                Offered(_("The picture ({kind})").format(kind=suffix), None, bytes(mime.data(kind).data()))
            ]
    image = mime.imageData() if mime.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return []
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return [Offered(_("The picture"), None, bytes(buffer.data().data()))]


def has_pictures(mime: QMimeData) -> bool:
    """Whether a drag holds what `pictures_in` would find, told without a look at it."""
    if any(url.isLocalFile() for url in mime.urls()):
        return bool(pictures_in(mime))
    return mime.hasImage() or any(mime.hasFormat(kind) for kind in _FILES)


def is_picture_or_address(mime: QMimeData) -> bool:
    """Whether a drag or the clipboard holds a picture, a file, or the address of something."""
    return mime.hasUrls() or has_pictures(mime)


class PictureField(QFrame):
    """Shows a picture of the kit; the answer is its name.

    choose: the user wants to choose a file. offered: what was dropped or pasted (list of Offered).
    room: the width and height in points that a photo may have on the page. tallest: how high it is shown, in
    pixels.
    """

    edited = Signal()
    focused = Signal()
    choose = Signal()
    offered = Signal(object)

    def __init__(
        self,
        ask: Ask,
        find: Callable[[str], bytes | None],
        room: Callable[[], tuple[float, float]],
        tallest: int = _TALL,
    ) -> None:
        super().__init__()
        self._ask, self._find, self._room, self._tallest = ask, find, room, tallest
        self._name = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        self.shown, self.note = QLabel(_(ask.hint)), QLabel()
        self.note.setObjectName("pictureNote")
        for label in (self.shown, self.note):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        self.note.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        self.shown.setMinimumHeight(_LOWEST)
        self.setToolTip(_("Click to choose a picture; drop or paste one"))

    def answer(self) -> str:
        """The name of the picture."""
        return self._name

    def show_answer(self, value: str) -> None:
        """Shows the picture of that name."""
        if value == self._name:
            return
        self._name = value
        data = self._find(value) if value else None
        picture = self._thumbnail(data) if data is not None else None
        if picture is not None:
            self.shown.setPixmap(picture)
        elif data is not None:
            self.shown.setText(_("This picture cannot be shown"))
        else:
            self.shown.setText(_("The picture is missing from this kit") if value else _(self._ask.hint))
        tall = picture.deviceIndependentSize().toSize().height() if picture is not None else 0
        self.shown.setMinimumHeight(max(tall, _LOWEST))
        told, warns = self._told(data) if data is not None else ("", False)
        self.note.setText(told)
        self.note.setVisible(bool(told))
        self.setAccessibleDescription(told)
        self._mark(self.note, "tone", "warn" if warns else "")
        self._mark(self, "filled", picture is not None)

    def _told(self, data: bytes) -> tuple[str, bool]:
        """How large the picture is, and whether that is little for print."""
        try:
            across, down = pixels.size(data)
        except pixels.Unreadable:
            return "", False
        width, height = self._room()
        inches = across / _POINTS * min(width / across, height / down)
        needed = math.ceil(inches * _COARSE - 0.01)
        if across >= needed:
            told = _("{width} × {height} pixels")
        else:
            told = _("{width} × {height} pixels: soft in print. Ask for one that is {needed} or more wide.")
        return told.format(width=across, height=down, needed=needed), across < needed

    def _thumbnail(self, data: bytes) -> QPixmap | None:
        """The picture as export makes it, small."""
        finer = self.devicePixelRatioF()
        try:
            seen, width, height = pixels.seen(data, round(_WIDE * finer), round(self._tallest * finer))
        except pixels.Unreadable:
            return None
        picture = QPixmap.fromImage(QImage(seen, width, height, 4 * width, QImage.Format.Format_RGBA8888))
        picture.setDevicePixelRatio(finer)
        return picture

    def _mark(self, widget: QFrame, name: str, value: object) -> None:
        if widget.property(name) != value:
            widget.setProperty(name, value)
            widget.style().polish(widget)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for a file."""
        if self.rect().contains(event.position().toPoint()):
            self.choose.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So do Enter and Space; Ctrl+V pastes a picture."""
        if event.matches(QKeySequence.StandardKey.Paste):
            mime = clipboard()
            if is_picture_or_address(mime):
                self.offered.emit(pictures_in(mime, any_file=True))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.choose.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells that the focus is here."""
        super().focusInEvent(event)
        self.focused.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture may be dropped; what is none is refused in words."""
        if is_picture_or_address(event.mimeData()):
            self._mark(self, "over", True)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere in the frame."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """As if nothing had been there."""
        self._mark(self, "over", False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Offers the picture."""
        self._mark(self, "over", False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.offered.emit(pictures_in(event.mimeData(), any_file=True))
