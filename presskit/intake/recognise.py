"""From what was read to parts: the one way in."""

from presskit.intake.lexicon import Lexicon, language_of
from presskit.intake.paragraphs import paragraphs
from presskit.intake.parts import Draft
from presskit.intake.passages import Intake
from presskit.intake.structure import structure
from presskit.text.languages import primary

_HEAD = 2_500  # letters of the text that tell its language: what follows may be a translation


def recognise(intake: Intake) -> Draft:
    """What each paragraph of a source is taken for."""
    paras = tuple(paragraphs(intake.passages))
    said = "\n".join(each.text for each in paras if len(each.text) > 60) or "\n".join(
        each.text for each in paras
    )
    language = language_of(said[:_HEAD]) if said.strip() else primary(intake.language) or "en"
    parts = structure(paras, Lexicon(language), intake.title)
    return Draft(intake=intake, paras=paras, language=language, parts=tuple(parts))
