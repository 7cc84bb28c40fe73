"""Whether content is asserted, denied or asked, and how firmly: rules over its predicate and its cue."""

from sayso.extract.condition import is_asked_about, is_conditioned
from sayso.extract.negation import is_negated, negators
from sayso.extract.predicate import Predicate, predicate_of
from sayso.lexicons.listing import has_phrase, listed
from sayso.parse import ParsedDocument
from sayso.records import Spans
from sayso.records.statement import Modality, Polarity

__all__ = ["firmness", "is_negated", "modality", "polarity"]


def polarity(parsed: ParsedDocument, content: Spans, cue: Spans = (), head: int | None = None) -> Polarity:
    """What is done with the proposition in ``content``; ``head`` is its predicate where known."""
    said = _lemmas(parsed, cue)
    if has_phrase(said, "modality", "question", "cues"):
        return "questions"
    found = predicate_of(parsed, content, head)
    if found is None:
        return "asserts"
    if _is_asked(found, cue):
        return "questions"
    rejected = has_phrase(said, "modality", "denial", "cues")
    if is_negated(found) != (rejected and not _is_negated_cue(parsed, cue)):
        return "denies"
    return "denies" if _is_ironic(found, cue) else "asserts"


def modality(
    parsed: ParsedDocument, content: Spans, cue: Spans = (), source: Spans = (), head: int | None = None
) -> Modality:
    """How firmly the proposition in ``content`` is put, by whoever says it."""
    found = predicate_of(parsed, content, head)
    own = firmness(found, bool(cue)) if found is not None else "certain"
    if own in ("hypothetical", "normative"):
        return own
    said = _lemmas(parsed, cue)
    if has_phrase(said, "modality", "norm", "cues"):
        return "normative"
    unnamed = not source or any(
        parsed.tokens[at].dep == "auxpass" for span in cue for at in parsed.tokens_in(span)
    )
    if has_phrase(said, "modality", "hedge", "cues"):
        return "hedged"
    if cue and unnamed and has_phrase(said, "modality", "hedge", "passives"):
        return "hedged"
    if has_phrase(_lemmas(parsed, source), "modality", "hedge", "sources"):
        return "hedged"
    return own


def firmness(found: Predicate, reported: bool = False) -> Modality:
    """How firmly a predicate is put by the words around it; ``reported`` where a cue governs it, whose
    past tense may have turned "will" into "would"."""
    if has_phrase(found.nearby, "modality", "norm", "advice"):
        return "normative"
    if _is_supposed(found, reported):
        return "hypothetical"
    if _is_demanded(found):
        return "normative"
    return "hedged" if _is_hedged(found) else "certain"


def _lemmas(parsed: ParsedDocument, spans: Spans) -> str:
    """The lemmas of some words, with a space before and after each."""
    return f" {' '.join(parsed.tokens[at].lemma.lower() for span in spans for at in parsed.tokens_in(span))} "


def _is_negated_cue(parsed: ParsedDocument, cue: Spans) -> bool:
    """``did not deny``, ``nobody denies``"""
    inside = [at for span in cue for at in parsed.tokens_in(span)]
    return any(
        negators(Predicate(parsed, at, frozenset())) % 2 == 1
        for at in inside
        if parsed.tokens[at].pos == "VERB"
    )


def _is_asked(found: Predicate, cue: Spans) -> bool:
    if found.ends_with_question_mark:
        return True
    if cue:
        return is_asked_about(found)
    return any(
        is_asked_about(Predicate(found.parsed, child.i, found.inside))
        for child in found.children
        if child.dep == "ccomp" and found.lemma == "know" and is_negated(found)
    )


def _is_ironic(found: Predicate, cue: Spans) -> bool:
    """Scare quotes around the predicate: ``then became "tolerant"``."""
    if cue or found.lemma not in listed("modality", "denial", "copulas") or not found.complement_in_quotes:
        return False
    return not found.subject_lemmas & listed("modality", "denial", "wordings")


def _is_supposed(found: Predicate, reported: bool) -> bool:
    if is_conditioned(found) or _is_order_to_suppose(found):
        return True
    if has_phrase(found.nearby, "modality", "hypothesis", "phrases"):
        return True
    modal = found.modal(listed("modality", "hypothesis", "modals"))
    if modal is None or found.lemma in listed("modality", "hypothesis", "polite"):
        return False
    return not reported or found.lemma in listed("modality", "hypothesis", "effects")


def _is_order_to_suppose(found: Predicate) -> bool:
    """``suppose the bridge falls``"""
    bare = found.tokens[found.head].tag == "VB" and not found.subject_lemmas
    takes = any(child.dep == "ccomp" for child in found.children)
    return bare and takes and found.lemma in listed("modality", "hypothesis", "orders")


def _is_demanded(found: Predicate) -> bool:
    modal = found.modal(listed("modality", "norm", "modals"))
    if modal is not None and not (modal == "must" and found.is_perfect):
        return True
    if found.lemma in listed("modality", "norm", "verbs") and found.leads_to_infinitive and not found.is_past:
        return True
    if _is_obliged(found) or _is_blessed(found):
        return True
    if found.lemma in listed("modality", "norm", "inviting") and found.invites:
        return True
    if found.complement_lemmas & listed("modality", "norm", "adjectives") and found.complement_has_infinitive:
        return True
    return has_phrase(found.nearby, "modality", "norm", "phrases")


def _is_obliged(found: Predicate) -> bool:
    """``is supposed to``; ``are urged to``, but not ``were urged to``, which tells what happened"""
    if not found.is_passive or not found.has_infinitive:
        return False
    now = any(child.dep == "auxpass" and child.tag in ("VBZ", "VBP") for child in found.children)
    appealed = now and found.lemma in listed("modality", "norm", "appeals")
    return appealed or found.lemma in listed("modality", "norm", "passives")


def _is_blessed(found: Predicate) -> bool:
    """``may they live in peace``"""
    first = found.tokens[found.parsed.sentence_of(found.head).start]
    return first.lower == "may" and first.dep == "aux" and first.head == found.head


def _is_hedged(found: Predicate) -> bool:
    if found.modal(listed("modality", "hedge", "modals")) is not None:
        return True
    adjectives = listed("modality", "hedge", "adjectives")
    near = {found.tokens[at].lower for at in found.reach}
    if near & listed("modality", "hedge", "adverbs"):
        return True
    if found.complement_lemmas & adjectives or found.tokens[found.head].lower in adjectives:
        return True
    if found.lemma in listed("modality", "hedge", "seeming") and found.complement_has_infinitive:
        return True
    if found.is_passive and _leaves_open(found):
        return True
    if found.in_first_person and found.lemma in listed("modality", "hedge", "first_person"):
        return True
    return has_phrase(found.nearby, "modality", "hedge", "phrases")


def _leaves_open(found: Predicate) -> bool:
    """``is said to``, ``was suspected``"""
    if found.lemma in listed("modality", "hedge", "doubting"):
        return True
    open_ = found.has_infinitive or (found.is_impersonal and any(c.dep == "ccomp" for c in found.children))
    return open_ and found.lemma in listed("modality", "hedge", "passives")
