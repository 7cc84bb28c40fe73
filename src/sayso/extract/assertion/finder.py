"""From parsed text to own assertions."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from sayso.extract.assertion.clause import Clause, clauses
from sayso.extract.assertion.courtesy import is_courtesy, is_insult, salutation
from sayso.extract.assertion.distribution import distributed
from sayso.extract.assertion.grammar import CLAUSAL, is_finite, is_order, is_word, subject_of, words
from sayso.extract.assertion.shape import Assertion
from sayso.extract.assertion.told import Told
from sayso.extract.assertion.trim import pieces
from sayso.extract.assertion.worth import worth
from sayso.extract.attribution import Attribution
from sayso.extract.predicate import Predicate
from sayso.lexicons.listing import listed
from sayso.parse import ParsedDocument, Sentence
from sayso.records import Spans


class _Least(NamedTuple):
    """How much words must be worth checking, by the rules and by the network."""

    rules: float
    network: float


#: A clause, one of a comment, one in which people talk of themselves and each other, and a fragment. Of sixty
#: articles kept from fitting the network's bounds leave out 3, 5, 9 and 19 sentences of a hundred.
_LEAST_WORTH = _Least(0.015, 0.004)
_LEAST_WORTH_OF_A_COMMENT = _Least(0.03, 0.008)
_LEAST_WORTH_OF_TALK = _Least(0.06, 0.025)
_LEAST_WORTH_OF_A_FRAGMENT = _Least(0.2, 0.12)
_ANYTHING = _Least(0.0, 0.0)
_FEWEST_WORDS = 3
_LONGEST_SENTENCE = 600
_LONGEST_LABEL = 6
_ASKS_FOR_A_REASON = frozenset({"why"})
_SAID = frozenset({"dobj", "ccomp", "xcomp", "prep", "oprd", "attr", "acomp", "neg"})
_TALK = frozenset({"i", "you"})
_TERSE = frozenset({"title", "caption", "bio", "comment"})


def find_assertions(parsed: ParsedDocument, attributions: tuple[Attribution, ...]) -> tuple[Assertion, ...]:
    """The own statements of every speaker, in order of text; what is attributed to others is left out."""
    told = Told(parsed, attributions)
    found: dict[Spans, Assertion] = {}
    for sentence in parsed.sentences:
        if sentence.end - sentence.start > _LONGEST_SENTENCE:
            continue  # no sentence but a run of text; cutting it takes the square of its length
        for assertion in _of_sentence(parsed, sentence, told):
            found.setdefault(assertion.content, assertion)
    return tuple(sorted(found.values(), key=lambda one: (one.content, one.head)))


def _of_sentence(parsed: ParsedDocument, sentence: Sentence, told: Told) -> Iterator[Assertion]:
    none = True
    greeting = salutation(parsed, sentence)
    for whole in clauses(parsed, sentence):
        spoken = (
            whole.tokens if whole.kind == "relative" else [at for at in whole.tokens if at not in greeting]
        )
        clause = replace(whole, tokens=tuple(spoken))
        for assertion in _of_clause(parsed, sentence, clause, told):
            none = False
            yield assertion
    if none and (fragment := _fragment(parsed, sentence, told)):
        yield fragment


def _of_clause(parsed: ParsedDocument, sentence: Sentence, clause: Clause, told: Told) -> Iterator[Assertion]:
    head, left = told.left(clause.head, clause.tokens)
    if not left:
        return
    for label in _labels(parsed, left):
        if made := _made(parsed, label, label[-1], _ANYTHING):
            yield made
        left = tuple(at for at in left if at not in label)
    if clause.kind == "verbless" or not _is_assertive(parsed, sentence, clause):
        return
    for part in distributed(parsed, head, left):
        if made := _made(parsed, part, head, _least(parsed, sentence, head)):
            yield made


def _least(parsed: ParsedDocument, sentence: Sentence, head: int) -> _Least:
    """How worthwhile a clause must be: more where people talk of themselves and each other."""
    comment = parsed.segments[sentence.segment].kind == "comment"
    subject, thought = subject_of(parsed, head), _thought(parsed, head)
    if subject is not None and parsed.tokens[subject].lower in _TALK:
        return _LEAST_WORTH if comment and thought is not None else _LEAST_WORTH_OF_TALK
    return _LEAST_WORTH_OF_A_COMMENT if comment else _LEAST_WORTH


def _thought(parsed: ParsedDocument, head: int) -> int | None:
    """What the speaker thinks of something named, in "I think the dam leaks"."""
    found = Predicate(parsed, head, frozenset())
    if not found.in_first_person or found.lemma not in listed("modality", "hedge", "first_person"):
        return None
    thought = parsed.child(head, "ccomp")
    subject = subject_of(parsed, thought) if thought is not None else None
    return thought if subject is not None and parsed.tokens[subject].pos in ("NOUN", "PROPN") else None


def _is_assertive(parsed: ParsedDocument, sentence: Sentence, clause: Clause) -> bool:
    """Does a clause put a proposition forward (a question may), rather than ask, order or greet?"""
    tokens = parsed.tokens
    if is_courtesy(parsed, clause.head) or is_insult(parsed, clause.head):
        return False
    if clause.kind in ("main", "coordinate") and not _is_predicated(parsed, sentence, clause.head):
        return False
    if _only_vouches(parsed, clause.head) or _only_says(parsed, clause):
        return False
    if tokens[sentence.end - 1].text == "?" and clause.kind != "relative":
        asked = [tokens[at] for at in clause.tokens if tokens[at].tag in ("WDT", "WP", "WP$", "WRB")]
        return all(one.lower in _ASKS_FOR_A_REASON for one in asked)
    return True


def _only_vouches(parsed: ParsedDocument, head: int) -> bool:
    """``I know that ...``, ``do you know that ...``: what is known is a statement of its own, that somebody
    present knows it is none."""
    subject = subject_of(parsed, head)
    first = subject is not None and parsed.tokens[subject].lower in ("i", "we", "you")
    known = parsed.child(head, "ccomp")
    factive = parsed.tokens[head].lemma in words("factive")
    return first and factive and known is not None and is_finite(parsed, known)


def _only_says(parsed: ParsedDocument, clause: Clause) -> bool:
    """``the paper reports``: is what was said elsewhere?"""
    if parsed.tokens[clause.head].lemma not in words("saying"):
        return False
    below = parsed.tokens[clause.head].children
    return not any(at in clause.tokens and parsed.tokens[at].dep in _SAID for at in below)


def _is_predicated(parsed: ParsedDocument, sentence: Sentence, head: int) -> bool:
    """Has the predicate tense and a subject? Comments and headlines may leave the subject out, and
    "let us" says what the speaker wants done."""
    if parsed.tokens[head].lemma.lower() == "let" and Predicate(parsed, head, frozenset()).invites:
        return True
    if not is_finite(parsed, head):
        return False
    if subject_of(parsed, head) is not None:
        return True
    terse = parsed.segments[sentence.segment].kind in _TERSE
    return terse and parsed.tokens[head].tag == "VBD" and parsed.child(head, "dobj") is not None


def _labels(parsed: ParsedDocument, left: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Verbless equations inside a clause: "Riverton: the county's largest employer", "Norland: zero"."""
    tokens = parsed.tokens
    for place, at in enumerate(left):
        if tokens[at].text != ":":
            continue
        before = _run(parsed, left[:place][::-1])[::-1]
        after = _run(parsed, left[place + 1 :])
        named = any(tokens[i].pos in ("PROPN", "NOUN") for i in before)
        credit = any(tokens[i].lower in words("credit") for i in before)
        verbs = any(tokens[i].pos in CLAUSAL and is_finite(parsed, i) for i in (*before, *after))
        told = any(tokens[i].pos in ("NOUN", "NUM", "PROPN") for i in after)
        told = told and (len(after) > 2 or any(tokens[i].pos == "NUM" for i in after))
        if before and after and named and told and not credit and not verbs and len(before) <= _LONGEST_LABEL:
            yield (*before, at, *after)


def _run(parsed: ParsedDocument, row: tuple[int, ...]) -> tuple[int, ...]:
    """The tokens up to the next punctuation that ends a phrase."""
    kept = []
    for at in row:
        if parsed.tokens[at].text in (",", ";", ":", "."):
            break
        kept.append(at)
    return tuple(kept)


def _fragment(parsed: ParsedDocument, sentence: Sentence, told: Told) -> Assertion | None:
    """A whole sentence whose grammar was not understood, where it looks much like a claim."""
    tokens = parsed.tokens[sentence.start : sentence.end]
    kind = parsed.segments[sentence.segment].kind
    root = next((token.i for token in tokens if token.head == token.i), sentence.start)
    closed = tokens[-1].text in (".", "!") or kind == "comment"
    taken = told.content | told.cue
    if kind == "title" or not closed or is_order(parsed, root) or any(token.i in taken for token in tokens):
        return None
    greets = tokens[0].lower in words("courtesy") or is_courtesy(parsed, root)
    if greets or not any(token.pos in CLAUSAL for token in tokens):
        return None
    whole = tuple(token.i for token in tokens)
    return _made(parsed, whole, root, _LEAST_WORTH_OF_A_FRAGMENT)


def _made(parsed: ParsedDocument, kept: tuple[int, ...], head: int, least: _Least) -> Assertion | None:
    content = pieces(parsed, kept)
    counted = sum(is_word(parsed.tokens[at]) for at in kept)
    value = worth(parsed, kept)
    fewest = 2 if least is _ANYTHING else _FEWEST_WORDS
    if not content or counted < fewest or value < (least.network if parsed.marks else least.rules):
        return None
    return Assertion(content, head, round(value, 3))
