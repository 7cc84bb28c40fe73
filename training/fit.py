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
#: The weights shipped are the mean of those after the last of so many epochs; the very last alone know the
#: articles by heart.
_EPOCHS, _KEPT = 6, 4
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


def _epoch(corpus: Corpus, pieces_of: Pieces, chance: random.Random) -> list[tuple[str, list[Example]]]:
    """One pass over the articles, over the events, whose sentences share windows with others, and over half
    of the judged sentences, each alone: its neighbours tell nothing of its worth."""
    events = chance.sample(corpus.events, len(corpus.events))
    judged = [text for text in corpus.judged if text.words and chance.random() < 0.5]
    alone = [one for text in judged for one in packed([text], pieces_of)]
    batches = [("article", batch) for batch in grouped(examples(corpus.articles, pieces_of, chance), chance)]
    batches += [("event", batch) for batch in grouped(packed(events, pieces_of), chance)]
    batches += [("judged", batch) for batch in grouped(alone, chance)]
    chance.shuffle(batches)
    return batches


def _loss(network: Reader, task: str, batch: list[Example], noise: Noise) -> Tensor | None:
    given = inputs(batch, noise)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = network(given)
        if task == "article":
            return attribution_loss(network, states, batch, given)
        return (
            standing_loss(network, states, batch) if task == "event" else worth_loss(network, states, batch)
        )


def _optimizer(network: Reader) -> torch.optim.AdamW:
    """The word vectors stay as they came: names the texts lack keep their place beside those they have."""
    network.encoder.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    body = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": body, "lr": _RATE}, {"params": heads, "lr": _HEAD_RATE}]
    return torch.optim.AdamW(groups, weight_decay=_DECAY)


def fit(corpus: Corpus, encoder: Path, pieces_of: Pieces, report: Callable[[str], None]) -> Reader:
    """The fitted network."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    network = Reader(encoder)
    noise = Noise(examples(corpus.articles, pieces_of, chance), chance, _MASKED, _RENAMED)
    optimizer, average = _optimizer(network), Average(network)
    first = _epoch(corpus, pieces_of, chance)
    total = len(first) * _EPOCHS
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / _WARM) * max(_LAST, 1 - step / total)
    )
    network.train()
    copies = []
    for number in range(_EPOCHS):
        batches = _epoch(corpus, pieces_of, chance) if number else first
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
            sums.setdefault(task, []).append(loss.item())
        means = {task: round(sum(values) / len(values), 3) for task, values in sorted(sums.items())}
        report(f"epoch {number + 1} of {_EPOCHS}: mean loss {means}")
        if number >= _EPOCHS - _KEPT:
            copies.append(average.copy())
    average.settle(copies)
    return network.eval()
