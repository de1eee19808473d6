"""Faults of translations that know their original: rule 27."""

import random

from msgspec.structs import replace

from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote
from presskit.model import edits
from presskit.model.kit import Kit
from presskit.model.translation import as_original, settled, with_language
from presskit.text.runs import join, rich
from tests.check.seeding import Host, Plant, Planter, changed


def _translated(host: Host) -> Kit:
    """The kit with a translation that is up to date, whatever it says."""
    kit = with_language(host.kit, "fr", words=True)
    blocks = [
        replace(block, words=(rich(f"Personne ne devrait attendre ({place})."),), verb="")
        if isinstance(block, Quote)
        else block
        for place, block in enumerate(kit.releases[1].blocks)
    ]
    release = settled(kit.releases[1].with_blocks(blocks), host.release, [block.id for block in blocks])
    return kit.with_release(1, release)


def _behind(host: Host, rng: random.Random) -> Plant | None:
    """A translation of which a paragraph is older than its original, not translated, or not there."""
    if host.language == "fr" or len(host.kit.releases) != 1:
        return None
    clean = _translated(host)
    original, release = clean.releases
    texts = [block for block in release.blocks if isinstance(block, Paragraph) and block.text]
    if not texts:
        return None
    block = rng.choice(texts)
    assert block.translated is not None
    what = rng.choice(["older", "waiting", "gone", "lacking"])
    if what == "lacking":
        made = changed(
            host, "a paragraph is not there", clean.with_release(1, edits.remove(release, block.id))
        )
    elif what == "waiting":
        kit = clean.with_release(1, as_original(release, original, block.id))
        made = changed(host, "a paragraph is not translated", kit, block.id)
    else:
        of = original.find(block.translated.of)
        assert isinstance(of, Paragraph)
        newer = edits.answer(original, of.id, "text", join(of.text, " Then."))
        kit = clean.with_release(0, newer if what == "older" else edits.remove(original, of.id))
        made = changed(host, f"the original of a paragraph is {what}", kit, block.id)
    return made._replace(clean=clean, number=1)


BEHIND: tuple[Planter, ...] = (_behind,)
