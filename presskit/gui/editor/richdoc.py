"""Rich text <-> Qt's text documents: our runs, and nothing else, cross over."""

from PySide6.QtGui import QColor, QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from presskit.text.runs import Paragraphs, RichText, Run, tidy

# Emphasis is kept apart from what shows it: a headline is bold already, and may hold a bold word.
BOLD = QTextFormat.Property.UserProperty.value + 1
ITALIC = QTextFormat.Property.UserProperty.value + 2
LANGUAGE = QTextFormat.Property.UserProperty.value + 3
LINE_BREAK = "\u2028"
# Qt would begin a new paragraph at each of these, in the middle of one of ours.
_SHOWN = str.maketrans(dict.fromkeys("\n\r\u2029\ufdd0\ufdd1", LINE_BREAK))


class Inks:
    """The base look of a document and the colour of its links."""

    def __init__(self, font: QFont, link: QColor) -> None:
        self.font, self.link = font, link

    def format_for(self, run: Run) -> QTextCharFormat:
        """How a run shows."""
        shown = QTextCharFormat()
        if run.bold:
            shown.setProperty(BOLD, True)
            shown.setFontWeight(QFont.Weight.Bold)
        if run.italic:
            shown.setProperty(ITALIC, True)
            shown.setFontItalic(not self.font.italic())
        if run.link:
            shown.setAnchor(True)
            shown.setAnchorHref(run.link)
            shown.setForeground(self.link)
            shown.setFontUnderline(True)
        if run.language:
            shown.setProperty(LANGUAGE, run.language)
        return shown


def insert_paragraphs(cursor: QTextCursor, paragraphs: Paragraphs, inks: Inks) -> None:
    """Writes paragraphs at a cursor, over its selection."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for number, paragraph in enumerate(paragraphs):
        if number:
            cursor.insertBlock()
        for run in paragraph:
            cursor.insertText(run.text.translate(_SHOWN), inks.format_for(run))
    cursor.endEditBlock()


def paragraphs_of(document: QTextDocument) -> Paragraphs:
    """The document's paragraphs as runs."""
    result = []
    block = document.begin()
    while block.isValid():
        result.append(runs_of(block))
        block = block.next()
    return tuple(result)


def runs_of(block: QTextBlock) -> RichText:
    """A paragraph of a document as runs."""
    runs = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        form = fragment.charFormat()
        runs.append(
            Run(
                fragment.text().replace(LINE_BREAK, "\n"),
                bold=bool(form.property(BOLD)),
                italic=bool(form.property(ITALIC)),
                link=form.anchorHref() if form.isAnchor() else "",
                language=str(form.property(LANGUAGE) or ""),
            )
        )
        iterator += 1
    return tidy(runs)


def over_link(cursor: QTextCursor) -> QTextCursor:
    """What is selected, or else the whole of the link that the cursor is in."""
    href = cursor.charFormat().anchorHref()
    if cursor.hasSelection() or not href:
        return cursor
    start = end = cursor.position()
    probe = QTextCursor(cursor.document())
    while start > 0:
        probe.setPosition(start)
        if probe.charFormat().anchorHref() != href:
            break
        start -= 1
    while end < cursor.document().characterCount() - 1:
        probe.setPosition(end + 1)
        if probe.charFormat().anchorHref() != href:
            break
        end += 1
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def units(text: str) -> int:
    """How many places Qt counts in a text: it counts a letter beyond U+FFFF twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def letters(text: str, places: int) -> int:
    """How many letters of a text the first `places` that Qt counts are."""
    data = text.encode("utf-16-le", "surrogatepass")[: 2 * places]
    return len(data.decode("utf-16-le", "surrogatepass"))
