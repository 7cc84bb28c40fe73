"""What each task holds against the network on one batch."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from sayso.models.decoding import TAGS
from training.batches import Example, Inputs, flat_targets, joint_targets
from training.network import Reader

#: Asserted, denied, uncertain: the rarer the dearer.
_CLASS_WEIGHTS = (1.0, 3.0, 2.0)
_SIDE_TASK = 0.4
_RIVALS = 2
_RIVAL = 0.02


def _tagging(logits: Tensor, wanted: Tensor) -> Tensor:
    """The cross entropy of tags, over the number of words that play a role."""
    total = cross_entropy(logits.flatten(0, 1), wanted.flatten(), ignore_index=-100, reduction="sum")
    return total / (wanted > 0).sum().clamp(min=1)


def _rivals(logits: Tensor, inputs: Inputs, rows: Tensor, anchors: Tensor) -> tuple[list[int], list[int]]:
    """The likeliest words of each window to begin a cue where none begins."""
    chance = logits.detach().softmax(-1)[..., TAGS.index("B-cue")].masked_fill(inputs.words == 0, 0)
    chance[rows, anchors] = 0
    top = chance.topk(min(_RIVALS, chance.shape[1]), dim=1)
    found = [
        (row, at)
        for row in range(len(chance))
        for at, value in zip(top.indices[row].tolist(), top.values[row].tolist(), strict=True)
        if value > _RIVAL
    ]
    return [row for row, _ in found], [at for _, at in found]


def attribution_loss(network: Reader, states: Tensor, batch: Sequence[Example], inputs: Inputs) -> Tensor:
    """Tags of all attributions in one row, and of each by itself; none for a mere likeness of a cue."""
    flat = flat_targets(batch, states.shape[1])
    logits = network.tags(states)
    loss = _tagging(logits, flat)
    rows, anchors, targets = joint_targets(batch, states.shape[1])
    more_rows, more_anchors = _rivals(logits, inputs, rows, anchors)
    nothing = torch.where(flat >= 0, 0, -100)
    rows = torch.cat([rows, torch.tensor(more_rows, dtype=torch.long)])
    anchors = torch.cat([anchors, torch.tensor(more_anchors, dtype=torch.long)])
    targets = torch.cat([targets, nothing[more_rows]])
    if not len(rows):
        return loss
    return loss + _tagging(network.joiner(states, rows, anchors), targets)


def standing_loss(network: Reader, states: Tensor, batch: Sequence[Example]) -> Tensor | None:
    """How events stand, read at their first word."""
    found = [(row, span[0], label) for row, one in enumerate(batch) for span, label in one.events]
    if not found:
        return None
    rows, words, labels = (list(column) for column in zip(*found, strict=True))
    weight = torch.tensor(_CLASS_WEIGHTS)
    scores = network.stands(states[rows, words])
    return _SIDE_TASK * cross_entropy(scores, torch.tensor(labels), weight=weight)


def worth_loss(network: Reader, states: Tensor, batch: Sequence[Example]) -> Tensor | None:
    """What is worth checking, averaged over the words of a sentence."""
    found = [(row, span, float(label)) for row, one in enumerate(batch) for span, label in one.worth]
    if not found:
        return None
    scores = network.worth(states).squeeze(-1)
    means = torch.stack([scores[row, start:end].mean() for row, (start, end), _ in found])
    return _SIDE_TASK * binary_cross_entropy_with_logits(means, torch.tensor([label for *_, label in found]))
