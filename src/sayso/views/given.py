"""What a statement answers to a contested question: a figure, a date, words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from sayso.records import Quantity
from sayso.views.figures import quantity_words, reach


@dataclass(frozen=True)
class Value:
    """The words, their reach on an axis, what they count; ``quantity``: the figure they were made of."""

    words: str = ""
    reach: tuple[float, float, float] | None = None
    of: str | None = None
    quantity: Quantity | None = None

    @classmethod
    def of_quantity(cls, quantity: Quantity) -> "Value":
        """A figure as an answer."""
        return cls(quantity_words(quantity), reach(quantity), quantity.of, quantity)

    @property
    def unit(self) -> str | None:
        """The figure's unit."""
        return self.quantity.unit if self.quantity else None


@dataclass(frozen=True)
class Given:
    """A statement's answer; ``disputed``: is it at odds with another, rather than only borne out by one?"""

    member: str
    value: Value
    disputed: bool


def in_one_unit(given: Sequence[Given]) -> list[Given]:
    """A bare figure among figures in one unit is in that unit too ("40" beside "12 deaths")."""
    units = {one.value.unit for one in given if one.value.unit}
    if len(units) != 1:
        return list(given)
    return [_in_unit(one, min(units)) for one in given]


def _in_unit(given: Given, unit: str) -> Given:
    bare = given.value.quantity
    if bare is None or bare.unit:
        return given
    return replace(given, value=Value.of_quantity(msgspec.structs.replace(bare, unit=unit)))
