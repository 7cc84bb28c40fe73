"""Time expressions against TimeML: ``python -m evals.times --data FOLDER_OF_TML``."""

import argparse
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

from evals.scorers import find_scorer, load_scorer
from sayso.extract.time.finder import find_timexes
from sayso.extract.time.timex import Timex
from sayso.parse import Parser
from sayso.records import Document, Segment, ids

_YEAR = re.compile(r"\b\d{4}\b")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def as_document(name: str, text: str, created: str) -> Document:
    """A TimeML text as a document published on its creation time."""
    day = _DAY.match(created)
    return Document(
        id=ids.derive("doc", name), uris=(name,), media_type="text/plain",
        sha256=ids.sha256(text.encode()), text=text, language="en", published=day[0] if day else None,
    )  # fmt: skip


def as_timex3(name: str, text: str, timex: Timex) -> list[dict[str, Any]]:
    """The scorer's form of an expression; TimeML marks the two years of "from 1991 to 1994" one by one."""
    whole = {
        "doc": name, "start": timex.start, "end": timex.end,
        "value": timex.reading.value, "type": timex.reading.kind,
    }  # fmt: skip
    years = list(_YEAR.finditer(text, timex.start, timex.end))
    if "/" in timex.reading.value and len(years) == 2:
        return [whole | {"start": year.start(), "end": year.end(), "value": year[0]} for year in years]
    return [whole]


def measure(data: Path, scorer_path: Path) -> tuple[dict[str, Any], list[tuple[str, ...]]]:
    """The scorer's figures, tokens a second without the parse, and every error."""
    scorer = load_scorer(scorer_path)
    gold = scorer.load_gold(str(data))
    parser = Parser()
    system: dict[str, list[dict[str, Any]]] = {}
    tokens, seconds = 0, 0.0
    for name, (text, created, _) in gold.items():
        document = as_document(name, text, created)
        whole = Segment(
            id=ids.derive("seg", name), document=document.id, start=0, end=len(text), order=0, kind="body"
        )
        parsed = parser.parse(document, [whole])
        began = time.process_time()
        system[name] = [row for timex in find_timexes(parsed) for row in as_timex3(name, text, timex)]
        seconds += time.process_time() - began
        tokens += len(parsed.tokens)
    errors: list[tuple[str, ...]] = []
    figures: dict[str, Any] = scorer.score(gold, system, errors)
    figures["tokens_per_second"] = round(tokens / seconds) if seconds else 0
    return figures, errors


def main() -> None:
    """Print the figures as JSON; with ``--errors`` every error on stderr."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True, help="folder of .tml files")
    arguments.add_argument("--bench", type=Path, help="folder of score_timex.py, if it is not near the data")
    arguments.add_argument("--errors", action="store_true")
    options = arguments.parse_args()
    figures, errors = measure(options.data, find_scorer("score_timex.py", options.data, options.bench))
    json.dump({key: round(value, 2) for key, value in figures.items()}, sys.stdout, indent=1)
    sys.stdout.write("\n")
    if options.errors:
        lines = ("\t".join(part.replace("\n", " ") for part in error) for error in errors)
        sys.stderr.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
