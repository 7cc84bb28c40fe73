"""From parsed text to quantities."""

from sayso.extract.entity import Naming
from sayso.extract.quantity.context import context_of, parties_of, time_of, words_of
from sayso.extract.quantity.counted import is_people, is_population, plural_of
from sayso.extract.quantity.figure import Figure
from sayso.extract.quantity.reading import find_figures
from sayso.parse import ParsedDocument, Token
from sayso.records import Quantity, Span, Statement, Time, ids


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
    dates = [Span(time.start, time.end) for time in times if time.type != "duration"]
    timed = frozenset(at for time in times for at in parsed.tokens_in(Span(time.start, time.end)))
    found = []
    for figure in find_figures(parsed):
        if figure.incidental or any(figure.span.overlaps(date) for date in dates):
            continue
        context = context_of(parsed, figure, timed)
        span = figure.span
        found.append(
            Quantity(
                id=ids.derive("qty", parsed.document.id, span.start, span.end),
                document=parsed.document.id,
                statement=_statement(statements, span),
                start=span.start,
                end=span.end,
                text=parsed.words(span),
                value=figure.value,
                low=figure.low,
                high=figure.high,
                relation=figure.relation,
                unit=unit_name(parsed, figure),
                of=words_of(parsed, context.core),
                about=parties_of(parsed, context, naming),
                when=time_of(parsed, figure, context, times),
            )
        )
    return tuple(found)


def unit_name(parsed: ParsedDocument, figure: Figure) -> str | None:
    """The ledger's unit of a figure: "USD/barrel", "percent", "people", "km", "companies"."""
    unit = figure.unit
    if unit is not None:
        return f"{unit.name}/{unit.per}" if unit.per else unit.name
    if figure.share:
        return "percent"
    if figure.noun is not None:
        return "people" if is_people(parsed, figure.noun) else plural_of(parsed, figure.noun)
    behind = parsed.tokens[figure.last + 1] if figure.last + 1 < len(parsed.tokens) else None
    if behind is not None and (behind.lower == "who" or _of_us(parsed, behind)):
        return "people"
    head = parsed.tokens[parsed.tokens[figure.last].head]
    around = [head, *(parsed.tokens[child] for child in head.children)]
    return "people" if any(is_population(token.lemma.lower()) for token in around) else None


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
