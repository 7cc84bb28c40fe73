"""Whether a predicate is negated, once everything that turns it round is counted."""

from collections.abc import Iterator

from sayso.extract.predicate import Predicate
from sayso.lexicons.listing import has_phrase, listed

_CLAUSES = frozenset({"ccomp", "acl", "relcl", "csubj", "dep", "advcl"})
_DOUBTING = frozenset({"VERB", "AUX"})


def is_negated(found: Predicate) -> bool:
    """Is the proposition denied: is what turns its predicate round odd in number?"""
    own = negators(found)
    if _is_verdict(found):
        return own % 2 == 0
    vouched = _vouched(found, own % 2 == 1)
    if vouched is not None:
        return vouched
    if found.complement_lemmas & listed("modality", "norm", "adjectives"):
        return False  # "it is not right to" is a norm, not a denial
    if own and found.in_first_person and found.complement_lemmas & listed("modality", "denial", "assured"):
        return False
    own += _fails(found)
    return own % 2 == 1 or has_phrase(found.nearby, "modality", "denial", "phrases")


def negators(found: Predicate) -> int:
    """How many words right beside the predicate negate it."""
    return sum(negates(found, at) for at in found.reach)


def _is_verdict(found: Predicate) -> bool:
    """``it is false that``, ``the claim that ... is a myth``"""
    if not found.points_back or found.complement_has_infinitive:
        return False
    return has_phrase(found.complements, "modality", "denial", "verdicts")


def _vouched(found: Predicate, negated: bool) -> bool | None:
    """Is the clause denied that the predicate only vouches for ("it is true that", "nobody can deny
    that"); null where it does more?"""
    doubted = _doubts(found)
    if doubted and not negated:
        return None
    if not doubted and not (found.is_impersonal and found.complement_lemmas & _listed("truths")):
        return None
    clause = next(_clauses(found), None)
    if clause is None:
        return False if doubted else None
    turned = is_negated(Predicate(found.parsed, clause, found.inside))
    return turned if doubted else turned != negated


def _doubts(found: Predicate) -> bool:
    """``there is no doubt``, ``cannot be denied``"""
    if found.lemma in _listed("doubts") and found.tokens[found.head].pos in _DOUBTING:
        return not found.in_first_person and next(_clauses(found), None) is not None
    return found.is_existential and bool(found.complement_lemmas & _listed("doubts"))


def _clauses(found: Predicate) -> Iterator[int]:
    """The clauses that the predicate or its complement takes."""
    for child in found.children:
        if child.dep in _CLAUSES and child.i > found.head:
            yield child.i
        if child.dep in ("acomp", "attr"):
            yield from (at for at in child.children if found.tokens[at].dep in _CLAUSES)


def _fails(found: Predicate) -> bool:
    """``failed to pay``, ``was unable to pay``: is what hangs on the predicate not done?"""
    if not found.complement_has_infinitive:
        return False
    failing = found.lemma in _listed("failing") and found.leads_to_infinitive
    return failing or bool(found.complement_lemmas & _listed("unable"))


def negates(found: Predicate, at: int) -> bool:
    """Is the token a negator that does not merely add, count or belong to "or not"?"""
    tokens = found.tokens
    if tokens[at].lower not in _listed("words") or (tokens[at].lower == "no" and tokens[at].dep != "det"):
        return False
    after, then = (tokens[i].lower if i < len(tokens) else "" for i in (at + 1, at + 2))
    before = tokens[at - 1].lower if at else ""
    counts = after in _listed("comparing") and then == "than"
    return after not in _listed("additive") and before != "or" and not counts


def _listed(field: str) -> frozenset[str]:
    return listed("modality", "denial", field)
