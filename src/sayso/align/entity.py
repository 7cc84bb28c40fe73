"""Referents of all documents to entities: blocking, comparison with a reason, clusters."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from jellyfish import metaphone

from sayso.align.compare.identity import as_written, identities, in_words, is_foreign, same_thing
from sayso.align.compare.spelling import skeleton, words_of
from sayso.align.decided import decided_clusters, told_apart
from sayso.align.label import make_entity, with_metonyms
from sayso.align.merge import Joining, Merge
from sayso.align.settlement import find_twins, whereabouts
from sayso.lexicons import lexicon
from sayso.lexicons.gazetteer import cities
from sayso.records import Entity, Extraction, Referent
from sayso.review.effects import NOTHING, Effects

#: A block of more keys than this says too little to compare them all.
WIDEST = 150


def resolve(
    extractions: Iterable[Extraction], effects: Effects = NOTHING
) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """The entities behind all referents, and which entity each referent id leads to."""
    ordered = sorted(extractions, key=lambda extraction: extraction.document.id)
    referents = {r.id: r for extraction in ordered for r in extraction.referents}
    uses = Counter((m.entity, " ".join(m.text.split())) for e in ordered for m in e.mentions if m.entity)
    by_referent: dict[str, Counter[str]] = defaultdict(Counter)
    for (referent, text), count in uses.items():
        by_referent[str(referent)][text] += count
    within = whereabouts(ordered)
    merges = find_merges(list(referents.values()), within)
    if effects.ties or effects.cuts:
        found = decided_clusters(referents, merges, effects, lambda part: find_merges(part, within))
    else:
        found = clusters(referents, merges)
    made = [(make_entity([referents[member] for member in one], by_referent), one) for one in found]
    entities = told_apart(made, effects.cuts)
    resolution = {
        member: entity.id for entity, cluster in zip(entities, found, strict=True) for member in cluster
    }
    named = with_metonyms(entities, list(referents.values()), resolution)
    return tuple(sorted(named, key=lambda entity: entity.id)), dict(sorted(resolution.items()))


def find_merges(
    referents: Iterable[Referent], within: Mapping[str, frozenset[str]] | None = None
) -> tuple[Merge, ...]:
    """Every two referents that are one thing, with the reason; chained, so that n alike give n - 1 merges.

    ``within``: for referents called like "Old Town" those of the places they lie in.
    """
    ordered = sorted(referents, key=lambda referent: referent.id)
    holders: dict[str, list[Referent]] = defaultdict(list)
    for referent in ordered:
        for key in identities(referent):
            holders[key].append(referent)
    found = [
        Merge(held[0].id, other.id, 1.0, in_words(key)) for key, held in holders.items() for other in held[1:]
    ]
    bearers = {key: next((r for r in held if r.type != "other"), held[0]) for key, held in holders.items()}
    for merge in _merged_keys(bearers):
        one, other = sorted((holders[merge.one][0].id, holders[merge.other][0].id))
        found.append(Merge(one, other, merge.score, merge.reason))
    join = Joining()
    for merge in found:
        join.pair(merge.one, merge.other)
    found += find_twins(ordered, join.leader, within or {})
    return tuple(sorted(found, key=lambda merge: (merge.one, merge.other, -merge.score, merge.reason)))


def _merged_keys(bearers: Mapping[str, Referent]) -> list[Merge]:
    """Every two different identities that are one thing."""
    found = [
        Merge(keys[0], keys[1], comparison.score, comparison.reason)
        for keys in _candidates(bearers)
        if (comparison := same_thing(bearers[keys[0]], bearers[keys[1]], keys))
    ]
    leaders = _leaders(bearers, found)
    return [*found, *_surnames(bearers, leaders), *_initials(bearers), *_short_bodies(bearers, leaders)]


def _leaders(bearers: Mapping[str, Referent], merges: Iterable[Merge]) -> dict[str, str]:
    """The first key of the cluster that each key is in."""
    join = Joining()
    for key, referent in bearers.items():
        for other in identities(referent):
            join.pair(key, other)
    for merge in merges:
        join.pair(merge.one, merge.other)
    return {key: join.leader(key) for key in bearers}


def _candidates(bearers: Mapping[str, Referent]) -> Iterator[tuple[str, str]]:
    """Pairs of keys that share the sound of a word."""
    blocks: dict[str, list[str]] = defaultdict(list)
    foreign = {key for key, referent in bearers.items() if is_foreign(referent)}
    for key in sorted(bearers):
        for block in _blocks(key, as_written(bearers[key], key.partition(" ")[2])):
            blocks[block].append(key)
    pairs = {
        pair
        for block, held in blocks.items()
        if len(held) <= WIDEST
        for pair in combinations(held, 2)
        if not block.startswith("bones ") or (pair[0] in foreign) != (pair[1] in foreign)
    }
    yield from sorted(pairs)


def _blocks(key: str, written: str) -> set[str]:
    """What a key must share with another to be compared with it; bones only with names of other scripts, and
    towns also as ``written`` in these."""
    space, _, name = key.partition(" ")
    if space == "group":
        return {f"group {name.partition('|')[0]}"}
    if space != "name":
        return set()
    words = name.split()
    found = {f"name {metaphone(word)[:5]}" for word in words if len(word) > 2}
    found |= {f"tail {word[1:]}" for word in words if len(word) > 3}
    found |= {f"bones {bones[:3]}" for word in (*words, "".join(words)) if len(bones := skeleton(word)) > 1}
    return found | {f"town {town.number}" for town in cities(written)[:1]}


def _surnames(bearers: Mapping[str, Referent], leaders: Mapping[str, str]) -> Iterator[Merge]:
    """A surname alone is the one person of all documents who bears it, if there is only one."""
    full: dict[str, dict[str, str]] = defaultdict(dict)
    for key, referent in sorted(bearers.items()):
        words = key.split()[1:]
        if referent.type == "person" and key.startswith("name ") and len(words) > 1:
            full[words[-1]].setdefault(leaders[key], key)
    for key, referent in sorted(bearers.items()):
        name = key.partition(" ")[2]
        owners = list(full.get(name, {}).values())
        if referent.type == "person" and len(owners) == 1:
            yield Merge(key, owners[0], 0.8, f"“{name}” is the surname of one person only, “{owners[0][5:]}”")


def _short_bodies(bearers: Mapping[str, Referent], leaders: Mapping[str, str]) -> Iterator[Merge]:
    """ "Foo" is Foo Homes and "the Tribune" the Foo Tribune, if that is the one body of all documents."""
    heads = lexicon("names")["heads"]
    full: dict[str, dict[str, str]] = defaultdict(dict)
    for key, referent in sorted(bearers.items()):
        words = key.split()[1:]
        if referent.type == "organisation" and key.startswith("name ") and len(words) > 1:
            if words[-1] in heads["shortened"]:
                full[" ".join(words[:-1])].setdefault(leaders[key], key)
            if words[-1] in heads["papers"]:
                full[words[-1]].setdefault(leaders[key], key)
    for key, referent in sorted(bearers.items()):
        name = key.partition(" ")[2]
        owners = list(full.get(name, {}).values())
        if referent.type == "organisation" and key.startswith("name ") and len(owners) == 1:
            yield Merge(key, owners[0], 0.8, f"“{name}” is short for one body only, “{owners[0][5:]}”")


def _initials(bearers: Mapping[str, Referent]) -> Iterator[Merge]:
    """An abbreviation is the one body whose words begin with its letters, if there is only one."""
    long: dict[str, list[str]] = defaultdict(list)
    for key, referent in sorted(bearers.items()):
        if referent.type == "organisation" and key.startswith("name "):
            for name in referent.names:
                letters = [w[0] for w in words_of(name) if w not in ("of", "the", "and", "for", "on", "in")]
                if len(letters) > 2:
                    long["".join(letters)].append(key)
    for key, referent in sorted(bearers.items()):
        name = key.partition(" ")[2]
        short = any(text.replace(".", "").isupper() and len(text) > 2 for text in referent.names)
        owners = sorted(set(long.get(name, ())) - {key})
        if short and referent.type in ("organisation", "other") and len(owners) == 1:
            yield Merge(key, owners[0], 0.85, f"“{name.upper()}” are the initials of “{owners[0][5:]}”")


def clusters(referents: Iterable[str], merges: Iterable[Merge]) -> list[list[str]]:
    """The referents' ids joined by merges and by nothing else; clusters and their members in order."""
    joining = Joining()
    for merge in merges:
        joining.pair(merge.one, merge.other)
    groups: dict[str, list[str]] = defaultdict(list)
    for referent in sorted(referents):
        groups[joining.leader(referent)].append(referent)
    return sorted(groups.values())
