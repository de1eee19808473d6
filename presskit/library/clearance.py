"""Whether a kit may leave the house, as far as the people in it agreed to it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from presskit.blocks.photo import Photo
from presskit.i18n import _
from presskit.library.shelf import Shelf, State
from presskit.library.using import WHOLE, carried
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.text.folding import tokens

_LEAST = 2  # words of a name by which someone is known wherever it stands


class Objection(NamedTuple):
    """Why a release must not go out, as a sentence, and the id of the block that it is about."""

    words: str
    block: str


def found_in(kit: Kit, number: int, shelf: Shelf) -> list[Objection]:
    """What stands against a release of a kit, each sentence once: someone withdrew their consent, or appears
    by a name, or in a photo, that they did not agree to. Raises LibraryProblem when the library cannot
    say."""
    release = kit.releases[number]
    carrying = [each for each in carried(kit) if each.number == number]
    states = shelf.states(each.reference for each in carrying)
    found: dict[str, str] = {}
    for each in carrying:
        if state := states.get(each.reference):
            for words in _of_one(release, each.block, state):
                found.setdefault(words, each.block)
    texts = [(block.id, tokens(text)) for block in release.blocks for text in block.letters()]
    here = {each.reference for each in carrying}
    for state in shelf.guarded():
        if state.reason and state.id in here:
            continue  # told above
        if objection := _by_name(state, texts, is_here=state.id in here):
            found.setdefault(*objection)
    return [Objection(*each) for each in found.items()]


def objections(kit: Kit, number: int, shelf: Shelf) -> list[str]:
    """The sentences of `found_in`."""
    return [each.words for each in found_in(kit, number, shelf)]


def names_people(kit: Kit, number: int) -> bool:
    """Whether a release carries people of a library, whose consent only that knows."""
    return any(each.number == number and each.part != WHOLE for each in carried(kit)) or any(
        isinstance(block, Photo) and block.reference for block in kit.releases[number].blocks
    )


def _of_one(release: Release, block_id: str, state: State) -> Iterator[str]:
    """What stands against something that came from the library."""
    if state.reason:
        yield _("{reason} Take them out of the release.").format(reason=state.reason)
    elif not state.photo and isinstance(release.find(block_id), Photo):
        yield _("{name} did not agree to be shown in photos: take the photo out.").format(name=state.name)


def _by_name(state: State, texts: Sequence[tuple[str, Sequence[str]]], *, is_here: bool) -> Objection | None:
    """What stands against someone whose name is in the words, each with the id of its block. Of those whom
    the kit does not have from the library, full names alone are looked for: others may share a part."""
    for name in state.hidden:
        wanted = tokens(name)
        if not wanted or not (is_here or len(wanted) >= _LEAST):
            continue
        block = next((block for block, text in texts if _has(text, wanted)), None)
        if block is None:
            continue
        if state.reason:
            told = _("{reason} The release names them: take “{name}” out.")
            return Objection(told.format(reason=state.reason, name=name), block)
        told = _("“{name}” must not be printed: this person agreed to appear under another name only.")
        return Objection(told.format(name=name), block)
    return None


def _has(text: Sequence[str], wanted: Sequence[str]) -> bool:
    first, length = wanted[0], len(wanted)
    return any(text[at : at + length] == wanted for at in range(len(text) - length + 1) if text[at] == first)
