"""The commands about the languages of a kit: adding one, and bringing a translation up to date."""

from collections.abc import Callable, Iterable
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow

from presskit.gui import filing
from presskit.gui.actions import Actions
from presskit.gui.editor.card import Card
from presskit.gui.theme import Theme
from presskit.gui.translation.adding import AddLanguageDialog
from presskit.gui.translation.beside import Beside
from presskit.gui.translation.names import named
from presskit.gui.versions import Versions
from presskit.gui.workspace import Workspace
from presskit.i18n import _, ngettext
from presskit.model.block import Block
from presskit.model.release import Release
from presskit.model.translation import (
    NEEDS_WORK,
    Progress,
    Watch,
    as_original,
    in_order,
    paired,
    settled,
    with_language,
    with_missing,
    with_original,
    without_language,
)
from presskit.session import Session
from presskit.settings import Settings

_SOON = 120  # milliseconds after a key until the states are told anew
_SAID_FOR = 8000  # milliseconds


class Owner(Protocol):
    """What is needed of the window."""

    theme: Theme
    workspace: Workspace | None
    actions_: Actions
    versions: Versions
    settings: Settings

    def keep(self, settings: Settings) -> None:
        """Remembers the settings."""

    def show_session(self, session: Session) -> None:
        """Shows a kit, in the language that its session is about."""


class Translating:
    """Languages of the kit that is shown."""

    def __init__(self, window: QMainWindow, owner: Owner) -> None:
        self._window, self._owner = window, owner
        self._watches: list[Watch] = []
        self._found: list[Progress] = []
        self._origins: dict[str, Block] = {}
        self._soon = QTimer(window)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._refresh)

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        bar = workspace.languages
        bar.chosen.connect(self._owner.versions.show)
        bar.missing.connect(self._add_missing)
        bar.command.connect(lambda name: getattr(self, name)())
        workspace.changed.connect(lambda _told: self._later())
        workspace.editor.card_made.connect(self._dress)
        self._owner.actions_.commands["side_by_side"].setCheckable(True)
        self._refresh()

    @property
    def _beside(self) -> bool:
        return self._owner.settings.side_by_side

    def _show_beside(self, beside: bool) -> None:
        self._owner.keep(replace(self._owner.settings, side_by_side=beside))

    @property
    def _workspace(self) -> Workspace | None:
        return self._owner.workspace

    # --- languages

    def add_language(self) -> None:
        """Asks for a language, and adds a release in it."""
        if (session := self._session()) is None:
            return
        dialog = AddLanguageDialog(self._window, (each.language for each in session.kit.releases))
        if dialog.exec() and (language := dialog.language()):
            words = dialog.with_words()
            session.edit_kit(
                _("Add {language}").format(language=named(language)),
                lambda kit: with_language(kit, language, words=words),
            )
            self._show_beside(True)
            self._owner.versions.show(len(session.kit.releases) - 1)
        dialog.deleteLater()

    def remove_language(self) -> None:
        """Takes the language that is shown out of the kit, once that was asked."""
        session = self._session()
        if session is None or len(session.kit.releases) < 2:
            return
        name, blocks = named(session.release.language), len(session.release.blocks)
        told = ngettext(
            "The release in {language} goes, with its {count} block, its approvals and its state. Undo "
            "brings it back.",
            "The release in {language} goes, with its {count} blocks, its approvals and its state. Undo "
            "brings it back.",
            blocks,
        ).format(language=name, count=blocks)
        if session.number == 0:
            heir = named(session.kit.releases[1].language)
            told += "\n\n" + _("{language} is the original from then on.").format(language=heir)
        title = _("Remove this language")
        if (
            filing.ask(self._window, title, told, ("remove", _("Remove")), ("cancel", _("Cancel")))
            != "remove"
        ):
            return
        number = session.number
        session.keep()
        session.edit_kit(
            _("Remove {language}").format(language=name), lambda kit: without_language(kit, number)
        )
        self._owner.show_session(session)

    def make_original(self) -> None:
        """The language that is shown is what all others translate."""
        session = self._session()
        if session is None or not session.number:
            return
        number = session.number
        session.keep()
        session.edit_kit(_("Make it the original"), lambda kit: with_original(kit, number))
        session.number = 0
        self._owner.show_session(session)
        told = _("{language} is the original now: its files have the kit’s name alone.")
        self._say(told.format(language=named(session.release.language)))

    # --- a translation

    def side_by_side(self) -> None:
        """Shows the original beside each block, or no longer."""
        self._show_beside(not self._beside)
        self._refresh()

    def next_to_translate(self) -> None:
        """To the next block that somebody should look at."""
        self._go(1)

    def previous_to_translate(self) -> None:
        """To the one before."""
        self._go(-1)

    def up_to_date(self) -> None:
        """The block at hand says what its original says."""
        if self._workspace is not None and (here := self._workspace.editor.current):
            self._settle((here,))

    def all_up_to_date(self) -> None:
        """All blocks do whose originals changed or are gone; those not translated yet stay so."""
        self._settle(self._in_states("changed", "gone"))

    def original_words(self) -> None:
        """The block at hand begins anew with the original's words."""
        if self._workspace is not None and (here := self._workspace.editor.current):
            self._take(here)

    def original_order(self) -> None:
        """The blocks stand as in the original."""
        self._edit(_("Follow the original’s order"), in_order)

    def pair_blocks(self) -> None:
        """Blocks that do not say so yet translate those that stand in their place in the original."""
        self._edit(_("Match with the original"), paired)

    # --- how

    def _session(self) -> Session | None:
        return self._workspace.session if self._workspace is not None else None

    def _edit(self, label: str, change: Callable[[Release, Release], Release]) -> None:
        """A step that changes the translation by its original."""
        session = self._session()
        if session is not None and session.number:
            original = session.kit.releases[0]
            session.edit(label, lambda release: change(release, original))
            self._refresh()

    def _settle(self, blocks: Iterable[str]) -> None:
        wanted = tuple(blocks)
        self._edit(_("Mark as up to date"), lambda release, original: settled(release, original, wanted))

    def _take(self, block_id: str) -> None:
        self._edit(
            _("Use the original’s words"), lambda release, original: as_original(release, original, block_id)
        )

    def _add_missing(self, blocks: tuple[str, ...]) -> None:
        before = {block.id for block in self._session().release.blocks} if self._session() else set()  # type: ignore[union-attr]
        self._edit(
            _("Add what is missing"), lambda release, original: with_missing(release, original, blocks)
        )
        if self._workspace is not None:
            fresh = [each.id for each in self._workspace.session.release.blocks if each.id not in before]
            if fresh:
                self._workspace.editor.go_to_block(fresh[0])

    def _in_states(self, *states: str) -> list[str]:
        session = self._session()
        if session is None or not session.number:
            return []
        self._look()
        known = self._found[session.number].states
        return [block.id for block in session.release.blocks if known[block.id] in states]

    def _go(self, step: int) -> None:
        if self._workspace is None:
            return
        waiting = set(self._in_states(*NEEDS_WORK))
        blocks = [block.id for block in self._workspace.session.release.blocks]
        if not waiting:
            self._say(_("Everything is translated and up to date."))
            return
        here = self._workspace.editor.current
        at = blocks.index(here) if here in blocks else -1 if step > 0 else 0
        around = [blocks[(at + step * far) % len(blocks)] for far in range(1, len(blocks) + 1)]
        self._workspace.editor.go_to_block(next(each for each in around if each in waiting))

    def _say(self, sentence: str) -> None:
        self._window.statusBar().showMessage(sentence, _SAID_FOR)

    # --- in step

    def _later(self) -> None:
        session = self._session()
        if session is not None and len(session.kit.releases) != len(self._found):
            self._refresh()
        elif len(self._found) > 1:
            self._soon.start()

    def _look(self) -> None:
        assert self._workspace is not None
        kit = self._workspace.session.kit
        if len(self._watches) != len(kit.releases):
            self._watches = [Watch() for _release in kit.releases]
        self._origins = {block.id: block for block in kit.releases[0].blocks}
        self._found = [watch.look(kit, number) for number, watch in enumerate(self._watches)]

    def _refresh(self) -> None:
        if self._workspace is None:
            return
        self._look()
        session = self._workspace.session
        beside = self._beside and session.number > 0
        self._workspace.languages.show_kit(session.kit, session.number, self._found, beside=beside)
        self._owner.actions_.commands["side_by_side"].setChecked(beside)
        self._owner.actions_.commands["side_by_side"].setEnabled(session.number > 0)
        for card in tuple(self._workspace.editor.cards.values()):
            self._dress(card)

    def _dress(self, card: Card) -> None:
        """Puts the original beside a card, brings it up to date, or takes it away."""
        assert self._workspace is not None
        session = self._workspace.session
        state = None
        if self._beside and 0 < session.number < len(self._found):
            state = self._found[session.number].states.get(card.block.id)
        if state is None:
            if card.beside is not None:
                card.put_beside(None)
            return
        beside = card.beside
        if not isinstance(beside, Beside):
            beside = Beside(self._owner.theme)
            block_id = card.block.id
            beside.settle.connect(lambda: self._settle((block_id,)))
            beside.take.connect(lambda: self._take(block_id))
            card.put_beside(beside)
        origin = self._origins.get(card.block.translated.of) if card.block.translated else None
        beside.show_state(card.block, origin, state, session.kit.releases[0].language)
