"""Finding and calling the scorers that come with the development data."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any


def find_scorer(name: str, near: Path, bench: Path | None = None) -> Path:
    """The scorer script of that name in ``bench``, or in a folder beside or above ``near``.

    Raises FileNotFoundError that says where it was looked for.
    """
    places = [bench] if bench else [near, *near.resolve().parents]
    for place in places:
        for found in (place / name, *sorted(place.glob(f"*/{name}"))):
            if found.is_file():
                return found
    looked = bench or near
    raise FileNotFoundError(f"no {name} in or above {looked}; name its folder with --bench PATH")


def load_scorer(path: Path) -> ModuleType:
    """The scorer as a module, so that its functions can be called."""
    if str(path.parent) not in sys.path:
        sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def run_scorer(path: Path, *arguments: str) -> dict[str, Any]:
    """What the scorer prints as JSON when called so; what it says on stderr passes through."""
    command = [sys.executable, str(path), *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result
