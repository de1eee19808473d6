"""Whether a kit may leave the house, as far as the people in it agreed to it."""

from collections.abc import Iterable, Iterator, Sequence

from presskit.blocks.photo import Photo
from presskit.i18n import _
from presskit.library.shelf import Shelf, State
from presskit.library.using import carried
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.text.folding import tokens

_LEAST = 2  # words of a name by which someone is known wherever it stands


def objections(kit: Kit, number: int, shelf: Shelf) -> list[str]:
    """Why a release of a kit must not go out, a sentence each: someone withdrew their consent, or appears
    by a name, or in a photo, that they did not agree to. Raises LibraryProblem when the library cannot
    say."""
    carrying = [each for each in carried(kit) if each.number == number]
    states = shelf.states(each.reference for each in carrying)
    found: dict[str, None] = {}
    for each in carrying:
        if state := states.get(each.reference):
            found.update(dict.fromkeys(_of_one(kit.releases[number], each.block, state)))
    words = [tokens(text) for text in _texts(kit.releases[number])]
    here = {each.reference for each in carrying}
    for state in shelf.guarded():
        if state.reason and state.id in here:
            continue  # told above
        found.update(dict.fromkeys(_by_name(state, words, is_here=state.id in here)))
    return list(found)


def _of_one(release: Release, block_id: str, state: State) -> Iterator[str]:
    """What stands against something that came from the library."""
    if state.reason:
        yield _("{reason} Take them out of the release.").format(reason=state.reason)
    elif not state.photo and isinstance(release.find(block_id), Photo):
        yield _("{name} did not agree to be shown in photos: take the photo out.").format(name=state.name)


def _by_name(state: State, texts: Sequence[Sequence[str]], *, is_here: bool) -> Iterator[str]:
    """What stands against someone whose name is in the words. Of those whom the kit does not have from the
    library, full names alone are looked for: others may share a part of one."""
    for name in state.hidden:
        wanted = tokens(name)
        if not wanted or not (is_here or len(wanted) >= _LEAST):
            continue
        if any(_has(text, wanted) for text in texts):
            if state.reason:
                told = _("{reason} The release names them: take “{name}” out.")
                yield told.format(reason=state.reason, name=name)
            else:
                told = _(
                    "“{name}” must not be printed: this person agreed to appear under another name only."
                )
                yield told.format(name=name)
            return


def _has(text: Sequence[str], wanted: Sequence[str]) -> bool:
    first, length = wanted[0], len(wanted)
    return any(text[at : at + length] == wanted for at in range(len(text) - length + 1) if text[at] == first)


def _texts(release: Release) -> Iterable[str]:
    return (text for block in release.blocks for text in block.letters())
