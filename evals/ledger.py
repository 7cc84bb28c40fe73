"""The whole way in one go: add a corpus, export the ledger, score it against gold.

    python -m evals.ledger --corpus FOLDER --gold FOLDER [--bench FOLDER] [--show]

Prints the scorer's JSON. ``--keep FOLDER`` leaves the ledger and the export there.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from evals.scorers import find_scorer, run_scorer


def sayso(ledger: Path, *arguments: str) -> None:
    """Run the command as a user would; exit code 1 (some inputs refused) is no failure here."""
    command = [sys.executable, "-m", "sayso", "--ledger", str(ledger), *arguments]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with exit code {done.returncode}")


def main() -> None:
    """Parse arguments, run, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--bench", type=Path, help="folder of score_ledger.py; else sought above --gold")
    parser.add_argument("--keep", type=Path, help="folder for the ledger and the export")
    parser.add_argument("--show", action="store_true", help="list what was missed on stderr")
    options = parser.parse_args()
    scorer = find_scorer("score_ledger.py", options.gold, options.bench)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        ledger, export = folder / "ledger.db", folder / "export"
        sayso(ledger, "add", str(options.corpus))
        sayso(ledger, "export", str(export), "--format", "jsonl")
        show = ["--show"] if options.show else []
        report = run_scorer(scorer, "--gold", str(options.gold), "--export", str(export), *show)
    json.dump(report, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
