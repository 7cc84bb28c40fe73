"""``sayso export`` and ``sayso digest``: the whole ledger for other programs."""

from pathlib import Path

import click

from sayso.cli.options import ledger_option, open_ledger

FORMATS = ("jsonl", "csv")


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--format", "name", type=click.Choice(FORMATS), default="jsonl", show_default=True, help="What to write."
)
@ledger_option
def export(folder: Path, name: str) -> None:
    """Write every record into DIR, one file a record type."""
    from sayso.export.formats import export

    with open_ledger() as ledger:
        written = export(ledger.snapshot(), folder, name)
    click.echo(f"{len(written)} files in {folder}")


@click.command()
@ledger_option
def digest() -> None:
    """Print the hash of the whole export; equal ledgers give equal digests."""
    from sayso.export.jsonl import digest

    with open_ledger() as ledger:
        click.echo(digest(ledger.snapshot()))


COMMANDS: tuple[click.Command, ...] = (export, digest)
