"""The checks of the kit that is shown: judged off the window's thread, listed, marked, and put right."""

from collections.abc import Sequence
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMainWindow, QMenu, QToolTip, QWidget

from presskit.blocks import BY_KIND
from presskit.blocks.quote import approvals_lost
from presskit.checking import (
    BY_ID,
    Finding,
    mended,
    passing,
    without_passing,
)
from presskit.gui.actions import Actions, TopBar
from presskit.gui.blockactions import BlockActions
from presskit.gui.checks.ignoring import IgnoreDialog
from presskit.gui.checks.judging import Judging
from presskit.gui.checks.marking import Marking
from presskit.gui.checks.panel import pill_words
from presskit.gui.checks.row import act_label, why
from presskit.gui.editor.card import Card
from presskit.gui.editor.fields import LineField
from presskit.gui.editor.spots import places
from presskit.gui.editor.textfield import RichField
from presskit.gui.editor.writing import Caret
from presskit.gui.library.desk import Desk
from presskit.gui.replacing import ask_correction
from presskit.gui.theme import Theme
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.model.passed import How
from presskit.model.profile import profile, profile_names
from presskit.model.release import Release
from presskit.model.search import words_at

_DELETE = Qt.WidgetAttribute.WA_DeleteOnClose


class Owner(Protocol):
    """What is needed of the window."""

    theme: Theme
    bar: TopBar | None
    actions_: Actions
    blocks: BlockActions


class Checking(QObject):
    """The commands about findings. graded: how hard the text is to read, or None."""

    graded = Signal(object)

    def __init__(self, window: QMainWindow, owner: Owner, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._owner = window, owner
        self._workspace: Workspace | None = None
        self._marking: Marking | None = None
        self._came_to: Finding | None = None
        self.findings: tuple[Finding, ...] = ()
        self._judging = Judging(self, desk)
        self._judging.judged.connect(self._show)
        self._judging.graded.connect(self.graded)
        self._judging.failed.connect(self._tell_failed)

    def attend(self, workspace: Workspace) -> None:
        """From here on it is about this workspace."""
        self._workspace, self._came_to, self.findings = workspace, None, ()
        self._marking = Marking(workspace.editor, self._owner.theme)
        workspace.changed.connect(self._judging.changed)
        workspace.editor.text_menu.connect(self._fill)
        panel = workspace.checks
        panel.went.connect(self.go_to)
        panel.acted.connect(self.act)
        panel.menu_asked.connect(self._open_menu)
        panel.house_asked.connect(self._open_houses)
        panel.passed_asked.connect(self._open_passed)
        self._judging.attend(workspace.session)

    def leave(self) -> None:
        """No workspace is shown any more."""
        self._judging.leave()
        self._workspace, self._marking, self.findings = None, None, ()
        if self._owner.bar is not None:
            self._owner.bar.show_checks("", "")

    def close(self) -> None:
        """Stops its thread."""
        self.leave()
        self._judging.close()

    def _tell_failed(self) -> None:
        self._window.statusBar().showMessage(_("The checks could not be run. Nothing else is affected."))

    def _show(self, findings: tuple[Finding, ...], release: Release) -> None:
        if self._workspace is None or self._marking is None:
            return
        kit = self._workspace.session.kit
        self.findings = findings
        self._marking.show(findings, release.blocks)
        house = profile(release.profile)
        self._workspace.checks.show_findings(kit, findings, _(house.name), len(kit.passed))
        if self._owner.bar is not None:
            self._owner.bar.show_checks(*(pill_words(kit, findings) if release.blocks else ("", "")))

    # --- going to them

    def checks(self) -> None:
        """Shows or hides the list."""
        if self._workspace is not None:
            self._workspace.checks.fold.toggle()

    def next_finding(self) -> None:
        """To the next finding of the list, from the beginning again after the end."""
        self._step(1)

    def previous_finding(self) -> None:
        """To the one before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self._workspace is None:
            return
        panel = self._workspace.checks
        panel.fold.setChecked(False)
        if not self.findings:
            self._window.statusBar().showMessage(_("The checks find nothing."), 5000)
            return
        rows = min(len(self.findings), panel.list.count())
        at = panel.list.currentRow()
        begun = self._came_to is not None and panel.current() == self._came_to
        panel.list.setCurrentRow(((at + step) if begun else max(at, 0)) % rows)
        if (finding := panel.current()) is not None:
            self.go_to(finding)

    def go_to(self, finding: Finding) -> None:
        """Selects the letters that a finding is about, or goes to its block."""
        self._came_to = finding
        if self._workspace is None:
            return
        editor, release = self._workspace.editor, self._workspace.session.release
        block = release.find(finding.block) if finding.block else None
        if block is None:
            self._workspace.checks.list.setFocus()
        elif finding.path:
            card = editor.card(finding.block)
            if card is not None:
                card.form.reveal(finding.path)
            texts = words_at(block, finding.path)
            start, end = places(texts, finding.paragraph, finding.start, finding.end)
            editor.go(Caret(finding.block, finding.path, start, end))
        else:
            editor.go_to_block(finding.block)

    # --- putting right

    def fix_finding(self) -> None:
        """Does what the button beside the chosen finding says."""
        finding = self._workspace.checks.current() if self._workspace else None
        if finding is not None:
            self.act(finding)

    def act(self, finding: Finding) -> None:
        """Puts a finding right, or goes where that can be done."""
        if self._workspace is None:
            return
        if finding.fix:
            self._mend([finding])
            return
        self.go_to(finding)
        commands = self._owner.actions_.commands
        match finding.act:
            case "dateline" | "approval":
                commands[finding.act].trigger()
            case "correction":
                commands["make_correction"].trigger()
            case "line":
                self._workspace.bar.line.setFocus()
            case "contacts" | "boilerplate":
                self._add(finding.act)
            case "partner":
                self._workspace.side.show_approvals()
            case _:
                pass

    def _add(self, kind: str) -> None:
        """Goes to the block of a kind, or adds one."""
        assert self._workspace is not None
        release = self._workspace.session.release
        there = next((block for block in release.blocks if block.kind == kind), None)
        if there is not None:
            self._workspace.editor.go_to_block(there.id)
        else:
            self._owner.blocks.add(BY_KIND[kind])

    def _mend(self, findings: Sequence[Finding]) -> None:
        assert self._workspace is not None
        session = self._workspace.session
        before, after = session.release, mended(session.release, list(findings))
        if after is before:
            self._judging.look()
            return
        lost = approvals_lost(before.blocks, after.blocks)
        if lost and not ask_correction(self._window, lost[0]):
            return
        name = _(BY_ID[findings[0].rule].name)
        session.edit(_("Put right: {name}").format(name=name), lambda _release: after)

    # --- passing over

    def ignore_finding(self) -> None:
        """Passes over the chosen finding, with a note."""
        finding = self._workspace.checks.current() if self._workspace else None
        if finding is not None:
            self._ignore(finding)

    def _ignore(self, finding: Finding) -> None:
        assert self._workspace is not None
        dialog = IgnoreDialog(self._window, finding)
        if dialog.exec():
            self._pass([finding], dialog.how(), dialog.reason.text())
        dialog.deleteLater()

    def _pass(self, findings: Sequence[Finding], how: How, note: str) -> None:
        assert self._workspace is not None
        self._workspace.session.edit_kit(_("Ignore a finding"), lambda kit: passing(kit, findings, how, note))

    # --- menus

    def _open_menu(self, finding: Finding, at: QPoint) -> None:
        menu = QMenu(self._window)
        self._offer(menu, finding)
        menu.setAttribute(_DELETE)
        menu.popup(at)

    def _offer(self, menu: QMenu, finding: Finding) -> None:
        same = [each for each in self.findings if each.rule == finding.rule and each.fix]
        label = act_label(finding)
        if finding.fix:
            label = _("Put right: “{new}”").format(new=finding.fix[0].text or "–")
        menu.addAction(label.replace("&", "&&")).triggered.connect(lambda: self.act(finding))
        if finding.fix and len(same) > 1:
            told = _("Put right all {count} of “{name}”").format(
                count=len(same), name=_(BY_ID[finding.rule].name)
            )
            menu.addAction(told.replace("&", "&&")).triggered.connect(lambda: self._mend(same))
        menu.addSeparator()
        menu.addAction(_("Ignore this one…")).triggered.connect(lambda: self._ignore(finding))
        told = _("Ignore “{name}” in this kit").format(name=_(BY_ID[finding.rule].name))
        menu.addAction(told.replace("&", "&&")).triggered.connect(lambda: self._pass([finding], "always", ""))
        menu.addSeparator()
        reasons = menu.addAction(_("Why?"))
        reasons.triggered.connect(lambda: self._tell(finding))

    def _tell(self, finding: Finding) -> None:
        QToolTip.showText(QCursor.pos(), why(finding), self._window)

    def _fill(self, card: Card, path: str, menu: QMenu, position: int) -> None:
        """Puts what the checks found at a position above the rest of its field's menu."""
        field = card.form.field_at(path)
        if not isinstance(field, RichField | LineField):
            return
        texts = words_at(card.block, path)
        for each in self.findings:
            if each.block != card.block.id or each.path != path or not each.letters:
                continue
            start, end = places(texts, each.paragraph, each.start, each.end)
            words = texts[each.paragraph] if each.paragraph < len(texts) else ""
            if start <= position <= end and words[each.start : each.end] == each.letters:
                first = menu.actions()[0] if menu.actions() else None
                part = QMenu(each.words.replace("&", "&&"), menu)
                self._offer(part, each)
                menu.insertMenu(first, part) if first else menu.addMenu(part)

    def _open_houses(self, below: QWidget) -> None:
        """The house styles to choose from."""
        if self._workspace is None:
            return
        session = self._workspace.session
        menu = QMenu(self._window)
        menu.setAttribute(_DELETE)
        for name in profile_names():
            action = menu.addAction(_(profile(name).name))
            action.setCheckable(True)
            action.setChecked(name == profile(session.release.profile).id)
            action.triggered.connect(
                lambda _on=False, name=name: session.edit(
                    _("House style"), lambda release: replace(release, profile=name)
                )
            )
        menu.addSeparator()
        menu.addAction(self._owner.actions_.commands["house_style"])
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def _open_passed(self, below: QWidget) -> None:
        """What is passed over; choosing one brings it back."""
        if self._workspace is None:
            return
        session = self._workspace.session
        menu = QMenu(self._window)
        menu.setAttribute(_DELETE)
        menu.addSection(_("Choose one to have it checked again"))
        for each in session.kit.passed:
            name = _(BY_ID[each.rule].name) if each.rule in BY_ID else each.rule
            label = _("{name}: {note}").format(name=name, note=each.note) if each.note else name
            action = menu.addAction(label.replace("&", "&&"))
            action.triggered.connect(
                lambda _on=False, each=each: session.edit_kit(
                    _("Check it again"), lambda kit: without_passing(kit, each)
                )
            )
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))
