"""The network: one encoder, and four small heads that read from its words."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel
from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

from sayso.models.decoding import TAGS

KINDS = 6
_WIDTH = 128
_REACH = 48
_PLAIN = "plain"


class Encoder(nn.Module):
    """Pieces to one vector a word: the packaged encoder, told how each word is written."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(folder), add_pooling_layer=False)
        for module in self.encoder.modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0
            if hasattr(module, "dropout_prob"):
                module.dropout_prob = 0.0
        old = self.encoder.embeddings.token_type_embeddings
        wider = nn.Embedding(KINDS, old.weight.shape[1])
        with torch.no_grad():
            wider.weight.copy_(old.weight[:1].expand(KINDS, -1))
        self.encoder.embeddings.token_type_embeddings = wider
        self.encoder.config.type_vocab_size = KINDS
        self.size = int(self.encoder.config.hidden_size)

    def forward(self, pieces: Tensor, kinds: Tensor, seen: Tensor, firsts: Tensor) -> Tensor:
        """(windows, pieces) x 3 and (windows, words) to (windows, words, size)."""
        states = self.encoder(input_ids=pieces, token_type_ids=kinds, attention_mask=seen).last_hidden_state
        return states.gather(1, firsts.unsqueeze(-1).expand(-1, -1, states.shape[-1]))

    def alone(self, pieces: Tensor, kinds: Tensor, firsts: Tensor) -> Tensor:
        """The same for one window without padding: no mask, which takes a fifth of the time of reading."""
        self.encoder.config._attn_implementation = _PLAIN
        states = self.encoder.embeddings(input_ids=pieces, token_type_ids=kinds)
        for layer in self.encoder.encoder.layer:
            states = layer(states)
        self.encoder.config._attn_implementation = "sdpa"
        return states.gather(1, firsts.unsqueeze(-1).expand(-1, -1, states.shape[-1]))


def _plain_attention(
    module: nn.Module, query: Tensor, key: Tensor, value: Tensor, mask: None, **options: float
) -> tuple[Tensor, Tensor]:
    """Attention as it is in the book, which ONNX Runtime joins into few steps."""
    weights = torch.matmul(query * options["scaling"], key.transpose(2, 3)).softmax(-1)
    return torch.matmul(weights, value).transpose(1, 2).contiguous(), weights


ALL_ATTENTION_FUNCTIONS.register(_PLAIN, _plain_attention)


class Joiner(nn.Module):
    """Which words are source, cue and content of the attribution whose cue begins at a given word."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.word = nn.Linear(size, _WIDTH)
        self.anchor = nn.Linear(size, _WIDTH)
        self.one = nn.Linear(size, _WIDTH, bias=False)
        self.other = nn.Linear(size, _WIDTH, bias=False)
        self.distance = nn.Embedding(2 * _REACH + 1, _WIDTH)
        self.around = nn.Conv1d(_WIDTH, _WIDTH, 5, padding=2)
        self.out = nn.Linear(_WIDTH, len(TAGS))

    def forward(self, states: Tensor, rows: Tensor, anchors: Tensor) -> Tensor:
        """States (windows, words, size); per anchor its window and word: (anchors, words, tags) scores."""
        at = states[rows, anchors]
        steps = torch.arange(states.shape[1], device=states.device).unsqueeze(0) - anchors.unsqueeze(1)
        mixed = self.word(states)[rows] + self.anchor(at).unsqueeze(1)
        mixed = mixed + self.one(states)[rows] * self.other(at).unsqueeze(1)
        mixed = nn.functional.gelu(mixed + self.distance(steps.clamp(-_REACH, _REACH) + _REACH))
        smooth = self.around(mixed.transpose(1, 2)).transpose(1, 2)
        return self.out(nn.functional.gelu(smooth) + mixed)


class Reader(nn.Module):
    """The encoder with all its heads."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = Encoder(folder)
        size = self.encoder.size
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(size, len(TAGS))
        self.joiner = Joiner(size)
        self.stands = nn.Sequential(nn.Linear(size, 128), nn.GELU(), nn.Linear(128, 3))
        self.worth = nn.Sequential(nn.Linear(size, 128), nn.GELU(), nn.Linear(128, 1))  # averaged over words

    def forward(self, pieces: Tensor, kinds: Tensor, seen: Tensor, firsts: Tensor) -> Tensor:
        """One vector a word."""
        return self.drop(self.encoder(pieces, kinds, seen, firsts))
