"""The field for a photo: choose a file, drop one, or paste one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QImageReader,
    QKeyEvent,
    QMouseEvent,
    QPixmap,
)
from PySide6.QtWidgets import QLabel

from presskit.i18n import _
from presskit.model.fields import Ask

SUFFIXES = (".jpg", ".jpeg", ".png")
_TALL = 220  # pixels
_MAX_SIDE = 12_000  # pixels; a larger picture is not decoded to be shown


def picture_files(mime: QMimeData) -> list[Path]:
    """The JPEG and PNG files on this machine that a drag or the clipboard holds."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in SUFFIXES]


class PictureField(QLabel):
    """Shows a picture of the kit; the answer is its name.

    choose: the user wants to choose a file. offered: files dropped on it.
    """

    edited = Signal()
    focused = Signal()
    choose = Signal()
    offered = Signal(object)

    def __init__(self, ask: Ask, find: Callable[[str], bytes | None]) -> None:
        super().__init__()
        self._ask, self._find = ask, find
        self._name = ""
        self.setObjectName("pictureBox")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        self.setMinimumHeight(84)
        self.setText(_(ask.hint))
        self.setToolTip(_("Click to choose a picture"))

    def answer(self) -> str:
        """The name of the picture."""
        return self._name

    def show_answer(self, value: str) -> None:
        """Shows the picture of that name."""
        if value == self._name:
            return
        self._name = value
        data = self._find(value) if value else None
        if data is None:
            self.setPixmap(QPixmap())
            self.setText(_("The picture is missing from this kit") if value else _(self._ask.hint))
            return
        picture = _thumbnail(data)
        if picture is None:
            self.setText(_("This picture cannot be shown"))
        else:
            self.setPixmap(picture)
            self.setMinimumHeight(picture.height() + 4)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for a file."""
        if self.rect().contains(event.position().toPoint()):
            self.choose.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So do Enter and Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.choose.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells that the focus is here."""
        super().focusInEvent(event)
        self.focused.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture file may be dropped."""
        if picture_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Offers the file."""
        self.offered.emit(picture_files(event.mimeData()))
        event.acceptProposedAction()


def has_size(data: bytes) -> bool:
    """Whether a picture says how large it is: one that does not is damaged."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    return QImageReader(buffer).size().isValid()


def _thumbnail(data: bytes) -> QPixmap | None:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _MAX_SIDE:
        return None
    reader.setScaledSize(size.scaled(QSize(640, _TALL), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)
