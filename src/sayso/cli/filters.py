"""The options that choose statements, and the selection they make."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import click

if TYPE_CHECKING:
    from sayso.records import Snapshot
    from sayso.views.selection import Selection

F = TypeVar("F", bound=Callable[..., object])


class Chosen(TypedDict):
    """What the options gave."""

    about: str | None
    facet: str | None
    voice: str | None
    since: str | None
    until: str | None


def filter_options(command: F) -> F:
    """``--about``, ``--facet``, ``--voice``, ``--since``, ``--until``."""
    for name, metavar, told in (
        ("until", "DATE", "Only what speaks of, or was published in, that time or before."),
        ("since", "DATE", "Only what speaks of, or was published in, that time or after (1992, 1992-04)."),
        ("voice", "NAME", "Only what this voice says."),
        ("facet", "FACET", "Only statements under this heading of the rubric."),
        ("about", "NAME", "Only what names this country, person, place..., by any of its names."),
    ):
        command = click.option(f"--{name}", metavar=metavar, help=told)(command)
    return command


def limit_option(command: F) -> F:
    """``--limit``."""
    return click.option(
        "--limit", type=click.IntRange(min=1), metavar="N", help="Print the first N only (default: all)."
    )(command)


def selection(snapshot: "Snapshot", chosen: Any) -> "Selection":
    """The statements the options ask for; ``UsageError`` where nothing is called so."""
    from sayso.views.selection import Selection, Wanted

    return Selection(snapshot, Wanted(**chosen))
