"""Clauses the parser hangs where they do not belong, found again."""

from collections.abc import Iterator
from functools import cache

from sayso.extract.attribution.tree import Range, children, first_word, phrase, subject, trimmed
from sayso.lexicons import lexicon
from sayso.parse import ParsedDocument


@cache
def _pointing() -> frozenset[str]:
    return frozenset(lexicon("attribution")["pointing"])


def is_aside_order(parsed: ParsedDocument, clause: int, other: int) -> bool:
    """ "It fired first, see the interview": an order of the writer's spliced on to what is said."""
    tokens = parsed.tokens
    finite = tokens[clause].tag in ("VBD", "VBZ", "VBP")
    plain = tokens[other].tag in ("VB", "VBP") and not children(parsed, other, "aux", "nsubj", "nsubjpass")
    spliced = tokens[tokens[other].left - 1].text in (",", ";", "-", "–", "—", "(")
    return finite and plain and spliced and tokens[other].lemma in _pointing()


def astray(parsed: ParsedDocument, cue: int) -> Iterator[int]:
    """What is said, hung on the hearer: "admitted to a journalist that the ferry was full"."""
    tokens = parsed.tokens
    preps = [at for at in children(parsed, cue, "prep", "dative") if tokens[at].lower in ("to", "with")]
    hearers = [noun for prep in preps for noun in children(parsed, prep, "pobj")]
    for noun in (*hearers, *(at for at in children(parsed, cue, "npadvmod") if hearers)):
        for clause in children(parsed, noun, "acl", "relcl"):
            opening = first_word(parsed, phrase(parsed, clause))
            complete = (
                opening.lower == "that" and opening.dep == "mark" and subject(parsed, clause) is not None
            )
            if complete and clause > cue:
                yield clause


def missing_subject(parsed: ParsedDocument, clause: int, cue: int) -> Range | None:
    """What stands before "they claim" in "The council they claim should resign"."""
    tokens = parsed.tokens
    doer = subject(parsed, cue)
    finite = any(tokens[at].tag == "MD" for at in children(parsed, clause, "aux"))
    if doer is None or not finite or subject(parsed, clause) is not None:
        return None
    for at in children(parsed, cue, "npadvmod", "dobj", "dep", "nsubj"):
        if at < doer and tokens[at].pos in ("NOUN", "PROPN", "PRON"):
            return phrase(parsed, at)
    host = tokens[cue].head
    if (
        tokens[cue].dep == "relcl"
        and tokens[host].dep == "ROOT"
        and host < doer
        and host == tokens[cue].left - 1
    ):
        return antecedent(parsed, cue)
    return None


def antecedent(parsed: ParsedDocument, cue: int) -> Range | None:
    """The noun phrase a cue's relative or participial clause hangs on, up to that clause."""
    token = parsed.tokens[cue]
    if token.dep not in ("relcl", "acl") or token.head > cue:
        return None
    return trimmed(parsed, parsed.tokens[token.head].left, token.left)
