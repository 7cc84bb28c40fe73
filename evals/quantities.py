"""Figures against NewsQuant and the Recognizers sets: ``python -m evals.quantities --data SET.json``.

Prints precision, recall and F1 of value, value with unit, value with change, value with concept.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from evals.cqe_naming import change_in_cqe, concepts_in_cqe, unit_in_cqe, value_in_cqe
from evals.paragraphs import parse_sentence
from evals.scorers import find_scorer, load_scorer
from sayso.extract.quantity.context import context_of, number_tokens
from sayso.extract.quantity.figure import Figure
from sayso.extract.quantity.reading import find_figures
from sayso.parse import ParsedDocument, Parser


def predict(parsed: ParsedDocument) -> list[dict[str, Any]]:
    """The figures of a sentence as the scorer reads them."""
    figures = find_figures(parsed)
    figured = number_tokens(parsed, figures)
    return [
        {
            "value": value_in_cqe(figure),
            "unit": unit_in_cqe(parsed, figure),
            "change": change_in_cqe(figure),
            "concepts": concepts_in_cqe(parsed, figure, context_of(parsed, figure, frozenset(), figured)),
        }
        for figure in figures
        if not figure.incidental or _counts(parsed, figure)
    ]


def _counts(parsed: ParsedDocument, figure: Figure) -> bool:
    """Do the sets count this determiner ("one man", not "three-bed" and not the pronoun "one")?"""
    return figure.noun is not None and parsed.tokens[figure.last + 1].text != "-"


def main() -> None:
    """Score a set and print the figures as JSON."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "--data", type=Path, required=True, help="a set of sentences with their quantities"
    )
    arguments.add_argument("--bench", type=Path, help="the folder of score_quantity.py")
    arguments.add_argument("--errors", action="store_true", help="list what was missed or wrong")
    options = arguments.parse_args()
    scorer = load_scorer(find_scorer("score_quantity.py", options.data.parent, options.bench))
    gold = json.loads(options.data.read_text(encoding="utf-8"))
    parser = Parser()
    system = {i: predict(parse_sentence(parser, item["text"])) for i, item in enumerate(gold)}
    errors: list[tuple[Any, ...]] | None = [] if options.errors else None
    scores = scorer.score(gold, system, errors=errors)
    print(json.dumps({name: _rates(figures) for name, figures in scores.items()}, indent=1))
    for error in errors or []:
        print(*error, gold[error[0]]["text"][:160], sep="\t")


def _rates(figures: Any) -> Any:
    """Precision, recall and F1 by name; counts as they are."""
    return (
        dict(zip(("precision", "recall", "f1"), figures, strict=True))
        if isinstance(figures, tuple)
        else figures
    )


if __name__ == "__main__":
    main()
