"""Figures with somebody's name to them: "the toll given by the mayor was 40".

Too rare in the annotated text for their grammar to be counted there, they are read by rule.
"""

import re
from collections.abc import Iterator

from sayso.extract.animacy import is_speaker
from sayso.extract.attribution.content import Candidate
from sayso.extract.attribution.counts import Key
from sayso.extract.attribution.cue import cue_words, lemma_of
from sayso.extract.attribution.frame import text_named
from sayso.extract.attribution.page import Page
from sayso.extract.attribution.scoring import Reading
from sayso.extract.attribution.source import NOBODY, Source, find_source
from sayso.extract.attribution.tree import (
    Range,
    children,
    is_passive,
    merged,
    phrase,
    subject,
    trimmed,
    without,
)
from sayso.lexicons.listing import listed
from sayso.parse import ParsedDocument, Token

#: The construction of all these readings.
FIGURE = "figure"
_OWN_CLAUSE = ("conj", "cc")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d|\d+s")


def figures(page: Page) -> Iterator[Reading]:
    """Every reading of a word as giving a figure."""
    parsed = page.parsed
    for token in parsed.tokens:
        if token.pos != "VERB" or page.around(token.i) or token.lemma not in listed("figures", "cues", "all"):
            continue
        for source, content, extra in _readings(page, token.i):
            if source.head is None or not content or not _speaks(parsed.tokens[source.head]):
                continue
            key: Key = (lemma_of(parsed, token.i), "VERB", FIGURE)
            words = cue_words(parsed, token.i, extra)
            yield Reading(Candidate(token.i, words, FIGURE, content), source, content, key)


_Found = tuple[Source, tuple[Range, ...], tuple[int, ...]]


def _readings(page: Page, cue: int) -> Iterator[_Found]:
    parsed = page.parsed
    token = parsed.tokens[cue]
    if token.dep == "acl" and token.tag == "VBN":
        yield find_source(parsed, cue), _aside(parsed, cue) or _told(parsed, cue), ()
    elif agents := children(parsed, cue, "agent"):
        yield find_source(parsed, cue), _without_agent(parsed, cue, agents[0]), ()
    elif is_passive(parsed, cue):
        yield from _written(page, cue)
    elif subject(parsed, cue) is not None:
        yield from _given(parsed, cue)


def _speaks(token: Token) -> bool:
    return token.pos == "PRON" or is_speaker(token)


def has_figure(parsed: ParsedDocument, piece: Range) -> bool:
    """Is there a number in the tokens that is neither a date nor a label?"""
    vague = listed("figures", "amounts", "vague")
    return any(
        (token.pos == "NUM" and not _dates(parsed, token)) or token.lower in vague
        for token in parsed.tokens[piece[0] : piece[1]]
    )


def _dates(parsed: ParsedDocument, token: Token) -> bool:
    """Is the number part of a date or hour? The recogniser takes bare numbers for dates, too."""
    if token.entity not in ("DATE", "TIME"):
        return False
    after = parsed.tokens[min(token.i + 1, len(parsed.tokens) - 1)]
    alone = token.entity_start and not (after.entity == token.entity and not after.entity_start)
    return not alone or _YEAR.fullmatch(token.text) is not None


def _told(parsed: ParsedDocument, cue: int) -> tuple[Range, ...]:
    """The clause whose subject is "the number of dead stated by": its noun and what is said of it."""
    tokens = parsed.tokens
    top = _counted(parsed, cue)
    verb = tokens[top].head
    level = tokens[verb].lemma in listed("figures", "levels", "verbs")
    if tokens[top].dep not in ("nsubj", "nsubjpass") or not level or top > verb:
        return ()
    before = trimmed(parsed, phrase(parsed, top)[0], tokens[cue].left)
    after = _clause(parsed, verb, tokens[top].right)
    return (before, after) if before and after and has_figure(parsed, after) else ()


def _aside(parsed: ParsedDocument, cue: int) -> tuple[Range, ...]:
    """The noun and the figure in "the number of dead, given by the mayor as 40,"."""
    tokens = parsed.tokens
    for prep in children(parsed, cue, "prep"):
        piece = phrase(parsed, prep)
        if tokens[prep].lower in ("as", "at") and has_figure(parsed, piece):
            before = trimmed(parsed, phrase(parsed, _counted(parsed, cue))[0], tokens[cue].left)
            return (before, piece) if before else ()
    return ()


def _counted(parsed: ParsedDocument, cue: int) -> int:
    """The noun that "the number of dead given by" is headed by."""
    top = parsed.tokens[cue].head
    while parsed.tokens[top].dep in ("pobj", "prep"):
        top = parsed.tokens[top].head
    return top


def _without_agent(parsed: ParsedDocument, cue: int, agent: int) -> tuple[Range, ...]:
    """The clause of "was put at 200 by the union" without the union and what others say of the number."""
    tokens, thing = parsed.tokens, subject(parsed, cue)
    clause = None if thing is None or thing > cue else _clause(parsed, cue, phrase(parsed, thing)[0])
    if clause is None or thing is None:
        return ()
    pieces = [clause]
    told = [at for at in parsed.subtree(thing) if tokens[at].dep in ("acl", "relcl")]
    for at in (agent, *told):
        hole = (tokens[at].left, tokens[at].right)
        pieces = [rest for piece in pieces for rest in without(parsed, piece, hole)]
    given = any(has_figure(parsed, piece) for piece in pieces if piece[0] > cue or piece[1] > cue)
    return tuple(pieces) if given else ()


def _clause(parsed: ParsedDocument, verb: int, start: int) -> Range | None:
    """A clause from some token on, without the clauses beside it."""
    end = phrase(parsed, verb)[1]
    for at in children(parsed, verb, *_OWN_CLAUSE):
        if at > start:
            end = min(end, parsed.tokens[at].left)
    stops = [at for at in range(start, end) if parsed.tokens[at].text == ";"]
    return trimmed(parsed, start, min([end, *stops]))


def _written(page: Page, cue: int) -> Iterator[_Found]:
    """What is put, given or estimated at so many in somebody's text."""
    parsed = page.parsed
    found = text_named(page, cue)
    thing = subject(parsed, cue)
    if found is None or thing is None or children(parsed, cue, "agent"):
        return
    clause = _clause(parsed, cue, min(phrase(parsed, cue)[0], thing))
    if clause is None:
        return
    pieces = without(parsed, clause, (found.prep, found.words[1]))
    content = merged(piece for piece in pieces if piece[1] - piece[0] > 1 and _holds(parsed, piece))
    if any(has_figure(parsed, piece) for piece in content):
        yield Source((found.words,), found.noun, "text"), content, ()


def _holds(parsed: ParsedDocument, piece: Range) -> bool:
    return any(parsed.tokens[at].pos not in ("PUNCT", "CCONJ", "ADP") for at in range(*piece))


def _given(parsed: ParsedDocument, cue: int) -> Iterator[_Found]:
    """ "Reported 12 deaths", "put the figure at 40", "speak of hundreds"."""
    tokens, lemma = parsed.tokens, parsed.tokens[cue].lemma
    source = find_source(parsed, cue)
    if source is NOBODY:
        return
    things = [at for at in children(parsed, cue, "dobj") if at > cue]
    preps = [at for head in (cue, *things[:1]) for at in children(parsed, head, "prep") if at > cue]
    for prep in preps:
        name, piece = tokens[prep].lower, phrase(parsed, prep)
        if (
            name == "at"
            and things
            and lemma in listed("figures", "cues", "put")
            and has_figure(parsed, piece)
        ):
            yield source, ((phrase(parsed, things[0])[0], piece[1]),), ()
        if name == "as" and things and lemma in listed("figures", "cues", "as") and has_figure(parsed, piece):
            yield source, ((phrase(parsed, things[0])[0], piece[1]),), ()
        if name == "of" and not things and lemma in listed("figures", "cues", "speak"):
            inner = trimmed(parsed, prep + 1, piece[1])
            if inner and has_figure(parsed, (prep, piece[1])):
                yield source, (inner,), (prep,)
    if lemma in listed("figures", "cues", "report"):
        for thing in things:
            bare = tokens[thing].pos == "NUM"
            counted = bare or (
                children(parsed, thing, "nummod") and lemma not in listed("figures", "cues", "name")
            )
            if counted and has_figure(parsed, phrase(parsed, thing)):
                yield source, (phrase(parsed, thing),), ()
