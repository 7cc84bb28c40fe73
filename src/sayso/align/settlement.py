"""Parts of a town whose names differ in the word for a settlement alone: "Old Town", "Old Quarter"."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from operator import itemgetter

from sayso.align.merge import Merge
from sayso.lexicons.settlement import Named, located, settlement
from sayso.records import Extraction, Referent

#: How sure it is that such names in one town are one place.
SURE = 0.85


def whereabouts(extractions: Iterable[Extraction]) -> dict[str, frozenset[str]]:
    """For each referent called so the referents of places that its document says it lies in."""
    found: dict[str, set[str]] = defaultdict(set)
    for extraction in extractions:
        places = [
            Named(m.start, m.end, m.entity) for m in extraction.mentions if m.type == "place" and m.entity
        ]
        for inner, outer in located(extraction.document.text, places):
            found[inner].add(outer)
    return {referent: frozenset(homes) for referent, homes in found.items()}


def find_twins(
    referents: Iterable[Referent], leader: Callable[[str], str], within: Mapping[str, frozenset[str]]
) -> Iterator[Merge]:
    """Names of the same own words and of different words for a settlement are one place in one town.

    ``leader`` leads a referent to the first of those already known to be the same; ``within`` is of
    ``whereabouts``.
    """
    bearers: dict[tuple[str, str], dict[str, tuple[str, str]]] = defaultdict(dict)
    names = {referent.id: referent.names for referent in referents if referent.type == "place"}
    called = {leader(home): held[0] for home, held in sorted(names.items(), reverse=True) if held}
    for one in sorted(set(names) & set(within)):
        for name, home in sorted((name, leader(home)) for name in names[one] for home in within[one]):
            parts = settlement(name)
            if parts and home in called:
                bearers[parts.own, home].setdefault(leader(one), (one, name))
    for (_, home), held in sorted(bearers.items()):
        for (one, name), (other, another) in pairwise(sorted(held.values(), key=itemgetter(1, 0))):
            reason = f"“{name}” and “{another}” differ in the word for a settlement, both in “{called[home]}”"
            yield Merge(min(one, other), max(one, other), SURE, reason)
