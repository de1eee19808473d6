"""Qt's own words, dates and numbers in the language of the screen."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDateTimeEdit

from presskit.i18n import N_, _, spoken

_NAME = "qt words"

_KEYS = {
    "Ctrl": N_("Ctrl"), "Shift": N_("Shift"), "Alt": N_("Alt"), "Esc": N_("Esc"), "Del": N_("Del"),
    "Return": N_("Enter"), "Enter": N_("Enter"), "Space": N_("Space"), "Backspace": N_("Backspace"),
    "Left": N_("Left"), "Right": N_("Right"), "Up": N_("Up"), "Down": N_("Down"), "Home": N_("Home"),
    "End": N_("End"), "PgUp": N_("Page Up"), "PgDown": N_("Page Down"), "Ins": N_("Ins"), "Tab": N_("Tab"),
}  # fmt: skip
"""Keys by what Qt calls them: what keyboards have written on them, and what our messages call them."""


class _Keys(QTranslator):
    """Names keys as our messages do; Qt's Spanish would write "Control+Mayúsculas+Retorno"."""

    def translate(self, context: str, source: str, _about: str | None = None, _count: int = -1) -> str | None:
        """The name of a key; None leaves all other words to Qt."""
        return _(_KEYS[source]) if context == "QShortcut" and source in _KEYS else None

    def isEmpty(self) -> bool:
        """Never: Qt installs no translator that is."""
        return False


def screen_locale() -> QLocale:
    """How the language of the screen writes dates and numbers, in the United States if it names no region."""
    language = spoken()
    return QLocale(language if "-" in language else f"{language}-US")


def speak_qt() -> None:
    """Gives Qt's dialogs, and the menus of its text fields, the language that `i18n.speak` chose.

    What is on screen by then keeps its words. A language that Qt has no words for is left in English.
    """
    app = QApplication.instance()
    assert app is not None
    QLocale.setDefault(screen_locale())
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    words = QTranslator(app)
    words.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not words.load(screen_locale(), "qtbase", "_", folder):
        words.deleteLater()
        return
    app.installTranslator(words)
    if spoken().partition("-")[0] != "en":
        keys = _Keys(app)
        keys.setObjectName(_NAME)
        app.installTranslator(keys)  # the latest is asked first


def speak_dates(field: QDateTimeEdit, *, with_time: bool) -> None:
    """Shows the day of a field, and its time, as the language of the screen does."""
    field.setLocale(screen_locale())
    # What Qt shows a day and a time by: https://doc.qt.io/qt-6/qdatetime.html#toString
    field.setDisplayFormat(_("MMM d, yyyy h:mm AP") if with_time else _("MMM d, yyyy"))
