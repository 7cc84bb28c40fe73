"""Names of units: currencies by CLDR (babel), measures by pint, each to the one spelling of the ledger."""

from functools import cache
from typing import TYPE_CHECKING, Any

from sayso.lexicons import lexicon

if TYPE_CHECKING:
    from pint import UnitRegistry

_LISTS = lexicon("units")
_BASES = frozenset(_LISTS["bases"])
_SYMBOLS = frozenset(_LISTS["symbols"])
_SPELLINGS: dict[str, str] = _LISTS["spellings"]
_NAMES: dict[str, str] = _LISTS["names"]
_DURATIONS: dict[str, str] = _LISTS["durations"]
_SIGNS: dict[str, str] = _LISTS["money"]
_WORDS: dict[str, str] = _LISTS["currency_words"]
_EVERYDAY = frozenset(
    {"won", "gold", "real", "reals", "mark", "marks", "pound", "pounds", "som", "kina", "rand", "sol"}
)
_NOT_CODES = frozenset(_LISTS["not_codes"]["words"])
_SHORT = frozenset({"ton", "bit", "bits", "oz", "lbs"})


@cache
def registry() -> "UnitRegistry[Any]":
    """Pint's registry, loaded when the first word that may be a unit is met."""
    from pint import UnitRegistry

    units: UnitRegistry[Any] = UnitRegistry()
    units.define("dunam = 1000 * meter ** 2 = _ = dunams")
    units.define("ppb = 1e-9 = _ = parts_per_billion")
    return units


@cache
def _currencies() -> dict[str, str]:
    """English names of the currencies in use ("danish krone", "kronor") -> ISO 4217 codes."""
    from babel.core import get_global
    from babel.numbers import get_currency_name

    rows = get_global("territory_currencies").values()
    current = sorted({code for row in rows for code, _, end, tender in row if end is None and tender})
    names: dict[str, str] = {}
    bare: dict[str, set[str]] = {}
    for code in current:
        for count in (1, 2):
            name = get_currency_name(code, count, "en").lower()
            for form in (name, name.replace(" new ", " ")):
                names[form] = code
                bare.setdefault(form.rsplit(" ", 1)[-1], set()).add(code)
    for word, codes in bare.items():
        if len(codes) == 1 and word not in _EVERYDAY:
            names.setdefault(word, next(iter(codes)))
    for word, code in _WORDS.items():
        names[word] = names[f"{word}s"] = code
    return names


def currency_of(words: str) -> str | None:
    """The ISO 4217 code of a currency's English name ("Danish crowns"), sign ("A$") or code ("EUR")."""
    if words.isupper() and len(words) == 3 and words in _codes() and words not in _NOT_CODES:
        return words
    name = words.lower()
    found = _SIGNS.get(name) or _currencies().get(name)
    if found is None and name.endswith("s"):
        found = _currencies().get(name[:-1])
    if found is None and " crown" in name:
        for nordic in ("krone", "krona", "koruna", "króna"):
            found = found or _currencies().get(name.rstrip("s").replace("crown", nordic))
    return found


@cache
def _codes() -> frozenset[str]:
    return frozenset(_currencies().values())


def duration_of(lemma: str) -> str | None:
    """The plural of a unit of time ("year" -> "years"); null for other words."""
    return _DURATIONS.get(lemma)


@cache
def measure_of(word: str, symbol: bool) -> str | None:
    """Pint's expression for a unit as written; ``symbol`` where abbreviations are allowed."""
    if word in _SYMBOLS:
        if not symbol:
            return None
        if word.lower() in ("mph", "kph"):
            return _SPELLINGS[word.lower()]
    elif (spelled := _SPELLINGS.get(word.lower())) is not None:
        return spelled
    elif not _may_name(word):
        return None
    parsed = registry().parse_unit_name(word)
    for prefix, base, _ in parsed:
        if base in _BASES:
            return f"{prefix}{base}"
    small = word.lower()
    return None if small == word else measure_of(small, symbol)


def _may_name(word: str) -> bool:
    """Can this be a unit's name in full? "Stone" is a name of another kind, "has" no plural of "ha"."""
    if not word.isalpha() or word.isupper() or (len(word) < 4 and word not in _SHORT):
        return False
    return not word.istitle() or word.endswith("s")


@cache
def symbol_of(expression: str) -> str:
    """The ledger's spelling of a pint expression: "kilometer" -> "km", "barrel" -> "barrels"."""
    if expression in _NAMES:
        return _NAMES[expression]
    return f"{registry().Unit(expression):~C}".replace("**2", "²").replace("**3", "³").replace("*", "·")
