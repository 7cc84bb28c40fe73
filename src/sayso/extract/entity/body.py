"""Which short names of a document stand for a body that it also names in full."""

from sayso.extract.entity.kind import decide
from sayso.extract.entity.naming import Draft, Ref
from sayso.lexicons import lexicon


def join_papers(draft: Draft) -> None:
    """Join "the Tribune" with the one body of the document whose name ends so."""
    papers = lexicon("names")["heads"]["papers"]
    refs = sorted({s.ref for s in draft.sightings.values() if s.ref[0] == "name"})
    for short in refs:
        full = [ref for ref in refs if ref != short and ref[1].endswith(f" {short[1]}")]
        leaders = draft.leaders()
        if short[1] in papers and len({leaders.get(ref, ref) for ref in full}) == 1:
            draft.join(full[0], short, "{1} is short for {0}, the one such paper of the document")


def join_bodies(draft: Draft) -> None:
    """Join "Foo" with the one body called "Foo Mining Board", unless Foo is a place or a person."""
    leaders = draft.leaders()
    ballots = draft.ballots(leaders)
    refs = sorted({s.ref for s in draft.sightings.values() if s.ref[0] == "name"})
    kinds = {ref: decide(ballots.get(leaders.get(ref, ref), {}), len(ref[1].split())) for ref in refs}
    shortened = lexicon("names")["heads"]["shortened"]
    owners: dict[str, set[Ref]] = {}
    for ref in refs:
        words = ref[1].split()
        if kinds[ref] == "organisation" and len(words) > 1 and words[-1] in shortened:
            owners.setdefault(words[0], set()).add(leaders.get(ref, ref))
            if len(words) > 2:
                owners.setdefault(" ".join(words[:-1]), set()).add(leaders.get(ref, ref))
    for ref in refs:
        bodies = owners.get(ref[1], set()) - {ref}
        votes = ballots.get(leaders.get(ref, ref), {})
        fits = (
            kinds[ref] in ("organisation", "other")
            and not votes.get("town")
            and votes.get("place", 0) < 0.5
            and not votes.get("recogniser place")
        )
        if len(bodies) == 1 and fits:
            draft.join(min(bodies), ref, "{1} is short for {0}, the one such body of the document")
            draft.vote(ref, "organisation", 1)
