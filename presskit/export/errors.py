"""What can go wrong while a file is written."""


class ExportProblem(Exception):  # noqa: N818 - a sentence for the user, not a fault
    """The file cannot be written as it should be; `sentence` says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
