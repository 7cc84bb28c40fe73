"""How an event fares in its sentence: what the verbs above it do to it, after FactBank."""

from sayso.extract.modality import firmness
from sayso.extract.negation import negates, negators
from sayso.extract.predicate import Predicate
from sayso.lexicons.listing import has_phrase, listed
from sayso.parse import ParsedDocument, Token
from sayso.records.statement import Modality, Polarity

_CLIMBED = frozenset(
    {"xcomp", "ccomp", "pcomp", "prep", "acl", "acomp", "attr", "oprd", "conj", "dobj", "advcl", "relcl"}
)
_SHARED = frozenset({"xcomp", "acomp", "attr", "oprd", "conj"})
_NOTHING: frozenset[int] = frozenset()


def standing(parsed: ParsedDocument, at: int) -> tuple[Polarity, Modality]:
    """Whether the event of a token is asserted, denied or asked where it stands, and how firmly."""
    token = parsed.tokens[at]
    found = Predicate(parsed, at, _NOTHING)
    if found.ends_with_question_mark and token.dep in ("ROOT", "ccomp"):
        return "questions", "certain"
    denied, firm = negators(found) % 2 == 1 or _is_void(found), _own_firmness(found)
    while firm == "certain" and token.head != token.i and token.dep in _CLIMBED:
        above = parsed.tokens[token.head]
        turned, firm = _passed(parsed, token, above)
        denied = denied != turned
        if token.dep in ("advcl", "ccomp", "acl", "relcl") or (
            token.dep == "conj" and token.tag in ("VBD", "VBZ", "VBP")
        ):
            break
        token = above
    return ("denies" if denied else "asserts"), firm


def _own_firmness(found: Predicate) -> Modality:
    """What the event's own auxiliaries and adverbs make of it."""
    if found.modal(listed("modality", "complement", "possible")) is not None:
        return "hypothetical"
    modifiers = {child.lower for child in found.children if child.dep == "amod"}
    if modifiers & listed("modality", "complement", "possible_things"):
        return "hypothetical"
    if found.lemma in listed("modality", "hedge", "passives") or found.lemma in ("have", "need"):
        return "certain"
    token = found.tokens[found.head]
    reported = token.dep == "ccomp" and found.tokens[token.head].tag == "VBD"
    return firmness(found, reported)


def _passed(parsed: ParsedDocument, token: Token, above: Token) -> tuple[bool, Modality]:
    """What an event's governor makes of it: (is it turned round, how firm it leaves it)."""
    governor = Predicate(parsed, above.i, _NOTHING)
    lemma = above.lemma.lower()
    purpose = any(parsed.tokens[at].tag == "TO" for at in token.children)
    if token.dep in ("acl", "relcl", "advcl"):
        return False, "hypothetical" if purpose else "certain"
    if token.dep in ("xcomp", "ccomp", "pcomp", "prep"):
        if lemma in listed("modality", "complement", "failing"):
            return negators(governor) % 2 == 0, "certain"
        if lemma in listed("modality", "complement", "open"):
            return False, "hypothetical"
        if lemma == "be" and token.dep == "ccomp":
            return _judged(governor)
    if token.dep in ("dobj", "ccomp"):
        if lemma in listed("modality", "complement", "wishing"):
            return False, "hypothetical"
        if token.dep == "dobj":
            return parsed.child(above.i, "neg") is not None, _own_firmness(governor)
    if token.dep in _SHARED and not _stands_alone(parsed, token):
        beside = (at for at in governor.reach if not token.left <= at < token.right)
        return sum(negates(governor, at) for at in beside) % 2 == 1, firmness(governor)
    return False, "certain"


def _judged(governor: Predicate) -> tuple[bool, Modality]:
    """``it is false that``, ``it is possible that``"""
    left_open = governor.complement_lemmas & listed("modality", "complement", "open")
    rejected = has_phrase(governor.complements, "modality", "denial", "verdicts")
    return rejected and negators(governor) % 2 == 0, "hypothetical" if left_open else "certain"


def _stands_alone(parsed: ParsedDocument, token: Token) -> bool:
    """Has a coordinated predicate its own subject, tense or auxiliary, so that it shares no negation?"""
    if token.dep != "conj":
        return False
    own = parsed.child(token.i, "nsubj", "nsubjpass", "expl", "aux", "auxpass", "neg") is not None
    bare = parsed.tokens[token.head].tag == "VB"  # the tagger takes a bare form for a present
    return own or token.tag in ("VBD", "VBZ") or (token.tag == "VBP" and not bare)


def _is_void(found: Predicate) -> bool:
    """``without a change``, ``an aborted attempt``"""
    token = found.tokens[found.head]
    if token.dep == "pobj" and found.tokens[token.head].lower == "without":
        return True
    modifiers = {child.lower for child in found.children if child.dep == "amod"}
    return bool(modifiers & listed("modality", "complement", "void"))
