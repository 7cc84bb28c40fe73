"""What an entity is called: its name, all its names, its type and country, names used for it by metonymy."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from sayso.align.compare.identity import identities
from sayso.lexicons.gazetteer import is_plural, is_short
from sayso.records import Entity, Referent, ids
from sayso.records.entity import EntityType


def make_entity(members: list[Referent], uses: Mapping[str, Counter[str]]) -> Entity:
    """One entity out of the referents that stand for it; ``uses`` counts the wordings of each referent."""
    weight = {member.id: max(1, sum(uses.get(member.id, Counter()).values())) for member in members}
    votes = ((member.type, weight[member.id]) for member in members)
    kind: EntityType = msgspec.convert(_most(votes), EntityType)
    names = sorted({name for member in members for name in member.names})
    country = _most((member.country, weight[member.id]) for member in members if member.country)
    key = min(key for member in members for key in identities(member))
    return Entity(
        id=ids.derive("ent", kind, key),
        name=_name(members, weight, uses, kind),
        type=kind,
        names=tuple(names),
        country=country or None,
    )


def _most(ballots: Iterable[tuple[str, int]]) -> str:
    """What has most votes; of equals the first in order of letters, "other" last."""
    count: Counter[str] = Counter()
    for choice, votes in ballots:
        count[choice] += votes
    return min(count, key=lambda choice: (choice == "other", -count[choice], choice), default="")


def _name(
    members: list[Referent], weight: Mapping[str, int], uses: Mapping[str, Counter[str]], kind: str
) -> str:
    """The most used of the referents' own names; of a person or body the most used full one."""
    count: Counter[str] = Counter()
    for member in members:
        count[member.name] += weight[member.id]
        for name in member.names:
            count[name] += uses.get(member.id, Counter())[name]
    full = {name: used for name, used in count.items() if " " in name and not name.isupper()}
    if kind in ("person", "organisation") and full:
        count = Counter(full)
    if kind == "group":
        count = Counter({name: used for name, used in count.items() if is_plural(name)}) or count
    if kind == "country":
        count = Counter({name: used for name, used in count.items() if not is_short(name)}) or count
    return min(count, key=lambda name: (name.islower(), -count[name], -len(name), name))


def with_metonyms(
    entities: Iterable[Entity], referents: Iterable[Referent], resolution: Mapping[str, str]
) -> list[Entity]:
    """The entities with the names of the places that were read as them."""
    used: dict[str, set[str]] = defaultdict(set)
    for referent in referents:
        if referent.stands_for in resolution:
            used[resolution[str(referent.stands_for)]].add(referent.name)
    return [
        msgspec.structs.replace(entity, metonyms=tuple(sorted(used[entity.id])))
        if entity.id in used
        else entity
        for entity in entities
    ]
