"""The annotated texts as words with ranges of words, read by the same intake and parser as in use."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evals.checkworthy import held_out
from evals.paragraphs import parse
from evals.scorers import find_scorer, load_scorer
from sayso.extract.attribution.tree import Range, merged
from sayso.intake import Reading, read
from sayso.parse import ParsedDocument, Parser
from sayso.records import Span


class Relation(NamedTuple):
    """Who says what, in ranges of words; there is no source where nobody is named."""

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]


class Text(NamedTuple):
    """Words, whether each opens a paragraph, and what was annotated."""

    name: str
    words: tuple[str, ...]
    opens: tuple[bool, ...]
    relations: tuple[Relation, ...] = ()
    events: tuple[tuple[Range, int], ...] = ()
    worth: int = -1


def _relation(parsed: ParsedDocument, item: dict[str, list[tuple[int, int]]]) -> Relation | None:
    found = {}
    for role in ("cue", "source", "content"):
        covered = (at for start, end in item[role] for at in parsed.tokens_in(Span(start, end)))
        found[role] = merged((at, at + 1) for at in covered)
    if not found["cue"] or not found["content"]:
        return None
    cue = (found["cue"][0][0], found["cue"][-1][1])
    return Relation(cue, found["source"], found["content"])


def attributions(folder: Path) -> list[Text]:
    """The articles of a folder with ``text/`` and ``attributions/``."""
    gold = load_scorer(find_scorer("score_attribution.py", folder)).read_gold(folder)
    parser, texts = Parser(), []
    for path in sorted((folder / "text").glob("*.txt")):
        for reading in read([str(path)]):
            if not isinstance(reading, Reading) or path.stem not in gold:
                continue
            parsed = parser.parse(reading.document, reading.segments)
            found = (_relation(parsed, item) for item in gold[path.stem][1])
            words = tuple(token.text for token in parsed.tokens)
            texts.append(Text(path.stem, words, parsed.openings, tuple(r for r in found if r)))
    return texts


_CLASSES = {"asserted": 0, "denied": 1, "uncertain": 2}


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _parsed_texts(texts: Sequence[str], batch: int = 2000) -> Iterable[tuple[int, ParsedDocument, int]]:
    """For every text: its number, the parse it stands in, and the number of its segment there."""
    for at in range(0, len(texts), batch):
        parsed = parse(texts[at : at + batch])
        for number in range(len(texts[at : at + batch])):
            yield at + number, parsed, number


def factuality(paths: Sequence[Path]) -> list[Text]:
    """Sentences with the ranges of their events and how each is meant: asserted 0, denied 1, uncertain 2."""
    marks: dict[str, list[dict[str, Any]]] = {}
    for path in paths:
        for row in _rows(path):
            if row["label"] in _CLASSES:
                marks.setdefault(row["text"], []).append(row)
    found = []
    for number, parsed, segment in _parsed_texts(list(marks)):
        rows = list(marks.values())[number]
        begin = parsed.segments[segment].start
        span = Span(begin, parsed.segments[segment].end)
        inside = parsed.tokens_in(span)
        events = []
        for row in rows:
            covered = parsed.tokens_in(Span(begin + row["start"], begin + row["end"]))
            if covered:
                events.append(((covered[0] - inside[0], covered[-1] + 1 - inside[0]), _CLASSES[row["label"]]))
        words = tuple(parsed.tokens[i].text for i in inside)
        opens = tuple(i == 0 for i in range(len(words)))
        found.append(Text(f"event-{number}", words, opens, events=tuple(events)))
    return found


def worth(path: Path, held: int = 4000) -> tuple[list[Text], list[Text]]:
    """Sentences to train on and those held out, each with 1 if worth checking, else 0."""
    rows = _rows(path)
    kept = set(held_out(len(rows), held))
    found: tuple[list[Text], list[Text]] = ([], [])
    for number, parsed, segment in _parsed_texts([" ".join(row["text"].split()) for row in rows]):
        place = parsed.segments[segment]
        words = tuple(parsed.tokens[i].text for i in parsed.tokens_in(Span(place.start, place.end)))
        opens = tuple(i == 0 for i in range(len(words)))
        text = Text(f"sentence-{number}", words, opens, worth=int(rows[number]["label"] == "CFS"))
        found[number in kept].append(text)
    return found
