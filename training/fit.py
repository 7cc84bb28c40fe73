"""Fitting: all tasks in one random order, weights averaged over the last steps, seeds pinned."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn

from sayso.models.windows import Pieces
from training.batches import Example, Noise, examples, grouped, inputs, known_names, packed
from training.corpus import Text
from training.losses import attribution_loss, naming_loss, standing_loss, worth_loss
from training.network import Reader

SEED = 20151127
_RATE, _HEAD_RATE, _DECAY = 1.5e-4, 6e-4, 0.01
_WARM, _LAST, _AVERAGE = 100, 0.02, 0.998
#: The weights shipped are the mean of those after the last of so many epochs; the very last alone know the
#: articles by heart.
_EPOCHS, _KEPT = 6, 3
_MASKED, _RENAMED = 0.05, 0.4
#: The parts that come from the packaged encoder and learn more slowly than the heads.
_BODY = ("encoder", "saying", "standing")
#: How much of what names cost counts beside what is said.
_NAMING = 0.5


class Corpus(NamedTuple):
    """Articles with attributions, sentences with marked events, sentences judged for check-worthiness, and
    sentences with nothing but their names."""

    articles: list[Text]
    events: list[Text]
    judged: list[Text]
    named: list[Text]


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
    """One pass over the articles, two over the events, whose sentences share windows with others, and one
    over half of the sentences with names and half of the judged ones, each of these alone: its neighbours
    tell nothing of its worth."""
    events = [text for _ in range(2) for text in chance.sample(corpus.events, len(corpus.events))]
    judged = [text for text in corpus.judged if text.words and chance.random() < 0.5]
    alone = [one for text in judged for one in packed([text], pieces_of)]
    batches = [("article", batch) for batch in grouped(examples(corpus.articles, pieces_of, chance), chance)]
    batches += [("event", batch) for batch in grouped(packed(events, pieces_of), chance)]
    batches += [("judged", batch) for batch in grouped(alone, chance)]
    named = chance.sample(corpus.named, len(corpus.named) // 2)
    batches += [("named", batch) for batch in grouped(packed(named, pieces_of), chance)]
    chance.shuffle(batches)
    return batches


def _losses(network: Reader, task: str, batch: list[Example], noise: Noise) -> dict[str, Tensor]:
    """What each task holds against the network, by its name."""
    given = inputs(batch, noise)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        lower = network(given)
        found = {"named": _NAMING * naming_loss(network, lower, batch)}
        if task == "article":
            states = network.words(network.saying, lower)
            found[task] = attribution_loss(network, states, batch, given)
        elif task != "named":
            states = network.words(network.standing, lower)
            loss = (standing_loss if task == "event" else worth_loss)(network, states, batch)
            found |= {task: loss} if loss is not None else {}
    return found


def _optimizer(network: Reader) -> torch.optim.AdamW:
    """The word vectors stay as they came: names the texts lack keep their place beside those they have."""
    network.encoder.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    named = [(name.split(".")[0], p) for name, p in network.named_parameters() if p.requires_grad]
    body = [p for part, p in named if part in _BODY]
    heads = [p for part, p in named if part not in _BODY]
    groups = [{"params": body, "lr": _RATE}, {"params": heads, "lr": _HEAD_RATE}]
    return torch.optim.AdamW(groups, weight_decay=_DECAY)


def fit(corpus: Corpus, encoder: Path, pieces_of: Pieces, report: Callable[[str], None]) -> Reader:
    """The fitted network."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    network = Reader(encoder)
    read = examples(corpus.articles, pieces_of, chance) + packed(corpus.named, pieces_of)
    noise = Noise(known_names(read, pieces_of), chance, _MASKED, _RENAMED)
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
            losses = _losses(network, task, batch, noise)
            optimizer.zero_grad()
            sum(losses.values(), torch.zeros(())).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            rate.step()
            average.update()
            for name, loss in losses.items():
                sums.setdefault(name, []).append(loss.item())
        means = {task: round(sum(values) / len(values), 3) for task, values in sorted(sums.items())}
        report(f"epoch {number + 1} of {_EPOCHS}: mean loss {means}")
        if number >= _EPOCHS - _KEPT:
            copies.append(average.copy())
    average.settle(copies)
    return network.eval()
