"""Average precision of the check-worthiness of sentences on a fixed part held out, beside the base rate.

    python -m evals.checkworthy --data bench/checkworthy/claimbuster.crowdsourced.jsonl

``--data`` is JSON Lines with ``text`` and ``label``; ``CFS`` (check-worthy factual) is what is wanted.
All rows are scored where there are no more than ``--held-out`` of them.
"""

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

from evals.paragraphs import parse
from sayso.extract.assertion.worth import worth

_SEED = 20170813  # the 8,000 rows that follow in this order gave the weights in worth.toml


def average_precision(wanted: Sequence[bool], scores: Sequence[float]) -> float:
    """The mean of the precision at each wanted row, best score first; ties in the order given."""
    hits, total = 0, 0.0
    ranked = sorted(range(len(wanted)), key=lambda at: -scores[at])
    for rank, at in enumerate(ranked, 1):
        if wanted[at]:
            hits += 1
            total += hits / rank
    return total / max(1, hits)


def held_out(count: int, size: int) -> list[int]:
    """The numbers of the rows held out, the same at every run."""
    order = list(range(count))
    random.Random(_SEED).shuffle(order)
    return sorted(order[:size])


def main() -> None:
    """Print the figures as JSON."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--held-out", type=int, default=4000)
    options.add_argument("--grammar", action="store_true", help="ask the rules instead of the network")
    given = options.parse_args()
    rows = [json.loads(line) for line in given.data.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [rows[at] for at in held_out(len(rows), given.held_out)]
    parsed = parse([" ".join(row["text"].split()) for row in rows], not given.grammar)
    at: dict[int, list[int]] = {}
    for sentence in parsed.sentences:
        at.setdefault(sentence.segment, []).extend(range(sentence.start, sentence.end))
    wanted = [row["label"] in ("CFS", 1, "1", True) for row in rows]
    scores = [worth(parsed, at.get(number, ())) for number in range(len(rows))]
    figures = {
        "average_precision": round(average_precision(wanted, scores), 4),
        "base_rate": round(sum(wanted) / max(1, len(wanted)), 4),
        "sentences": len(rows),
    }
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
