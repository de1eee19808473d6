"""Export: which formats, where to, and how far it has come."""

import os
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from presskit.checking import Finding, passing, stopping
from presskit.exporting import FORMATS, Planned, Report, can_write, export, planned, praise, trouble
from presskit.gui.checks.gatebox import GateBox
from presskit.gui.dialogs.languages import LanguageBoxes, embargoes, in_language
from presskit.gui.dialogs.small import FormDialog
from presskit.gui.filing import is_there
from presskit.gui.lane import Lane
from presskit.gui.library.clearing import Cleared, Clearing
from presskit.i18n import N_, _
from presskit.session import Session

_LONGEST = 240  # bytes of a file name, with room for its ending


class ExportDialog(FormDialog):
    """Writes the release in the formats and languages chosen.

    written: folder and formats, once files were written. allowed: whether fonts of this computer may
    stand in for what PressKit's lack, once that was changed. wanted: the number of a release and the id of
    a block in it to go to.
    """

    written = Signal(str, object)
    wanted = Signal(int, str)
    allowed = Signal(bool)

    title, go, go_over = N_("Export"), N_("Export"), N_("Replace and export")
    go_anyway = N_("Export all the same")
    inside = True  # whether it offers what is for colleagues, too
    one_language = False  # whether it is about the release that is shown alone

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        lane: Lane,
        clearing: Clearing,
        stem: str,
        folder: str,
        formats: tuple[str, ...],
    ) -> None:
        super().__init__(parent, _(self.title), _(self.go))
        self._session, self._lane, self._clearing = session, lane, clearing
        self._waiting: list[Planned] = []
        self._done: list[tuple[Path, Report]] = []
        self._problems: list[str] = []
        self._running = False
        self._closed = False
        self._place_wanted = (session.number, "")
        self._planned = 0
        self.setMinimumWidth(560)
        self.preface()
        self.languages = LanguageBoxes(session.kit.releases, session.number)
        self.languages.changed.connect(self._check)
        if len(session.kit.releases) > 1 and not self.one_language:
            self.row(_("Languages"), self.languages, "exportLanguages")
        else:
            self.languages.setParent(self)
            self.languages.hide()
        self.formats: dict[str, QCheckBox] = {}
        boxes = QWidget()
        row = QVBoxLayout(boxes)
        row.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        below = QVBoxLayout(inside)
        below.setContentsMargins(0, 0, 0, 0)
        for kind in FORMATS:
            if kind.internal and not self.inside:
                continue
            box = QCheckBox(_(kind.label))
            box.setObjectName(f"format-{kind.id}")
            # What is for the house alone is chosen anew each time, lest it be sent by habit.
            box.setChecked(kind.id in formats and not kind.internal)
            box.toggled.connect(self._check)
            self.formats[kind.id] = box
            (below if kind.internal else row).addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        self.row(_("For reporters"), boxes, "formats")
        inside.setVisible(self.inside)
        if self.inside:
            self.row(_("For colleagues"), inside, "internalFormats")
        self.folder = QLineEdit(folder)
        self.folder.textChanged.connect(self._check)
        browse = QPushButton(_("Choose…"))
        browse.setAutoDefault(False)  # Enter exports
        browse.clicked.connect(self._browse)
        where = QWidget()
        place = QHBoxLayout(where)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.folder, 1)
        place.addWidget(browse)
        self.row(_("Folder"), where, "where")
        self.folder.setObjectName("folder")
        self.folder.setAccessibleName(_("Folder"))
        self.name = QLineEdit(stem)
        self.name.textChanged.connect(self._check)
        self.row(_("File name"), self.name, "fileName")
        self.embargo = self.note()
        self.embargo.setObjectName("embargoNote")
        self.message = self.note()
        self.trouble = self.note()
        self.trouble.setProperty("tone", "bad")
        self.trouble.hide()
        self.gate = GateBox()
        self.gate.changed.connect(self._name_button)
        self.form.addRow(self.gate)
        self.fonts = QCheckBox(_("Let fonts of this computer stand in"))
        self.fonts.setObjectName("systemFonts")
        self.fonts.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.fonts.toggled.connect(self.allowed)
        self.fonts.hide()  # until it matters
        self.form.addRow(self.fonts)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Progress of the export"))
        self.progress.hide()
        self.form.addRow(self.progress)
        self.finish()
        self.reveal = QPushButton(_("Show the files"))
        self.reveal.setAutoDefault(False)
        self.reveal.setObjectName("reveal")
        self.reveal.clicked.connect(self._reveal)
        self.reveal.hide()
        self.form.addRow(self.reveal)
        self.go_button = QPushButton(_("Go to the block"))
        self.go_button.setAutoDefault(False)
        self.go_button.setObjectName("goToBlock")
        self.go_button.clicked.connect(self._go)
        self.go_button.hide()
        self.form.addRow(self.go_button)
        self.buttons.accepted.disconnect()
        self.buttons.accepted.connect(self._start)
        self._check()

    def preface(self) -> None:
        """What stands above the formats."""

    def allow(self, system_fonts: bool) -> None:
        """Ticks that fonts of this computer may stand in, as the user once chose."""
        self.fonts.setChecked(system_fonts)
        self.fonts.setVisible(system_fonts)

    def chosen(self) -> tuple[str, ...]:
        """The formats that are ticked."""
        return tuple(name for name, box in self.formats.items() if box.isChecked())

    def _place(self) -> Path:
        text = self.folder.text().strip()
        try:
            return Path(text).expanduser()
        except RuntimeError:  # "~nobody"
            return Path(text)

    def _files(self) -> list[Planned]:
        kit, name = self._session.kit, self.name.text().strip()
        return planned(kit, self.languages.chosen(), name, self._place(), self.chosen())

    def _check(self) -> None:
        stem, folder = self.name.text().strip(), self._place()
        problem = ""
        self.embargo.setText(embargoes(self._session.kit, self.languages.chosen()))
        self.embargo.setVisible(bool(self.embargo.text()))
        if not self.languages.chosen():
            problem = _("Choose at least one language.")
        elif not self.chosen():
            problem = _("Choose at least one format.")
        elif not stem or stem in {".", ".."} or any(letter in stem for letter in '/\\:*?"<>|'):
            problem = _('A file name has letters, and none of / \\ : * ? " < > |.')
        elif max(len(os.fsencode(file.path.stem)) for file in self._files()) > _LONGEST:
            problem = _("The file name is too long.")
        elif not self.folder.text().strip():
            problem = _("Choose a folder.")
        elif not is_there(folder) or not folder.is_dir():
            problem = _("There is no folder {folder}.").format(folder=folder)
        elif not can_write(folder):
            problem = _("Nothing can be written to {folder}.").format(folder=folder)
        files = [] if problem else self._files()
        over = [file.path.name for file in files if is_there(file.path)]
        self.accept_button.setEnabled(not problem and not self._running)
        self.accept_button.setText(_(self.go_over if over else self.go))
        names = ", ".join(over or [file.path.name for file in files])
        told = (
            _("These files are there already and will be replaced: {names}") if over else _("Files: {names}")
        )
        self.message.setText(problem or told.format(names=names))
        self.message.show()
        self.trouble.hide()
        self.go_button.hide()

    def _browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("Export to"), self.folder.text())
        if name:
            self.folder.setText(name)

    def _start(self) -> None:
        if self.gate.findings and not self.gate.holds():
            self._overrule()
        self.gate.show_findings(())
        self._waiting = self._files()
        self._planned = len(self._waiting)
        self._done, self._problems, self._running = [], [], True
        self.progress.setRange(0, len(self._waiting))
        self.progress.setValue(0)
        self.progress.show()
        self.reveal.hide()
        self.trouble.hide()
        self.go_button.hide()
        self.accept_button.setEnabled(False)
        self.message.setText(_("Asking the library who agreed to be named …"))
        self.message.show()
        self._ask(self.languages.chosen())

    def _ask(self, numbers: list[int]) -> None:
        """Asks the library about these releases, one after the other."""
        first, *rest = numbers
        self._clearing.ask(self._session.kit, first, lambda found: self._cleared(found, first, rest))

    def _cleared(self, found: Cleared, number: int, rest: list[int]) -> None:
        """Goes on, unless somebody in the release did not agree to it. rest: the releases still to be asked
        about."""
        if self._closed:
            return
        if found.objections:
            self._place_wanted = (number, found.objections[0].block)
            told = " ".join(each.words for each in found.objections)
            self._problems.append(_("Nothing was written. {reasons}").format(reasons=told))
            self._waiting = []
            self.go_button.show()
        elif found.unknown and found.unknown not in self._problems:
            self._problems.append(found.unknown)
        if self._waiting and rest:
            self._ask(rest)
        elif self._waiting and not all(kind.internal for kind in FORMATS if kind.id in self.chosen()):
            kit, numbers = self._session.kit, sorted({file.number for file in self._waiting})
            self._lane.queue(
                lambda: [(each, stops) for each in numbers if (stops := stopping(kit, each))], self._judged
            )
        else:
            self._next()

    def _judged(self, found: list[tuple[int, list[Finding]]] | Exception) -> None:
        """Goes on, unless a check stops it for which nobody has given a reason."""
        if self._closed:
            return
        if isinstance(found, Exception):
            self._problems.append(str(found))
            self._waiting = []
        elif found:
            several = len({file.number for file in self._waiting}) > 1
            self.gate.show_findings(
                [
                    in_language(each, self._session.kit.releases[number]) if several else each
                    for number, some in found
                    for each in some
                ]
            )
            places = ((number, each.block) for number, some in found for each in some if each.block)
            self._place_wanted = next(places, (self._session.number, ""))
            self._waiting = []
            self.go_button.setVisible(bool(self._place_wanted[1]))
        self._next()
        if self.gate.findings:
            self.gate.reason.setFocus()

    def _overrule(self) -> None:
        """Keeps the reason why it goes out all the same, and what it is about, in the kit."""
        found, reason = self.gate.findings, self.gate.reason.text()
        self._session.edit_kit(
            _("Send it all the same"), lambda kit: passing(kit, found, "overridden", reason)
        )

    def _go(self) -> None:
        self.wanted.emit(*self._place_wanted)
        self.reject()

    def _next(self) -> None:
        if not self._waiting or not self._running:
            self.finished_writing()
            return
        number, name, path = self._waiting.pop(0)
        self.message.show()
        self.message.setText(_("Writing {name} …").format(name=path.name))
        kit = self._session.kit
        fonts, origin = self.fonts.isChecked(), self._session.path
        self._lane.queue(
            lambda: export(kit, number, name, path, system_fonts=fonts, origin=origin),
            lambda result: self._written(result, path),
        )

    def _written(self, result: Report | Exception, path: Path) -> None:
        if self._closed:
            return
        if isinstance(result, Exception):
            self._problems.append(str(result))
            offered = getattr(result, "offers", ())  # of an ExportProblem
            if offered:
                self.fonts.setText(_("Use {fonts} of this computer").format(fonts=", ".join(offered)))
                self.fonts.show()
        else:
            self._done.append((path, result))
            if wrong := trouble(result):
                told = _("{file} was written, but do not send it before you have looked at it. {wrong}")
                self._problems.append(told.format(file=path.name, wrong=wrong))
        self.progress.setValue(self.progress.value() + 1)
        self._next()

    def finished_writing(self) -> None:
        """Says what came of it."""
        cancelled = not self._running and self._waiting
        self._running = False
        self.progress.hide()
        lines = []
        if self._done:
            lines.append(_("Written and checked:"))
            lines += [f"{path.name}: {praise(found)}" for path, found in self._done if not trouble(found)]
            self.written.emit(self.folder.text().strip(), self.chosen())
        if cancelled:
            lines.append(_("Canceled; the other files were not written."))
        self._name_button()
        for label, told in ((self.message, lines), (self.trouble, self._problems)):
            label.setText("\n".join(told))
            label.setVisible(bool(told))
            label.setMinimumHeight(label.heightForWidth(self.message.width()) if told else 0)
        self.leave_button.setText(_("Close"))
        self.reveal.setVisible(bool(self._done))

    def _name_button(self) -> None:
        """What the button does next: while something stops it, it wants a reason."""
        stopped = bool(self.gate.findings)
        self.accept_button.setEnabled(not self.gate.holds())
        again = self.go_over if self._done else self.go
        self.accept_button.setText(_(self.go_anyway if stopped else again))

    def _reveal(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text().strip()))

    def done(self, result: int) -> None:
        """What is still being written tells nobody."""
        self._closed = True
        super().done(result)

    def reject(self) -> None:
        """Cancels what runs; a second time closes."""
        if self._running:
            self._running = False
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing while it runs cancels."""
        if self._running:
            self._running = False
            event.ignore()
        else:
            super().closeEvent(event)
