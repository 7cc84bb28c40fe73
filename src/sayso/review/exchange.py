"""Decisions from another ledger or another person's file: JSON Lines as ``sayso export`` writes them."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from sayso.records import Decision, codec
from sayso.review.signature import identity, is_moment


@dataclass(frozen=True)
class Received:
    """The decisions of a file, and a sentence for each line that holds none."""

    decisions: tuple[Decision, ...]
    refused: tuple[str, ...]


def receive(lines: Iterable[bytes], name: str, known: Iterable[str] = ()) -> Received:
    """The decisions in the lines of a file of that name; ``known`` are the ids of those in the ledger.

    A line is refused that is no decision, has been altered, or undoes what nobody knows.
    """
    found: list[tuple[str, Decision]] = []
    refused: list[str] = []
    for number, line in enumerate(lines, 1):
        place = f"{name}#{number}"
        if not line.strip():
            continue
        try:
            decision = codec.from_json(line, Decision)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            refused.append(f"{place} is no decision ({error})")
            continue
        if identity(decision) != decision.id or not is_moment(decision.at) or not decision.by.strip():
            refused.append(f"{place} was altered: its id belongs to other words; take it from a fresh export")
        else:
            found.append((place, decision))
    there = {*known, *(decision.id for _, decision in found)}
    kept = []
    for place, decision in found:
        if decision.decision == "undo" and decision.on not in there:
            refused.append(f"{place} undoes {decision.on}, which is neither in the file nor in the ledger")
        else:
            kept.append(decision)
    return Received(tuple(kept), tuple(refused))
