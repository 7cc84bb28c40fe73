"""``sayso add``: what goes in."""

import sys

import click

from sayso.cli.options import ledger_option, open_ledger, settings
from sayso.cli.progress import progress
from sayso.records import Refusal


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@ledger_option
def add(paths: tuple[str, ...]) -> int:
    """Read files, folders or - (JSON Lines on standard input) into the ledger.

    What the ledger knows already is not read again, so an interrupted add is continued by the same
    command.
    """
    from sayso import flows

    with open_ledger(create=True) as ledger, progress() as on_input:
        summary = flows.add(ledger, paths, sys.stdin.buffer, settings(), on_input)
        held = ", ".join(f"{count:,} {name}" for name, count in ledger.counts().items())
    for refusal in summary.refused:
        click.echo(f"sayso: refused {_told(refusal)}", err=True)
    counts = f"{summary.read} read, {summary.known} known already, {len(summary.refused)} refused"
    click.echo(f"{counts}; {held} in {ledger.name}")
    return 1 if summary.refused else 0


def _told(refusal: Refusal) -> str:
    """A refusal as a line that names the input."""
    named = refusal.uri in refusal.reason
    return refusal.reason if named else f"{refusal.uri}: {refusal.reason}"


COMMANDS: tuple[click.Command, ...] = (add,)
