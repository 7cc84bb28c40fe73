"""Whose words they are: the subject, agent, possessor or governor of a cue."""

from functools import cache
from typing import NamedTuple

from sayso.extract.attribution.content import Candidate
from sayso.extract.attribution.frame import displaced_subject
from sayso.extract.attribution.page import Page
from sayso.extract.attribution.tree import (
    RELATIVE,
    Range,
    children,
    governor,
    is_passive,
    phrase,
    subject,
    trimmed,
)
from sayso.lexicons import lexicon
from sayso.parse import ParsedDocument

_CLIMBED = 8
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_PHRASE = _NOMINAL | {"DET", "ADJ", "NUM", "PART"}


class Source(NamedTuple):
    """Whose words: token ``pieces``, the token at their head, and by which path it was found.

    ``head`` is null where the text names nobody.
    """

    pieces: tuple[Range, ...]
    head: int | None
    path: str


NOBODY = Source((), None, "absent")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("attribution")[name])


def _named(parsed: ParsedDocument, head: int, path: str, cue: int) -> Source:
    """The noun phrase of ``head`` as source, without the part of it that holds the cue."""
    token = parsed.tokens[head]
    if token.dep == "expl" or (token.lower in ("it", "there") and _impersonal(parsed, head)):
        return NOBODY
    if token.tag in RELATIVE:
        return _relative(parsed, head, path)
    start, end = phrase(parsed, head)
    if start <= cue < end:
        end = min([at for at in (parsed.tokens[c].left for c in token.children) if head < at <= cue] + [cue])
    piece = trimmed(parsed, start, end) or (head, head + 1)
    return Source((piece,), head, path)


def _impersonal(parsed: ParsedDocument, head: int) -> bool:
    """Is this "it" or "there" the empty subject of "it seems that", "it was said that"?"""
    verb = parsed.tokens[head].head
    if parsed.tokens[head].lower == "there":
        return True
    if parsed.tokens[verb].tag == "VBG" and parsed.child(verb, "xcomp", "ccomp") is not None:
        return True  # "it is challenging to"
    return is_passive(parsed, verb) or parsed.tokens[verb].lemma in _words("impersonal")


def _relative(parsed: ParsedDocument, pronoun: int, path: str) -> Source:
    """A relative pronoun with the noun it stands for, where that is next to it."""
    tokens = parsed.tokens
    clause = next(
        (at for at in (tokens[pronoun].head, *parsed.ancestors(pronoun)) if tokens[at].dep == "relcl"), None
    )
    if clause is None:
        return Source(((pronoun, pronoun + 1),), pronoun, path)
    noun = tokens[clause].head
    antecedent = trimmed(parsed, tokens[noun].left, min(tokens[clause].left, pronoun))
    if noun > pronoun or antecedent is None:
        return Source(((pronoun, pronoun + 1),), pronoun, path)
    if antecedent[1] == pronoun:
        return Source(((antecedent[0], pronoun + 1),), noun, path + "-relative")
    return Source((antecedent, (pronoun, pronoun + 1)), noun, path + "-relative")


def _agent(parsed: ParsedDocument, verb: int) -> int | None:
    for by in children(parsed, verb, "agent"):
        for noun in children(parsed, by, "pobj"):
            return noun
    return None


def _surface_subject(parsed: ParsedDocument, index: int) -> int | None:
    """The subject of a predicate, looked for up the tree where the predicate has none of its own."""
    tokens = parsed.tokens
    for _ in range(_CLIMBED):
        if (found := subject(parsed, index)) is not None:
            return found
        token = tokens[index]
        if token.dep == "acl" or (token.dep == "relcl" and token.tag in ("VBG", "VBN")):
            return token.head
        if token.head == index or any(tokens[at].dep == "expl" for at in token.children):
            return None
        if token.dep == "xcomp":
            objects = children(parsed, token.head, "dobj", "dative")
            if objects and objects[0] < index and tokens[token.head].lemma not in _words("subject_control"):
                return objects[0]
        if token.dep == "pcomp" and tokens[token.head].lower == "as":
            quoted = children(parsed, tokens[token.head].head, "dobj")
            if quoted and quoted[0] < token.head:  # "quoted the mayor as saying"
                return quoted[0]
        if token.pos == "NOUN" and (owner := children(parsed, index, "poss")):
            return owner[0]
        index = governor(parsed, index)
    return None


def _of_noun(parsed: ParsedDocument, noun: int) -> Source:
    """Whose claim, whose view: owner, "by X", or the subject of the verb that gives it voice."""
    tokens = parsed.tokens
    for owner in children(parsed, noun, "poss"):
        return _named(parsed, owner, "owner", noun)
    for prep in children(parsed, noun, "prep", "agent"):
        if tokens[prep].lower in ("by", "from", "among"):
            for owner in children(parsed, prep, "pobj"):
                return _named(parsed, owner, "bearer", noun)
    for act in children(parsed, noun, "acl"):
        if tokens[act].tag == "VBN" and (doer := _agent(parsed, act)) is not None:
            return _named(parsed, doer, "agent", noun)
    if (voicer := _voicer(parsed, noun)) is not None:
        return _named(parsed, voicer, "voicer", noun)
    for owner in children(parsed, noun, "compound", "nmod"):
        if tokens[owner].entity in ("PERSON", "ORG", "GPE", "NORP"):
            return _named(parsed, owner, "compound", noun)
    return NOBODY


def _voicer(parsed: ParsedDocument, noun: int) -> int | None:
    """Who makes the claim, raises the doubts: the doer of the verb the noun depends on."""
    token, tokens = parsed.tokens[noun], parsed.tokens
    if token.dep in ("nsubj", "nsubjpass") and is_passive(parsed, token.head):
        return _agent(parsed, token.head)
    if token.dep not in ("dobj", "attr", "conj", "pobj"):
        return None
    verb = token.head
    while tokens[verb].dep in ("prep", "conj") and tokens[verb].pos not in ("VERB", "AUX"):
        verb = tokens[verb].head
    light = tokens[verb].lemma in _words("voicing") and tokens[verb].pos == "VERB"
    return _surface_subject(parsed, verb) if light and not is_passive(parsed, verb) else None


def _of_verb(parsed: ParsedDocument, verb: int) -> Source:
    token = parsed.tokens[verb]
    if is_passive(parsed, verb):
        if (doer := _agent(parsed, verb)) is not None:
            return _named(parsed, doer, "agent", verb)
        if token.lemma not in _words("felt"):
            return NOBODY
    own = subject(parsed, verb)
    own = displaced_subject(parsed, verb) if own is None else own
    found = own if own is not None else _surface_subject(parsed, verb)
    if found is None:
        return _behind(parsed, verb)
    if found == verb:
        return NOBODY
    return _named(parsed, found, "subject" if own is not None else "climbed", verb)


def beside(parsed: ParsedDocument, cue: int, content: tuple[Range, ...]) -> Source:
    """The name or noun phrase right next to a cue, where its subject was looked for in the content itself."""
    tokens = parsed.tokens
    before = max((end for _, end in content if end <= cue), default=None)
    if (
        before is not None
        and (piece := trimmed(parsed, before, cue))
        and tokens[piece[1] - 1].pos in _NOMINAL
    ):
        return Source((piece,), piece[1] - 1, "beside")
    end = cue + 1
    while end < parsed.sentence_of(cue).end and tokens[end].pos in _PHRASE:
        end += 1
    while end > cue + 1 and tokens[end - 1].pos not in _NOMINAL:
        end -= 1
    return Source(((cue + 1, end),), end - 1, "beside") if end > cue + 1 else NOBODY


def _ahead(parsed: ParsedDocument, verb: int) -> Source:
    """The words right before a finite verb, where the parser took its subject for something else."""
    tokens = parsed.tokens
    at = min([child for child in tokens[verb].children if tokens[child].dep == "aux"] + [verb])
    finite = at < verb or tokens[verb].tag in ("VBD", "VBZ", "VBP")
    limit = parsed.sentence_of(verb).start
    start = at
    while start > limit and tokens[start - 1].pos in _PHRASE:
        start -= 1
    if not finite or start == at or tokens[at - 1].pos not in _NOMINAL or tokens[at - 1].dep == "dobj":
        return NOBODY
    return Source(((start, at),), at - 1, "ahead")


def _behind(parsed: ParsedDocument, verb: int) -> Source:
    """The subject of '"...," said Maria Lopez', where the parser took it for something else."""
    tokens = parsed.tokens
    after = verb + 1
    if tokens[verb].tag in ("VBD", "VBZ", "VBP") and after < tokens[verb].right:
        for at in children(parsed, verb, "dobj", "attr", "npadvmod", "dep", "appos"):
            if at > verb and tokens[at].left == after and tokens[at].pos in ("PROPN", "PRON"):
                return _named(parsed, at, "behind", verb)
    return _ahead(parsed, verb)


def find_source(parsed: ParsedDocument, cue: int) -> Source:
    """Who speaks by this cue (a verb, noun or adjective)."""
    token = parsed.tokens[cue]
    if token.pos == "NOUN":
        return _of_noun(parsed, cue)
    if token.pos == "ADJ":
        if token.dep == "amod" and token.head < cue:
            return _named(parsed, token.head, "noun", cue)
        if token.dep == "amod":
            return NOBODY
        found = _surface_subject(parsed, cue)
        return NOBODY if found is None or found == cue else _named(parsed, found, "climbed", cue)
    return _of_verb(parsed, cue)


def _of_according(page: Page, cue: int) -> Source:
    """Whoever follows "according to"."""
    parsed = page.parsed
    to = cue + 1
    noun = next(iter(children(parsed, to, "pobj", "pcomp")), None)
    moved = displaced_subject(parsed, parsed.tokens[cue].head)
    if noun is not None and moved is not None:
        piece = trimmed(parsed, phrase(parsed, noun)[0], parsed.tokens[moved].left)
        return Source((piece or (noun, noun + 1),), noun, "according")
    if noun is None and to + 1 < len(parsed.tokens):
        end = page.passage(cue)[1]
        piece = trimmed(parsed, to + 1, min(end, parsed.sentence_of(cue).end))
        return Source((piece,), piece[1] - 1, "according") if piece else NOBODY
    return NOBODY if noun is None else _named(parsed, noun, "according", cue)


def source_of(page: Page, candidate: Candidate) -> Source:
    """The source of a candidate, by its construction."""
    parsed, cue = page.parsed, candidate.cue
    first, last = page.passage(cue)
    if candidate.construction.startswith("label"):
        piece = trimmed(parsed, first, cue)
        return Source((piece,), piece[1] - 1, "label") if piece else NOBODY
    if candidate.construction == "tail-label":
        piece = trimmed(parsed, cue + 1, last)
        return Source((piece,), piece[1] - 1, "label") if piece else NOBODY
    if candidate.construction.startswith("according"):
        return _of_according(page, cue)
    return NOBODY if candidate.construction == "adverb" else find_source(parsed, cue)


def is_own_voice(page: Page, cue: int, source: Source) -> bool:
    """Does the segment's own speaker say by this cue, outside quotation marks, what he himself holds?"""
    if page.around(cue) or source.head is None:
        return False
    return page.parsed.tokens[source.head].lower in _words("speaker")


def is_nobodys(page: Page, cue: int, source: Source) -> bool:
    """Does a cue outside quotation marks advise or thank, or mean anybody? Then it is no attribution."""
    token = page.parsed.tokens[cue]
    if page.around(cue):
        return False
    if source.head is None:  # "picture yourself as a farmer", "it is vital to remember"
        return token.pos == "VERB" and not is_passive(page.parsed, cue)
    word = page.parsed.tokens[source.head].lower
    if token.tag in ("VB", "VBP") and source.path in ("behind", "beside"):  # "thank you"
        return True
    if word in _words("anybody") and not (word == "one" and page.parsed.tokens[source.head].children):
        return page.parsed.segment_of(cue).kind != "comment"
    return word == "this" and not source.path.endswith("relative")
