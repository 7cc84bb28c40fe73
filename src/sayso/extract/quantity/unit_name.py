"""A figure's unit and numbers as the ledger writes them."""

from sayso.extract.quantity.context import Context
from sayso.extract.quantity.counted import is_people, is_population, is_toll, plural_of, suffers
from sayso.extract.quantity.figure import Figure
from sayso.parse import ParsedDocument, Token

_YEARS = {"decades": 10, "centuries": 100, "millennia": 1000}


def in_years(figure: Figure, number: float | None) -> float | None:
    """A number of decades, centuries or millennia in years, so that the same stretch compares as the same."""
    scale = _YEARS.get(figure.unit.name) if figure.unit is not None else None
    return number * scale if scale is not None and number is not None else number


def unit_name(parsed: ParsedDocument, figure: Figure, context: Context) -> str | None:
    """The ledger's unit of a figure: "USD/barrel", "percent", "people", "km", "companies"."""
    unit = figure.unit
    if unit is not None:
        name = "years" if unit.name in _YEARS else unit.name
        return f"{name}/{unit.per}" if unit.per else name
    if figure.share:
        return "percent"
    if _strong(parsed, figure):
        return "people"
    if figure.noun is not None:
        return "people" if is_people(parsed, figure.noun) else plural_of(parsed, figure.noun)
    return "people" if _counts_people(parsed, figure, context) else None


def _counts_people(parsed: ParsedDocument, figure: Figure, context: Context) -> bool:
    """Does the clause of a bare figure tell that it is one of people?"""
    behind = parsed.tokens[figure.last + 1] if figure.last + 1 < len(parsed.tokens) else None
    if behind is not None and (behind.lower == "who" or _of_us(parsed, behind)):
        return True
    if _numbered(parsed, figure):
        return True
    head = parsed.tokens[parsed.tokens[figure.last].head]
    if any(is_population(parsed.tokens[at].lemma.lower()) for at in (head.i, *head.children)):
        return True
    subject = parsed.child(head.i, "nsubj") if head.lemma in ("be", "number", "total") else None
    if subject is not None and is_people(parsed, subject) and (figure.value or 0) > 1:
        return True
    told = [parsed.tokens[at] for at in context.core]
    if any(is_toll(token.lemma.lower()) or is_toll(token.lower) for token in told):
        return True
    return suffers(parsed, figure.last) or (figure.vague and any(is_people(parsed, t.i) for t in told))


def _numbered(parsed: ParsedDocument, figure: Figure) -> bool:
    """ "The refugees number around 900": the verb is often taken for the noun."""
    before = parsed.tokens_in(figure.span)[0] - 1
    return before > 0 and parsed.tokens[before].lower.startswith("number") and is_people(parsed, before - 1)


def _strong(parsed: ParsedDocument, figure: Figure) -> bool:
    """ "a 500-strong crowd", "an army 500 strong"."""
    behind = [token.lower for token in parsed.tokens[figure.last + 1 : figure.last + 3]]
    return behind[:1] == ["strong"] or behind == ["-", "strong"]


def _of_us(parsed: ParsedDocument, behind: Token) -> bool:
    """ "70 of us", "three of whom"."""
    inner = parsed.child(behind.i, "pobj") if behind.lower == "of" else None
    return inner is not None and parsed.tokens[inner].lower in ("us", "you", "whom")
