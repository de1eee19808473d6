"""What the authors of a kit decided about findings of the checks."""

import datetime
from typing import Literal

from msgspec import Struct

from presskit.model.approval import seal

How = Literal["once", "always", "overridden"]
"""once: this finding is all right. always: the rule says nothing more in this kit. overridden: it stands, and
the release goes out all the same."""


class Passed(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A finding, or a rule, that is passed over. note: why, in the author's words. block: the id of the block
    that the finding is about; "" for the release as a whole. seal: of the words that it is about, so that it
    comes back when they change."""

    rule: str
    how: How = "once"
    note: str = ""
    block: str = ""
    seal: str = ""
    when: datetime.datetime | None = None

    def covers(self, rule: str, block: str, words: str) -> bool:
        """Whether a finding of a rule, about these words of a block, is passed over."""
        if self.rule != rule:
            return False
        return self.how == "always" or (self.block == block and self.seal == seal([words]))
