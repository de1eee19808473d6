"""What must not leave the house, and where it turns up: paths, user, computer, notes, approvals, name."""

import getpass
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from presskit.model.block import Block
from presskit.model.fields import Question, walk
from presskit.model.kit import Kit
from presskit.model.locale_words import quoted
from presskit.verify.findings import Finding

_LEAST = 8  # letters of a note's sentence, fewer where each is a word: what is shorter says nothing
_SHOWN = 60  # letters of what was found that a sentence shows
# Folders that computers have and releases do not speak of; not within an address ("https://e.org/home/").
_PATH = re.compile(
    r"file:/{1,3}[^\s\"'<>()]+"
    r"|(?<![\w.:/%-])[A-Za-z]:[\\/](?![\\/])[^\s\"'<>|?*()]+"
    r"|(?<![\w\\])\\\\[\w.$-]+\\[^\s\"'<>|?*()]+"
    r"|(?<![\w.:/%~-])/(?:home|Users|root|tmp|var|private|mnt|opt|Volumes)/[^\s\"'<>()]+"
)
# What a file of ours may show or say whatever the release is, and a note may say, too.
_FURNITURE = "Caption: Credit: Alt text: Times New Roman. Default Paragraph Font."
_SENTENCE = re.compile(r"(?<=[.!?。！？।])\s+|\n+")
_OURSELVES = "presskit"
_EVERYWHERE = {"", "localhost", _OURSELVES}

_PROSE = {"notes", "version"}  # kinds of which words in any language are looked for, within others too

Nature = Literal["body", "data", "person", "code"]
"""body: what a page shows. data: what the file says of itself. person: the same, of who made it.
code: all else, such as the names of its parts."""


class Piece(NamedTuple):
    """Some words of a file, and what they are for."""

    text: str
    nature: Nature


class Internal(Struct, frozen=True, kw_only=True):
    """What is looked for, each in the form of `_flat`. public: all that may be in the file."""

    homes: tuple[str, ...] = ()
    users: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    public: str = ""

    def needles(self) -> tuple[tuple[str, str], ...]:
        """What is looked for everywhere: (kind of finding, words)."""
        named = (
            ("path", self.homes), ("kit-name", self.names), ("notes", self.notes),
            ("version", self.versions), ("approval", self.people),
        )  # fmt: skip
        return tuple((kind, words) for kind, each in named for words in each)

    def search(self, pieces: Iterable[Piece]) -> list[Finding]:
        """What of it is in the pieces, each once."""
        needles = self.needles()
        found: dict[Finding, None] = {}
        for text, nature in pieces:
            flat = _flat(text)
            for kind, words in needles:
                if kind in _PROSE and nature != "body" and _is_common(words):
                    continue
                if words in flat and (kind in _PROSE or _stands_alone(words, flat)):
                    found[Finding(kind, _shown(words))] = None
            for each in self._paths(text):
                found[
                    Finding("path-in-text" if nature == "body" and not self.public else "path", _shown(each))
                ] = None
            if nature == "person":
                found.update(dict.fromkeys(self._named("user", self.users, flat)))
            if nature in {"person", "data"}:
                found.update(dict.fromkeys(self._named("host", self.hosts, flat)))
        return list(found)

    def _paths(self, text: str) -> Iterator[str]:
        if "/" in text or "\\" in text:
            for hit in _PATH.finditer(text):
                if _flat(hit[0]) not in self.public:
                    yield hit[0]

    def _named(self, kind: str, names: tuple[str, ...], flat: str) -> Iterator[Finding]:
        for name in names:
            if name in flat and _stands_alone(name, flat):
                yield Finding(kind, _shown(name))


def internal(
    kit: Kit | None = None, path: Path | None = None, *, shown: Iterable[str] = (), colleagues: bool = False
) -> Internal:
    """What must not be in a file from this computer, made from a kit in the file `path` if they are known.

    shown: what `without_secrets(kit)` puts on its pages, which is public even where notes say the same.
    colleagues: it is for the house, which may read notes and approvals.
    """
    public = _flat("\n".join((*_public(kit), *shown, _FURNITURE))) if kit is not None else ""
    notes, people = ((), ()) if kit is None or colleagues else (_notes(kit), _people(kit))

    def kept(each: Iterable[str], least: int = 1) -> tuple[str, ...]:
        flat = dict.fromkeys(_flat(words) for words in each)
        return tuple(words for words in flat if len(words) >= least and words not in public)

    def telling(each: Iterable[str]) -> tuple[str, ...]:
        return tuple(words for words in kept(each) if len(words) >= (_LEAST if words.isascii() else 4))

    homes = [str(folder) for folder in _homes() if len(folder.parts) > 1]
    return Internal(
        homes=kept((*homes, *(home.replace("\\", "/") for home in homes)), 4),
        users=tuple(name for name in kept([_user()], 2) if name not in _EVERYWHERE),
        hosts=tuple(name for name in kept([_host()], 4) if name not in _EVERYWHERE),
        names=kept([path.name]) if path is not None else (),
        notes=telling(notes),
        versions=telling(each.name for each in kit.kept) if kit is not None and not colleagues else (),
        people=kept(people, 4),
        public=public,
    )


def without_secrets(kit: Kit) -> Kit:
    """The kit without its notes, approvals and versions, and without what its translations were made of."""
    releases = (
        release.with_blocks(
            replace(block, translated=None, approval=None, asked=None)
            if hasattr(block, "approval")
            else replace(block, translated=None)
            for block in release.blocks
        )
        for release in kit.releases
    )
    return replace(kit, notes="", kept=(), releases=tuple(releases))


def _is_common(words: str) -> bool:
    """Whether they may be names of fonts, types, parts and fields, which are two words at most: "headline",
    "description", "document"."""
    return words.isascii() and words.count(" ") < 2


def _stands_alone(words: str, flat: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", flat) is not None


def _flat(text: str) -> str:
    """The letters by which two texts are the same, whatever their case and white space."""
    return " ".join(text.split()).casefold()


def _shown(words: str) -> str:
    short = " ".join(words.split())
    return quoted(short if len(short) <= _SHOWN else short[:_SHOWN].rstrip() + " …")


def _homes() -> Iterator[Path]:
    """The folder of whoever runs this, as it is called and as it is; none where the system knows none."""
    try:
        home = Path.home()
    except RuntimeError:
        return
    yield home
    if (real := home.resolve()) != home:
        yield real


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a number without a name
        return ""


def _host() -> str:
    """The name of this computer; asked in no way that starts a program, as Python's own does on Windows."""
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")


def _public(kit: Kit) -> Iterator[str]:
    """All that authors wrote for readers."""
    for release in kit.releases:
        line = release.dateline
        yield from (line.city, line.region, line.country, *release.brand.issuers)
        for block in release.blocks:
            yield from block.letters()
            yield from _addresses(block)


def _addresses(block: Block) -> list[str]:
    """Where a block's links lead."""
    found: list[str] = []

    def visit(question: Question, answer: Any) -> None:
        if question.ask.form == "rich":
            found.extend(run.link for run in answer)
        elif question.ask.form == "paragraphs":
            found.extend(run.link for text in answer for run in text)

    walk(block, visit)
    return found


def _notes(kit: Kit) -> list[str]:
    """The sentences of the notes, without the stops at their ends: a leak may begin or end with less."""
    return [part.strip(" \t\r.,:;!?…–—-*•") for part in _SENTENCE.split(kit.notes)]


def _people(kit: Kit) -> list[str]:
    found = []
    for release in kit.releases:
        for block in release.blocks:
            approval = getattr(block, "approval", None)
            if approval is not None:
                found.append(approval.who)
    return found
