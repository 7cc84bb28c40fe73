"""What a figure is told of: the words of its clause, the parties in them, the time that governs it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.extract.entity import Naming
from sayso.extract.quantity.figure import Figure
from sayso.parse import ParsedDocument
from sayso.records import Party, Span, Time

_UPWARD = frozenset({"compound", "nmod", "amod", "nummod", "quantmod", "npadvmod", "poss", "det", "predet"})
_CLAUSES = frozenset({"advcl", "relcl", "ccomp", "parataxis", "appos", "intj", "meta", "csubj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ARGUMENTS = frozenset(
    {"dobj", "attr", "dative", "oprd", "prep", "agent", "prt", "neg", "acomp", "npadvmod", "obj"}
)
_BARE = frozenset(
    {"be", "number", "reach", "exceed", "total", "stand", "amount", "surpass", "top", "hit", "equal"}
)
_IDLE = frozenset({"DET", "PUNCT", "CCONJ", "SCONJ", "SPACE", "INTJ", "PART"})
_MOST_WORDS = 24


@dataclass(frozen=True)
class Context:
    """The clause of a figure: tokens of what is counted (``core``), the clause's verb (null in fragments),
    and the first and last token of the clause's sentence."""

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
            if token.dep not in _CLAUSES and not clause:
                waiting.append(child)
    return found


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


def _verb_above(parsed: ParsedDocument, at: int) -> int | None:
    """The nearest verb above a token."""
    for head in parsed.ancestors(at):
        if parsed.tokens[head].pos in ("VERB", "AUX"):
            return head
    return at if parsed.tokens[at].pos in ("VERB", "AUX") else None


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
        if token.dep in ("relcl", "acl"):
            return {
                head.i,
                *(c for c in head.children if parsed.tokens[c].dep in ("compound", "amod", "nmod")),
            }
        if head.pos not in ("VERB", "AUX"):
            return set()
        verb = head.i
    return set()


def context_of(parsed: ParsedDocument, figure: Figure, timed: frozenset[int]) -> Context:
    """The context of a figure; the tokens of ``timed`` (time expressions) are left out."""
    inside = frozenset(range(figure.first, figure.last + 1)) - (
        {figure.noun} if figure.noun is not None else set()
    )
    span_tokens = frozenset(parsed.tokens_in(figure.span)) - (
        {figure.noun} if figure.noun is not None else set()
    )
    closed = timed
    top = _top(parsed, figure)
    verb = _verb_above(parsed, top)
    core = _branch(parsed, top, closed)
    if verb is not None:
        subject = _subject(parsed, verb, closed)
        token = parsed.tokens[verb]
        core |= subject
        if token.lemma.lower() not in _BARE:
            core.add(verb)
        for child in token.children:
            if parsed.tokens[child].dep in _ARGUMENTS and child not in closed:
                core |= _branch(parsed, child, closed)
    core -= inside | span_tokens
    return Context(_trimmed(parsed, sorted(core)), verb)


def _trimmed(parsed: ParsedDocument, tokens: list[int]) -> tuple[int, ...]:
    """The tokens that carry meaning, at most a phrase's worth of them."""
    kept = []
    for place, at in enumerate(tokens):
        token = parsed.tokens[at]
        first, last = (
            place == 0 or tokens[place - 1] != at - 1,
            place == len(tokens) - 1 or tokens[place + 1] != at + 1,
        )
        idle = token.pos in _IDLE and token.dep != "neg"
        if not ((first or last) and idle) and not (last and first and token.pos == "ADP"):
            kept.append(at)
    return tuple(kept[:_MOST_WORDS])


def words_of(parsed: ParsedDocument, tokens: Iterable[int]) -> str | None:
    """The tokens as text: runs as they stand, gaps closed; null where there is none."""
    runs: list[list[int]] = []
    for at in tokens:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    text = " ".join(parsed.words(parsed.span(run[0], run[-1] + 1)) for run in runs)
    return " ".join(text.split()) or None


def parties_of(parsed: ParsedDocument, context: Context, naming: Naming) -> tuple[Party, ...]:
    """Who and what is named in the words of a figure, each once, in order of text."""
    spans = [Span(parsed.tokens[at].start, parsed.tokens[at].end) for at in context.core]
    names = {referent.id: referent.name for referent in naming.referents}
    found: dict[str, Party] = {}
    for mention in sorted(naming.mentions, key=lambda m: (m.start, m.end)):
        place = Span(mention.start, mention.end)
        if any(place.overlaps(span) for span in spans):
            name = names.get(mention.entity or "", mention.text)
            found.setdefault(mention.entity or mention.text, Party(entity=mention.entity, name=name))
    return tuple(found.values())


def time_of(parsed: ParsedDocument, figure: Figure, context: Context, times: tuple[Time, ...]) -> str | None:
    """The EDTF value of the one date in the figure's clause, or of the only one in its sentence."""
    sentence = parsed.sentence_of(figure.first)
    reach = parsed.span(sentence.start, sentence.end)
    dates = [t for t in times if t.type == "date" and t.edtf and reach.covers(Span(t.start, t.end))]
    if len({t.edtf for t in dates}) > 1 and context.verb is not None:
        own = [t for t in dates if _clause_of(parsed, t) == context.verb]
        dates = own or dates
    values = {t.edtf for t in dates}
    if len(values) == 1:
        return dates[0].edtf
    behind = [t for t in dates if 0 <= t.start - figure.span.end <= 12]
    return behind[0].edtf if behind else None


def _clause_of(parsed: ParsedDocument, time: Time) -> int | None:
    """The verb whose clause a time expression stands in."""
    tokens = parsed.tokens_in(Span(time.start, time.end))
    return _verb_above(parsed, tokens[-1]) if tokens else None
