"""Who said what: the quotations of a draft, each with its pieces and its speaker."""

import re
from collections.abc import Sequence

from msgspec import Struct

from presskit.intake.lexicon import UNSPACED, Lexicon, language_of
from presskit.intake.marks import Quoted, quotations
from presskit.intake.names import PREPOSITIONS, Cast, Person, runs, who
from presskit.intake.parts import Draft
from presskit.text.sentences import sentences

_LEAD_WORDS = 9  # between the verb and the words that it leads to
_TRAIL_WORDS = 24  # before a verb that follows the words
_AGE = re.compile(r"\d+[- ]year[- ]old|\d+ (?:años|ans|Jahre)", re.I)
_DASH = re.compile(r"\s*[-–—~]{1,2}\s*(?=\S)")
_GOES_ON = frozenset(
    ["where", "which", "when", "as", "for", "in", "and", "but", "to", "that", "or", "of", "while", "because"]
)
_LEADS_TO = (" to", " by", " from", " de", " von", " com")  # "according to Ada Poe"
_SENTENCE = re.compile(r"[.!?…]\s*$")
_FULL_END = re.compile(r"[.,!?…。，！？،؟]\s*$")


class Piece(Struct, frozen=True):
    """Words of a quotation: letters of a part's text, marks not included. part: its number in the draft."""

    part: int
    start: int
    end: int
    text: str


class Statement(Struct):
    """What somebody said, in one or more pieces. partial: some words of it, in a sentence of the author's."""

    pieces: list[Piece]
    speaker: str = ""
    role: str = ""
    partial: bool = False


def statements(draft: Draft) -> list[Statement]:
    """The quotations of a draft, in order."""
    return _Listener(draft).hear()


class _Listener:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._lexicons = {draft.language: Lexicon(draft.language)}
        texts = [draft.text(part) for part in draft.parts if part.kind not in ("aside", "table")]
        self._cast = Cast(texts, self._lexicons[draft.language])
        self._found: list[Statement] = []
        self._roles: dict[str, str] = {}
        self._speaker: Person | None = None  # who spoke last
        self._mentioned = ""  # whom the paragraph before named first
        self._awaited: Person | None = None  # whose words the next paragraph has
        self._told_in = -9  # the part that last said, without marks, what somebody said
        self._open = False
        self._before = -9  # the part that the last statement ended in

    def hear(self) -> list[Statement]:
        """Reads part by part."""
        for number, part in enumerate(self._draft.parts):
            if part.kind in ("body", "item", "subhead", "note"):
                text = self._draft.text(part)
                lexicon = self._lexicon(text)
                quoted = quotations(text, going_on=self._open)
                if part.kind in ("subhead", "note", "item") and not self._open:
                    quoted = [each for each in quoted if len(each.inside(text).split()) > 7]
                if quoted:
                    self._quoting(number, text, quoted, lexicon)
                else:
                    self._telling(number, text, lexicon)
            elif part.kind not in ("aside",):
                self._open, self._awaited = False, None
        return [each for each in self._found if each.pieces]

    def _lexicon(self, text: str) -> Lexicon:
        language = language_of(text) if len(text) > 160 else self._draft.language
        if language not in self._lexicons:
            self._lexicons[language] = Lexicon(language)
        return self._lexicons[language]

    # --- paragraphs without marks

    def _telling(self, number: int, text: str, lexicon: Lexicon) -> None:
        self._open = False
        mark = self._draft.paras[self._draft.parts[number].para].mark
        dashed = mark in ("-", "–", "—", "--") or _DASH.match(text)
        if dashed and self._before == number - 1 and self._found and len(text.split()) <= 16:
            person = who(text, lexicon, after=True)
            if person is not None and not self._found[-1].speaker:
                self._give(self._found[-1], person, lexicon)
                return
        self._awaited = None
        spans = sentences(text)[:40]
        if lexicon.language not in UNSPACED | {"ko", "ar", "he"}:
            self._about(text)
        before = self._speaker
        self._reporting([text[start:end] for start, end in spans], lexicon)
        if self._speaker is not before:
            self._told_in = number
        leads = text.rstrip().endswith((":", "："))
        if leads and len(text.split()) <= 16 and not lexicon.says.search(text):
            person = who(text, lexicon, after=False)  # "Ada Poe, chair, Hill House:"
            if person is not None and self._cast.person(person.name):
                self._speaker = Person(self._cast.full(person.name), person.role)
        if leads or (spans and _releases(text[spans[-1][0] :], lexicon)):
            self._awaited = self._speaker
        self._mentioned = next((found[0] for found in runs(text[:120]) if " " in found[0]), self._mentioned)

    def _reporting(self, told: Sequence[str], lexicon: Lexicon) -> None:
        """Hears who speaks in sentences without marks: "Poe said that …"."""
        for sentence in told:
            verb = lexicon.says.search(sentence)
            if verb is None:
                continue
            head, tail = sentence[: verb.start()], sentence[verb.end() :]
            if verb[0].lower().endswith(_LEADS_TO) and len(head.split()) <= 2:
                person = who(tail, lexicon, after=True)
            else:
                person = self._resolved(who(head, lexicon, after=False), head, lexicon)
            if person is not None:
                self._speaker = Person(self._cast.full(person.name), person.role)

    # --- paragraphs with them

    def _quoting(self, number: int, text: str, quoted: Sequence[Quoted], lexicon: Lexicon) -> None:
        alone = not re.search(r"\w", text[: max(quoted[0].start, 0)])
        whole = alone and len(quoted) == 1 and not re.search(r"\w", text[quoted[0].end :])
        if quoted[0].start > 0:
            self._led_up(text[: quoted[0].start], lexicon)
        current: Statement | None = None
        follows = self._before == number - 1 and bool(self._found)
        for place, each in enumerate(quoted):
            begin = quoted[place - 1].end if place else 0
            stop = quoted[place + 1].start if place + 1 < len(quoted) else len(text)
            before, after = text[begin : max(each.start, 0)], text[each.end : stop]
            words = each.inside(text)
            size = len(words) // 3 if lexicon.language in UNSPACED else len(words.split())
            if not words:
                continue
            if place and current is None and re.search(r"[.!?]\s", before):
                self._about(text)  # "Poe called it “fair” and left. “…,” she said."
            piece = Piece(number, max(each.start + 1, 0), each.end - each.closed, words)
            if each.start < 0 and self._found:  # it goes on from the paragraph before
                current = self._found[-1]
                current.pieces.append(piece)
                self._late(current, after, lexicon)
                continue
            trail = self._trail(after, lexicon)
            lead = None if trail else self._lead(before, lexicon)
            small = words[:1].islower()
            if place == 0 and alone and self._open and self._found and trail is None:
                current = self._found[-1]
                current.pieces.append(piece)
            elif trail is not None and size >= 2 and not (small and size < 4):
                current = self._new(
                    piece,
                    trail,
                    lexicon,
                    partial=(small and place > 0) or (small and begin < each.start and bool(before.strip())),
                )
            elif current is not None and not small and size >= 2 and _said_on(before, after, words):
                current.pieces.append(piece)
            elif lead is not None and size >= 2 and not (size < 4 and (small or not _FULL_END.search(words))):
                current = self._new(piece, lead, lexicon, partial=small or not _led(before))
            elif whole and size >= 3:
                current = self._alone(number, piece, follows, lexicon)
            elif place == 0 and alone and size >= 6 and not small:
                current = self._alone(number, piece, False, lexicon)
            else:
                self._partial(piece, words, size, before, after, lexicon)
        self._open = not quoted[-1].closed
        self._awaited = None
        if text.rstrip().endswith((":", "：")):
            self._awaited = self._speaker
        first = next((found[0] for found in runs(text[:120]) if " " in found[0]), "")
        self._mentioned = first or self._mentioned

    def _led_up(self, before: str, lexicon: Lexicon) -> None:
        """Hears whom the sentences before a quotation are about: "Poe has the key. “I …,” she said."."""
        if lexicon.language in UNSPACED | {"ko", "ar", "he"}:
            return
        told = [before[start:end] for start, end in sentences(before[-1_500:])]
        if told and not _SENTENCE.search(told[-1]):
            told.pop()  # it goes on with the quotation
        for sentence in told:
            self._about(sentence)
        self._reporting(told, lexicon)

    def _about(self, sentence: str) -> None:
        """Hears whom a sentence is about: the first person in it, with no preposition before the name."""
        for found in runs(sentence[:80]):
            before = sentence[: found.start()].lower().split()
            if len(before) > 4 or PREPOSITIONS & {*before}:
                return
            if name := self._cast.person(found[0]):
                self._speaker = self._speaker if self._is_speaker(name) else Person(name)
                return

    def _is_speaker(self, name: str) -> bool:
        return self._speaker is not None and self._speaker.name == name

    def _alone(self, number: int, piece: Piece, follows: bool, lexicon: Lexicon) -> Statement:
        """A paragraph that is nothing but a quotation."""
        if self._awaited is not None:
            return self._new(piece, self._awaited, lexicon)
        if follows and not self._found[-1].partial and self._next_dash(number) is None:
            self._found[-1].pieces.append(piece)
            self._before = number
            return self._found[-1]
        told = self._speaker if self._told_in == number - 1 and self._next_dash(number) is None else None
        return self._new(piece, told, lexicon)

    def _next_dash(self, number: int) -> str | None:
        if number + 1 < len(self._draft.parts):
            text = self._draft.printed(self._draft.parts[number + 1])
            if _DASH.match(text) and len(text.split()) <= 16:
                return text
        return None

    def _partial(
        self, piece: Piece, words: str, size: int, before: str, after: str, lexicon: Lexicon
    ) -> None:
        if size < 4 or _is_title(words):
            return
        sentence = _last_sentence(before) + " " + _first_sentence(after)
        verb = lexicon.says.search(sentence)
        if verb is not None and (words[:1].islower() or size >= 5):
            told = self._resolved(
                who(sentence[: verb.start()], lexicon, after=False), sentence[: verb.start()], lexicon
            )
            self._new(piece, told, lexicon, partial=True)
        elif verb is None and size >= 6 and words[:1].islower():
            self._new(piece, None, lexicon, partial=True)

    def _new(
        self, piece: Piece, person: Person | None, lexicon: Lexicon, *, partial: bool = False
    ) -> Statement:
        made = Statement([piece], partial=partial)
        if person is not None:
            self._give(made, person, lexicon)
        self._found.append(made)
        self._before = piece.part
        return made

    def _give(self, statement: Statement, person: Person, lexicon: Lexicon) -> None:
        full = self._cast.full(person.name)
        statement.speaker, statement.role = full, person.role
        if person.role:
            self._roles.setdefault(full, person.role)
        else:
            statement.role = self._roles.get(full, "")
        self._speaker = Person(full, statement.role)

    def _late(self, statement: Statement, after: str, lexicon: Lexicon) -> None:
        self._before = statement.pieces[-1].part
        if not statement.speaker and (trail := self._trail(after, lexicon)):
            self._give(statement, trail, lexicon)

    # --- attributions

    def _trail(self, after: str, lexicon: Lexicon) -> Person | None:
        """The speaker in what follows a quotation: "said Ada Poe", "Poe said", "– Ada Poe, chair"."""
        sentence = _first_sentence(after).lstrip(" \u00a0,")
        dash = _DASH.match(sentence)
        clause = sentence[dash.end() :] if dash else sentence.lstrip(" \u00a0,")
        verb = lexicon.says.search(clause)
        if lexicon.language in UNSPACED | {"ko"}:
            return self._resolved(who(clause, lexicon, after=True), clause, lexicon) if verb else None
        if dash and (verb is None or verb.start() > 60):
            return (
                who(clause, lexicon, after=True)
                if len(clause.split()) <= 18 and clause[:1].isupper()
                else None
            )
        if verb is None:
            return None
        before = clause[: verb.start()].strip(" ,")
        if not before:
            tail = clause[verb.end() :]
            return self._resolved(who(tail, lexicon, after=True), tail, lexicon)
        if len(before.split()) > _TRAIL_WORDS or before[:1] in "([" or _relative(before):
            return None
        return self._resolved(who(before, lexicon, after=False), before, lexicon)

    def _lead(self, before: str, lexicon: Lexicon) -> Person | None:
        """The speaker in what stands before a quotation: "Ada Poe said, “…", "Poe, the chair: “…"."""
        sentence = _last_sentence(before)
        colon = sentence.rstrip().endswith((":", "：", "，", ","))
        found = list(lexicon.says.finditer(sentence))
        if (by := lexicon.by.match(sentence)) and colon:
            return self._resolved(who(sentence[by.end() :], lexicon, after=True), sentence, lexicon)
        if not found:
            if sentence.rstrip().endswith((":", "：")) and len(sentence.split()) <= 16:
                return self._resolved(who(sentence, lexicon, after=False), sentence, lexicon)
            return None
        verb = found[-1]
        tail = sentence[verb.end() :].strip(" \u00a0,:，：")
        if len(tail.split()) > (40 if colon else _LEAD_WORDS):
            return None
        head = sentence[: verb.start()]
        person = who(head, lexicon, after=False) if head.strip() else None
        person = self._resolved(person, head, lexicon)
        if person is None and len(found) > 1:
            head = sentence[: found[0].start()]
            person = self._resolved(who(head, lexicon, after=False), head, lexicon)
        if person is None and tail:
            person = self._resolved(who(tail, lexicon, after=True), tail, lexicon)
        return person or (self._speaker if colon else None)

    def _resolved(self, person: Person | None, clause: str, lexicon: Lexicon) -> Person | None:
        """The person whom a pronoun or "the 54-year-old" stands for."""
        words = clause.replace(",", " ").split()
        if any(word.lower() in lexicon.words.pronouns for word in (words[-1:] + words[:1])) and (
            person is None or len(words) <= 3 or words[-1].lower() in lexicon.words.pronouns
        ):
            return self._speaker
        if person is not None and self._speaker is not None:
            called = person.name.lower().split()
            if len(called) == 2 and called[0] in lexicon.words.article and called[1] in lexicon.titles:
                return self._speaker  # "the governor said"
        if person is not None and _AGE.search(person.name) and self._mentioned:
            return Person(self._mentioned)
        return person


def _releases(sentence: str, lexicon: Lexicon) -> bool:
    return (
        any(" " in each and each in sentence.lower() for each in lexicon.words.says)
        and len(sentence.split()) < 45
    )


def _said_on(before: str, after: str, words: str) -> bool:
    """Whether a further quotation of a paragraph goes on with what was said: it stands as a sentence."""
    ends = before.strip()
    if not re.search(r"\w", ends) or ends.endswith((".", ",", ":", ";", "。", "」", "，", "—", "–")):
        return True
    return bool(_FULL_END.search(words)) and not re.search(r"\w", after[:3])


def _led(before: str) -> bool:
    return before.rstrip().endswith((":", ",", "：", "，", "،", "that", "that,", "que", "—", "–"))


def _relative(before: str) -> bool:
    """Whether what follows a quotation goes on with the author's sentence."""
    return before.split(maxsplit=1)[0].lower().strip(",") in _GOES_ON


def _is_title(words: str) -> bool:
    """Whether a text is set as a title is: most of its words begin with a capital."""
    long = [word for word in words.split() if len(word) > 3]
    return len(long) > 1 and sum(word[:1].isupper() for word in long) > len(long) * 0.7


def _last_sentence(text: str) -> str:
    spans = sentences(text[-600:])
    piece = text[-600:]
    return piece[spans[-1][0] : spans[-1][1]] if spans else ""


def _first_sentence(text: str) -> str:
    piece = text[:600]
    spans = sentences(piece)
    return piece[: spans[0][1]] if spans else ""
