"""Options that several commands share, and the way to the ledger."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click
import msgspec

from sayso import config

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.records import Snapshot

STALE = "documents or decisions came in since the last comparison; run sayso add again to compare them"

F = TypeVar("F", bound=Callable[..., object])


def _remember(context: click.Context, _option: click.Parameter, value: str | None) -> None:
    """Keep the ledger's name wherever on the line it was given; the later one counts."""
    if value is not None:
        context.find_root().meta["sayso.ledger"] = value


def ledger_option(command: F) -> F:
    """``--ledger``, allowed before and after the command's name."""
    return click.option(
        "--ledger",
        metavar="FILE",
        expose_value=False,
        callback=_remember,
        help="The ledger to use (default: $SAYSO_LEDGER, else sayso.db).",
    )(command)


def json_option(command: F) -> F:
    """``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.")(command)


def settings() -> config.Settings:
    """The settings of this run: file, environment, then options."""
    given = click.get_current_context().find_root().meta.get("sayso.ledger")
    loaded = config.load()
    return msgspec.structs.replace(loaded, ledger=given) if given else loaded


def open_ledger(*, create: bool = False) -> "Ledger":
    """The ledger of this run, open; ``LedgerError`` where it cannot be used."""
    from sayso.ledger import Ledger

    return Ledger.open(settings().ledger, create=create)


def read_ledger() -> "Snapshot":
    """All of the ledger of this run; a word on stderr where it has not been compared to the end."""
    with open_ledger() as ledger:
        if ledger.aligned_by() is None:
            click.echo(f"sayso: {STALE}", err=True)
        return ledger.snapshot()
