"""What was found, as people read it."""

from presskit.check.telling import told_once


def test_the_same_is_told_once_and_how_often() -> None:
    said = ["No date.", "Not translated.", "No desk.", "Not translated.", "No zone.", "No zone."]
    assert told_once(said, 2) == ["No date.", "Not translated. (2 times)", "and 3 more"]
    assert told_once(said[:1], 1) == ["No date."]
