"""Whether content is asserted, denied or asked, and how firmly: rules over its predicate and its cue."""

from functools import cache

from sayso.extract.predicate import Predicate, predicate_of
from sayso.lexicons import lexicon
from sayso.parse import ParsedDocument
from sayso.records import Spans
from sayso.records.statement import Modality, Polarity

__all__ = ["modality", "polarity"]


def polarity(parsed: ParsedDocument, content: Spans, cue: Spans = (), head: int | None = None) -> Polarity:
    """What is done with the proposition in ``content``; ``head`` is its predicate where known."""
    said = _lemmas(parsed, cue)
    if _any(said, "question", "cues"):
        return "questions"
    found = predicate_of(parsed, content, head)
    if found is None:
        return "asserts"
    if _is_asked(found, cue):
        return "questions"
    against = _is_negated(found) != _any(said, "denial", "cues")
    return "denies" if against or _is_ironic(found, cue) else "asserts"


def modality(
    parsed: ParsedDocument, content: Spans, cue: Spans = (), source: Spans = (), head: int | None = None
) -> Modality:
    """How firmly the proposition in ``content`` is put."""
    said = _lemmas(parsed, cue)
    found = predicate_of(parsed, content, head)
    if found is not None and _is_supposed(found, cue):
        return "hypothetical"
    if _any(said, "norm", "cues") or (found is not None and _is_demanded(found)):
        return "normative"
    passive = any(parsed.tokens[at].dep == "auxpass" for span in cue for at in parsed.tokens_in(span))
    if _any(said, "hedge", "cues") or ((passive or not source) and _any(said, "hedge", "passives") and cue):
        return "hedged"
    if _any(_lemmas(parsed, source), "hedge", "sources"):
        return "hedged"
    return "hedged" if found is not None and _is_hedged(found) else "certain"


@cache
def _listed(group: str, name: str) -> frozenset[str]:
    return frozenset(lexicon("modality")[group][name])


def _lemmas(parsed: ParsedDocument, spans: Spans) -> str:
    """The lemmas of some words, with a space before and after each."""
    return f" {' '.join(parsed.tokens[at].lemma.lower() for span in spans for at in parsed.tokens_in(span))} "


def _any(text: str, group: str, name: str) -> bool:
    return any(f" {phrase} " in text for phrase in _listed(group, name))


def _is_asked(found: Predicate, cue: Spans) -> bool:
    if found.ends_with_question_mark:
        return True
    return bool(cue) and found.mark in _listed("question", "marks")


def _is_negated(found: Predicate) -> bool:
    text = found.text
    if _any(text, "denial", "verdicts") and found.opens_with_it:
        return True
    count = 0
    for at in found.reach:
        token = found.tokens[at]
        if token.lower not in _listed("denial", "words"):
            continue
        after = found.tokens[at + 1].lower if at + 1 < len(found.tokens) else ""
        before = found.tokens[at - 1].lower if at else ""
        if after in _listed("denial", "additive") or (before == "or" and token.lower == "no"):
            continue
        count += 1
    return bool(count % 2) or _any(text, "denial", "phrases")


def _is_ironic(found: Predicate, cue: Spans) -> bool:
    """Scare quotes around the predicate: ``then became "tolerant"``."""
    return not cue and found.lemma in _listed("denial", "copulas") and found.complement_in_quotes


def _is_supposed(found: Predicate, cue: Spans) -> bool:
    if found.is_conditioned(_listed("hypothesis", "marks")) or _any(found.text, "hypothesis", "phrases"):
        return True
    modal = found.modal(_listed("hypothesis", "modals"))
    return modal is not None and not cue and found.lemma not in _listed("hypothesis", "polite")


def _is_demanded(found: Predicate) -> bool:
    modal = found.modal(_listed("norm", "modals"))
    if modal is not None and not (modal == "must" and found.is_perfect):
        return True
    if found.lemma in _listed("norm", "verbs") and found.takes_infinitive and not found.is_past:
        return True
    if found.complement_lemmas & _listed("norm", "adjectives") and found.takes_infinitive:
        return True
    return _any(found.words, "norm", "phrases")


def _is_hedged(found: Predicate) -> bool:
    if found.modal(_listed("hedge", "modals")) is not None:
        return True
    near = {found.tokens[at].lower for at in found.reach}
    if near & _listed("hedge", "adverbs") or found.complement_lemmas & _listed("hedge", "adjectives"):
        return True
    if found.lemma in _listed("hedge", "seeming") and found.takes_infinitive:
        return True
    if found.is_passive and found.lemma in _listed("hedge", "passives") and found.takes_infinitive:
        return True
    if found.in_first_person and found.lemma in _listed("hedge", "first_person"):
        return True
    return _any(found.words, "hedge", "phrases")
