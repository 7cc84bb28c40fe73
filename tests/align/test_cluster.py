"""Claims: who stands together, in whose words, counted how."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from sayso.align.cluster import components, count_origins, make_claims
from sayso.align.relation import find_relations
from sayso.records import Claim
from tests.align.speech import Said, document, utterances

MEMBERS = [f"m{n}" for n in range(12)]
JOINS = st.lists(st.tuples(st.sampled_from(MEMBERS), st.sampled_from(MEMBERS)), max_size=20)


@given(JOINS)
def test_components_are_those_of_a_graph(joins: list[tuple[str, str]]) -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(MEMBERS)
    graph.add_edges_from(joins)
    expected = {frozenset(component) for component in nx.connected_components(graph)}
    found = components(MEMBERS, joins)
    assert {frozenset(m for m in MEMBERS if found[m] == root) for root in set(found.values())} == expected


@given(JOINS.flatmap(lambda joins: st.tuples(st.just(joins), st.permutations(joins))))
def test_components_do_not_depend_on_order(
    orders: tuple[list[tuple[str, str]], list[tuple[str, str]]],
) -> None:
    assert components(MEMBERS, orders[0]) == components(MEMBERS, orders[1])


def claims(*rows: Said) -> tuple[Claim, ...]:
    said = utterances(*(document(f"{n}.txt", [row]) for n, row in enumerate(rows)))
    links = find_relations(said, {}, "run")
    return make_claims(said, links, {}, {})


MINE = "The mine at Vell poisoned the river and the wells of Portmere"


def test_two_voices_that_agree_make_an_agreed_claim() -> None:
    found = claims(Said(MINE, "Ada Holm"), Said(MINE + " again", "Ben Rook"))
    assert [(claim.status, claim.voices, claim.origins) for claim in found] == [("agreed", 2, 2)]


def test_one_voice_twice_is_one_voice() -> None:
    found = claims(Said(MINE, "Ada Holm"), Said(MINE + " again", "Ada Holm"))
    assert [(claim.status, claim.voices, claim.origins) for claim in found] == [("single", 1, 1)]


def test_a_denial_makes_the_claim_contested_and_takes_the_other_side() -> None:
    denial = Said(
        "The mine at Vell never poisoned the river and the wells of Portmere", "Ben Rook", polarity="denies"
    )
    (found,) = claims(Said(MINE, "Ada Holm"), denial)
    assert found.status == "contested"
    assert {one.stance for one in found.statements} == {"asserts", "denies"}


def test_a_hostile_comment_never_gives_the_wording() -> None:
    (found,) = claims(Said(MINE, "Ada Holm", hostile=True, kind="comment"), Said(MINE + " again", "Ben Rook"))
    assert found.proposition == MINE + " again"


def test_every_statement_is_in_one_claim() -> None:
    rows = [
        Said(MINE, "Ada Holm"),
        Said("Ferries cross the bay", "Ben Rook"),
        Said("Anna Brisk sings", "Cy Low"),
    ]
    found = claims(*rows)
    members = [one.statement for claim in found for one in claim.statements]
    assert len(members) == len(set(members)) == len(rows)


def test_a_text_printed_by_several_outlets_is_one_origin() -> None:
    said = utterances(*(document(f"{n}.txt", [Said(MINE, f"Outlet {n}")], title=str(n)) for n in range(5)))
    family = {one.source.id: "one text" for one in said}
    assert count_origins(said, family) == 1
    assert count_origins(said, {}) == 5
