"""A text that answers what it reports: others' argument, or a doubt its author raises himself."""

from sayso.align.finding import Finding, quote
from sayso.align.utterance import Utterance
from sayso.align.wording import closed_class

#: An answer follows within so many characters, and points back with one of its first words.
NEAR, FIRST = 80, 3


def compare_answers(a: Utterance, b: Utterance) -> Finding | None:
    """Does the later of two statements of one passage dispute the earlier?"""
    earlier, later = (a, b) if a.span.start < b.span.start else (b, a)
    together = a.statement.segment == b.statement.segment and a.source.id == b.source.id
    gap = later.span.start - earlier.span.end
    if not together or later.statement.mode != "own" or not 0 <= gap <= NEAR:
        return None
    if earlier.statement.mode != "own" and earlier.voice != later.voice and _disputes(later):
        verb = "disputes what"
    elif earlier.statement.mode == "own" and _seems(earlier) and _turns_back(later, gap):
        verb = "takes up and turns what"
    else:
        return None
    said = later.statement.voice_name, earlier.statement.voice_name
    reason = f"{said[0]} {verb} {said[1]} says: {quote(later, later.span, 80)}."
    return Finding(earlier, later, "rebuts", None, reason, earlier.span, later.span, 0.66)


def _plain(utterance: Utterance) -> list[str]:
    return utterance.statement.text.lower().replace(",", " ").replace(".", " ").split()


def _disputes(utterance: Utterance) -> bool:
    """ "Such an argument ignores …", "He is mistaken"."""
    words = _plain(utterance)
    return bool(set(words[:FIRST]) & closed_class("pointing")) and bool(
        set(words) & closed_class("disputing")
    )


def _seems(utterance: Utterance) -> bool:
    """ "This may seem contradictory"."""
    return bool(set(_plain(utterance)) & closed_class("seeming"))


def _turns_back(utterance: Utterance, gap: int) -> bool:
    """Opens with "but" or the like, in the statement or right before it."""
    start = utterance.span.start
    lead = utterance.source.text[max(0, start - min(gap, 12)) : start].lower().split()
    return bool({*lead[-1:], *_plain(utterance)[:1]} & closed_class("contrast"))
