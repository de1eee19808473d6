"""Issue: exports for reporters, and keeps what went out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from presskit.exporting import trouble
from presskit.gui.dialogs.export import ExportDialog
from presskit.i18n import N_, _
from presskit.issuing import next_version, sent_file
from presskit.model.issued import SentFile


class IssueDialog(ExportDialog):
    """Writes the release in the formats chosen, all of them or none counts. issued: the files that went out,
    as `SentFile`, once all were written without fault."""

    issued = Signal(object)

    title, go, go_over = N_("Issue"), N_("Issue"), N_("Replace and issue")
    go_anyway = N_("Issue all the same")
    inside = False
    one_language = True  # each has versions of its own

    def preface(self) -> None:
        """Says which version it becomes, and what it corrects."""
        release = self._session.release
        self.version = next_version(self._session.kit, self._session.number)
        said = [
            _(
                "This writes the files for reporters and keeps the release as it is now, with a fingerprint "
                "of each file, as version {version}."
            ).format(version=self.version)
        ]
        if release.correction.strip():
            said.append(_("It corrects: {note}").format(note=" ".join(release.correction.split())))
        elif self.version > 1:
            said.append(_("It has no correction note: reporters are not told what changed."))
        told = QLabel("\n\n".join(said))
        told.setObjectName("issueNote")
        told.setWordWrap(True)
        self.form.addRow(told)

    def finished_writing(self) -> None:
        """Reads what is on the disk, if all of it is as it should be."""
        paths = [path for path, _report in self._done]
        whole = len(paths) == self._planned and not any(trouble(report) for _path, report in self._done)
        if not whole:
            self._problems.append(_("The release was not issued: what it is and was stays as it is."))
            super().finished_writing()
            return
        self._lane.queue(lambda: tuple(sent_file(path) for path in paths), self._known)

    def _known(self, files: tuple[SentFile, ...] | Exception) -> None:
        if self._closed:
            return
        if isinstance(files, Exception):
            told = _("The release was not issued, because a file that was written could not be read. {why}")
            self._problems.append(told.format(why=files))
        super().finished_writing()
        if not isinstance(files, Exception):
            told = _("Issued as version {version}. Save the kit to keep that.")
            self.message.setText(f"{told.format(version=self.version)}\n{self.message.text()}")
            self.message.setMinimumHeight(self.message.heightForWidth(self.message.width()))
            self.accept_button.setEnabled(False)  # once is enough
            self.issued.emit(files)
