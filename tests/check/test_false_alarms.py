"""False alarms: what is found in real releases was read, and nearly all of it is worth telling."""

import pytest

from tests.check.labelling import CORPUS, Count, in_corpus, in_samples, labels

WORDS_FOR_ONE = 500


def judged(count: Count, file: str, allowed: float) -> None:
    """Every finding has its label, and the false ones are few."""
    known = labels(file)
    strange = [each for each in count.told if each.key not in known.get(each.name, {})]
    listed = "\n".join(f"  {each.name}: {each.key}: {each.finding.words}" for each in strange)
    assert not strange, f"nobody has read these {len(strange)} findings yet; label them in {file}:\n{listed}"
    false = [each for each in count.told if known[each.name][each.key].verdict == "false"]
    listed = "\n".join(f"  {each.name}: {each.key}: {known[each.name][each.key].why}" for each in false)
    assert len(false) <= allowed, f"{len(false)} false alarms in {count.words} words:\n{listed}"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real releases is not part of PressKit")
@pytest.mark.parametrize("forms", [(".txt",), (".md", ".html", ".docx")])
def test_few_findings_in_real_releases_are_false(forms: tuple[str, ...]) -> None:
    count = in_corpus(forms)
    assert count.words > 10_000
    judged(count, "labelled.json", count.words / WORDS_FOR_ONE)


def test_few_findings_in_the_samples_are_false() -> None:
    count = in_samples()
    assert count.words > 2_000
    judged(count, "labelled-samples.json", count.words / WORDS_FOR_ONE)
