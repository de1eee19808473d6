"""What the list of a kit's versions has: those that are kept and those that were issued, in words."""

import datetime
from collections.abc import Callable

from msgspec import Struct

from presskit.i18n import _
from presskit.issuing import thawed as issued_release
from presskit.model import locale_words
from presskit.model.issued import Issued
from presskit.model.kit import Kit
from presskit.model.locale_words import clock, here
from presskit.model.release import Release
from presskit.snapshots import Kept, thawed


class Row(Struct, frozen=True):
    """A version. title: what it is called; when: with its zone."""

    title: str
    when: datetime.datetime
    version: Kept | Issued

    def releases(self) -> tuple[Release, ...]:
        """What it says, in all its languages. Raises FileProblem when that cannot be read."""
        if isinstance(self.version, Kept):
            return thawed(self.version)
        return (issued_release(self.version),)

    def words(self) -> str:
        """What it is called and when it was kept, for a list."""
        return f"{self.title}\n{moment(self.when)}"

    def line(self) -> str:
        """The same on one line."""
        return _("{title}, {moment}").format(title=self.title, moment=moment(self.when))


def rows(kit: Kit, named: Callable[[str], str]) -> tuple[Row, ...]:
    """The versions of a kit, the latest first. named: what a language is called on screen."""
    found = [Row(each.name or _("Automatic"), each.when, each) for each in kit.kept]
    for issued in kit.issued:
        title = _("Issued: version {version}, {language}")
        when = issued.when if issued.when.tzinfo else here(issued.when)
        found.append(Row(title.format(version=issued.version, language=named(issued.language)), when, issued))
    return tuple(sorted(found, key=lambda row: row.when, reverse=True))


def moment(when: datetime.datetime, now: datetime.datetime | None = None) -> str:
    """A moment in the user's own time and words: "Today, 2:05 p.m."."""
    when = here(when)
    today = (now or datetime.datetime.now(datetime.UTC)).astimezone().date()
    if when.date() == today:
        return _("Today, {time}").format(time=clock(when))
    if when.date() == today - datetime.timedelta(days=1):
        return _("Yesterday, {time}").format(time=clock(when))
    return locale_words.moment(when)
