"""Qt's own words, dates and numbers in the language of the screen."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDateTimeEdit

from presskit.i18n import _, spoken

_NAME = "qt words"


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
    if words.load(screen_locale(), "qtbase", "_", folder):
        app.installTranslator(words)
    else:
        words.deleteLater()


def speak_dates(field: QDateTimeEdit, *, with_time: bool) -> None:
    """Shows the day of a field, and its time, as the language of the screen does."""
    field.setLocale(screen_locale())
    # What Qt shows a day and a time by: https://doc.qt.io/qt-6/qdatetime.html#toString
    field.setDisplayFormat(_("MMM d, yyyy h:mm AP") if with_time else _("MMM d, yyyy"))
