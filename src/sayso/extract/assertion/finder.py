"""From parsed text to own assertions."""

from collections.abc import Iterable

from sayso.extract.assertion.clause import Clause, clauses, is_finite, subject_of, words
from sayso.extract.assertion.shape import Assertion
from sayso.extract.assertion.worth import worth
from sayso.extract.attribution import Attribution
from sayso.parse import ParsedDocument, Sentence
from sayso.records import Span, Spans

_LEAST_WORTH = 0.08
_FEWEST_WORDS = 3
_ASKS_FOR_A_REASON = frozenset({"why"})


def find_assertions(parsed: ParsedDocument, attributions: tuple[Attribution, ...]) -> tuple[Assertion, ...]:
    """The own statements of every speaker, in order of text; what is attributed to others is left out."""
    told = _Told(parsed, attributions)
    found: dict[Spans, Assertion] = {}
    for sentence in parsed.sentences:
        for clause in clauses(parsed, sentence):
            assertion = _assertion(parsed, sentence, clause, told)
            if assertion:
                found.setdefault(assertion.content, assertion)
    return tuple(sorted(found.values(), key=lambda one: (one.content, one.head)))


class _Told:
    """Which tokens attributions have taken: ``content`` what others say, ``frame`` who says it and how."""

    def __init__(self, parsed: ParsedDocument, attributions: Iterable[Attribution]) -> None:
        self.content: set[int] = set()
        self.cue: set[int] = set()
        self.source: set[int] = set()
        for one in attributions:
            for spans, where in ((one.content, self.content), (one.cue, self.cue), (one.source, self.source)):
                for span in spans:
                    where |= set(parsed.tokens_in(span))


def _assertion(parsed: ParsedDocument, sentence: Sentence, clause: Clause, told: _Told) -> Assertion | None:
    if clause.head in told.content:
        return None
    kept = [at for at in clause.tokens if at not in told.content]
    if clause.head in told.cue or told.content & set(clause.tokens):
        rest = [at for at in kept if at not in told.cue and at not in told.source and _is_content(parsed, at)]
        if len(rest) < _FEWEST_WORDS:
            return None
        if clause.head in told.cue:
            kept = list(clause.tokens)
    if clause.kind == "verbless":
        return _verbless(parsed, sentence, kept)
    if not _is_assertive(parsed, sentence, clause):
        return None
    return _made(parsed, kept, clause.head, _LEAST_WORTH)


def _is_content(parsed: ParsedDocument, at: int) -> bool:
    return parsed.tokens[at].pos in ("NOUN", "PROPN", "VERB", "NUM", "ADJ")


def _is_assertive(parsed: ParsedDocument, sentence: Sentence, clause: Clause) -> bool:
    """Does a clause put a proposition forward (a question may), rather than ask, order or greet?"""
    tokens = parsed.tokens
    subject = subject_of(parsed, clause.head)
    if clause.kind in ("main", "coordinate") and (subject is None or not is_finite(parsed, clause.head)):
        return False
    if tokens[clause.head].lemma in words("courtesy"):
        return False
    if tokens[sentence.end - 1].text == "?" and clause.kind != "relative":
        asked = [tokens[at] for at in clause.tokens if tokens[at].tag in ("WDT", "WP", "WP$", "WRB")]
        return all(token.lower in _ASKS_FOR_A_REASON for token in asked)
    return True


def _verbless(parsed: ParsedDocument, sentence: Sentence, kept: list[int]) -> Assertion | None:
    """A sentence without a verb that still says something: "Riverton: the county's largest employer"."""
    tokens = parsed.tokens
    colon = next((at for at in kept if tokens[at].text == ":"), None)
    if colon is None:
        return None
    before = [at for at in kept if at < colon and tokens[at].text[0].isalnum()]
    after = [at for at in kept if at > colon and tokens[at].text[0].isalnum()]
    credit = any(tokens[at].lower in words("credit") for at in before)
    if not before or not after or credit or len(before) > 6:
        return None
    return _made(parsed, kept, after[0], 0.0)


def _made(parsed: ParsedDocument, kept: list[int], head: int, least: float) -> Assertion | None:
    content = pieces(parsed, kept)
    counted = sum(parsed.tokens[at].text[0].isalnum() for at in kept)
    value = worth(parsed, kept)
    if not content or counted < _FEWEST_WORDS or value < least:
        return None
    return Assertion(content, head, round(value, 3))


def pieces(parsed: ParsedDocument, kept: list[int]) -> Spans:
    """The tokens as spans, each without punctuation and conjunctions at its ends."""
    runs: list[list[int]] = []
    for at in kept:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return tuple(span for run in runs if (span := _trimmed(parsed, run)) is not None)


def _trimmed(parsed: ParsedDocument, run: list[int]) -> Span | None:
    tokens = parsed.tokens
    while run and (tokens[run[0]].dep == "cc" or _is_loose(parsed, run[0])):
        run = run[1:]
    while run and (tokens[run[-1]].dep == "cc" or _is_loose(parsed, run[-1])):
        run = run[:-1]
    return parsed.span(run[0], run[-1] + 1) if run else None


def _is_loose(parsed: ParsedDocument, at: int) -> bool:
    return not any(character.isalnum() or character in "%$€£°)”\"'" for character in parsed.tokens[at].text)
