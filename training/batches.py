"""Annotated texts as padded batches of windows."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from sayso.models.decoding import TAGS
from sayso.models.windows import MASK, Pieces, Window, windows
from training.corpus import Range, Relation, Text

SIZE = 8
_FIRST_WORD = 1996  # of the vocabulary; marks and letters stand before it


class Example(NamedTuple):
    """A window with what is annotated in it, in words of the window."""

    window: Window
    relations: tuple[Relation, ...] = ()
    events: tuple[tuple[Range, int], ...] = ()
    worth: tuple[tuple[Range, int], ...] = ()


class Inputs(NamedTuple):
    """What the encoder takes; ``words`` marks the real words among the padded ones."""

    pieces: Tensor
    kinds: Tensor
    seen: Tensor
    firsts: Tensor
    words: Tensor


def _clip(spans: Sequence[Range], window: Window) -> tuple[Range, ...]:
    cut = ((max(a, window.start), min(b, window.end)) for a, b in spans)
    return tuple((a - window.start, b - window.start) for a, b in cut if a < b)


def _of_window(text: Text, window: Window) -> Example:
    relations = []
    for cue, source, content in text.relations:
        if window.start <= cue[0] < window.end and _clip(content, window):
            relations.append(Relation(_clip([cue], window)[0], _clip(source, window), _clip(content, window)))
    events = [(_clip([span], window), label) for span, label in text.events]
    return Example(window, tuple(relations), tuple((span[0], label) for span, label in events if span))


def examples(texts: Sequence[Text], pieces_of: Pieces) -> list[Example]:
    """The windows of articles, each read by itself."""
    return [_of_window(t, w) for t in texts for w in windows(t.words, t.opens, pieces_of)]


def packed(texts: Sequence[Text], pieces_of: Pieces) -> list[Example]:
    """The windows of sentences set one after the other as the paragraphs of one text."""
    words: list[str] = []
    opens: list[bool] = []
    events: list[tuple[Range, int]] = []
    judged: list[tuple[Range, int]] = []
    for text in texts:
        at = len(words)
        events.extend(((a + at, b + at), label) for (a, b), label in text.events)
        words.extend(text.words)
        opens.extend(text.opens)
        if text.worth >= 0 and text.words:
            judged.append(((at, len(words)), text.worth))
    found = []
    for window in windows(words, opens, pieces_of):
        inside = [(_clip([span], window), label) for span, label in judged]
        example = _of_window(Text("", (), (), (), tuple(events)), window)
        found.append(example._replace(worth=tuple((s[0], label) for s, label in inside if s)))
    return found


def grouped(found: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Batches of windows of like length, in random order."""
    order = sorted(found, key=lambda e: (len(e.window.pieces) // 16, chance.random()))
    batches = [list(order[at : at + SIZE]) for at in range(0, len(order), SIZE)]
    chance.shuffle(batches)
    yield from batches


class Noise:
    """What is changed in the texts at random while training, so that no word and no name is relied on:
    a share of the pieces is masked, and in half of the windows a share of the names is another name."""

    def __init__(
        self, found: Sequence[Example], chance: random.Random, masked: float, renamed: float
    ) -> None:
        self.chance, self.masked, self.renamed = chance, masked, renamed
        self.names: dict[int, list[tuple[int, ...]]] = {}
        for example in found:
            for start, end in _names(example.window):
                self.names.setdefault(end - start, []).append(example.window.pieces[start:end])

    def __call__(self, window: Window) -> list[int]:
        """The pieces of the window with the noise in them."""
        read = list(window.pieces)
        if self.chance.random() < 0.5:
            for start, end in _names(window):
                if self.chance.random() < self.renamed:
                    read[start:end] = self.chance.choice(self.names[end - start])
        inner = range(1, len(read) - 1)
        return [MASK if i in inner and self.chance.random() < self.masked else p for i, p in enumerate(read)]


def _names(window: Window) -> Iterator[Range]:
    """The pieces of capitalised words that follow a small one."""
    for at, start in enumerate(window.firsts):
        if (
            at
            and window.kinds[start] == 1
            and window.kinds[start - 1] == 0
            and window.pieces[start - 1] >= _FIRST_WORD
        ):
            end = window.firsts[at + 1] if at + 1 < len(window.firsts) else len(window.pieces) - 1
            yield start, end


def inputs(batch: Sequence[Example], noise: Noise | None = None) -> Inputs:
    """The padded tensors of a batch."""
    length = max(len(e.window.pieces) for e in batch)
    most = max(len(e.window.firsts) for e in batch)
    shape = (len(batch), length)
    pieces, kinds, seen = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    firsts, words = torch.zeros((len(batch), most), dtype=torch.long), torch.zeros((len(batch), most))
    for row, example in enumerate(batch):
        window = example.window
        read = noise(window) if noise else list(window.pieces)
        pieces[row, : len(read)] = torch.tensor(read)
        kinds[row, : len(read)] = torch.tensor(window.kinds)
        seen[row, : len(read)] = 1
        firsts[row, : len(window.firsts)] = torch.tensor(window.firsts)
        words[row, : len(window.firsts)] = 1
    return Inputs(pieces, kinds, seen, firsts, words)


def _paint(row: Tensor, spans: Sequence[Range], role: str) -> None:
    for a, b in spans:
        row[a:b] = TAGS.index("I-" + role)
        row[a] = TAGS.index("B-" + role)


def flat_targets(batch: Sequence[Example], most: int) -> Tensor:
    """(windows, words) of tags, all relations in one row; -100 where there is no word."""
    found = torch.full((len(batch), most), -100)
    for row, example in enumerate(batch):
        found[row, : len(example.window.firsts)] = 0
        for at, role in ((2, "content"), (1, "source"), (0, "cue")):
            for relation in example.relations:
                spans = (relation.cue,) if at == 0 else relation[at]
                _paint(found[row], spans, role)
    return found


def joint_targets(batch: Sequence[Example], most: int) -> tuple[Tensor, Tensor, Tensor]:
    """For every relation: its window, the first word of its cue, and (words,) tags of it alone."""
    rows, anchors, targets = [], [], []
    for row, example in enumerate(batch):
        for relation in example.relations:
            target = torch.full((most,), -100)
            target[: len(example.window.firsts)] = 0
            _paint(target, relation.content, "content")
            _paint(target, relation.source, "source")
            _paint(target, (relation.cue,), "cue")
            rows.append(row)
            anchors.append(relation.cue[0])
            targets.append(target)
    joined = torch.stack(targets) if targets else torch.zeros((0, most), dtype=torch.long)
    return torch.tensor(rows, dtype=torch.long), torch.tensor(anchors, dtype=torch.long), joined
