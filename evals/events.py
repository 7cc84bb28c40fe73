"""Events against PLOVER sets: ``python -m evals.events --data FILE`` (a GSR .json or a PLV .tsv)."""

import argparse
import contextlib
import csv
import io
import json
import re
import sys
import tempfile
import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from babel.core import get_global

from evals.scorers import find_scorer, load_scorer
from sayso.extract.entity import find_names
from sayso.extract.event.actor import Cast, noun_phrase
from sayso.extract.event.coding import Coding, find_codings
from sayso.parse import ParsedDocument, Parser
from sayso.records import Document, Segment, ids

SURE = 0.6


def parse_sentence(parser: Parser, text: str) -> ParsedDocument:
    """A sentence as a document of its own."""
    document = Document(
        id=ids.derive("doc", text), uris=("sentence",), media_type="text/plain",
        sha256=ids.sha256(text.encode()), text=text, language="en",
    )  # fmt: skip
    whole = Segment(
        id=ids.derive("seg", text), document=document.id, start=0, end=len(text), order=0, kind="body"
    )
    return parser.parse(document, [whole])


def words(parsed: ParsedDocument, index: int | None) -> str:
    """The noun phrase of an actor, "" for none."""
    return "" if index is None else parsed.words(noun_phrase(parsed, index))


def country_code(cast: Cast, index: int | None) -> str:
    """The three-letter code of the country an actor is or belongs to, "" where the names tell none."""
    countries = {referent.id: referent.country for referent in cast.naming.referents}
    party = cast.party(index)
    own = countries.get((party.entity if party else None) or "")
    if own is None and index is not None:
        inside = cast.mentions_in(noun_phrase(cast.parsed, index))
        own = next((found for one in inside if (found := countries.get(one.entity or ""))), None)
    return three_letters().get(own or "", "")


@cache
def three_letters() -> dict[str, str]:
    """ISO 3166-1 alpha-2 to alpha-3, out of the territory aliases of CLDR."""
    aliases = get_global("territory_aliases")
    return {
        to[0]: code
        for code, to in sorted(aliases.items())
        if len(code) == 3 and code.isalpha() and len(to) == 1
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
            "source_code": country_code(cast, one.who),
            "target_code": country_code(cast, one.to),
        }
        for one in chosen
    ]


def best_for(parsed: ParsedDocument, codings: list[Coding], source: str, target: str) -> str:
    """The code of the event whose actors are most like the given ones."""

    def likeness(one: Coding) -> tuple[float, float]:
        score = sum(
            bool(set(words(parsed, index).lower().split()) & set(given.lower().split()))
            for index, given in ((one.who, source), (one.to, target))
        )
        return score + one.confidence, -one.head

    return max(codings, key=likeness).code if codings else "NONE"


def code_records(data: Path, parser: Parser) -> tuple[str, list[dict[str, Any]], dict[str, float]]:
    """Which scorer to call, what the system says of every record, and how fast it was."""
    tokens, seconds, rows = 0, 0.0, []
    gsr = data.suffix == ".json"
    for record in _records(data, gsr):
        parsed = parse_sentence(parser, record["text"] if gsr else record["sentence"])
        began = time.process_time()
        codings = list(find_codings(parsed))
        seconds += time.process_time() - began
        tokens += len(parsed.tokens)
        if gsr:
            rows.append({"id": record["id"], "events": sure_events(parsed, codings)})
        else:
            code = best_for(parsed, codings, record["source"], record["target"])
            rows.append({"uid": record["uid"], "event": code})
    return "gsr" if gsr else "plv", rows, {"tokens_per_second": round(tokens / max(seconds, 1e-9))}


def _records(data: Path, gsr: bool) -> Iterable[dict[str, Any]]:
    text = data.read_text(encoding="utf-8")
    if not gsr:
        yield from csv.DictReader(io.StringIO(with_uid(text)), delimiter="\t")
        return
    for record in json.loads(text):
        if record["event"] != "DOCUMENT":
            yield record


def with_uid(table: str) -> str:
    """A PLV table whose sentences have a ``uid``, as the scorer calls it (the training half does not)."""
    heading, _, rows = table.partition("\n")
    if "uid" in heading.split("\t"):
        return table
    numbered = (f"{number}{row}" for number, row in enumerate(rows.splitlines()) if row)
    return "\n".join(["uid" + heading, *numbered]) + "\n"


def measure(data: Path, scorer_path: Path) -> dict[str, Any]:
    """The scorer's figures (percent) by metric, and tokens a second without the parse."""
    scorer = load_scorer(scorer_path)
    kind, rows, speed = code_records(data, Parser())
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as printed:
        system = Path(folder) / "system.jsonl"
        system.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        gold = data
        if kind == "plv":
            gold = Path(folder) / data.name
            gold.write_text(with_uid(data.read_text(encoding="utf-8")), encoding="utf-8")
        getattr(scorer, kind)(str(gold), str(system))
    return read_report(printed.getvalue(), kind) | speed


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
