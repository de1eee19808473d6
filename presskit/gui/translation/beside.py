"""The original of a block, read only, beside its translation in the card."""

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from presskit.gui.icons import icon
from presskit.gui.library.versions_difference import marked
from presskit.gui.theme import Theme
from presskit.gui.translation.states import STATES
from presskit.gui.wraprow import WrapRow
from presskit.i18n import _
from presskit.model.block import Block
from presskit.model.translation import State
from presskit.text.typography import is_right_to_left

_ICON = 14  # pixels


class Beside(QFrame):
    """What the original says, how the translation stands to it, and what can be done. settle: it is up to
    date. take: the original's words are wanted."""

    settle = Signal()
    take = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._seen: tuple[Block, Block | None, State, str] | None = None
        self.setObjectName("beside")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 12, 4)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(5)
        self._icon = QLabel()
        self.words = QLabel()
        self.words.setObjectName("besideState")
        self.words.setWordWrap(True)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.words, 1)
        column.addLayout(head)
        self.text = QLabel()
        self.text.setObjectName("besideText")
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.text)
        row = WrapRow(4)
        self.settle_button = _button(_("It is up to date"), "besideSettle")
        self.settle_button.clicked.connect(self.settle)
        self.take_button = _button(_("Use the original’s words"), "besideTake")
        self.take_button.clicked.connect(self.take)
        row.put(self.settle_button)
        row.put(self.take_button)
        column.addLayout(row)
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        """As much of the card as it is given."""
        return QSize(160, super().sizeHint().height())

    def show_state(self, block: Block, origin: Block | None, state: State, language: str) -> None:
        """Shows how a block stands to its original, which is in a language (BCP 47); nothing is done where
        that is so already."""
        seen = self._seen
        if seen is not None and seen[0] is block and seen[1] is origin and seen[2:] == (state, language):
            return
        self._seen = (block, origin, state, language)
        shown = STATES[state]
        colour = self._theme.colour[shown.colour]
        self._icon.setPixmap(icon(shown.icon, colour, colour).pixmap(_ICON, _ICON))
        self.words.setText(_(shown.words))
        self.words.setStyleSheet(f"color: {colour}; font-weight: 600")
        said = "\n".join(origin.letters()) if origin is not None else ""
        was = "\n".join(block.translated.words) if block.translated else ""
        if state == "changed":
            html = marked(was, said, self._theme)
        else:
            html = escape(said or (was if state == "gone" else "")).replace("\n", "<br>")
        side = "rtl" if is_right_to_left(language) else "ltr"
        self.text.setText(f'<div dir="{side}">{html}</div>' if html else "")
        self.text.setVisible(bool(html))
        heard = _("{state}. Original: {words}").format(state=_(shown.words), words=said)
        self.setAccessibleName(_("Original"))
        self.setAccessibleDescription(heard)
        self.text.setAccessibleName(heard)
        self.settle_button.setVisible(state in {"changed", "waiting", "gone"})
        self.settle_button.setText(_("Keep it as our own") if state == "gone" else _("It is up to date"))
        self.take_button.setVisible(state == "changed")


def _button(words: str, name: str) -> QPushButton:
    """A button for the mouse; the keys have commands of their own, so that Tab goes from text to text."""
    button = QPushButton(words)
    button.setObjectName(name)
    button.setProperty("chip", True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setAutoDefault(False)
    return button
