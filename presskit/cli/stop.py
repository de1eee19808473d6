"""How a command ends: the exit codes, and the sentence that says why."""

FAILED, MISUSED, UNREADABLE, IN_THE_WAY = 1, 2, 3, 4


class StopError(Exception):
    """Ends a command with a sentence and an exit code."""

    def __init__(self, sentence: str, code: int) -> None:
        super().__init__(sentence)
        self.code = code
