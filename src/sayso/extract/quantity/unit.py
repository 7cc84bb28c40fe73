"""The unit beside a numeral: money, percent, a measure, a time, an age, or nothing but a count."""

from dataclasses import dataclass, replace
from typing import Literal

from sayso.extract.quantity.atoms import Atoms, glued, lower
from sayso.extract.quantity.digits import HYPHENS, SCALES
from sayso.extract.quantity.measures import currency_of, duration_of, measure_of, symbol_of
from sayso.lexicons import lexicon

_LISTS = lexicon("units")
_PERCENT = frozenset(_LISTS["percent"]["words"])
_SIGNS = frozenset(_LISTS["money"])
_CENTS: dict[str, str] = _LISTS["cents"]
_EARLIER = frozenset(_LISTS["earlier"]["words"])
_WEIGHED = frozenset(_LISTS["weighed"]["words"])
_RATIOS = frozenset(_LISTS["ratios"]["words"])
_LETTERS = frozenset(sign for sign in _SIGNS if sign.isalpha())
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}

Kind = Literal["money", "percent", "points", "measure", "duration", "age", "times", "count"]


@dataclass(frozen=True)
class Unit:
    """``name`` is the ledger's spelling, ``expression`` the library's (an ISO 4217 code, pint's name);
    ``per`` what a rate is counted per. ``start`` and ``end`` are the atoms it takes up."""

    kind: Kind
    name: str
    start: int
    end: int
    expression: str = ""
    per: str | None = None


def _code_before(atoms: Atoms, at: int) -> tuple[str, int] | None:
    """The longest currency sign that ends before ``at``: (code, its first atom)."""
    found = None
    for width in (1, 2, 3):
        first = at - width
        if first < 0:
            break
        sign = "".join(atom.lower for atom in atoms[first:at])
        marked = any(not part.isalpha() for part in sign)
        letters = "".join(atom.text for atom in atoms[first:at] if atom.text.isalpha())
        if sign in _SIGNS and (letters.isupper() or not letters or letters in ("Rs", "Aus", "Can", "Cdn")):
            if first > 0 and glued(atoms, first) and atoms[first - 1].text.isalnum() and not marked:
                continue
            found = currency_of(sign), first
    if found is None and at and atoms[at - 1].text.isupper() and len(atoms[at - 1].text) == 3:
        found = currency_of(atoms[at - 1].text), at - 1
    return (found[0], found[1]) if found and found[0] else None


def money_before(atoms: Atoms, at: int) -> Unit | None:
    """The currency whose sign stands before a numeral that begins at ``at``."""
    found = _code_before(atoms, at)
    if found is None:
        return None
    return Unit("money", found[0], found[1], at, found[0])


def _is_sterling(atoms: Atoms, at: int) -> bool:
    """Are the pounds at ``at`` money, not weight? Millions are; so is what is said to be."""
    if lower(atoms, at + 1) == "sterling":
        return True
    near = {lower(atoms, i).removesuffix("s") for i in range(max(0, at - 6), at)}
    return lower(atoms, at - 1) in SCALES and lower(atoms, at + 1) != "of" and not near & _WEIGHED


def _money_after(atoms: Atoms, at: int) -> Unit | None:
    """The currency named behind a numeral, with the nationality words before it."""
    if lower(atoms, at) in ("pound", "pounds") and _is_sterling(atoms, at):
        end = at + 1 + (lower(atoms, at + 1) == "sterling")
        return Unit("money", "GBP", at, end, "GBP")
    if lower(atoms, at) == "p" and not glued(atoms, at):
        return None
    if lower(atoms, at) in _CENTS or lower(atoms, at).removesuffix("s") in _CENTS:
        name = _CENTS.get(lower(atoms, at)) or _CENTS[lower(atoms, at).removesuffix("s")]
        return Unit("money", name, at, at + 1, name)
    if not lower(atoms, at).isalnum() and glued(atoms, at + 1) and lower(atoms, at + 1)[:1].isdigit():
        return None
    for width in (4, 3, 2, 1):
        words = [atom.text for atom in atoms[at : at + width]]
        if len(words) < width or (
            width == 1 and words[0] in ("PS", "ps", "RM", "rm", "rs", "kn") and not words[0].isupper()
        ):
            continue
        name = (" " if width > 1 and words[-1].isalpha() else "").join(words)
        if name.lower() in _LETTERS and not name.isupper() and name != "kn":
            continue
        if (code := currency_of(name)) is not None:
            end = at + width + (lower(atoms, at + width) == "sterling")
            return Unit("money", code, at, end, code)
    return None


def _percent_after(atoms: Atoms, at: int) -> Unit | None:
    """ "%", "per cent", "percentage points", "basis points"."""
    word, behind = lower(atoms, at), lower(atoms, at + 1)
    if word == "basis" and behind in ("point", "points"):
        return Unit("points", "basis points", at, at + 2, "basis_point")
    if word == "percentage":
        return Unit("points", "percentage points", at, at + 2) if behind in ("point", "points") else None
    if word == "per" and behind == "cent":
        return Unit("percent", "percent", at, at + 2)
    if word in _PERCENT:
        end = at + 1 + (behind in ("point", "points"))
        return Unit(
            "points" if end > at + 1 else "percent",
            "percentage points" if end > at + 1 else "percent",
            at,
            end,
        )
    return None


def _degrees_after(atoms: Atoms, at: int) -> Unit | None:
    """ "degrees Celsius", "°F", "Fahrenheit", "C" behind a degree."""
    word = lower(atoms, at)
    if word in ("c", "f") and glued(atoms, at) and atoms[at].text.isupper() and "." in atoms[at - 1].text:
        letter = "degree_Celsius" if word == "c" else "degree_Fahrenheit"
        return Unit("measure", symbol_of(letter), at, at + 1, letter)
    scale = {"c": "degree_Celsius", "f": "degree_Fahrenheit", "celsius": "degree_Celsius"}
    if word in ("°", "º", "degree", "degrees", "deg"):
        behind = lower(atoms, at + 1)
        end = at + 1 + (behind == "." and word == "deg")
        behind = lower(atoms, end)
        kind = scale.get(behind) or (measure_of(behind, False) if behind else None)
        if kind in ("degree_Celsius", "degree_Fahrenheit"):
            return Unit("measure", symbol_of(kind), at, end + 1, kind)
        return Unit("measure", "degrees", at, end, "degree")
    return None


def _powered(atoms: Atoms, at: int) -> Unit | None:
    """A measure with its power: "square miles", "sq km", "km2", "cubic feet"."""
    word = lower(atoms, at)
    power = {"square": 2, "sq": 2, "cubic": 3, "cu": 3}.get(word)
    if power:
        first = at + 1 + (lower(atoms, at + 1) == ".")
        expression = measure_of(atoms[first].text, True) if first < len(atoms) else None
        if expression is None:
            return None
        expression = f"{expression} ** {power}"
        return Unit("measure", symbol_of(expression), at, first + 1, expression)
    expression = measure_of(atoms[at].text, True)
    if expression is None:
        return None
    end = at + 1
    sign = {"2": 2, "²": 2, "3": 3, "³": 3}.get(lower(atoms, end))
    if sign and glued(atoms, end):
        expression, end = f"{expression} ** {sign}", end + 1
    return Unit("measure", symbol_of(expression), at, end, expression)


def _product(a: Unit, b: Unit) -> Unit:
    """Two measures multiplied ("lb-ft"); pounds are then a force."""
    expression = f"{a.expression.replace('pound', 'force_pound')} * {b.expression}"
    return replace(a, name=symbol_of(expression), end=b.end, expression=expression)


def _measure_after(atoms: Atoms, at: int) -> Unit | None:
    """A measure, also in brackets ("20 (kg)") and as a quotient of two symbols ("km/h")."""
    if lower(atoms, at) in _BRACKETS and lower(atoms, at + 2) == _BRACKETS[lower(atoms, at)]:
        inner = measure_of(atoms[at + 1].text, True)
        return Unit("measure", symbol_of(inner), at, at + 3, inner) if inner else None
    if [lower(atoms, i) for i in range(at, at + 5)] == ["m", ".", "p", ".", "h"]:
        return Unit("measure", "mi/h", at, at + 5, "mile / hour")
    unit = _powered(atoms, at)
    if unit is None:
        return None
    word = atoms[unit.end - 1]
    if unit.expression == "inch" and word.lower == "in":
        return None
    if lower(atoms, unit.end) in HYPHENS and glued(atoms, unit.end + 1) and unit.end + 1 < len(atoms):
        factor = _powered(atoms, unit.end + 1) if len(word.text) <= 3 else None
        if factor is not None:
            return _product(unit, factor)
    if lower(atoms, unit.end) == "/" and glued(atoms, unit.end) and unit.end + 1 < len(atoms):
        below = _powered(atoms, unit.end + 1) or _time(atoms, unit.end + 1)
        if below is not None:
            quotient = f"{unit.expression} / ({below.expression})"
            return replace(unit, name=symbol_of(quotient), end=below.end, expression=quotient)
    return unit


def _time(atoms: Atoms, at: int) -> Unit | None:
    """A unit of time."""
    word = lower(atoms, at)
    lemma = word if duration_of(word) else "century" if word == "centuries" else word.removesuffix("s")
    name = duration_of(lemma) if word != "seconds" else "seconds"
    if name is None or (len(word) == 1 and not glued(atoms, at)) or word == "millenniums":
        return None
    return Unit("duration", name, at, at + 1, "hour" if lemma in ("h", "hr") else name.removesuffix("s"))


def _age_after(atoms: Atoms, unit: Unit) -> Unit:
    """ "years old", "-year-old", "years of age": the same unit as an age."""
    at = unit.end + (lower(atoms, unit.end) in HYPHENS)
    if lower(atoms, at) in ("old", "olds"):
        return replace(unit, kind="age", name=f"{unit.name} of age", end=at + 1)
    if lower(atoms, at) == "of" and lower(atoms, at + 1) == "age":
        return replace(unit, kind="age", name=f"{unit.name} of age", end=at + 2)
    return unit


def with_rate(atoms: Atoms, unit: Unit) -> Unit:
    """The unit with what it is counted per: "a barrel", "per year", "/month", "-a-day"."""
    at = unit.end
    hyphens = 0
    while lower(atoms, at) in HYPHENS | {"-"} and hyphens < 1:
        at, hyphens = at + 1, hyphens + 1
    if lower(atoms, at) not in ("a", "an", "per", "/", "each", "every"):
        return unit
    at += 1
    at += lower(atoms, at) in HYPHENS
    word = lower(atoms, at)
    if lower(atoms, at + 1) in _EARLIER:
        return unit
    if word in _RATIOS or (lower(atoms, at - 1) == "per" and word.isalpha() and measure_of(word, False)):
        if unit.kind == "measure" and word in ("hour", "second"):
            speed = f"{unit.expression} / {word}"
            return replace(unit, name=symbol_of(speed), expression=speed, end=at + 1)
        return replace(unit, per=word, end=at + 1)
    return unit


def age_before(atoms: Atoms, at: int) -> bool:
    """Is a number that begins at ``at`` an age ("the age of 21", "aged 60")?"""
    if lower(atoms, at - 1) in ("aged", "age", "ages"):
        return True
    return lower(atoms, at - 1) == "of" and lower(atoms, at - 2) in ("age", "ages")


def unit_after(atoms: Atoms, at: int) -> Unit | None:
    """The unit behind a numeral that ends at ``at``, with its rate; null for a bare count."""
    hyphen = lower(atoms, at) in HYPHENS and glued(atoms, at) and glued(atoms, at + 1)
    at += hyphen
    if at >= len(atoms):
        return None
    if atoms[at].lower in ("'", "′", "’") and glued(atoms, at) and not glued(atoms, at + 1):
        return None
    found = _percent_after(atoms, at) or _degrees_after(atoms, at) or _money_after(atoms, at)
    if found is None and (time := _time(atoms, at)) is not None:
        found = _age_after(atoms, time)
    if found is None and lower(atoms, at) in ("times", "fold"):
        found = Unit("times", "times", at, at + 1)
    found = found or _measure_after(atoms, at)
    return with_rate(atoms, found) if found else None
