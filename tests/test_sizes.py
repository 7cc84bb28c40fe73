"""Modules and functions stay small enough to read in one go."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted(p for part in ("src", "evals", "tests", "training") for p in (ROOT / part).rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_module_and_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300, f"{path} has more than 300 lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 60, f"{path}:{node.lineno} {node.name} has {length} lines (60 is the end)"
            arguments = node.args
            count = len(arguments.posonlyargs) + len(arguments.args) + len(arguments.kwonlyargs)
            assert count <= 6, f"{path}:{node.lineno} {node.name} takes {count} parameters (6 is the end)"


def test_typical_module_is_short() -> None:
    lengths = sorted(p.read_text(encoding="utf-8").count("\n") for p in (ROOT / "src").rglob("*.py"))
    assert lengths[len(lengths) // 2] <= 130
