"""What stands above the lede: release line, embargo, who sends it, contacts, date, headline and subheads."""

import re
from collections.abc import Sequence

from presskit.intake.dateline import own_line
from presskit.intake.lexicon import Lexicon
from presskit.intake.paragraphs import Para
from presskit.intake.parts import Kind, Part
from presskit.intake.reach import is_name
from presskit.intake.traits import Traits

_BLANK = re.compile(r"\s+")
_LONGEST = 260  # letters of a headline
_AFTER_LINE = re.compile(r"\s*(?:[:：|–—-]+\s*|\t+)")
_CONTACT_WITHIN = re.compile(r"(?<=\S)\s+(?=\S)")


def read_head(
    paras: Sequence[Para], traits: Sequence[Traits], start: int, lexicon: Lexicon, title: str
) -> list[Part]:
    """The parts of the paragraphs before number `start`."""
    return _Head(paras, traits, start, lexicon, title).read()


class _Head:
    def __init__(
        self, paras: Sequence[Para], traits: Sequence[Traits], start: int, lexicon: Lexicon, title: str
    ) -> None:
        self._paras, self._traits, self._start = paras, traits, start
        self._lexicon, self._title = lexicon, title.strip()
        self._told: list[str] = []
        self._kinds: dict[int, tuple[Kind, float]] = {}
        self._cuts: dict[int, list[tuple[Kind, int, int, float]]] = {}

    def read(self) -> list[Part]:
        """The parts, in order."""
        self._mail()
        self._plain_signs()
        self._contacts()
        self._repeated()
        headline = self._headline()
        self._rest(headline)
        found: list[Part] = []
        for at in range(self._start):
            if at in self._cuts:
                found += [Part(kind, at, begin, end, sure) for kind, begin, end, sure in self._cuts[at]]
                continue
            kind, sure = self._kinds.get(at, ("aside", 0.5))
            found.append(Part(kind, at, 0, len(self._paras[at].text), sure))
        return found

    def _mail(self) -> None:
        """The head of a mail, and what its sender wrote above the release."""
        heads = [at for at in range(min(self._start, 25)) if self._traits[at].mail]
        if len(heads) < 2 or heads[1] - heads[0] > 2:
            return
        last = heads[0]
        for at in heads:
            if at - last <= 2:
                last = at
        begins = [
            at
            for at in range(last + 1, self._start)
            if self._traits[at].release_line or self._traits[at].embargo or self._traits[at].label
        ]
        for at in range(min(begins, default=last + 1)):
            self._kinds[at] = ("aside", 0.9)

    def _plain_signs(self) -> None:
        for at in range(self._start):
            trait = self._traits[at]
            if at in self._kinds:
                continue
            if trait.around:
                self._kinds[at] = ("aside", 0.8)
            elif trait.beside or trait.crumb or trait.furniture:
                self._kinds[at] = ("aside", 0.9)
            elif trait.embargo:
                self._kinds[at] = ("embargo", 0.95)
            elif trait.release_line:
                self._release_line(at)
            elif self._own_dateline(at):
                self._kinds[at] = ("dateline", 0.9)
            elif trait.date_only:
                self._kinds[at] = ("date", 0.9)
            elif trait.label:
                self._kinds[at] = ("label", 0.8)
            elif trait.end:
                self._kinds[at] = ("aside", 0.5)
            elif trait.residue:
                self._kinds[at] = ("aside", 0.8)
            elif trait.item:
                self._kinds[at] = ("item", 0.7)
            elif trait.link_only:
                self._kinds[at] = ("note", 0.5)
            elif trait.note_line:
                self._kinds[at] = ("note", 0.6)

    def _own_dateline(self, at: int) -> bool:
        """A dateline on a line of its own, just above the lede."""
        trait = self._traits[at]
        return (
            trait.short and not trait.residue and own_line(self._traits[at].text, self._lexicon) is not None
        )

    def _release_line(self, at: int) -> None:
        """A release line and what follows on it: a date is part of it, a headline or contact is not."""
        text = self._paras[at].text
        found = self._lexicon.release_line.search(text)
        assert found is not None
        after = _AFTER_LINE.match(text, found.end())
        end = after.end() if after else found.end()
        rest = text[end:].strip()
        if after and "\t" in after[0]:
            self._cuts[at] = [("release_line", 0, found.end(), 0.98), ("issuer", found.end(), len(text), 0.5)]
            return
        dated = self._lexicon.date.match(rest)
        tab = text.find("\t", end)
        if tab > 0 and (dated or len(text[end:tab].split()) <= 4):
            self._cuts[at] = [("release_line", 0, tab, 0.98), ("issuer", tab, len(text), 0.5)]
        elif not dated and len(rest.split()) >= 5 and not self._lexicon.date.search(rest[:40]):
            self._cuts[at] = [("release_line", 0, end, 0.95), ("headline", end, len(text), 0.85)]
        else:
            self._kinds[at] = ("release_line", 0.98)

    def _contacts(self) -> None:
        """Runs of lines that say whom to reach."""
        at = 0
        while at < self._start:
            trait = self._traits[at]
            inside = self._contact_within(at)
            headed = inside >= 0 or (trait.contact_head and at not in self._kinds)
            if not headed and not (trait.reach and at not in self._cuts and not self._aside(at)):
                at += 1
                continue
            begin = at if headed else self._name_above(at)
            last = self._last_reach(at)
            if not any(self._traits[each].reach for each in range(begin, last + 1)):
                at += 1
                continue
            for each in range(begin, last + 1):
                if each == at and inside > 0:
                    size = len(self._paras[at].text)
                    self._cuts[at] = [("date", 0, inside, 0.9), ("contact", inside, size, 0.9)]
                elif each not in self._cuts:
                    self._kinds[each] = ("contact", 0.9)
            at = last + 1

    def _aside(self, at: int) -> bool:
        return self._kinds.get(at, ("", 0))[0] == "aside"

    def _last_reach(self, at: int) -> int:
        """The last line with a number or address of the contacts that begin there."""
        last = at
        for here in range(at + 1, min(at + 12, self._start)):
            kind = self._kinds.get(here, ("", 0))[0]
            if here in self._cuts or kind in ("release_line", "embargo", "dateline"):
                break
            if self._paras[here].form == "heading":
                break
            if self._traits[here].reach and here - last <= 4:
                last = here
        return last

    def _contact_within(self, at: int) -> int:
        """Where contacts begin in a line that starts with a date: "June 5, 2014 Contact: …"; -1 nowhere."""
        text = self._paras[at].text
        if len(text) > 300 or not (found := self._lexicon.date.search(text[:60])) or found.start() > 3:
            return -1
        rest = text[found.end() :].lstrip(" \t|–—-")
        return len(text) - len(rest) if self._lexicon.contact.match(rest) else -1

    def _name_above(self, at: int) -> int:
        """The first line of a contact whose number stands in this one: a name at most three lines above."""
        first = at
        for here in range(at - 1, max(at - 4, -1), -1):
            if here in self._kinds or here in self._cuts or not self._traits[here].short:
                break
            if is_name(self._paras[here].text, self._lexicon):
                first = here
        return first

    def _repeated(self) -> None:
        """A headline that a page has said before, in its title or list, stands where it comes last."""
        told = {}
        for at in range(self._start):
            text = _plain(self._text_of(at))
            if len(text) >= 16:
                told[text] = at
        for at in range(self._start):
            mine = _plain(self._paras[at].text)
            if len(mine) < 16:
                continue
            for text, last in told.items():
                more = len(mine) - len(text)
                again = mine.startswith(text) and more < min(90, len(text) + 20)
                if last > at and (again or (text in mine and len(text) > 30 and more < 90)):
                    self._kinds[at] = ("aside", 0.8)
                    self._cuts.pop(at, None)
                    for each in range(at):
                        if each not in self._cuts and self._kinds.get(each, ("", 0))[0] not in (
                            "contact",
                            "embargo",
                        ):
                            self._kinds[each] = ("aside", 0.7)
                    break

    def _text_of(self, at: int) -> str:
        for kind, begin, end, _sure in self._cuts.get(at, ()):
            if kind == "headline":
                return self._paras[at].text[begin:end]
        return self._paras[at].text

    def _headline(self) -> int:
        """The paragraph that is the headline; -1 where there is none, or it stands on another's line."""
        if any(kind == "headline" for cuts in self._cuts.values() for kind, *_rest in cuts):
            return -1
        marks = [
            at for at, (kind, _sure) in self._kinds.items() if kind in ("release_line", "contact", "label")
        ]
        marks += list(self._cuts)
        best, most = -1, -9.0
        for at in range(self._start):
            if at in self._cuts or at in self._kinds:
                continue
            score = self._score(at, max([each for each in marks if each < at], default=-1))
            if score > most:
                best, most = at, score
        if best >= 0 and most > 0:
            sure = min(0.95, 0.6 + most / 10)
            self._kinds[best] = ("headline", sure)
            for at in range(best + 1, self._start):
                if not self._capitals_go_on(at):
                    break
                self._kinds[at] = ("headline", sure - 0.1)
            return best
        return -1

    def _capitals_go_on(self, at: int) -> bool:
        """Whether a line in capitals goes on with the one in capitals just above it."""
        here, above = self._paras[at], self._paras[at - 1]
        return (
            at not in self._kinds
            and at not in self._cuts
            and not here.gap
            and here.form == above.form == "plain"
            and here.text.isupper()
            and above.text.isupper()
            and len(here.text.split()) > 1
            and not above.text.rstrip().endswith((".", "!", "?"))
        )

    def _score(self, at: int, mark: int) -> float:
        para, trait = self._paras[at], self._traits[at]
        text = trait.bare
        if len(text) > _LONGEST or not any(letter.isalpha() for letter in text):
            return -9.0
        score = 1.0 - at * 0.03
        if para.form == "heading":
            score += max(4 - para.level, 1.5)
        elif para.text.startswith("#"):
            score += 5 - (len(para.text) - len(para.text.lstrip("#")))
        if self._title and _plain(text) and _plain(text) in _plain(self._title):
            score += 2
        if 4 <= trait.words <= 26:
            score += 1.5
        elif trait.words <= 2:
            score -= 1
        if mark >= 0:
            score += 1
        if text.isupper():
            score += 0.7
        if text.endswith((":", "：", ",")):
            score -= 3
        elif text.endswith((".", "。")) and trait.words > 6:
            score -= 1
        if trait.reach or trait.byline or sum(letter.isdigit() for letter in text) > 9:
            score -= 2
        if text[:1] in '“"«„' and trait.words > 9 and para.form != "heading":
            score -= 2
        if trait.link_only or "://" in text:
            score -= 3
        if trait.words <= 5 and (self._aside(at + 1) or self._ends_as_body(text)):
            score -= 1
        if trait.words <= 8 and self._is_name_of_issuer(text):
            score -= 2.5
        return score

    def _ends_as_body(self, text: str) -> bool:
        """Whether its last word is a kind of organisation: "Hill County Council"."""
        return any(found.end() >= len(text) for found in self._lexicon.org.finditer(text))

    def _is_name_of_issuer(self, text: str) -> bool:
        """Whether the lede or the heading of boilerplate says a line word for word: who sends it."""
        if not self._told:
            paras = zip(self._paras, self._traits, strict=True)
            self._told = [each.text for each, trait in paras if trait.about]
            self._told += [each.text[:400] for each in self._paras[self._start : self._start + 1]] or [""]
            self._told = [_BLANK.sub("", each) for each in self._told]
        letters = _BLANK.sub("", text)
        return any(letters in each for each in self._told)

    def _rest(self, headline: int) -> None:
        """What is left above the lede: subheads below the headline, above it who sends it."""
        cut = [at for at, cuts in self._cuts.items() if any(kind == "headline" for kind, *_rest in cuts)]
        below = headline if headline >= 0 else (cut[0] if cut else self._start)
        self._above_a_menu(below)
        asides = sum(kind == "aside" for at, (kind, _sure) in self._kinds.items() if at < below)
        for at in range(self._start):
            if at in self._kinds or at in self._cuts:
                continue
            trait = self._traits[at]
            if at < below:
                beside = all(self._kinds.get(each, ("aside", 0))[0] == "aside" for each in (at - 1, at + 1))
                lonely = trait.words <= 4 and asides >= 2 and beside
                self._kinds[at] = ("aside", 0.6) if lonely else ("issuer", 0.6)
            elif trait.byline:
                self._kinds[at] = ("issuer", 0.7)
            elif trait.text.endswith(("，", ",")) and trait.words <= 8:
                self._kinds[at] = ("body", 0.6)
            elif self._is_subhead(at):
                self._kinds[at] = ("subhead", 0.75)
            elif trait.heading_like and trait.text.endswith((":", "：")):
                self._kinds[at] = ("crosshead", 0.6)
            elif trait.quoted or trait.dashed or trait.text.endswith((",", "，", "،")):
                self._kinds[at] = ("body", 0.6)
            else:
                sends = trait.words <= 6 or (trait.words <= 12 and self._lexicon.org.search(trait.text))
                self._kinds[at] = ("issuer" if sends else "note", 0.4)

    def _above_a_menu(self, below: int) -> None:
        """What stands above three lines or more of a page's menu is the page's too."""
        run = few = 0
        for at in range(below):
            trait, known = self._traits[at], at in self._kinds or at in self._cuts
            few = few + 1 if self._aside(at) or (not known and trait.words <= 3) else 0
            if few >= 4:
                for each in range(at - few + 1, at + 1):
                    self._kinds.setdefault(each, ("aside", 0.6))
        for at in range(below):
            run = run + 1 if self._aside(at) else 0
            if run >= 3:
                for each in range(at):
                    if each not in self._kinds and each not in self._cuts:
                        self._kinds[each] = ("aside", 0.6)

    def _is_subhead(self, at: int) -> bool:
        trait = self._traits[at]
        if trait.text.endswith((":", "：")) or "://" in trait.text or trait.words < 4:
            return False
        if (
            trait.text[:1] in '“"«„'
            and trait.words > 9
            and not trait.text.rstrip().endswith(('"', "”", "»", "“"))
        ):
            return False
        after = self._traits[at + 1].item if at + 1 < self._start else False
        issuer = " - " in trait.text and bool(self._lexicon.org.search(trait.text)) and trait.words <= 10
        return not after and not issuer and len(trait.text) <= 400


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().lower()
