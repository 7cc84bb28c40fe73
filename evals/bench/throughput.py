"""Extraction against the same spaCy pipeline alone, in one run, one process, one thread.

    python -m evals.bench.throughput --data POLNEAR [--articles 200] [--rounds 3] [--grammar]

POLNEAR holds ``dev/text`` and ``train/text``. Both passes read the same segments of the same articles, taking
turns; the ratio is tokens a second of parse and extraction over those of the parse alone. Prints JSON.
"""

import argparse
import json
import os
import platform
import statistics
import time
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")


def articles(data: Path, count: int) -> list[Path]:
    """The first ``count`` articles of dev, then train, by name."""
    return [p for part in ("dev", "train") for p in sorted((data / part / "text").glob("*.txt"))][:count]


def main() -> None:
    """Parse arguments, measure, print."""
    import spacy

    from sayso.config import DEFAULT_MODEL
    from sayso.extract import extract_document
    from sayso.intake import read
    from sayso.parse import Parser
    from sayso.parse.reading import passages
    from sayso.records import SPOKEN, Refusal

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--grammar", action="store_true", help="read with the rules alone")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    readings = [
        reading
        for reading in read([str(p) for p in articles(options.data, options.articles)])
        if not isinstance(reading, Refusal)
    ]
    texts = [
        [p.text for s in r.segments if s.kind in SPOKEN for p in passages(r.document.text, s)]
        for r in readings
    ]
    nlp, reader = spacy.load(DEFAULT_MODEL), Parser(network=not options.grammar)
    ratios, alone, whole, tokens = [], [], [], 0
    for _ in range(options.rounds + 1):
        start = time.perf_counter()
        tokens = sum(len(doc) for batch in texts for doc in nlp.pipe(batch))
        middle = time.perf_counter()
        for reading in readings:
            extract_document(reader.parse(reading.document, reading.segments), "bench")
        end = time.perf_counter()
        alone.append(tokens / (middle - start))
        whole.append(tokens / (end - middle))
        ratios.append((middle - start) / (end - middle))
    report = {
        "articles": len(readings),
        "tokens": tokens,
        "ratio": round(statistics.median(ratios[1:]), 3),
        "ratios": [round(ratio, 3) for ratio in ratios[1:]],
        "spacy_alone_tokens_per_second": round(statistics.median(alone[1:])),
        "extraction_tokens_per_second": round(statistics.median(whole[1:])),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
    }
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
