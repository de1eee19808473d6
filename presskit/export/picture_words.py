"""What a picture that leaves the house says of itself."""

from presskit.flow import Picture, Sheet
from presskit.pictures.notes import Notes

_LONGEST = 80  # letters by which a problem names a picture


def words_of(shape: Picture, sheet: Sheet) -> Notes:
    """The notes for a photo: what the release says of it, and nothing for a logo."""
    if shape.role != "photo":
        return Notes()
    alt = shape.alt if shape.alt != shape.caption else ""  # a screen reader would say the same twice
    return Notes(
        shape.caption,
        shape.credit,
        alt,
        headline=sheet.title,
        source=sheet.issuer,
        instructions=sheet.subject,
    )


def called(shape: Picture) -> str:
    """Words by which its author knows a picture: the description, else the caption."""
    return " ".join((shape.alt.strip() or shape.caption.strip() or shape.name[:12]).split())[:_LONGEST]
