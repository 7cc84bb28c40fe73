"""The terminal's side of the look: their words in quotation marks, ours plain, nothing in red."""

import sys
from functools import cache
from typing import TYPE_CHECKING, Any

from sayso.records import codec

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

#: Wide enough for a quotation beside its voice where the output is no terminal.
_WIDTH = 120


@cache
def console() -> "Console":
    """Standard output; plain text where it is no terminal."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else _WIDTH, highlight=False, soft_wrap=False)


def show(what: Any = "", style: str | None = None) -> None:
    """Print text (never read as mark-up) or a table."""
    console().print(what, style=style, markup=False)


def show_json(plain: dict[str, Any]) -> None:
    """Print one line of JSON, keys in order."""
    sys.stdout.write(codec.plain_to_json(plain).decode() + "\n")


def quotation(words: str) -> str:
    """Somebody's words in quotation marks, unless they stand in some already."""
    words = " ".join(words.split())
    return words if words[:1] in '"“«„' and words[-1:] in '"”»“' else f"“{words}”"


def rows(*columns: dict[str, Any]) -> "Table":
    """An open table without lines: ``add_row`` gives its rows."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2), expand=True)
    for column in columns:
        table.add_column(**column)
    return table
