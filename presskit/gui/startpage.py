"""The start page: a new kit from a template, one that is brought in, or one of the last."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from presskit.gui.enter import pressed_by_enter
from presskit.gui.icons import icon
from presskit.gui.theme import Theme
from presskit.gui.thumbnails import SIZE
from presskit.gui.wraprow import WrapRow
from presskit.i18n import _
from presskit.templates import TEMPLATES, template

_TILE = 250  # pixels, the least width of a template
_SHOWN = 6
_ICON = QSize(22, 22)


class StartPage(QScrollArea):
    """What one sees before a kit is open. removed: a kit that is gone is to leave the list. own, forgotten: a
    template of the user's own is to be begun from, or taken away."""

    new = Signal(str)
    open = Signal()
    open_path = Signal(str)
    sample = Signal()
    bring = Signal()
    pasted = Signal()
    removed = Signal(str)
    own = Signal(str)
    forgotten = Signal(str)

    def __init__(
        self, recent: Iterable[tuple[str, bool]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        """recent: the files of late, and whether each is there."""
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Start page"))
        inside = QWidget()
        inside.setObjectName("startInside")
        self.setWidget(inside)
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(48, 34, 48, 34)
        outer.setSpacing(8)
        title = QLabel(_("What are you announcing?"))
        title.setObjectName("startTitle")
        outer.addWidget(title)
        about = QLabel(
            _("Assemble headline, quotes, figures and boilerplate; send Word and PDF that always agree.")
        )
        about.setObjectName("startText")
        about.setWordWrap(True)
        outer.addWidget(about)
        outer.addSpacing(12)
        outer.addLayout(self._ways())
        outer.addSpacing(16)
        halves = QHBoxLayout()
        halves.setSpacing(34)
        outer.addLayout(halves)
        self._theme = theme
        halves.addLayout(self._templates(), 3)
        self.recent: dict[str, RecentKit] = {}
        if shown := list(recent)[:_SHOWN]:
            halves.addLayout(self._recent(shown), 2)
        outer.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button."""
        if not pressed_by_enter(event):
            super().keyPressEvent(event)

    def show_picture(self, name: str, picture: QPixmap) -> None:
        """The first page of one of the last kits."""
        if name in self.recent:
            self.recent[name].show_picture(picture)

    def offer_own(self, names: Iterable[str]) -> None:
        """Offers templates of the user's own, below the others."""
        tiles = []
        for name in names:
            tile = OwnTile(name, self._theme)
            tile.clicked.connect(lambda _on=False, name=name: self.own.emit(name))
            tile.forgotten.connect(self.forgotten)
            tiles.append(tile)
        if tiles:
            self._own.addSpacing(8)
            self._own.addWidget(_head(_("YOUR OWN")))
            _in_pairs(self._own, tiles)

    def _ways(self) -> WrapRow:
        row = WrapRow(8)
        for name, label, signal in (
            ("openFile", _("Open…"), self.open),
            ("bringFile", _("Bring in a file…"), self.bring),
            ("bringPasted", _("Paste a release"), self.pasted),
            ("openSample", _("See a sample"), self.sample),
        ):
            button = QPushButton(label)
            button.setObjectName(name)
            button.clicked.connect(lambda _on=False, signal=signal: signal.emit())
            row.put(button)
        return row

    def _templates(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(_head(_("BEGIN WITH")))
        tiles = []
        for name in TEMPLATES:
            found = template(name)
            tile = TemplateTile(_(found.label), _(found.about), found.icon, self._theme)
            tile.setObjectName(f"new-{name}")
            tile.clicked.connect(lambda _on=False, name=name: self.new.emit(name))
            tiles.append(tile)
        _in_pairs(column, tiles)
        self.setFocusProxy(tiles[0])
        self._own = QVBoxLayout()
        self._own.setSpacing(8)
        column.addLayout(self._own)
        column.addStretch(1)
        return column

    def _recent(self, shown: list[tuple[str, bool]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(_head(_("LAST OPENED")))
        for name, is_there in shown:
            kit = self.recent[name] = RecentKit(name, is_there=is_there)
            kit.clicked.connect(lambda _on=False, name=name: self.open_path.emit(name))
            kit.removed.connect(self.removed)
            column.addWidget(kit)
        column.addStretch(1)
        return column


class _Tile(QPushButton):
    """A button as large as what stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)

    def sizeHint(self) -> QSize:
        """As its content needs."""
        return self.row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """No less."""
        return self.row.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as the words are at a width."""
        return self.row.totalHeightForWidth(width)


def _words(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label


def _head(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("cardKind")
    return label


def _in_pairs(column: QVBoxLayout, tiles: Sequence[QWidget]) -> None:
    """Adds tiles, two beside each other, the last one alone where they are odd."""
    for at in range(0, len(tiles), 2):
        row = QHBoxLayout()
        row.setSpacing(8)
        for tile in tiles[at : at + 2]:
            row.addWidget(tile, 1)
        if at + 1 == len(tiles):
            row.addWidget(QWidget(), 1)
        column.addLayout(row)


class TemplateTile(_Tile):
    """What a template is called, and what it is for. picture: the name of an icon."""

    def __init__(self, label: str, about: str, picture: str, theme: Theme) -> None:
        super().__init__()
        self.setProperty("tile", True)
        self.setAccessibleName(_("New: {name}").format(name=label))
        self.setAccessibleDescription(about)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(_TILE)
        row = self.row
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(12)
        drawn = icon(picture, theme.colour["accent"], theme.colour["disabled_text"])
        sign = QLabel()
        sign.setPixmap(drawn.pixmap(_ICON))
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        row.addLayout(column, 1)
        column.addWidget(_words(label, "tileName"))
        column.addWidget(_words(about, "tileAbout"))
        column.addStretch(1)


class OwnTile(TemplateTile):
    """A template of the user's own. forgotten: it is to be taken away."""

    forgotten = Signal(str)

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__(name, _("A template of yours"), "file", theme)
        self._name = name
        self.setObjectName("ownTemplate")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask)

    def _ask(self, at: QPoint) -> None:
        menu = QMenu(self)
        begins = menu.addAction(_("Begin with it"))
        forgets = menu.addAction(_("Forget it…"))
        chosen = menu.exec(self.mapToGlobal(at))
        menu.deleteLater()
        # Later: this page goes, and with it what the menu stands on.
        if chosen is begins:
            QTimer.singleShot(0, self, self.click)
        elif chosen is forgets:
            QTimer.singleShot(0, self, lambda: self.forgotten.emit(self._name))


class RecentKit(_Tile):
    """One of the last kits: its first page, its name and its folder. removed: it is to leave the list."""

    removed = Signal(str)

    def __init__(self, name: str, *, is_there: bool) -> None:
        super().__init__()
        self._name, self._is_there = name, is_there
        path = Path(name)
        self.setObjectName("recentKit")
        self.setProperty("tile", True)
        self.setToolTip(name)
        gone = "" if is_there else _("It is not there any more")
        self.setAccessibleName(_("Open: {name}").format(name=path.stem))
        self.setAccessibleDescription(gone or str(path.parent))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask)
        row = self.row
        row.setContentsMargins(8, 8, 12, 8)
        row.setSpacing(12)
        self._picture = QLabel()
        self._picture.setObjectName("thumbnail")
        self._picture.setFixedSize(SIZE / 2)
        self._picture.setScaledContents(True)
        self._picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self._picture)
        column = QVBoxLayout()
        column.setSpacing(2)
        row.addLayout(column, 1)
        column.addStretch(1)
        column.addWidget(_words(path.stem, "tileName" if is_there else "tileGone"))
        column.addWidget(_words(gone or str(path.parent), "tileAbout"))
        column.addStretch(1)
        self.setMinimumHeight(SIZE.height() // 2 + 16)

    def show_picture(self, picture: QPixmap) -> None:
        """The first page."""
        self._picture.setPixmap(picture)

    def _ask(self, at: QPoint) -> None:
        menu = QMenu(self)
        opens = menu.addAction(_("Open"))
        opens.setEnabled(self._is_there)
        removes = menu.addAction(_("Remove from the list"))
        chosen = menu.exec(self.mapToGlobal(at))
        menu.deleteLater()
        # Later: this page goes, and with it what the menu stands on.
        if chosen is opens:
            QTimer.singleShot(0, self, self.click)
        elif chosen is removes:
            QTimer.singleShot(0, self, lambda: self.removed.emit(self._name))
