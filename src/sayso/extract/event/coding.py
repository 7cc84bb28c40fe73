"""From clauses to codes: what the verb, its object, its tense and its polarity say together."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.extract.event.clause import Clause
from sayso.extract.event.codebook import COOPERATIVE, HOSTILE, SPEECH, codebook
from sayso.extract.event.role import actors, holds_name, joined, joined_between
from sayso.extract.event.status import clause_status, noun_status
from sayso.parse import ParsedDocument, Token
from sayso.records import Span
from sayso.records.figure import Plover, Status

_SAYING = frozenset(
    {"say", "announce", "declare", "state", "tell", "warn", "conclude", "add", "insist", "stress", "remind",
     "confirm", "decide", "issue", "note", "reveal"}
)  # fmt: skip
_READY = frozenset({"ready", "willing", "prepared", "plan", "intend", "prepare", "set"})
_TRYING = frozenset({"try", "attempt", "begin", "start", "continue", "resort", "help", "speed", "complete"})
#: How much a clause that hangs on another tells of what happened: purposes, conditions, descriptions.
_ASIDE = {"advcl": 0.5, "relcl": 0.65, "acl": 0.55}
#: Words before a noun that tell of no happening of its kind.
_UNTOLD = frozenset({"no", "any", "every", "possible", "potential", "future", "alleged", "further", "more"})
_RECIPROCAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})


@dataclass(frozen=True)
class Coding:
    """An event before its actors have names: tokens of actor and target, the words that tell it.

    ``confidence`` is how sure it is that this happened, ``reading`` that this is told, as ``status`` says.
    ``act`` is the code of what ``did`` names, before announcing or refusing it made another of it.
    """

    code: Plover
    head: int
    who: int | None
    to: int | None
    span: Span
    did: Span
    confidence: float
    nominal: bool = False
    reading: float = 0.0
    status: Status = "happened"
    act: Plover | None = None


def find_codings(parsed: ParsedDocument, supposed: bool = False) -> Iterator[Coding]:
    """The events of a document, verbs and nominals, in order of text; ``supposed``: those of conditions,
    questions and mere possibilities too."""
    book = codebook()
    for token in parsed.tokens:
        lemma = token.lemma.lower()
        if token.pos == "VERB" and (book.knows(lemma) or token.dep == "ccomp"):
            yield from _clause_codings(Clause(parsed, token.i), supposed)
        elif token.pos in ("NOUN", "PROPN") and lemma in book.nouns:
            yield from _nominal_codings(parsed, token, book.nouns[lemma], supposed)


def _clause_codings(clause: Clause, supposed: bool) -> Iterator[Coding]:
    """The event of a clause, one for each joined actor or pair of actors."""
    act = code_of(clause)
    code = act or ("REQUEST" if clause.necessary and _speaker(clause) is not None else None)
    if code is None or (clause.unreal and not supposed) or _is_order(clause):
        return
    who, to = actors(clause)
    confidence = reading = 0.9
    if code == "AGREE" and _harm_agreed(clause):
        code = "THREATEN"
    if clause.future or _is_ready(clause):
        code, confidence = _announced(code), 0.7
        reading = confidence
    if clause.negated:
        refused = clause.future or code == "AGREE"
        code, confidence = ("REJECT", 0.6) if refused else (code, 0.2)
        reading = min(reading, 0.6) if refused else reading
    if clause.necessary:
        speaker = _speaker(clause)
        code, who, to, confidence = "REQUEST", speaker, who, 0.6 if speaker is not None else 0.3
        reading = confidence
    if who is None and to is None and not clause.passive:
        return
    weight, status = _weight(clause, who, to), clause_status(clause)
    coding = Coding(code, clause.head, who, to, clause.span, _did(clause), confidence * weight)
    yield from _spread(clause.parsed, replace(coding, reading=reading * weight, status=status, act=act))


def code_of(clause: Clause) -> Plover | None:
    """The code of what a verb and its object name, whether done or not; null where the codebook has none."""
    book, lemma = codebook(), clause.verb.lemma.lower()
    if lemma == "help" and not clause.objects and not clause.passive:
        return None  # "helps to explain"
    if lemma == "call" and clause.objects and "off" not in clause.company:
        return "CONSULT" if _has_purpose(clause) else None  # "called the envoy to discuss", "called it home"
    code = book.code(lemma, clause.company)
    done = next((book.nouns[word] for word in _object_lemmas(clause) if word in book.nouns), None)
    if code is None and done and lemma in book.stop:
        return "SANCTION" if done in COOPERATIVE else "YIELD" if done in HOSTILE else None
    if code is None and done and lemma in book.light:
        return done
    return code


def _has_purpose(clause: Clause) -> bool:
    """Is it done in order to do something else, rather than naming something?"""
    deps = {child.dep for child in clause.children}
    return not deps & {"oprd", "ccomp"} and bool(deps & {"advcl", "xcomp"})


def _object_lemmas(clause: Clause) -> list[str]:
    tokens = clause.parsed.tokens
    objects = [clause.subject] if clause.passive and clause.subject is not None else list(clause.objects)
    return [tokens[at].lemma.lower() for at in objects]


def _is_ready(clause: Clause) -> bool:
    """Is it what somebody is ready, or has decided, to do?"""
    above = clause.governor
    return above is not None and clause.verb.dep == "xcomp" and above.lemma.lower() in _READY


def _is_order(clause: Clause) -> bool:
    """Is it an imperative ("let us look", "see below")?"""
    bare = clause.verb.tag == "VB" and not clause.helpers and clause.subject is None
    return bare and clause.verb.dep in ("ROOT", "conj")


def _harm_agreed(clause: Clause) -> bool:
    """Is what is promised or sworn a hostile act?"""
    return any(
        child.dep == "xcomp" and child.pos == "VERB" and code_of(Clause(clause.parsed, child.i)) in HOSTILE
        for child in clause.children
    )


def _announced(code: Plover) -> Plover:
    """Announcing an act is another act: cooperation is agreed to, harm is threatened."""
    if code in COOPERATIVE:
        return "AGREE"
    return "THREATEN" if code in HOSTILE else code


def _speaker(clause: Clause) -> int | None:
    """Who says that it must be done."""
    above = clause.governor
    if above is None or above.lemma.lower() not in _SAYING:
        return None
    return Clause(clause.parsed, above.i).subject


def _weight(clause: Clause, who: int | None, to: int | None) -> float:
    """Less for acts that are only spoken of in another act, or whose actors are not told."""
    weight = 1.0 if who is not None and to is not None else 0.8
    above, book = clause.complement_of, codebook()
    if above is None:
        return weight * (_ASIDE.get(clause.verb.dep, 1.0))
    lemma = above.lemma.lower()
    if lemma in _SAYING or lemma in _TRYING or lemma in _READY:
        return weight
    spoken = book.code(lemma, Clause(clause.parsed, above.i).company)
    if spoken in SPEECH or spoken in ("YIELD", "ACCUSE", "COERCE"):
        return 0.35 * weight
    return 0.8 * weight


def _did(clause: Clause) -> Span:
    """The verb with its particle and the head of its object."""
    tokens = clause.parsed.tokens
    last = max([clause.head, *(child.i for child in clause.children if child.dep == "prt")])
    for at in clause.objects:
        if tokens[at].dep == "dobj" and at > clause.head and at - clause.head < 12:
            last = max(last, at)
    return clause.parsed.span(clause.head, last + 1)


def _nominal_codings(parsed: ParsedDocument, token: Token, code: Plover, supposed: bool) -> Iterator[Coding]:
    """A noun that names an event: the visit of A to B, A's attack on B, talks between A and B."""
    who = parsed.child(token.i, "poss")
    to: int | None = None
    pair = joined_between(parsed, token.i)
    for at in token.children:
        preposition = parsed.tokens[at]
        thing = parsed.child(at, "pobj") if preposition.dep in ("prep", "agent") else None
        if thing is None:
            continue
        if preposition.lower in ("by", "between", "among") or (
            preposition.lower == "of" and not _done_to(code)
        ):
            who = thing
        elif preposition.lower in ("to", "on", "against", "with", "of", "from") or (
            preposition.lower == "in" and code in HOSTILE
        ):
            to = to if to is not None else thing
    if pair is not None:
        who, to = pair
    if who is not None and parsed.tokens[who].entity in ("DATE", "TIME"):
        who = None  # "Monday's visit"
    named = [at for at in (who, to) if at is not None and holds_name(parsed, at)]
    status = noun_status(parsed, token)
    untold = _is_imagined(parsed, token) and not (supposed and status != "happened")
    if not named or _told_by_verb(parsed, token) or untold:
        return
    reach = [token.i, *(at for at in (who, to) if at is not None)]
    ends = [parsed.tokens[at].right if at != token.i else at + 1 for at in reach]
    starts = [parsed.tokens[at].left if at != token.i else at for at in reach]
    span = parsed.span(min(starts), min(max(ends), parsed.sentence_of(token.i).end))
    confidence = 0.45 if who is not None and to is not None else 0.3
    did = Span(token.start, token.end)
    coding = Coding(code, token.i, who, to, span, did, confidence, True, confidence, status, code)
    yield from _spread(parsed, coding)


def _is_imagined(parsed: ParsedDocument, token: Token) -> bool:
    """Is it no happening but one denied, possible, or any of its kind ("no attack", "would risk a war")?"""
    tokens = parsed.tokens
    if any(tokens[at].lower in _UNTOLD for at in token.children):
        return True
    if tokens[token.head].lower in ("without", "against") and tokens[token.head].dep == "prep":
        return True
    verb = next((at for at in parsed.ancestors(token.i) if tokens[at].pos in ("VERB", "AUX")), None)
    return verb is not None and (Clause(parsed, verb).unreal or "would" in Clause(parsed, verb).helpers)


def _done_to(code: Plover) -> bool:
    """Does "the ... of X" name the one acted on (the occupation of X) rather than the actor?"""
    return code in HOSTILE or code in ("YIELD", "SUPPORT", "ACCUSE", "REJECT")


def _told_by_verb(parsed: ParsedDocument, token: Token) -> bool:
    """Is the noun the object of a verb that tells the same event (held a meeting)?"""
    head = parsed.tokens[token.head]
    return (
        token.dep in ("dobj", "nsubjpass")
        and head.pos == "VERB"
        and code_of(Clause(parsed, head.i)) is not None
    )


def _spread(parsed: ParsedDocument, coding: Coding) -> Iterator[Coding]:
    """One event for each actor joined by "and"; those joined face each other where nobody else is named."""
    acting = [at for at in joined(parsed, coding.who) if at != coding.to]
    nobody = coding.to is None or not holds_name(parsed, coding.to)
    if nobody and len(acting) == 2 and coding.code in _RECIPROCAL:
        yield replace(coding, who=acting[0], to=acting[1])
        return
    everyone: list[int | None] = [*acting] or [None]
    for who in everyone:
        yield replace(coding, who=who)
