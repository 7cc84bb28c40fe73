"""``sayso export``, ``digest`` and ``verify``: the whole ledger, for other programs and held to proof."""

from pathlib import Path

import click

from sayso.cli.options import ledger_option, open_ledger, read_ledger

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

    written = export(read_ledger(), folder, name)
    click.echo(f"{len(written)} files in {folder}")


@click.command()
@ledger_option
def digest() -> None:
    """Print the hash of the whole export; equal ledgers give equal digests."""
    from sayso.export.jsonl import digest

    click.echo(digest(read_ledger()))


@click.command()
@ledger_option
def verify() -> int:
    """Hold every span, hash, link and decision against the stored text; fails where anything is off."""
    with open_ledger() as ledger:
        problems = list(ledger.verify())
        for problem in problems:
            click.echo(f"sayso: {problem}", err=True)
        click.echo("all well" if not problems else f"{len(problems)} things do not hold in {ledger.name}")
    return 3 if problems else 0


COMMANDS: tuple[click.Command, ...] = (export, digest, verify)
