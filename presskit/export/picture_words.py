"""What a picture that leaves the house says of itself."""

from presskit.flow import Picture, Sheet
from presskit.pictures.notes import Notes


def words_of(shape: Picture, sheet: Sheet) -> Notes:
    """The notes for a photo: what the release says of it, and nothing for a logo."""
    if shape.role != "photo":
        return Notes()
    alt = shape.alt if shape.alt != shape.caption else ""  # a screen reader would say the same twice
    return Notes(shape.caption, shape.credit, alt, headline=sheet.title, source=sheet.issuer)
