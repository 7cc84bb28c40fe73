"""People's word on who is one with whom comes before the program's."""

from collections.abc import Sequence

from sayso.align.entity import resolve
from sayso.records import Entity, Extraction, Referent, ids
from sayso.records.entity import EntityType
from sayso.review.effects import Cut, Effects, Tie
from tests import factories


def spoken_of(*names: str, kind: EntityType = "place") -> list[Extraction]:
    """A document for each name."""
    made = []
    for number, name in enumerate(names):
        document = factories.document(f"{number}: {name}", uris=(f"{number}.txt",))
        referent = Referent(
            id=ids.derive("ref", document.id, name), document=document.id, name=name, type=kind, names=(name,)
        )
        made.append(Extraction(document=document, segments=(), referents=(referent,)))
    return made


def referent(of: Extraction) -> str:
    return of.referents[0].id


def together(found: Sequence[Extraction], effects: Effects) -> list[set[int]]:
    """Which documents speak of one entity."""
    _, resolution = resolve(found, effects)
    numbers: dict[str, set[int]] = {}
    for number, one in enumerate(found):
        numbers.setdefault(resolution[referent(one)], set()).add(number)
    return sorted(numbers.values(), key=min)


def cut(found: Sequence[Extraction], these: Sequence[int], those: Sequence[int]) -> Cut:
    return Cut(
        "dec_1", frozenset(referent(found[n]) for n in these), frozenset(referent(found[n]) for n in those)
    )


def test_a_name_split_off_is_an_entity_of_its_own() -> None:
    found = spoken_of("Tessenberg", "Tessenburg", "Tessenberg", "Tessenburg")
    assert together(found, Effects()) == [{0, 1, 2, 3}]
    assert together(found, Effects(cuts=(cut(found, [1, 3], [0, 2]),))) == [{0, 2}, {1, 3}]


def test_two_of_one_name_get_ids_of_their_own_and_the_rest_stays_together() -> None:
    found = spoken_of("Tom Reyes", "Tom Reyes", "Tom Reyes", "Tom Reyes", kind="person")
    for odd in range(4):
        rest = [n for n in range(4) if n != odd]
        effects = Effects(cuts=(cut(found, [odd], rest),))
        assert sorted(map(sorted, together(found, effects))) == sorted([[odd], rest])
        entities, _ = resolve(found, effects)
        assert len({entity.id for entity in entities}) == len(entities) == 2
        plain: tuple[Entity, ...] = resolve(found)[0]
        assert plain[0].id in {entity.id for entity in entities}, (
            "the one that was not split off keeps its id"
        )


def test_a_tie_joins_what_nothing_else_joins() -> None:
    found = spoken_of("Quorra", "Redfield", "Redfield")
    effects = Effects(ties=(Tie(referent(found[0]), referent(found[1]), "Ilse decided so"),))
    assert together(found, effects) == [{0, 1, 2}]


def test_what_people_said_outweighs_what_the_program_found() -> None:
    found = spoken_of("Tessenberg", "Tessenburg", "Redfield")
    tie = Tie(referent(found[1]), referent(found[2]), "Ilse decided so")
    effects = Effects(ties=(tie,), cuts=(cut(found, [2], [0]),))
    assert together(found, effects) == [{0}, {1, 2}]


def test_a_later_tie_does_not_bring_together_what_was_cut() -> None:
    found = spoken_of("Quorra", "Redfield", "Sund")
    ties = tuple(Tie(referent(found[a]), referent(found[b]), "Ilse decided so") for a, b in ((0, 1), (1, 2)))
    assert together(found, Effects(ties=ties, cuts=(cut(found, [2], [0]),))) == [{0, 1}, {2}]
