"""How likely a reading of a cue is an attribution: counted probabilities, weighed with its surroundings."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from math import exp
from typing import NamedTuple

from sayso.extract.animacy import NAMES
from sayso.extract.attribution.content import Candidate
from sayso.extract.attribution.counts import CueCounts, Key, logit
from sayso.extract.attribution.cue import lemma_of
from sayso.extract.attribution.page import Page
from sayso.extract.attribution.source import Source, beside, is_nobodys, is_own_voice, source_of
from sayso.extract.attribution.speech import carried
from sayso.extract.attribution.tree import Range, first_word, governor, shared, size, trimmed
from sayso.lexicons import table
from sayso.parse import ParsedDocument

_MODAL = frozenset({"would", "could", "should", "may", "might", "must", "can", "will", "'d", "'ll"})
_SIZES = (1, 2, 4, 8, 16, 32)


class Reading(NamedTuple):
    """A candidate with its source, its final content, and the counts it is looked up under."""

    candidate: Candidate
    source: Source
    content: tuple[Range, ...]
    key: Key


def readings_of(page: Page, found: Iterator[Candidate]) -> Iterator[Reading]:
    """Candidates with their sources, contents grown to whole quotations."""
    parsed = page.parsed
    sources: dict[int, Source] = {}
    for candidate in found:
        cue = candidate.cue
        content = carried(page, cue, page.snapped(cue, candidate.content))
        if not content or any(start <= cue < end for start, end in content):
            continue
        if candidate.construction.endswith("-first") and parsed.tokens[content[-1][1] - 1].pos == "CCONJ":
            continue  # "the mayor left, but the union says so"
        content = closed(parsed, content)
        if cue not in sources:
            sources[cue] = source_of(page, candidate)
        source = sources[cue]
        if source.head is not None and shared(source.pieces, content) == size(source.pieces):
            source = beside(parsed, cue, content)
        if is_own_voice(page, cue, source) or is_nobodys(page, cue, source):
            continue
        if page.enclosed(cue) and not page.nested(content):
            continue
        token = parsed.tokens[cue]
        pos = "VERB" if token.pos == "AUX" else token.pos
        yield Reading(candidate, source, content, (lemma_of(parsed, cue), pos, candidate.construction))


def closed(parsed: ParsedDocument, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """Content without a conjunction left hanging at its end."""
    start, end = content[-1]
    if parsed.tokens[end - 1].pos != "CCONJ":
        return content
    last = trimmed(parsed, start, end - 1)
    return (*content[:-1], last) if last else content


class Case(NamedTuple):
    """A reading with what its word was counted for, beside the other readings of the same cue.

    ``counted`` and ``word`` are log odds, ``agreed`` how many more constructions lead to the same
    content, ``rival`` the log odds of the best reading that leads to another, ``held`` by what
    dependency the cue hangs on a likelier cue ("free" where there is none), ``noun`` the log odds of
    the source's noun being one.
    """

    reading: Reading
    counted: float
    word: float
    agreed: int
    rival: float
    held: str
    noun: float


Less = tuple[int, int, int, int]
_NO_RIVAL = -6.0
_LIKELY = 0.5


def no_less(reading: Reading) -> Less:
    """Nothing to take off the counts: the document was not among those counted."""
    return (0, 0, 0, 0)


def _held(parsed: ParsedDocument, counts: CueCounts, cue: int) -> str:
    """How the cue's clause hangs on a likelier cue: as what that one says, beside it, or not at all."""
    below, above = cue, governor(parsed, cue)
    while above != below:
        token = parsed.tokens[above]
        cued = token.pos in ("VERB", "NOUN", "ADJ")
        if cued and counts.word_probability(lemma_of(parsed, above), token.pos) > _LIKELY:
            return "conj" if below == cue and token.i != parsed.tokens[cue].head else parsed.tokens[below].dep
        below, above = above, governor(parsed, above)
    return "free"


def _noun(parsed: ParsedDocument, counts: CueCounts, reading: Reading) -> float:
    head = reading.source.head
    return 0.0 if head is None else counts.nouns.get(parsed.tokens[head].lemma.lower(), 0.0)


def cases(
    page: Page, counts: CueCounts, found: Iterator[Reading], less: Callable[[Reading], Less] = no_less
) -> Iterator[Case]:
    """Readings set against each other cue by cue, those with the same content made one.

    ``less`` gives what a reading's own document added to the counts of its key and its word.
    """
    for cue, readings in groupby(found, key=lambda reading: reading.candidate.cue):
        held = _held(page.parsed, counts, cue)
        best: dict[tuple[Range, ...], tuple[float, Reading]] = {}
        times: Counter[tuple[Range, ...]] = Counter()
        for reading in readings:
            odds = logit(counts.probability(reading.key, less(reading)[:2]))
            times[reading.content] += 1
            if reading.content not in best or odds > best[reading.content][0]:
                best[reading.content] = (odds, reading)
        ranked = sorted((odds for odds, _ in best.values()), reverse=True)
        for content, (odds, reading) in best.items():
            rival = ranked[1] if odds == ranked[0] and len(ranked) > 1 else ranked[0]
            word = logit(counts.word_probability(*reading.key[:2], less(reading)[2:]))
            yield Case(
                reading,
                odds,
                word,
                times[content] - 1,
                rival if len(ranked) > 1 else _NO_RIVAL,
                held,
                _noun(page.parsed, counts, reading),
            )


def source_kind(parsed: ParsedDocument, source: Source) -> str:
    """A coarse kind of source: a name's type, a pronoun, a noun, or nobody."""
    if source.head is None:
        return "absent"
    token = parsed.tokens[source.head]
    if token.pos == "PRON" or token.tag in ("PRP", "PRP$"):
        return "pronoun-" + token.lower
    if token.entity in NAMES:
        return token.entity.lower()
    return token.pos.lower()


def _bucket(number: int) -> int:
    return next((at for at, limit in enumerate(_SIZES) if number <= limit), len(_SIZES))


def _of_cue(parsed: ParsedDocument, reading: Reading) -> Iterator[str]:
    cue = parsed.tokens[reading.candidate.cue]
    pos = reading.key[1]
    yield f"tag={cue.tag}"
    yield f"dep={pos}/{cue.dep}"
    for at in cue.children:
        child = parsed.tokens[at]
        if child.dep == "neg":
            yield f"negated={pos}"
        elif child.dep == "aux" and child.lower in _MODAL:
            yield f"modal={child.lower}"
        elif child.dep == "auxpass":
            yield "passive"
    last = parsed.tokens[parsed.sentence_of(cue.i).end - 1]
    if last.text == "?":
        yield "question"


def _of_content(page: Page, reading: Reading) -> Iterator[str]:
    parsed, content = page.parsed, reading.content
    construction = reading.candidate.construction
    yield f"size={construction[:3]}/{_bucket(size(content))}"
    first = first_word(parsed, content[0])
    yield f"first={reading.key[1]}/{first.pos}"
    quoted = page.quoted(content)
    share = "none" if quoted == 0 else "some" if quoted < 0.5 else "most" if quoted < 0.95 else "all"
    yield f"quoted={construction[:5]}/{share}"
    if page.around(reading.candidate.cue) and not page.enclosed(reading.candidate.cue):
        yield "in-quotation"
        yield f"in-quotation={source_kind(parsed, reading.source)}"
    cue = reading.candidate.cue
    gap = min(max(start - cue, cue - end + 1) for start, end in content)
    yield f"gap={construction[:5]}/{_bucket(max(gap, 0))}"


def features(page: Page, case: Case) -> Iterator[tuple[str, float]]:
    """What speaks for and against a reading, as (name, strength)."""
    parsed, reading = page.parsed, case.reading
    _, pos, construction = reading.key
    yield "bias", 1.0
    yield "counted", case.counted
    yield "counted-word", case.word
    yield "rival", case.rival
    yield f"held={pos}/{case.held}", 1.0
    yield f"rank={'first' if case.counted >= case.rival else 'later'}", 1.0
    if case.agreed:
        yield f"agreed={construction[:5]}", 1.0
    yield f"construction={pos}/{construction}", 1.0
    kind = source_kind(parsed, reading.source)
    yield f"source={kind}", 1.0
    if kind == "pronoun-it":
        yield f"{kind[8:]}/{construction}", 1.0
    yield f"source={pos}/{reading.source.path}", 1.0
    yield f"source={pos}/{kind[:7]}", 1.0
    if reading.source.head is not None and parsed.tokens[reading.source.head].pos == "NOUN":
        yield "counted-source", case.noun
    for name in _of_cue(parsed, reading):
        yield name, 1.0
    for name in _of_content(page, reading):
        yield name, 1.0
    if page.passage(reading.candidate.cue)[0] == 0:
        yield f"title={pos}", 1.0


@cache
def weights() -> dict[str, float]:
    """The weight of every feature as shipped (``lexicons/attribution_weights.csv``)."""
    return {row["feature"]: float(row["weight"]) for row in table("attribution_weights")}


def confidence(page: Page, case: Case) -> float:
    """The probability of a reading, 0 to 1."""
    known = weights()
    total = sum(known.get(name, 0.0) * strength for name, strength in features(page, case))
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))
