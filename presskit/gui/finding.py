"""Find and replace in the window: what the commands and the find bar do."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from presskit.blocks.quote import approvals_lost
from presskit.gui.editor.fields import LineField
from presskit.gui.editor.marks import Highlights, highlight, places, rect_of, spot
from presskit.gui.editor.textfield import RichField
from presskit.gui.editor.writing import Caret
from presskit.gui.replacing import ask_all, ask_one, length
from presskit.gui.workspace import Workspace
from presskit.i18n import _, ngettext
from presskit.model.patterns import BadPattern, Sought
from presskit.model.release import Release
from presskit.model.search import Match, Scope, Search, texts
from presskit.session import Changed

_LATER = 200  # milliseconds after the last key in a card
_SCROLLED = 30  # milliseconds after the page moved
_PICKED = 200  # letters of a selection that are taken for what is looked for
Place = tuple[int, int, int, int]
"""Block, field, paragraph and letter, by number: places compare in reading order."""


class Finding:
    """Finds in the workspace that is shown. What was looked for last outlives it."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._workspace: Workspace | None = None
        self._search: Search | None = None
        self._matches: list[Match] = []
        self._now: Match | None = None
        self._origin: Caret | None = None  # where the caret was when the bar opened
        self._found: dict[str, dict[str, list[Match]]] = {}  # the matches by block and field
        self._painted: set[tuple[str, str]] = set()
        self._last: tuple[Sought, Scope, str] = (Sought(), "all", "")
        self._problem = ""
        self._later = QTimer(window)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self._again)
        self._scrolled = QTimer(window)
        self._scrolled.setSingleShot(True)
        self._scrolled.setInterval(_SCROLLED)
        self._scrolled.timeout.connect(self._paint)

    def attend(self, workspace: Workspace) -> None:
        """From here on the commands are about this workspace."""
        self._workspace = workspace
        self._search, self._matches, self._now, self._origin = None, [], None, None
        self._found, self._painted = {}, set()
        self._looks = Highlights(workspace.editor.maker.theme)
        bar = workspace.find_bar
        bar.remember(*self._last)
        bar.wanted.connect(self._wanted)
        bar.go.connect(self._step)
        bar.replace_one.connect(self._replace_one)
        bar.replace_all.connect(self._replace_all)
        bar.closed.connect(self._close)
        workspace.changed.connect(self._changed)
        workspace.editor.verticalScrollBar().valueChanged.connect(lambda _value: self._moved())

    # --- commands

    def find_words(self) -> None:
        """Opens the find bar."""
        self._open(replace=False)

    def replace_words(self) -> None:
        """Opens it with the row for replacing."""
        self._open(replace=True)

    def find_next(self) -> None:
        """To the next match."""
        self._step(1)

    def find_previous(self) -> None:
        """To the match before."""
        self._step(-1)

    def find_piece(self) -> None:
        """To the search of the side pane."""
        if self._workspace:
            self._workspace.side.tabs.setCurrentIndex(0)
            self._workspace.side.search.setFocus()
            self._workspace.side.search.selectAll()

    def _open(self, *, replace: bool) -> None:
        if self._workspace is None:
            return
        bar, editor = self._workspace.find_bar, self._workspace.editor
        field = editor.focused_field()
        picked = ""
        if field is not None or not bar.isVisible():
            self._origin, self._now = editor.caret(), None
        if field is not None:
            picked = (
                field.textCursor().selectedText() if isinstance(field, RichField) else field.selectedText()
            )
        if len(picked) > _PICKED or len(picked.splitlines()) > 1:
            picked = ""
        bar.open(replace=replace, text=picked)
        self._look()
        if picked:
            self._now = self._near(self._place_of(self._origin), 1)
        self._show()

    def _close(self) -> None:
        """Takes the marks away; the caret goes to the match at hand, or back to where it was."""
        if self._workspace is None:
            return
        editor = self._workspace.editor
        self._keep()
        was_in_cards = editor.focused_field() is not None
        self._workspace.find_bar.hide()
        now = self._now
        self._later.stop()
        self._matches, self._found, self._now = [], {}, None
        self._paint()
        if was_in_cards:
            return
        target = self._caret_at(now) if now else self._origin
        if target and target.field:
            editor.go(target)
        else:
            editor.go_to_block(target.block if target else editor.current)

    def _keep(self) -> None:
        if self._workspace:
            bar = self._workspace.find_bar
            self._last = (bar.sought(), bar.where(), bar.by.text())

    # --- looking

    def _wanted(self) -> None:
        """Looks for something else, from where the caret was when the bar opened."""
        self._look()
        if self._now not in self._matches:
            self._now = self._near(self._place_of(self._origin), 1)
        if self._now:
            self._go(self._now, focus=False)
        self._show()

    def _look(self) -> None:
        """Searches anew for what the bar says."""
        self._keep()
        sought, where, _by = self._last
        try:
            self._search, self._problem = Search(sought, where), ""
        except BadPattern as problem:
            self._search, self._problem = None, problem.sentence
        self._collect()

    def _moved(self) -> None:
        if self._found or self._painted:
            self._scrolled.start()

    def _collect(self) -> None:
        self._matches, self._found = [], {}
        if self._search is not None and self._workspace is not None:
            try:
                self._matches = self._search.matches(self._workspace.session.release)
            except BadPattern as problem:  # it is not tried again before it changes
                self._search, self._problem = None, problem.sentence
        for match in self._matches:
            self._found.setdefault(match.block, {}).setdefault(match.field, []).append(match)

    def _changed(self, told: Changed) -> None:
        if self._workspace and self._workspace.find_bar.isVisible() and told.before is not told.after:
            self._later.start()

    def _again(self) -> None:
        """The release changed: marks what is there now."""
        if self._workspace and self._workspace.find_bar.isVisible():
            self._collect()
            if self._now not in self._matches:
                self._now = None
            self._show()

    # --- going from match to match

    def _step(self, step: int) -> None:
        if self._workspace is None:
            return
        bar, editor = self._workspace.find_bar, self._workspace.editor
        if not bar.isVisible():
            if not self._last[0].text:
                self._open(replace=False)
                return
            bar.setVisible(True)
            self._origin, self._now = editor.caret(), None
            self._look()
        elif self._later.isActive():
            self._later.stop()
            self._again()
        in_bar = bar.isAncestorOf(QApplication.focusWidget() or editor)
        caret = None if in_bar else editor.caret()
        if self._now is not None and (caret is None or caret == self._caret_at(self._now)):
            at = self._matches.index(self._now) + step
            self._now = self._matches[at % len(self._matches)]
        else:
            self._now = self._near(self._place_of(caret or self._origin), step)
        if self._now:
            self._go(self._now, focus=not in_bar)
        self._show()

    def _near(self, place: Place, step: int) -> Match | None:
        """The first match at or after a place, or the last before it; round the ends of the release."""
        if not self._matches:
            return None
        at = bisect_left(self._matches, place, key=self._place)
        return self._matches[at % len(self._matches) if step > 0 else at - 1]

    def _place(self, match: Match) -> Place:
        return (*self._numbers(match.block, match.field), match.paragraph, match.start)

    def _numbers(self, block_id: str, field: str) -> tuple[int, int]:
        release = self._release()
        block = release.find(block_id)
        if block is None:
            return (0, 0)
        paths = [path for path, _question, _answer in texts(block)]
        return release.index(block_id), paths.index(field) if field in paths else 0

    def _place_of(self, caret: Caret | None) -> Place:
        field = self._field(caret.block, caret.field) if caret else None
        if caret is None:
            return (0, 0, 0, 0)
        first = min(caret.anchor, caret.position)
        return (*self._numbers(caret.block, caret.field), *(spot(field, first) if field else (0, 0)))

    def _field(self, block: str, path: str) -> RichField | LineField | None:
        card = self._workspace.editor.cards.get(block) if self._workspace else None
        field = card.form.field_at(path) if card else None
        return field if isinstance(field, RichField | LineField) else None

    def _caret_at(self, match: Match) -> Caret:
        field = self._field(match.block, match.field)
        if field is None:
            return Caret(match.block, "")
        return Caret(match.block, match.field, *places(field, match.paragraph, match.start, match.end))

    def _go(self, match: Match, *, focus: bool) -> None:
        """Shows a match, with the caret in it where the keyboard is to go there."""
        if self._workspace is None:
            return
        editor = self._workspace.editor
        if card := editor.cards.get(match.block):
            card.form.reveal(match.field)
        caret = self._caret_at(match)
        if focus and caret.field:
            editor.go(caret)
        else:
            editor.mark(match.block)
        QTimer.singleShot(
            0, self._window, lambda: self._reveal(caret)
        )  # a part that opened is laid out by then

    def _reveal(self, caret: Caret) -> None:
        field = self._field(caret.block, caret.field)
        if field is None or self._workspace is None:
            return
        editor = self._workspace.editor
        rect = rect_of(field, caret.anchor)
        page = editor.widget()
        if page is None:
            return
        at = field.mapTo(page, rect.center())
        editor.ensureVisible(at.x(), at.y(), 0, rect.height() // 2 + 60)
        self._paint()

    # --- showing

    def _show(self) -> None:
        self._paint()
        if self._workspace is None:
            return
        count = len(self._matches)
        if not self._last[0].text or self._problem:
            said = ""
        elif not count:
            said = _("Nothing found")
        elif self._now in self._matches:
            said = _("{place} of {count}").format(place=self._matches.index(self._now) + 1, count=count)
        else:
            said = ngettext("{count} match", "{count} matches", count).format(count=count)
        self._workspace.find_bar.tell(said, self._problem)

    def _paint(self) -> None:
        """Marks what is in view and near it: in a long release, marks everywhere would hold up each key."""
        if self._workspace is None:
            return
        editor = self._workspace.editor
        tall = editor.viewport().height()
        top = editor.verticalScrollBar().value() - tall
        painted: set[tuple[str, str]] = set()
        for block, fields in self._found.items():
            card = editor.cards.get(block)
            if card is None or card.geometry().bottom() < top or card.y() > top + 3 * tall:
                continue
            for path, found in fields.items():
                self._mark(block, path, found)
                painted.add((block, path))
        for block, path in self._painted - painted:
            self._mark(block, path, [])
        self._painted = painted

    def _mark(self, block: str, path: str, found: Sequence[Match]) -> None:
        field = self._field(block, path)
        if field is not None:
            spans = [places(field, each.paragraph, each.start, each.end) for each in found]
            now = next((span for span, each in zip(spans, found, strict=True) if each == self._now), None)
            highlight(field, spans, now, self._looks)

    # --- replacing

    def _release(self) -> Release:
        return self._workspace.session.release if self._workspace else Release()

    def _replace_one(self) -> None:
        """Replaces the match at hand and goes to the next; where none is, goes to one first."""
        self._look()
        match = self._now
        if self._workspace is None or self._search is None or match not in self._matches or match is None:
            self._step(1)
            return
        after = self._after([match])
        if after is None:
            return
        lost = approvals_lost(self._release().blocks, after.blocks)
        if lost:
            chosen = ask_one(self._window, lost)
            if chosen == "skip":
                self._now = self._matches[(self._matches.index(match) + 1) % len(self._matches)]
                self._go(self._now, focus=False)
                self._show()
            if chosen != "replace":
                return
        grown = length(after, match) - length(self._release(), match)
        place = self._place(match)
        before = self._caret_at(match)
        self._workspace.session.edit(_("Replace"), lambda _release: after, before=before, after=before)
        self._collect()
        self._now = self._near((*place[:3], match.end + grown), 1)
        if self._now:
            self._go(self._now, focus=False)
        self._show()

    def _replace_all(self) -> None:
        """Replaces every match as one step, and says how many."""
        self._look()
        chosen = self._matches
        after = self._after(chosen) if chosen else None
        if after is None or self._workspace is None:
            if not chosen:
                self._show()
            return
        lost = approvals_lost(self._release().blocks, after.blocks)
        if lost:
            spared = [each for each in chosen if each.block not in {quote.id for quote in lost}]
            answer = ask_all(self._window, lost, len(chosen) - len(spared), len(chosen))
            if answer == "cancel":
                return
            if answer == "skip":
                chosen = spared
                after = self._after(chosen)
        if after is not None and chosen:
            caret = self._workspace.editor.caret()
            label = _("Replace all ({count})").format(count=len(chosen))
            self._workspace.session.edit(label, lambda _release: after, before=caret, after=caret)
        self._now = None
        self._collect()
        self._show()
        said = ngettext("{count} replaced", "{count} replaced", len(chosen)).format(count=len(chosen))
        self._workspace.find_bar.tell(said)

    def _after(self, chosen: Sequence[Match]) -> Release | None:
        """The release with matches replaced; says so when the replacement cannot be read."""
        if self._search is None or self._workspace is None:
            return None
        try:
            return self._search.replaced(self._release(), self._workspace.find_bar.by.text(), chosen)
        except BadPattern as problem:
            self._problem = problem.sentence
            self._show()
            return None
