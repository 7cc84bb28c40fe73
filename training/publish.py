"""From the fitted network to the files that ship: ONNX, the encoder in whole numbers, hashes beside them."""

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.batches import Inputs
from training.network import Joiner, Reader, at_words

_OPSET = 17


class _Encoding(nn.Module):
    """One window in; states, probabilities of tags and standing, log odds of worth, tags of names, out."""

    def __init__(self, network: Reader) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, pieces: Tensor, kinds: Tensor, parts: Tensor, arcs: Tensor, firsts: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        network = self.network
        whole = torch.ones_like(pieces)
        lower = network.encoder(Inputs(pieces, kinds, parts, arcs, whole, firsts, whole))
        states, beside = network.saying.alone(lower, firsts), network.standing.alone(lower, firsts)
        tags = network.tags(states).softmax(-1)
        stands = network.stands(beside)[..., :3].softmax(-1)
        names = network.names(at_words(lower, firsts)).argmax(-1)
        return states, tags, stands, network.worth(beside), names


class _Joining(nn.Module):
    """The states of one window, its anchors and the places of words in; log probabilities of tags for each
    anchor out."""

    def __init__(self, joiner: Joiner) -> None:
        super().__init__()
        self.joiner = joiner

    def forward(self, states: Tensor, anchors: Tensor, places: Tensor) -> Tensor:
        scores: Tensor = self.joiner(states.unsqueeze(0), torch.zeros_like(anchors), anchors, places)
        return scores.log_softmax(-1)


def _export(
    module: nn.Module, example: tuple[Tensor, ...], path: Path, axes: dict[str, dict[int, str]]
) -> None:
    names = list(axes)
    torch.onnx.export(
        module.eval(),
        example,
        str(path),
        input_names=names[: len(example)],
        output_names=names[len(example) :],
        dynamic_axes=axes,
        opset_version=_OPSET,
        dynamo=False,
    )


def _publish(
    module: nn.Module, example: tuple[Tensor, ...], path: Path, axes: dict[str, dict[int, str]]
) -> None:
    """Write a module in whole numbers."""
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / path.name
        _export(module, example, whole, axes)
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def publish(network: Reader, encoder: Path, folder: Path) -> None:
    """Write ``encoder.onnx`` and ``joiner.onnx`` (8-bit weights), ``tokenizer.json`` and ``hashes.json``.

    Weights keep to seven bits, so that no processor's sums overflow and all read alike.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pieces, firsts = torch.randint(2000, 20000, (1, 64)), torch.arange(1, 40).unsqueeze(0)
    row = {1: "words"}
    axes = {name: {1: "pieces"} for name in ("pieces", "kinds", "parts", "arcs")} | {"firsts": row}
    axes |= {"states": row, "tags": row, "stands": row, "worth": row, "names": row}
    shapes = (torch.zeros_like(pieces),) * 3
    _publish(_Encoding(network), (pieces, *shapes, firsts), folder / "encoder.onnx", axes)
    states = torch.zeros(39, network.encoder.size)
    both = {0: "anchors", 1: "words"}
    axes = {"states": {0: "words"}, "anchors": {0: "anchors"}, "places": both, "joined": both}
    given = (states, torch.tensor([3, 9]), torch.zeros((2, 39), dtype=torch.long))
    _publish(_Joining(network.joiner), given, folder / "joiner.onnx", axes)
    shutil.copy(encoder / "tokenizer.json", folder / "tokenizer.json")
    names = ("encoder.onnx", "joiner.onnx", "tokenizer.json")
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    (folder / "hashes.json").write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf-8")
