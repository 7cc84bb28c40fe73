"""The block of ``name: value`` lines that may open a Markdown file between two rules of ``---``."""

import re
from dataclasses import replace

from sayso.intake.dates import to_edtf
from sayso.intake.lines import Line
from sayso.intake.metadata import Metadata
from sayso.intake.names import authors_in

_RULE = "---"
_FIELD = re.compile(r"(?P<name>[\w-]{2,30})\s*:\s*(?P<value>.*)")
_LONGEST = 40


def front_matter(lines: list[Line]) -> tuple[Metadata, list[Line]]:
    """What the block gives, and the lines with those of the block marked as no part of the article."""
    end = next((at for at, line in enumerate(lines[1:_LONGEST], 1) if line.text == _RULE), 0)
    if not end or lines[0].start != 0 or lines[0].text != _RULE:
        return Metadata(), lines
    fields: dict[str, str] = {}
    for line in lines[1:end]:
        if found := _FIELD.fullmatch(line.text):
            fields[found["name"].lower()] = found["value"].strip(" \"'[]")
    if not fields:
        return Metadata(), lines
    authors = fields.get("author") or fields.get("authors") or ""
    given = Metadata(
        title=fields.get("title") or None,
        outlet=fields.get("outlet") or fields.get("publisher") or None,
        authors=authors_in(authors.replace('"', "").replace("'", "")),
        published=to_edtf(fields.get("date") or fields.get("published") or ""),
    )
    return given, [_marked(line) if at <= end else line for at, line in enumerate(lines)]


def _marked(line: Line) -> Line:
    return replace(line, role="boilerplate")
