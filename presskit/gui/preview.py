"""The preview: the pages that export would write, and the plain text, drawn beside the window's thread."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from presskit.gui.following import Caretplace
from presskit.gui.lane import Lane
from presskit.gui.pagesview import PageView
from presskit.gui.theme import Theme
from presskit.gui.zoombox import ZoomBox
from presskit.i18n import _
from presskit.model.kit import Kit
from presskit.pages import Pages, preview_pages, preview_text, words_at
from presskit.session import Changed, Session
from presskit.text.place import letters_of, place_of

PAUSE = 30  # milliseconds after a key before the pages are drawn
_SAID = 1600  # milliseconds that "Copied" stays
_TINT = 28  # of 255


class PreviewPane(QWidget):
    """Pages and plain text, kept up to date while one writes.

    drawn: new pages are shown (how many). clicked_block: the id of a block clicked in them; clicked_words:
    the same block, with the letters before and after the place clicked, once they are known.
    """

    drawn = Signal(int)
    clicked_block = Signal(str)
    clicked_words = Signal(str, str, str)

    def __init__(self, session: Session, theme: Theme, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._theme, self._lane = session, theme, lane
        self._asked: Kit | None = None
        self.system_fonts = False
        self._parted = False
        self._place = Caretplace("")
        self._wait = self._timer(PAUSE)
        self._wait.timeout.connect(self.refresh)
        self.view = PageView(theme)
        self.view.clicked.connect(self._clicked)
        self.view.needs.connect(self._wait.start)
        self.view.zoomed.connect(lambda: self.zoom.show_zoom(self.view.zoom))
        self.view.at_page.connect(self._at_page)
        self.text = QPlainTextEdit()
        self.text.setObjectName("plainText")
        self.text.setAccessibleName(_("Plain text of the release"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.note = QLabel()
        self.note.setObjectName("previewNote")
        self.note.setWordWrap(True)
        self._dress_note(theme)
        self.note.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self.note)
        column.addWidget(self._stack, 1)
        self._wait.start()

    def _head(self) -> QWidget:
        self.tabs = QTabBar()
        self.tabs.setObjectName("previewTabs")
        self.tabs.setAccessibleName(_("Preview as"))
        self.tabs.addTab(_("PDF"))
        self.tabs.addTab(_("Plain text"))
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.currentChanged.connect(self._tab)
        self.page = QLabel()
        self.page.setObjectName("pageAtHand")
        self.zoom = ZoomBox()
        self.zoom.chosen.connect(self.view.set_zoom)
        self.copy = QPushButton(_("Copy all"))
        self.copy.setObjectName("copyText")
        self.copy.setToolTip(_("Copy the plain text"))
        self.copy.clicked.connect(self._copy)
        self.copy.hide()
        self._said = self._timer(_SAID)
        self._said.timeout.connect(lambda: self.copy.setText(_("Copy all")))
        self.apart = QToolButton()  # the window gives it the command
        self.apart.setObjectName("previewApart")
        self.apart.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        head = QWidget()
        head.setObjectName("previewHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(4)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.page)
        row.addWidget(self.zoom)
        row.addWidget(self.copy)
        row.addWidget(self.apart)
        return head

    def _timer(self, pause: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        return timer

    def _dress_note(self, theme: Theme) -> None:
        palette = self.note.palette()
        palette.setColor(self.note.backgroundRole(), QColor(theme.colour["bad_soft"]))
        palette.setColor(self.note.foregroundRole(), QColor(theme.colour["bad_text"]))
        self.note.setPalette(palette)
        self.note.setAutoFillBackground(True)
        self.note.setContentsMargins(12, 7, 12, 7)

    # --- in step with the window

    def changed(self, told: Changed) -> None:
        """Draws again soon; a key pressed meanwhile does not have to wait for it."""
        if told.before is not told.after and not self._wait.isActive():
            self._wait.start()

    def follow(self, place: Caretplace) -> None:
        """Marks the block that the caret is in, and brings its place into view."""
        self._place = place
        self.view.follow(place.block, place.part)
        if self.shows_text:
            self._follow_text()

    def set_zoom(self, zoom: float) -> None:
        """Shows pages at a zoom, and says which in the box."""
        self.view.set_zoom(zoom)

    def allow(self, system_fonts: bool) -> None:
        """Draws again with the fonts of this computer, or without them."""
        self.system_fonts, self._asked = system_fonts, None
        self._wait.start()

    def part(self) -> None:
        """What is being drawn comes too late from here on."""
        self._parted = True
        self._wait.stop()

    @property
    def shows_text(self) -> bool:
        """Whether it is the plain text that is seen."""
        return self.tabs.currentIndex() == 1

    def refresh(self) -> None:
        """Asks for the pages as the release now is."""
        kit, number, fonts = self._session.kit, self._session.number, self.system_fonts
        if self.shows_text:
            self._lane.latest(lambda: preview_text(kit, number), self._text_drawn)
            return
        scale = self.view.scale()
        shown = self.view.pages
        if shown is not None and self._asked is kit:
            missing = self.view.missing()
            if missing:
                self._lane.latest(
                    lambda: preview_pages(kit, number, scale, lambda _count, _size: missing, shown),
                    lambda result: self._pages_drawn(result, kit, scale),
                )
            return
        layout, box = self.view.layout_now, self.view.box()
        self._lane.latest(
            lambda: preview_pages(
                kit,
                number,
                scale,
                lambda count, size: layout._replace(pages_there=count, size=size).patches(box),
                None,
                system_fonts=fonts,
            ),
            lambda result: self._pages_drawn(result, kit, scale),
        )

    def _pages_drawn(self, result: Pages | Exception, kit: Kit, scale: float) -> None:
        if self._parted:
            return
        self._asked = kit
        if isinstance(result, Exception):
            self._show_note(_("The pages cannot be shown: {why}").format(why=result))
            return
        self._show_note(result.problem)
        self.view.show_pages(result, scale)
        self.drawn.emit(result.count)
        if self.view.missing() or kit is not self._session.kit:
            self._wait.start()

    def _show_note(self, note: str) -> None:
        """Says what is wrong with the pages, above them; those shown stay."""
        if note != self.note.text():
            self.note.setText(note)
        self.note.setVisible(bool(note) and not self.shows_text)

    def _at_page(self, number: int, count: int) -> None:
        said = _("Page {number} of {count}").format(number=number + 1, count=count)
        if said != self.page.toolTip():
            self.page.setText(f"{number + 1} / {count}")
            self.page.setToolTip(said)
            self.page.setAccessibleName(said)
        self.page.setVisible(count > 1 and not self.shows_text)

    # --- from the pages to the text

    def _clicked(self, block: str, page: int, x: float, y: float) -> None:
        """Goes to the block at once, and to the words when the lane has read them."""
        self.clicked_block.emit(block)
        assert self.view.pages is not None
        data = self.view.pages.data

        def read(result: tuple[str, str] | Exception) -> None:
            if not self._parted and not isinstance(result, Exception) and any(result):
                self.clicked_words.emit(block, *result)

        self._lane.queue(lambda: words_at(data, page, x, y), read)

    # --- plain text

    def _text_drawn(self, result: str | Exception) -> None:
        if self._parted:
            return
        if isinstance(result, Exception):
            self.text.setPlainText(_("The text cannot be shown: {why}").format(why=result))
        elif result != self.text.toPlainText():
            bar = self.text.verticalScrollBar()
            at = bar.value()
            self.text.setPlainText(result)
            bar.setValue(at)
        self._follow_text()

    def _follow_text(self) -> None:
        """Tints the line that the caret is in, and scrolls to it where it is out of view."""
        at = place_of(letters_of(self.text.toPlainText()), self._place.before, self._place.after)
        if at is None:
            self.text.setExtraSelections([])
            return
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(min(at, self.text.document().characterCount() - 1))
        tint = QColor(self._theme.colour["accent"])
        tint.setAlpha(_TINT)
        mark.cursor = cursor
        mark.format.setBackground(tint)
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.text.setExtraSelections([mark])
        if not self.text.textCursor().hasSelection():  # that of somebody who is about to copy it
            self.text.setTextCursor(cursor)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(_("Copied"))
        self._said.start()

    def _tab(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self.zoom.setVisible(at == 0)
        self.copy.setVisible(at == 1)
        pages = self.view.pages
        self.page.setVisible(at == 0 and pages is not None and pages.count > 1)
        self.note.setVisible(at == 0 and bool(self.note.text()))
        self.refresh()
