"""What can be done with blocks: the commands of the Edit and Insert menus."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.gui import filing
from presskit.gui.dialogs.brand import BrandDialog
from presskit.gui.dialogs.small import ApprovalDialog, DatelineDialog, LinkDialog
from presskit.gui.editor.picture import has_size
from presskit.gui.editor.richdoc import BOLD, ITALIC
from presskit.gui.editor.special import StatisticsForm
from presskit.gui.editor.textfield import RichField
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.model import edits
from presskit.model.block import Block, fresh_copy, new_id
from presskit.model.kit import Asset, Kit
from presskit.model.profile import profile
from presskit.text.runs import plain_paragraphs

PICTURES = "*.jpg *.jpeg *.png"


class BlockActions:
    """Commands on the release of the workspace that is shown."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._workspace: Workspace | None = None

    def attend(self, workspace: Workspace) -> None:
        """From here on the commands are about this workspace."""
        self._workspace = workspace
        editor = workspace.editor
        editor.asked.connect(self._chip)
        editor.block_menu.connect(self._fill)
        editor.picture_wanted.connect(self._choose_picture)
        editor.picture_offered.connect(
            lambda block, files: self._set_picture(block, files[0]) if files else None
        )
        editor.dropped.connect(self._add_pictures)
        editor.dropped_item.connect(self._drop_piece)
        workspace.side.insert.connect(lambda block: editor.insert(fresh_copy(block)))

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
        block = kind.blank()
        if isinstance(block, Statistics):
            block = replace(block, items=(Figure(),), sources=(Source(),))
        elif isinstance(block, Contacts):
            block = replace(block, people=(Contact(),))
        elif isinstance(block, Quote):
            block = replace(block, verb=profile(release.profile).page_words(release.language).said)
        place = 0 if kind.once else None
        editor.insert(block, place)

    def _drop_piece(self, number: str, place: int) -> None:
        if self._workspace and (block := self._workspace.side.piece(number)):
            self._workspace.editor.insert(fresh_copy(block), place)

    # --- the current block

    def _current(self) -> Block | None:
        if self._workspace is None:
            return None
        return self._workspace.session.release.find(self._workspace.editor.current)

    def block_menu(self) -> None:
        """Opens the menu of the current block."""
        block = self._current()
        if block and self._workspace:
            self._workspace.editor.cards[block.id].open_menu()

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
        if isinstance(self._workspace.session.release.find(block_id), Quote):
            names = ["approval", "", *names]
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
        if field := self._field():
            field.toggle(BOLD)

    def italic(self) -> None:
        """Italic on or off."""
        if field := self._field():
            field.toggle(ITALIC)

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
        if isinstance(block, Quote):
            self._workspace.editor.mark(block_id)
            self.approval()
        elif isinstance(block, Statistics):
            form = self._workspace.editor.cards[block_id].form
            if isinstance(form, StatisticsForm):
                form.toggle_sources()
        else:
            self.dateline()

    def approval(self) -> None:
        """Records that the speaker cleared the words of the current quote."""
        quote = self._current()
        if not isinstance(quote, Quote) or self._workspace is None:
            return
        words = plain_paragraphs(quote.words)
        dialog = ApprovalDialog(self._window, quote.speaker.name, words, quote.approval)
        if dialog.exec():
            done = replace(quote, approval=None) if dialog.withdrawn else quote.approved(*dialog.approval())
            self._workspace.session.edit(_("Approval"), lambda release: edits.change(release, done))
        dialog.deleteLater()

    def dateline(self) -> None:
        """Where the release is issued."""
        if self._workspace is None:
            return
        session = self._workspace.session
        dialog = DatelineDialog(self._window, session.release.dateline, session.release.profile)
        if dialog.exec():
            dateline = dialog.dateline()
            session.edit(_("Dateline"), lambda release: replace(release, dateline=dateline))
        dialog.deleteLater()

    def brand(self) -> None:
        """Paper, type, colour and logo."""
        if self._workspace is None:
            return
        session = self._workspace.session
        dialog = BrandDialog(self._window, session.release.brand)
        if dialog.exec():
            brand = dialog.brand()
            asset = self._read_picture(dialog.logo) if dialog.logo else None
            if asset:
                brand = replace(brand, logo=asset.name)

            def change(kit: Kit) -> Kit:
                kit = kit.with_picture(asset) if asset else kit
                return kit.with_release(session.number, replace(kit.releases[session.number], brand=brand))

            session.edit_kit(_("Page and brand"), change)
        dialog.deleteLater()

    # --- pictures

    def _choose_picture(self, block_id: str) -> None:
        wanted = _("Pictures ({kinds})").format(kinds=PICTURES)
        name, _filter = QFileDialog.getOpenFileName(self._window, _("Choose a photo"), "", wanted)
        if name:
            self._set_picture(block_id, Path(name))

    def _set_picture(self, block_id: str, path: Path) -> None:
        asset = self._read_picture(path)
        if asset is None or self._workspace is None:
            return
        session = self._workspace.session
        session.edit_kit(
            _("Photo"),
            lambda kit: kit.with_picture(asset).with_release(
                session.number, edits.answer(kit.releases[session.number], block_id, "name", asset.name)
            ),
        )

    def _add_pictures(self, files: list[Path], place: int) -> None:
        for number, path in enumerate(files):
            if asset := self._read_picture(path):
                self._add_photo(asset, place + number)

    def _add_photo(self, asset: Asset, place: int) -> None:
        if self._workspace is None:
            return
        session, photo = self._workspace.session, Photo(id=new_id(), name=asset.name)
        session.edit_kit(
            _("Add {kind}").format(kind=_(Photo.label)),
            lambda kit: kit.with_picture(asset).with_release(
                session.number, edits.insert(kit.releases[session.number], place, photo)
            ),
        )
        self._workspace.editor.go_to_block(photo.id)

    def _read_picture(self, path: Path) -> Asset | None:
        try:
            asset = Asset.of(path.read_bytes())
            if not has_size(asset.data):
                raise ValueError(_("the picture is damaged"))  # noqa: TRY301
            return asset  # noqa: TRY300
        except (OSError, ValueError) as problem:
            why = problem.strerror if isinstance(problem, OSError) and problem.strerror else str(problem)
            told = _("{name} was not added: {why}.").format(name=path.name, why=why)
            filing.tell(self._window, _("Photo"), told)
            return None
