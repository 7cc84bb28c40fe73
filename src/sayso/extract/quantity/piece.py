"""A numeral and the unit before or behind it."""

from dataclasses import dataclass, replace

from sayso.extract.quantity.atoms import Atoms, glued, lower
from sayso.extract.quantity.digits import HYPHENS, Numeral
from sayso.extract.quantity.numerals import read_numeral
from sayso.extract.quantity.unit import Unit, age_before, money_before, unit_after, with_rate


@dataclass(frozen=True)
class Piece:
    """A numeral with its unit; ``start`` and ``end`` are the atoms of both."""

    numeral: Numeral
    unit: Unit | None
    start: int
    end: int


def read_piece(atoms: Atoms, at: int, floor: int = 0) -> Piece | None:
    """The numeral at that place with the unit before or behind it; nothing before ``floor`` is its."""
    money = money_before(atoms, at)
    if money is not None and money.start < floor:
        money = None
    numeral = read_numeral(atoms, at, money is not None)
    if numeral is None:
        return None
    if numeral.start < at:
        money = None
    signed = numeral.start - (1 if _is_minus(atoms, numeral.start) else 0)
    after = unit_after(atoms, numeral.end)
    if (
        after is None
        and numeral.form in ("vague", "share")
        and lower(atoms, numeral.end) in ("of", "a", "an", "-")
    ):
        after = unit_after(atoms, numeral.end + 1)
        if after is not None and after.kind == "percent":
            after = None
    if signed < numeral.start:
        numeral = replace(numeral, value=-(numeral.value or 0.0))
    if money is None and age_before(atoms, numeral.start) and (after is None or after.kind == "duration"):
        aged = after or Unit("age", "years", numeral.end, numeral.end, "year")
        after = replace(aged, kind="age", name=f"{aged.name} of age")
    if money is not None:
        if after is not None and after.kind == "money":
            return Piece(numeral, after, money.start, after.end)
        rate = _rate_of(atoms, money, numeral.end)
        return Piece(numeral, rate, money.start, max(rate.end, numeral.end))
    return Piece(numeral, after, signed, after.end if after else numeral.end)


def _rate_of(atoms: Atoms, money: Unit, end: int) -> Unit:
    """Money whose rate stands behind the number ("$52 a barrel")."""
    return with_rate(atoms, replace(money, end=end))


def _is_minus(atoms: Atoms, at: int) -> bool:
    """Does a minus stand before the number at ``at``?"""
    before = lower(atoms, at - 1)
    if before == "minus":
        return True
    if before in HYPHENS and lower(atoms, at - 2) == "minus":
        return True
    return (
        before in ("-", "−")
        and glued(atoms, at)
        and not glued(atoms, at - 1)
        and lower(atoms, at)[-1:].isdigit()
    )
