"""What was recognised in files, as other programs read it: `presskit parts`."""

import json
from collections.abc import Sequence
from pathlib import Path

from presskit.intake.labels import labels
from presskit.intake.parts import Draft
from presskit.intake.reading import read_file
from presskit.intake.recognise import recognise


def as_json(paths: Sequence[Path]) -> str:
    """The fields of one file, or a list of those of several, as JSON. Raises Unreadable."""
    told = [labels(recognise(read_file(path))) for path in paths]
    return json.dumps(told[0] if len(told) == 1 else told, ensure_ascii=False, indent=2)


def as_lines(draft: Draft) -> list[str]:
    """A draft for people: each part with its kind, and how sure that is where it is not."""
    lines = []
    for part in draft.parts:
        doubt = "" if part.sure >= 0.7 else " ?"
        lines.append(f"{part.kind.replace('_', ' ') + doubt:22}{draft.printed(part)}")
    return lines
