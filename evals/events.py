"""Events against PLOVER sets: ``python -m evals.events --data FILE`` (a GSR .json or a PLV .tsv)."""

import argparse
import contextlib
import io
import json
import re
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import Any

from babel.core import get_global

from evals.event_weights import (
    FOLDS,
    best_code,
    cross_validated,
    fitted_on,
    pair_of,
    read_rows,
    words,
)
from evals.paragraphs import parse_sentence
from evals.scorers import find_scorer, load_scorer
from sayso.extract.entity import find_names
from sayso.extract.event.actor import Cast
from sayso.extract.event.affiliation import country_of, sector_of
from sayso.extract.event.coding import Coding
from sayso.extract.event.weighing import learned_weights, weighed_codings
from sayso.parse import ParsedDocument, Parser

SURE = 0.6
#: Alpha-3 codes of states that are no more (ISO 3166-3), which CLDR keeps as aliases.
_WITHDRAWN = frozenset({"ANT", "BUR", "DDR", "FXX", "ROM", "SCG", "SUN", "TMP", "YMD", "YUG", "ZAR"})


def actor_code(cast: Cast, index: int | None) -> str:
    """Three letters for the country or kind of organisation an actor acts for; "" where nothing tells."""
    own = None if index is None else cast.country_at(index)
    return (own is None and sector_of(cast, index)) or three_letters().get(
        own or country_of(cast, index) or "", ""
    )


@cache
def three_letters() -> dict[str, str]:
    """ISO 3166-1 alpha-2 to alpha-3, out of the territory aliases of CLDR."""
    aliases = get_global("territory_aliases")
    return {
        to[0]: code
        for code, to in sorted(aliases.items())
        if len(code) == 3 and code.isalpha() and len(to) == 1 and code not in _WITHDRAWN
    }


def sure_events(parsed: ParsedDocument, codings: list[Coding]) -> list[dict[str, str]]:
    """The events told with confidence, or the surest of the rest."""
    chosen = [one for one in codings if one.confidence >= SURE]
    chosen = chosen or sorted(codings, key=lambda one: -one.confidence)[:1]
    cast = Cast(parsed, find_names(parsed, "eval"))
    return [
        {
            "event": one.code,
            "source": words(parsed, one.who),
            "target": words(parsed, one.to),
            "source_code": actor_code(cast, one.who),
            "target_code": actor_code(cast, one.to),
        }
        for one in chosen
    ]


def gsr_rows(data: Path, parser: Parser) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """What the system says of every record, and how fast it was."""
    tokens, seconds, rows = 0, 0.0, []
    for record in json.loads(data.read_text(encoding="utf-8")):
        if record["event"] == "DOCUMENT":
            continue
        parsed = parse_sentence(parser, record["text"])
        began = time.process_time()
        codings = list(weighed_codings(parsed))
        seconds += time.process_time() - began
        tokens += len(parsed.tokens)
        rows.append({"id": record["id"], "events": sure_events(parsed, codings)})
    return rows, {"tokens_per_second": round(tokens / max(seconds, 1e-9))}


def plv_rows(data: Path, parser: Parser) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The code of every pair; cross-validated where the shipped weights were fitted on this table."""
    table = read_rows(data)
    pairs = [pair_of(parse_sentence(parser, row["sentence"]), row["source"], row["target"]) for row in table]
    if folds := FOLDS if fitted_on(data) else 0:
        codes = cross_validated(pairs, [row["gold_root"] for row in table])
    else:
        codes = [best_code(pair, learned_weights()) for pair in pairs]
    rows = [
        {"uid": row.get("uid", str(at)), "event": code}
        for at, (row, code) in enumerate(zip(table, codes, strict=True))
    ]
    return rows, {"cross_validated_folds": folds}


def with_uid(table: str) -> str:
    """A PLV table whose sentences have a ``uid``, as the scorer calls it (the training half does not)."""
    heading, _, rows = table.partition("\n")
    if "uid" in heading.split("\t"):
        return table
    numbered = (f"{number}{row}" for number, row in enumerate(rows.splitlines()) if row)
    return "\n".join(["uid" + heading, *numbered]) + "\n"


def measure(data: Path, scorer_path: Path) -> dict[str, Any]:
    """The scorer's figures (percent) by metric, and how they were come by."""
    scorer = load_scorer(scorer_path)
    kind = "gsr" if data.suffix == ".json" else "plv"
    rows, more = (gsr_rows if kind == "gsr" else plv_rows)(data, Parser())
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as printed:
        system = Path(folder) / "system.jsonl"
        system.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        gold = data
        if kind == "plv":
            gold = Path(folder) / data.name
            gold.write_text(with_uid(data.read_text(encoding="utf-8")), encoding="utf-8")
        getattr(scorer, kind)(str(gold), str(system))
    return read_report(printed.getvalue(), kind) | more


def read_report(report: str, kind: str) -> dict[str, Any]:
    """The scorer's lines as figures (percent) by metric."""
    heads = ("precision", "recall", "f1") if kind == "gsr" else ("accuracy", "macro_f1")
    figures: dict[str, Any] = {}
    for line in report.splitlines():
        name, *_ = line.split()
        numbers = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", line.replace("F1", ""))]
        if len(numbers) == len(heads):
            figures[name] = dict(zip(heads, numbers, strict=True))
    return figures


def main() -> None:
    """Print the figures as JSON."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True, help="a GSR .json or a PLV .tsv file")
    arguments.add_argument("--bench", type=Path, help="folder of score_events.py, if it is not near the data")
    options = arguments.parse_args()
    figures = measure(options.data, find_scorer("score_events.py", options.data, options.bench))
    json.dump(figures, sys.stdout, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
