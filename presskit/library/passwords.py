"""A team's password: in the system's keyring and nowhere else. The keyring is loaded when it is asked."""

from urllib.parse import quote, unquote, urlsplit, urlunsplit

from presskit.i18n import _
from presskit.library.problems import LibraryProblem

SERVICE = "PressKit library"
"""What the entries are called in the keyring."""


class NoKeyring(LibraryProblem):
    """The computer has no keyring that can be used."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This computer has no keyring that PressKit can use, so the password was not kept: it is "
                "asked for again each time. It stands in no file."
            )
        )


def apart(url: str) -> tuple[str, str | None]:
    """An address without its password, and the password if it has one."""
    parts = urlsplit(url)
    account, at, host = parts.netloc.rpartition("@")
    user, colon, password = account.partition(":")
    if not at or not colon:
        return url, None
    return urlunsplit(parts._replace(netloc=f"{user}@{host}" if user else host)), unquote(password)


def address(host: str, port: int, database: str, user: str) -> str:
    """The address of a library on a PostgreSQL server (postgresql.org, libpq, connection URIs)."""
    named = f"[{host}]" if ":" in host else host
    return f"postgresql://{quote(user, safe='')}@{named}:{port}/{quote(database, safe='')}"


def remember(url: str, password: str) -> None:
    """Keeps the password of an address; raises NoKeyring."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, apart(url)[0], password)
    except (KeyringError, RuntimeError) as problem:
        raise NoKeyring from problem


def recall(url: str) -> str | None:
    """The password that is kept for an address, if there is one and a keyring to ask."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, apart(url)[0])
    except (KeyringError, RuntimeError):
        return None


def forget(url: str) -> None:
    """Takes the password of an address out of the keyring."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.delete_password(SERVICE, apart(url)[0])
    except (KeyringError, RuntimeError):
        return  # there was none
