"""What the command palette can find: each source of entries is a line in SOURCES."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtGui import QKeySequence

from presskit.gui import filing
from presskit.gui.actions import Actions
from presskit.gui.commands import COMMANDS, INSERT, OFFERED
from presskit.gui.kitfiles import KitFiles
from presskit.gui.owntemplates import OwnTemplates
from presskit.gui.preferences import Preferences
from presskit.gui.versions import Versions
from presskit.gui.workspace import Workspace
from presskit.i18n import _
from presskit.settings import Settings
from presskit.settings.asked import ASKED
from presskit.templates import TEMPLATES, template


class Entry(NamedTuple):
    """id: stable, to know what was used of late. where: its menu, or what it is. keys: as the desktop
    writes them."""

    id: str
    words: str
    where: str
    act: Callable[[], None]
    keys: str = ""


class Owner(Protocol):
    """What is needed of the window."""

    actions_: Actions
    files: KitFiles
    own_templates: OwnTemplates
    preferences: Preferences
    settings: Settings
    versions: Versions
    workspace: Workspace | None

    def keep(self, settings: Settings) -> None:
        """Takes settings over, and saves them."""


def _commands(owner: Owner) -> Iterator[Entry]:
    for command in COMMANDS:
        action = owner.actions_.commands[command.id]
        if action.isEnabled() and command.id != "find_command":
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            words = action.text().rstrip("…")
            yield Entry(command.id, words, _(command.menu), action.trigger, keys)


def _kinds(owner: Owner) -> Iterator[Entry]:
    for kind in OFFERED:
        name = str(kind.__struct_config__.tag)
        action = owner.actions_.kinds[name]
        if action.isEnabled():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield Entry(
                f"add-{name}", _("Add: {kind}").format(kind=_(kind.label)), _(INSERT), action.trigger, keys
            )


def _templates(owner: Owner) -> Iterator[Entry]:
    for name in TEMPLATES:
        words = _("New: {name}").format(name=_(template(name).label))
        yield Entry(f"new-{name}", words, _("Template"), partial(owner.files.new_from, name))

    for name in owner.own_templates.names():
        words = _("New: {name}").format(name=name)
        yield Entry(f"own-{name}", words, _("Template"), partial(owner.own_templates.begin, name))


def _recent(owner: Owner) -> Iterator[Entry]:
    for name in owner.settings.recent:
        path = Path(name)
        if filing.is_there(path):
            words = _("Open: {name}").format(name=path.stem)
            yield Entry(f"open-{name}", words, str(path.parent), partial(owner.files.open_path, path))


def _languages(owner: Owner) -> Iterator[Entry]:
    workspace = owner.workspace
    if workspace is None or len(workspace.session.kit.releases) < 2:
        return
    for number, release in enumerate(workspace.session.kit.releases):
        words = _("Go to language: {language}").format(language=release.language)
        yield Entry(f"language-{number}", words, _("Kit"), partial(owner.versions.show, number))


def _settings(owner: Owner) -> Iterator[Entry]:
    for asked in ASKED:
        value = getattr(owner.settings, asked.name)
        if asked.form == "switch":
            words = _("Switch off: {setting}") if value else _("Switch on: {setting}")
            act = partial(owner.preferences.change, asked.name, not value)
            yield Entry(f"set-{asked.name}", words.format(setting=_(asked.label)), _("Settings"), act)
        elif asked.form == "choice":
            for choice, label in asked.choices:
                if choice != value:
                    words = f"{_(asked.label)}: {_(label)}"
                    act = partial(owner.preferences.change, asked.name, choice)
                    yield Entry(f"set-{asked.name}-{choice}", words, _("Settings"), act)


def _blocks(owner: Owner) -> Iterator[Entry]:
    workspace = owner.workspace
    if workspace is None:
        return
    for block in workspace.session.release.blocks:
        if said := block.summary():
            act = partial(workspace.editor.go_to_block, block.id)
            yield Entry(f"go-{block.id}", said[:_WORDS], _(block.label), act)


_WORDS = 120  # characters of a block that are looked through
SOURCES: tuple[Callable[[Owner], Iterable[Entry]], ...] = (
    _commands, _kinds, _templates, _recent, _languages, _settings, _blocks,
)  # fmt: skip


def entries(owner: Owner) -> list[Entry]:
    """All that can be found now."""
    return [entry for source in SOURCES for entry in source(owner)]
