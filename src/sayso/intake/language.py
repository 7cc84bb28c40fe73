"""Which language a text is in, by lingua, loaded when the first text asks for it."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector

_SAMPLE = 3_000
_ENOUGH_LETTERS = 60
_FEWEST_LETTERS = 20
_SURE = 0.6
_SURE_OF_LITTLE = 0.9
_FOREIGN = 0.02


@cache
def _detector() -> "LanguageDetector":
    """All languages, trigrams only: 60 MB instead of 900, and as good on a paragraph."""
    from lingua import LanguageDetectorBuilder

    return LanguageDetectorBuilder.from_all_languages().with_low_accuracy_mode().build()


def language_of(text: str) -> str | None:
    """ISO 639-1 of the text, null where it is too short or too mixed to know."""
    sample = _sampled(text)
    letters = sum(character.isalpha() for character in sample)
    if letters < _FEWEST_LETTERS or len(sample.split()) < 4:
        return None
    values = _detector().compute_language_confidence_values(sample)
    best = values[0]
    needed = _SURE if letters >= 2 * _ENOUGH_LETTERS else _SURE_OF_LITTLE
    return best.language.iso_code_639_1.name.lower() if best.value >= needed else None


def is_foreign(text: str, language: str) -> bool:
    """Is a short text certainly not in that language? Names and labels never are certain."""
    letters = [character for character in text if character.isalpha()]
    if len(letters) < 12 or len(text.split()) < 3:
        return False
    odd = sum(not character.isascii() for character in letters)
    if language == "en" and odd == 0 and len(letters) < _ENOUGH_LETTERS:
        return False
    for value in _detector().compute_language_confidence_values(text):
        if value.language.iso_code_639_1.name.lower() == language:
            return value.value < _FOREIGN
    return False


def _sampled(text: str) -> str:
    """The beginning and the middle of a long text."""
    if len(text) <= _SAMPLE:
        return text
    middle = len(text) // 2
    return text[: _SAMPLE // 2] + "\n" + text[middle : middle + _SAMPLE // 2]
