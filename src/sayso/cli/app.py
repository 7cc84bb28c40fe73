"""The command ``sayso``: its group of commands, and what becomes of errors."""

import os
import sys
from collections.abc import Sequence

import click

from sayso import __version__
from sayso.cli import adding, comparing, dossier, exporting, looking, reviewing
from sayso.cli.options import ledger_option
from sayso.errors import LedgerError, ModelError, SaysoError

EXIT_REFUSED, EXIT_USAGE, EXIT_UNUSABLE, EXIT_INTERRUPTED = 1, 2, 3, 130


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sayso")
@ledger_option
def sayso() -> None:
    """Who says what in a pile of documents, on whose say-so, and who contradicts it."""


for room in (adding, comparing, dossier, exporting, looking, reviewing):
    for command in room.COMMANDS:
        sayso.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave: 0 well, 1 inputs refused, 2 wrong use, 3 ledger or model unusable."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run the command line; every error becomes one sentence on stderr and an exit code."""
    try:
        with sayso.make_context("sayso", list(arguments)) as context:
            result = sayso.invoke(context)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return EXIT_USAGE
    except click.ClickException as error:
        return _tell(_usage(error), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return _tell("interrupted; run the same command again to go on", EXIT_INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (LedgerError, ModelError) as error:
        return _tell(str(error), EXIT_UNUSABLE)
    except SaysoError as error:
        return _tell(str(error), EXIT_USAGE)
    except Exception as error:  # the last resort: nobody should meet a traceback
        return _tell(_bug(error), EXIT_UNUSABLE)


def _tell(sentence: str, code: int) -> int:
    click.echo(f"sayso: {sentence}", err=True)
    return code


def _usage(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "sayso"
    message = error.format_message().rstrip(".")
    return f"{message[:1].lower()}{message[1:]}; {path} --help shows what is allowed"


def _bug(error: Exception) -> str:
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f" in {place.tb_frame.f_globals.get('__name__')}:{place.tb_lineno}" if place else ""
    return (
        f"this is a bug ({type(error).__name__}: {error}{where}); please report this line, "
        f"the command and sayso {__version__} where you got sayso from"
    )
