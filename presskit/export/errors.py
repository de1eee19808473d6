"""What can go wrong while a file is written."""


class ExportProblem(Exception):  # noqa: N818 - a sentence for the user, not a fault
    """The file cannot be written as it should be; `sentence` says why and what to do. offers: names of
    fonts of this computer that would help, if the user allows them."""

    def __init__(self, sentence: str, offers: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.offers = offers
