"""Fitting: all tasks in one random order, weights averaged over the last steps, seeds pinned."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn

from sayso.models.windows import Pieces
from training.batches import Example, Noise, examples, grouped, inputs, packed
from training.corpus import Text
from training.losses import attribution_loss, standing_loss, worth_loss
from training.network import Reader

SEED = 20151127
_RATE, _HEAD_RATE, _DECAY = 1.5e-4, 6e-4, 0.01
_WARM, _LAST, _AVERAGE = 100, 0.02, 0.998
#: The weights shipped are the mean of those after these epochs; the later alone know the articles by heart.
_KEPT = (3, 5)
_MASKED, _RENAMED = 0.05, 0.3


class Corpus(NamedTuple):
    """Articles with attributions, sentences with marked events, sentences judged for check-worthiness."""

    articles: list[Text]
    events: list[Text]
    judged: list[Text]


class Average:
    """The running mean of the weights, which reads more evenly than the last ones do."""

    def __init__(self, network: Reader) -> None:
        self.network, self.steps = network, 0
        self.weights = {name: p.detach().clone() for name, p in network.named_parameters() if p.requires_grad}

    @torch.no_grad()
    def update(self) -> None:
        """Draw the mean towards the present weights."""
        self.steps += 1
        keep = min(_AVERAGE, (1 + self.steps) / (10 + self.steps))
        for name, weight in self.network.named_parameters():
            if name in self.weights:
                self.weights[name].mul_(keep).add_(weight, alpha=1 - keep)

    def copy(self) -> dict[str, Tensor]:
        """The mean as it stands."""
        return {name: weight.clone() for name, weight in self.weights.items()}

    @torch.no_grad()
    def settle(self, copies: list[dict[str, Tensor]]) -> None:
        """Put the mean of these copies in place of the present weights."""
        for name, weight in self.network.named_parameters():
            if name in self.weights:
                weight.copy_(torch.stack([copy[name] for copy in copies]).mean(0))


def _epoch(
    corpus: Corpus, articles: list[Example], pieces_of: Pieces, chance: random.Random
) -> list[tuple[str, list[Example]]]:
    """One pass over the articles and events and over half of the judged sentences."""
    events, judged = corpus.events[:], corpus.judged[:]
    chance.shuffle(events)
    chance.shuffle(judged)
    batches = [("article", batch) for batch in grouped(articles, chance)]
    batches += [("event", batch) for batch in grouped(packed(events, pieces_of), chance)]
    batches += [("judged", batch) for batch in grouped(packed(judged[: len(judged) // 2], pieces_of), chance)]
    chance.shuffle(batches)
    return batches


def _loss(network: Reader, task: str, batch: list[Example], noise: Noise) -> Tensor | None:
    given = inputs(batch, noise)
    states = network(given.pieces, given.kinds, given.seen, given.firsts)
    if task == "article":
        return attribution_loss(network, states, batch, given)
    return standing_loss(network, states, batch) if task == "event" else worth_loss(network, states, batch)


def _optimizer(network: Reader) -> torch.optim.AdamW:
    """The word vectors stay as they came: names the texts lack keep their place beside those they have."""
    network.encoder.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    body = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": body, "lr": _RATE}, {"params": heads, "lr": _HEAD_RATE}]
    return torch.optim.AdamW(groups, weight_decay=_DECAY)


def fit(
    corpus: Corpus, encoder: Path, pieces_of: Pieces, epochs: int, report: Callable[[str], None]
) -> Reader:
    """The fitted network."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    network = Reader(encoder)
    articles = examples(corpus.articles, pieces_of)
    noise = Noise(articles, chance, _MASKED, _RENAMED)
    optimizer, average = _optimizer(network), Average(network)
    first = _epoch(corpus, articles, pieces_of, chance)
    total = len(first) * epochs
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / _WARM) * max(_LAST, 1 - step / total)
    )
    network.train()
    copies = []
    for number in range(epochs):
        batches = _epoch(corpus, articles, pieces_of, chance) if number else first
        sums: dict[str, list[float]] = {}
        for task, batch in batches:
            loss = _loss(network, task, batch, noise)
            if loss is None:
                continue
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            rate.step()
            average.update()
            sums.setdefault(task, []).append(float(loss))
        means = {task: round(sum(values) / len(values), 3) for task, values in sorted(sums.items())}
        report(f"epoch {number + 1} of {epochs}: mean loss {means}")
        if number + 1 in _KEPT or number + 1 == epochs:
            copies.append(average.copy())
    average.settle(copies)
    return network.eval()
