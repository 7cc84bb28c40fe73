"""``sayso show``, ``search`` and ``status``: one record, some words, the whole in counts."""

from typing import TYPE_CHECKING, Any, Unpack

import click

from sayso.cli.filters import Chosen, filter_options, limit_option, selection
from sayso.cli.options import STALE, json_option, ledger_option, open_ledger, read_ledger
from sayso.cli.terminal import quotation, rows, show, show_json

if TYPE_CHECKING:
    from sayso.records import Record, Snapshot
    from sayso.views.record_sheet import RecordSheet


@click.command("show")
@click.argument("record_id", metavar="ID")
@json_option
@ledger_option
def show_record(record_id: str, as_json: bool) -> None:
    """Print one record with its evidence and everything linked to it; the start of an id is enough."""
    from sayso.export.contract import exported
    from sayso.views.record_sheet import record_sheet

    snapshot = read_ledger()
    sheet = record_sheet(snapshot, record_id)
    reasons = _why_one(sheet)
    if as_json:
        linked = {kind: [exported(r) for r in records] for kind, records in sheet.linked}
        merged = {"merged": list(reasons)} if sheet.kind == "entities" else {}
        judged = {"judgement": list(sheet.judgement)} if sheet.judgement else {}
        show_json({"kind": sheet.kind, "record": exported(sheet.record), "linked": linked} | merged | judged)
    else:
        _show_sheet(sheet, reasons)


def _why_one(sheet: "RecordSheet") -> tuple[str, ...]:
    """Of an entity why its names were taken for one."""
    if sheet.kind != "entities":
        return ()
    from sayso.flows import why_one

    with open_ledger() as ledger:
        return why_one(ledger, str(getattr(sheet.record, "id", "")))


def _show_sheet(sheet: "RecordSheet", reasons: tuple[str, ...]) -> None:
    from sayso.export.contract import exported

    fields = rows({"no_wrap": True, "style": "dim"}, {"ratio": 1})
    for name, value in exported(sheet.record).items():
        if value not in (None, [], "") and not (sheet.kind == "documents" and name == "text"):
            fields.add_row(name, _plain(value))
    show(fields)
    if sheet.quote:
        before, after = " ".join(sheet.before.split()), " ".join(sheet.after.split())
        show()
        show(f"    … {before} [{' '.join(sheet.quote.split())}] {after} …")
    if sheet.judgement:
        show()
        show("\n".join(sheet.judgement))
    if reasons:
        show()
        show("taken for one because", style="bold")
        show("\n".join(f"  {reason}" for reason in reasons))
    for kind, records in sheet.linked:
        show()
        show(kind, style="bold")
        for record in records:
            show(f"  {getattr(record, 'id', '')}  {_summary(record)}")


def _plain(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(map(_plain, value))
    if isinstance(value, dict):
        return ", ".join(f"{k} {_plain(v)}" for k, v in value.items() if v is not None)
    return str(value)


def _summary(record: "Record") -> str:
    """What tells a record apart: its reason, its words or its name."""
    for name in ("reason", "proposition", "text", "did", "name", "title", "kind"):
        value = getattr(record, name, None)
        if value:
            words = " ".join(str(value).split())
            short = words if len(words) <= 160 else f"{words[:159]}…"
            return quotation(short) if name in ("text", "proposition") else short
    return ""


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@filter_options
@limit_option
@json_option
@ledger_option
def search(words: tuple[str, ...], limit: int | None, as_json: bool, **chosen: Unpack[Chosen]) -> None:
    """Print the statements that hold all the words, best first."""
    from sayso.export.contract import exported

    with open_ledger() as ledger:
        snapshot, found = ledger.snapshot(), ledger.search(" ".join(words))
    records = _chosen(snapshot, found, chosen)[:limit]
    if as_json:
        for record in records:
            show_json(exported(record))
    elif records:
        _show_found(snapshot, records)
    else:
        show("nothing found")


def _chosen(snapshot: "Snapshot", found: list[str], chosen: Chosen) -> "list[Record]":
    """The statements found that were asked for; segments nobody read statements from only unfiltered."""
    asked = selection(snapshot, chosen)
    statements = {s.id: s for s in snapshot.statements}
    segments = {s.id: s for s in snapshot.segments} if not any(chosen.values()) else {}
    kept: list[Record] = []
    for record_id in found:
        if record_id in segments:
            kept.append(segments[record_id])
        elif record_id in statements and asked.holds(statements[record_id]):
            kept.append(statements[record_id])
    return kept


def _show_found(snapshot: "Snapshot", records: "list[Record]") -> None:
    from sayso.records import Segment, Statement
    from sayso.views.attribution_line import attribution_line, short_name
    from sayso.views.entry import Reader

    reader = Reader(snapshot)
    table = rows({"no_wrap": True, "style": "dim"}, {"ratio": 3}, {"ratio": 2})
    for record in records:
        if isinstance(record, Statement):
            entry = reader.entry(record)
            words = "hostile, folded" if entry.hostile else quotation(entry.quote)
            table.add_row(record.id, words, f"{entry.shape} {attribution_line(entry)}")
        elif isinstance(record, Segment):
            document = reader.documents[record.document]
            words = " ".join(document.text[record.start : record.end].split())
            told = (
                f"{short_name(document)} {record.kind}, not read (language {document.language or 'unknown'})"
            )
            table.add_row(record.id, quotation(words[:300]), told)
    show(table)


@click.command()
@json_option
@ledger_option
def status(as_json: bool) -> None:
    """Print what the ledger holds, and what was refused and why."""
    from sayso.views.overview import overview

    with open_ledger() as ledger:
        seen, aligned = overview(ledger.snapshot()), ledger.aligned_by() is not None
    if as_json:
        refused = [{"uri": r.uri, "reason": r.reason} for r in seen.refusals]
        show_json(
            {
                **dict(seen.counts),
                "aligned": aligned,
                "refusals": refused,
                "not_read": [*map(list, seen.unread)],
            }
        )
        return
    table = rows({"no_wrap": True, "style": "dim"}, {"ratio": 1})
    for name, count in seen.counts:
        table.add_row(name, f"{count:,}")
    show(table)
    for refusal in seen.refusals:
        show(f"refused   {refusal.reason}")
    for name, language in seen.unread:
        show(f"stored and searchable, no statements read   {name} (language {language})")
    if not aligned:
        show(STALE)


COMMANDS: tuple[click.Command, ...] = (search, show_record, status)
