"""Which of a kit's languages a command is about."""

from pathlib import Path

from presskit.cli.stop import MISUSED, StopError
from presskit.i18n import _
from presskit.model.kit import Kit


def numbers_of(kit: Kit, path: Path, wanted: str) -> list[int]:
    """The numbers of the releases whose languages are named, with commas between; of all where none is. "es"
    names "es-MX" too, as in basic filtering (RFC 4647 section 3.3.1). Raises StopError for a language that
    the kit does not have."""
    tags = [tag.strip() for tag in wanted.split(",") if tag.strip()]
    if not tags:
        return list(range(len(kit.releases)))
    found: set[int] = set()
    for tag in tags:
        numbers = [at for at, release in enumerate(kit.releases) if _is_in(release.language, tag)]
        if not numbers:
            told = _("{file}: there is no release in “{language}”; choose from {offered}.")
            offered = ", ".join(dict.fromkeys(each.language for each in kit.releases if each.language))
            raise StopError(told.format(file=path.name, language=tag, offered=offered), MISUSED)
        found.update(numbers)
    return sorted(found)


def _is_in(language: str, tag: str) -> bool:
    return f"{language.casefold()}-".startswith(f"{tag.casefold().replace('_', '-')}-")
