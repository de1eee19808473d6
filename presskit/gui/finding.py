"""Find and replace in the window: what the commands and the find bar do."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from presskit.gui import filing
from presskit.gui.editor.fields import LineField
from presskit.gui.editor.marks import rect_of
from presskit.gui.editor.releasebar import LANGUAGES
from presskit.gui.editor.textfield import RichField
from presskit.gui.editor.writing import Caret
from presskit.gui.foundmarks import FoundMarks
from presskit.gui.hits import NOTES, Hits
from presskit.gui.replacing import Plan, ask_all, ask_one, ask_where, count, length, planned
from presskit.gui.versions import Versions
from presskit.gui.workspace import Workspace
from presskit.i18n import _, ngettext
from presskit.model.patterns import BadPattern, Sought, prepare
from presskit.model.search import Match, Scope
from presskit.session import Changed

_LATER = 200  # milliseconds after the last key in a card
_PICKED = 200  # letters of a selection that are taken for what is looked for


class Finding:
    """Finds in the workspace that is shown. What was looked for last outlives it. All is found in the
    record."""

    def __init__(self, window: QMainWindow, versions: Versions) -> None:
        self._window, self._versions = window, versions
        self._workspace: Workspace | None = None
        self._hits = Hits()
        self._now: Match | None = None
        self._origin: Caret | None = None  # where the caret was when the bar opened
        self._marks: FoundMarks | None = None
        self._last: tuple[Sought, Scope, str] = (Sought(), "all", "")
        self._later = QTimer()

    def attend(self, workspace: Workspace) -> None:
        """From here on the commands are about this workspace."""
        self._workspace = workspace
        self._now = self._origin = None
        self._hits = Hits()
        self._marks = FoundMarks(workspace.editor, self._hits)
        self._later = QTimer(workspace)  # goes with it: nothing is sought in a kit that was closed
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self._again)
        bar = workspace.find_bar
        bar.remember(*self._last)
        bar.wanted.connect(self._wanted)
        bar.go.connect(self._step)
        bar.replace_one.connect(self._replace_one)
        bar.replace_all.connect(self._replace_all)
        bar.elsewhere.visit.connect(self._visit)
        bar.closed.connect(self._close)
        workspace.changed.connect(self._changed)

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
            self._workspace.side.library.search.setFocus()
            self._workspace.side.library.search.selectAll()

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
        QTimer.singleShot(0, self._window, prepare)
        self._look()
        if picked:
            self._now = self._hits.near(self._hits.place_of(self._origin), 1)
        self._show()

    def _close(self) -> None:
        """Takes the marks away; the caret goes to the match at hand, or back to where it was."""
        if self._workspace is None:
            return
        editor = self._workspace.editor
        self._keep()
        was_in_cards = editor.focused_field() is not None
        self._workspace.find_bar.hide()
        target = self._hits.caret_at(self._now) if self._now else self._origin
        self._later.stop()
        self._hits.forget()
        self._now = None
        self._paint()
        if was_in_cards:
            return
        if target and target.field:
            editor.go(target)
        else:
            editor.go_to_block(target.block if target else editor.current)

    def _keep(self) -> None:
        if self._workspace:
            bar = self._workspace.find_bar
            self._last = (bar.sought(), bar.where(), bar.by.text())

    def _visit(self, where: int) -> None:
        """Shows what was found elsewhere: the first match in another language, or the notes."""
        if self._workspace is None:
            return
        if where == NOTES:
            filing.tell(self._window, _("Inside notes"), self._workspace.session.kit.notes)
            return
        replaces = self._workspace.find_bar.replaces()
        self._keep()
        self._versions.show(where)
        self._open(replace=replaces)
        self._now = next(iter(self._hits.matches), None)
        if self._now:
            self._go(self._now, focus=False)
        self._show()

    # --- looking

    def _wanted(self) -> None:
        """Looks for something else, from where the caret was when the bar opened."""
        self._look()
        if self._now not in self._hits.matches:
            self._now = self._hits.near(self._hits.place_of(self._origin), 1)
        if self._now:
            self._go(self._now, focus=False)
        self._show()

    def _look(self) -> None:
        """Searches anew for what the bar says."""
        self._keep()
        if self._workspace:
            session = self._workspace.session
            self._hits.look(self._last[0], self._last[1], session.kit, session.number)

    def _collect(self) -> None:
        if self._workspace:
            self._hits.collect(self._workspace.session.kit, self._workspace.session.number)

    def _changed(self, told: Changed) -> None:
        if self._workspace and self._workspace.find_bar.isVisible() and told.cause != "saved":
            self._later.start()

    def _again(self) -> None:
        """The kit changed: marks what is there now."""
        if self._workspace and self._workspace.find_bar.isVisible():
            self._collect()
            if self._now not in self._hits.matches:
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
        if self._now is not None and (caret is None or caret == self._hits.caret_at(self._now)):
            self._now = self._hits.after(self._now, step)
        else:
            self._now = self._hits.near(self._hits.place_of(caret or self._origin), step)
        if self._now:
            self._go(self._now, focus=not in_bar)
        self._show()

    def _go(self, match: Match, *, focus: bool) -> None:
        """Shows a match, with the caret in it where the keyboard is to go there."""
        if self._workspace is None:
            return
        editor = self._workspace.editor
        if card := editor.card(match.block):
            card.form.reveal(match.field)
        caret = self._hits.caret_at(match)
        if focus:
            editor.go(caret)
        else:
            editor.mark(match.block)
        QTimer.singleShot(
            0, self._window, lambda: self._reveal(caret)
        )  # a part that opened is laid out by then

    def _reveal(self, caret: Caret) -> None:
        if self._workspace is None:
            return
        editor = self._workspace.editor
        card = editor.card(caret.block)
        field = card.form.field_at(caret.field) if card else None
        page = editor.widget()
        if page is None or not isinstance(field, RichField | LineField):
            return
        rect = rect_of(field, caret.anchor)
        at = field.mapTo(page, rect.center())
        editor.ensureVisible(at.x(), at.y(), 0, rect.height() // 2 + 60)
        self._paint()

    # --- showing

    def _show(self) -> None:
        self._paint()
        if self._workspace is None:
            return
        found, problem = len(self._hits.matches), self._hits.problem
        if not self._last[0].text or problem:
            said = ""
        elif not found:
            said = _("Nothing found")
        elif self._now in self._hits.matches:
            said = _("{place} of {count}").format(place=self._hits.matches.index(self._now) + 1, count=found)
        else:
            said = ngettext("{count} match", "{count} matches", found).format(count=found)
        bar = self._workspace.find_bar
        bar.tell(said, problem)
        releases = self._workspace.session.kit.releases
        languages = {value: _(label) for value, label in LANGUAGES}
        names = {at: languages.get(each.language, each.language) for at, each in enumerate(releases)}
        bar.elsewhere.show_counts(self._hits.elsewhere, {**names, NOTES: _("the inside notes")})

    def _paint(self) -> None:
        if self._marks is not None:
            self._marks.paint(self._now)

    # --- replacing

    def _replace_one(self) -> None:
        """Replaces the match at hand and goes to the next; where none is, goes to one first."""
        self._look()
        match = self._now
        if self._workspace is None or match is None or match not in self._hits.matches:
            self._step(1)
            return
        session = self._workspace.session
        plan = self._planned({session.number: [match]})
        if plan is None:
            return
        if plan.lost:
            chosen = ask_one(self._window, plan.quotes())
            if chosen == "skip":
                self._now = self._hits.after(match, 1)
                self._go(self._now, focus=False)
                self._show()
            if chosen != "replace":
                return
        after = plan.kit.releases[session.number]
        grown = length(after, match) - length(session.release, match)
        place, before = self._hits.place(match), self._hits.caret_at(match)
        session.edit(_("Replace"), lambda _release: after, before=before, after=before)
        self._collect()
        self._now = self._hits.near((*place[:3], match.end + grown), 1)
        if self._now:
            self._go(self._now, focus=False)
        self._show()

    def _replace_all(self) -> None:
        """Replaces every match as one step, and says how many; asks where the kit has others."""
        self._look()
        if self._workspace is None or self._hits.search is None:
            return
        session, elsewhere = self._workspace.session, self._hits.elsewhere
        here, others = len(self._hits.matches), sum(elsewhere.values())
        where = "here" if not others else ask_where(self._window, here, here + others)
        if where == "cancel" or not (here or where == "kit"):
            self._show()
            return
        whole = where == "kit"
        chosen = self._hits.in_kit() if whole else {session.number: self._hits.matches}
        in_notes = elsewhere.get(NOTES, 0) if whole else 0
        plan = self._planned(chosen, notes=bool(in_notes))
        if plan is None:
            return
        if plan.lost:
            spared = plan.spared(chosen)
            total = count(chosen) + in_notes
            answer = ask_all(self._window, plan.quotes(), count(chosen) - count(spared), total)
            if answer == "cancel":
                return
            if answer == "skip":
                chosen, plan = spared, self._planned(spared, notes=bool(in_notes))
        replaced = count(chosen) + in_notes
        if plan is not None and replaced:
            caret, after = self._workspace.editor.caret(), plan.kit
            label = _("Replace all ({count})").format(count=replaced)
            session.keep()
            session.edit_kit(label, lambda _kit: after, before=caret, after=caret)
        self._now = None
        self._collect()
        self._show()
        said = ngettext("{count} replaced", "{count} replaced", replaced).format(count=replaced)
        self._workspace.find_bar.tell(said)

    def _planned(self, chosen: Mapping[int, Sequence[Match]], *, notes: bool = False) -> Plan | None:
        """What replacing would do; says so when the replacement cannot be read."""
        if self._hits.search is None or self._workspace is None:
            return None
        kit, by = self._workspace.session.kit, self._workspace.find_bar.by.text()
        try:
            return planned(self._hits.search, kit, by, chosen, notes=notes)
        except BadPattern as problem:
            self._hits.problem = problem.sentence
            self._show()
            return None
