"""Statements that answer another: a comment its article or another comment, an author those he writes of."""

from sayso.align.compare.text import Likeness
from sayso.align.finding import Finding, around, quote
from sayso.align.utterance import Utterance
from sayso.align.wording import is_negated, stemmed_class
from sayso.records import Span

_YOU = frozenset({"you", "your"})


def compare_replies(a: Utterance, b: Utterance, like: Likeness) -> Finding | None:
    """Does one of them take up the other's words or speak to its voice, within one document?"""
    if a.source.id != b.source.id or a.voice == b.voice:
        return None
    earlier, later = (a, b) if a.span.start < b.span.start else (b, a)
    if not (later.segment and later.segment.kind == "comment"):
        return None
    echoed = _echo(later, earlier)
    turned = _turns(later)
    spoken_to = _speaks_to(later, earlier)
    if echoed and (turned or spoken_to):
        return _finding(earlier, later, echoed, 0.62 + 0.3 * like.score, "takes up the words")
    if spoken_to and earlier.statement.mode == "own" and like.score >= 0.2 and (like.stems or like.ideas):
        return _finding(earlier, later, None, 0.42 + 0.6 * like.score, "answers")
    return None


def _echo(later: Utterance, earlier: Utterance) -> Span | None:
    """The longest run of four or more words, or quoted content word, taken over from the other."""
    ours, theirs = [word.stem for word in later.words], [word.stem for word in earlier.words]
    if not _fours(ours) & _fours(theirs):
        return None
    best: tuple[int, int] | None = None
    for at in range(len(ours)):
        for there in range(len(theirs)):
            size = 0
            while (
                at + size < len(ours)
                and there + size < len(theirs)
                and ours[at + size] == theirs[there + size]
            ):
                size += 1
            if (
                size >= 4
                and (best is None or size > best[1])
                and any(w.content for w in later.words[at : at + size])
            ):
                best = at, size
    if best is None:
        return None
    return Span(later.words[best[0]].start, later.words[best[0] + best[1] - 1].end)


def _fours(stems: list[str]) -> set[tuple[str, str, str, str]]:
    return set(zip(stems, stems[1:], stems[2:], stems[3:], strict=False))


def _turns(later: Utterance) -> bool:
    return later.statement.polarity != "asserts" or any(
        is_negated(later.words, at, at + 1) for at, word in enumerate(later.words) if word.content
    )


def _speaks_to(later: Utterance, earlier: Utterance) -> bool:
    """Is the other's voice addressed or spoken of: "you", "the author", a surname, "those commenting"?"""
    stems = frozenset(word.stem for word in later.words)
    of_comment = bool(earlier.segment and earlier.segment.kind == "comment")
    if of_comment:
        return bool(stems & stemmed_class("reply_words"))
    surnames = {name.split()[-1].lower() for name in earlier.source.authors if name.split()}
    text = later.statement.text.lower()
    return (
        bool(stems & stemmed_class("text_words"))
        or any(name in text for name in surnames)
        or bool(stems & _YOU)
    )


def _finding(earlier: Utterance, later: Utterance, echoed: Span | None, sure: float, verb: str) -> Finding:
    words = around(later, echoed.start, echoed.end) if echoed else later.span
    said = quote(later, echoed or words, 70)
    reason = f"{later.statement.voice_name} {verb} of {earlier.statement.voice_name}: {said}."
    if not echoed:
        reason = f"{later.statement.voice_name} answers {earlier.statement.voice_name}: {said}."
    return Finding(
        earlier, later, "rebuts", "polarity" if echoed else None, reason, earlier.span, words, sure
    )
