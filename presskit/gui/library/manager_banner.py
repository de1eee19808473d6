"""The line above the lists that says why the library cannot be used, or only looked at."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from presskit.i18n import _


class Banner(QWidget):
    """A sentence, and buttons to try again and, where it is damaged, for its dated copies."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        self.words = QLabel()
        self.words.setObjectName("bannerWords")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.again = QPushButton(_("Try again"))
        self.again.setObjectName("tryAgain")
        self.copies = QPushButton(_("Bring a copy back…"))
        self.copies.setObjectName("bannerCopies")
        row.addWidget(self.words, 1)
        row.addWidget(self.copies)
        row.addWidget(self.again)
        self.hide()

    def tell(self, sentence: str, *, try_again: bool = False, damaged: bool = False) -> None:
        """Says something, or goes when there is nothing to say."""
        self.copies.setVisible(damaged)
        self.words.setText(sentence)
        self.again.setVisible(try_again)
        self.setVisible(bool(sentence))
