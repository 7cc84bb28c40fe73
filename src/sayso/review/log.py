"""The log of decisions: in which order they stand, and which of them were taken back."""

from collections import defaultdict
from collections.abc import Iterable

from sayso.records import Decision


def order(decision: Decision) -> tuple[str, str]:
    """Decisions by when they were made; of one instant by id."""
    return decision.at.removesuffix("Z"), decision.id


def withdrawn(log: Iterable[Decision]) -> dict[str, str]:
    """Each decision that does not count, to the undo that took it back; an undo can be undone itself."""
    undos: dict[str, list[Decision]] = defaultdict(list)
    waiting: list[str] = []
    for decision in sorted(log, key=order):
        if decision.decision == "undo":
            undos[decision.on].append(decision)
        else:
            waiting.append(decision.id)
    # an undo of a decision that is not in the log stands at the head of its own chain
    known = {*waiting, *(undo.id for held in undos.values() for undo in held)}
    waiting += [undo.id for target, held in undos.items() if target not in known for undo in held]
    for here in waiting:
        waiting.extend(undo.id for undo in undos.get(here, ()))
    gone: dict[str, str] = {}
    for here in reversed(waiting):
        counting = [undo.id for undo in undos.get(here, ()) if undo.id not in gone]
        if counting:
            gone[here] = counting[0]
    return gone
