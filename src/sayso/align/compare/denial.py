"""The same content asserted by one and denied by the other."""

from sayso.align.compare.text import Likeness
from sayso.align.finding import Finding, around, quote
from sayso.align.utterance import Utterance
from sayso.align.wording import is_negated
from sayso.records import Span

#: How alike two statements must be before their wording alone links them.
ALIKE, DENIED = 0.30, 0.34


def compare_wordings(a: Utterance, b: Utterance, like: Likeness) -> Finding | None:
    """Agreement by shared wording, or denial where one turns what they share."""
    if not (like.stems or like.ideas) or (a.named and b.named and not like.names):
        return None
    if like.score >= DENIED and a.voice != b.voice and _turned(a, like) != _turned(b, like):
        return _finding(a, b, like, "conflicts")
    if like.score >= ALIKE and _turned(a, like) == _turned(b, like):
        return _finding(a, b, like, "corroborates")
    return None


def _turned(utterance: Utterance, like: Likeness) -> bool:
    if utterance.statement.polarity == "denies":
        return True
    shared = [at for at, word in enumerate(utterance.words) if word.stem in like.stems]
    return bool(shared) and all(is_negated(utterance.words, at, at + 1) for at in shared)


def _shared_words(utterance: Utterance, like: Likeness) -> str:
    text = utterance.source.text
    said = [text[word.start : word.end] for word in utterance.content_words if word.stem in like.stems]
    named = [name.text for name in utterance.names if name.key in like.names]
    return ", ".join(dict.fromkeys(named[:2] + said[:3])) or ", ".join(sorted(like.ideas))


def _finding(a: Utterance, b: Utterance, like: Likeness, relation: str) -> Finding:
    a_words, b_words = _heart(a, like), _heart(b, like)
    if relation == "conflicts":
        denier = a if _turned(a, like) else b
        other = b if denier is a else a
        said = other.statement.voice_name
        reason = f"{denier.statement.voice_name} denies what {said} says of {_shared_words(other, like)}."
        return Finding(a, b, "conflicts", "polarity", reason, a_words, b_words, 0.3 + 0.7 * like.score)
    reason = f"Both speak of {_shared_words(a, like)}: {quote(a, a_words, 60)} and {quote(b, b_words, 60)}."
    return Finding(a, b, "corroborates", None, reason, a_words, b_words, 0.25 + 0.75 * like.score)


def _heart(utterance: Utterance, like: Likeness) -> Span:
    """The piece of the content that holds the shared words."""
    for word in utterance.content_words:
        if word.stem in like.stems:
            return around(utterance, word.start, word.end)
    return utterance.span
