"""The network: an encoder whose upper layers are two, one for who says what and one for how firmly things are
said and what is worth checking; and small heads that read from its words."""

import copy
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import AutoModel
from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

from sayso.models.decoding import TAGS
from sayso.models.grammar import ARCS, PARTS, PLACES
from sayso.models.names import TAGGED
from sayso.models.windows import KINDS
from training.batches import Inputs
from training.corpus import EVENTS

_WIDTH = 128
_DROPPED = 0.1
_REACH = 48
#: How many words in a row the second layer of the joiner sees.
_NEAR = 5
#: How many layers each of the two upper parts has.
_APART = 2
_PLAIN = "plain"


def _plain_attention(
    module: nn.Module, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None, **options: float
) -> tuple[Tensor, Tensor]:
    """Attention as it is in the book, which ONNX Runtime joins into few steps; in the numbers it is given."""
    with torch.autocast("cpu", enabled=False):
        likeness = torch.matmul(query * options["scaling"], key.transpose(2, 3))
        weights = (likeness if mask is None else likeness + mask).softmax(-1)
        return torch.matmul(weights, value).transpose(1, 2).contiguous(), weights


ALL_ATTENTION_FUNCTIONS.register(_PLAIN, _plain_attention)


class Encoder(nn.Module):
    """Pieces to states: the lower layers of the packaged encoder, told how each word is written and what
    grammar says of it. Attention itself drops nothing, which would double the time of training."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            str(folder), add_pooling_layer=False, attn_implementation=_PLAIN
        )
        for module in self.encoder.modules():
            if isinstance(module, nn.Dropout):
                module.p = _DROPPED
            if hasattr(module, "dropout_prob"):
                module.dropout_prob = 0.0
        for layer in self.encoder.encoder.layer:
            layer.attention.self.dropout.p = 0.0
        embeddings = self.encoder.embeddings
        self.size = int(self.encoder.config.hidden_size)
        old = embeddings.token_type_embeddings.weight[:1].detach()
        embeddings.token_type_embeddings = nn.Embedding(KINDS, self.size)
        self.encoder.config.type_vocab_size = KINDS
        self.parts, self.arcs = nn.Embedding(len(PARTS), self.size), nn.Embedding(len(ARCS), self.size)
        with torch.no_grad():
            embeddings.token_type_embeddings.weight.copy_(old.expand(KINDS, -1))
            self.parts.weight.normal_(0, 0.01)
            self.arcs.weight.normal_(0, 0.01)

    def parted(self) -> tuple["Upper", "Upper"]:
        """Two copies of the upper layers, which are then no longer part of it."""
        layers = self.encoder.encoder.layer
        self.encoder.encoder.layer = layers[:-_APART]
        return Upper(layers[-_APART:]), Upper(layers[-_APART:])

    def forward(self, given: Inputs, mask: Tensor | None = None) -> Tensor:
        """A batch to (windows, pieces, size); a window without padding needs no mask."""
        inner = self.encoder.embeddings
        total = inner.word_embeddings(given.pieces) + inner.token_type_embeddings(given.kinds)
        total = total + inner.position_embeddings.weight[: given.pieces.shape[1]]
        total = total + self.parts(given.parts) + self.arcs(given.arcs)
        states = inner.dropout(inner.LayerNorm(total))
        for layer in self.encoder.encoder.layer:
            states = layer(states, mask)
        return states


class Upper(nn.Module):
    """Upper layers of the encoder: states of pieces to states of words, their first pieces."""

    def __init__(self, layers: nn.ModuleList) -> None:
        super().__init__()
        self.layers = copy.deepcopy(layers)

    def forward(self, states: Tensor, firsts: Tensor, mask: Tensor | None = None) -> Tensor:
        """(windows, pieces, size) to (windows, words, size)."""
        for layer in self.layers:
            states = layer(states, mask)
        return at_words(states, firsts)

    def alone(self, states: Tensor, firsts: Tensor) -> Tensor:
        """The same for one window: the last layer reads only the pieces that are wanted."""
        *lower, last = self.layers
        for layer in lower:
            states = layer(states)
        words = at_words(states, firsts)
        inner = last.attention.self
        query, key, value = (
            one(given).unflatten(-1, (inner.num_attention_heads, -1)).transpose(1, 2)
            for one, given in ((inner.query, words), (inner.key, states), (inner.value, states))
        )
        seen, _ = _plain_attention(inner, query, key, value, None, scaling=query.shape[-1] ** -0.5)
        words = last.attention.output(seen.flatten(2), words)
        return last.output(last.intermediate(words), words)


def at_words(states: Tensor, firsts: Tensor) -> Tensor:
    """The states of the first pieces of words."""
    return states.gather(1, firsts.unsqueeze(-1).expand(-1, -1, states.shape[-1]))


class Joiner(nn.Module):
    """Which words are source, cue and content of the attribution whose cue begins at a given word."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.word = nn.Linear(size, _WIDTH)
        self.anchor = nn.Linear(size, _WIDTH)
        self.one = nn.Linear(size, _WIDTH, bias=False)
        self.other = nn.Linear(size, _WIDTH, bias=False)
        self.distance = nn.Embedding(2 * _REACH + 1, _WIDTH)
        self.place = nn.Embedding(PLACES, _WIDTH)
        self.around = nn.Linear(_NEAR * _WIDTH, _WIDTH)
        self.out = nn.Linear(_WIDTH, len(TAGS))

    def forward(self, states: Tensor, rows: Tensor, anchors: Tensor, places: Tensor) -> Tensor:
        """States (windows, words, size); per anchor its window and word, and (anchors, words) the places of
        the words in the tree as seen from it: (anchors, words, tags) scores."""
        at = states[rows, anchors]
        steps = torch.arange(states.shape[1], device=states.device).unsqueeze(0) - anchors.unsqueeze(1)
        mixed = self.word(states)[rows] + self.anchor(at).unsqueeze(1)
        mixed = mixed + self.one(states)[rows] * self.other(at).unsqueeze(1)
        mixed = mixed + self.distance(steps.clamp(-_REACH, _REACH) + _REACH) + self.place(places)
        mixed = nn.functional.gelu(mixed)
        padded = nn.functional.pad(mixed, (0, 0, _NEAR // 2, _NEAR // 2))
        beside = [padded[:, at : at + mixed.shape[1]] for at in range(_NEAR)]
        smooth = self.around(torch.cat(beside, -1))
        return self.out(nn.functional.gelu(smooth) + mixed)


class Lower(NamedTuple):
    """What the lower layers make of a batch: states of pieces, and what of them attention leaves out."""

    states: Tensor
    mask: Tensor
    firsts: Tensor


class Reader(nn.Module):
    """The encoder with all its heads: names are read off its lower layers."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = Encoder(folder)
        self.saying, self.standing = self.encoder.parted()
        size = self.encoder.size
        self.drop = nn.Dropout(0.1)
        self.names = nn.Linear(size, TAGGED)
        self.tags = nn.Linear(size, len(TAGS))
        self.joiner = Joiner(size)
        self.stands = nn.Sequential(nn.Linear(size, 128), nn.GELU(), nn.Linear(128, 3 * len(EVENTS)))
        self.worth = nn.Sequential(nn.Linear(size, 128), nn.GELU(), nn.Linear(128, 2))

    def forward(self, given: Inputs) -> Lower:
        """What all tasks share."""
        mask = (1.0 - given.seen[:, None, None, :].to(torch.get_autocast_dtype("cpu"))) * -1e4
        return Lower(self.encoder(given, mask), mask, given.firsts)

    def named(self, lower: Lower) -> Tensor:
        """(windows, words, tags) scores of the tags of names."""
        scores: Tensor = self.names(self.drop(at_words(lower.states, lower.firsts)))
        return scores

    def words(self, upper: Upper, lower: Lower) -> Tensor:
        """One vector a word, by one of the two upper parts."""
        states: Tensor = self.drop(upper(lower.states, lower.firsts, lower.mask))
        return states
