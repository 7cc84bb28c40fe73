"""Pairs of statements become links: every comparison in turn, the strongest kept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.align.blocking import candidate_pairs
from sayso.align.compare.answer import compare_answers
from sayso.align.compare.belonging import compare_holdings
from sayso.align.compare.contrast import compare_contrast
from sayso.align.compare.denial import compare_wordings
from sayso.align.compare.naming import compare_names
from sayso.align.compare.opposite import compare_opposites
from sayso.align.compare.quantity import compare_quantities
from sayso.align.compare.reply import compare_replies
from sayso.align.compare.stance import compare_stances
from sayso.align.compare.tally import find_sums, spread_figures
from sayso.align.compare.text import Rarity, likeness, measure_rarity
from sayso.align.compare.time import compare_times
from sayso.align.compare.uniqueness import compare_uniques
from sayso.align.compare.universal import compare_universals
from sayso.align.finding import Finding, place
from sayso.align.utterance import Utterance
from sayso.records import Link, Span, ids
from sayso.review.effects import NOTHING, Effects

#: How many agreements, and how many disagreements, one statement is shown with at most.
AGREEMENTS, DISAGREEMENTS = 3, 4
#: How many agreements, and how many disagreements, a reader is given: at most so many a statement in all, yet
#: always a few. Each has its own room, so that neither crowds the other out.
READABLE, FEW = 0.45, 25
#: Words at odds outweigh likeness by so much: whoever disputes a thing repeats much of it.
AT_ODDS = 0.1
#: Findings less sure than this are not links.
LEAST = 0.5
_FIGURES = frozenset({"number", "date", "place", "uniqueness", "naming", "actor"})


def find_relations(
    utterances: Sequence[Utterance], family: Mapping[str, str], run: str, effects: Effects = NOTHING
) -> tuple[Link, ...]:
    """The links between statements, strongest first; ``family`` leads documents to their origin.

    Links that people rejected are among them, marked so; those they accepted are never crowded out.
    """
    sums = list(find_sums(utterances))
    adding = {_pair(one) for one in sums}
    compared = [one for one in _compare_all(utterances) if one.kind != "number" or _pair(one) not in adding]
    found = [*compared, *spread_figures(compared), *sums, *compare_names(utterances)]
    best: dict[tuple[str, str, str], Finding] = {}
    for one in sorted((one for one in found if one.confidence >= LEAST), key=_rank):
        best.setdefault((*_pair(one), one.kind or ""), one)
    readable = max(FEW, round(READABLE * len(utterances)))
    chosen = _strongest(list(best.values()), readable, effects.with_standing("accepted"))
    links = [_link(one, family, run, effects) for one in chosen]
    return tuple(sorted(links, key=lambda link: (-link.confidence, link.id)))


def _pair(one: Finding) -> tuple[str, str]:
    first, second = sorted((one.a.statement.id, one.b.statement.id))
    return first, second


def _compare_all(utterances: Sequence[Utterance]) -> Iterator[Finding]:
    rarity = measure_rarity(utterances)
    for first, second in candidate_pairs(utterances):
        a, b = utterances[first], utterances[second]
        if _one_within_other(a, b):
            continue
        yield from _compare(a, b, rarity)


def _compare(a: Utterance, b: Utterance, rarity: Rarity) -> Iterator[Finding]:
    """The figures' relation, and the surest of the others."""
    like = likeness(a, b, rarity)
    figures = compare_quantities(a, b), compare_uniques(a, b, like), compare_times(a, b, like)
    yield from (one for one in figures if one)
    compared = (
        compare_answers(a, b),
        compare_contrast(a, b, like),
        compare_holdings(a, b, like),
        compare_opposites(a, b, like),
        compare_replies(a, b, like),
        compare_stances(a, b, like),
        compare_universals(a, b, like),
        compare_wordings(a, b, like),
    )
    found = [one for one in compared if one]
    if found:
        yield max(found, key=lambda one: one.confidence + AT_ODDS * (one.relation != "corroborates"))


def compare_pair(a: Utterance, b: Utterance, rarity: Rarity) -> Finding | None:
    """The surest relation between two statements, null where there is none worth a link."""
    found = [one for one in _compare(a, b, rarity) if one.confidence >= LEAST]
    return max(found, key=lambda one: one.confidence, default=None)


def _one_within_other(a: Utterance, b: Utterance) -> bool:
    return a.source.id == b.source.id and a.span.overlaps(b.span)


def _rank(one: Finding) -> tuple[float, str, int, str, int, str]:
    return (
        -one.confidence,
        one.a.source.order,
        one.a.span.start,
        one.b.source.order,
        one.b.span.start,
        one.relation,
    )


def _strongest(found: Iterable[Finding], readable: int, accepted: frozenset[str]) -> Iterator[Finding]:
    """Figures all, of the others as many as can be read, in all and a statement; no words linked twice.

    Those whose ids are ``accepted`` come whatever the room.
    """
    given: dict[bool, int] = defaultdict(int)
    shown: dict[tuple[str, str], int] = defaultdict(int)
    kept: dict[tuple[str, str, str], list[tuple[Span, Span]]] = defaultdict(list)
    for one in sorted(found, key=_rank):
        sides = sorted((one.a, one.b), key=lambda side: side.place)
        group = (one.relation, sides[0].source.id, sides[1].source.id)
        spans = sides[0].span, sides[1].span
        if accepted and _link_id(one) in accepted:
            yield one
            continue
        if any(first.overlaps(spans[0]) and second.overlaps(spans[1]) for first, second in kept[group]):
            continue
        keys = [(side.statement.id, one.relation) for side in sides]
        agreeing = one.relation == "corroborates"
        most = AGREEMENTS if agreeing else DISAGREEMENTS
        room = given[agreeing] < readable and all(shown[key] < most for key in keys)
        if one.kind in _FIGURES or room:
            given[agreeing] += 1
            for key in keys:
                shown[key] += one.kind not in _FIGURES
            kept[group].append(spans)
            yield one


def _link_id(one: Finding) -> str:
    return ids.link(one.relation, one.kind, one.a.statement.id, one.b.statement.id)


def _link(one: Finding, family: Mapping[str, str], run: str, effects: Effects) -> Link:
    a, b, a_words, b_words = one.a, one.b, one.a_words, one.b_words
    if (b.source.id, b_words.start) < (a.source.id, a_words.start):
        a, b, a_words, b_words = b, a, b_words, a_words
    return Link(
        id=_link_id(one),
        a=a.statement.id,
        b=b.statement.id,
        relation=one.relation,
        kind=one.kind,
        reason=one.reason,
        a_span=place(a, a_words),
        b_span=place(b, b_words),
        independent=are_independent(a, b, family),
        confidence=round(min(0.99, one.confidence), 3),
        run=run,
        standing=effects.standing(_link_id(one)),
    )


def are_independent(a: Utterance, b: Utterance, family: Mapping[str, str]) -> bool:
    """Two voices, and not one text printed twice."""
    if a.voice == b.voice:
        return False
    printed_twice = a.source.id != b.source.id and family.get(a.source.id) == family.get(b.source.id)
    return not (printed_twice and a.statement.mode == b.statement.mode == "own")
