"""Figures of one kind side by side: what is counted, each value, who gives it, for when."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import msgspec

from sayso.records import Document, Link, Place, Quantity, Snapshot, Span, Statement
from sayso.views.dates import in_words, order
from sayso.views.entry import Entry, Reader
from sayso.views.figures import quantity_words, reach, vagueness
from sayso.views.plot import Plot, plot
from sayso.views.progression import moved_on

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
    told = [q for q in snapshot.quantities if q.statement in wanted and reach(q)]
    quantities = [q for q in _with_units(snapshot, told, reader.documents) if q.unit]
    groups = _groups(snapshot, quantities, reader.documents)
    built = [_group([quantities[i] for i in members], reader, wanted) for members in groups]
    return tuple(sorted(built, key=lambda g: (-g.voices, -len(g.figures), g.heading)))


def _with_units(
    snapshot: Snapshot, quantities: Sequence[Quantity], documents: Mapping[str, Document]
) -> list[Quantity]:
    """A bare figure at odds with one that has a unit, or that it moves on from, is in that unit."""
    units: dict[str, set[str]] = defaultdict(set)
    conflicts = (link for link in snapshot.links if link.kind == "number" and link.relation == "conflicts")
    for a, b in [*_touched(conflicts, quantities), *_progressions(quantities, documents)]:
        for one, other in ((quantities[a], quantities[b]), (quantities[b], quantities[a])):
            if other.unit and not one.unit:
                units[one.id].add(other.unit)
    return [
        msgspec.structs.replace(q, unit=min(units[q.id])) if len(units.get(q.id, ())) == 1 else q
        for q in quantities
    ]


def _groups(
    snapshot: Snapshot, quantities: Sequence[Quantity], documents: Mapping[str, Document]
) -> list[list[int]]:
    """Positions of the quantities in groups: joined by number links, or of one series over time."""
    root = list(range(len(quantities)))

    def find(i: int) -> int:
        while root[i] != i:
            i = root[i]
        return i

    for a, b in _pairs(snapshot, quantities, documents):
        low, high = sorted((find(a), find(b)))
        root[high] = low
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(quantities)):
        groups[find(i)].append(i)
    return list(groups.values())


def _pairs(
    snapshot: Snapshot, quantities: Sequence[Quantity], documents: Mapping[str, Document]
) -> Iterator[tuple[int, int]]:
    """Positions of every two quantities that belong together."""
    for link in snapshot.links:
        if link.kind == "number":
            for a, b in _touched([link], quantities):
                one, other = quantities[a], quantities[b]
                if one.unit == other.unit and (one.value == other.value or link.relation == "conflicts"):
                    yield a, b
    yield from _progressions(quantities, documents)
    names = frozenset(
        word for m in snapshot.mentions if m.type in NAMED for word in m.text.casefold().split()
    )
    for a, b in combinations(range(len(quantities)), 2):
        if quantities[a].when != quantities[b].when and _one_series(quantities[a], quantities[b], names):
            yield a, b


def _touched(links: Iterable[Link], quantities: Sequence[Quantity]) -> Iterator[tuple[int, int]]:
    """Positions of the quantities at both ends of each link."""
    at: dict[str, list[int]] = defaultdict(list)
    for i, quantity in enumerate(quantities):
        at[quantity.document].append(i)

    def touched(place: Place) -> list[int]:
        span = Span(place.start, place.end)
        return [i for i in at[place.document] if span.overlaps(Span(quantities[i].start, quantities[i].end))]

    for link in links:
        yield from product(touched(link.a_span), touched(link.b_span))


def _progressions(
    quantities: Sequence[Quantity], documents: Mapping[str, Document]
) -> Iterator[tuple[int, int]]:
    """Positions of the quantities that one statement moves on from and to."""
    said: dict[str, list[Quantity]] = defaultdict(list)
    for quantity in quantities:
        said[quantity.statement or ""].append(quantity)
    position = {quantity.id: i for i, quantity in enumerate(quantities)}
    for i, quantity in enumerate(quantities):
        beside = said[quantity.statement or ""]
        for after in moved_on(documents[quantity.document].text, beside, quantity)[1:]:
            yield i, position[after.id]


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
    told = [(q.of, q.unit) for q in quantities if q.of]
    heading = min(told, key=lambda one: (*vagueness(*one), len(one[0]), one[0]))[0] if told else ""
    heading = heading or quantities[0].unit or ""
    return FigureGroup(
        heading=heading[:1].upper() + heading[1:],
        unit=quantities[0].unit or "",
        figures=tuple(figure for _, figure in figures),
        voices=len({figure.entry.statement.voice_name for _, figure in figures}),
        plot=plot([(reach(q) or (0.0, 0.0, 0.0), f.entry.hue, f.words) for q, f in figures]),
    )
