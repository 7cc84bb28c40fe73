"""The rubric: the headings statements are ordered under, and the words that point to them."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from sayso.errors import ConfigurationError
from sayso.lexicons import lexicon

Phrase = tuple[str, ...]
_STRONG = 2.0
_PLAIN = 1.0


@dataclass(frozen=True)
class Facet:
    """A heading: ``id`` as records hold it, ``heading`` as people read it, its words with their weights."""

    id: str
    heading: str
    weights: tuple[tuple[Phrase, float], ...]


@dataclass(frozen=True)
class Rubric:
    """The facets in the order of the file."""

    facets: tuple[Facet, ...]

    @cached_property
    def index(self) -> Mapping[str, tuple[tuple[Phrase, str, float], ...]]:
        """First word of a phrase -> (phrase, facet id, weight), longest phrases first; a phrase of several
        facets counts for each in part."""
        found: dict[str, list[tuple[Phrase, str, float]]] = {}
        shared = Counter(phrase for facet in self.facets for phrase, _ in facet.weights)
        for facet in self.facets:
            for phrase, weight in facet.weights:
                found.setdefault(phrase[0], []).append((phrase, facet.id, weight / shared[phrase]))
        return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def load_rubric(path: str | Path | None = None) -> Rubric:
    """The rubric in a TOML file, or the default one; ``ConfigurationError`` where the file does not fit."""
    return _default() if path is None else _from_file(Path(path))


@cache
def _default() -> Rubric:
    return _rubric(lexicon("rubric"), "the default rubric")


def _from_file(path: Path) -> Rubric:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"the rubric {path} is not readable TOML ({error})") from error
    return _rubric(data, f"the rubric {path}")


def _rubric(data: dict[str, Any], name: str) -> Rubric:
    rows = data.get("facet")
    if not isinstance(rows, list) or not rows:
        raise ConfigurationError(f"{name} has no [[facet]] table; give each an id, a heading and words")
    facets = tuple(_facet(row, name) for row in rows)
    known = [facet.id for facet in facets]
    if len(set(known)) < len(known):
        raise ConfigurationError(f"{name} gives the same id to two facets; ids are {', '.join(known)}")
    return Rubric(facets)


def _facet(row: object, name: str) -> Facet:
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        raise ConfigurationError(f"{name} has a facet without an id; give each an id, a heading and words")
    weights: dict[Phrase, float] = {}
    for field, weight in (("words", _PLAIN), ("strong", _STRONG)):
        listed = row.get(field, [])
        if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
            raise ConfigurationError(f"{name}: {field!r} of facet {row['id']!r} is no list of words")
        weights |= {tuple(one.lower().split()): weight for one in listed if one.split()}
    return Facet(row["id"], str(row.get("heading", row["id"])), tuple(weights.items()))
