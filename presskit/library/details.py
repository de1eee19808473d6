"""What staff note of an item of any kind besides what it says, as one record for forms and comparisons."""

import datetime
from collections.abc import Mapping
from typing import Annotated

from msgspec import Struct
from msgspec.structs import replace

from presskit.i18n import N_, _
from presskit.library.items import Item, Organisation
from presskit.model.fields import date, line
from presskit.model.telling import compared


class Details(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """See `Item`. tags: parted by commas."""

    tags: Annotated[str, line(N_("Tags"), N_("water, county council"))] = ""
    language: Annotated[str, line(N_("Language"), N_("es; empty for any"), holds="figure")] = ""
    owner: Annotated[str, line(N_("Kept current by"), N_("Who answers for it"), holds="name")] = ""
    good_until: Annotated[datetime.date | None, date(N_("Good until"))] = None


def details_of(item: Item) -> Details:
    """What is noted of an item."""
    return Details(
        tags=", ".join(item.tags), language=item.language, owner=item.owner, good_until=item.good_until
    )


def with_details(item: Item, details: Details) -> Item:
    """The item with these notes; a tag that is named twice is kept once."""
    tags = dict.fromkeys(tag for each in details.tags.split(",") if (tag := " ".join(each.split())))
    return replace(
        item,
        tags=tuple(tags),
        language=details.language.strip(),
        owner=details.owner.strip(),
        good_until=details.good_until,
    )


def changes(before: Item, after: Item, organisations: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """What two versions of an item answer differently, notes included: the label, what the first says and
    what the second. organisations: names by id."""
    found = compared(before.content, after.content)
    was, now = (_organisation(each, organisations) for each in (before, after))
    if was != now:
        found.append((_("Organization"), was, now))
    found += compared(details_of(before), details_of(after))
    if before.retired != after.retired:
        states = {True: _("retired"), False: _("on offer")}
        found.append((_("State"), states[before.retired], states[after.retired]))
    return found


def _organisation(item: Item, organisations: Mapping[str, str]) -> str:
    named = "" if isinstance(item.content, Organisation) else item.content.organisation
    return organisations.get(named, named)
