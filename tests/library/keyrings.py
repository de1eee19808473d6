"""Keyrings for tests: one that keeps what it is given, and one that cannot be opened."""

from keyring.backend import KeyringBackend
from keyring.errors import NoKeyringError, PasswordDeleteError


class Drawer(KeyringBackend):
    """Keeps passwords in memory."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """What is kept."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keeps it."""
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Takes it out."""
        if (service, username) not in self.kept:
            raise PasswordDeleteError("not there")
        del self.kept[service, username]


class NoDrawer(KeyringBackend):
    """As on a computer without any."""

    priority = 1.0  # type: ignore[assignment]

    def get_password(self, service: str, username: str) -> str | None:
        """Nothing can be asked."""
        raise NoKeyringError("no backend")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Nothing can be kept."""
        raise NoKeyringError("no backend")

    def delete_password(self, service: str, username: str) -> None:
        """Nothing can be taken out."""
        raise NoKeyringError("no backend")
