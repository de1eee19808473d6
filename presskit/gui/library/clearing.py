"""Asks the library, before anything leaves the house, whether all in a release agreed to it."""

from collections.abc import Callable
from typing import NamedTuple

from presskit.gui.library.desk import Desk
from presskit.i18n import _
from presskit.library.clearance import Objection, found_in, names_people
from presskit.library.problems import LibraryProblem
from presskit.model.kit import Kit


class Cleared(NamedTuple):
    """What stands against a release. unknown: a sentence where the library could not be asked although the
    release names people of it."""

    objections: list[Objection]
    unknown: str = ""


class Clearing:
    """Asks in the library's own lane: it is no affair of any other thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self, kit: Kit, number: int, then: Callable[[Cleared], None]) -> None:
        """Hands `then` what stands against a release of a kit."""

        def failed(problem: LibraryProblem) -> None:
            told = _("Whether all in it still agree could not be checked. {why}")
            unknown = told.format(why=problem.sentence) if names_people(kit, number) else ""
            then(Cleared([], unknown))

        self._desk.ask(lambda shelf: found_in(kit, number, shelf), lambda found: then(Cleared(found)), failed)
