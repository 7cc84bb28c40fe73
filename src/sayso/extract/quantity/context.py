"""What a figure is told of, in the words of its clause."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.extract.quantity.figure import Figure
from sayso.lexicons import lexicon
from sayso.lexicons.listing import listed
from sayso.parse import ParsedDocument

_UPWARD = frozenset({"compound", "nmod", "amod", "nummod", "quantmod", "npadvmod", "poss", "det", "predet"})
_CLAUSES = frozenset({"advcl", "relcl", "ccomp", "parataxis", "appos", "intj", "meta", "csubj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ARGUMENTS = frozenset(
    {"dobj", "attr", "dative", "oprd", "prep", "agent", "prt", "neg", "acomp", "npadvmod", "obj"}
)
_BARE = frozenset(
    {"be", "number", "reach", "exceed", "total", "stand", "amount", "surpass", "top", "hit", "equal"}
)
_GIVING, _PUT = listed("figures", "cues", "all"), listed("figures", "cues", "put")
_MOVES = frozenset({*lexicon("changes")["up"], *lexicon("changes")["down"]})
_LEVELS = listed("figures", "levels", "verbs")
_AMOUNTS = listed("figures", "amounts", "nouns")
_GENERIC = frozenset({"people", "persons"})
_IDLE = frozenset({"DET", "PUNCT", "CCONJ", "SCONJ", "SPACE", "INTJ", "PART"})
_MOST_WORDS = 24


@dataclass(frozen=True)
class Context:
    """The clause of a figure: the tokens that tell what is counted (``core``), and its verb (null in
    fragments)."""

    core: tuple[int, ...]
    verb: int | None


def _branch(parsed: ParsedDocument, root: int, closed: frozenset[int]) -> set[int]:
    """The subtree of a token without subordinate clauses, clausal conjuncts and ``closed``."""
    found, waiting = set(), [root]
    while waiting:
        at = waiting.pop()
        if at in closed:
            continue
        found.add(at)
        for child in parsed.tokens[at].children:
            token = parsed.tokens[child]
            clause = token.dep == "conj" and token.pos in ("VERB", "AUX")
            said = clause or token.lower == "according" or _gives(parsed, child)
            if token.dep not in _CLAUSES and not said:
                waiting.append(child)
    return found


def _gives(parsed: ParsedDocument, at: int) -> bool:
    """Does the participle only tell who gave the figure ("the number of boats named by the union")?"""
    token = parsed.tokens[at]
    named = token.dep == "acl" and token.lemma.lower() in _GIVING
    return named and parsed.child(at, "agent") is not None


def _put_at(parsed: ParsedDocument, top: int, verb: int) -> bool:
    """Is the figure one at which somebody puts something ("estimated at 40")?"""
    head = parsed.tokens[parsed.tokens[top].head]
    put = parsed.tokens[verb].lemma.lower() in _PUT
    return put and head.head == verb and head.dep == "prep" and head.lower == "at"


def _acts(parsed: ParsedDocument, top: int, verb: int) -> bool:
    """Does the verb tell what is counted? Not in "rose to 960", "estimated at 40", "the number made 80"."""
    head, lemma = parsed.tokens[parsed.tokens[top].head], parsed.tokens[verb].lemma.lower()
    if lemma in _BARE or _put_at(parsed, top, verb):
        return False
    subject = parsed.child(verb, "nsubj", "nsubjpass")
    amount = subject is not None and parsed.tokens[subject].lemma.lower() in _AMOUNTS
    if amount and lemma in _LEVELS and lemma not in _MOVES:
        return False
    return not (lemma in _MOVES and head.head == verb and head.dep == "prep" and head.lower == "to")


def _top(parsed: ParsedDocument, figure: Figure) -> int:
    """The head of the noun phrase that the figure stands in."""
    at = figure.noun if figure.noun is not None else figure.last
    while parsed.tokens[at].dep in _UPWARD and parsed.tokens[parsed.tokens[at].head].pos in (
        "NOUN",
        "PROPN",
        "NUM",
        "SYM",
    ):
        at = parsed.tokens[at].head
    return at


def verb_above(parsed: ParsedDocument, at: int) -> int | None:
    """The nearest verb above a token."""
    for head in parsed.ancestors(at):
        if parsed.tokens[head].pos in ("VERB", "AUX"):
            return head
    return at if parsed.tokens[at].pos in ("VERB", "AUX") else None


def _absolute(parsed: ParsedDocument, start: int, end: int) -> int | None:
    """The noun that changes in a phrase between two verbs ("with trade rising, reaching ...")."""
    for i in range(end - 1, start, -1):
        token = parsed.tokens[i]
        if token.dep == "nsubj" or (token.dep == "pobj" and parsed.tokens[token.head].lower == "with"):
            return i
    return None


def _subject(parsed: ParsedDocument, verb: int, closed: frozenset[int]) -> set[int]:
    """The subject of a verb, borrowed from the noun or verb above it where it has none of its own."""
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        token = parsed.tokens[verb]
        own = [child for child in token.children if parsed.tokens[child].dep in _SUBJECTS]
        head = parsed.tokens[token.head]
        relative = [child for child in own if parsed.tokens[child].tag in ("WDT", "WP")]
        if own and not relative:
            return set().union(*(_branch(parsed, child, closed) for child in own))
        if token.dep == "acl" and token.tag == "VB" and (above := verb_above(parsed, head.i)) is not None:
            verb = above
            continue
        if token.dep in ("relcl", "acl"):
            return {
                head.i,
                *(c for c in head.children if parsed.tokens[c].dep in ("compound", "amod", "nmod")),
            }
        if head.pos not in ("VERB", "AUX"):
            return set()
        if (
            token.dep == "advcl"
            and token.tag == "VBG"
            and (near := _absolute(parsed, head.i, verb)) is not None
        ):
            return _branch(parsed, near, closed)
        verb = head.i
    return set()


def _nearest(parsed: ParsedDocument, figure: Figure) -> set[int]:
    """The words of the nearest noun before the figure, or behind it, where grammar leads to none."""
    sentence = parsed.sentence_of(figure.first)
    before = range(figure.first - 1, sentence.start - 1, -1)
    behind = range(figure.last + 1, sentence.end)
    for at in (*before, *behind):
        token = parsed.tokens[at]
        if token.pos in ("NOUN", "PROPN"):
            near = {c for c in token.children if parsed.tokens[c].dep in ("compound", "amod", "nmod", "poss")}
            return {at, *near}
    return set()


def number_tokens(parsed: ParsedDocument, figures: Iterable[Figure]) -> frozenset[int]:
    """The tokens of all numbers, their units and bounds."""
    return frozenset(at for figure in figures for at in parsed.tokens_in(figure.span))


def context_of(
    parsed: ParsedDocument, figure: Figure, timed: frozenset[int], figured: frozenset[int] = frozenset()
) -> Context:
    """The context of a figure; the tokens of ``timed`` (time expressions) are left out with what depends
    on them, those of ``figured`` (the numbers of all figures) by themselves."""
    counted = {figure.noun} if figure.noun is not None else set()
    own = {*range(figure.first, figure.last + 1), *parsed.tokens_in(figure.span)} - counted
    top = _top(parsed, figure)
    verb = verb_above(parsed, top)
    core = _branch(parsed, top, timed)
    if verb is not None:
        put = _put_at(parsed, top, verb)
        if not put or parsed.child(verb, "dobj", "obj") is None:
            core |= _subject(parsed, verb, timed)
        if _acts(parsed, top, verb):
            core.add(verb)
        for child in parsed.tokens[verb].children:
            argument = parsed.tokens[child].dep in _ARGUMENTS and parsed.tokens[child].lower != "according"
            if argument and child not in timed and not (put and parsed.tokens[child].dep == "agent"):
                core |= _branch(parsed, child, timed)
    core -= own | figured
    if not any(parsed.tokens[at].pos in ("NOUN", "PROPN", "PRON") for at in core):
        core |= _nearest(parsed, figure) - own - figured
    if figure.noun is not None and parsed.tokens[figure.noun].lower in _GENERIC and len(core) > 1:
        core.discard(figure.noun)
    return Context(_trimmed(parsed, sorted(core)), verb)


def _runs(tokens: Iterable[int]) -> list[list[int]]:
    """The tokens in stretches without gaps."""
    runs: list[list[int]] = []
    for at in tokens:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _trimmed(parsed: ParsedDocument, tokens: list[int]) -> tuple[int, ...]:
    """The tokens that carry meaning, at most a phrase's worth of them.

    Where the figure was cut out, what only led to it or on from it goes too ("buys [40 percent] of its
    salt").
    """
    kept: list[int] = []
    for run in reversed(_runs(tokens)):
        while run and (_idle(parsed, run[-1]) or _leads_nowhere(parsed, run[-1], kept)):
            run.pop()
        while run and _idle(parsed, run[0]):
            run.pop(0)
        kept = run + kept
    whole = [
        run[1:] if parsed.tokens[run[0]].lower == "of" and not _noun_before(parsed, kept, run[0]) else run
        for run in _runs(kept)
    ]
    return tuple([at for run in whole for at in run][:_MOST_WORDS])


def _idle(parsed: ParsedDocument, at: int) -> bool:
    token = parsed.tokens[at]
    return token.pos in _IDLE and token.dep != "neg"


def _leads_nowhere(parsed: ParsedDocument, at: int, kept: list[int]) -> bool:
    """Is it a preposition whose object was cut out?"""
    token = parsed.tokens[at]
    if token.pos != "ADP" or token.dep == "prt":
        return False
    return not any(child in kept for child in token.children)


def _noun_before(parsed: ParsedDocument, kept: list[int], at: int) -> bool:
    """Is the word kept before that one a noun?"""
    place = kept.index(at)
    return place > 0 and parsed.tokens[kept[place - 1]].pos in ("NOUN", "PROPN")


def words_of(parsed: ParsedDocument, tokens: Iterable[int]) -> str | None:
    """The tokens as text: runs as they stand, gaps closed; null where there is none."""
    text = " ".join(parsed.words(parsed.span(run[0], run[-1] + 1)) for run in _runs(tokens))
    return " ".join(text.split()) or None
