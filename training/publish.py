"""From the fitted network to the files that ship: ONNX, the encoder in whole numbers, hashes beside them."""

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import Joiner, Reader

_OPSET = 17


class _Encoding(nn.Module):
    """One window in; states, and probabilities of tags and standing, and log odds of worth, out."""

    def __init__(self, network: Reader) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, kinds: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        states = self.network.encoder.alone(pieces, kinds, firsts)
        tags = self.network.tags(states).softmax(-1)
        stands = self.network.stands(states).softmax(-1)
        return states, tags, stands, self.network.worth(states).squeeze(-1)


class _Joining(nn.Module):
    """The states of one window and its anchors in; log probabilities of tags for each anchor out."""

    def __init__(self, joiner: Joiner) -> None:
        super().__init__()
        self.joiner = joiner

    def forward(self, states: Tensor, anchors: Tensor) -> Tensor:
        scores: Tensor = self.joiner(states.unsqueeze(0), torch.zeros_like(anchors), anchors)
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


def publish(network: Reader, encoder: Path, folder: Path) -> None:
    """Write ``encoder.onnx`` (8-bit weights), ``joiner.onnx``, ``tokenizer.json`` and ``hashes.json``.

    Weights keep to seven bits, so that no processor's sums overflow and all read alike.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pieces, firsts = torch.randint(2000, 20000, (1, 64)), torch.arange(1, 40).unsqueeze(0)
    row = {1: "words"}
    axes = {"pieces": {1: "pieces"}, "kinds": {1: "pieces"}, "firsts": row}
    axes |= {"states": row, "tags": row, "stands": row, "worth": row}
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "encoder.onnx"
        _export(_Encoding(network), (pieces, torch.zeros_like(pieces), firsts), whole, axes)
        quantize_dynamic(
            whole, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
    states = torch.zeros(39, network.encoder.size)
    axes = {"states": {0: "words"}, "anchors": {0: "anchors"}, "joined": {0: "anchors", 1: "words"}}
    _export(_Joining(network.joiner), (states, torch.tensor([3, 9])), folder / "joiner.onnx", axes)
    shutil.copy(encoder / "tokenizer.json", folder / "tokenizer.json")
    names = ("encoder.onnx", "joiner.onnx", "tokenizer.json")
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    (folder / "hashes.json").write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf-8")
