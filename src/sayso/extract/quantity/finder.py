"""From parsed text to quantities."""

from sayso.extract.entity import Naming
from sayso.extract.quantity.context import Context, context_of, number_tokens, words_of
from sayso.extract.quantity.figure import Figure
from sayso.extract.quantity.multiple import multiples
from sayso.extract.quantity.reading import find_figures
from sayso.extract.quantity.surroundings import (
    Surroundings,
    parties_of,
    statement_of,
    surroundings_of,
    time_of,
)
from sayso.extract.quantity.unit_name import in_years, unit_name
from sayso.parse import ParsedDocument
from sayso.records import Quantity, Statement, Time, ids


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
    figures = tuple(sorted((*find_figures(parsed), *multiples(parsed)), key=lambda one: one.span))
    figured = number_tokens(parsed, figures)
    around = surroundings_of(parsed, naming, statements, times)
    return tuple(
        _quantity(parsed, around, figure, context_of(parsed, figure, around.timed, figured))
        for figure in figures
        if not figure.incidental and around.dated.isdisjoint(parsed.tokens_in(figure.span))
    )


def _quantity(parsed: ParsedDocument, around: Surroundings, figure: Figure, context: Context) -> Quantity:
    span = figure.span
    return Quantity(
        id=ids.derive("qty", parsed.document.id, span.start, span.end),
        document=parsed.document.id,
        statement=statement_of(parsed, around, figure),
        start=span.start,
        end=span.end,
        text=parsed.words(span),
        value=in_years(figure, figure.value),
        low=in_years(figure, figure.low),
        high=in_years(figure, figure.high),
        relation=figure.relation,
        unit=unit_name(parsed, figure, context),
        of=words_of(parsed, context.core),
        about=parties_of(around, context),
        when=time_of(parsed, around, figure, context),
    )
