"""Fit the weights of the events' second reading: ``python -m evals.event_weights --data PLV_TABLE``.

Writes ``plover_weights.csv`` into ``sayso.lexicons`` (or ``--out``): weights of single words and of rules,
no text. The heading names the table they were fitted on by its hash, so that ``evals.events`` cross-validates
on that table and plainly measures on any other.
"""

import argparse
import csv
import hashlib
import io
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, get_args

import numpy as np

from evals.logistic import Design, fit
from evals.paragraphs import parse_sentence
from sayso.extract.event import weighing
from sayso.extract.event.actor import noun_phrase
from sayso.extract.event.coding import Coding, find_codings
from sayso.extract.event.weighing import Weights, code_odds, features
from sayso.parse import ParsedDocument, Parser
from sayso.records import Span
from sayso.records.figure import Plover

OUT = Path(weighing.__file__).parents[2] / "lexicons" / "plover_weights.csv"
FOLDS = 10
CODES: tuple[Plover, ...] = get_args(Plover)
_RIDGE = 0.2
_LEAST_SEEN = 2
#: Weights nearer to 0 than this are left out of the file.
_LEAST = 0.1
_PROVENANCE = """\
# What the words of a sentence say for or against a PLOVER code, beside the codebook (log odds).
# Fitted by evals/event_weights.py on the training part of PLV (Zero-Shot-PLOVER); weights of single
# words in lower case only: no text, no names, no nationalities.
# sha256 of the table: {}
"""


class Pair(NamedTuple):
    """A sentence's source and target as the weights see them; ``rule`` is "none" where no rule codes them."""

    features: dict[str, float]
    rule: str
    sentence: str


def read_rows(data: Path) -> list[dict[str, str]]:
    """The rows of a PLV table."""
    return list(csv.DictReader(io.StringIO(data.read_text(encoding="utf-8")), delimiter="\t"))


def words(parsed: ParsedDocument, index: int | None) -> str:
    """The noun phrase of an actor, "" for none."""
    return "" if index is None else parsed.words(noun_phrase(parsed, index))


def pair_of(parsed: ParsedDocument, source: str, target: str) -> Pair:
    """What is to be known of two given actors: the event whose actors are most like them, if any."""

    def likeness(one: Coding) -> tuple[float, float]:
        shared = sum(
            bool(set(words(parsed, index).lower().split()) & set(given.lower().split()))
            for index, given in ((one.who, source), (one.to, target))
        )
        return shared + one.confidence, -one.head

    found = max(find_codings(parsed), key=likeness, default=None)
    rule = found.code if found else "none"
    return Pair(features(parsed, found or _unread(parsed, source, target), rule), rule, parsed.document.text)


def _unread(parsed: ParsedDocument, source: str, target: str) -> Coding:
    """An event that no rule reads, on the lowest word over both actors; its code means nothing."""
    who, to = _head_of(parsed, source), _head_of(parsed, target)
    over = [[at, *parsed.ancestors(at)] for at in (who, to) if at is not None]
    shared = [at for at in over[-1] if all(at in chain for chain in over)] if over else [0]
    head = (shared or over[0])[0]
    span, verbal = parsed.span(head, head + 1), parsed.tokens[head].pos in ("VERB", "AUX")
    return Coding("AGREE", head, who, to, span, span, 0.0, nominal=not verbal)


def _head_of(parsed: ParsedDocument, text: str) -> int | None:
    at = parsed.document.text.find(text)
    inside = parsed.tokens_in(Span(at, at + len(text))) if at >= 0 else ()
    return next((one for one in inside if parsed.tokens[one].head not in inside), None)


def fit_weights(pairs: Sequence[Pair], codes: Sequence[str]) -> Weights:
    """One code against the rest, a weight for every feature seen at least twice."""
    seen = Counter(name for pair in pairs for name in pair.features)
    names = sorted(name for name, times in seen.items() if times >= _LEAST_SEEN)
    column = {name: at for at, name in enumerate(names)}
    entries = [
        (row, column[name], strength)
        for row, pair in enumerate(pairs)
        for name, strength in pair.features.items()
        if name in column
    ]
    rows, columns, strengths = ([*part] for part in zip(*entries, strict=True))
    found: defaultdict[str, dict[Plover, float]] = defaultdict(dict)
    for code in CODES:
        design = Design(rows, columns, strengths, [float(one == code) for one in codes])
        fitted = fit(design, np.full(len(names), _RIDGE), 50)
        for name, weight in zip(names, fitted, strict=True):
            found[name][code] = round(float(weight), 2)
    return found


def best_code(pair: Pair, weights: Weights) -> str:
    """The code of a pair: the rule's unless the weights clearly speak for another."""
    return weighing.reconsidered(pair.rule, code_odds(pair.features, weights))


def cross_validated(pairs: Sequence[Pair], codes: Sequence[str]) -> list[str]:
    """The code of each pair by weights fitted without its tenth of the sentences."""
    order = sorted({pair.sentence for pair in pairs}, key=lambda text: hashlib.sha256(text.encode()).digest())
    part = {text: at % FOLDS for at, text in enumerate(order)}
    found = [""] * len(pairs)
    for fold in range(FOLDS):
        rest = [at for at, pair in enumerate(pairs) if part[pair.sentence] != fold]
        weights = fit_weights([pairs[at] for at in rest], [codes[at] for at in rest])
        for at, pair in enumerate(pairs):
            if part[pair.sentence] == fold:
                found[at] = best_code(pair, weights)
    return found


def fitted_on(data: Path, weights: Path = OUT) -> bool:
    """Were the weights (the shipped ones unless given) fitted on this very table?"""
    heading = weights.read_text(encoding="utf-8").partition("feature,")[0] if weights.exists() else ""
    return hashlib.sha256(data.read_bytes()).hexdigest() in heading


def write(weights: Weights, data: Path, out: Path) -> None:
    """Write the weights with where they come from."""
    source = hashlib.sha256(data.read_bytes()).hexdigest()
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_PROVENANCE.format(source))
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("feature", "code", "weight"))
        rows.writerows(_rows(weights))


def _rows(weights: Weights) -> Iterator[tuple[str, str, float]]:
    for name in sorted(weights):
        for code, weight in sorted(weights[name].items()):
            if abs(weight) >= _LEAST:
                yield name, code, weight


def main() -> None:
    """Fit and write."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True, help="a PLV .tsv file with gold_root")
    arguments.add_argument("--out", type=Path, default=OUT)
    options = arguments.parse_args()
    parser, rows = Parser(), read_rows(options.data)
    pairs = [pair_of(parse_sentence(parser, row["sentence"]), row["source"], row["target"]) for row in rows]
    write(fit_weights(pairs, [row["gold_root"] for row in rows]), options.data, options.out)


if __name__ == "__main__":
    main()
