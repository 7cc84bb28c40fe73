"""Writes docs/reference from the program itself: ``python docs/generate.py`` (``--check`` only compares)."""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from sayso.cli.app import sayso
from sayso.config import Settings
from sayso.export.contract import FILES

REFERENCE = Path(__file__).parent / "reference"
HEAD = "<!-- made by docs/generate.py; change the program instead -->\n\n"


def commands() -> str:
    """Every command with its help."""
    parts = [HEAD, "# Commands\n"]
    for title, command in [("sayso", sayso), *_below("sayso", sayso)]:
        context = click.Context(command, info_name=title, terminal_width=100)
        parts.append(f"\n## `{title}`\n\n```text\n{command.get_help(context)}\n```\n")
    return "".join(parts)


def _below(title: str, group: click.Group) -> Iterator[tuple[str, click.Command]]:
    """The commands of a group and of the groups in it, by name."""
    for name, command in sorted(group.commands.items()):
        yield f"{title} {name}", command
        if isinstance(command, click.Group):
            yield from _below(f"{title} {name}", command)


def exported_records() -> str:
    """Every exported file with its fields and what they mean."""
    parts = [HEAD, "# Exported records\n\n"]
    parts.append(
        "One file a record type; `--format jsonl` writes one object a line, `--format csv` a table.\n"
    )
    for file in FILES:
        listed = ", ".join(f"`{field}`" for field in file.fields)
        parts.append(f"\n## `{file.name}`\n\n{inspect.getdoc(file.kind)}\n\nFields: {listed}\n")
    return "".join(parts)


def settings() -> str:
    """Every setting with its variable and default."""
    rows = [
        f"| `{field.name}` | `SAYSO_{field.name.upper()}` | `{field.default!r}` |"
        for field in msgspec.structs.fields(Settings)
    ]
    head = (
        f"{HEAD}# Settings\n\nThey stand in `sayso.toml` in the working folder; variables override them.\n\n"
        f"{inspect.getdoc(Settings)}\n\n| setting | variable | default |\n|---|---|---|\n"
    )
    return head + "\n".join(rows) + "\n"


def pages() -> dict[str, str]:
    """File name to text of every generated page."""
    return {"commands.md": commands(), "records.md": exported_records(), "settings.md": settings()}


def main() -> int:
    """Write the pages; with ``--check`` return 1 where one differs from the file."""
    stale = 0
    for name, text in pages().items():
        path = REFERENCE / name
        if "--check" in sys.argv:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                print(f"{path} is out of date; run python docs/generate.py")
                stale = 1
        else:
            REFERENCE.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return stale


if __name__ == "__main__":
    raise SystemExit(main())
