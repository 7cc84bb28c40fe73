"""Where values stand on a common axis, as fractions of its length."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.views.figures import number_words

#: Beyond this ratio of greatest to least value a linear axis would crush the small ones.
LOGARITHMIC_FROM = 50.0


@dataclass(frozen=True)
class Dot:
    """A value at ``x`` with bounds ``left`` and ``right``, all 0 to 100."""

    x: float
    left: float
    right: float
    hue: int
    label: str


@dataclass(frozen=True)
class Plot:
    """Dots, and the axis' ends in words."""

    dots: tuple[Dot, ...]
    low: str
    high: str
    logarithmic: bool


def plot(values: Sequence[tuple[tuple[float, float, float], int, str]]) -> Plot | None:
    """A plot of ((least, central, greatest), hue, label); null when there is nothing to compare."""
    ends = [end for reach, _, _ in values for end in reach]
    if len({reach[1] for reach, _, _ in values}) < 2:
        return None
    low, high = min(ends), max(ends)
    logarithmic = low > 0 and high / low > LOGARITHMIC_FROM

    def place(value: float) -> float:
        if logarithmic:
            return round(100 * math.log(value / low) / math.log(high / low), 2)
        return round(100 * (value - low) / (high - low), 2)

    dots = tuple(
        Dot(place(central), place(least), place(most), hue, label)
        for (least, central, most), hue, label in values
    )
    return Plot(dots, number_words(low), number_words(high), logarithmic)
