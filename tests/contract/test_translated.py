"""What a block was translated from is no reporter's affair: no file differs by it."""

import datetime

import pytest
from msgspec.structs import replace

from presskit.export import FORMATS, Format
from presskit.exporting import export_bytes
from presskit.model.block import Translated
from presskit.model.kit import Kit
from presskit.verify.internal import without_secrets
from tests.kits import full_kit

NOW = datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.UTC)
LINK = Translated(of="a1b2c3d4", words=("The zebra crossing of old.",), settled=True)


def linked(kit: Kit) -> Kit:
    """The kit with a link in each of its blocks."""
    blocks = (replace(block, translated=LINK) for block in kit.releases[0].blocks)
    return kit.with_release(0, kit.releases[0].with_blocks(blocks))


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.id)
def test_a_file_is_the_same_with_and_without(kind: Format) -> None:
    kit = full_kit()
    assert linked(kit) != kit
    assert export_bytes(linked(kit), 0, kind, when=NOW) == export_bytes(kit, 0, kind, when=NOW)


def test_it_is_a_secret_of_the_kit() -> None:
    assert all(block.translated is None for block in without_secrets(linked(full_kit())).releases[0].blocks)
