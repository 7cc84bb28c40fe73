"""Pairs of names, same or not: ``python -m evals.names --data PAIRS.csv [--bench FOLDER] [--errors]``."""

import argparse
import csv
import json
import sys
import time
from pathlib import Path
from typing import Any

from evals.scorers import find_scorer, load_scorer
from sayso.align.compare.name import Kind, compare_names

#: What the sets call their things, and what comparison calls them.
KINDS: dict[str, Kind] = {"Person": "person", "Company": "organisation", "Organization": "organisation"}


def read(data: Path) -> list[dict[str, str]]:
    """The rows of the set: ``name1, name2, is_match`` and, in some, ``schema``."""
    with data.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def scores_of(rows: list[dict[str, str]]) -> list[float]:
    """The likeness of every pair, in order."""
    kinds = [KINDS.get(row.get("schema", ""), "other") for row in rows]
    pairs = zip(rows, kinds, strict=True)
    return [compare_names(row["name1"], row["name2"], kind).score for row, kind in pairs]


def measure(data: Path, scorer_path: Path) -> dict[str, Any]:
    """The scorer's figures and pairs a second."""
    rows = read(data)
    began = time.perf_counter()
    scores = scores_of(rows)
    taken = time.perf_counter() - began
    figures: dict[str, Any] = load_scorer(scorer_path).evaluate(rows, scores, show=False)
    return figures | {"pairs a second": round(len(rows) / taken)}


def show_errors(data: Path, threshold: float) -> None:
    """Every pair on the wrong side of the threshold, on stderr."""
    rows = read(data)
    for row, score in zip(rows, scores_of(rows), strict=True):
        if (row["is_match"].lower() == "true") != (score >= threshold):
            fields = (row["is_match"], f"{score:.3f}", row.get("schema", ""), row["name1"], row["name2"])
            sys.stderr.write("\t".join(fields) + "\n")


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--bench", type=Path, help="folder of score_names.py, where it is not near the data")
    parser.add_argument("--errors", action="store_true", help="list the wrong pairs on stderr")
    options = parser.parse_args()
    figures = measure(options.data, find_scorer("score_names.py", options.data.parent, options.bench))
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    if options.errors:
        show_errors(options.data, figures["thresholds"][0])


if __name__ == "__main__":
    main()
