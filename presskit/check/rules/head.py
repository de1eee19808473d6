"""What stands at the head: dateline, release line, embargo, contacts (checks 1 to 4)."""

import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from presskit.blocks.contacts import Contact, Contacts
from presskit.check.lexicon import one_of
from presskit.check.rule import Case, Hit, Rule
from presskit.i18n import N_, _, spoken
from presskit.model import locale_words
from presskit.model.moment import lifts

_LONGEST_STAMP = 80  # letters of a line that is a stamp and not a sentence
_MOST_STAMPED = 12  # words of it


def _no_city(case: Case) -> Iterator[Hit]:
    if not case.release.dateline.city.strip() and case.lede is not None:
        yield Hit(block=case.lede.block)


def _no_state(case: Case) -> Iterator[Hit]:
    line = case.release.dateline
    city = line.city.strip()
    if not city or not case.english or line.region.strip() or city.lower() in case.house.standalone:
        return
    if any(state.lower() in city.lower() for state in case.house.postal.values()):  # “Southern California”
        return
    if line.country.strip() and line.country.lower().replace(".", "") not in case.house.home:
        return
    yield Hit(block=case.lede.block if case.lede else None, what={"city": city}, found=city)


def _no_date(case: Case) -> Iterator[Hit]:
    if (
        case.release.dateline.date is None
        and not _is_empty(case)
        and not (case.brought and case.brought.dated)
    ):
        yield Hit(block=case.lede.block if case.lede else None)


def _set_otherwise(case: Case) -> Iterator[Hit]:
    line = case.brought.dateline if case.brought else ""
    city = case.release.dateline.city
    if line and city and city.upper() not in line and city.upper() != city.lower():
        yield Hit(
            block=case.lede.block if case.lede else None,
            what={"line": line, "city": city.upper()},
            found=line,
        )


def _no_line(case: Case) -> Iterator[Hit]:
    if case.brought is not None and not case.brought.line:
        yield Hit()


def _open_embargo(case: Case) -> Iterator[Hit]:
    line = case.release.line
    told = case.brought.said if case.brought else ""
    vague = bool(told and case.words.immediate and not re.search(case.words.immediate, told, re.IGNORECASE))
    if (line.kind == "embargo" and (line.until is None or not line.zone.strip())) or (
        line.kind == "immediate" and vague
    ):
        yield Hit(found=told or "embargo")


def _two_lines(case: Case) -> Iterator[Hit]:
    words = case.house.page_words(case.release.language)
    own = map(re.escape, (words.immediate, words.hold, words.embargo_open))
    stamps = one_of((*case.words.stamps, *own))
    for passage in case.of("lede", "body", "headline", "subhead", "crosshead", "notes"):
        text = passage.text.strip().strip("*[]() ")
        found = stamps.match(text)
        if found is None or len(text) >= _LONGEST_STAMP or text.endswith("."):
            continue
        shouted = text[: found.end()].isupper() and len(text.split()) < _MOST_STAMPED
        # In small letters a line of its own, which begins so: “For release Friday”, not “Draft law passes”.
        if (
            shouted
            or (" " in found[0] and len(text.split()) <= len(found[0].split()) + 5)
            or text == found[0]
        ):
            yield Hit(passage, 0, len(passage.text))


def _past_embargo(case: Case) -> Iterator[Hit]:
    line = case.release.line
    if line.kind == "embargo" and (until := lifts(line)) is not None and until <= case.now:
        yield Hit(what={"until": _moment(case)}, found=str(line.until))


def _embargo_before_date(case: Case) -> Iterator[Hit]:
    line, day = case.release.line, case.release.dateline.date
    if line.kind == "embargo" and line.until is not None and day is not None and line.until.date() < day:
        yield Hit(what={"until": _moment(case), "day": locale_words.day(day)}, found=str(line.until))


def _no_such_time(case: Case) -> Iterator[Hit]:
    line = case.release.line
    zone = _zone(line.zone)
    if line.kind != "embargo" or line.until is None or zone is None:
        return
    early, late = (line.until.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if early.utcoffset() != late.utcoffset():
        yield Hit(what={"time": locale_words.clock(line.until)}, found=str(line.until))


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name.strip() else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _moment(case: Case) -> str:
    line = case.release.line
    if line.until is None:
        return ""
    zone = case.house.zone_label(line.until, line.zone, spoken())
    told = _("{time} {zone}, {date}")
    date = locale_words.day(line.until.date())
    return told.format(time=locale_words.clock(line.until), zone=zone, date=date)


def _held(case: Case) -> Iterator[Hit]:
    if case.release.line.kind == "hold":
        yield Hit(found="hold")


def _no_contact(case: Case) -> Iterator[Hit]:
    if not _is_empty(case) and not any(
        isinstance(each, Contacts) and not each.is_empty() for each in case.release.blocks
    ):
        yield Hit()


def _unreachable(case: Case) -> Iterator[Hit]:
    blocks = [each for each in case.release.blocks if isinstance(each, Contacts) and not each.is_empty()]
    people = [each for block in blocks for each in block.people]
    whole = [
        each
        for each in people
        if each.name.strip() + each.organisation.strip()
        and each.phone.strip() + each.after_hours.strip()
        and each.email.strip()
    ]
    if not blocks or whole:
        return
    lacks = _lacking(people)
    yield Hit(block=blocks[0], what={"lacks": ", ".join(map(_, lacks))}, found=", ".join(lacks))


def _lacking(people: list[Contact]) -> list[str]:
    best = max(
        people, key=lambda each: sum(bool(part.strip()) for part in (each.name, each.phone, each.email))
    )
    named = (
        (best.name or best.organisation, N_("name")),
        (best.phone or best.after_hours, N_("phone")),
        (best.email, N_("e-mail")),
    )
    return [label for value, label in named if not value.strip()]


def _no_late_phone(case: Case) -> Iterator[Hit]:
    blocks = [each for each in case.release.blocks if isinstance(each, Contacts) and not each.is_empty()]
    people = [each for block in blocks for each in block.people]
    if any(each.phone.strip() for each in people) and not any(each.after_hours.strip() for each in people):
        yield Hit(block=blocks[0])


def _wrong_address(case: Case) -> Iterator[Hit]:
    for passage in case.of("contact"):
        text = passage.text.strip()
        if passage.path.endswith("/email") and not re.fullmatch(
            r"[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+", text
        ):
            yield Hit(passage, 0, len(passage.text))
        if passage.path.endswith(("/phone", "/after_hours")) and not _can_be_called(text):
            yield Hit(passage, 0, len(passage.text))


_AMERICAN = re.compile(r"(?:1[-. ]?)?\(?\d{3}\)?[-. ]\s?\d{2,4}(?:[-. ]\d{1,5})?$")


def _can_be_called(number: str) -> bool:
    """Whether a number has figures enough: ten for one set as American numbers are (NANP), seven at least for
    any other, fifteen at most (ITU-T E.164)."""
    bare = re.split(r"(?i)\s*(?:ext|x|#|,|;|\(mobile|\(cell)", number.strip())[0].strip()
    figures = sum(map(str.isdigit, bare))
    if _AMERICAN.fullmatch(bare):
        return figures in {10, 11} or (figures == 7 and "(" not in bare)
    return 7 <= figures <= 15


def _is_empty(case: Case) -> bool:
    return not case.passages


RULES = (
    Rule(
        id="dateline-city", number=1, severity="stops", act="dateline", name=N_("Dateline: place"),
        says=N_("The release has no dateline: reporters cannot see where it comes from."),
        why=N_("A dateline says where and when a release was issued, before its first words."),
        wrong="The council voted on Friday …", right="HARTFORD, Conn. — The council voted on Friday …",
        source="AP Stylebook, “datelines”", year=2024, whole=_no_city,
    ),
    Rule(
        id="dateline-state", number=1, severity="stops", act="dateline",
        name=N_("Dateline: state or country"),
        says=N_("The dateline “{city}” lacks its state or country."),
        why=N_("Only large cities stand alone in a dateline; the others have their state, abbreviated."),
        wrong="Hartford— A", right="HARTFORD, Conn. — A",
        source="AP Stylebook, “datelines”, “state names”", year=2024, whole=_no_state,
    ),
    Rule(
        id="dateline-date", number=1, severity="stops", act="dateline", name=N_("Dateline: date"),
        says=N_("The release has no date, so nobody can tell what its days are."),
        why=N_("Weekdays and “last week” mean nothing without the day of issue."),
        wrong="HARTFORD, Conn. — A", right="HARTFORD, Conn., June 3 — A",
        source="Business Wire, most common errors", year=2013, whole=_no_date,
    ),
    Rule(
        id="dateline-form", number=1, severity="informs", name=N_("Dateline: form"),
        says=N_("The text had the dateline “{line}”; PressKit prints the city as {city}."),
        why=N_("The city of a dateline is in capitals."),
        wrong="Hartford— A", right="HARTFORD, Conn. — A",
        source="AP Stylebook, “datelines”", year=2024, whole=_set_otherwise,
    ),
    Rule(
        id="release-line", number=2, severity="stops", act="line", name=N_("Release line"),
        says=N_("The text does not say when it may be used: choose “For immediate release” or an embargo."),
        why=N_("A release says at its top from when on it may be used."),
        wrong="(nothing)", right="FOR IMMEDIATE RELEASE",
        source="PR Syndication, press release format", year=2014, whole=_no_line,
    ),
    Rule(
        id="embargo-open", number=2, severity="stops", act="line", name=N_("Embargo: date, time and zone"),
        says=N_("The embargo lacks its date, time or time zone."),
        why=N_("With a date alone it lifts three hours apart on two coasts."),
        wrong="EMBARGOED UNTIL FRIDAY", right="EMBARGOED UNTIL 12:01 a.m. ET FRIDAY, MAY 31, 2013",
        source="ACCESSWIRE, embargoed press releases", year=2023, whole=_open_embargo,
    ),
    Rule(
        id="release-line-twice", number=2, severity="stops", name=N_("One release line"),
        says=N_("“{found}” stands in the text, where PressKit prints the release line itself."),
        why=N_("Two lines may say two things, and one of them is old."),
        wrong="EMBARGOED UNTIL MONDAY (in the text)", right="(the release line alone)",
        source="PR Syndication, press release format", year=2014, whole=_two_lines,
    ),
    Rule(
        id="embargo-past", number=3, severity="stops", act="line", name=N_("Embargo: in the future"),
        says=N_("The embargo ended at {until}: make it “For immediate release”, or set a new moment."),
        why=N_("Nobody holds a text for a moment that has passed."),
        wrong="embargo of May 31, sent on June 2", right="FOR IMMEDIATE RELEASE",
        source="Prezly, embargo stories", year=2024, whole=_past_embargo,
    ),
    Rule(
        id="embargo-date", number=3, severity="stops", act="line", name=N_("Embargo: not before the date"),
        says=N_("The embargo ends at {until}, before the date of the release, {day}."),
        why=N_("A text is not free to be used before the day that it is dated."),
        wrong="dated June 3, embargoed until June 1", right="dated June 3, embargoed until June 3",
        source="Prezly, embargo stories", year=2024, whole=_embargo_before_date,
    ),
    Rule(
        id="embargo-clock", number=3, severity="stops", act="line", name=N_("Embargo: clocks that change"),
        says=N_("At {time} of that night the clocks change: the time does not exist, or comes twice."),
        why=N_("When summer time begins an hour is left out, and when it ends one comes again."),
        wrong="2:30 a.m. on March 8, 2026 (ET)", right="3:30 a.m. on March 8, 2026 (ET)",
        source="IANA time zone database", year=2026, whole=_no_such_time,
    ),
    Rule(
        id="held", number=3, severity="stops", act="line", name=N_("On hold"),
        says=N_("The release is on hold: it is not for reporters yet."),
        why=N_("What is held back or confidential does not leave the house."),
        wrong="HOLD FOR RELEASE", right="FOR IMMEDIATE RELEASE",
        source="Presspage, confidential releases", year=2024, whole=_held,
    ),
    Rule(
        id="contact", number=4, severity="stops", act="contacts", name=N_("Media contact"),
        says=N_("There is no media contact: reporters cannot call back."),
        why=N_("A name, a phone and an e-mail address are the least that every service asks for."),
        wrong="(nothing)", right="Jane Doe, 203-555-0100, jane@example.org",
        source="Online PR Media, editorial guidelines", year=2014, whole=_no_contact,
    ),
    Rule(
        id="contact-reach", number=4, severity="stops", act="contacts",
        name=N_("Media contact: how to reach"),
        says=N_("No contact has all that reporters need; lacking: {lacks}."),
        why=N_("A name, a phone and an e-mail address are the least that every service asks for."),
        wrong="press@example.org", right="Jane Doe, 203-555-0100, jane@example.org",
        source="Online PR Media, editorial guidelines", year=2014, whole=_unreachable,
    ),
    Rule(
        id="contact-address", number=4, severity="stops", act="contacts", name=N_("Media contact: address"),
        says=N_("“{found}” cannot be written to or called."),
        why=N_("A wrong digit is found by the reporter, on deadline."),
        wrong="jane@example", right="jane@example.org",
        source="Business Wire, most common errors", year=2013, whole=_wrong_address,
    ),
    Rule(
        id="contact-late", number=4, severity="informs", act="contacts",
        name=N_("Media contact: after hours"),
        says=N_("No number is marked as the one for evenings and weekends."),
        why=N_("Reporters call back when the office is closed."),
        wrong="Jane Doe, 203-555-0100", right="Jane Doe, 203-555-0100 (mobile, after hours)",
        source="Media advocacy templates", year=2012, whole=_no_late_phone,
    ),
)  # fmt: skip
