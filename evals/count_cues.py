"""Count the cue lexicon and fit the weights on annotated text: ``python -m evals.count_cues --data FOLDER``.

Writes ``cues.csv``, ``source_nouns.csv`` and ``attribution_weights.csv`` into ``sayso.lexicons`` (or
``--out``). Only counts and weights of single words and constructions are kept, no text.
"""

import argparse
import csv
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import numpy as np

from evals.attribution_gold import Known, agreement, parsed_gold
from evals.logistic import Design, fit
from sayso.extract.attribution import scoring
from sayso.extract.attribution.counts import CueCounts, Key
from sayso.extract.attribution.cue import candidates
from sayso.extract.attribution.page import Page
from sayso.extract.attribution.scoring import Less, Reading, cases, features, readings_of
from sayso.parse import ParsedDocument

OUT = Path(scoring.__file__).parents[2] / "lexicons"
LEAST_CUE = 2
LEAST_SEEN = 4
LEAST_NOUN = 5
RIDGE = 12.0
LOWER = "in lower case"
Annotated = tuple[ParsedDocument, list[Known]]
Counts = dict[Key, list[int]]


def keys_of(key: Key) -> tuple[Key, ...]:
    """The rows of the lexicon a reading adds to; the word's own row is added to once a token."""
    return key, ("*", key[1], key[2])


def plain(parsed: ParsedDocument, token: int) -> bool:
    """Is the token a common word, by its lower case? Names taken for verbs or nouns stay out."""
    return parsed.tokens[token].text[:1].islower()


def count(page: Page, gold: list[Known], nouns: Counter[tuple[str, bool]]) -> Counts:
    """{key: [times a cue, times seen]} of one document."""
    found: Counts = defaultdict(lambda: [0, 0])
    words: dict[int, tuple[Key, bool]] = {}
    for reading in readings_of(page, candidates(page, None)):
        if page.enclosed(reading.candidate.cue):
            continue
        hit = agreement(reading, gold) > 0
        for key in keys_of(reading.key):
            found[key][0] += hit
            found[key][1] += 1
        cue = reading.candidate.cue
        if hit and plain(page.parsed, cue):
            found[(*reading.key[:2], LOWER)][0] += 1
        words[cue] = ((*reading.key[:2], "*"), hit or words.get(cue, (reading.key, False))[1])
        head = reading.source.head
        if head is not None and page.parsed.tokens[head].pos == "NOUN" and plain(page.parsed, head):
            nouns[page.parsed.tokens[head].lemma.lower(), hit] += 1
    for key, hit in words.values():
        found[key][0] += hit
        found[key][1] += 1
    return found


def lexicon_of(counted: Iterable[Counts]) -> dict[Key, tuple[int, int]]:
    """The summed counts of all words that were a cue often enough."""
    total: Counts = defaultdict(lambda: [0, 0])
    for counts in counted:
        for key, (cue, seen) in counts.items():
            total[key][0] += cue
            total[key][1] += seen
    lower = {key[:2] for key in total if key[2] == LOWER or not key[0].isalpha()}
    kept = lower & {key[:2] for key, (cue, _) in total.items() if key[2] == "*" and cue >= LEAST_CUE}
    return {
        key: (cue, seen)
        for key, (cue, seen) in sorted(total.items())
        if key[2] != LOWER
        and ((key[:2] in kept and (cue or seen >= LEAST_SEEN)) or (key[0] == "*" and cue >= LEAST_CUE))
    }


def noun_odds(nouns: Counter[tuple[str, bool]]) -> dict[str, float]:
    """Log odds of a noun as source against those of all nouns, drawn to 0 where little was seen."""
    base = sum(n for (_, hit), n in nouns.items() if hit) / max(1, nouns.total())
    result = {}
    for noun in sorted({noun for noun, _ in nouns}):
        hits, seen = nouns[noun, True], nouns[noun, True] + nouns[noun, False]
        if seen >= LEAST_NOUN and noun.isalpha():
            share = (hits + 10 * base) / (seen + 10)
            result[noun] = round(math.log(share / (1 - share)) - math.log(base / (1 - base)), 2)
    return result


class Samples:
    """The rows of the regression as they come in."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.row: list[int] = []
        self.column: list[int] = []
        self.value: list[float] = []
        self.target: list[float] = []

    def add(self, named: Iterable[tuple[str, float]], target: float) -> None:
        for name, value in named:
            self.row.append(len(self.target))
            self.column.append(self.names.setdefault(name, len(self.names)))
            self.value.append(value)
        self.target.append(target)

    def weights(self) -> dict[str, float]:
        """The fitted weight of every feature that weighs anything."""
        design = Design(self.row, self.column, self.value, self.target)
        ridge = np.full(design.width, RIDGE)
        ridge[self.names["bias"]] = 0.0
        fitted = fit(design, ridge)
        return {
            name: weight for name, at in sorted(self.names.items()) if (weight := round(float(fitted[at]), 3))
        }


def less(own: Counts, reading: Reading) -> Less:
    """What the document at hand added to the counts of a reading's key and word."""
    key, word = own.get(reading.key, [0, 0]), own.get((*reading.key[:2], "*"), [0, 0])
    return key[0], key[1], word[0], word[1]


def learn(annotated: list[Annotated], out: Path) -> dict[str, int]:
    """Count, fit and write; the sizes of what was written."""
    nouns: Counter[tuple[str, bool]] = Counter()
    pages = [(Page(parsed), gold) for parsed, gold in annotated]
    own = [count(page, gold, nouns) for page, gold in pages]
    odds = noun_odds(nouns)
    lexicon = CueCounts(lexicon_of(own), odds)
    _write(out / "cues.csv", ("lemma", "pos", "construction", "cue", "seen", "precision"), [
        (*key, cue, seen, f"{cue / seen:.3f}") for key, (cue, seen) in lexicon.rows.items()
    ])  # fmt: skip
    _write(out / "source_nouns.csv", ("noun", "logit"), sorted(odds.items()))
    samples = Samples()
    for (page, gold), mine in zip(pages, own, strict=True):
        found = readings_of(page, candidates(page, lexicon))
        for case in cases(page, lexicon, found, partial(less, mine)):
            if page.enclosed(case.reading.candidate.cue):
                continue  # PolNeAR leaves quotations in quotations out, we do not
            samples.add(features(page, case), agreement(case.reading, gold))
    weights = samples.weights()
    _write(out / "attribution_weights.csv", ("feature", "weight"), sorted(weights.items()))
    return {
        "cues": len(lexicon.rows),
        "nouns": len(odds),
        "readings": len(samples.target),
        "weights": len(weights),
    }


PROVENANCE = (
    "# Counted by evals/count_cues.py on the training part of PolNeAR (Newell et al., LREC 2018);"
    " counts and weights only, no text.\n"
)


def _write(path: Path, heading: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(PROVENANCE)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with text/ and attributions/")
    parser.add_argument("--bench", type=Path, help="folder of score_attribution.py")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    print(json.dumps(learn(list(parsed_gold(options.data, options.bench)), options.out)))


if __name__ == "__main__":
    main()
