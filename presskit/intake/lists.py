"""Lists whose marks were lost on the way: short lines below a line that leads to them."""

import re
from collections.abc import Sequence

from presskit.intake.paragraphs import Para
from presskit.intake.traits import Traits

_FACT = re.compile(r"[^\W\d_][^:：.!?]{1,30}[:：](?!//)\s*\S.{0,90}$")
_MOST = 40  # points of a list
_LONGEST = 220  # letters of a point


def unmarked(paras: Sequence[Para], traits: Sequence[Traits], at: int) -> int:
    """Where the list ends that a paragraph leads to, the number after its last point; 0 where there is none.

    It ends in a colon; two lines or more follow that stand as closely and are no sentences with others after
    them, and what comes then is set apart, or a paragraph.
    """
    if at + 2 >= len(paras):
        return 0
    if not paras[at].text.rstrip().endswith((":", "：")):
        return _facts(paras, traits, at)
    gap = paras[at + 2].gap
    end = at + 1
    while end < min(len(paras), at + 1 + _MOST) and _point(paras[end], traits[end]):
        if end > at + 1 and paras[end].gap != gap:
            break
        end += 1
    if end < at + 3:
        return 0
    after = traits[end] if end < len(paras) else None
    if gap and after is not None and not after.prose and not after.end:
        return 0
    return end


def _facts(paras: Sequence[Para], traits: Sequence[Traits], at: int) -> int:
    """Where a box of facts ends, "Length: 11 km" line by line below a heading; 0 where there is none."""
    if not traits[at].heading_like:
        return 0
    end = at + 1
    while end < len(paras) and _FACT.match(paras[end].text) and _point(paras[end], traits[end]):
        end += 1
    if end >= at + 4:
        return end
    end = at + 1  # or lines of three words and more, closely set, with a paragraph below them
    while end < len(paras) and _point(paras[end], traits[end]) and traits[end].heading_like:
        if traits[end].words < 3 or paras[end].text.isupper() or (end > at + 1 and paras[end].gap):
            break
        end += 1
    below = end < len(paras) and paras[end].gap and traits[end].prose
    return end if below and end >= at + 4 and paras[at].gap else 0


def _point(para: Para, trait: Traits) -> bool:
    if para.form != "plain" or len(para.text) > _LONGEST or trait.quoted or trait.dashed or trait.table:
        return False
    other = trait.about or trait.notes_head or trait.contact_head or trait.end or trait.end_residue
    return not (other or trait.residue or trait.prose or trait.reach or trait.link_only or trait.advisory)
