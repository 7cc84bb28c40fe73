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
from sayso.models import Word
from sayso.parse import ParsedDocument, Parser
from sayso.records import Span


class Relation(NamedTuple):
    """Who says what, in ranges of words; there is no source where nobody is named."""

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]


class Text(NamedTuple):
    """Words and what was annotated in them: names with their types, as the parser's recogniser reads them;
    who says what; ranges of events with how surely they happened, from -3 (did not) to 3 (did), and the
    number of the corpus that says so; whether it is worth checking."""

    name: str
    words: tuple[Word, ...]
    names: tuple[tuple[Range, str], ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[tuple[Range, float, int], ...] = ()
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
            words = tuple(parsed.as_words)
            names = _names(parsed, range(len(words)))
            texts.append(Text(path.stem, words, names, tuple(r for r in found if r)))
    return texts


#: The corpora of events; each judges by its own guidelines, the first as the runner of ``evals`` does.
EVENTS = ("uw", "rp", "commitmentbank", "meantime")


def _names(parsed: ParsedDocument, inside: range) -> tuple[tuple[Range, str], ...]:
    """The names within a stretch of words, numbered from its first."""
    found: list[tuple[Range, str]] = []
    for at in inside:
        token = parsed.tokens[at]
        if token.entity_start:
            found.append(((at - inside.start, at - inside.start + 1), token.entity))
        elif token.entity and found:
            (start, _), kind = found[-1]
            found[-1] = ((start, at - inside.start + 1), kind)
    return tuple(found)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _parsed_texts(texts: Sequence[str], batch: int = 2000) -> Iterable[tuple[int, ParsedDocument, int]]:
    """For every text: its number, the parse it stands in, and the number of its segment there."""
    for at in range(0, len(texts), batch):
        parsed = parse(texts[at : at + batch])
        for number in range(len(texts[at : at + batch])):
            yield at + number, parsed, number


def _inside(name: str, parsed: ParsedDocument, segment: int) -> Text:
    """The words of a segment and the names in them, numbered from its first."""
    place = parsed.segments[segment]
    inside = parsed.tokens_in(Span(place.start, place.end))
    words = parsed.as_words[inside.start : inside.stop]
    return Text(name, tuple(shifted(words, -inside.start)), _names(parsed, inside))


def shifted(words: Iterable[Word], by: int) -> Iterable[Word]:
    """Words set at another place of a text."""
    return (w._replace(head=w.head + by, left=w.left + by, right=w.right + by) for w in words)


def factuality(folder: Path) -> list[Text]:
    """Sentences with the ranges of their events, from the training part of each corpus in a folder."""
    marks: dict[str, list[dict[str, Any]]] = {}
    for name in EVENTS:
        for row in _rows(folder / f"{name}.train.jsonl"):
            marks.setdefault(row["text"], []).append(row)
    found = []
    for number, parsed, segment in _parsed_texts(list(marks)):
        begin = parsed.segments[segment].start
        first = parsed.tokens_in(Span(begin, parsed.segments[segment].end)).start
        events = []
        for row in list(marks.values())[number]:
            covered = parsed.tokens_in(Span(begin + row["start"], begin + row["end"]))
            if covered:
                span = (covered[0] - first, covered[-1] + 1 - first)
                events.append((span, float(row["score"]), EVENTS.index(row["source"])))
        found.append(_inside(f"event-{number}", parsed, segment)._replace(events=tuple(events)))
    return found


def worth(path: Path, held: int = 4000) -> tuple[list[Text], list[Text]]:
    """Sentences to train on and those held out, each with 1 if worth checking, else 0."""
    rows = _rows(path)
    kept = set(held_out(len(rows), held))
    found: tuple[list[Text], list[Text]] = ([], [])
    for number, parsed, segment in _parsed_texts([" ".join(row["text"].split()) for row in rows]):
        text = _inside(f"sentence-{number}", parsed, segment)
        found[number in kept].append(text._replace(worth=int(rows[number]["label"] == "CFS")))
    return found


#: Texts of other kinds and places, read for their names alone: files of pairs of sentences, how many rows.
_NAMED = {
    "claims/ecb.train": 20_000,
    "pairs/fever.dev": 4_000,
    "pairs/mnli.devmatched": 10_000,
    "pairs/mnli.devmismatched_taxi": 10_000,
}


def named(bench: Path) -> list[Text]:
    """Sentences with the names in them."""
    texts: dict[str, None] = {}
    for name, most in _NAMED.items():
        for row in _rows(bench / f"{name}.jsonl")[:most]:
            texts.update({" ".join(row[side].split()): None for side in ("a", "b")})
    return [
        _inside(f"named-{number}", parsed, segment)
        for number, parsed, segment in _parsed_texts([text for text in texts if text])
    ]
