"""What to decide first."""

from sayso.records import Snapshot
from sayso.review import making
from sayso.views.queue import Suggestion, review_queue
from tests.review.world import after, desk, hand, papers, replace


def doubt(one: Suggestion) -> float:
    return (1 - one.confidence) * one.weight


def test_doubt_and_consequence_decide_the_order(example_snapshot: Snapshot) -> None:
    queue = review_queue(example_snapshot)
    assert {one.kind.split(" ")[0] for one in queue} >= {"conflicts", "statement", "event"}
    assert [doubt(one) for one in queue] == sorted(map(doubt, queue), reverse=True)
    assert len({one.record for one in queue}) == len(queue)
    assert all(one.says for one in queue)


def test_of_equal_doubt_the_disagreement_comes_before_the_agreement() -> None:
    snapshot = after([])
    links = tuple(replace(one, confidence=0.7) for one in snapshot.links)
    order = [one.kind for one in review_queue(replace(snapshot, links=links)) if one.record.startswith("lnk")]
    assert order[0].startswith("conflicts")
    assert order[-1] == "corroborates"


def test_what_was_decided_is_left_out_and_what_people_differ_on_comes_first() -> None:
    links = desk().snapshot.links
    one, other = links[0].id, links[1].id
    log = [
        making.accept(desk(), one, hand("Ilse")),
        making.accept(desk(), other, hand("Ilse")),
        making.reject(desk(), other, hand("Bo")),
    ]
    queue = review_queue(after(log))
    assert one not in {suggestion.record for suggestion in queue}
    assert (queue[0].record, queue[0].standing) == (other, "disputed")


def test_a_decision_whose_ground_changed_is_asked_again() -> None:
    said = desk().snapshot.statements[0]
    log = [making.accept(desk(), said.id, hand())]
    assert said.id not in {one.record for one in review_queue(after(log))}
    anew = [
        replace(one, statements=tuple(replace(s, modality="hedged") for s in one.statements))
        for one in papers()
    ]
    assert said.id in {one.record for one in review_queue(after(log, anew))}
