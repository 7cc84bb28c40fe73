"""Writes the measured figures where readers meet them: docs/accuracy.md and the dossier's last section.

python -m evals.gate --shared FOLDER --json FILE && python -m evals.accuracy --reports FILE
"""

import argparse
import json
import os
import platform
from pathlib import Path
from typing import Any, NamedTuple

from evals.gate import figure

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "accuracy.md"
SHOWN = ROOT / "src" / "sayso" / "views" / "accuracy.toml"


class Row(NamedTuple):
    """One figure: what is measured, on what, the gate's runner and the path into its report."""

    what: str
    data: str
    runner: str
    metric: str


QUARREL = "two annotated documents of a real quarrel"
ROWS = (
    Row("who says what: content and source right, F1", "PolNeAR dev, 84 articles", "attribution",
        "attribution / attributed@0.5 / f1"),
    Row("content of attributions, F1", "PolNeAR dev", "attribution", "attribution / content@0.5 / f1"),
    Row("content to the character, F1", "PolNeAR dev", "attribution", "attribution / exact / f1"),
    Row("who says what, F1", QUARREL, "ledger", "attributions: attributed@0.5 / f1"),
    Row("segments, by characters", QUARREL, "ledger", "segments: kind (characters) / f1"),
    Row("reader comments apart, F1", QUARREL, "ledger", "segments: comments / f1"),
    Row("check-worthy claims covered, recall", QUARREL, "ledger", "claims: covered (recall) / f1"),
    Row("polarity of claims", QUARREL, "ledger", "claims: polarity / f1"),
    Row("modality of claims", QUARREL, "ledger", "claims: modality / f1"),
    Row("facet of claims", QUARREL, "ledger", "claims: facet / f1"),
    Row("figures: value, F1", QUARREL, "ledger", "quantities: value / f1"),
    Row("figures: value, F1 (percent)", "NewsQuant dev, 289 sentences", "quantities", "value / f1"),
    Row("figures: value and unit, F1 (percent)", "NewsQuant dev", "quantities", "value+unit / f1"),
    Row("times: value, F1", QUARREL, "ledger", "times: value / f1"),
    Row("times: value, F1 (percent)", "TimeBank, 183 documents", "timebank", "value_F1"),
    Row("times: value, F1 (percent)", "AQUAINT, 73 documents", "aquaint", "value_F1"),
    Row("events found, recall", QUARREL, "ledger", "events: found (recall) / f1"),
    Row("events: kind, F1 (percent)", "PLOVER GSR dev, raw text", "gsr", "event / f1"),
    Row("names found, recall", QUARREL, "ledger", "entities: forms found (recall) / f1"),
    Row("same name joined, F1", QUARREL, "ledger", "entities: same name pairs / f1"),
    Row("name pairs, F1 (percent)", "name_bench dev, adversarial", "names", "all / F1"),
    Row("name pairs across scripts, F1 (percent)", "cross_script dev", "scripts", "all / F1"),
    Row("conflicting figures linked, recall", QUARREL, "ledger",
        "links: disagree on figures, clear (recall) / f1"),
    Row("disagreements linked, recall", QUARREL, "ledger", "links: disagree, clear (recall) / f1"),
    Row("agreements linked, recall", QUARREL, "ledger", "links: agree, clear (recall) / f1"),
    Row("look-alikes kept apart", QUARREL, "ledger", "links: hard negatives kept apart / f1"),
    Row("disagreements linked, recall", "examples/lake-quarrel", "lake",
        "links: disagree, clear (recall) / f1"),
    Row("disagreements linked, recall", "examples/harbour-quarrel", "harbour",
        "links: disagree, clear (recall) / f1"),
    Row("who says what, by rules alone, F1", "PolNeAR dev, 84 articles", "attribution-grammar",
        "attribution / attributed@0.5 / f1"),
    Row("content of attributions, by rules alone, F1", "PolNeAR dev", "attribution-grammar",
        "attribution / content@0.5 / f1"),
    Row("content to the character, by rules alone, F1", "PolNeAR dev", "attribution-grammar",
        "attribution / exact / f1"),
    Row("asserted, denied, uncertain: by rules, macro F1", "UW dev, 3,358 events",
        "factuality-grammar", "macro_f1"),
    Row("the same by the network, macro F1", "UW dev", "factuality", "macro_f1"),
    Row("worth checking: by rules, average precision", "4,000 sentences held out", "checkworthy-grammar",
        "average_precision"),
    Row("the same by the network, average precision", "4,000 sentences held out", "checkworthy",
        "average_precision"),
)  # fmt: skip
#: The rows a dossier shows.
IN_DOSSIER = (0, 6, 10, 13, 18, 23, 24)
NOTE = """
The two documents of a real quarrel, and the development halves of the public sets, were in view while the
rules were written; on texts nobody has seen expect less. The invented quarrels of `examples/` were partly in
view. What no figure says: whether a link that was made is right. Read each with its reason.

Speed and memory: `make bench` prints tokens a second of the whole extraction over those of the same spaCy
pipeline alone in the same run, and the memory held while articles are added.
"""


def measured(reports: dict[str, Any]) -> list[tuple[Row, float]]:
    """The rows that the reports have a figure for."""
    found = [(row, figure(reports.get(row.runner, {}), row.metric)) for row in ROWS]
    return [(row, value) for row, value in found if value is not None]


def page(rows: list[tuple[Row, float]]) -> str:
    """The table for the documentation."""
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    machine = f"{system}, Python {platform.python_version()}"
    head = (
        "# Measured accuracy\n\n<!-- written by evals/accuracy.py -->\n\n"
        f"By `make eval` on {machine}. F1 and recall from 0 to 1, or in percent where it says so.\n\n"
        "| what | data | figure | runner |\n|---|---|---|---|\n"
    )
    lines = [f"| {row.what} | {row.data} | {value:g} | `{row.runner}` |\n" for row, value in rows]
    return head + "".join(lines) + NOTE


def shown(rows: list[tuple[Row, float]]) -> str:
    """The lines for the dossier, as TOML."""
    wanted = {ROWS[i] for i in IN_DOSSIER}
    lines = [f"{row.what} {value:.2f} ({row.data})" for row, value in rows if row in wanted]
    listed = "".join(f"  {json.dumps(line)},\n" for line in lines)
    return f"# Written by evals/accuracy.py from what the evaluation gate measured.\nfigures = [\n{listed}]\n"


def main() -> None:
    """Parse arguments, write both files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=Path, required=True)
    options = parser.parse_args()
    rows = measured(json.loads(options.reports.read_text(encoding="utf-8")))
    PAGE.write_text(page(rows), encoding="utf-8")
    SHOWN.write_text(shown(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
