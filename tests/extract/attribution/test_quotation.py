"""Quotation marks of every make, well used and badly."""

import pytest

from sayso.extract.attribution.quotation import find_quotations
from tests.factories import parsed


def quoted(text: str) -> list[tuple[str, int]]:
    page = parsed(text)
    return [(page.words(page.span(q.start, q.end)), q.depth) for q in find_quotations(page)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no deal" twice.', [('"no deal"', 0)]),
        ("He said “no deal” twice.", [("“no deal”", 0)]),
        ("He said „no deal“ twice.", [("„no deal“", 0)]),
        ("He said «no deal» twice.", [("«no deal»", 0)]),
        ("He said ''no deal'' twice.", [("''no deal''", 0)]),
        ("He said ‘no deal,’ twice.", [("‘no deal,’", 0)]),
        ("“He said ‘no deal’ to us,” she wrote.", [("“He said ‘no deal’ to us,”", 0), ("‘no deal’", 1)]),
        ("The farmers' lot and the miners’ pay fell.", []),
        ('The pipe is 5" wide.', []),
        ("” The river is dead,” she said.", [("” The river is dead,”", 0)]),
        ("He said “no and left.", []),
        ("“We stay here", [("“We stay here", 0)]),
        ("He said “no. Then “yes” came.", [("“yes”", 0)]),
    ],
)
def test_marks_are_paired(text: str, expected: list[tuple[str, int]]) -> None:
    assert quoted(text) == expected


def test_no_quotation_runs_over_a_paragraph() -> None:
    assert quoted("He said “no.\n\nShe said “yes” to it.") == [("“yes”", 0)]
