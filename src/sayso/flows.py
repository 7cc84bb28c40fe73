"""Joins the pure rooms to the ledger: documents in, alignment after."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO, Protocol

import msgspec

from sayso import __version__
from sayso.align import align as compare
from sayso.align.entity import find_merges
from sayso.config import Settings
from sayso.extract import extract_document
from sayso.intake import read
from sayso.ledger import Ledger
from sayso.lexicons.rubric import Rubric, load_rubric
from sayso.parse import Parser
from sayso.records import Decision, Document, Extraction, Refusal, Run, Segment, codec, ids
from sayso.review.assessment import State, assess, settled
from sayso.review.effects import NOTHING
from sayso.review.log import order

#: The rooms whose code decides what is in a record.
_MAKERS = ("records", "lexicons", "models", "intake", "parse", "extract", "review", "align")
#: How often a comparison is begun anew because something came in while it ran.
_TRIES = 3


class Reading(Protocol):
    """A document as intake hands it over, with its segments."""

    @property
    def document(self) -> Document:
        """The document."""

    @property
    def segments(self) -> Sequence[Segment]:
        """Its segments in order of text."""


class Summary(msgspec.Struct, kw_only=True):
    """What an ingest did, counted by input; ``refused`` holds the refusals themselves."""

    read: int = 0
    known: int = 0
    refused: list[Refusal] = msgspec.field(default_factory=list)
    aligned: bool = False


@dataclass(frozen=True)
class Extractor:
    """Readings to extractions: a loaded parser, the rubric, and the run that both make."""

    parser: Parser
    rubric: Rubric
    run: Run

    @classmethod
    def of(cls, settings: Settings) -> "Extractor":
        """The extractor the settings ask for; ``ModelError`` without its model."""
        rubric = load_rubric(settings.rubric)
        parser = Parser(settings.model, network=settings.attribution == "network")
        return cls(parser, rubric, describe_run(parser, settings))

    def __call__(self, reading: Reading) -> Extraction:
        """Everything that can be read out of one document."""
        parsed = self.parser.parse(reading.document, reading.segments)
        return extract_document(parsed, self.run.id, self.rubric)


def add(
    ledger: Ledger,
    paths: Sequence[str],
    stdin: BinaryIO,
    settings: Settings,
    on_input: Callable[[str], None] = lambda name: None,
) -> Summary:
    """Files, folders and ``-`` (JSON Lines on ``stdin``) into the ledger; ``ModelError`` without a parser."""
    return ingest(ledger, read(paths, stdin, ledger.files), Extractor.of(settings), on_input)


def describe_run(parser: Parser, settings: Settings) -> Run:
    """The run that this code, these models and these settings make; equal ones share an id."""
    rubric = Path(settings.rubric).read_bytes() if settings.rubric else b""
    configuration = ids.sha256(codec.plain_to_json([settings.model, ids.sha256(rubric)]))
    return _run(_code(), parser.models, configuration)


def _run(code: str, models: dict[str, str], configuration: str) -> Run:
    made = ids.derive("run", code, models, configuration)
    return Run(id=made, code=code, models=models, configuration=configuration)


def _code() -> str:
    return f"{__version__}+{_code_hash()}"


def _code_hash() -> str:
    """The start of a hash over the rooms that make records: changed code reads documents anew."""
    root = Path(str(files("sayso")))
    paths = sorted(
        path.relative_to(root).as_posix()
        for room in _MAKERS
        for path in (root / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )
    return ids.sha256(codec.plain_to_json([[p, ids.sha256((root / p).read_bytes())] for p in paths]))[:12]


def ingest(
    ledger: Ledger,
    readings: Iterable[Reading | Refusal],
    extractor: "Extractor",
    on_input: Callable[[str], None] = lambda name: None,
) -> Summary:
    """Read every document the ledger does not know yet, one transaction each; then align if needed.

    It can be stopped at any moment and run again: what was saved is not read again, and the
    alignment is done over whenever documents came in since.
    """
    summary, run = Summary(), extractor.run
    for reading in readings:
        if isinstance(reading, Refusal):
            ledger.refuse(reading)
            summary.refused.append(reading)
            on_input(reading.uri)
            continue
        on_input(reading.document.uris[0] if reading.document.uris else reading.document.id)
        if ledger.has(reading.document, run.id):
            ledger.found_at(reading.document)
            summary.known += 1
        else:
            ledger.save(extractor(reading), run)
            summary.read += 1
    summary.aligned = align(ledger, run)
    return summary


def align(ledger: Ledger, run: Run) -> bool:
    """Compare all documents, unless this run did so and nothing came in since; True if it compared.

    Whatever comes in while it compares is compared too; where that does not end, the last to write does it.
    """
    if ledger.aligned_by() == run.id:
        return False
    for _ in range(_TRIES):
        basis = ledger.basis()
        alignment = compare(list(ledger.extractions()), run.id, ledger.decisions())
        if ledger.replace_alignment(alignment, run, basis):
            return True
    return False


def decide(ledger: Ledger, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Append decisions and do what follows from them; those that were not in the log already."""
    ran = ledger.aligned_by()
    made = ledger.decide(decisions)
    realign(ledger, ran)
    return made


def realign(ledger: Ledger, ran: str | None) -> bool:
    """Compare anew, by today's code, what a run has read; True if it compared.

    Where documents of several runs wait to be compared (``ran`` is null), ``sayso add`` reads them first.
    """
    runs = ledger.runs()
    last = next((run for run in runs if run.id == ran), runs[0] if len(runs) == 1 else None)
    return last is not None and align(ledger, _run(_code(), last.models, last.configuration))


def review(ledger: Ledger) -> tuple[tuple[Decision, State], ...]:
    """The log with how each decision stands, in the order they were made."""
    decisions, snapshot = ledger.decisions(), ledger.snapshot()
    present = {
        str(getattr(record, "id", ""))
        for part in (snapshot.links, snapshot.origins, snapshot.claims, snapshot.entities, snapshot.rejected)
        for record in part
    }
    held, _ = settled(decisions, ledger.extractions())
    states = assess(decisions, held, present).states
    return tuple((one, states[one.id]) for one in sorted(decisions, key=order))


def why_one(ledger: Ledger, entity_id: str) -> tuple[str, ...]:
    """Why the names of an entity were taken for one, each reason once, with its score from 0 to 1.

    The merges within an entity depend on its own referents only, so none but those are read, unless people
    decided anything. What one document takes for one thing has no score: its words say so.
    """
    referents, ties = ledger.referents_of(entity_id), NOTHING.ties
    if decisions := ledger.decisions():
        held, effects = settled(decisions, ledger.extractions())
        leads, ties = ledger.resolution(), effects.ties
        referents = tuple(one for of in held for one in of.referents if leads.get(one.id) == entity_id)
    own = {referent.id for referent in referents}
    decided = [f"1.00  {tie.reason}" for tie in ties if {tie.one, tie.other} <= own]
    found = [f"{merge.score:.2f}  {merge.reason}" for merge in find_merges(referents)]
    within = [f"      {joint.reason}" for referent in referents for joint in referent.joints]
    return tuple(dict.fromkeys([*decided, *found, *within]))
