"""How a text tells an act: as done, denied, still to come, or only supposed."""

from sayso.extract.event.clause import Clause
from sayso.extract.event.codebook import codebook
from sayso.lexicons.listing import listed
from sayso.parse import ParsedDocument, Token
from sayso.records.figure import Status

_SUBJECTS = ("nsubj", "nsubjpass")
#: How many clauses up a condition, a denial or a plan may stand.
_DEEPEST = 4
#: What is told as not done outweighs what is supposed, that what is planned.
_ORDER: tuple[Status, ...] = ("denied", "hypothetical", "planned")


def clause_status(clause: Clause, depth: int = 0) -> Status:
    """How the act of a verb is told."""
    own = _own_status(clause)
    if own == "happened":
        own = _object_status(clause)
    if own in ("denied", "hypothetical") or depth >= _DEEPEST:
        return own
    above = _status_from_above(clause, depth)
    return next((one for one in _ORDER if one in (own, above)), "happened")


def _object_status(clause: Clause) -> Status:
    """What is said of the act that the verb's object or passive subject names ("a planned visit")."""
    named = [clause.subject] if clause.passive and clause.subject is not None else list(clause.objects)
    for at in named:
        words = {clause.parsed.tokens[child].lower for child in clause.parsed.tokens[at].children}
        if clause.parsed.tokens[at].lemma.lower() in codebook().nouns:
            for status in _ORDER:
                if words & listed("event_status", "words", status):
                    return status
    return "happened"


def _own_status(clause: Clause) -> Status:
    """What the clause itself says."""
    if _is_denied(clause):
        return "denied"
    would = not clause.helpers.isdisjoint({"would", "'d", "’d"})
    if clause.unreal or clause.necessary or _is_conditional(clause):
        return "hypothetical"
    if would and clause.verb.dep != "ccomp":
        return "hypothetical"
    return "planned" if clause.future else "happened"


def _is_denied(clause: Clause) -> bool:
    tokens = clause.parsed.tokens
    if clause.negated or any(
        child.lower in listed("event_status", "words", "never") for child in clause.children
    ):
        return True
    for child in clause.children:
        if child.dep in _SUBJECTS and _is_nobody(clause.parsed, child):
            return True
    governor = tokens[clause.verb.head]
    return (
        clause.verb.dep == "pcomp"
        and governor.lower in ("without", "from")
        and _is_held_back(clause, governor)
    )


def _is_held_back(clause: Clause, preposition: Token) -> bool:
    """ "Without paying"; "prevented from paying", but not "returned from paying"."""
    verb = clause.parsed.tokens[preposition.head].lemma.lower()
    return preposition.lower == "without" or verb in listed("event_status", "verbs", "denied")


def _is_nobody(parsed: ParsedDocument, token: Token) -> bool:
    nobody = listed("event_status", "words", "nobody")
    return token.lower in nobody or any(parsed.tokens[at].lower in nobody for at in token.children)


def _is_conditional(clause: Clause) -> bool:
    """Does it hold on a condition ("if A pays, B will leave"), or is it one ("had A paid, ...")?"""
    if clause.verb.dep == "advcl" and _is_inverted(clause):
        return True
    if not clause.future:
        return False
    for child in clause.children:
        if child.dep == "advcl":
            marks = {clause.parsed.tokens[at].lower for at in child.children}
            if marks & {"if", "unless"}:
                return True
    return False


def _is_inverted(clause: Clause) -> bool:
    subject = clause.parsed.child(clause.head, *_SUBJECTS)
    first = clause.children[0] if clause.children else None
    turned = first is not None and first.dep.startswith("aux") and first.lower in ("had", "were", "should")
    return turned and first is not None and subject is not None and first.i < subject


def _status_from_above(clause: Clause, depth: int) -> Status:
    """What the clause it hangs on makes of it."""
    dep, above = clause.verb.dep, clause.complement_of
    if dep == "acl" and "to" in clause.helpers:
        return _under_noun(clause)
    if dep == "advcl" and "to" in clause.helpers:
        return "planned"
    if dep == "conj" and clause.governor is not None and clause.governor.pos in ("VERB", "AUX"):
        return _joined_status(clause, Clause(clause.parsed, clause.governor.i), depth)
    if above is None:
        return "happened"
    return _under_verb(clause, above, depth)


def _joined_status(clause: Clause, first: Clause, depth: int) -> Status:
    """Joined verbs share a condition and what governs them; a denial or a modal only where the second has
    no subject and no helper of its own ("did not attack or shell B")."""
    own_subject = any(child.dep in _SUBJECTS for child in clause.children)
    marked = any(child.dep == "mark" and child.lower in ("if", "unless") for child in first.children)
    if marked:
        return "hypothetical"
    if own_subject or clause.helpers or clause.verb.tag in ("VBD", "VBZ", "VBP"):
        return "happened"
    bare = clause.verb.tag == "VB"
    return clause_status(first, depth + 1) if bare else _status_from_above(first, depth + 1)


def _under_noun(clause: Clause) -> Status:
    noun = clause.governor.lemma.lower() if clause.governor is not None else ""
    if noun in listed("event_status", "nouns", "happened"):
        return "happened"
    return "planned" if noun in listed("event_status", "nouns", "planned") else "hypothetical"


def _under_verb(clause: Clause, above: Token, depth: int) -> Status:
    """What the governing verb makes of its complement: all of an infinitive, of a clause with its own tense
    only a denial, a wish or a demand."""
    lemma, outer = above.lemma.lower(), Clause(clause.parsed, above.i)
    tensed = clause.verb.tag in ("VBD", "VBZ") or bool(clause.helpers - {"to", "that"})
    told = clause_status(outer, depth + 1)
    if "to" in clause.helpers and lemma in listed("event_status", "verbs", "infinitive"):
        return told if told in ("denied", "hypothetical") else "planned"
    for status in _ORDER:
        if lemma in listed("event_status", "verbs", status):
            if tensed and not (status == "denied" and lemma in ("deny", "refute", "reject")):
                continue
            if status == "denied" and told == "denied":
                return "happened"  # "did not refuse to pay"
            return status
    return told if not tensed else "happened"


def noun_status(parsed: ParsedDocument, token: Token) -> Status:
    """How the act that a noun names is told."""
    tokens = parsed.tokens
    words = {tokens[at].lower for at in token.children}
    for status in _ORDER:
        if words & listed("event_status", "words", status):
            return status
    head = tokens[token.head]
    if head.dep == "prep" and head.lower == "without":
        return "denied"
    verb = next((tokens[at] for at in parsed.ancestors(token.i) if tokens[at].pos in ("VERB", "AUX")), None)
    if verb is None:
        return "happened"
    return _under_act(Clause(parsed, verb.i), token)


def _under_act(clause: Clause, token: Token) -> Status:
    """What the verb over a noun makes of the act: "called off the visit", "there was no attack"."""
    tokens = clause.parsed.tokens
    governed = token.dep in ("dobj", "nsubjpass") and token.head == clause.head
    led = tokens[token.head].dep == "prep" and tokens[token.head].head == clause.head
    if governed or led:
        if clause.verb.lemma.lower() == "call" and "off" in clause.company:
            return "denied"
        for status in _ORDER:
            if clause.verb.lemma.lower() in listed("event_status", "verbs_of_stopping", status):
                return status
    if clause.unreal or "would" in clause.helpers or clause.necessary:
        return "hypothetical"
    there = any(child.dep == "expl" for child in clause.children) or token.dep in ("nsubjpass",)
    if (
        there
        or (
            token.dep == "nsubj"
            and clause.verb.lemma in ("happen", "occur", "take", "materialise", "materialize")
        )
    ) and _is_denied(clause):
        return "denied"
    return "planned" if clause.future and (governed or token.dep in ("nsubj", "nsubjpass")) else "happened"
