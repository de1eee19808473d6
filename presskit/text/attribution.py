"""How a language names a speaker, and where it puts the verb of saying.

English: AP Stylebook (2024), "attribution". The others: as news agencies of the language write.
"""

from typing import Literal, NamedTuple

from presskit.text.languages import fallbacks

Part = Literal["title", "name", "description"]
Placement = Literal["lead", "middle", "end"]


class Order(NamedTuple):
    """lead, after: a verb of saying and who says it, where they lead in and where they follow the words.

    before: what is known of the speaker, in this order; a description that comes last may stand in
    apposition, and then has a comma before it. around: in a lead the verb follows the words, and
    only who says them stands before.
    """

    parts: tuple[Part, ...] = ("title", "name", "description")
    gap: str = " "
    comma: str = ","
    lead: str = "{who} {verb}"
    after: str = "{verb} {who}"
    around: bool = False


_SPEAKER_FIRST = Order(after="{who} {verb}")
_ORDERS = {
    "en": Order(),
    "vi": _SPEAKER_FIRST,
    "ht": Order(after="se sa {who} {verb}"),
    "ar": Order(comma="،", lead="{verb} {who}"),
    "zh": Order(("description", "title", "name"), gap="", lead="{who}{verb}", after="{who}{verb}"),
    "ja": Order(("description", "name", "title"), gap="", after="{who}は{verb}", lead="{who}は", around=True),
    "ko": Order(
        ("name", "description", "title"), after="{who}{topic} {verb}", lead="{who}{topic}", around=True
    ),
    "hi": Order(("description", "title", "name"), lead="{who} ने {verb}", after="{who} ने {verb}"),
}

# After a name, these run on without a comma: "Megan Fountain of …", "Andres Ayala (D-Bridgeport)".
_RUNS_ON = frozenset(
    ["of", "for", "from", "at", "in", "on", "with", "who", "de", "del", "da", "do", "du", "des", "der", "von",
     "para", "por", "pour", "nan", "pou", "ki", "của", "từ", "tại", "من", "в", "из", "от"]
)  # fmt: skip


def _order(language: str) -> Order:
    return next((_ORDERS[tag] for tag in fallbacks(language) if tag in _ORDERS), _ORDERS["en"])


def _topic(who: str) -> str:
    """The Korean particle of the topic: 은 after a syllable that ends in a consonant, else 는."""
    last = ord(who[-1]) - 0xAC00 if who else -1
    return "은" if 0 <= last < 11172 and last % 28 else "는"


def identified(title: str, name: str, description: str, language: str = "en") -> str:
    """A speaker as an attribution names them. A description that begins with a comma, a parenthesis
    or a preposition follows the name as it is, any other after a comma."""
    order = _order(language)
    given = {"title": title.strip(), "name": name.strip(), "description": description.strip()}
    if order.parts[-1] != "description":
        if language.startswith("ja") and given["description"] and given["name"]:
            given["description"] = given["description"].removesuffix("の") + "の"
        return order.gap.join(given[part] for part in order.parts if given[part])
    named = order.gap.join(given[part] for part in order.parts[:-1] if given[part])
    after = given["description"]
    if not after or not named:
        return named or after
    if after[0] in ",;:–—،":
        return named + after
    runs_on = after[0] in "([" or after.split()[0].lower() in _RUNS_ON or after.startswith("d’")
    return f"{named} {after}" if runs_on else f"{named}{order.comma} {after}"


def attributed(
    who: str,
    verb: str,
    placement: Placement,
    language: str = "en",
    *,
    last: bool = False,
    comma: bool = False,
) -> tuple[str, str]:
    """An attribution: what stands before the words or after them, and, in a language whose verb follows
    what was said, what else comes after them in a lead ("王氏は" … "述べた").

    last: the verb comes last in any case. comma: `who` ends in an apposition, which a comma closes.
    """
    if not who or not verb:
        return who, ""
    order = _order(language)
    pattern = order.lead if placement == "lead" else order.after
    if last and pattern.startswith("{verb}"):
        pattern = "{who} {verb}"
    closed = comma and "{who} {verb}" in pattern
    stands = pattern.format(who=who + order.comma if closed else who, verb=verb, topic=_topic(who))
    return stands, verb if order.around and placement == "lead" else ""
