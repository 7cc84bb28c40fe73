"""Numerals in digits and the marks of scale behind any numeral: "1,234", "1.5 million", "10 1/2"."""

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Literal

from sayso.extract.quantity.atoms import Atoms, glued, lower
from sayso.lexicons import lexicon

_LISTS = lexicon("numerals")
SCALES: dict[str, float] = _LISTS["scales"]
_SUFFIXES: dict[str, float] = _LISTS["suffixes"]
_FRACTIONS = frozenset(_LISTS["fractions"])
HYPHENS = frozenset("-‐‑‒–—−")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
_PLAIN = re.compile(r"\d*\.?\d+")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}")
_VULGAR = frozenset("½¼¾⅓⅔⅛")
_ABBREVIATED = frozenset({"mln", "bln", "trn", "mil", "mn", "bn"})
_SUSPECT = re.compile(r"[1-9]\d{0,2}\.\d{3}")

Form = Literal["digits", "words", "vague", "share"]


@dataclass(frozen=True)
class Numeral:
    """The atoms ``start`` to ``end`` (excluded) read as a number.

    ``value`` is null for a vague plural ("hundreds"), whose least value is ``low``; a share is a
    fraction of one. ``scaled`` tells that a word such as "million" was multiplied in, ``dotted``
    that the full stop in it may part thousands ("1.474"), ``rough`` that the words blur ("a couple").
    """

    value: float | None
    start: int
    end: int
    form: Form
    low: float | None = None
    scaled: bool = False
    dotted: bool = False
    rough: bool = False


def number_of(text: str) -> float | None:
    """The value of a run of digits with its separators; null where they make no number."""
    if _PLAIN.fullmatch(text):
        return float(text)
    if _GROUPED.fullmatch(text):
        return float(text.replace(",", ""))
    if _CONTINENTAL.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    if _COMMA_DECIMAL.fullmatch(text):
        return float(text.replace(",", "."))
    if len(text) == 1 and text.isnumeric():
        return unicodedata.numeric(text)
    return None


def after_hyphen(atoms: Atoms, at: int) -> int:
    """The place behind a hyphen that joins two words at ``at``, or ``at`` itself."""
    joined = lower(atoms, at) in HYPHENS and glued(atoms, at) and glued(atoms, at + 1)
    return at + 1 if joined else at


def scaled(atoms: Atoms, numeral: Numeral, money: bool) -> Numeral:
    """The numeral multiplied by the marks of scale behind it."""
    at, value = numeral.end, numeral.value or 0.0
    found = False
    suffix = lower(atoms, at)
    if numeral.form == "digits" and glued(atoms, at) and suffix in _SUFFIXES:
        ambiguous = suffix in ("m", "b") and atoms[at].text != "M"
        if (money or not ambiguous) and not (glued(atoms, at + 1) and lower(atoms, at + 1).isalnum()):
            at, value, found = at + 1, value * _SUFFIXES[suffix], True
    while (word := lower(atoms, next_at := after_hyphen(atoms, at))) in SCALES or (
        money and word in _SUFFIXES and not glued(atoms, next_at) and word != "m"
    ):
        at, found = next_at + 1, True
        value *= SCALES.get(word) or _SUFFIXES[word]
        if word in _ABBREVIATED and lower(atoms, at) == "." and _goes_on(atoms, at + 1):
            at += 1
    return replace(numeral, value=float(f"{value:.12g}"), end=at, scaled=numeral.scaled or found)


def _goes_on(atoms: Atoms, at: int) -> bool:
    """Does the sentence go on there with a word in small letters?"""
    return at < len(atoms) and atoms[at].text.isalpha() and atoms[at].text.islower()


def _spaced(atoms: Atoms, at: int) -> tuple[str, int]:
    """Digits whose thousands are parted by spaces ("200 000"), and the place behind them."""
    text, end = atoms[at].text, at + 1
    if text.isdigit() and len(text) <= 3 and text[0] != "0":
        while (
            end < len(atoms)
            and re.fullmatch(r"\d{3}", atoms[end].text)
            and atoms[end].start == atoms[end - 1].end + 1
        ):
            text, end = text + atoms[end].text, end + 1
    return text, end


def _fraction(atoms: Atoms, at: int) -> float | None:
    """The value of "1/2" written in digits at that place."""
    if not (glued(atoms, at + 1) and glued(atoms, at + 2) and lower(atoms, at + 1) in ("/", "⁄")):
        return None
    written = f"{atoms[at].text}/{atoms[at + 2].text}"
    if written not in _FRACTIONS or lower(atoms, at + 3) == "/":
        return None
    return float(atoms[at].text) / float(atoms[at + 2].text)


def read_digits(atoms: Atoms, at: int, money: bool) -> Numeral | None:
    """A numeral in digits: "1,234", "1.5 million", "10 1/2", "½", "3/4"."""
    if (value := _fraction(atoms, at)) is not None:
        form: Form = "share" if lower(atoms, at + 3) in ("", "of", "the", "a", "an", ",", ".") else "digits"
        return scaled(atoms, Numeral(value, at, at + 3, form), money)
    text, end = _spaced(atoms, at)
    if (value := number_of(text)) is None:
        return None
    if not text.isdigit() and text.isnumeric():
        return scaled(atoms, Numeral(value, at, end, "share"), money)
    if text.isdigit() and (part := _mixed(atoms, end)) is not None:
        return scaled(atoms, Numeral(value + part[0], at, part[1], "digits"), money)
    numeral = Numeral(value, at, end, "digits", dotted=bool(_SUSPECT.fullmatch(text)))
    return scaled(atoms, numeral, money)


def _mixed(atoms: Atoms, at: int) -> tuple[float, int] | None:
    """The fraction behind a whole number ("10 1/2", "2½") and the place behind it."""
    if at >= len(atoms):
        return None
    if (value := _fraction(atoms, at)) is not None:
        return value, at + 3
    if atoms[at].text in _VULGAR:
        return unicodedata.numeric(atoms[at].text), at + 1
    return None
