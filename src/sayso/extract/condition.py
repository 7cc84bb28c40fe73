"""Whether a predicate stands in or over a condition, or over a mere concession."""

from sayso.extract.predicate import Predicate
from sayso.lexicons.listing import listed
from sayso.parse import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_OPEN = ("will", "would", "may", "might", "could", "can", "shall", "'ll", "’ll", "must", "should")


def is_conditioned(found: Predicate) -> bool:
    """Does the predicate stand in or over an "if" clause?"""
    if found.mark in _listed("marks") and not is_asked_about(found):
        return True
    return any(_conditions(found, child) for child in found.children)


def is_asked_about(found: Predicate) -> bool:
    """``wondered if``, ``nobody knows whether``: does the predicate's subordinator open a question?"""
    if found.mark in listed("modality", "question", "marks"):
        return True
    above = found.tokens[found.tokens[found.head].head]
    asking = above.i < found.head and above.lemma.lower() in listed("modality", "question", "open")
    return found.mark == "if" and asking


def _conditions(found: Predicate, child: Token) -> bool:
    if child.dep == "prep" and child.lower in _listed("marks"):
        return True
    if child.dep not in ("advcl", "ccomp"):
        return False
    if _is_turned(found, child):
        return True
    if child.dep == "ccomp":
        return False
    marks = [found.tokens[at] for at in child.children if found.tokens[at].dep == "mark"]
    supposed = any(mark.lower in _listed("marks") and not _concedes(found, child, mark) for mark in marks)
    return child.lower in _listed("marks") or supposed


def _is_turned(found: Predicate, child: Token) -> bool:
    """``should the dam break``: does the clause open with its auxiliary, or with "in case", before the
    main one?"""
    first = found.tokens[child.left]
    if (
        child.left + 1 < child.i < found.head
        and f"{first.lower} {found.tokens[child.left + 1].lower}" == "in case"
    ):
        return True
    if first.lower not in _listed("turned") or child.left > found.head:
        return False
    helps = first.i == child.i or (first.dep in ("aux", "auxpass") and first.head == child.i)
    return helps and first.i == found.parsed.sentence_of(child.i).start and child.i < found.head


def _concedes(found: Predicate, child: Token, mark: Token) -> bool:
    """``even if``, ``as if``; ``welcomed, if not embraced``, ``fair, if late``"""
    if mark.i > 0 and found.tokens[mark.i - 1].lower in ("even", "as"):
        return True
    below = [found.tokens[at] for at in child.children]
    bare = not any(one.dep in (*_SUBJECTS, "aux", "auxpass") for one in below)
    if not bare or child.i < found.head or any(one.lower in _OPEN for one in found.children):
        return False
    denied = any(one.dep == "neg" for one in below)
    return denied or (child.pos in ("ADJ", "NOUN", "ADV") and child.lower not in _listed("needed"))


def _listed(field: str) -> frozenset[str]:
    return listed("modality", "hypothesis", field)
