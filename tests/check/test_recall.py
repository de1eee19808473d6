"""Recall: of faults planted one at a time in clean releases, nearly all are found where they stand."""

import pytest

from presskit.checking import Judge
from tests.check import plants_dates
from tests.check.seeding import Plant, Planter, found, plants

COUNT = 60
FLOOR = 0.95
PLANTERS: dict[int, tuple[Planter, ...]] = {
    9: plants_dates.WEEKDAYS,
    10: plants_dates.TIMES,
    11: plants_dates.DATES,
    12: plants_dates.STALE,
}
SHORT: dict[int, float] = {9: 0.9, 12: 0.55}
"""Rules that do not reach the floor yet, and what they must not fall below meanwhile."""


def missed(rule: int, count: int = COUNT) -> list[Plant]:
    """The plants of a rule, by its number, that no finding tells."""
    return [
        plant for plant in plants(PLANTERS[rule], count, f"rule {rule}") if not found(rule, plant, Judge())
    ]


@pytest.mark.parametrize("rule", sorted(PLANTERS))
def test_recall(rule: int) -> None:
    lost = missed(rule)
    recall = 1 - len(lost) / COUNT
    table = "\n".join(f"  {each.host:28} {each.block:9} {each.what}" for each in lost)
    assert recall >= SHORT.get(rule, FLOOR), f"rule {rule}: {recall:.0%} of {COUNT} found; missed:\n{table}"
