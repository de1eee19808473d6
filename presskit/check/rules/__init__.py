"""All rules, in the order of the trade's list."""

from presskit.check.rule import Rule
from presskit.check.rules import (
    acronyms,
    after,
    dates,
    head,
    leftovers,
    numbers,
    people,
    places,
    proof,
    quotes,
    standing,
    times,
    variants,
    voice,
)

ALL: tuple[Rule, ...] = tuple(
    sorted(
        (
            *head.RULES,
            *leftovers.RULES,
            *standing.RULES,
            *dates.RULES,
            *times.RULES,
            *variants.RULES,
            *people.RULES,
            *places.RULES,
            *acronyms.RULES,
            *numbers.RULES,
            *voice.RULES,
            *quotes.RULES,
            *proof.RULES,
            *after.RULES,
        ),
        key=lambda rule: rule.number,
    )
)

BY_ID: dict[str, Rule] = {rule.id: rule for rule in ALL}
