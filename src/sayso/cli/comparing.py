"""``sayso claims`` and ``sayso conflicts``: what is agreed and what is contested, strongest first."""

from typing import TYPE_CHECKING, Any, Unpack

import click

from sayso.cli.filters import Chosen, filter_options, limit_option, selection
from sayso.cli.options import json_option, ledger_option, read_ledger
from sayso.cli.terminal import quotation, rows, show, show_json

if TYPE_CHECKING:
    from sayso.views.claim_sheet import Standing
    from sayso.views.contested import Answer, Point
    from sayso.views.entry import Entry


@click.command()
@filter_options
@limit_option
@json_option
@ledger_option
def conflicts(limit: int | None, as_json: bool, **chosen: Unpack[Chosen]) -> None:
    """Print what voices disagree on: each question with its answers, strongest first."""
    from sayso.views.conflict_sheet import conflict_sheet
    from sayso.views.judgement import judgement

    snapshot = read_ledger()
    points = conflict_sheet(snapshot, selection(snapshot, chosen))
    for point in points[:limit]:
        judged = judgement(snapshot, point.id)
        if as_json:
            show_json(_point_plain(point) | {"judgement": list(judged)})
        else:
            _show_point(point, judged)
    if not points and not as_json:
        show("no disagreement found")


def _show_point(point: "Point", judged: tuple[str, ...]) -> None:
    heading = rows({"style": "bold"}, {"justify": "right", "style": "dim"})
    heading.add_row(quotation(point.heading) if point.quoted else point.heading, point.kind)
    show(heading)
    answers = rows({"no_wrap": True, "width": _width(point)}, {"ratio": 3}, {"ratio": 2})
    for answer in point.answers:
        for entry in answer.entries:
            if not entry.hostile:
                answers.add_row(f"  {_value(answer, entry)}", quotation(entry.quote), _who(entry))
    show(answers)
    folded = sum(entry.hostile for answer in point.answers for entry in answer.entries)
    if folded:
        show(f"  {folded} hostile, folded (sayso show {point.id})", style="dim")
    for told in (*point.reasons[:1], *judged):
        show(f"  {told}", style="dim")
    show()


def _value(answer: "Answer", entry: "Entry") -> str:
    """The figure, date or name where there is one, else the shape of the stance."""
    return answer.value or entry.shape


def _width(point: "Point") -> int:
    shown = [len(_value(answer, entry)) for answer in point.answers for entry in answer.entries]
    return min(28, 2 + max(shown, default=1))


def _who(entry: "Entry") -> str:
    from sayso.views.attribution_line import attribution_line

    return attribution_line(entry)


def _point_plain(point: "Point") -> dict[str, Any]:
    return {
        "id": point.id,
        "heading": point.heading,
        "kind": point.kind,
        "voices": point.voices,
        "origins": point.origins,
        "reasons": list(point.reasons),
        "silent": list(point.silent),
        "answers": [
            {"value": answer.value, "statements": [_entry_plain(entry) for entry in answer.entries]}
            for answer in point.answers
        ],
    }


def _entry_plain(entry: "Entry") -> dict[str, Any]:
    """A statement's address and words."""
    return {
        "statement": entry.statement.id,
        "stance": entry.stance,
        "voice": entry.statement.voice,
        "voice_name": entry.statement.voice_name,
        "text": entry.statement.text,
        "document": entry.note.document.id,
        "start": entry.note.start,
        "end": entry.note.end,
        "hostile": entry.hostile,
    }


@click.command()
@filter_options
@limit_option
@json_option
@ledger_option
def claims(limit: int | None, as_json: bool, **chosen: Unpack[Chosen]) -> None:
    """Print what is claimed and how many independent voices stand where on it, strongest first."""
    from sayso.export.contract import exported
    from sayso.views.claim_sheet import claim_sheet

    snapshot = read_ledger()
    standings = claim_sheet(snapshot, selection(snapshot, chosen))
    if as_json:
        for standing in standings[:limit]:
            show_json(exported(standing.claim))
    elif standings:
        _show_claims(standings[:limit])
    else:
        show("no claim found")


def _show_claims(standings: "list[Standing]") -> None:
    table = rows({"justify": "right"}, {"no_wrap": True}, {"ratio": 3}, {"ratio": 2})
    table.add_row("voices", "", "claim", "said by", style="dim")
    for standing in standings:
        claim, calm = standing.claim, [entry for entry in standing.entries if not entry.hostile]
        who = "; ".join(dict.fromkeys(f"{e.shape} {_who(e)}" for e in calm)) or "hostile, folded"
        table.add_row(str(claim.voices), claim.status, quotation(claim.proposition) if calm else "", who)
    show(table)


COMMANDS: tuple[click.Command, ...] = (claims, conflicts)
