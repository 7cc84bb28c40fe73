"""Peak memory while documents are added: it must stay flat, however many there are.

    python -m evals.bench.memory --data POLNEAR [--articles 2000]

Reads the articles of ``dev`` and ``train`` over and over, each time with a different last line, so that every
one is a document of its own; extracts each and saves it to a ledger in a temporary folder, without comparing
them. Prints, as JSON, the resident memory at each tenth of the way and the growth since the second.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sayso.config import Settings
from sayso.extract import extract_document
from sayso.flows import describe_run
from sayso.intake import read
from sayso.ledger import Ledger
from sayso.parse import Parser
from sayso.records import Refusal


def resident() -> float:
    """The process's resident memory in MiB (Linux), as of now."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS in /proc/self/status")


def copies(data: Path, count: int, folder: Path) -> None:
    """Write ``count`` articles, no two alike, into the folder."""
    paths = [p for part in ("dev", "train") for p in sorted((data / part / "text").glob("*.txt"))]
    for number in range(count):
        text = paths[number % len(paths)].read_text(encoding="utf-8")
        (folder / f"{number:06}.txt").write_text(f"{text}\n\nCopy number {number}.\n", encoding="utf-8")


def saved(folder: Path, ledger: Ledger) -> Iterator[int]:
    """Extract and save every article of the folder; yields how many are done."""
    parser = Parser()
    run = describe_run(parser, Settings())
    for number, reading in enumerate(read([str(folder)]), 1):
        if not isinstance(reading, Refusal):
            ledger.save(extract_document(parser.parse(reading.document, reading.segments), run.id), run)
        yield number


def main() -> None:
    """Parse arguments, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=2000)
    options = parser.parse_args()
    step = max(1, options.articles // 10)
    marks = []
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles"
        articles.mkdir()
        copies(options.data, options.articles, articles)
        for number in saved(articles, Ledger.open(str(Path(folder) / "ledger.db"))):
            if number % step == 0:
                marks.append(round(resident(), 1))
    report = {
        "articles": options.articles,
        "resident_mib": marks,
        "growth_from_second_tenth": round(marks[-1] / marks[1] - 1, 4) if len(marks) > 1 else None,
    }
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
