"""The evaluation gate: every figure in ``floors.toml`` must reach its floor.

    python -m evals.gate --shared FOLDER [--only RUNNER] [--json FILE]

FOLDER holds ``bench``, ``gold`` and ``corpus``. Exit code 0: all floors reached; 1: some not; 2: the gold is
not the one the floors were measured on, or a runner failed.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True)
class Outcome:
    """One figure against its floor; ``value`` is null where the report has no such figure."""

    runner: str
    metric: str
    floor: float
    value: float | None
    margin: float

    @property
    def reached(self) -> bool:
        """Is the figure at least the floor, but for the noise margin?"""
        return self.value is not None and self.value + self.margin >= self.floor


def fingerprint(paths: list[Path]) -> str:
    """One hash of the names and bytes of all files at or below the paths."""
    digest = hashlib.sha256()
    for path in paths:
        for file in sorted(p for p in ([path] if path.is_file() else path.rglob("*")) if p.is_file()):
            if "__pycache__" not in file.parts:
                digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def figure(report: Mapping[str, Any], metric: str) -> float | None:
    """The number at a path such as ``attribution / exact / f1``."""
    found: Any = report
    for key in metric.split(" / "):
        if not isinstance(found, Mapping) or key not in found:
            return None
        found = found[key]
    return float(found) if isinstance(found, int | float) else None


def judge(runner: Mapping[str, Any], report: Mapping[str, Any], margin: float) -> Iterator[Outcome]:
    """Every floor of a runner against its report."""
    for metric, floor in runner["floors"].items():
        yield Outcome(runner["name"], metric, float(floor), figure(report, metric), margin)


def run(runner: Mapping[str, Any], shared: Path) -> dict[str, Any]:
    """What a runner prints, as JSON."""
    arguments = [argument.replace("{shared}", str(shared)) for argument in runner["arguments"]]
    command = [sys.executable, "-m", runner["module"], *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} ended with exit code {done.returncode}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def same_gold(runner: Mapping[str, Any], shared: Path) -> str | None:
    """A sentence where the gold is not the one the floors were measured on, else null."""
    found = fingerprint([Path(part.replace("{shared}", str(shared))) for part in runner["gold"]])
    if found == runner["fingerprint"]:
        return None
    return (
        f"{runner['name']}: the gold has fingerprint {found}, the floors were measured on "
        f"{runner['fingerprint']}; measure anew and write both into {FLOORS.name}"
    )


def main(arguments: list[str] | None = None, floors: Path = FLOORS) -> int:
    """Run every runner, print a line a figure, return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--only", help="name of one runner")
    parser.add_argument("--json", type=Path, help="write all reports there")
    options = parser.parse_args(arguments)
    settings = tomllib.loads(floors.read_text(encoding="utf-8"))
    reports, worst = {}, 0
    for runner in settings["runner"]:
        if options.only and runner["name"] != options.only:
            continue
        if trouble := same_gold(runner, options.shared):
            print(trouble, flush=True)
            worst = max(worst, 2)
        reports[runner["name"]] = report = run(runner, options.shared)
        for outcome in judge(runner, report, settings["margin"]):
            value = "missing" if outcome.value is None else f"{outcome.value:.4f}"
            mark = "reached" if outcome.reached else "BELOW"
            line = f"{outcome.runner:12} {outcome.metric:45} {value:>8}  floor {outcome.floor:.3f}  {mark}"
            print(line, flush=True)
            worst = worst if outcome.reached else max(worst, 1)
    if options.json:
        options.json.write_text(json.dumps(reports, indent=1, sort_keys=True), encoding="utf-8")
    return worst


if __name__ == "__main__":
    raise SystemExit(main())
