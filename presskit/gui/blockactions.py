"""What can be done with blocks: the commands of the Edit and Insert menus."""

from pathlib import Path
from typing import Literal

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote
from presskit.blocks.quoted import quoted
from presskit.blocks.statistics import Statistics
from presskit.gui import filing
from presskit.gui.approving import Approvals
from presskit.gui.dialogs.small import DatelineDialog, LinkDialog
from presskit.gui.editor.figures import StatisticsForm
from presskit.gui.editor.form import RowsField
from presskit.gui.editor.photoform import missing
from presskit.gui.editor.picture import Offered
from presskit.gui.editor.richdoc import BOLD, ITALIC
from presskit.gui.editor.textfield import RichField
from presskit.gui.editor.writing import Caret
from presskit.gui.fresh import fresh
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.model import edits
from presskit.model.block import Block, new_id
from presskit.model.kit import Asset, Kit
from presskit.model.release import Release
from presskit.pictures.incoming import SUFFIXES, Incoming, Refused, taken_in
from presskit.pictures.notes import Notes
from presskit.reasons import why_unread
from presskit.text.runs import plain, rich

PICTURES = " ".join(f"*{suffix}" for suffix in SUFFIXES)


class BlockActions(Approvals):
    """Commands on the release of the workspace that is shown."""

    def attend(self, workspace: Workspace) -> None:
        """From here on the commands are about this workspace."""
        super().attend(workspace)
        editor = workspace.editor
        editor.asked.connect(self._chip)
        editor.block_menu.connect(self._fill)
        editor.picture_wanted.connect(self._choose_picture)
        editor.picture_offered.connect(self._set_picture)
        editor.dropped.connect(self._add_pictures)

    # --- adding

    def add(self, kind: type[Block]) -> None:
        """Adds a block of a kind below the current one, or goes to the one there may be."""
        if self._workspace is None:
            return
        editor, release = self._workspace.editor, self._workspace.session.release
        there = next((block for block in release.blocks if kind.once and isinstance(block, kind)), None)
        if there is not None:
            editor.go_to_block(there.id)
            return
        editor.insert(fresh(kind, release), 0 if kind.once else None)

    # --- the current block

    def _current(self) -> Block | None:
        if self._workspace is None:
            return None
        return self._workspace.session.release.find(self._workspace.editor.current)

    def block_menu(self) -> None:
        """Opens the menu of the current block."""
        block = self._current()
        card = self._workspace.editor.card(block.id) if block and self._workspace else None
        if card:
            card.open_menu()

    def move_up(self) -> None:
        """One place towards the headline."""
        self._move(-1)

    def move_down(self) -> None:
        """One place towards the end."""
        self._move(1)

    def _move(self, step: int) -> None:
        block = self._current()
        if block and self._workspace:
            at = self._workspace.session.release.index(block.id)
            self._workspace.editor.move_block(block.id, max(at + step, 0))

    def row_up(self) -> None:
        """The row of the caret one place up."""
        self._move_row(-1)

    def row_down(self) -> None:
        """The row of the caret one place down."""
        self._move_row(1)

    def _move_row(self, step: int) -> None:
        focus = QApplication.focusWidget()
        rows = focus.parentWidget() if focus else None
        while rows is not None and not isinstance(rows, RowsField):
            rows = rows.parentWidget()
        at = rows.row_with(focus) if rows else -1
        if rows is None or at < 0:
            return
        path = next((path for path, each in rows.rows[at].text_fields() if each is focus), "")
        field = rows.rows[rows.shift(at, step)].field_at(path)
        if field is not None:
            field.setFocus()

    def duplicate(self) -> None:
        """A copy of the block, below it."""
        block = self._current()
        if block and self._workspace:
            self._workspace.session.edit(
                _("Duplicate {kind}").format(kind=_(block.label)),
                lambda release: edits.duplicate(release, block.id),
            )

    def remove(self) -> None:
        """Takes the block out; undo brings it back."""
        block = self._current()
        if block and self._workspace:
            self._workspace.editor.remove_block(block.id)

    def next_block(self) -> None:
        """The caret to the next block."""
        self._step(1)

    def previous_block(self) -> None:
        """The caret to the block before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self._workspace is None:
            return
        blocks = self._workspace.session.release.blocks
        block = self._current()
        at = self._workspace.session.release.index(block.id) + step if block else 0
        if 0 <= at < len(blocks):
            self._workspace.editor.go_to_block(blocks[at].id)

    def _fill(self, menu: QMenu, block_id: str) -> None:
        if self._workspace is None:
            return
        self._workspace.editor.come_to(block_id)  # once the menu closes, what has the focus is current
        actions = self._window.actions_.commands  # type: ignore[attr-defined]
        names = ["move_up", "move_down", "duplicate", "", "remove"]
        block = self._workspace.session.release.find(block_id)
        if isinstance(block, Quote):
            names = [*self.approval_entries(block), "", *names]
        elif isinstance(block, Paragraph):
            names = ["make_quote", "", *names]
        for name in names:
            if name:
                actions[name].setEnabled(True)
                menu.addAction(actions[name])
            else:
                menu.addSeparator()

    # --- text

    def _field(self) -> RichField | None:
        field = self._workspace.editor.focused_field() if self._workspace else None
        return field if isinstance(field, RichField) else None

    def bold(self) -> None:
        """Bold on or off."""
        self._emphasise("bold", BOLD)

    def italic(self) -> None:
        """Italic on or off."""
        self._emphasise("italic", ITALIC)

    def _emphasise(self, name: Literal["bold", "italic"], which: int) -> None:
        if field := self._field():
            field.toggle(which)
        elif self._workspace:
            self._workspace.editor.picking.emphasise(name)

    def link(self) -> None:
        """Sets, changes or takes away a link."""
        field = self._field()
        if field is None:
            return
        dialog = LinkDialog(self._window, *field.link_here())
        if dialog.exec():
            field.set_link(*dialog.link())
        dialog.deleteLater()
        field.setFocus()

    # --- what stands in dialogs

    def _chip(self, block_id: str) -> None:
        if self._workspace is None:
            return
        block = self._workspace.session.release.find(block_id)
        card = self._workspace.editor.card(block_id)
        if isinstance(block, Quote) and card:
            self._workspace.editor.mark(block_id)
            self.open_approval_menu(block, card.chip)
        elif isinstance(block, Statistics):
            form = card.form if card else None
            if isinstance(form, StatisticsForm):
                form.toggle_sources()
        elif isinstance(block, Photo):
            if lacking := missing(block):
                self._workspace.editor.go(Caret(block_id, lacking[0][0]))
        elif isinstance(block, Paragraph) and block is not _lede(self._workspace.session.release):
            self._workspace.editor.mark(block_id)
            self.make_quote()
        else:
            self.dateline()

    def make_quote(self) -> None:
        """Makes a paragraph that quotes somebody a quote with its speaker; the page stays as it is."""
        block = self._current()
        if not isinstance(block, Paragraph) or self._workspace is None:
            return
        session, editor = self._workspace.session, self._workspace.editor
        release = session.release
        known = [each.speaker for each in release.blocks if isinstance(each, Quote)]
        found = quoted(block.text, release.language, known)
        if found is None:
            told = _(
                "PressKit found no quotation with its speaker here. It looks for words in quotation marks "
                "and, before or after them, who said them: “We won,” said Ada Roe of Hill House."
            )
            filing.tell(self._window, _("Quote"), told)
            return
        quote = replace(found, id=new_id())
        session.edit(
            _("Make it a quote"),
            lambda release: edits.swap(release, block.id, (quote,)),
            before=editor.caret(),
            after=Caret(quote.id, "words"),
        )
        editor.go_to_block(quote.id)

    def dateline(self) -> None:
        """Where the release is issued."""
        if self._workspace is None:
            return
        session = self._workspace.session
        release = session.release
        dialog = DatelineDialog(self._window, release.dateline, release.profile, release.language)
        if dialog.exec():
            dateline = dialog.dateline()
            session.edit(_("Dateline"), lambda release: replace(release, dateline=dateline))
        dialog.deleteLater()

    # --- pictures

    def _choose_picture(self, block_id: str) -> None:
        wanted = _("Pictures ({kinds})").format(kinds=PICTURES)
        name, _filter = QFileDialog.getOpenFileName(self._window, _("Choose a photo"), "", wanted)
        if name:
            self._set_picture(block_id, [Offered(Path(name).name, Path(name))])

    def _set_picture(self, block_id: str, offered: list[Offered]) -> None:
        """Puts a picture into a photo; the words that its file brings go where there are none yet."""
        found = self._taken_in(offered[:1])
        if not found or self._workspace is None:
            return
        session, (new,) = self._workspace.session, found
        asset = Asset.of(new.data)

        def change(kit: Kit) -> Kit:
            release = edits.answer(kit.releases[session.number], block_id, "name", asset.name)
            block = release.find(block_id)
            if isinstance(block, Photo):
                release = edits.change(release, _with_words(block, new.notes))
            return kit.with_picture(asset).with_release(session.number, release)

        session.edit_kit(_("Photo"), change)

    def _add_pictures(self, offered: list[Offered], place: int) -> None:
        found = self._taken_in(offered)
        if not found or self._workspace is None:
            return
        session, assets = self._workspace.session, [Asset.of(each.data) for each in found]
        photos = [
            _with_words(Photo(id=new_id(), name=asset.name), each.notes)
            for asset, each in zip(assets, found, strict=True)
        ]

        def change(kit: Kit) -> Kit:
            release = edits.insert(kit.releases[session.number], place, *photos)
            for asset in assets:
                kit = kit.with_picture(asset)
            return kit.with_release(session.number, release)

        session.edit_kit(_("Add {kind}").format(kind=_(Photo.label)), change)
        self._workspace.editor.go_to_block(photos[-1].id)

    def _taken_in(self, offered: list[Offered]) -> list[Incoming]:
        """The pictures that can be added; of the others it is said why not."""
        found, told = [], []
        if not offered:
            told.append(
                _(
                    "That was only the address of a picture, and nothing is fetched from the internet. "
                    "Save the picture on this computer, and drop the file."
                )
            )
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            for each in offered:
                try:
                    found.append(taken_in(each.read(), each.name))
                except Refused as problem:
                    told.append(problem.sentence)
                except OSError as problem:
                    refused = _("{name} was not added: {why}.")
                    told.append(refused.format(name=each.name, why=why_unread(problem)))
        finally:
            QGuiApplication.restoreOverrideCursor()
        if told:
            filing.tell(self._window, _("Photo"), "\n\n".join(told))
        return found


def _lede(release: Release) -> Block | None:
    return next((block for block in release.blocks if isinstance(block, Paragraph)), None)


def _with_words(photo: Photo, brought: Notes) -> Photo:
    return replace(
        photo,
        caption=photo.caption if plain(photo.caption).strip() else rich(brought.caption),
        credit=photo.credit if photo.credit.strip() else brought.credit,
        alt=photo.alt if photo.alt.strip() else brought.alt,
    )
