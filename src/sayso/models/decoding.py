"""From the probabilities of tags to the pieces of each attribution: the likeliest that hold together."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Range = tuple[int, int]

#: The tags of a word: outside, then the first and the further words of each role.
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
#: What another piece of content costs, in log probability: a gap has to be worth it.
_BREAK = 1.0
#: What a source is worth beyond its probability: few attributions go without one.
_SOURCED = 0.7
_NEVER = -1e4
_CUE = TAGS.index("B-cue")
_INSIDE = [at for at, tag in enumerate(TAGS) if tag.startswith("I-")]


class Joined(NamedTuple):
    """An attribution in ranges of words, the probability that its cue is one, and how sure its content is."""

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    likelihood: float
    sureness: float


def _steps() -> Scores:
    """(from, to) cost of one tag after the other: a piece goes on in its own role only."""
    cost = np.zeros((len(TAGS), len(TAGS)), np.float32)
    for to in _INSIDE:
        begun = TAGS.index("B-" + TAGS[to][2:])
        cost[[at for at in range(len(TAGS)) if at not in (begun, to)], to] = _NEVER
    cost[:, TAGS.index("B-content")] = -_BREAK
    return cost


_COSTS = _steps()


class Asked(NamedTuple):
    """What was asked of a window that begins at word ``start``: (anchors, words, tags) log probabilities, and
    for each anchor its word in the window and the probability that it begins a cue."""

    scores: Scores
    anchors: NDArray[np.intp]
    likelihoods: Scores
    start: int


def _beside(asked: Sequence[Asked]) -> Scores:
    """The scores of all windows as (anchors, words, tags), the shorter filled up with words of no role."""
    most = max(one.scores.shape[1] for one in asked)
    whole = np.full((sum(len(one.anchors) for one in asked), most, len(TAGS)), _NEVER, np.float32)
    whole[:, :, 0] = 0.0
    row = 0
    for one in asked:
        whole[row : row + len(one.anchors), : one.scores.shape[1]] = one.scores
        row += len(one.anchors)
    return whole


def best_tags(scores: Scores, anchors: NDArray[np.intp]) -> NDArray[np.intp]:
    """The likeliest tags, (anchors, words), of (anchors, words, tags) log probabilities, each with one cue
    that begins at its anchor."""
    scores = scores.copy()
    rows = np.arange(len(anchors))
    scores[:, :, [TAGS.index("B-source"), TAGS.index("I-source")]] += _SOURCED
    scores[:, :, _CUE] = _NEVER
    scores[rows, anchors] = _NEVER
    scores[rows, anchors, _CUE] = 0.0
    total = scores[:, 0].copy()
    total[:, _INSIDE] = _NEVER
    back = np.zeros(scores.shape, np.int8)
    for at in range(1, scores.shape[1]):
        reached = total[:, :, None] + _COSTS
        back[:, at] = reached.argmax(1)
        total = reached.max(1) + scores[:, at]
    tags = np.zeros(scores.shape[:2], np.intp)
    tags[:, -1] = total.argmax(1)
    for at in range(scores.shape[1] - 1, 0, -1):
        tags[:, at - 1] = back[rows, at, tags[:, at]]
    return tags


def _pieces(tags: NDArray[np.intp], role: str) -> list[Range]:
    """The pieces of a role in (words,) tags that hold together."""
    begin, inside = TAGS.index("B-" + role), TAGS.index("I-" + role)
    begins, goes_on = tags == begin, tags == inside
    ends = (begins | goes_on) & ~np.append(goes_on[1:], False)
    return list(zip(np.flatnonzero(begins).tolist(), (np.flatnonzero(ends) + 1).tolist(), strict=True))


def _strongest(pieces: list[Range], tags: Scores) -> list[Range]:
    """The one piece with most probability in it, if any."""
    mass = [float(np.exp(tags[start:end, 1:3]).sum()) for start, end in pieces]
    return [pieces[int(np.argmax(mass))]] if pieces else []


def _sureness(pieces: list[Range], tags: Scores) -> float:
    """The geometric mean of the probabilities that the words of a content are content."""
    inner = [at for start, end in pieces for at in range(start, end)]
    return float(np.exp(np.logaddexp(tags[inner, -2], tags[inner, -1]).mean()))


def joined(asked: Sequence[Asked]) -> list[Joined]:
    """The attributions of some windows, decoded together; an anchor by which nothing is said has none."""
    if not asked:
        return []
    scores = _beside(asked)
    best = best_tags(scores, np.concatenate([one.anchors for one in asked]))
    starts = [one.start for one in asked for _ in one.anchors]
    likelihoods = [float(value) for one in asked for value in one.likelihoods]
    found = []
    for tags, own, likelihood, start in zip(best, scores, likelihoods, starts, strict=True):
        content = _pieces(tags, "content")
        if not content:
            continue
        pieces = (_pieces(tags, "cue"), _strongest(_pieces(tags, "source"), own), content)
        cue, source, said = (tuple((a + start, b + start) for a, b in part) for part in pieces)
        found.append(Joined(cue[0], source, said, likelihood, _sureness(content, own)))
    return found
