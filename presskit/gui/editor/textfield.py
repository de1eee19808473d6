"""The field in which rich text is written."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QWheelEvent,
)  # fmt: skip
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from presskit.gui.editor.clipping import CLIP_MIME, blocks_in, mime_of_texts, pieces_in, table_in
from presskit.gui.editor.keys import LEAVING, leaves, picks, way_of
from presskit.gui.editor.prompted import PromptedEdit
from presskit.gui.editor.richdoc import (
    BOLD,
    ITALIC,
    LINE_BREAK,
    Inks,
    insert_paragraphs,
    letters,
    over_link,
    paragraphs_of,
)
from presskit.i18n import _
from presskit.text.clip import paragraphs
from presskit.text.runs import Paragraphs, RichText, Run, cut, plain
from presskit.text.smart import LETTERS

_MARGIN = 2  # pixels between the edge of a field and its text

MARK = QTextFormat.Property.UserProperty.value + 10
"""Names the kind of a mark that `RichField.show_marks` lays over a text."""


def lets_history_undo(event: QEvent) -> bool:
    """Whether a key belongs to the window's one history rather than to a text field.

    A focused text field claims Ctrl+Z even with its own undo off, unless the claim is refused here.
    """
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
    )


class RichField(PromptedEdit):
    """One paragraph, or several, that grows with its text.

    edited: the text changed under the user's hands. enter_pressed: Enter in a single paragraph;
    back_pressed: Backspace at its very start. pasted: paragraphs beyond the first of a paste into a
    single one. typed: a letter that may have to become another. menu_opening: a menu, before it is shown,
    and the position that it is about. dragged_out: a drag goes on beyond the text: where in the text it
    began (-1: it ends), and where on the screen it is.
    doing: the name of the step while something other than typing changes the text.
    """

    edited = Signal()
    focused = Signal()
    enter_pressed = Signal()
    back_pressed = Signal()
    pasted = Signal(object)
    typed = Signal(str)
    menu_opening = Signal(object, int)
    dragged_out = Signal(int, QPoint)

    def __init__(self, font: QFont, link: QColor, *, many: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._many = many
        self._showing = self._came = False  # came: the click goes on that brought the focus
        self._value: RichText | Paragraphs = ()
        self._caret_before = (0, 0)
        self.doing = ""
        self.inks = Inks(font, link)
        self.setFont(font)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(_MARGIN)
        self.document().contentsChange.connect(self._changing)
        self.document().contentsChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self.grow)
        self.cursorPositionChanged.connect(self._moved)
        self._last = (0, 0)
        self._held: tuple[int, int] | None = None
        self._dragged: int | None = None  # where a drag began that has left the text
        self.grow()

    # --- answers

    def answer(self) -> RichText | Paragraphs:
        """The text: a paragraph's runs, or all paragraphs where several are allowed."""
        return self._value

    def _read(self) -> RichText | Paragraphs:
        found = paragraphs_of(self.document())
        if self._many:
            return found if any(found) else ()
        return found[0] if found else ()

    def show_answer(self, value: RichText | Paragraphs) -> None:
        """Shows a text, keeping the caret where it is as far as that is possible."""
        if value == self._value:
            return
        position = self.textCursor().position()
        self._showing = True
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        texts: Paragraphs = value if self._many else (value,)  # type: ignore[assignment]
        insert_paragraphs(cursor, texts, self.inks)
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._value = value
        self._showing = False

    def caret(self) -> tuple[int, int]:
        """Anchor and position of the selection."""
        cursor = self.textCursor()
        return cursor.anchor(), cursor.position()

    def caret_before(self) -> tuple[int, int]:
        """The caret as it stood before the last change."""
        return self._caret_before

    def put_caret(self, anchor: int, position: int) -> None:
        """Selects from `anchor` to `position`; beyond the end (or -1) is the end."""
        last = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(last if anchor < 0 else min(anchor, last))
        cursor.setPosition(last if position < 0 else min(position, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def column(self) -> int:
        """The column of the caret in pixels from the left; through shorter lines that in which it began."""
        x = self.textCursor().verticalMovementX()
        return x + _MARGIN if x >= 0 else self.cursorRect().x()

    def place_in_column(self, x: int, *, at_top: bool) -> int:
        """The place in the first line, or the last, that is nearest to `x`."""
        last = QTextCursor(self.document())
        if not at_top:
            last.movePosition(QTextCursor.MoveOperation.End)
        return self.cursorForPosition(QPoint(x, self.cursorRect(last).center().y())).position()

    def put_in_column(self, x: int, *, at_top: bool) -> None:
        """Puts the caret into the first line, or the last, where it is nearest to `x`."""
        cursor = self.textCursor()
        cursor.setPosition(self.place_in_column(x, at_top=at_top))
        cursor.setVerticalMovementX(x - _MARGIN)
        self.setTextCursor(cursor)

    def is_right_to_left(self) -> bool:
        """Whether the line of the caret runs from right to left."""
        return self.textCursor().block().textDirection() == Qt.LayoutDirection.RightToLeft

    def halves(self) -> tuple[RichText, RichText]:
        """A single paragraph's runs before and after the caret; what is selected is in neither."""
        cursor = self.textCursor()
        return self._between(0, cursor.selectionStart()), self._between(cursor.selectionEnd(), -1)

    def _between(self, start: int, end: int) -> RichText:
        text = paragraphs_of(self.document())[0]
        words = plain(text)
        return cut(text, letters(words, start), None if end < 0 else letters(words, end))

    # --- emphasis

    def toggle(self, which: int) -> None:
        """Turns bold or italic (BOLD, ITALIC of richdoc) on or off for the selection."""
        on = not self.has(which)
        change = QTextCharFormat()
        change.setProperty(which, on)
        if which == BOLD:
            weight = QFont.Weight.Bold if on else self.inks.font.weight()
            change.setFontWeight(weight)
        else:
            change.setFontItalic(on != self.inks.font.italic())
        with self._step(_("Bold") if which == BOLD else _("Italic")):
            self.mergeCurrentCharFormat(change)

    def has(self, which: int) -> bool:
        """Whether bold or italic is on at the caret."""
        return bool(self.currentCharFormat().property(which))

    def link_here(self) -> tuple[str, str]:
        """The words and the address of the link at the caret, or the selected words and nothing."""
        cursor = over_link(self.textCursor())
        return cursor.selectedText().replace(LINE_BREAK, "\n"), cursor.charFormat().anchorHref()

    def set_link(self, words: str, address: str) -> None:
        """Links the selection, or the link at the caret, to an address; none takes the link away."""
        cursor = over_link(self.textCursor())
        form = cursor.charFormat()
        run = Run(words or address, bool(form.property(BOLD)), bool(form.property(ITALIC)), address)
        with self._step(_("Link")):
            insert_paragraphs(cursor, ((run,),), self.inks)
        self.setTextCursor(cursor)
        plain_format = self.inks.format_for(Run("", run.bold, run.italic))
        self.setCurrentCharFormat(plain_format)

    @contextmanager
    def _step(self, name: str) -> Iterator[None]:
        self.doing = name
        try:
            yield
        finally:
            self.doing = ""

    def exchange(self, start: int, end: int, words: str, name: str) -> None:
        """Puts words in the place of others, with the emphasis of the first of them, as a step `name`."""
        cursor = self.textCursor()
        cursor.setPosition(start + 1)
        form = cursor.charFormat()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        with self._step(name):
            cursor.insertText(words, form)
        self.setTextCursor(cursor)

    def show_marks(self, spans: list[tuple[int, int]], look: QTextCharFormat) -> None:
        """Shows places (from, to) with a look that is no part of the text, instead of those that had a look
        with the same MARK. A mark keeps to its words while others are written before it or after it."""
        before = self.extraSelections()
        marks = [each for each in before if each.format.property(MARK) != look.property(MARK)]
        if not spans and len(marks) == len(before):
            return
        for start, end in spans:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.document())
            mark.cursor.setPosition(start)
            mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor.setKeepPositionOnInsert(True)
            mark.format = look
            marks.append(mark)
        self.setExtraSelections(marks)

    def open_menu(self, at: QPoint | None = None) -> None:
        """Opens the menu of the text at a point of the viewport, or at the caret."""
        cursor = self.cursorForPosition(at) if at else self.textCursor()
        point = at or self.cursorRect().bottomLeft()
        menu = self.createStandardContextMenu(point)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():  # Qt's own undo is off here, and the window has one history
            if action.objectName() in {"edit-undo", "edit-redo"}:
                menu.removeAction(action)
        if menu.actions()[:1] and menu.actions()[0].isSeparator():
            menu.removeAction(menu.actions()[0])
        self.menu_opening.emit(menu, cursor.position())
        menu.popup(self.viewport().mapToGlobal(point))

    # --- Qt

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu, about what the mouse is on or, by key, about the caret."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.open_menu(None if by_key else event.pos())

    def event(self, event: QEvent) -> bool:
        """Leaves undo and redo to the window."""
        if lets_history_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Backspace have a meaning for the whole release."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        cursor = self.textCursor()
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif leaves(cursor, way_of(event, right_to_left=self.is_right_to_left())) or self._is_for_page(event):
            event.ignore()  # the page goes on elsewhere
        elif enter and not self._many and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.enter_pressed.emit()
        elif event.key() == Qt.Key.Key_Backspace and self.caret() == (0, 0):
            self.back_pressed.emit()
        else:
            super().keyPressEvent(event)
            if event.text() in LETTERS:
                self.typed.emit(event.text())

    def _is_for_page(self, event: QKeyEvent) -> bool:
        """Whether a key asks for more than this text has: Delete at its end, a slash where there is none."""
        cursor = self.textCursor()
        turns = event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
        if turns or picks(event, cursor, right_to_left=self.is_right_to_left()):
            return True
        if event.key() == Qt.Key.Key_Delete:
            return cursor.atEnd() and not cursor.hasSelection()
        return event.text() == "/" and not self._many and self.document().isEmpty()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells that the caret is here."""
        super().focusInEvent(event)
        self._came = event.reason() == Qt.FocusReason.MouseFocusReason
        self.focused.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click with Shift that comes from another text chooses what lies between."""
        came, self._came = self._came, False
        if came and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag that leaves the text chooses what lies between, until it comes back."""
        super().mouseMoveEvent(event)
        inside = self.rect().contains(event.position().toPoint())
        if event.buttons() == Qt.MouseButton.LeftButton and not (inside and self._dragged is None):
            if self._dragged is None:
                self._dragged = self.caret()[0]
            self.dragged_out.emit(self._dragged, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a drag."""
        super().mouseReleaseEvent(event)
        if self._dragged is not None:
            self._dragged = None
            self.dragged_out.emit(-1, QPoint())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Lets go of the selection, as a page of text does, unless a menu or dialog is why."""
        super().focusOutEvent(event)
        if event.reason() in LEAVING:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the field."""
        event.ignore()

    def canInsertFromMimeData(self, mime: QMimeData) -> bool:
        """Text is welcome; pictures and files are the page's business."""
        return mime.hasFormat(CLIP_MIME) or ((mime.hasText() or mime.hasHtml()) and not mime.hasUrls())

    def insertFromMimeData(self, mime: QMimeData) -> None:
        """Pastes our kind of rich text; what is more than a paragraph goes to the page."""
        if not self._many and ((clip := blocks_in(mime)).blocks or table_in(mime)):
            self.pasted.emit(clip if clip.blocks else table_in(mime))
            return
        pieces = pieces_in(mime)
        if self._many or not pieces or (len(pieces) == 1 and pieces[0].kind == "paragraph"):
            self.insert(paragraphs(pieces))
        else:
            self.pasted.emit(pieces)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied: our runs, without fonts and colours."""
        document = QTextDocument()
        QTextCursor(document).insertFragment(self.textCursor().selection())
        return mime_of_texts(paragraphs_of(document))

    def insert(self, texts: Paragraphs) -> None:
        """Puts text at the caret, over what is selected, as a step of its own."""
        if texts:
            with self._step(_("Paste")):
                insert_paragraphs(self.textCursor(), texts, self.inks)

    def _changing(self, *_where: int) -> None:
        self._held = self._held or self._last  # Qt moves the caret before it says that contents changed

    def _changed(self) -> None:
        held, self._held = self._held or self._last, None
        if self._showing:
            return
        value = self._read()
        if value != self._value:  # a change of look alone says that contents changed, too
            self._value = value
            self._caret_before = held
            self.edited.emit()

    def _moved(self) -> None:
        self._last = self.caret()

    def grow(self, *_size: object) -> None:
        """Takes the height of its text, or of what is to be written there."""
        around = self.contentsMargins().top() + self.contentsMargins().bottom() + 4
        if (height := self.text_height() + around) != self.height():
            self.setFixedHeight(height)
