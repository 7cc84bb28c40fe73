"""A figure as read from the text, before it is joined to statements, names and times."""

from dataclasses import dataclass
from typing import Literal

from sayso.extract.quantity.unit import Unit
from sayso.records import Span
from sayso.records.figure import Relation

Change = Literal["up", "down"]


@dataclass(frozen=True)
class Figure:
    """``span`` takes in bounds and unit. ``value`` is central, ``low`` and ``high`` are its bounds; a share
    is given in percent. ``noun`` is the token of what is counted, ``first`` to ``last`` (both included)
    are the tokens of the numeral and its unit. ``change`` tells a rise or fall BY the figure.

    ``vague``: a plural without a number; ``share``: written as a fraction; ``mild``: the bound only blurs
    ("almost"); ``incidental``: a mere determiner ("the two sides", "one man").
    """

    span: Span
    value: float | None
    low: float | None
    high: float | None
    relation: Relation
    unit: Unit | None
    noun: int | None
    first: int
    last: int
    change: Change | None = None
    vague: bool = False
    share: bool = False
    bound: str = ""
    incidental: bool = False
