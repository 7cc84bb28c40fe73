"""Referents of several documents become entities."""

import random

import networkx
import pytest

from sayso.align.entity import clusters, find_merges, resolve
from sayso.align.settlement import whereabouts
from sayso.extract.entity import find_names
from sayso.records import Entity, Extraction, Referent, ids
from sayso.records.entity import EntityType
from tests import factories


def read(*texts: str, **fields: object) -> list[Extraction]:
    found = []
    for text in texts:
        parsed = factories.parsed(text, **fields)
        naming = find_names(parsed, "run_test")
        found.append(
            Extraction(
                document=parsed.document,
                segments=parsed.segments,
                mentions=naming.mentions,
                referents=naming.referents,
            )
        )
    return found


def entity_of(extractions: list[Extraction], document: int, form: str) -> Entity:
    entities, resolution = resolve(extractions)
    found = {resolution[str(m.entity)] for m in extractions[document].mentions if m.text == form}
    assert len(found) == 1, f"{form!r} leads to {found}"
    return next(entity for entity in entities if entity.id in found)


def named(name: str, kind: EntityType, document: str = "doc_a") -> Referent:
    made = ids.derive("ref", document, kind, ("name", name))
    return Referent(id=made, document=document, name=name, type=kind, names=(name,))


TOGETHER = [
    ("Turkey closed its border.", "Turkey", "Türkiye closed its border.", "Türkiye"),
    ("Kenyan farmers left.", "Kenyan", "Kenya is dry.", "Kenya"),
    ("Kenyans left.", "Kenyans", "The Kenyan people left.", "Kenyan people"),
    ("Fighting went on in Tessenberg.", "Tessenberg", "Fighting went on in Tessenburg.", "Tessenburg"),
    ("Tom Reyes spoke.", "Tom Reyes", "Mr. Reyes said no.", "Reyes"),
    ("Sergei Petrov spoke.", "Sergei Petrov", "Sergey Petrov spoke.", "Sergey Petrov"),
    ("The Lake Orra Fishers Union met.", "Lake Orra Fishers Union", "LOFU said no.", "LOFU"),
    ("They live in Famagusta.", "Famagusta", "They live in Gazimagusa.", "Gazimagusa"),
    ("Sikhs in Kenya left.", "Sikhs in Kenya", "Kenyan Sikhs left.", "Kenyan Sikhs"),
    ("The Halden region is dry.", "Halden region", "Rain fell in Halden.", "Halden"),
    ("Hill Berbers left.", "Hill Berbers", "The Hill Berbers stayed.", "Hill Berbers"),
    ("The Halden Tribune denied it.", "Halden Tribune", "Ann Berg reads the Tribune.", "Tribune"),
    ("Orra Homes built it.", "Orra Homes", "Money went to Orra, the company.", "Orra"),
]


@pytest.mark.parametrize(("first", "one", "second", "other"), TOGETHER)
def test_forms_of_one_thing_meet_across_documents(first: str, one: str, second: str, other: str) -> None:
    found = read(first, second)
    assert entity_of(found, 0, one) == entity_of(found, 1, other)


OLD_TOWNS = [
    ("They live in the Old Town of Halden.", "In the Old Quarter of Velmaria's Halden region bells ring."),
    ("They live in the so-called Old Town of Halden.", "They moved to Halden (Old Settlement) and Orra."),
    ("They live in the Old Town (Halden).", "Halden's Old Village burned."),
]


@pytest.mark.parametrize(("first", "second"), OLD_TOWNS)
def test_words_for_a_settlement_make_no_other_place_within_one_town(first: str, second: str) -> None:
    found = read(f"{first} Fighting went on in Halden.", f"{second} Rain fell in Halden.")
    quarter = next(m.text for m in found[1].mentions if m.text.startswith("Old"))
    one, halden = entity_of(found, 0, "Old Town"), entity_of(found, 0, "Halden")
    assert one == entity_of(found, 1, quarter)
    assert halden == entity_of(found, 1, "Halden")
    assert one.id != halden.id


def test_a_place_called_by_two_words_for_a_settlement_is_one_with_a_reason() -> None:
    found = read("They live in the Old Town of Halden.", "They live in the Old Quarter of Halden.")
    merges = find_merges([r for e in found for r in e.referents], whereabouts(found))
    assert "“Old Quarter” and “Old Town” differ in the word for a settlement, both in “Halden”" in [
        merge.reason for merge in merges
    ]


APART = [
    ("They live in the Old Town of Halden.", "Old Town", "The Old Quarter of Orra burned.", "Old Quarter"),
    ("They live in the Old Town of Halden.", "Old Town", "The New Quarter of Halden burned.", "New Quarter"),
    ("They live in the Old Town.", "Old Town", "The Old Quarter burned.", "Old Quarter"),
    ("Linda Okafor spoke.", "Linda Okafor", "Peter Okafor spoke.", "Peter Okafor"),
    ("Northern Velmaria is dry.", "Northern Velmaria", "Southern Velmaria is dry.", "Southern Velmaria"),
    ("Kenya spoke.", "Kenya", "Kenyans spoke.", "Kenyans"),
    ("Niger is dry.", "Niger", "Nigeria is wet.", "Nigeria"),
    ("Rain fell in Halden.", "Halden", "The Halden conflict began.", "Halden conflict"),
    ("Hill Berbers left.", "Hill Berbers", "Berbers left.", "Berbers"),
]


@pytest.mark.parametrize(("first", "one", "second", "other"), APART)
def test_look_alikes_stay_apart(first: str, one: str, second: str, other: str) -> None:
    found = read(first, second)
    assert entity_of(found, 0, one).id != entity_of(found, 1, other).id


def test_surname_of_two_people_is_neither() -> None:
    found = read("Linda Okafor spoke.", "Peter Okafor spoke.", "Okafor said no.")
    lone = entity_of(found, 2, "Okafor").id
    assert lone not in {entity_of(found, 0, "Linda Okafor").id, entity_of(found, 1, "Peter Okafor").id}


def test_commenters_never_meet_but_authors_do() -> None:
    found = []
    for text in ("One is safe. No.", "Two is safe. No."):
        document = factories.document(text, authors=("Ann Berg",))
        segments = [
            factories.segment(document, end=12),
            factories.segment(document, "comment", start=13, order=1, speaker="commenter 1"),
        ]
        parsed = factories.parser().parse(document, segments)
        naming = find_names(parsed, "run_test")
        found.append(Extraction(document=document, segments=parsed.segments, referents=naming.referents))
    names = [entity.name for entity in resolve(found)[0]]
    assert sorted(names) == ["Ann Berg", "commenter 1", "commenter 1"]


TEXTS = (
    "Lima accused Bolivia. President Ana Lucero met Tom Reyes of the Lake Orra Fishers Union (LOFU).",
    "Peruvian farmers and Peruvians met in Tessenberg. Ms. Lucero said that Lima had agreed.",
    "Lucero lives in Tessenburg. LOFU said that Bolivians had come.",
)


def test_order_of_documents_does_not_matter() -> None:
    found = read(*TEXTS)
    expected = resolve(found)
    for seed in range(4):
        shuffled = found[:]
        random.Random(seed).shuffle(shuffled)
        assert resolve(shuffled) == expected


def test_every_referent_leads_to_one_entity() -> None:
    found = read(*TEXTS)
    entities, resolution = resolve(found)
    assert set(resolution) == {r.id for extraction in found for r in extraction.referents}
    assert set(resolution.values()) == {entity.id for entity in entities}


def test_every_merge_of_different_spellings_has_a_reason() -> None:
    referents = [r for extraction in read(*TEXTS) for r in extraction.referents]
    merges = find_merges(referents)
    assert any("tessenberg" in merge.reason for merge in merges)
    assert any("both are called" in merge.reason for merge in merges)
    assert all(merge.reason and 0 < merge.score <= 1 for merge in merges)


def test_entities_are_what_merges_join_and_nothing_else() -> None:
    found = read(*TEXTS)
    referents = {r.id: r for extraction in found for r in extraction.referents}
    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_nodes_from(referents)
    graph.add_edges_from((merge.one, merge.other) for merge in find_merges(referents.values()))
    _, resolution = resolve(found)
    held: dict[str, set[str]] = {}
    for referent, entity in resolution.items():
        held.setdefault(entity, set()).add(referent)
    assert sorted(map(sorted, held.values())) == sorted(map(sorted, networkx.connected_components(graph)))


def test_referents_of_one_entity_say_alone_why_they_are_one() -> None:
    found = read(*TEXTS)
    referents = {r.id: r for extraction in found for r in extraction.referents}
    _, resolution = resolve(found)
    for entity in set(resolution.values()):
        members = [referents[one] for one, other in resolution.items() if other == entity]
        assert len(clusters([one.id for one in members], find_merges(members))) == 1


def test_a_merge_left_out_leaves_two_entities() -> None:
    referents = [named("Tessenberg", "place"), named("Tessenburg", "place", "doc_b")]
    merges = find_merges(referents)
    all_ids = [referent.id for referent in referents]
    assert [len(clusters(all_ids, kept)) for kept in (merges, ())] == [1, 2]


ACROSS = [
    ("Елена Морозова", "Elena Morozova", "person", True),
    ("Γιώργος Παππάς", "Giorgos Pappas", "person", True),
    ("גיא לביא", "Guy Lavie", "person", True),
    ("Արմեն Պետյան", "Armen Petyan", "person", True),
    ("ნინო ბერიძე", "Nino Beridze", "person", True),
    ("김도윤", "Kim Do-yun", "person", True),
    ("Орлава", "Orlava", "place", True),
    ("Елена Морозова", "Irina Volkova", "person", False),
    ("김도윤", "Park Seo-jun", "person", False),
    ("Bill Hartley", "William Hartley", "person", True),
    ("Kim Do-yun", "Kim Doyun", "person", True),
    ("John Marlowe Jr.", "John Marlowe", "person", False),
    ("Tom H. Reyes", "Tom W. Reyes", "person", False),
    ("Maria Petrova", "Mario Petrov", "person", False),
    ("Helen Carver", "Helen Carter", "person", False),
    ("Kim Yong-chol", "Kim Yong-chun", "person", False),
    ("Northern Rail Board", "Southern Rail Board", "organisation", False),
]


@pytest.mark.parametrize(("one", "other", "kind", "same"), ACROSS)
def test_only_one_and_the_same_is_merged(one: str, other: str, kind: EntityType, same: bool) -> None:
    merges = find_merges([named(one, kind), named(other, kind, "doc_b")])
    assert bool(merges) == same, merges


def test_government_lists_the_capital_it_was_called_by() -> None:
    entities, _ = resolve(read(*TEXTS))
    assert [e.metonyms for e in entities if e.name == "Government of Peru"] == [("Lima",)]


@pytest.mark.parametrize(
    ("foreign", "english"),
    [("北京", "Beijing"), ("ירושלים", "Jerusalem"), ("بغداد", "Baghdad"), ("Осло", "Oslo")],
)
def test_a_town_is_one_in_every_script(foreign: str, english: str) -> None:
    (merge,) = find_merges([named(foreign, "place", "doc_a"), named(english, "place", "doc_b")])
    assert merge.reason
