"""A team's password is in the keyring alone."""

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from presskit.library import passwords
from presskit.library.passwords import NoKeyring
from tests.library.keyrings import Drawer, NoDrawer

URL = "postgresql://ada:se%2Fcret@db.example:5433/shelf"


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    """A keyring of the test's own."""
    before, found = keyring.get_keyring(), Drawer()
    keyring.set_keyring(found)
    yield found
    keyring.set_keyring(before)


def test_an_address_is_parted_from_its_password() -> None:
    """Whatever stands in it, percent-encoded or not."""
    assert passwords.apart(URL) == ("postgresql://ada@db.example:5433/shelf", "se/cret")
    assert passwords.apart("postgresql://ada@db.example/shelf") == ("postgresql://ada@db.example/shelf", None)
    assert passwords.apart("/home/ada/library.db") == ("/home/ada/library.db", None)
    assert passwords.apart("postgresql://:x@db/shelf") == ("postgresql://db/shelf", "x")


def test_an_address_is_made_of_its_parts() -> None:
    """Names with marks of their own, and numbers for a host."""
    made = passwords.address("db.example", 5432, "press shelf", "ada@office")
    assert made == "postgresql://ada%40office@db.example:5432/press%20shelf"
    assert passwords.address("::1", 1, "a", "b") == "postgresql://b@[::1]:1/a"


def test_the_keyring_has_it_by_the_address_alone(drawer: Drawer) -> None:
    """Kept, recalled with or without the password in the address, forgotten, and twice."""
    passwords.remember(URL, "se/cret")
    assert list(drawer.kept) == [(passwords.SERVICE, "postgresql://ada@db.example:5433/shelf")]
    assert passwords.recall("postgresql://ada@db.example:5433/shelf") == "se/cret"
    passwords.forget(URL)
    passwords.forget(URL)
    assert passwords.recall(URL) is None


def test_without_a_keyring_it_says_so() -> None:
    """And the sentence does not have the password."""
    before = keyring.get_keyring()
    keyring.set_keyring(NoDrawer())
    try:
        with pytest.raises(NoKeyring) as raised:
            passwords.remember(URL, "se/cret")
        assert "no keyring" in raised.value.sentence
        assert "cret" not in str(raised.value)
        assert passwords.recall(URL) is None
    finally:
        keyring.set_keyring(before)


def test_the_drawer_is_a_keyring(drawer: Drawer) -> None:
    """As keyring has it."""
    assert isinstance(drawer, KeyringBackend)
    with pytest.raises(PasswordDeleteError):
        drawer.delete_password("a", "b")
