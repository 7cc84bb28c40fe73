"""The same content asserted by one and denied by the other."""

from sayso.align.compare.magnitude import exclude_each_other
from sayso.align.compare.stance import stances
from sayso.align.compare.text import Likeness
from sayso.align.compare.time import times_apart
from sayso.align.finding import Finding, around, quote
from sayso.align.utterance import ACTORS, Utterance
from sayso.align.wording import ideas, is_negated, stemmed_class
from sayso.records import Span

#: How alike two statements of different places must be for one to deny the other.
SAME_WORDS = 0.5
#: How alike two statements must be before their wording alone links them.
ALIKE, DENIED, DENIED_IN_A_WORD, PLAIN, ON_ONE_POINT = 0.28, 0.26, 0.26, 0.34, 0.18
#: Negators that follow what they turn ("paid nothing").
_OBJECTS = frozenset({"noth", "nobodi", "none"})
#: How sure an agreement of wording is at the least.
LEAST_ALIKE = 0.5
#: A negator reaches this many words ahead.
CLAUSE = 5


def compare_wordings(a: Utterance, b: Utterance, like: Likeness) -> Finding | None:
    """Agreement by shared wording, or denial where one turns what they share."""
    if not (like.stems or like.ideas) or (a.named and b.named and not like.names):
        return None
    if like.score < ON_ONE_POINT:
        return None
    opposed = _turned(a, like) != _turned(b, like)
    on_one_thing = like.stems and (a.named & b.named or like.score >= PLAIN)
    elsewhere = _elsewhere(a, b) and like.score < SAME_WORDS
    apart = a.voice == b.voice or elsewhere or times_apart(a, b)
    wished = (a.statement.modality == "normative") != (b.statement.modality == "normative")
    if (
        opposed
        and not wished  # what should be is not denied by what is
        and on_one_thing
        and like.score >= (DENIED if len(like.stems) > 1 else DENIED_IN_A_WORD)
        and not apart
    ):
        return _finding(a, b, like, "conflicts")
    if not apart and on_one_thing and len(like.stems) > 1 and like.score >= DENIED and _scopes_clash(a, b):
        return _finding(a, b, like, "conflicts")
    alike = like.score >= ALIKE or (like.score >= ON_ONE_POINT and _on_one_point(a, b, like))
    if alike and not opposed and _is_substantial(a, b, like) and not _differs(a, b):
        return _finding(a, b, like, "corroborates")
    return None


def _scopes_clash(a: Utterance, b: Utterance) -> bool:
    """ "Lost money every year" against "lost money in only two years"."""
    ours, theirs = ({word.stem for word in one.words} for one in (a, b))
    every, few = stemmed_class("every"), stemmed_class("few")
    return bool(ours & every and theirs & few and not theirs & every) or bool(
        theirs & every and ours & few and not ours & every
    )


def _elsewhere(a: Utterance, b: Utterance) -> bool:
    """Does each name somebody or somewhere the other does not?"""
    ours, theirs = ({name.key for name in one.names if name.type in ACTORS} for one in (a, b))
    return bool(ours - b.meant) and bool(theirs - a.meant)


def _differs(a: Utterance, b: Utterance) -> bool:
    """Do they run parallel on different things: other figures in a unit, other times or names?"""
    figures = any(x.unit == y.unit and exclude_each_other(x, y) for x in a.quantities for y in b.quantities)
    first_a, first_b = ([name.key for name in one.names if name.type in ACTORS][:1] for one in (a, b))
    apart = bool(first_a and first_b) and first_a[0] not in b.meant and first_b[0] not in a.meant
    return figures or apart or times_apart(a, b) or _mirrored(a, b)


def _mirrored(a: Utterance, b: Utterance) -> bool:
    """Does each lay the harm at another's door ("A burned B's farms", "B burned A's")?"""
    ours, theirs = (
        frozenset(key for stance in stances(one) if stance.dimension == "guilt" for key in stance.of)
        for one in (a, b)
    )
    return bool(ours and theirs) and not ours & theirs


def _turned(utterance: Utterance, like: Likeness) -> bool:
    """Is what both speak of denied, by the speaker or by whoever passes it on?

    A negator inside the words turns what they share only if the next thing it meets is shared: "X does not
    exist in Y" says nothing against what another tells of Y.
    """
    words = utterance.words
    negators = [at for at, word in enumerate(words) if word.stem in stemmed_class("negators")]
    shared = [at for at, word in enumerate(words) if word.stem in like.stems]
    negated = [at for at in shared if is_negated(words, at, at + 1, CLAUSE)]
    met = any(_meets(utterance, at, like) for at in negators) or any(at in negators for at in shared)
    said_so = utterance.statement.polarity == "denies"
    denied = met and (said_so or bool(negated)) if negators else said_so
    return denied != utterance.is_rejected


def _meets(utterance: Utterance, at: int, like: Likeness) -> bool:
    """Is the first content word after the negator a shared one, by its stem, its idea or as a name?"""
    words = utterance.words
    after = [word for word in words[at + 1 : at + 1 + CLAUSE] if word.content][:1]
    if words[at].stem in _OBJECTS:
        after += [word for word in words[max(0, at - 2) : at] if word.content]
    named = [(name.start, name.end) for name in utterance.names if name.key in like.names]
    return any(
        word.stem in like.stems
        or like.ideas.intersection(ideas().get(word.stem, ()))
        or any(start <= word.start < end for start, end in named)
        for word in after
    )


def _on_one_point(a: Utterance, b: Utterance, like: Likeness) -> bool:
    """Several ideas in common, said of the same two."""
    actors = {name.key for name in a.names if name.type in ACTORS} & b.named
    return len(like.ideas) >= 2 and len(actors) >= 2


def _is_substantial(a: Utterance, b: Utterance, like: Likeness) -> bool:
    """More in common than one word, and neither a mere name."""
    common = len(like.stems) + len(a.named & b.named) + bool(like.ideas)
    return common >= 3 and min(len(a.content_words), len(b.content_words)) >= 2


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
        if _turned(a, like) == _turned(b, like):
            reason = f"Always or only at times: {quote(a, a_words, 70)} against {quote(b, b_words, 70)}."
            return Finding(a, b, "conflicts", "number", reason, a_words, b_words, 0.35 + 0.7 * like.score)
        reason = f"{denier.statement.voice_name} denies what {said} says of {_shared_words(other, like)}."
        openly = 0.1 if a.named & b.named and like.stems else 0.0
        sure = max(LEAST_ALIKE, 0.32 + openly + 0.7 * like.score)
        return Finding(a, b, "conflicts", "polarity", reason, a_words, b_words, sure)
    reason = f"Both speak of {_shared_words(a, like)}: {quote(a, a_words, 60)} and {quote(b, b_words, 60)}."
    return Finding(
        a, b, "corroborates", None, reason, a_words, b_words, max(LEAST_ALIKE, 0.3 + 0.7 * like.score)
    )


def _heart(utterance: Utterance, like: Likeness) -> Span:
    """The piece of the content that holds the shared words."""
    for word in utterance.content_words:
        if word.stem in like.stems:
            return around(utterance, word.start, word.end)
    return utterance.span
