"""From parsed text to quantities."""

from sayso.extract.entity import Naming
from sayso.extract.quantity.context import Context, context_of, number_tokens, parties_of, time_of, words_of
from sayso.extract.quantity.counted import is_people, is_population, is_toll, plural_of, suffers
from sayso.extract.quantity.figure import Figure
from sayso.extract.quantity.reading import find_figures
from sayso.parse import ParsedDocument, Token
from sayso.records import Quantity, Span, Statement, Time, ids

_FIRST_BARE_YEAR = 1500
_YEARS = {"decades": 10, "centuries": 100, "millennia": 1000}


def find_quantities(
    parsed: ParsedDocument,
    naming: Naming,
    statements: tuple[Statement, ...],
    times: tuple[Time, ...],
) -> tuple[Quantity, ...]:
    """All quantities of the document, in order of text.

    What a time expression takes in is a quantity only if it is a duration; small numbers that merely
    determine a noun ("the two sides") are none.
    """
    times = tuple(time for time in times if not _is_no_year(time))
    dates = [Span(time.start, time.end) for time in times if time.type != "duration"]
    timed = frozenset(at for time in times for at in parsed.tokens_in(Span(time.start, time.end)))
    figures = find_figures(parsed)
    figured = number_tokens(parsed, figures)
    found = []
    for figure in figures:
        if figure.incidental or any(figure.span.overlaps(date) for date in dates):
            continue
        context = context_of(parsed, figure, timed, figured)
        span = figure.span
        found.append(
            Quantity(
                id=ids.derive("qty", parsed.document.id, span.start, span.end),
                document=parsed.document.id,
                statement=_statement(statements, span),
                start=span.start,
                end=span.end,
                text=parsed.words(span),
                value=_in_years(figure, figure.value),
                low=_in_years(figure, figure.low),
                high=_in_years(figure, figure.high),
                relation=figure.relation,
                unit=unit_name(parsed, figure) or _told_of_people(parsed, figure, context),
                of=words_of(parsed, context.core),
                about=parties_of(parsed, context, naming),
                when=time_of(parsed, figure, context, times),
            )
        )
    return tuple(found)


def _is_no_year(time: Time) -> bool:
    """Is the "time" a bare number that news texts do not use for a year?"""
    return time.text.isdigit() and int(time.text) < _FIRST_BARE_YEAR


def _in_years(figure: Figure, number: float | None) -> float | None:
    """A number of decades, centuries or millennia in years, so that the same stretch compares as the same."""
    scale = _YEARS.get(figure.unit.name) if figure.unit is not None else None
    return number * scale if scale is not None and number is not None else number


def unit_name(parsed: ParsedDocument, figure: Figure) -> str | None:
    """The ledger's unit of a figure: "USD/barrel", "percent", "people", "km", "companies"."""
    unit = figure.unit
    if unit is not None:
        name = "years" if unit.name in _YEARS else unit.name
        return f"{name}/{unit.per}" if unit.per else name
    if figure.share:
        return "percent"
    if figure.noun is not None:
        return "people" if is_people(parsed, figure.noun) else plural_of(parsed, figure.noun)
    behind = parsed.tokens[figure.last + 1] if figure.last + 1 < len(parsed.tokens) else None
    if behind is not None and (behind.lower == "who" or _of_us(parsed, behind)):
        return "people"
    head = parsed.tokens[parsed.tokens[figure.last].head]
    around = [head, *(parsed.tokens[child] for child in head.children)]
    if any(is_population(token.lemma.lower()) for token in around):
        return "people"
    subject = parsed.child(head.i, "nsubj") if head.lemma in ("be", "number", "total") else None
    return (
        "people" if subject is not None and is_people(parsed, subject) and (figure.value or 0) > 1 else None
    )


def _told_of_people(parsed: ParsedDocument, figure: Figure, context: Context) -> str | None:
    """ "people" where the clause of a bare figure tells so: a toll, or persons "in their hundreds"."""
    if figure.noun is not None:
        return None
    told = [parsed.tokens[at] for at in context.core]
    if any(is_toll(token.lemma.lower()) or is_toll(token.lower) for token in told):
        return "people"
    if suffers(parsed, figure.last):
        return "people"
    return "people" if figure.vague and any(is_people(parsed, token.i) for token in told) else None


def _of_us(parsed: ParsedDocument, behind: Token) -> bool:
    """ "70 of us", "three of whom"."""
    inner = parsed.child(behind.i, "pobj") if behind.lower == "of" else None
    return inner is not None and parsed.tokens[inner].lower in ("us", "you", "whom")


def _statement(statements: tuple[Statement, ...], span: Span) -> str | None:
    """The smallest statement whose content covers the span, an attributed one before an own one."""
    covering = [
        (statement.mode == "own", sum(part.end - part.start for part in statement.content), statement.id)
        for statement in statements
        if any(part.covers(span) for part in statement.content)
    ]
    return min(covering)[2] if covering else None
