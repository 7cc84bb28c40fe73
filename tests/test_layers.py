"""A room imports only rooms above it; hidden imports inside functions count too."""

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "sayso"
BASE = {"errors", "records"}
READ = BASE | {"lexicons", "models", "config", "parse"}
ALLOWED = {
    "errors": set(),
    "config": {"errors"},
    "records": {"errors"},
    "lexicons": {"errors"},
    "models": BASE | {"lexicons"},
    "intake": BASE | {"lexicons", "models"},
    "parse": BASE | {"config", "lexicons", "models"},
    "extract": READ,
    "review": BASE,
    "align": BASE | {"lexicons", "models", "review"},
    "ledger": BASE | {"review"},
    "views": BASE | {"lexicons", "review"},
    "export": BASE | {"views"},
    "flows": READ | {"intake", "extract", "align", "ledger", "review"},
    "cli": BASE | {"config", "flows", "ledger", "views", "export", "review"},
}
HEAVY = {"spacy": "parse", "sqlalchemy": "ledger", "onnxruntime": "models", "tokenizers": "models"}


def room_of(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the room"
            names.add(node.module or "")
            if node.module == "sayso":
                names |= {f"sayso.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda p: str(p.relative_to(SRC)))
def test_room_imports_only_rooms_above_it(path: Path) -> None:
    room = room_of(path)
    if room in ("__init__", "__main__"):
        return
    rooms = {name.split(".")[1] for name in imported(path) if name.startswith("sayso.")}
    outside = rooms - ALLOWED[room] - {room, "__version__"}
    assert not outside, f"{path.relative_to(SRC)} ({room}) imports {sorted(outside)}"


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda p: str(p.relative_to(SRC)))
def test_heavy_libraries_stay_in_their_room(path: Path) -> None:
    tops = {name.split(".")[0] for name in imported(path)}
    strays = {lib for lib, room in HEAVY.items() if lib in tops and room_of(path) != room}
    assert not strays, f"{path.relative_to(SRC)} imports {sorted(strays)}"
