"""Who says what, against annotated text: ``python -m evals.attribution --data FOLDER [--show N]``.

FOLDER has ``text/`` and ``attributions/`` in the layout of PolNeAR; the texts go through the real intake.
"""

import argparse
import json
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from evals.scorers import find_scorer, load_scorer, run_scorer
from sayso.extract.attribution import Attribution, find_attributions
from sayso.intake import Reading, read
from sayso.parse import Parser

ROLES = ("source", "cue", "content")
_PRONOUN = re.compile(r"i|he|she|it|they|we|you|who|which|that|this|these|those|his|her|their|him|them", re.I)
_MARKS = "\"“”''``«»„"
Item = dict[str, list[list[int]]]


def as_item(attribution: Attribution) -> Item:
    """The scorer's form of an attribution."""
    return {role: [list(span) for span in getattr(attribution, role)] for role in ROLES}


def predict(data: Path, network: bool = True) -> Iterator[tuple[str, list[Item], int, float]]:
    """For every text: name, attributions, number of tokens, seconds spent on attribution alone."""
    parser = Parser(network=network)
    for path in sorted((data / "text").glob("*.txt")):
        for reading in read([str(path)]):
            if not isinstance(reading, Reading):
                print(f"{path.name}: {reading.reason}", file=sys.stderr)
                continue
            parsed = parser.parse(reading.document, reading.segments)
            before = time.process_time()
            found = find_attributions(parsed)
            spent = time.process_time() - before
            yield path.stem, [as_item(a) for a in found], len(parsed.tokens), spent


def form(text: str, item: Item) -> str:
    """Direct, indirect or mixed, by the quotation marks in and around the content."""
    words = " ".join(text[start:end] for start, end in item["content"])
    marked = [
        any(mark in text[max(0, s - 1) : e + 1] for mark in _MARKS if mark != "'") for s, e in item["content"]
    ]
    if not any(marked) and "''" not in words:
        return "indirect"
    first, last = item["content"][0][0], item["content"][-1][1]
    return "direct" if text[first] in _MARKS and text[last - 1] in _MARKS + ".,?!" else "mixed"


def kind(text: str, item: Item) -> str:
    """Name, description, pronoun or absent, by the words of the source."""
    words = " ".join(text[start:end] for start, end in item["source"]).split()
    if not words:
        return "absent"
    if len(words) == 1 and _PRONOUN.fullmatch(words[0]):
        return "pronoun"
    return "name" if any(word[:1].isupper() for word in words[1:] or words) else "description"


class Comparison:
    """Gold against predictions, document by document: figures by class, and what was missed or too much."""

    def __init__(self, scorer: ModuleType) -> None:
        self.scorer = scorer
        self.counts: Counter[tuple[str, str]] = Counter()
        self.errors: list[str] = []

    def add(self, name: str, annotated: tuple[str, list[Item]], predicted: list[Item]) -> None:
        text, gold = annotated
        tokens = self.scorer.Tokens(text)
        gold = [item for item in gold if tokens.covered(item["content"])]
        contents = [[tokens.covered(item["content"]) for item in items] for items in (gold, predicted)]
        pairs = dict(self.scorer.pair(*contents, 0.5))
        for number, item in enumerate(gold):
            other = predicted[pairs[number]] if number in pairs else None
            right = other is not None and self._same_source(tokens, item, other)
            self._count(text, item, "gold", other is not None, right)
            if other is not None:
                self._count(text, other, "found", True, right)
            if not right:
                self.errors.append(
                    f"{'MISS' if other is None else 'SOURCE'} {name} {self._words(text, item)}"
                )
        for number, item in enumerate(predicted):
            if number not in pairs.values():
                self._count(text, item, "found", False, False)
                self.errors.append(f"EXTRA {name} {self._words(text, item)}")

    def _count(self, text: str, item: Item, side: str, content: bool, attributed: bool) -> None:
        """Note an attribution under its classes; ``side`` is "gold" or "found"."""
        for label in (form(text, item), "source: " + kind(text, item)):
            self.counts[label, side] += 1
            self.counts[label, f"{side} content"] += content
            self.counts[label, f"{side} attributed"] += attributed

    @staticmethod
    def _same_source(tokens: Any, gold: Item, predicted: Item) -> bool:
        one, other = tokens.covered(gold["source"]), tokens.covered(predicted["source"])
        return bool(tokens.telling(one & other)) if one and other else not one and not other

    @staticmethod
    def _words(text: str, item: Item) -> str:
        return " | ".join(" … ".join(text[start:end] for start, end in item[role]) for role in ROLES)

    def by_class(self) -> dict[str, dict[str, float | int]]:
        """{class: gold and found counts; recall by the class of the gold, precision by that of what was
        found, and their F1, of content and of content with source}."""
        labels = sorted({label for label, _ in self.counts})
        return {label: self._figures(label) for label in labels}

    def _figures(self, label: str) -> dict[str, float | int]:
        gold, found = self.counts[label, "gold"], self.counts[label, "found"]
        figures: dict[str, float | int] = {"gold": gold, "found": found}
        for what in ("content", "attributed"):
            recall = self.counts[label, f"gold {what}"] / max(1, gold)
            precision = self.counts[label, f"found {what}"] / max(1, found)
            figures[f"{what}@0.5 / recall"] = round(recall, 3)
            figures[f"{what}@0.5 / precision"] = round(precision, 3)
            figures[f"{what}@0.5 / f1"] = round(2 * recall * precision / max(1e-9, recall + precision), 3)
        return figures


def measure(data: Path, scorer_path: Path, network: bool = True) -> tuple[dict[str, Any], list[str]]:
    """The figures, and every error in words."""
    scorer = load_scorer(scorer_path)
    gold = scorer.read_gold(data)
    comparison, tokens, seconds = Comparison(scorer), 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        with predictions.open("w", encoding="utf-8") as file:
            for name, items, size, spent in predict(data, network):
                file.write(json.dumps({"document": name, "attributions": items}) + "\n")
                comparison.add(name, gold[name], items)
                tokens, seconds = tokens + size, seconds + spent
        figures = run_scorer(scorer_path, "--gold", str(data), "--pred", str(predictions))
    figures["by class"] = comparison.by_class()
    figures["tokens per second of attribution"] = round(tokens / max(seconds, 1e-9))
    return figures, comparison.errors


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with text/ and attributions/")
    parser.add_argument("--bench", type=Path, help="folder of score_attribution.py")
    parser.add_argument("--grammar", action="store_true", help="read with the rules alone")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N errors, chosen at random")
    options = parser.parse_args()
    scorer = find_scorer("score_attribution.py", options.data, options.bench)
    figures, errors = measure(options.data, scorer, not options.grammar)
    print(json.dumps(figures, indent=2))
    for error in random.Random(0).sample(errors, min(options.show, len(errors))):
        print(error)


if __name__ == "__main__":
    main()
