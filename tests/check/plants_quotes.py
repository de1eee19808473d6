"""Faults of quotes and of whoever is to clear them: rules 21, 22, 23 and 27."""

import random

from msgspec.structs import replace

from presskit.blocks.headline import Headline
from presskit.blocks.listing import Listing
from presskit.blocks.notes import Notes
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote, Speaker
from presskit.model.approval import Approval, seal
from presskit.model.kit import Kit
from presskit.model.partner import Partner
from presskit.text.runs import join, plain, rich
from tests.check.seeding import BODY, Host, Plant, Planter, changed, exchanged, sowing, sown, swapped
from tests.check.words import PEOPLE, PLAIN

PROSE = (Paragraph, Paragraph, Listing, Notes)


def _quotes(host: Host) -> list[Quote]:
    return [each for each in host.of(Quote) if isinstance(each, Quote) and each.words and each.speaker.name]


_VERBS = {
    "en": (
        "stated",
        "exclaimed",
        "commented",
        "remarked",
        "noted",
        "declared",
        "opined",
        "quipped",
        "stressed",
        "enthused",
        "proclaimed",
        "claimed",
        "admitted",
        "emphasized",
        "shared",
        "boasted",
        "lamented",
    ),
}


def _verb(host: Host, rng: random.Random) -> Plant | None:
    quotes = [each for each in _quotes(host) if each.verb in {"said", "says"}]
    if not quotes or host.language not in _VERBS:
        return None
    quote = rng.choice(quotes)
    verb = rng.choice(_VERBS[host.language])
    return changed(host, f"verb: {verb}", exchanged(host, replace(quote, verb=verb)), quote.id)


def _nobody(host: Host, rng: random.Random) -> Plant | None:
    quotes = _quotes(host)
    if not quotes:
        return None
    quote = rng.choice(quotes)
    what, bare = rng.choice(
        [
            ("no speaker", replace(quote, named="", speaker=Speaker())),
            ("a speaker of spaces", replace(quote, named="", speaker=Speaker(name="  "))),
            (
                "a role without a name",
                replace(quote, named="", speaker=Speaker(description="director of the trust")),
            ),
        ]
    )
    return changed(host, what, exchanged(host, bare), quote.id)


def _no_role(host: Host, rng: random.Random) -> Plant | None:
    """A speaker who is introduced nowhere."""
    quotes = _quotes(host)
    if not quotes:
        return None
    quote = rng.choice(quotes)
    name = rng.choice(PEOPLE)
    if any(name in text for block in host.release.blocks for text in block.letters()):
        return None
    bare = replace(quote, named="", tail=(), speaker=Speaker(name=name))
    return changed(host, f"{name}, without a role", exchanged(host, bare), quote.id)


_MARKS = (
    "“The pier is open to all⟦,⟧ said Ruth Abernathy, who keeps the books.",
    "Ruth Abernathy, who keeps the books, said ⟦“⟧The pier is open to all.",
    '"The pier is open to all⟦,⟧ said Ruth Abernathy, who keeps the books.',
    "“The pier is open to all⟦”,⟧ said Ruth Abernathy, who keeps the books.",
    "“The pier is open to all⟦”.⟧ Ruth Abernathy keeps the books.",
    "Ruth Abernathy said the pier was “open to all⟦”.⟧",
    'Ruth Abernathy said the pier was "open to all⟦".⟧',
    '"The pier is open to all⟦",⟧ said Ruth Abernathy, who keeps the books.',
    "Riders call it “the long line⟦”,⟧ and they keep it.",
    "“The pier is open to all,” ⟦exclaimed⟧ Ruth Abernathy, who keeps the books.",
    "“The pier is open to all,” ⟦stated⟧ Ruth Abernathy, who keeps the books.",
    "“The pier is open to all,” Ruth Abernathy, who keeps the books, ⟦declared⟧.",
    "“The pier is open to all,” ⟦remarked⟧ Ruth Abernathy, who keeps the books.",
)


def _marks(host: Host, rng: random.Random) -> Plant | None:
    if host.language != "en":
        return None
    made = sown(host, rng, rng.choice(_MARKS), PROSE)
    if made is None:
        return None
    return made._replace(start=0, end=10_000)  # where the partner is missing is a matter of taste


QUOTES: tuple[Planter, ...] = (_verb, _nobody, _no_role, _marks, _marks)


def _unapproved(host: Host, rng: random.Random) -> Plant | None:
    """A quote that was approved, and then changed in its words, speaker or attribution."""
    quotes = _quotes(host)
    if not quotes:
        return None
    quote = rng.choice(quotes)
    words = quote.words
    first = plain(words[0])
    at = rng.randrange(len(first))
    ways = {
        "a letter less": replace(quote, words=(rich(first[:at] + first[at + 1 :]), *words[1:])),
        "a word more": replace(quote, words=(join(words[0], " now"), *words[1:])),
        "another paragraph": replace(quote, words=(*words, rich("And it is not over."))),
        "another speaker": replace(quote, speaker=replace(quote.speaker, name=rng.choice(PEOPLE))),
        "another role": replace(
            quote, named="", speaker=replace(quote.speaker, description="chair of the Harbor Trust")
        ),
        "no approval": replace(quote, approval=None),
        "a seal of other words": replace(
            quote, approval=Approval(who="Orla Vance", when=host.now, seal=seal(["other"]))
        ),
        "only sent": replace(quote, approval=None).sent(host.now),
        "another verb": replace(quote, verb=quote.verb + " again"),
        "something after it": replace(quote, tail=join(quote.tail, " The riders went home.")),
    }
    what = rng.choice(list(ways))
    if ways[what].sealed_words() == quote.sealed_words() and ways[what].approval == quote.approval:
        return None
    return changed(host, f"quote: {what}", exchanged(host, ways[what]), quote.id)


def _uncleared(host: Host, rng: random.Random) -> Plant | None:
    """A partner whose clearance covers other words than those that name it."""
    name = rng.choice(["Granton Riders Union", "Wexmere Housing Coalition", "Lowell Ferry Trust"])
    if host.language not in {"en", "es", "fr"}:
        return None
    naming = sown(host, rng, rng.choice(_NAMING[host.language]).format(name), BODY)
    if naming is None:
        return None
    blocks = naming.kit.releases[0].blocks
    partner = Partner(name=name)
    covered = Approval(who="Dana Okoro", when=host.now, seal=seal(partner.mentions(blocks)))
    what = rng.choice(["never asked", "asked", "changed since"])
    cleared = host._replace(kit=swapped(host, blocks, partners=(replace(partner, approval=covered),)))
    if what == "changed since":
        extra = sown(cleared, rng, rng.choice(_NAMING[host.language]).format(name), BODY)
        if extra is None:
            return None
        return changed(cleared, f"{name}: {what}", extra.kit)
    asked = replace(partner, asked=None)
    return changed(cleared, f"{name}: {what}", swapped(cleared, blocks, partners=(asked,)))


_NAMING = {
    "en": (
        "The {} brought nine boats.",
        "Members of the {} kept the pier.",
        "A letter from the {} was read.",
    ),
    "es": ("La {} trajo nueve barcas.", "Se leyó una carta de la {}."),
    "fr": ("Le {} a prêté neuf barques.", "Une lettre du {} a été lue."),
}
APPROVALS: tuple[Planter, ...] = (_unapproved, _unapproved, _uncleared)

_CANNED = {
    "en": (
        "We are ⟦thrilled⟧ to announce the new pier.",
        "I am ⟦excited⟧ to be part of this work.",
        "We are ⟦pleased⟧ to open the pier.",
        "We’re ⟦proud⟧ to stand with the riders.",
        "I am ⟦honored⟧ to chair the board.",
        "We are ⟦delighted⟧ to welcome the riders.",
        "We are so ⟦excited⟧ about the pier.",
        "I’m ⟦thrilled⟧ that the county listened.",
        "We could not be ⟦prouder⟧ of the riders.",
        "We couldn’t be more ⟦excited⟧ for spring.",
        "It is an ⟦honor⟧ to open the pier.",
        "We are very ⟦pleased⟧ with the vote.",
        "I am incredibly ⟦proud⟧ of the crew.",
    ),
    "es": (
        "Estamos ⟦encantadas⟧ de anunciar el nuevo muelle.",
        "Es un ⟦honor⟧ abrir el muelle.",
        "Estamos ⟦orgullosos⟧ de este trabajo.",
        "Nos ⟦complace⟧ anunciar el nuevo muelle.",
    ),
    "fr": (
        "Nous sommes ⟦ravis⟧ d’annoncer le nouveau quai.",
        "Nous sommes ⟦fiers⟧ de ce travail.",
        "Je suis ⟦heureuse⟧ d’ouvrir le quai.",
    ),
}


def _echo(host: Host, rng: random.Random) -> Plant | None:
    """A quote that says the headline again."""
    quotes, heads = _quotes(host), host.of(Headline)
    if not quotes or len(heads) != 1 or host.language not in {"en", "es", "fr"}:
        return None
    (head,) = heads
    assert isinstance(head, Headline)
    words = plain(head.text).strip().rstrip(".!")
    if len(words.split()) < 5 or any(mark in words for mark in '“”"«»‘:'):
        return None
    said = rng.choice(["{}.", "Today, {}.", "{} at last."] if host.language == "en" else ["{}."]).format(
        words
    )
    made = sown(host, rng, f"⟦{said}⟧", (Quote,))
    return made._replace(names=words) if made else None


def _long(host: Host, rng: random.Random) -> Plant | None:
    quotes = _quotes(host)
    if not quotes or host.language not in PLAIN:
        return None
    quote = rng.choice(quotes)
    if sum(len(plain(each).split()) for each in quote.words) > 55:
        return None
    words = " ".join(rng.sample(PLAIN[host.language], 6))
    more = replace(quote, words=(*quote.words[:-1], join(quote.words[-1], " " + words)))
    return changed(host, "a quote of more than 60 words", exchanged(host, more), quote.id)


CANNED: tuple[Planter, ...] = (sowing(_CANNED, (Quote,)), sowing(_CANNED, (Quote,)), _echo, _long)


def _second(host: Host, blocks: tuple[object, ...], language: str) -> Kit:
    release = replace(host.release, language=language, blocks=blocks)
    return replace(host.kit, releases=(host.release, release))


_OTHER_WORDS = {
    "es": "Nadie debería esperar nueve años a que llegue una barca.",
    "fr": "Personne ne devrait attendre une barque pendant neuf ans.",
    "en": "Nobody should wait nine years for a boat.",
}


def _untranslated(host: Host, rng: random.Random) -> Plant | None:
    """A second language whose quotes are all translated but one, or that has lost one."""
    quotes = _quotes(host)
    if not quotes or host.language not in _OTHER_WORDS or len(host.kit.releases) != 1:
        return None
    language = rng.choice([each for each in _OTHER_WORDS if each != host.language])
    spoken = replace
    blocks = tuple(
        spoken(each, words=(rich(f"{_OTHER_WORDS[language]} ({number})"),), verb="")
        if isinstance(each, Quote)
        else each
        for number, each in enumerate(host.release.blocks)
    )
    clean = _second(host, blocks, language)
    quote = rng.choice(quotes)
    what = rng.choice(["untranslated", "lost"]) if len(quotes) > 1 else "untranslated"
    if what == "lost":
        kept = tuple(each for each in blocks if each.id != quote.id)
        made = changed(host, f"a quote lost in {language}", _second(host, kept, language))
        return made._replace(clean=clean, number=1)
    kept = tuple(replace(each, words=quote.words) if each.id == quote.id else each for each in blocks)  # type: ignore[call-arg]
    made = changed(host, f"a quote untranslated in {language}", _second(host, kept, language), quote.id)
    return made._replace(clean=clean, number=1)


TRANSLATIONS: tuple[Planter, ...] = (_untranslated,)
