"""How an event fares in its sentence: what the verbs above it do to it, after FactBank."""

from sayso.extract.modality import firmness, is_negated
from sayso.extract.predicate import Predicate
from sayso.lexicons.listing import listed
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
    denied, firm = is_negated(found), _own_firmness(found)
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
            return not is_negated(governor), "certain"
        if lemma in listed("modality", "complement", "open"):
            return False, "hypothetical"
    if token.dep in ("dobj", "ccomp"):
        if lemma in listed("modality", "complement", "wishing"):
            return False, "hypothetical"
        return token.dep == "dobj" and parsed.child(above.i, "neg") is not None, "certain"
    if token.dep in _SHARED:
        return is_negated(governor), firmness(governor)
    return False, "certain"
