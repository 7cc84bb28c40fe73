"""What the shipped network reads in a text: who says what, what is firmly said, what is worth checking."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from sayso.errors import ModelError
from sayso.models.decoding import TAGS, Asked, Joined, Scores, joined
from sayso.models.grammar import Numbers, Tree, Word
from sayso.models.windows import Pieces, Window, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

#: Words less likely than this to begin a cue are not asked who says what by them.
LIKELY = 0.02
_CONTENT = [at for at, tag in enumerate(TAGS) if tag.endswith("content")]
#: Words whose pieces are kept at hand, about what a few thousand articles use.
_KEPT = 65_536
#: Windows whose attributions are decoded together, which changes nothing but the time it takes.
_TOGETHER = 32
#: ONNX Runtime's step for this adds and normalises more slowly than its two steps apart.
_NOT_JOINED = ["SkipLayerNormFusion"]


@dataclass(frozen=True)
class Marks:
    """``attributions`` in order of cue. For every word: ``content``, the probability that it belongs to what
    somebody says; ``stands``, the probabilities that an event there is asserted, denied or uncertain;
    ``worth``, the log odds that it belongs to what is worth checking, and the logarithm of how much it counts
    beside its neighbours; ``names``, the tag of the name or figure it belongs to (see ``models.names``)."""

    attributions: tuple[Joined, ...]
    content: Scores
    stands: Scores
    worth: Scores
    names: Numbers


class Reader:
    """The loaded network. The same words give the same marks, whatever else is read. ``version`` is the start
    of a hash over its files; ``ValueError`` where one is not the file that was published."""

    def __init__(self, folder: Path) -> None:
        self.version = _checked(folder)
        self._pieces = lru_cache(_KEPT)(word_pieces(folder / "tokenizer.json"))
        self._encoder = _session(folder / "encoder.onnx")
        self._joiner = _session(folder / "joiner.onnx")

    def read(self, words: Sequence[Word]) -> Marks:
        """The marks of a text."""
        found: list[Joined] = []
        tree = Tree(words)
        said = np.zeros(len(words), np.float32)
        stands, worth = np.zeros((len(words), 3), np.float32), np.zeros((len(words), 2), np.float32)
        names = np.zeros(len(words), np.int64)
        every = list(windows(words, self._pieces))
        for at in range(0, len(every), _TOGETHER):
            asked: list[Asked] = []
            for window in every[at : at + _TOGETHER]:
                part = slice(window.start, window.end)
                states, tags, stands[part], worth[part], names[part] = self._encode(window)
                said[part] = tags[:, _CONTENT].sum(1)
                asked.extend(self._ask(window, states, tags, tree))
            found.extend(joined(asked))
        return Marks(tuple(found), said, stands, worth, names)

    def _ask(self, window: Window, states: Scores, tags: Scores, tree: Tree) -> Iterator[Asked]:
        """What the words of a window say by each that is likely to begin a cue."""
        likely = tags[:, TAGS.index("B-cue")]
        anchors = np.nonzero(likely >= LIKELY)[0]
        if len(anchors):
            span = (window.start, window.end)
            seen = np.stack([tree.seen_from(window.start + int(at), span) for at in anchors])
            scores = self._joiner.run(None, {"states": states, "anchors": anchors, "places": seen})[0]
            yield Asked(scores, anchors, likely[anchors], window.start)

    def _encode(self, window: Window) -> tuple[Scores, Scores, Scores, Scores, Numbers]:
        """(words, size) states, (words, tags) and (words, 3) probabilities, (words, 2) worths and weights,
        (words,) tags of names."""
        given = ("pieces", "kinds", "parts", "arcs", "firsts")
        out = self._encoder.run(None, {name: getattr(window, name)[None] for name in given})
        states, tags, stands, worth, names = (one[0] for one in out)
        return states, tags, stands, worth, names


def _checked(folder: Path) -> str:
    """The version of the files in a folder, each of which has the hash that ``hashes.json`` gives it."""
    hashes: dict[str, str] = json.loads((folder / "hashes.json").read_text(encoding="utf-8"))
    for name, wanted in hashes.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != wanted:
            raise ValueError(f"{name} is not the published file")
    return hashlib.sha256(json.dumps(hashes, sort_keys=True).encode()).hexdigest()[:12]


def word_pieces(path: Path) -> Pieces:
    """The numbers of a word's pieces, looked up by the word, as the tokenizer in that file cuts it."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return lambda word: tuple(tokenizer.encode(word, add_special_tokens=False).ids)


def _session(path: Path) -> "InferenceSession":
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=_NOT_JOINED
    )


@cache
def shipped() -> Reader:
    """The network as shipped; ``ModelError`` where its files are damaged or missing."""
    folder = Path(str(files(__package__))) / "weights"
    try:
        return Reader(folder)
    except Exception as error:
        raise ModelError(
            f"the network in {folder} cannot be loaded ({type(error).__name__}); install sayso again"
        ) from error
