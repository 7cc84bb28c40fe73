"""What must hold of decisions, whatever became of the records they are on."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.records import Decision, Ground
from sayso.review.signature import identity, is_moment

#: Decisions on these rest on words; those on whole documents, origins, notes and undos need none.
_WORDED = ("stm", "qty", "tim", "evt", "lnk", "clm", "ent")


def prove_decisions(decisions: Sequence[Decision], texts: Mapping[str, str]) -> Iterator[str]:
    """One sentence for everything that does not hold; ``texts`` are those of the ledger's documents."""
    known = {decision.id for decision in decisions}
    for decision in decisions:
        if identity(decision) != decision.id:
            yield f"the decision {decision.id} is not what was decided: its id belongs to other words"
        if not is_moment(decision.at) or not decision.by.strip():
            yield f"the decision {decision.id} does not tell who decided when"
        if decision.decision == "undo" and decision.on not in known:
            yield f"the decision {decision.id} undoes {decision.on}, which is not in the ledger"
        judging = decision.decision not in {"undo", "note"}
        if judging and decision.on[:3] in _WORDED and not decision.grounds:
            yield f"the decision {decision.id} rests on no words"
        for ground in (*decision.grounds, *decision.against):
            if ground.document in texts and not holds(ground, texts[ground.document]):
                yield (
                    f"the decision {decision.id} quotes other words than {ground.document} has at "
                    f"{ground.start} to {ground.end}"
                )


def holds(ground: Ground, text: str) -> bool:
    """Do the words stand at their place? (Of words in pieces, the first and the last.)"""
    pieces = ground.text.split(" … ")
    there = text[ground.start : ground.end]
    whole = there == ground.text if len(pieces) == 1 else there.startswith(pieces[0])
    return 0 <= ground.start <= ground.end <= len(text) and whole and there.endswith(pieces[-1])
