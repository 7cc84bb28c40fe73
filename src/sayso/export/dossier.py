"""A dossier as one self-contained file: HTML, Markdown or PDF."""

import itertools
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from sayso import __version__
from sayso.errors import UsageError
from sayso.export.pdf import print_pdf
from sayso.records import Snapshot
from sayso.views.dates import in_words
from sayso.views.dossier import build
from sayso.views.voices import short_title

FORMATS = ("html", "md", "pdf")
#: Statements shown for one answer before the rest is only counted.
SHOWN = 4


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.export"),
        autoescape=select_autoescape(["html.j2"], default_for_string=False),
        undefined=StrictUndefined,
        trim_blocks=False,
    )
    environment.globals |= {"label": short_title, "words": in_words, "version": __version__}
    return environment


def accuracy() -> tuple[str, ...]:
    """What was measured of this version, a line a figure."""
    text = (files("sayso.views") / "accuracy.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["figures"])


def render(
    snapshot: Snapshot, names: Sequence[str], headings: Mapping[str, str], form: str = "html"
) -> bytes:
    """The dossier of ``names`` in that format. ``UsageError`` for unknown names or formats."""
    if form not in FORMATS:
        raise UsageError(f"a dossier cannot be written as {form!r}; choose one of {', '.join(FORMATS)}")
    environment = _environment()
    dossier = build(snapshot, names, headings)
    if form == "md":
        return environment.get_template("dossier.md.j2").render(d=dossier).encode()
    css = environment.loader.get_source(environment, "dossier.css")[0] if environment.loader else ""
    counter = itertools.count(1)
    page = environment.get_template("dossier.html.j2").render(
        d=dossier, css=css, counter=lambda: next(counter), shown=SHOWN, accuracy=accuracy()
    )
    return print_pdf(page) if form == "pdf" else page.encode()
