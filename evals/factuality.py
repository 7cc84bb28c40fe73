"""Macro F1 on marked events, of the network or of the rules: asserted, denied or uncertain.

    python -m evals.factuality --data bench/factuality/uw.dev.jsonl

``--data`` is JSON Lines with ``text``, ``start``, ``end`` and ``label``.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from evals.paragraphs import parse
from sayso.extract.standing import standing
from sayso.parse import ParsedDocument
from sayso.records import Span

LABELS = ("asserted", "denied", "uncertain")


def label(parsed: ParsedDocument, span: Span) -> str:
    """The rules' reading of an event, in the words of the data."""
    inside = parsed.tokens_in(span)
    if not inside:
        return "asserted"
    if parsed.marks:
        return LABELS[int(parsed.marks.stands[inside[0]].argmax())]
    polarity, modality = standing(parsed, inside[-1])
    if polarity == "questions" or modality != "certain":
        return "uncertain"
    return "denied" if polarity == "denies" else "asserted"


def figures(gold: Sequence[str], found: Sequence[str]) -> dict[str, float]:
    """F1 of each label, their mean and the accuracy."""
    both = Counter(one for one, other in zip(gold, found, strict=True) if one == other)
    wanted, given = Counter(gold), Counter(found)
    scores = {name: 2 * both[name] / max(1, wanted[name] + given[name]) for name in LABELS}
    scores["macro_f1"] = sum(scores.values()) / len(LABELS)
    scores["accuracy"] = both.total() / max(1, len(gold))
    return {name: round(value, 4) for name, value in scores.items()} | {"events": len(gold)}


def read(path: Path) -> tuple[list[str], list[Span], list[str]]:
    """The distinct texts in order, each event's span in them joined, and the labels."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    places: dict[str, int] = {}
    at = 0
    for row in rows:
        if row["text"] not in places:
            places[row["text"]] = at
            at += len(row["text"]) + 2
    spans = [Span(places[row["text"]] + row["start"], places[row["text"]] + row["end"]) for row in rows]
    return list(places), spans, [row["label"] for row in rows]


def main() -> None:
    """Print the figures as JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--grammar", action="store_true", help="ask the rules instead of the network")
    given = options.parse_args()
    texts, spans, gold = read(given.data)
    parsed = parse(texts, not given.grammar)
    print(json.dumps(figures(gold, [label(parsed, span) for span in spans]), indent=1))


if __name__ == "__main__":
    main()
