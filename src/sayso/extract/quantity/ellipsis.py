"""What a figure leaves to be understood from the figure before it."""

from dataclasses import replace

from sayso.extract.quantity.figure import Figure
from sayso.parse import ParsedDocument
from sayso.records import Span

_FAR = 16
_FEW = 3
_CONVERTED = frozenset({"(", "[", "/", "or"})
_CARRIED = frozenset({"measure", "money", "age"})


def _restated(figure: Figure, previous: Figure) -> Figure:
    """A conversion in brackets ("more than 100 km (60 miles)") is bounded as what it converts."""
    if figure.relation != "=" or figure.value is None:
        return figure
    change = figure.change or previous.change
    low = figure.value if previous.relation in (">", ">=") else None
    high = figure.value if previous.relation in ("<", "<=") else None
    if previous.relation == "range":
        return replace(figure, change=change)
    return replace(
        figure, change=change, relation=previous.relation, low=low, high=high, bound=previous.bound
    )


def _is_share(figure: Figure) -> bool:
    """Can the bare figure be so many in a hundred?"""
    return figure.value is not None and 0 < figure.value <= 100


def completed(parsed: ParsedDocument, figure: Figure, previous: Figure | None) -> Figure:
    """The figure with bound, noun or unit of the ``previous`` one of its sentence where it has none."""
    if previous is None:
        return figure
    between = parsed.words(Span(previous.span.end, max(previous.span.end, figure.span.start))).strip()
    if between in _CONVERTED and figure.unit is not None and previous.unit is not None:
        return _restated(figure, previous)
    if figure.unit is not None or figure.noun is not None or figure.share:
        return figure
    if figure.first - previous.last > _FAR or (figure.incidental and (figure.value or 0) < _FEW):
        return figure
    if previous.unit is None and previous.noun is not None and not previous.share and not previous.incidental:
        return replace(figure, noun=previous.noun, incidental=False)
    if figure.incidental:
        return figure
    if previous.unit is not None and previous.unit.kind == "percent" and figure.bound and _is_share(figure):
        return replace(figure, unit=previous.unit)
    before = parsed.tokens[figure.first - 1].lower
    if before == "to" and previous.unit is not None and previous.unit.kind in _CARRIED:
        return replace(figure, unit=previous.unit)
    return figure
