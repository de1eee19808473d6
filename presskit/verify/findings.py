"""What can be said of a file: facts and findings, each declared once with its words."""

import re
from typing import Literal

from msgspec import Struct

from presskit.i18n import N_, _

Severity = Literal["stop", "broken", "mind"]
"""stop: a reporter must not get it. broken: who reads with a screen reader, or opens it at all, is let down.
mind: worth a look."""

Group = Literal["document", "access", "fonts", "hidden"]
GROUPS: tuple[tuple[Group, str], ...] = (
    ("document", N_("What it is")),
    ("access", N_("For every reader")),
    ("fonts", N_("Fonts")),
    ("hidden", N_("Behind the page")),
)


MOST_NAMED = 6
"""How many of a kind a finding names."""

_SHOWN = 80  # letters of each


class Kind(Struct, frozen=True):
    """A kind of finding. words: a sentence with room for {what}. internal: it is what an export of ours
    never has, so that none is written with it."""

    id: str
    severity: Severity
    group: Group
    words: str
    internal: bool = False


_KINDS = (
    Kind("path", "stop", "hidden", N_("A folder of a computer is named: {what}."), internal=True),
    Kind("user", "stop", "hidden", N_("Your user name on this computer is in it: {what}."), internal=True),
    Kind("host", "stop", "hidden", N_("The name of this computer is in it: {what}."), internal=True),
    Kind("notes", "stop", "hidden", N_("Words of the internal notes are in it: {what}."), internal=True),
    Kind("version", "stop", "hidden", N_("The name of a kept version is in it: {what}."), internal=True),
    Kind("approval", "stop", "hidden", N_("Who approved a quote is in it: {what}."), internal=True),
    Kind("kit-name", "stop", "hidden", N_("The name of the kit’s file is in it: {what}."), internal=True),
    Kind("draft", "stop", "document", N_("It says of itself that it is a draft.")),
    Kind("watermark", "mind", "document", N_("Words stand behind its pages: {what}.")),
    Kind("comments", "stop", "hidden", N_("It has comments: {what}.")),
    Kind("tracked", "stop", "hidden", N_("It has tracked changes, with what was deleted: {what}.")),
    Kind("hidden-text", "stop", "hidden", N_("It has hidden text: {what}.")),
    Kind("covered", "stop", "hidden", N_("Words lie under something, where they can be copied: {what}.")),
    Kind("saved-by", "stop", "hidden", N_("It names who saved it last: {what}.")),
    Kind("template", "stop", "hidden", N_("It names the template that it was made from: {what}.")),
    Kind("linked-file", "stop", "hidden", N_("It leads to a file on a computer: {what}.")),
    Kind("place", "stop", "hidden", N_("A photo says where it was taken: {what}.")),
    Kind("script", "stop", "hidden", N_("It runs a program when it is opened or used: {what}.")),
    Kind("revisions", "stop", "hidden", N_("It still holds earlier versions of itself: {what}.")),
    Kind("path-in-text", "mind", "hidden", N_("The text names a folder of a computer: {what}.")),
    Kind("times", "mind", "hidden", N_("It says when it was worked on: {what}.")),
    Kind("custom", "mind", "hidden", N_("It has data of its own that no page shows: {what}.")),
    Kind("company", "mind", "hidden", N_("It names an organization behind the page: {what}.")),
    Kind("history", "mind", "hidden", N_("It says which edits belong together: {what}.")),
    Kind("attached", "mind", "hidden", N_("Files are attached: {what}.")),
    Kind("remote", "mind", "hidden", N_("It loads something from the net when it is opened: {what}.")),
    Kind("camera", "mind", "hidden", N_("A photo says what it was taken or edited with: {what}.")),
    Kind("faint-text", "mind", "hidden", N_("It has text that cannot be seen: {what}.")),
    Kind("outside", "mind", "hidden", N_("It has words outside its pages: {what}.")),
    Kind("layers", "mind", "hidden", N_("It has layers that can be switched off: {what}.")),
    Kind("locked", "mind", "access", N_("It is locked against some uses: {what}.")),
    Kind("controls", "mind", "hidden", N_("It has content controls, as a form has: {what}.")),
    Kind("not-all", "mind", "document", N_("Not all of it was looked at: {what}.")),
    Kind("untagged", "broken", "access", N_("It is not tagged: a screen reader has to guess what is what.")),
    Kind("no-title", "broken", "access", N_("It has no title.")),
    Kind("untitled", "mind", "document", N_("It has no title among its properties.")),
    Kind("no-language", "broken", "access", N_("It does not say what language it is in.")),
    Kind("no-alt", "broken", "access", N_("Pictures have no description: {what}.")),
    Kind("levels", "broken", "access", N_("Headings skip a level: {what}.")),
    Kind("no-headings", "mind", "access", N_("It has no headings.")),
    Kind("claim", "broken", "access", N_("It claims to keep {what}.")),
    Kind("unchecked", "mind", "access", N_("What it claims was not checked: {what}.")),
    Kind("not-embedded", "broken", "fonts", N_("Fonts are not in the file: {what}.")),
    Kind("no-letters", "broken", "fonts", N_("What is copied from it turns to nonsense in: {what}.")),
)
_STAMP = re.compile(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)T?(\d\d)?:?(\d\d)?")
KINDS = {kind.id: kind for kind in _KINDS}

# What is a fact: (id, group, label), in the order of telling.
_FACTS: tuple[tuple[str, Group, str], ...] = (
    ("title", "document", N_("Title")),
    ("author", "document", N_("Author")),
    ("subject", "document", N_("Subject")),
    ("keywords", "document", N_("Keywords")),
    ("language", "document", N_("Language")),
    ("pages", "document", N_("Pages")),
    ("paragraphs", "document", N_("Paragraphs")),
    ("words", "document", N_("Words")),
    ("made-with", "document", N_("Made with")),
    ("tagged", "access", N_("Tagged")),
    ("standards", "access", N_("Keeps")),
    ("headings", "access", N_("Headings")),
    ("pictures", "access", N_("Pictures")),
    ("lists", "access", N_("Lists")),
    ("tables", "access", N_("Tables")),
    ("links", "access", N_("Links")),
    ("fonts", "fonts", N_("Fonts")),
)
FACTS = {name: (group, label) for name, group, label in _FACTS}


class Finding(Struct, frozen=True):
    """Something found. kind: the id of its Kind. what: in what words, or where."""

    kind: str
    what: str = ""

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return KINDS[self.kind].severity

    @property
    def words(self) -> str:
        """A sentence, in the language of the screen."""
        return _(KINDS[self.kind].words).format(what=self.what)


class Report(Struct, frozen=True):
    """What is in a file. form: "pdf", "docx" or "zip". facts: each in words, by its id in FACTS."""

    form: str
    facts: dict[str, tuple[str, ...]]
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> Literal["stop", "broken", "mind", "fine"]:
        """The worst that was found."""
        found = {finding.severity for finding in self.findings}
        return next((each for each in ("stop", "broken", "mind") if each in found), "fine")

    @property
    def leaks(self) -> tuple[Finding, ...]:
        """What no export of ours may have in it."""
        return tuple(finding for finding in self.findings if KINDS[finding.kind].internal)


class Gathering:
    """What is found in one file, as it is gone through."""

    def __init__(self) -> None:
        self.facts: dict[str, tuple[str, ...]] = {}
        self.findings: list[Finding] = []

    def found(self, kind: str, *what: str) -> None:
        """Adds a finding if there is something to find; of many, the first are named."""
        named = [" ".join(each.split())[:_SHOWN] for each in dict.fromkeys(what) if each.strip()]
        if named:
            more = [_("and {count} more").format(count=len(named) - MOST_NAMED)] * (len(named) > MOST_NAMED)
            self.findings.append(Finding(kind, ", ".join((*named[:MOST_NAMED], *more))))

    def about(self, subject: str, keywords: str) -> None:
        """Notes what a file says of its matter, and whether that it is a draft."""
        self.fact("subject", subject)
        self.fact("keywords", keywords)
        if "draft" in {each.strip().casefold() for each in re.split("[,;]", keywords)}:
            self.findings.append(Finding("draft"))

    def fact(self, name: str, *values: object) -> None:
        """Notes what there is to say, if anything."""
        told = tuple(str(value) for value in values if str(value).strip())
        if told:
            self.facts[name] = told


def moment(stamp: str) -> str:
    """A date of a PDF (ISO 32000-1, 7.9.4) or of XML, as people write it; unchanged where it is neither."""
    found = _STAMP.match(stamp)
    if not found:
        return stamp
    day, time = "-".join(found.group(1, 2, 3)), ":".join(each for each in found.group(4, 5) if each)
    return f"{day} {time}".strip()
