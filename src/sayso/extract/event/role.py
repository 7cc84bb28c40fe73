"""Who acts on whom in a clause."""

from sayso.extract.event.clause import Clause
from sayso.extract.event.codebook import codebook
from sayso.parse import ParsedDocument

#: Prepositions that lead to the one acted on, the likeliest first.
_RECIPIENT = (
    "to", "with", "against", "on", "upon", "at", "from", "for", "toward", "towards", "of", "over", "into",
)  # fmt: skip
_PLACE_TARGET = ("in", "near", "through")


def actors(clause: Clause) -> tuple[int | None, int | None]:
    """Who acts, and on whom."""
    between = _between(clause)
    if between is not None:
        return between
    if clause.passive:
        patient = clause.subject
        if patient is None or clause.parsed.tokens[patient].lemma.lower() in _words_of_act(clause):
            patient = _oblique(clause, clause.agent)
        return clause.agent, patient
    who, to = clause.subject, _target(clause)
    if clause.verb.lemma.lower() in codebook().inverse:
        giver = next((at for preposition, at in clause.obliques if preposition in ("from", "by")), None)
        return giver, who
    return who, to if to != who else None


def _between(clause: Clause) -> tuple[int, int] | None:
    """The two that an object or passive subject stands "between"."""
    near = [clause.subject] if clause.passive else list(clause.objects)
    for at in near:
        pair = joined_between(clause.parsed, at) if at is not None else None
        if pair is not None and (clause.passive or clause.subject is None):
            return pair
    return None


def joined_between(parsed: ParsedDocument, index: int) -> tuple[int, int] | None:
    """The two names joined under a noun's "between"."""
    for at in parsed.tokens[index].children:
        if parsed.tokens[at].lower in ("between", "among"):
            first = parsed.child(at, "pobj")
            both = joined(parsed, first)
            if len(both) == 2:
                return both[0], both[1]
    return None


def _target(clause: Clause) -> int | None:
    """The one acted on: the object that is (or holds) a name, else whom a preposition points to.

    An object that says what is done ("an attack") is nobody it is done to.
    """
    tokens, parsed = clause.parsed.tokens, clause.parsed
    said = _words_of_act(clause)
    objects = [
        at for at in clause.objects if tokens[at].lemma.lower() not in said and tokens[at].pos != "NUM"
    ]
    indirect = [at for at in objects if tokens[at].dep == "dative"]
    oblique = _oblique(clause, clause.subject)
    named = [at for at in clause.objects if holds_name(parsed, at)]
    if oblique is not None and holds_name(parsed, oblique):
        named.append(oblique)
    beyond = _in_clauses(clause)
    if beyond is not None and (not named or _is_protest(clause)):
        return beyond
    for found in (*indirect, *named, *objects):
        return found
    return oblique if oblique is not None else _within_complement(clause)


def _is_protest(clause: Clause) -> bool:
    """Is it a protest, whose place is not whom it is against ("marched in A to demand the fall of B")?"""
    return codebook().code(clause.verb.lemma.lower(), clause.company) == "PROTEST"


def _in_clauses(clause: Clause) -> int | None:
    """The name that a purpose or a condition concerns: "marched to demand that B leave", "threatened to
    strike unless B pays", "pushed for B to pay"."""
    tokens, parsed = clause.parsed.tokens, clause.parsed
    for child in clause.children:
        if child.dep not in ("advcl", "xcomp") or child.pos != "VERB":
            continue
        words = {tokens[at].lower for at in child.children if tokens[at].dep in ("mark", "aux")}
        found = None
        if words & {"unless", "for"}:
            found = parsed.child(child.i, "nsubj", "nsubjpass")
        elif child.dep == "advcl" and (words == {"to"} or (child.tag == "VBG" and not words)):
            found = _target(Clause(parsed, child.i))
        elif child.dep == "xcomp" and "to" in words:
            found = _in_clauses(Clause(parsed, child.i))
        if found is not None and found != clause.subject and holds_name(parsed, found):
            return found
    return None


def _words_of_act(clause: Clause) -> frozenset[str]:
    """Lemmas that say what is done rather than to whom: those that decided on the code, nouns of acts."""
    return codebook().entry(clause.verb.lemma.lower(), clause.company)[0] | codebook().nouns.keys()


def _within_complement(clause: Clause) -> int | None:
    """Whom the complement concerns: "demanded that B leave", "refused to meet B"."""
    for child in clause.children:
        if child.dep in ("xcomp", "ccomp") and child.pos in ("VERB", "AUX", "ADJ"):
            inner = Clause(clause.parsed, child.i)
            own = clause.parsed.child(child.i, "nsubj", "nsubjpass")
            if own is not None:
                return own
            return _target(inner)
    return None


def _oblique(clause: Clause, but: int | None) -> int | None:
    tokens = clause.parsed.tokens
    fitting = [
        (not holds_name(clause.parsed, at), _RECIPIENT.index(prep) if prep in _RECIPIENT else 99, order, at)
        for order, (prep, at) in enumerate(clause.obliques)
        if (prep in _RECIPIENT or (prep in _PLACE_TARGET and holds_name(clause.parsed, at)))
        and at != but
        and tokens[at].entity not in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY")
    ]
    return min(fitting)[3] if fitting else None


def holds_name(parsed: ParsedDocument, index: int) -> bool:
    """Is there a name (of somebody or some place) in the noun phrase of this token?"""
    token = parsed.tokens[index]
    names = ("PERSON", "NORP", "ORG", "GPE", "FAC", "LOC")
    return any(parsed.tokens[at].entity in names for at in range(token.left, min(token.right, token.i + 12)))


def joined(parsed: ParsedDocument, index: int | None) -> list[int]:
    """An actor and those joined to it by "and"."""
    if index is None:
        return []
    found = [index]
    for at in parsed.tokens[index].children:
        if parsed.tokens[at].dep == "conj" and parsed.tokens[at].pos in ("NOUN", "PROPN"):
            found += joined(parsed, at)
    return found
