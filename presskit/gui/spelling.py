"""Spelling in the window: marks below misspelt words, what their menu offers, and the way to the next."""

import sys
from functools import partial
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QColor, QTextCharFormat
from PySide6.QtWidgets import QMainWindow, QMenu

from presskit.gui import filing
from presskit.gui.editor.card import Card
from presskit.gui.editor.richdoc import units
from presskit.gui.editor.textfield import MARK, RichField
from presskit.gui.editor.writing import Caret
from presskit.gui.lane import Lane
from presskit.gui.theme import Theme
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.model.block import Block
from presskit.model.kit import Kit
from presskit.session import Changed, Session
from presskit.settings import Settings
from presskit.spelling.check import Miss, Misses, check, known_words, texts
from presskit.spelling.speller import Spellers, has_dictionary, is_installed
from presskit.spelling.wordlist import WordList
from presskit.text.runs import Paragraphs, plain

PAUSE = 500  # milliseconds without a change before words are checked
SAID = 5000  # milliseconds that an answer stands in the status line


class Owner(Protocol):
    """What spelling needs of the window."""

    theme: Theme
    settings: Settings

    def keep(self, settings: Settings) -> None:
        """Takes settings over, and saves them."""


class Spelling:
    """The commands about spelling, and the marks in the workspace that is shown.

    Words are checked on a lane of their own once the writer pauses, of blocks that changed since alone;
    a check that a newer one overtook marks nothing. Dictionaries are read there, too.
    """

    def __init__(self, window: QMainWindow, owner: Owner, words: WordList) -> None:
        self._window, self._owner, self._words = window, owner, words
        self._workspace: Workspace | None = None
        self._session: Session | None = None  # whose words are ignored; the theme may change under it
        self._lane = Lane(window)
        self._spellers = Spellers()
        self._ignored: frozenset[str] = frozenset()
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
            self._ignored = frozenset()
        self._workspace, self._session = workspace, workspace.session
        self._forget()
        workspace.changed.connect(self._changed)
        workspace.editor.text_menu.connect(self._fill)
        self._later()

    def leave(self) -> None:
        """No workspace is shown any more."""
        self._workspace = None
        self._forget()

    def close(self) -> None:
        """Stops its thread."""
        self.leave()
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
        if isinstance(field, RichField):
            field.open_menu()

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
            if self._going:
                self._say(_("Spelling is not checked here."))
            if self._found:
                self._forget()
            self._going = False
            return
        session = self._workspace.session
        self._asked += 1
        more = self._words.words() | self._ignored
        job = partial(
            _look_through,
            self._spellers,
            session.kit,
            session.number,
            more,
            self._standard,
            {**self._checked},
        )
        self._lane.latest(job, partial(self._show, self._asked))

    def _show(self, number: int, result: "_Result | Exception") -> None:
        if isinstance(result, Exception):
            self._is_broken = True
            print(f"presskit: spelling could not be checked: {result!r}", file=sys.stderr)
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
            before, now = self._found.get(block.id, {}), result.found[block.id]
            self._checked[block.id], self._found[block.id] = block, now
            if before or now:
                self._mark(block.id, now)
        if self._going:
            self._going = False
            self._go_on()

    def _mark(self, block_id: str, misses: Misses) -> None:
        card = self._workspace.editor.cards.get(block_id) if self._workspace else None
        if card is None:
            return
        wave = QTextCharFormat()
        wave.setProperty(MARK, "spelling")
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        wave.setUnderlineColor(QColor(self._owner.theme.colour["bad_text"]))
        shown = dict(texts(card.block))
        for path, field in card.form.text_fields():
            if isinstance(field, RichField) and path in shown:
                spans = [_span(shown[path], miss) for miss in misses.get(path, ())]
                field.show_marks(spans, wave)

    # --- the way to the next

    def _go_on(self) -> None:
        """Selects the first miss behind the caret; the release goes round."""
        assert self._workspace is not None
        editor, release = self._workspace.editor, self._workspace.session.release
        here = editor.caret()
        places = [
            Caret(block.id, path, *_span(paragraphs, miss))
            for block in release.blocks
            for path, paragraphs in texts(block)
            for miss in self._found.get(block.id, {}).get(path, ())
        ]
        if not places:
            self._say(_("No misspelt words."))
            return
        order = {
            (block.id, path): number
            for number, (block, path) in enumerate(
                (block, path) for block in release.blocks for path, _paragraphs in texts(block)
            )
        }
        at = -1
        if here is not None:
            of_block = [place for (block_id, _path), place in order.items() if block_id == here.block]
            at = order.get((here.block, here.field), min(of_block, default=0) - 1)
        position = max(here.anchor, here.position) if here else 0
        after = (
            place for place in places if (order[place.block, place.field], place.anchor) >= (at, position)
        )
        editor.go(next(after, places[0]))

    def _say(self, words: str) -> None:
        if self._workspace is not None:
            self._window.statusBar().showMessage(words, SAID)

    # --- the menu of a word

    def _fill(self, card: Card, path: str, menu: QMenu, position: int) -> None:
        """Puts what can be done with a misspelt word at a position above the rest of its field's menu."""
        field = card.form.field_at(path)
        found = self._miss_at(card, path, position)
        if self._workspace is None or found is None or not isinstance(field, RichField):
            return
        miss, start, end = found
        speller = self._spellers.get(self._workspace.session.release.language)
        rest = menu.actions()[0] if menu.actions() else None
        entries: list[QAction] = []

        def entry(text: str) -> QAction:
            action = QAction(text.replace("&", "&&"), menu)
            entries.append(action)
            return action

        suggestions = speller.suggestions(miss.word) if speller else ()
        for word in suggestions:
            action = entry(word)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(
                lambda _on=False, word=word: field.exchange(start, end, word, _("Correct spelling"))
            )
        if not suggestions:
            entry(_("No suggestions")).setEnabled(False)
        entry("").setSeparator(True)
        entry(_("Add to my words")).triggered.connect(lambda: self._add_mine(miss.word))
        entry(_("Add to this kit’s words")).triggered.connect(lambda: self._add_to_kit(miss.word))
        entry(_("Ignore")).triggered.connect(lambda: self._ignore(miss.word))
        entry("").setSeparator(True)
        if rest is None:
            menu.addActions(entries)
        else:
            menu.insertActions(rest, entries)

    def _miss_at(self, card: Card, path: str, position: int) -> tuple[Miss, int, int] | None:
        """The miss around a position and where it is now, unless its block was written on since."""
        if self._checked.get(card.block.id) is not card.block:
            return None
        paragraphs = dict(texts(card.block)).get(path, ())
        for miss in self._found.get(card.block.id, {}).get(path, ()):
            start, end = _span(paragraphs, miss)
            if start <= position <= end:
                return miss, start, end
        return None

    def _add_mine(self, word: str) -> None:
        try:
            self._words.add(_listed(word))
        except OSError as problem:
            told = _(
                "“{word}” could not be added to your words, and counts until PressKit is closed. {reason}"
            )
            filing.tell(
                self._window,
                _("Your words were not saved"),
                told.format(word=word, reason=problem.strerror or ""),
            )
        self._check()

    def _add_to_kit(self, word: str) -> None:
        if self._workspace is not None:
            self._workspace.session.edit_kit(
                _("Add to this kit’s words"), lambda kit: kit.with_word(_listed(word))
            )
            self._check()

    def _ignore(self, word: str) -> None:
        self._ignored |= {_listed(word)}
        self._check()


class _Result:
    """What a check found: which blocks it looked at, and what they were held against."""

    def __init__(
        self, blocks: tuple[Block, ...], found: dict[str, Misses], standard: tuple[str, frozenset[str]]
    ) -> None:
        self.blocks, self.found, self.standard = blocks, found, standard


def _look_through(
    spellers: Spellers,
    kit: Kit,
    number: int,
    more: frozenset[str],
    standard: tuple[str, frozenset[str]],
    checked: dict[str, Block],
) -> _Result:
    """Checks the blocks that changed since, or all when words became known or the language another."""
    release = kit.releases[number]
    known = known_words(kit, more)
    now = (release.language, known)
    blocks = tuple(block for block in release.blocks if now != standard or checked.get(block.id) is not block)
    speller = spellers.get(release.language)
    assert speller is not None, "asked for a language that has no dictionary"
    return _Result(blocks, check(blocks, release.language, speller, known), now)


def _listed(word: str) -> str:
    """A word as lists keep it: with straight apostrophes, without soft hyphens."""
    return word.replace("’", "'").replace("\u00ad", "")


def _span(paragraphs: Paragraphs, miss: Miss) -> tuple[int, int]:
    """Where a miss is in a field, as Qt counts."""
    before = sum(units(plain(each)) + 1 for each in paragraphs[: miss.paragraph])
    words = plain(paragraphs[miss.paragraph])
    start = before + units(words[: miss.start])
    return start, start + units(miss.word)
