"""``sayso review``: what people decide about the program's suggestions."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO, TypeVar

import click

from sayso.cli.filters import limit_option
from sayso.cli.options import STALE, json_option, ledger_option, open_ledger, read_ledger, settings
from sayso.cli.terminal import rows, show, show_json

if TYPE_CHECKING:
    from sayso.records import Decision
    from sayso.review.desk import Desk
    from sayso.review.signature import Signature

F = TypeVar("F", bound=Callable[..., object])


@click.group()
def review() -> None:
    """Record human decisions on what the program suggests.

    Decisions are added to a log and never changed or removed; what follows from them is worked out anew.
    Ids are in the output of the other commands; the start of one is enough.
    """


def _deciding(command: F) -> F:
    """``--by``, ``--note``, ``--json`` and ``--ledger``."""
    command = click.option("--note", metavar="TEXT", help="Why.")(command)
    by = click.option("--by", metavar="NAME", help="Who decides (default: $SAYSO_REVIEWER).")
    return ledger_option(json_option(by(command)))


def _decide(
    by: str | None,
    note: str | None,
    as_json: bool,
    make: "Callable[[Desk, Signature], Iterable[Decision]]",
) -> None:
    """Make decisions, put them in the log, do what follows, and print them."""
    from sayso.export.contract import exported
    from sayso.flows import decide
    from sayso.review.desk import Desk
    from sayso.review.signature import Signature

    moment = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    signature = Signature(by or settings().reviewer or "", moment, note)
    with open_ledger() as ledger:
        made = tuple(make(Desk(ledger.snapshot()), signature))
        decide(ledger, made)
        if ledger.aligned_by() is None:
            click.echo(f"sayso: {STALE}", err=True)
    for decision in made:
        if as_json:
            show_json(exported(decision))
        else:
            show(f"{decision.id}  {_sentence(decision)}")


def _sentence(decision: "Decision") -> str:
    """What was decided, in one line."""
    from sayso.views.judgement import words

    rest = [decision.on]
    if decision.decision == "edit":
        rest.append(f"{decision.field} {words(decision.was)} -> {words(decision.value)}")
    elif decision.decision == "split":
        rest.append("without " + "; ".join(f"“{' '.join(one.text.split())}”" for one in decision.against))
    elif decision.other:
        rest.append(decision.other)
    return f"{decision.by}: {decision.decision} {' '.join(rest)}"


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@_deciding
def accept(ids: tuple[str, ...], by: str | None, note: str | None, as_json: bool) -> None:
    """Say that links, statements, figures, times, events, claims or entities are right as they read."""
    from sayso.review import making

    _decide(by, note, as_json, lambda desk, sign: [making.accept(desk, one, sign) for one in ids])


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@_deciding
def reject(ids: tuple[str, ...], by: str | None, note: str | None, as_json: bool) -> None:
    """Say that links, statements, figures, times or events are wrong: they are kept and no longer used."""
    from sayso.review import making

    _decide(by, note, as_json, lambda desk, sign: [making.reject(desk, one, sign) for one in ids])


@review.command()
@click.argument("record_id", metavar="ID")
@click.argument("field")
@click.argument("value")
@_deciding
def edit(record_id: str, field: str, value: str, by: str | None, note: str | None, as_json: bool) -> None:
    """Set a FIELD to a VALUE; what the program read stays beside it.

    \b
    statements  polarity, modality, voice (an entity), facets (with commas between)
    figures     value, low, high, relation, unit, of, when (EDTF)
    times       edtf, type
    events      plover, facet, when

    The words of a document cannot be edited.
    """
    from sayso.review import making

    _decide(by, note, as_json, lambda desk, sign: [making.edit(desk, record_id, field, value, sign)])


@review.command()
@click.argument("one", metavar="ID")
@click.argument("other", metavar="OTHER")
@_deciding
def merge(one: str, other: str, by: str | None, note: str | None, as_json: bool) -> None:
    """Say that two entities are one, or that two claims say one thing."""
    from sayso.review import making

    _decide(by, note, as_json, lambda desk, sign: [making.merge(desk, one, other, sign)])


@review.command()
@click.argument("record_id", metavar="ID")
@click.argument("off", metavar="OFF")
@_deciding
def split(record_id: str, off: str, by: str | None, note: str | None, as_json: bool) -> None:
    """Take OFF out: a name or a mention that is not of the entity, a statement that is not of the claim."""
    from sayso.review import making

    _decide(by, note, as_json, lambda desk, sign: [making.split(desk, record_id, off, sign)])


@review.command("note")
@click.argument("record_id", metavar="ID")
@click.argument("text")
@click.option("--by", metavar="NAME", help="Who writes (default: $SAYSO_REVIEWER).")
@json_option
@ledger_option
def write_note(record_id: str, text: str, by: str | None, as_json: bool) -> None:
    """Write a note on any record; it changes nothing else."""
    from sayso.review import making

    _decide(by, text, as_json, lambda desk, sign: [making.note(desk, record_id, sign)])


@review.command()
@click.argument("decision_id", metavar="DECISION")
@_deciding
def undo(decision_id: str, by: str | None, note: str | None, as_json: bool) -> None:
    """Take a decision back, an undo too; all is then as if it had not been made, and both stay in the log."""
    from sayso.review import making

    _decide(by, note, as_json, lambda desk, sign: [making.undo(desk, decision_id, sign)])


@review.command("list")
@json_option
@ledger_option
def log(as_json: bool) -> None:
    """Print the log: every decision, and how it stands now."""
    from sayso.export.contract import exported
    from sayso.flows import review as reviewed

    with open_ledger() as ledger:
        entries = reviewed(ledger)
    table = rows({"no_wrap": True, "style": "dim"}, {"no_wrap": True}, {"ratio": 2}, {"ratio": 2})
    for decision, state in entries:
        if as_json:
            show_json({**exported(decision), "state": state.condition, "told": state.told})
            continue
        told = f"{state.condition}: {state.told}" if state.told else state.condition
        why = f" ({decision.note})" if decision.note else ""
        table.add_row(f"{decision.at[:16]}  {decision.id}", told, f"{_sentence(decision)}{why}")
    if not as_json:
        show(table if entries else "nothing decided yet")


@review.command()
@limit_option
@json_option
@ledger_option
def queue(limit: int | None, as_json: bool) -> None:
    """Print what is left to decide: the least certain and most consequential suggestions first."""
    from sayso.views.queue import review_queue

    suggestions = review_queue(read_ledger())[:limit]
    table = rows({"no_wrap": True, "style": "dim"}, {"no_wrap": True}, {"justify": "right"}, {"ratio": 1})
    for one in suggestions:
        if as_json:
            told = {name: getattr(one, name) for name in ("record", "kind", "says", "confidence", "standing")}
            show_json(told | {"weight": round(one.weight, 3)})
        else:
            kind = f"{one.kind}, disputed" if one.standing == "disputed" else one.kind
            table.add_row(one.record, kind, f"{one.confidence:.2f}", one.says)
    if not as_json:
        show(table if suggestions else "nothing left to decide")


@review.command("import")
@click.argument("file", type=click.File("rb"))
@ledger_option
def receive(file: BinaryIO) -> int:
    """Add the decisions in FILE (decisions.jsonl of an export; - is standard input) to the log.

    They find their words again where documents have been changed a little, and the rest is shown by sayso
    review list.
    """
    from sayso.flows import decide
    from sayso.review.exchange import receive as received

    with open_ledger() as ledger:
        found = received(file, file.name, (one.id for one in ledger.decisions()))
        new = decide(ledger, found.decisions)
    for sentence in found.refused:
        click.echo(f"sayso: refused {sentence}", err=True)
    click.echo(
        f"{len(new)} new, {len(found.decisions) - len(new)} known already, {len(found.refused)} refused"
    )
    return 1 if found.refused else 0


COMMANDS: tuple[click.Command, ...] = (review,)
