"""What each task holds against the network on one batch."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from sayso.models.decoding import TAGS
from training.batches import Example, Inputs, anchored, flat_targets, name_targets
from training.network import Lower, Reader

#: Asserted, denied, uncertain: the rarer the dearer.
_CLASS_WEIGHTS = (1.0, 4.0, 2.5)
#: The score from which an event counts as asserted, and how far two judges of one event lie apart.
_SURE, _SPREAD = 1.5, 0.5
_SIDE_TASK = 0.7
_RIVALS = 2
_RIVAL = 0.02


def _tagging(logits: Tensor, wanted: Tensor) -> Tensor:
    """The cross entropy of tags, over the number of words that play a role."""
    total = cross_entropy(logits.flatten(0, 1).float(), wanted.flatten(), ignore_index=-100, reduction="sum")
    return total / (wanted > 0).sum().clamp(min=1)


def _rivals(logits: Tensor, inputs: Inputs, batch: Sequence[Example]) -> list[tuple[int, int]]:
    """The likeliest words of each window to begin a cue where none begins, as (window, word)."""
    chance = logits.detach().float().softmax(-1)[..., TAGS.index("B-cue")].masked_fill(inputs.words == 0, 0)
    for row, example in enumerate(batch):
        chance[row, [relation.cue[0] for relation in example.relations]] = 0
    top = chance.topk(min(_RIVALS, chance.shape[1]), dim=1)
    return [
        (row, at)
        for row in range(len(chance))
        for at, value in zip(top.indices[row].tolist(), top.values[row].tolist(), strict=True)
        if value > _RIVAL
    ]


def attribution_loss(network: Reader, states: Tensor, batch: Sequence[Example], inputs: Inputs) -> Tensor:
    """Tags of all attributions in one row, and of each by itself; none for a mere likeness of a cue."""
    most = states.shape[1]
    logits = network.tags(states)
    loss = _tagging(logits, flat_targets(batch, most))
    found = anchored(batch, most, _rivals(logits, inputs, batch))
    if not len(found.rows):
        return loss
    return loss + _tagging(network.joiner(states, found.rows, found.at, found.places), found.tags)


def naming_loss(network: Reader, lower: Lower, batch: Sequence[Example]) -> Tensor:
    """The names as the parser's recogniser read them."""
    return _tagging(network.named(lower), name_targets(batch, lower.firsts.shape[1]))


def _shares(scores: Tensor) -> Tensor:
    """(events,) scores to (events, 3) shares of judges who would say asserted, denied, uncertain."""
    normal = torch.distributions.Normal(0.0, _SPREAD)
    asserted, denied = normal.cdf(scores - _SURE), normal.cdf(-_SURE - scores)
    return torch.stack([asserted, denied, 1 - asserted - denied], 1)


def standing_loss(network: Reader, states: Tensor, batch: Sequence[Example]) -> Tensor | None:
    """How events stand, read at their first word, by the corpus that judged them."""
    found = [(row, *event) for row, example in enumerate(batch) for event in example.events]
    if not found:
        return None
    rows, words, scores, corpora = (list(column) for column in zip(*found, strict=True))
    wanted = _shares(torch.tensor(scores))
    given = network.stands(states[rows, words]).float().unflatten(-1, (-1, 3))
    held = -(given[torch.arange(len(rows)), corpora].log_softmax(-1) * wanted).sum(-1)
    weight = wanted @ torch.tensor(_CLASS_WEIGHTS)
    return _SIDE_TASK * (held * weight).sum() / weight.sum()


def worth_loss(network: Reader, states: Tensor, batch: Sequence[Example]) -> Tensor | None:
    """What is worth checking: the odds of the words of a sentence, each as heavy as the network makes it."""
    found = [(row, span, float(label)) for row, one in enumerate(batch) for span, label in one.worth]
    if not found:
        return None
    odds, counts = network.worth(states).float().unbind(-1)
    means = [
        (odds[row, start:end] * counts[row, start:end].softmax(0)).sum() for row, (start, end), _ in found
    ]
    labels = torch.tensor([label for *_, label in found])
    return _SIDE_TASK * binary_cross_entropy_with_logits(torch.stack(means), labels)
