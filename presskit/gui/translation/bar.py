"""The bar above the cards of a kit in several languages: which one is shown, and how far each has come."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QToolButton, QVBoxLayout

from presskit.gui.translation.names import named
from presskit.gui.wraprow import WrapRow
from presskit.i18n import _, ngettext
from presskit.model.kit import Kit
from presskit.model.translation import Progress

_SHOWN = 60  # letters of a block that a menu shows


class TranslationBar(QFrame):
    """A button for each language, and what there is to do in the one that is shown. chosen: the number of a
    release. missing: blocks of the original, by id, that are to come into the translation. command: the id
    of one."""

    chosen = Signal(int)
    missing = Signal(object)
    command = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("translationBar")
        self.setAccessibleName(_("Languages of the kit"))
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 8, 26, 0)
        self._row = WrapRow(6)
        column.addLayout(self._row)
        self._languages: list[QPushButton] = []
        self._told: object = None
        self._number = 0
        self.beside = _tool("side_by_side", _("Side by side"))
        self.beside.setCheckable(True)
        self.beside.setToolTip(_("The original beside each block"))
        self.beside.clicked.connect(lambda: self.command.emit("side_by_side"))
        self.next = _tool("next_to_translate", "")
        self.next.setToolTip(_("To the next block that is to be looked at"))
        self.next.clicked.connect(lambda: self.command.emit("next_to_translate"))
        self.lacks = _tool("missing", "")
        self.lacks.setToolTip(_("Parts of the original that this translation does not have"))
        self.lacks.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.lacks)
        self.lacks.setMenu(self.menu)
        self.order = _tool("original_order", _("Follow the original’s order"))
        self.order.clicked.connect(lambda: self.command.emit("original_order"))
        self.pair = _tool("pair_blocks", _("Match with the original"))
        self.pair.setToolTip(_("Binds each block to the one of the original that stands in its place"))
        self.pair.clicked.connect(lambda: self.command.emit("pair_blocks"))
        self.tools = (self.beside, self.next, self.lacks, self.order, self.pair)
        self.hide()

    def show_kit(self, kit: Kit, number: int, found: list[Progress], *, beside: bool) -> None:
        """Shows the languages of a kit and how far each has come, `found`, in their order."""
        self.setVisible(len(kit.releases) > 1)
        told = ([release.language for release in kit.releases], number, found, beside)
        if told == self._told:
            return
        if self._told is None or len(self._languages) != len(kit.releases):
            self._furnish(len(kit.releases))
        self._told, self._number = told, number
        for each, (button, release) in enumerate(zip(self._languages, kit.releases, strict=True)):
            self._show_language(button, named(release.language), found[each], each, shown=each == number)
        self._show_work(kit, found[number], translation=number > 0)
        self.beside.setChecked(beside)

    def _furnish(self, count: int) -> None:
        """As many buttons as there are languages, before the tools."""
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget not in self.tools:
                widget.hide()
                widget.deleteLater()
        self._languages = []
        for number in range(count):
            button = QPushButton()
            button.setObjectName(f"language-{number}")
            button.setProperty("language", True)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, number=number: self._pressed(number))
            self._languages.append(button)
            self._row.put(button)
        for tool in self.tools:
            self._row.put(tool)

    def _pressed(self, number: int) -> None:
        self._languages[number].setChecked(number == self._number)
        self.chosen.emit(number)

    def _show_language(
        self, button: QPushButton, name: str, found: Progress, number: int, *, shown: bool
    ) -> None:
        if number == 0:
            text = _("{language} · original").format(language=name)
        elif not found.linked:
            text = name
        else:
            told = ngettext(
                "{language} · {done} of {count} translated",
                "{language} · {done} of {count} translated",
                found.total,
            )
            text = told.format(language=name, done=found.done, count=found.total)
        button.setText(text)
        button.setChecked(shown)
        button.setToolTip(_("Show the release in this language"))

    def _show_work(self, kit: Kit, found: Progress, *, translation: bool) -> None:
        work = found.count("waiting") + found.count("changed") + found.count("gone")
        self.beside.setVisible(translation)
        self.next.setVisible(work > 0)
        told = ngettext("{count} block to look at", "{count} blocks to look at", work)
        self.next.setText(told.format(count=work))
        self.lacks.setVisible(found.linked and bool(found.missing))
        lacking = ngettext("{count} block is missing", "{count} blocks are missing", len(found.missing))
        self.lacks.setText(lacking.format(count=len(found.missing)))
        self.order.setVisible(not found.ordered)
        self.pair.setVisible(translation and not found.linked and bool(found.states))
        self._fill(kit, found)

    def _fill(self, kit: Kit, found: Progress) -> None:
        self.menu.clear()
        for block_id in found.missing:
            block = kit.releases[0].find(block_id)
            if block is not None:
                words = block.summary()
                short = words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + " …"
                told = _("Add: {kind} “{words}”").format(kind=_(block.label), words=short)
                self._entry(told.replace("&", "&&"), (block_id,))
        if len(found.missing) > 1:
            self.menu.addSeparator()
            self._entry(_("Add them all"), found.missing)

    def _entry(self, words: str, block_ids: tuple[str, ...]) -> None:
        action = QAction(words, self.menu)
        action.triggered.connect(lambda: self.missing.emit(block_ids))
        self.menu.addAction(action)


def _tool(name: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(f"translation-{name}")
    button.setText(words)
    return button
