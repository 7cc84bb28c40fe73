"""Looking at the command line loads nothing heavy."""

import subprocess
import sys

import pytest

HEAVY = ("spacy", "numpy", "onnxruntime", "tokenizers", "lingua", "sqlalchemy", "jinja2", "edtf", "rapidfuzz")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["add", "--help"], ["dossier", "--help"]])
def test_help_imports_no_heavy_library(arguments: list[str]) -> None:
    script = (
        "import sys\n"
        "from sayso.cli.app import run\n"
        f"code = run({arguments!r})\n"
        f"print('LOADED', sorted(set({HEAVY!r}) & set(sys.modules)), code)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "LOADED [] 0"


def test_records_need_only_their_serialiser() -> None:
    script = (
        "import sys, sayso.records; print(sorted({'spacy','sqlalchemy','click','rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
