"""The swap test: swapping the two sides' names throughout a corpus must give the same ledger, names swapped.

    python -m evals.swap --corpus FOLDER --pairs FILE [--show]

FILE has one pair of names a line, separated by a tab. Plain text files only. Prints, for statements,
mentions, quantities, times, events and links, how many records either ledger has and the share that the
other has too, at the same place with the same content.
"""

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from evals.ledger import sayso

KINDS = ("statements", "mentions", "quantities", "times", "events", "links")
Record = dict[str, Any]


class Swap:
    """Exchanges the names of two sides in a text, and knows where each character went."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._other = dict(pairs) | {b: a for a, b in pairs}
        longest = sorted(self._other, key=len, reverse=True)
        self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)")

    def text(self, text: str) -> str:
        """The text with the names exchanged."""
        return self._pattern.sub(lambda match: self._other[match[0]], text)

    def place(self, text: str) -> Callable[[int], int]:
        """Where an offset of ``text`` lies in the exchanged text."""
        moves = [(m.start(), m.end(), len(self._other[m[0]])) for m in self._pattern.finditer(text)]

        def moved(at: int) -> int:
            shift = 0
            for start, end, length in moves:
                if at <= start:
                    break
                shift += length - (end - start) if at >= end else min(length, at - start) - (at - start)
            return at + shift

        return moved


def records(folder: Path, name: str) -> list[Record]:
    """One exported file."""
    with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def facts(folder: Path, swap: Swap | None) -> dict[str, set[tuple[object, ...]]]:
    """What each record says, free of ids; places and names as they are after the swap."""
    documents = {d["id"]: d for d in records(folder, "documents")}
    moved = {i: swap.place(d["text"]) if swap else int for i, d in documents.items()}
    named = swap.text if swap else str
    stem = {i: d["uris"][0] for i, d in documents.items()}

    def place(record: Record) -> tuple[object, ...]:
        at = moved[record["document"]]
        return stem[record["document"]], at(record["start"]), at(record["end"])

    def content(s: Record) -> tuple[object, ...]:
        at = moved[s["document"]]
        return stem[s["document"]], *((at(a), at(b)) for a, b in s["content"])

    found: dict[str, set[tuple[object, ...]]] = {
        "statements": {
            (*content(s), s["mode"], s["polarity"], s["modality"], named(s["voice_name"]))
            for s in records(folder, "statements")
        },
        "mentions": {(*place(m), m["type"]) for m in records(folder, "mentions")},
        "quantities": {
            (*place(q), q["value"], q["relation"], q["unit"]) for q in records(folder, "quantities")
        },
        "times": {(*place(t), t["edtf"], t["type"]) for t in records(folder, "times")},
        "events": {(*place(e), e["plover"], e["when"]) for e in records(folder, "events")},
        "links": {
            (*sorted((place(x["a_span"]), place(x["b_span"]))), x["relation"], x["kind"])
            for x in records(folder, "links")
        },
    }
    return found


def ledger_of(corpus: Path, folder: Path) -> Path:
    """The export of a ledger of the corpus."""
    sayso(folder / "ledger.db", "add", str(corpus))
    sayso(folder / "ledger.db", "export", str(folder / "export"))
    return folder / "export"


def swapped_copy(corpus: Path, folder: Path, swap: Swap) -> Path:
    """The corpus' plain text files with the names exchanged; the others are left out of both."""
    folder.mkdir(parents=True)
    for path in sorted(corpus.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        (folder / path.name).write_bytes(swap.text(text).encode("utf-8"))
    return folder


def compared(corpus: Path, pairs: list[tuple[str, str]]) -> Iterator[tuple[str, set[Any], set[Any]]]:
    """For each kind the facts of the corpus, names and places swapped, and those of the swapped corpus."""
    swap, same = Swap(pairs), Swap([("\0", "\0")])
    with tempfile.TemporaryDirectory() as scratch:
        here, there = Path(scratch) / "here", Path(scratch) / "there"
        before = facts(ledger_of(swapped_copy(corpus, here / "texts", same), here), swap)
        after = facts(ledger_of(swapped_copy(corpus, there / "texts", swap), there), None)
    for kind in KINDS:
        yield kind, before[kind], after[kind]


def main() -> None:
    """Parse arguments, run, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--show", action="store_true", help="list the differences on stderr")
    options = parser.parse_args()
    lines = options.pairs.read_text(encoding="utf-8").splitlines()
    pairs = [(a.strip(), b.strip()) for a, _, b in (line.partition("\t") for line in lines) if b.strip()]
    report: dict[str, Any] = {}
    for kind, before, after in compared(options.corpus, pairs):
        kept = len(before & after)
        share = 2 * kept / (len(before) + len(after)) if before or after else 1.0
        report[kind] = {"before": len(before), "after": len(after), "kept": round(share, 4)}
        if options.show:
            for sign, only in (("-", before - after), ("+", after - before)):
                for one in sorted(map(str, only)):
                    print(kind, sign, one, file=sys.stderr)
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
