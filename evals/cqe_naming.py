"""Our figures in the conventions of the CQE data sets: unit names, changes, vague numbers, concepts."""

from babel.numbers import get_currency_name

from sayso.extract.quantity.context import Context
from sayso.extract.quantity.figure import Figure
from sayso.extract.quantity.measures import registry
from sayso.parse import ParsedDocument

_MONEY = {
    "USD": "dollar", "GBP": "pound sterling", "ILS": "shekel", "EUR": "euro", "cents": "cent",
    "pence": "point", "HRK": "croatian kuna", "ZAR": "south african rand",
}  # fmt: skip
_BRITISH = {"meter": "metre", "liter": "litre"}
_LONG = {
    "pound": "pound-mass", "degree_Celsius": "celsius", "degree_Fahrenheit": "fahrenheit",
    "ppb": "parts-per-billion", "metric_ton": "metric ton", "watt_hour": "watt hour",
    "kip_per_square_inch": "kilopound per square inch", "force_pound": "pound-force",
}  # fmt: skip
_POWERS = {2: "square ", 3: "cubic "}


def _base_name(base: str) -> str:
    """A pint unit's name as CQE writes it: "kilometer" -> "kilometre", "gigametric_ton" -> "gigaton"."""
    if base.endswith("metric_ton") and base != "metric_ton":
        return base.replace("metric_ton", "ton")
    name = _LONG.get(base, base)
    for american, british in _BRITISH.items():
        if name.endswith(american):
            name = name.removesuffix(american) + british
    return name.replace("_", " ")


def _measure_name(expression: str) -> str:
    """A pint expression as CQE writes it: "kilometer / hour" -> "kilometre per hour"."""
    above: list[str] = []
    below: list[str] = []
    for name, power in registry().Unit(expression)._units.items():
        exponent = float(str(power))
        word = _POWERS.get(int(abs(exponent)), "") + _base_name(name)
        (above if exponent > 0 else below).append(word)
    text = " ".join(above)
    return " per ".join([text, *below]) if below else text


def _noun_words(parsed: ParsedDocument, figure: Figure) -> str:
    """What is counted with its modifiers, the noun in the singular: "different boss"."""
    if figure.noun is None:
        return "-"
    noun = parsed.tokens[figure.noun]
    words: list[str] = []
    first = figure.last + 1 if figure.noun > figure.last else figure.noun
    for at in range(first, figure.noun):
        token = parsed.tokens[at]
        joined = (at > first and parsed.tokens[at - 1].text == "-") or parsed.tokens[at + 1].text == "-"
        if token.text == "-" and words:
            words[-1] += "-"
        elif words and words[-1].endswith("-"):
            words[-1] += token.text
        elif token.pos in ("ADJ", "NOUN", "PROPN") or joined:
            words.append(token.text)
    plain = noun.pos == "PROPN" or noun.lower == "people"
    return " ".join([*words, noun.text if plain else noun.lemma]).lower()


def unit_in_cqe(parsed: ParsedDocument, figure: Figure) -> str:
    """The normalised unit of a figure as the data sets spell it."""
    unit = figure.unit
    if unit is None:
        noun = _noun_words(parsed, figure)
        return f"% {noun}" if figure.share else noun
    if unit.kind == "percent":
        name = "percentage"
    elif unit.kind == "money":
        name = _MONEY.get(unit.expression) or get_currency_name(unit.expression, 1, "en").lower()
    elif unit.kind == "times":
        name = "count"
    elif unit.kind == "measure":
        name = _measure_name(unit.expression)
    else:
        name = unit.name.replace("centuries", "century").replace("s of age", " of age").removesuffix("s")
    per = "mega british thermal unit" if unit.per == "mmbtu" else unit.per
    return f"{name} per {per}" if per else name


def change_in_cqe(figure: Figure) -> str:
    """Bound and direction of change as one mark."""
    if figure.relation in (">", ">="):
        return "=" if figure.vague else ">"
    if figure.change:
        return figure.change
    if figure.relation in ("<", "<="):
        if figure.bound in ("almost", "nearly", "close to"):
            return "~"
        return "=" if figure.bound.startswith("as ") else "<"
    return "~" if figure.bound and figure.relation in ("~", "range") else "="


def value_in_cqe(figure: Figure) -> float | list[float]:
    """A number, or both ends of a range; a vague plural reaches to the next scale."""
    if figure.vague and figure.low is not None:
        return figure.low if figure.low == 12 else [figure.low, figure.low * 10]
    if figure.relation == "range":
        return [figure.low or 0.0, figure.high or 0.0]
    value = figure.value or 0.0
    return value / 100 if figure.share else value


def concepts_in_cqe(parsed: ParsedDocument, figure: Figure, context: Context) -> list[str]:
    """The content words that the figure is told of, without the counted noun of a plain count; of a
    counted subject only what depends on it ("five seasons of the series")."""
    reach, own = set(context.core), set[int]()
    if figure.unit is None and figure.noun is not None:
        own = set(range(figure.last + 1, figure.noun + 1))
        if parsed.tokens[figure.noun].dep in ("nsubj", "nsubjpass"):
            reach &= set(parsed.subtree(figure.noun))
    words = [
        parsed.tokens[at].text
        for at in sorted(reach - own)
        if parsed.tokens[at].pos in ("NOUN", "PROPN", "ADJ", "NUM")
    ]
    return words or ["-"]
