"""Figures with two ends: "between 5 and 7", "$3 billion to $5 billion", "15-22 miles"."""

from dataclasses import replace

from sayso.extract.quantity.atoms import Atoms, glued, lower
from sayso.extract.quantity.digits import HYPHENS
from sayso.extract.quantity.numerals import is_trigger
from sayso.extract.quantity.piece import Piece, read_piece
from sayso.extract.quantity.unit import Unit

_LEADING = frozenset(
    [
        "about",
        "around",
        "nearly",
        "up",
        "to",
        "between",
        "over",
        "almost",
        "approximately",
        "roughly",
        "$",
        "€",
        "£",
        "¥",
        "us",
        "a",
        "c",
        "hk",
        "nz",
        "au",
    ]
)
_MOST_LEADING = 5


def _join(atoms: Atoms, first: Piece) -> tuple[str, int] | None:
    """The word that may join ``first`` to the other end, and the place behind it."""
    at = first.end
    word = lower(atoms, at)
    opened = "between" in (lower(atoms, first.start - 1), lower(atoms, first.start - 2))
    if word in HYPHENS:
        if lower(atoms, at + 1) in ("to", "or"):
            return lower(atoms, at + 1), at + 2
        return ("-", at + 1) if glued(atoms, at) == glued(atoms, at + 1) else None
    if word in ("to", "or") or (word == "and" and opened):
        return word, at + 1
    return None


def _second(atoms: Atoms, at: int) -> Piece | None:
    """The numeral and unit at ``at`` or a few leading words ("up to", "US $") further."""
    for place in range(at, min(at + _MOST_LEADING, len(atoms))):
        if is_trigger(atoms[place].lower):
            return read_piece(atoms, place)
        if atoms[place].lower not in _LEADING:
            return None
    return None


def _same(a: Unit | None, b: Unit | None) -> bool:
    """Are both the same unit?"""
    if a is None or b is None:
        return False
    return (a.kind, a.expression or a.name) == (b.kind, b.expression or b.name)


def _scale(value: float) -> float:
    """The largest power of a thousand within a number."""
    scale = 1.0
    while abs(value) >= scale * 1000:
        scale *= 1000
    return scale


def _shared_scale(low: Piece, high: Piece) -> Piece:
    """The lower end with the scale that the writer put only behind the upper one ("5 to 7 million")."""
    small, large = low.numeral, high.numeral
    if small.value is None or large.value is None or not large.scaled or small.scaled:
        return low
    if 0 < small.value < 1000 and low.unit is None:
        return replace(low, numeral=replace(small, value=float(f"{small.value * _scale(large.value):.12g}")))
    return low


def read_range(atoms: Atoms, first: Piece, changed: bool = False) -> tuple[Piece, Piece] | None:
    """Both ends of the range that begins with ``first``; null where there is but one figure.

    ``changed`` where ``first`` tells by how much something rose or fell: it did so TO the second.
    """
    joined = _join(atoms, first)
    second = _second(atoms, joined[1]) if joined else None
    if joined is None or second is None:
        return None
    word = joined[0]
    if first.unit is not None and not _same(first.unit, second.unit):
        signed_once = first.unit.kind == "money" and second.unit is None and word == "-"
        if not signed_once:
            return None
    low = _shared_scale(first, second)
    a, b = low.numeral.value, second.numeral.value
    if a is None or b is None or "share" in (low.numeral.form, second.numeral.form):
        return None
    before = lower(atoms, first.start - 1)
    opened = before in ("from", "between")
    if word == "to" and first.unit is not None and (changed or before in ("by", "up", "down")):
        return None
    if word == "or" and not (first.unit is None and a < b <= a * 2 + 1):
        return None
    if a >= b and (word == "-" or (first.unit is None and not opened)):
        return None
    return low, second
