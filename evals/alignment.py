"""Pairs of statements: same, supporting, contradicting, neither.

``python -m evals.alignment --data PAIRS.jsonl [--dev PAIRS.jsonl]``. Rows are ``{id, a, b, label}``. Sets
labelled ``same | other`` are scored by threshold (found on ``--dev``, else on the set itself), all others
by label.
"""

import argparse
import json
from functools import cache
from pathlib import Path
from typing import Any

from evals.scorers import find_scorer, load_scorer
from sayso.align.compare.text import Rarity, likeness, measure_rarity
from sayso.align.entity import resolve
from sayso.align.relation import compare_pair
from sayso.align.utterance import Utterance, prepare
from sayso.extract import extract_document
from sayso.extract.modality import polarity
from sayso.parse import Parser
from sayso.records import Document, Extraction, Segment, Span, Statement, ids

#: What the sets call agreement, contradiction and neither.
AGREE = ("entails", "support", "supports", "strengthen", "same")
CLASH = ("contradicts", "contradict", "weaken", "undermine", "other")
NEITHER = ("neutral", "neither", "none", "not_entails")

Row = dict[str, Any]


@cache
def the_parser() -> Parser:
    """The default parser, loaded once."""
    return Parser()


@cache
def read_sentence(text: str, side: str) -> Extraction:
    """The sentence as a document of one statement; ``side`` keeps the two of a pair apart."""
    document = Document(
        id=ids.derive("doc", side, text), uris=(side,), media_type="text/plain",
        sha256=ids.sha256(text.encode()), text=text, language="en",
    )  # fmt: skip
    segment = Segment(
        id=ids.derive("seg", document.id), document=document.id, start=0, end=len(text), order=0, kind="body"
    )
    parsed = the_parser().parse(document, [segment])
    found = extract_document(parsed, "run_eval")
    statement = Statement(
        id=ids.derive("stm", document.id), document=document.id, segment=segment.id,
        content=(Span(0, len(text)),), text=text, mode="own", voice_name=side,
        polarity=polarity(parsed, (Span(0, len(text)),)),
    )  # fmt: skip
    return Extraction(
        document=document, segments=(segment,), statements=(statement,), mentions=found.mentions,
        referents=found.referents, quantities=found.quantities, times=found.times,
    )  # fmt: skip


def read_pair(row: Row) -> tuple[Utterance, Utterance]:
    """Both sentences, made ready for comparison."""
    extractions = [read_sentence(row["a"], "a"), read_sentence(row["b"], "b")]
    utterances = {one.source.order: one for one in prepare(extractions, *resolve(extractions))}
    return utterances["a"], utterances["b"]


def predict(rows: list[Row]) -> list[Row]:
    """A label and a score of likeness for every row."""
    pairs = [read_pair(row) for row in rows]
    rarity = measure_rarity([one for pair in pairs for one in pair])
    labels = {str(row["label"]) for row in rows}
    return [{"id": row["id"], **judge(*pair, rarity, labels)} for row, pair in zip(rows, pairs, strict=True)]


def judge(a: Utterance, b: Utterance, rarity: Rarity, labels: set[str]) -> Row:
    """The relation found, in the words of the set; without one, agreement where the set knows no neither."""
    found = compare_pair(a, b, rarity)
    score = likeness(a, b, rarity).score
    clash = found is not None and found.relation == "conflicts"
    names = CLASH if clash else AGREE if found else NEITHER
    label = next((name for name in names if name in labels), None)
    fallback = next((name for name in AGREE if name in labels), "")
    return {"label": label or fallback, "score": score}


def score(data: Path, dev: Path | None, bench: Path | None, limit: int | None) -> Row:
    """The scorer's figures for a set."""
    scorer = load_scorer(find_scorer("score_alignment.py", data.parent, bench))
    gold = scorer.rd(data)[:limit]
    system = predict(gold)
    if {row["label"] for row in gold} != {"same", "other"}:
        return {"rows": len(gold), **scorer.multi(gold, system)}
    tuned = scorer.rd(dev)[:limit] if dev else gold
    return {
        "rows": len(gold),
        **scorer.binary(gold, system, tuned, predict(tuned) if dev else system, "same"),
    }


def main() -> None:
    """Score a set and print the figures as JSON."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True, help="pairs of statements, JSON Lines")
    arguments.add_argument("--dev", type=Path, help="pairs to find the threshold on")
    arguments.add_argument("--bench", type=Path, help="the folder of score_alignment.py")
    arguments.add_argument("--limit", type=int, help="only the first so many rows")
    options = arguments.parse_args()
    print(json.dumps(score(options.data, options.dev, options.bench, options.limit), indent=1))


if __name__ == "__main__":
    main()
