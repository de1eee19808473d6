"""Spelling in the window: marks below misspelt words, what their menu offers, and the way to the next."""

import sys
from functools import partial
from itertools import islice
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QColor, QTextCharFormat
from PySide6.QtWidgets import QMainWindow, QMenu

from presskit.blocks.quote import Quote
from presskit.gui.editor.card import Card
from presskit.gui.editor.fields import LineField
from presskit.gui.editor.spots import places
from presskit.gui.editor.textfield import MARK, RichField
from presskit.gui.editor.writing import Caret
from presskit.gui.lane import Lane
from presskit.gui.replacing import ask_correction
from presskit.gui.theme import Theme
from presskit.gui.wordlists import WordLists
from presskit.gui.wordmenu import WordMenu
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.model.block import Block
from presskit.session import Changed, Session
from presskit.settings import Settings
from presskit.spelling.aside import Aside
from presskit.spelling.check import Miss, Misses, Round, listed, look_through, nearby, prose
from presskit.spelling.speller import Speller, Spellers, has_dictionary, is_installed
from presskit.spelling.wordlist import WordList
from presskit.text.runs import plain

PAUSE = 500  # milliseconds without a change before words are checked
SAID = 5000  # milliseconds that an answer stands in the status line
_AHEAD = 40  # misspelt words for which suggestions are sought before anybody asks


class Owner(Protocol):
    """What spelling needs of the window."""

    theme: Theme
    settings: Settings

    def keep(self, settings: Settings) -> None:
        """Takes settings over, and saves them."""


class Spelling:
    """The commands about spelling, and the marks in the workspace that is shown.

    Words are checked on a lane of their own once the writer pauses, of blocks that changed since alone;
    a check that a newer one overtook marks nothing. Dictionaries are read in a process of their own. What
    was found is kept by block, and marks are put on the cards that there are; on others once they are made.
    """

    def __init__(self, window: QMainWindow, owner: Owner, words: WordList) -> None:
        self._window, self._owner = window, owner
        self._lists = WordLists(window, words, self._check)
        self._workspace: Workspace | None = None
        self._session: Session | None = None  # whose words are ignored; the theme may change under it
        self._lane = Lane(window)
        self._aside = Aside()
        self._spellers = Spellers(self._aside.dictionary)
        self._ignored: frozenset[str] = frozenset()
        self._passed: set[tuple[str, str]] = set()  # words ignored in one block
        self._unread: set[str] = set()  # languages that were said to have no dictionary
        self._checked: dict[str, Block] = {}
        self._found: dict[str, Misses] = {}
        self._standard: tuple[str, frozenset[str]] = ("", frozenset())  # what the blocks were checked against
        self._asked = 0
        self._going = False
        self._is_broken = False  # the library or a dictionary cannot be read on this computer
        self._wait = QTimer(window)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAUSE)
        self._wait.timeout.connect(self._check)

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        if self._session is not workspace.session:
            self._ignored, self._passed = frozenset(), set()
        self._workspace, self._session = workspace, workspace.session
        self._forget()
        workspace.changed.connect(self._changed)
        workspace.editor.text_menu.connect(self._fill)
        workspace.editor.card_made.connect(self._made)
        self._later()

    def leave(self) -> None:
        """No workspace is shown any more."""
        self._workspace = None
        self._forget()

    def close(self) -> None:
        """Stops its thread and the process that reads dictionaries."""
        self.leave()
        self._aside.close()
        self._lane.close()

    def show_state(self, action: QAction) -> None:
        """Shows in the menu whether spelling is checked, or why it cannot be."""
        workspace = self._workspace
        if self._is_broken:
            text, able = _("Check spelling (cannot be started here)"), False
        elif not is_installed():
            text, able = _("Check spelling (not installed here)"), False
        elif workspace and not has_dictionary(workspace.session.release.language):
            text, able = _("Check spelling (no dictionary for this language)"), False
        else:
            text, able = _("Check spelling"), True
        action.setCheckable(True)
        action.setText(text)
        action.setEnabled(able)
        action.setChecked(able and self._owner.settings.spelling)

    # --- commands

    def spelling(self) -> None:
        """Switches the marks on or off."""
        self._owner.keep(replace(self._owner.settings, spelling=not self._owner.settings.spelling))
        self._forget()
        self._check()

    def next_misspelt(self) -> None:
        """Selects the next misspelt word after the caret, from the beginning again after the end."""
        self._going = True
        self._check()

    def suggestions(self) -> None:
        """Opens the menu of the word at the caret."""
        field = self._workspace.editor.focused_field() if self._workspace else None
        if field is not None:
            field.open_menu()

    def own_words(self) -> None:
        """Shows the words of the user's and the kit's lists, to take some away."""
        if self._workspace is not None:
            self._lists.look_over(self._workspace.session)

    # --- checking

    def _is_on(self) -> bool:
        return bool(
            self._workspace
            and not self._is_broken
            and self._owner.settings.spelling
            and has_dictionary(self._workspace.session.release.language)
        )

    def _changed(self, told: Changed) -> None:
        self._window.statusBar().clearMessage()
        if told.before is None or told.before.blocks is not told.after.blocks:
            # Also of what comes back unchanged the field was written anew, and has lost its marks.
            kept = self._checked
            self._checked = {block.id: block for block in told.after.blocks if kept.get(block.id) is block}
        if told.cause != "saved":
            self._later()

    def _later(self) -> None:
        if self._owner.settings.spelling:
            self._wait.start()

    def _forget(self) -> None:
        """Takes all marks away."""
        self._wait.stop()
        self._asked += 1
        self._going = False
        if self._workspace:
            for block_id in self._found:
                self._mark(block_id, {})
        self._checked, self._found, self._standard = {}, {}, ("", frozenset())

    def _check(self) -> None:
        self._wait.stop()
        if not self._is_on() or self._workspace is None:
            self._say_why()
            if self._found:
                self._forget()
            self._going = False
            return
        session = self._workspace.session
        self._asked += 1
        more = self._lists.mine() | self._ignored
        job = partial(
            look_through,
            self._spellers,
            session.kit,
            session.number,
            more,
            self._standard,
            {**self._checked},
        )
        self._lane.latest(job, partial(self._show, self._asked))

    def _say_why(self) -> None:
        """Says that words are not checked, to who asks; once for each language also to who did not."""
        if self._workspace is None or self._is_broken:
            return
        language = self._workspace.session.release.language
        if is_installed() and not has_dictionary(language):
            if self._going or (self._owner.settings.spelling and language not in self._unread):
                self._unread.add(language)
                told = _("There is no dictionary for {language} here, so its words are not checked.")
                self._say(told.format(language=self._workspace.bar.language.currentText()))
        elif self._going:
            self._say(_("Spelling is not checked here."))

    def _show(self, number: int, result: Round | Exception) -> None:
        if isinstance(result, Exception):
            self._is_broken = True
            told = _("presskit: spelling could not be checked: {why}")
            print(told.format(why=repr(result)), file=sys.stderr)
            self._forget()
            self._say(_("Spelling could not be started here. Nothing else is affected."))
            return
        if number != self._asked or self._workspace is None:
            return
        self._standard = result.standard
        release = self._workspace.session.release
        current = {block.id: block for block in release.blocks}
        for gone in self._found.keys() - current.keys():
            del self._found[gone]
        for block in result.blocks:
            if current.get(block.id) is not block:
                continue  # written on since; the pause after that checks it
            before = self._found.get(block.id, {})
            now = self._without_passed(block.id, result.found[block.id])
            self._checked[block.id], self._found[block.id] = block, now
            if before or now:
                self._mark(block.id, now)
        if self._going:
            self._going = False
            self._go_on()
        self._look_ahead()

    def _without_passed(self, block_id: str, misses: Misses) -> Misses:
        if not any(passed == block_id for passed, _word in self._passed):
            return misses
        left = {
            path: tuple(miss for miss in found if (block_id, listed(miss.word)) not in self._passed)
            for path, found in misses.items()
        }
        return {path: found for path, found in left.items() if found}

    def _made(self, card: Card) -> None:
        """Marks a card that was just made."""
        if self._checked.get(card.block.id) is card.block and self._found.get(card.block.id):
            self._mark(card.block.id, self._found[card.block.id])

    def _mark(self, block_id: str, misses: Misses) -> None:
        card = self._workspace.editor.cards.get(block_id) if self._workspace else None
        if card is None:
            return
        wave = QTextCharFormat()
        wave.setProperty(MARK, "spelling")
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        wave.setUnderlineColor(QColor(self._owner.theme.colour["bad_text"]))
        shown = _letters(card.block)
        for path, field in card.form.text_fields():
            if isinstance(field, RichField | LineField) and path in shown:
                field.show_marks([_span(shown[path], miss) for miss in misses.get(path, ())], wave)

    # --- the way to the next

    def _go_on(self) -> None:
        """Selects the first miss behind the caret; the release goes round."""
        assert self._workspace is not None
        editor, release = self._workspace.editor, self._workspace.session.release
        here = editor.caret()
        fields = [(block.id, path, texts) for block in release.blocks for path, texts in prose(block)]
        order = {(block_id, path): number for number, (block_id, path, _texts) in enumerate(fields)}
        found = [
            Caret(block_id, path, *_span([plain(text) for text in texts], miss))
            for block_id, path, texts in fields
            for miss in self._found.get(block_id, {}).get(path, ())
        ]
        if not found:
            self._say(_("No misspelled words."))
            return
        at = -1
        if here is not None:
            of_block = [place for (block_id, _path), place in order.items() if block_id == here.block]
            at = order.get((here.block, here.field), min(of_block, default=0) - 1)
        position = max(here.anchor, here.position) if here else 0
        after = (each for each in found if (order[each.block, each.field], each.anchor) >= (at, position))
        target = next(after, found[0])
        if card := editor.card(target.block):
            card.form.reveal(target.field)
        editor.go(target)

    def _say(self, words: str) -> None:
        if self._workspace is not None:
            self._window.statusBar().showMessage(words, SAID)

    # --- the menu of a word

    def _fill(self, card: Card, path: str, menu: QMenu, position: int) -> None:
        """Puts what can be done with a misspelt word at a position above the rest of its field's menu."""
        field = card.form.field_at(path)
        found = self._miss_at(card, path, position)
        if found is None or not isinstance(field, RichField | LineField):
            return
        miss, start, end = found
        offered = WordMenu(
            menu,
            lambda word: self._correct(card.block, field, (start, end), word),
            (
                (_("Add to my words"), lambda: self._lists.add_to_mine(miss.word)),
                (_("Add to this kit’s words"), lambda: self._add_to_kit(miss.word)),
                (_("Ignore here"), lambda: self._ignore_here(card.block.id, miss.word)),
                (_("Ignore everywhere"), lambda: self._ignore(miss.word)),
            ),
        )
        names = nearby(miss.word, self._standard[1])

        def show(told: tuple[str, ...] | Exception) -> None:
            offered.show(tuple(dict.fromkeys((*names, *(() if isinstance(told, Exception) else told)))))

        speller = self._speller(miss)
        if speller is None:
            show(())
        elif (known := speller.suggested(miss.word)) is not None:
            show(known)
        else:
            self._lane.queue(partial(speller.suggestions, miss.word), show)

    def _correct(self, block: Block, field: RichField | LineField, span: tuple[int, int], word: str) -> None:
        approved = block if isinstance(block, Quote) and block.is_approved() else None
        if approved is None or ask_correction(self._window, approved):
            field.exchange(*span, word, _("Correct spelling"))

    def _speller(self, miss: Miss) -> Speller | None:
        if self._workspace is None:
            return None
        return self._spellers.get(miss.language or self._workspace.session.release.language)

    def _look_ahead(self) -> None:
        """Seeks suggestions for a misspelt word before its menu opens, then for another."""
        asked = self._asked
        misses = (miss for found in self._found.values() for each in found.values() for miss in each)
        pairs = ((miss.word, self._speller(miss)) for miss in islice(misses, _AHEAD))
        wanted = next(((word, by) for word, by in pairs if by and by.suggested(word) is None), None)
        if wanted is None:
            return
        word, speller = wanted

        def go_on(told: object) -> None:
            if not isinstance(told, Exception) and asked == self._asked:
                self._look_ahead()

        self._lane.queue(partial(speller.suggestions, word), go_on)

    def _miss_at(self, card: Card, path: str, position: int) -> tuple[Miss, int, int] | None:
        """The miss around a position and where it is now, unless its block was written on since."""
        if self._checked.get(card.block.id) is not card.block:
            return None
        paragraphs = _letters(card.block).get(path, [])
        for miss in self._found.get(card.block.id, {}).get(path, ()):
            start, end = _span(paragraphs, miss)
            if start <= position <= end:
                return miss, start, end
        return None

    def _add_to_kit(self, word: str) -> None:
        if self._workspace is not None:
            self._lists.add_to_kit(word, self._workspace.session)

    def _ignore_here(self, block_id: str, word: str) -> None:
        self._passed.add((block_id, listed(word)))
        card = self._workspace.editor.cards.get(block_id) if self._workspace else None
        if card is not None and self._checked.get(block_id) is card.block:  # or the next check leaves it out
            self._found[block_id] = self._without_passed(block_id, self._found.get(block_id, {}))
            self._mark(block_id, self._found[block_id])

    def _ignore(self, word: str) -> None:
        self._ignored |= {listed(word)}
        self._check()


def _letters(block: Block) -> dict[str, list[str]]:
    """The plain text of the paragraphs of each field that is checked."""
    return {path: [plain(text) for text in texts] for path, texts in prose(block)}


def _span(paragraphs: list[str], miss: Miss) -> tuple[int, int]:
    """Where a miss is in a field, as Qt counts."""
    return places(paragraphs, miss.paragraph, miss.start, miss.end)
