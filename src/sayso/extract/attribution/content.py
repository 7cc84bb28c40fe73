"""What is said: the stretches of text a cue may govern, each named by its construction."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sayso.extract.attribution.repair import antecedent, astray, is_aside_order, missing_subject
from sayso.extract.attribution.tree import (
    RELATIVE,
    Range,
    children,
    first_word,
    governor,
    phrase,
    subject,
    trimmed,
    without,
)
from sayso.lexicons import lexicon
from sayso.parse import ParsedDocument


class Candidate(NamedTuple):
    """One way to read a cue: its head, the words that belong to it, and what it may govern.

    ``construction`` names the grammar between both (``that``, ``obj``, ``prep:about``, ...).
    """

    cue: int
    words: tuple[int, ...]
    construction: str
    content: tuple[Range, ...]


def _clause_kind(parsed: ParsedDocument, clause: int) -> str:
    """The name of a complement clause: by its conjunction, else by its verb form."""
    tokens = parsed.tokens
    opening = first_word(parsed, phrase(parsed, clause))
    if opening.lower in ("whether", "if"):
        return "whether"
    if opening.lower == "that" and opening.dep == "mark":
        return "that"
    if opening.tag in RELATIVE or opening.tag == "WRB":
        return "wh"
    for at in tokens[clause].children:
        if tokens[at].tag == "TO":
            return "to" if subject(parsed, clause) is None else "sb-to"
    if tokens[clause].tag == "VBG" and not children(parsed, clause, "aux", "nsubj"):
        return "ing"
    if subject(parsed, clause) is None or tokens[clause].pos not in ("VERB", "AUX"):
        return "small"
    return "clause"


def _own(parsed: ParsedDocument, head: int, cue: int) -> tuple[Range, ...]:
    """The phrase of a head without the cue's own words, where those stand in its middle."""
    outer = phrase(parsed, head)
    for other in children(parsed, head, "conj"):
        if governor(parsed, other) == cue:
            before = [at for at in children(parsed, head, "cc") if at < other]
            outer = trimmed(parsed, outer[0], before[-1] if before else parsed.tokens[other].left) or outer
        elif is_aside_order(parsed, head, other):
            outer = trimmed(parsed, outer[0], parsed.tokens[other].left) or outer
    if not outer[0] <= cue < outer[1]:
        return (outer,)
    token = parsed.tokens[cue]
    if head in token.children:  # "the plan which critics said was dead"
        before = [parsed.tokens[at].left for at in token.children if outer[0] < at < cue and at != head]
        return tuple(without(parsed, outer, (min([*before, cue]), cue + 1)))
    return tuple(without(parsed, outer, (token.left, token.right)))


Reading = tuple[str, tuple[Range, ...], tuple[int, ...]]


def _clauses(parsed: ParsedDocument, cue: int) -> Iterator[Reading]:
    """Complement clauses: "said that", "asked whether", "wants to", "urged them to", "feared losing"."""
    tokens = parsed.tokens
    objects = children(parsed, cue, "dobj")
    passive = children(parsed, cue, "nsubjpass")
    noun = antecedent(parsed, cue)
    for clause in children(parsed, cue, "ccomp", "xcomp"):
        kind = _clause_kind(parsed, clause)
        content = _own(parsed, clause, cue)
        if not content:
            continue
        if kind == "small" and (missing := missing_subject(parsed, clause, cue)):
            yield "aside-parataxis", (missing, *content), ()
            continue
        if clause < cue:
            kind += "-first"
        yield kind, content, ()
        if objects and objects[0] < clause and kind in ("to", "small", "ing", "that"):
            yield "obj+" + kind, ((phrase(parsed, objects[0])[0], content[-1][1]),), ()
        if passive and kind in ("to", "small", "ing"):
            yield "subj+" + kind, (phrase(parsed, passive[0]), *content), ()
        if noun and not objects and tokens[clause].dep == "ccomp" and kind == "small":
            yield "head+" + kind, (noun, *content), ()
            if tokens[tokens[cue].head].dep == "ROOT":  # "The council they argue should seek a deal"
                continue
    for clause in astray(parsed, cue):
        yield "that", (phrase(parsed, clause),), ()
    for clause in children(parsed, cue, "advcl"):
        if first_word(parsed, phrase(parsed, clause)).lower in ("if", "whether") and clause > cue:
            yield "adv-if", (phrase(parsed, clause),), ()


def _objects(parsed: ParsedDocument, cue: int) -> Iterator[Reading]:
    """Nouns: "opposed the plan", "called it a lie", "described it as dead", "accused them of lying"."""
    tokens = parsed.tokens
    preps = [at for at in children(parsed, cue, "prep") if at > cue]
    for thing in children(parsed, cue, "dobj"):
        span = phrase(parsed, thing)
        if tokens[thing].tag in RELATIVE and thing < cue:
            yield "obj-relative", (span,), ()
        else:
            yield "obj", (span,), ()
        for prep in preps:
            if prep > thing:
                piece = phrase(parsed, prep)
                join = ((span[0], piece[1]),) if thing > cue else (span, piece)
                yield "obj+" + tokens[prep].lower, join, ()
        for other in children(parsed, cue, "oprd"):
            piece = phrase(parsed, other)
            yield "obj+oprd", (((span[0], piece[1]),) if cue < thing < other else (span, piece)), ()
    for other in children(parsed, cue, "oprd", "acomp", "attr"):
        if other > cue:
            yield tokens[other].dep, (phrase(parsed, other),), ()


def _preps(parsed: ParsedDocument, cue: int) -> Iterator[Reading]:
    """Prepositions: "called for X", "support for X", "referred to X as Y"."""
    tokens = parsed.tokens
    for prep in children(parsed, cue, "prep", "agent"):
        name = tokens[prep].lower
        if prep < cue or name in ("by", "according"):
            continue
        for inner in children(parsed, prep, "pobj", "pcomp"):
            whole = phrase(parsed, inner)
            yield "prep:" + name, (whole,), (prep,)
            break
        for inner in children(parsed, prep, "prep"):
            for noun in children(parsed, inner, "pobj", "pcomp"):
                yield f"prep:{name}-{tokens[inner].lower}", (phrase(parsed, noun),), (prep, inner)
        for other in children(parsed, cue, "prep"):
            if other > prep and tokens[other].lower == "as" and name != "as":
                for inner in children(parsed, prep, "pobj"):
                    yield f"prep:{name}+as", ((phrase(parsed, inner)[0], phrase(parsed, other)[1]),), (prep,)


def _passives(parsed: ParsedDocument, cue: int) -> Iterator[Reading]:
    """What a passive cue is about: "the offer was rejected", "a plan backed by", "was named mayor"."""
    tokens = parsed.tokens
    for thing in children(parsed, cue, "nsubjpass"):
        span = phrase(parsed, thing)
        yield "subj", (span,), ()
        for other in children(parsed, cue, "oprd", "prep"):
            name = tokens[other].lower if tokens[other].dep == "prep" else "oprd"
            if other > cue and name in ("as", "for", "of", "oprd"):
                yield "subj+" + name, (span, phrase(parsed, other)), ()


def _heads(parsed: ParsedDocument, cue: int) -> Iterator[Reading]:
    """Relative and participial clauses: "the man they back", "a plan favoured by", "the town they call X"."""
    token = parsed.tokens[cue]
    noun = antecedent(parsed, cue)
    if noun is None or token.pos not in ("VERB", "AUX"):
        return
    if token.dep == "acl" and token.tag == "VBN":
        yield "head", (noun,), ()
    if token.dep == "relcl" and not children(parsed, cue, "dobj", "ccomp", "xcomp"):
        yield "head-relative", (noun,), ()
    for other in children(parsed, cue, "oprd", "dobj", "ccomp"):
        if token.dep == "relcl" and other > cue and subject(parsed, cue) is not None:
            yield "head+" + parsed.tokens[other].dep, (noun, phrase(parsed, other)), ()


def _asides(parsed: ParsedDocument, cue: int) -> Iterator[Reading]:
    """Cues set into what they report: "The mine, he said, must close"; "As she put it, ..."."""
    token, tokens = parsed.tokens[cue], parsed.tokens
    if token.dep not in ("parataxis", "advcl", "ccomp", "dep", "conj") or token.head == cue:
        return
    if (
        token.dep == "conj"
        and token.head < cue
        and any(tokens[at].dep == "cc" for at in tokens[token.head].children)
    ):
        return
    if children(parsed, cue, "ccomp") or subject(parsed, cue) is None:
        return
    host = tokens[token.head]
    opening = first_word(parsed, (token.left, token.right)).lower
    if token.dep == "advcl" and opening not in ("as", "so", "like"):
        return
    pieces = tuple(without(parsed, phrase(parsed, host.i), (token.left, token.right)))
    if pieces:
        yield ("as" if opening == "as" else "aside-" + token.dep), pieces, ()


def _nouns(parsed: ParsedDocument, noun: int) -> Iterator[Reading]:
    """What noun cues govern: "the claim that", "plans to", "her view is that"."""
    tokens = parsed.tokens
    for clause in children(parsed, noun, "acl", "ccomp", "relcl", "xcomp"):
        kind = _clause_kind(parsed, clause)
        if clause > noun and kind in ("that", "to", "whether", "wh", "sb-to", "clause"):
            yield kind, (phrase(parsed, clause),), ()
    token = tokens[noun]
    if token.dep in ("nsubj", "dobj") and tokens[token.head].lemma == "be":
        for clause in children(parsed, token.head, "ccomp", "xcomp", "advcl"):
            if clause > token.head:
                yield "be-" + _clause_kind(parsed, clause), (phrase(parsed, clause),), (token.head,)
    yield from _preps(parsed, noun)


def _adjectives(parsed: ParsedDocument, adjective: int) -> Iterator[Reading]:
    for clause in children(parsed, adjective, "ccomp", "xcomp", "advcl", "acl"):
        kind = _clause_kind(parsed, clause)
        if clause > adjective:
            yield kind, (phrase(parsed, clause),), ()
    yield from _preps(parsed, adjective)


_RULES = (_clauses, _objects, _preps, _passives, _heads, _asides)
_RULES_OF_DEEDS = (_clauses, _preps, _asides)
_MUTE = frozenset({"to", "ing", "small", "obj+to"})


@cache
def deeds() -> frozenset[str]:
    """Verbs whose object is done or had, not said."""
    return frozenset(lexicon("attribution")["deeds"])


@cache
def _aspect() -> frozenset[str]:
    return frozenset(lexicon("attribution")["aspect"])


def readings(parsed: ParsedDocument, cue: int) -> Iterator[Reading]:
    """Every (construction, content, prepositions that belong to the cue) the grammar offers."""
    token = parsed.tokens[cue]
    pos = token.pos
    if pos in ("VERB", "AUX"):
        rules = _RULES_OF_DEEDS if token.lemma in deeds() else _RULES
        mute = token.lemma in _aspect()
        for rule in rules:
            yield from (found for found in rule(parsed, cue) if not (mute and found[0] in _MUTE))
    elif pos == "NOUN":
        yield from _nouns(parsed, cue)
    elif pos == "ADJ":
        yield from _adjectives(parsed, cue)
