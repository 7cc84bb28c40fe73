"""Figures of one kind side by side: what is counted, each value, who gives it, for when."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations

from sayso.records import Quantity, Snapshot, Span, Statement
from sayso.views.dates import in_words, order
from sayso.views.entry import Entry, Reader
from sayso.views.figures import quantity_words, reach
from sayso.views.plot import Plot, plot

#: Whose names say whom a figure concerns rather than what it counts.
NAMED = frozenset({"country", "place", "person"})


@dataclass(frozen=True)
class Figure:
    """One value, for one time, from one statement."""

    words: str
    when: str
    entry: Entry


@dataclass(frozen=True)
class FigureGroup:
    """Values of one thing."""

    heading: str
    unit: str
    figures: tuple[Figure, ...]
    voices: int
    plot: Plot | None


def key_figures(
    snapshot: Snapshot, reader: Reader, statements: Collection[Statement]
) -> tuple[FigureGroup, ...]:
    """The figures in these statements; those that alignment linked stand together, most voices first."""
    wanted = {s.id: s for s in statements if not reader.hostile(s)}
    quantities = [q for q in snapshot.quantities if q.statement in wanted and q.unit and reach(q)]
    groups = _linked(snapshot, quantities)
    built = [_group([quantities[i] for i in members], reader, wanted) for members in groups]
    return tuple(sorted(built, key=lambda g: (-g.voices, -len(g.figures), g.heading)))


def _linked(snapshot: Snapshot, quantities: list[Quantity]) -> list[list[int]]:
    """Positions of the quantities in groups: joined by number links, or of one series over time."""
    root = list(range(len(quantities)))

    def find(i: int) -> int:
        while root[i] != i:
            i = root[i]
        return i

    at: dict[str, list[int]] = defaultdict(list)
    for i, quantity in enumerate(quantities):
        at[quantity.document].append(i)

    def touched(document: str, start: int, end: int) -> list[int]:
        span = Span(start, end)
        return [i for i in at[document] if span.overlaps(Span(quantities[i].start, quantities[i].end))]

    def join(a: int, b: int) -> None:
        low, high = sorted((find(a), find(b)))
        root[high] = low

    for link in snapshot.links:
        if link.kind != "number":
            continue
        for a in touched(link.a_span.document, link.a_span.start, link.a_span.end):
            for b in touched(link.b_span.document, link.b_span.start, link.b_span.end):
                same_value = quantities[a].value == quantities[b].value
                if quantities[a].unit == quantities[b].unit and (same_value or link.relation == "conflicts"):
                    join(a, b)
    names = frozenset(
        word for m in snapshot.mentions if m.type in NAMED for word in m.text.casefold().split()
    )
    for a, b in combinations(range(len(quantities)), 2):
        if quantities[a].when != quantities[b].when and _one_series(quantities[a], quantities[b], names):
            join(a, b)
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(quantities)):
        groups[find(i)].append(i)
    return list(groups.values())


def _one_series(one: Quantity, other: Quantity, names: frozenset[str]) -> bool:
    """Do two figures count the same thing at two times: one unit, and a third of the words, names apart?"""
    if not one.when or not other.when or one.unit != other.unit:
        return False
    words, others = (
        {word for word in (q.of or "").casefold().split() if len(word) > 3 and word not in names}
        for q in (one, other)
    )
    return len(words & others) * 3 >= len(words | others) > 0


def _group(quantities: list[Quantity], reader: Reader, wanted: dict[str, Statement]) -> FigureGroup:
    figures = []
    for quantity in sorted(quantities, key=lambda q: (order(q.when), q.document, q.start)):
        entry = reader.entry(wanted[quantity.statement or ""])
        figures.append((quantity, Figure(quantity_words(quantity), in_words(quantity.when), entry)))
    named = sorted((q.of for q in quantities if q.of), key=lambda of: (len(of.split()) < 3, len(of), of))
    heading = named[0] if named else (quantities[0].unit or "")
    return FigureGroup(
        heading=heading[:1].upper() + heading[1:],
        unit=quantities[0].unit or "",
        figures=tuple(figure for _, figure in figures),
        voices=len({figure.entry.statement.voice_name for _, figure in figures}),
        plot=plot([(reach(q) or (0.0, 0.0, 0.0), f.entry.hue, f.words) for q, f in figures]),
    )
