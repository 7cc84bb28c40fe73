"""Annotated texts as padded batches of windows."""

import random
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from sayso.lexicons import gazetteer
from sayso.models.decoding import TAGS
from sayso.models.grammar import PARAGRAPH, Tree, Word
from sayso.models.names import tag
from sayso.models.windows import MASK, ROOM, Pieces, Window, windows
from training.corpus import Range, Relation, Text, shifted

#: Pieces in a batch, padding included.
_SIZE = 2048
#: How full windows are: the texts are cut elsewhere in every epoch.
_ROOMS = (ROOM, ROOM, ROOM, 190)


class Example(NamedTuple):
    """A window of a text with what is annotated in it, in words of the window."""

    window: Window
    tree: Tree
    names: tuple[tuple[Range, str], ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[tuple[int, float, int], ...] = ()
    worth: tuple[tuple[Range, int], ...] = ()

    def places(self, at: int) -> Tensor:
        """(words,) where the words of the window stand in the tree as seen from one of them."""
        start, end = self.window.start, self.window.end
        return torch.from_numpy(self.tree.seen_from(start + at, (start, end)))


class Inputs(NamedTuple):
    """What the encoder takes: (windows, pieces) pieces, kinds, parts, arcs and which are there; (windows,
    words) the first piece of each word and which words are there."""

    pieces: Tensor
    kinds: Tensor
    parts: Tensor
    arcs: Tensor
    seen: Tensor
    firsts: Tensor
    words: Tensor


def _clip(spans: Sequence[Range], window: Window) -> tuple[Range, ...]:
    cut = ((max(a, window.start), min(b, window.end)) for a, b in spans)
    return tuple((a - window.start, b - window.start) for a, b in cut if a < b)


def _of_window(text: Text, tree: Tree, window: Window) -> Example:
    relations = []
    for cue, source, content in text.relations:
        if window.start <= cue[0] < window.end and _clip(content, window):
            relations.append(Relation(_clip([cue], window)[0], _clip(source, window), _clip(content, window)))
    events = tuple(
        (span[0] - window.start, score, corpus)
        for span, score, corpus in text.events
        if window.start <= span[0] < window.end
    )
    named = ((_clip([span], window), kind) for span, kind in text.names)
    names = tuple((spans[0], kind) for spans, kind in named if spans)
    return Example(window, tree, names, tuple(relations), events)


def examples(texts: Sequence[Text], pieces_of: Pieces, chance: random.Random) -> list[Example]:
    """The windows of articles, each read by itself."""
    found = []
    for text in texts:
        tree = Tree(text.words)
        cut = windows(text.words, pieces_of, chance.choice(_ROOMS))
        found.extend(_of_window(text, tree, window) for window in cut)
    return found


def packed(texts: Sequence[Text], pieces_of: Pieces) -> list[Example]:
    """The windows of sentences set one after the other as the paragraphs of one text."""
    words: list[Word] = []
    events: list[tuple[Range, float, int]] = []
    names: list[tuple[Range, str]] = []
    judged: list[tuple[Range, int]] = []
    for text in texts:
        at = len(words)
        names.extend(((a + at, b + at), kind) for (a, b), kind in text.names)
        events.extend(((a + at, b + at), score, corpus) for (a, b), score, corpus in text.events)
        words.extend(w._replace(opens=min(w.opens, PARAGRAPH)) for w in shifted(text.words, at))
        if text.worth >= 0 and text.words:
            judged.append(((at, len(words)), text.worth))
    whole, tree = Text("", tuple(words), tuple(names), events=tuple(events)), Tree(words)
    found = []
    for window in windows(words, pieces_of):
        inside = [(_clip([span], window), label) for span, label in judged]
        example = _of_window(whole, tree, window)
        found.append(example._replace(worth=tuple((s[0], label) for s, label in inside if s)))
    return found


def grouped(found: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Batches of windows of like length, in random order."""
    order = sorted(found, key=lambda e: (len(e.window.pieces) // 16, chance.random()))
    batches: list[list[Example]] = [[]]
    for example in order:
        longest = max(len(one.window.pieces) for one in (*batches[-1][:1], *batches[-1][-1:], example))
        if batches[-1] and (len(batches[-1]) + 1) * (longest // 16 + 1) * 16 > _SIZE:
            batches.append([])
        batches[-1].append(example)
    chance.shuffle(batches)
    yield from batches


#: Names of these types may stand for one another.
_PROPER = ("EVENT", "FAC", "GPE", "LANGUAGE", "LOC", "NORP", "ORG", "PERSON", "PRODUCT", "WORK_OF_ART")


#: Where a word of a name stands: the type, whether the name begins with it, and its number of pieces.
Slot = tuple[str, bool, int]
Known = dict[Slot, set[tuple[int, ...]]]


class Noise:
    """What is changed in the texts at random while training, so that no word and no name is relied on:
    a share of the pieces is masked, and in half of the windows a share of the words of names is that of
    another name of the type, the rare ones as often as the common."""

    def __init__(self, known: Known, chance: random.Random, masked: float, renamed: float) -> None:
        self.chance, self.masked, self.renamed = chance, masked, renamed
        self.names = {slot: sorted(names) for slot, names in known.items()}

    def __call__(self, example: Example) -> list[int]:
        """The pieces of the window with the noise in them."""
        read = example.window.pieces.tolist()
        if self.chance.random() < 0.5:
            for slot, (start, end) in _name_words(example):
                if self.chance.random() < self.renamed and slot in self.names:
                    read[start:end] = self.chance.choice(self.names[slot])
        inner = range(1, len(read) - 1)
        return [MASK if i in inner and self.chance.random() < self.masked else p for i, p in enumerate(read)]


def known_names(found: Iterable[Example], pieces_of: Pieces) -> Known:
    """The words of the names in some windows, and of every state, its people and large capital."""
    known: Known = {}
    for example in found:
        for slot, (start, end) in _name_words(example):
            known.setdefault(slot, set()).add(tuple(example.window.pieces[start:end].tolist()))
    states = [(words, state.use) for words, state in gazetteer.phrases().items() if state.what == "country"]
    for words, use in states:
        if len(words) == 1 and words[0].isalpha():
            _add(known, "GPE" if use == "name" else "NORP", pieces_of(words[0]))
    for capital in gazetteer.capitals():
        if capital.isalpha():
            _add(known, "GPE", pieces_of(capital))
    return known


def _add(known: Known, kind: str, pieces: Sequence[int]) -> None:
    known.setdefault((kind, True, len(pieces)), set()).add(tuple(pieces))


def _name_words(example: Example) -> Iterator[tuple[Slot, Range]]:
    """The capitalised words of names: where each stands, and its pieces."""
    firsts, kinds = example.window.firsts, example.window.kinds
    for (start, end), kind in example.names:
        for at in range(start, end) if kind in _PROPER else ():
            first = int(firsts[at])
            last = int(firsts[at + 1]) if at + 1 < len(firsts) else len(example.window.pieces) - 1
            if kinds[first] % 3 == 1:
                yield (kind, at == start, last - first), (first, last)


def inputs(batch: Sequence[Example], noise: Noise | None = None) -> Inputs:
    """The padded tensors of a batch."""
    length, most = max(len(e.window.pieces) for e in batch), max(len(e.window.firsts) for e in batch)
    rows = np.zeros((5, len(batch), length), np.int64)
    firsts, words = np.zeros((len(batch), most), np.int64), np.zeros((len(batch), most), np.float32)
    for row, example in enumerate(batch):
        window = example.window
        read = noise(example) if noise else window.pieces
        for plane, values in enumerate((read, window.kinds, window.parts, window.arcs)):
            rows[plane, row, : len(values)] = values
        rows[4, row, : len(read)] = 1
        firsts[row, : len(window.firsts)] = window.firsts
        words[row, : len(window.firsts)] = 1
    planes = (torch.from_numpy(plane) for plane in rows)
    return Inputs(*planes, torch.from_numpy(firsts), torch.from_numpy(words))


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


def name_targets(batch: Sequence[Example], most: int) -> Tensor:
    """(windows, words) of the tags of names; -100 where there is no word."""
    found = torch.full((len(batch), most), -100)
    for row, example in enumerate(batch):
        found[row, : len(example.window.firsts)] = 0
        for (start, end), kind in example.names:
            found[row, start:end] = tag(kind, False)
            found[row, start] = tag(kind, True)
    return found


class Anchors(NamedTuple):
    """Words by which something may be said: (anchors,) windows and words of theirs, (anchors, words) the
    places of the window's words as seen from them, and the tags of that attribution alone, -100 outside."""

    rows: Tensor
    at: Tensor
    places: Tensor
    tags: Tensor


def anchored(batch: Sequence[Example], most: int, rivals: Sequence[tuple[int, int]]) -> Anchors:
    """The cues of all relations, and rival words by which nothing is said, as (window, word)."""
    wanted = [(row, relation.cue[0], relation) for row, e in enumerate(batch) for relation in e.relations]
    wanted += [(row, at, Relation((at, at), (), ())) for row, at in rivals]
    seen = torch.zeros((len(wanted), most), dtype=torch.long)
    tags = torch.full((len(wanted), most), -100)
    for number, (row, at, relation) in enumerate(wanted):
        words = len(batch[row].window.firsts)
        seen[number, :words] = batch[row].places(at)
        tags[number, :words] = 0
        if relation.content:
            _paint(tags[number], relation.content, "content")
            _paint(tags[number], relation.source, "source")
            _paint(tags[number], (relation.cue,), "cue")
    rows, at_words = ([one[part] for one in wanted] for part in (0, 1))
    return Anchors(torch.tensor(rows, dtype=torch.long), torch.tensor(at_words, dtype=torch.long), seen, tags)
