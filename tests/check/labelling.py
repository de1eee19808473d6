"""Findings in real releases and in the samples, told apart by whether an editor would want to be told.

The labels hold no text: a finding is known by its rule and by a hash of the text and place that it is about.
"""

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from presskit.checking import Finding, Judge, read_text
from presskit.model.kit import Kit
from presskit.model.release import Release
from presskit.storage import files

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SAMPLES = ROOT / "resources" / "samples"
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "dev"
FORMS = (".txt", ".md", ".html", ".docx")
NOW = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)

Verdict = Literal["true", "false"]


class Told(NamedTuple):
    """A finding in a release. name: the release's; key: what the finding is known by."""

    name: str
    key: str
    finding: Finding


class Label(NamedTuple):
    """Whether somebody who edits releases would want to be told, and why."""

    verdict: Verdict
    why: str


class Count(NamedTuple):
    """How many words releases have, and what is found in them."""

    words: int
    told: list[Told]


def in_corpus(forms: Iterable[str] = FORMS) -> Count:
    """What is found in the corpus. The same release in several forms counts its words once for each."""
    words, told = 0, []
    for path in sorted(each for each in CORPUS.iterdir() if each.suffix in forms and each.stem != "README"):
        looked = read_text(path)
        name = path.name.partition(".")[0]
        found = Judge().judge(looked.kit, 0, now=NOW, brought=looked.brought)
        told += list(keyed(name, looked.kit.releases[0], found))
        words += looked.kit.releases[0].word_count()
    return Count(words, told)


def in_samples() -> Count:
    """What is found in the samples that PressKit comes with."""
    words, told = 0, []
    for path in sorted(SAMPLES.rglob("*.presskit")):
        kit: Kit = files.read(path).kit
        for number, release in enumerate(kit.releases):
            found = Judge().judge(kit, number, now=NOW)
            told += list(keyed(f"{path.stem}-{release.language}", release, found))
            words += release.word_count()
    return Count(words, told)


def keyed(name: str, release: Release, found: Iterable[Finding]) -> Iterator[Told]:
    """Findings in a release, each with what it is known by."""
    for each in found:
        block = release.find(each.block) if each.block else None
        text = "\x1f".join(block.letters()) if block is not None else each.found
        about = each.found.replace(each.block, "") if each.block else each.found  # ids change
        place = f"{each.path}/{each.paragraph}/{each.start}/{each.end}" if each.path else about
        digest = hashlib.sha256(f"{text}\x1e{place}".encode("utf-8", "replace")).hexdigest()
        yield Told(name, f"{each.rule} {digest[:12]}", each)


def labels(file: str) -> dict[str, dict[str, Label]]:
    """The labels of a file beside this one: name of the release -> key -> label."""
    raw = json.loads((HERE / file).read_text(encoding="utf-8"))
    return {
        name: {key: Label(verdict, why) for key, (verdict, why) in each.items()} for name, each in raw.items()
    }


def write_labels(file: str, made: dict[str, dict[str, Label]]) -> None:
    """Writes a file of labels, in order."""
    raw = {name: {key: list(made[name][key]) for key in sorted(made[name])} for name in sorted(made)}
    lines = ["{"]
    for number, (name, each) in enumerate(raw.items()):
        lines.append(f"  {json.dumps(name)}: {{")
        rows = [f"    {json.dumps(key)}: {json.dumps(value)}" for key, value in each.items()]
        lines.append(",\n".join(rows))
        lines.append("  }" + ("," if number < len(raw) - 1 else ""))
    (HERE / file).write_text("\n".join([*lines, "}"]) + "\n", encoding="utf-8")
