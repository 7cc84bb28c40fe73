"""``sayso dossier``: all about one actor, or the relation between two."""

import sys
from pathlib import Path

import click

from sayso.cli.options import ledger_option, read_ledger, settings
from sayso.errors import UsageError

FORMATS = ("html", "md", "pdf")


@click.command()
@click.argument("names", nargs=-1, metavar="[A [B]]")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="By default what -o ends in, else html.")
@ledger_option
def dossier(names: tuple[str, ...], output: Path | None, form: str | None) -> None:
    """Write the dossier of A, or of the relation between A and B, as one self-contained file.

    Without names it is about the two the documents speak of most; without -o it goes to standard
    output.
    """
    from sayso.export.dossier import render
    from sayso.views.headings import headings

    if len(names) > 2:
        raise UsageError(
            f"a dossier is of one or two actors, not {len(names)}; put names of several words in quotes"
        )
    if form is None:
        ending = output.suffix.removeprefix(".").lower() if output else ""
        form = ending if ending in FORMATS else "html"
    chosen = settings()
    written = render(read_ledger(), names, headings(chosen.rubric), form)
    if output is None:
        sys.stdout.buffer.write(written)
        return
    try:
        output.write_bytes(written)
    except OSError as error:
        raise UsageError(f"{output} cannot be written ({error.strerror}); name another file") from error
    click.echo(str(output))


COMMANDS: tuple[click.Command, ...] = (dossier,)
