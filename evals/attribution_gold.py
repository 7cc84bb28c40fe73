"""Gold attributions as token ranges over parsed text, and which readings of a cue they bear out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from evals.scorers import find_scorer, load_scorer
from sayso.extract.attribution.scoring import Reading
from sayso.extract.attribution.tree import Range, merged, similarity
from sayso.parse import ParsedDocument, Parser
from sayso.records import Document, Segment, Span, ids

#: How alike content and gold must be for a reading to count as borne out.
ALIKE = 0.5


class Known(NamedTuple):
    """A gold attribution: the tokens of its cue and source, and its content as token ranges."""

    cue: frozenset[int]
    source: frozenset[int]
    content: tuple[Range, ...]


def whole(name: str, text: str) -> tuple[Document, Segment]:
    """A text as an English document of one body segment."""
    document = Document(
        id=ids.derive("doc", name), uris=(name,), media_type="text/plain",
        sha256=ids.sha256(text.encode()), text=text, language="en",
    )  # fmt: skip
    return document, Segment(
        id=ids.derive("seg", name), document=document.id, start=0, end=len(text), order=0, kind="body"
    )


def read_gold(data: Path, bench: Path | None = None) -> dict[str, tuple[str, list[dict[str, Any]]]]:
    """{document: (text, attributions)} as the scorer reads them."""
    scorer = load_scorer(find_scorer("score_attribution.py", data, bench))
    gold: dict[str, tuple[str, list[dict[str, Any]]]] = scorer.read_gold(data)
    return gold


def known(parsed: ParsedDocument, gold: list[dict[str, Any]]) -> list[Known]:
    """The gold attributions that have content, on the document's tokens."""

    def ranges(spans: list[tuple[int, int]]) -> tuple[Range, ...]:
        found = (parsed.tokens_in(Span(*span)) for span in spans)
        return merged((tokens.start, tokens.stop) for tokens in found if len(tokens))

    def numbers(spans: list[tuple[int, int]]) -> frozenset[int]:
        return frozenset(at for start, end in ranges(spans) for at in range(start, end))

    items = [Known(numbers(a["cue"]), numbers(a["source"]), ranges(a["content"])) for a in gold]
    return [item for item in items if item.content]


def agreement(reading: Reading, gold: list[Known]) -> float:
    """How alike the content is to that of a gold attribution with the same cue, 0 below ``ALIKE``."""
    best = 0.0
    words = set(reading.candidate.words) | {reading.candidate.cue}
    for item in gold:
        if not item.cue or item.cue & words:
            best = max(best, similarity(reading.content, item.content))
    return best if best >= ALIKE else 0.0


def parsed_gold(data: Path, bench: Path | None = None) -> Iterator[tuple[ParsedDocument, list[Known]]]:
    """Every document parsed, with its gold, in order of name."""
    parser = Parser()
    for name, (text, gold) in sorted(read_gold(data, bench).items()):
        parsed = parser.parse(*_one(name, text))
        yield parsed, known(parsed, gold)


def _one(name: str, text: str) -> tuple[Document, list[Segment]]:
    document, segment = whole(name, text)
    return document, [segment]
