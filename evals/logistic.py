"""Logistic regression on sparse features with numpy alone: small, readable, the same every time."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
_HISTORY = 8


class Design:
    """Rows of (feature, strength): ``row`` and ``column`` of each entry, ``target`` of each row (0 to 1)."""

    def __init__(self, row: list[int], column: list[int], value: list[float], target: list[float]) -> None:
        self.row = np.asarray(row, dtype=np.int64)
        self.column = np.asarray(column, dtype=np.int64)
        self.value = np.asarray(value)
        self.target = np.asarray(target)
        self.width = int(self.column.max()) + 1

    def odds(self, weights: Vector) -> Vector:
        """The log odds of every row."""
        parts = self.value * weights[self.column]
        odds: Vector = np.bincount(self.row, weights=parts, minlength=len(self.target)).astype(np.float64)
        return odds

    def loss(self, weights: Vector, ridge: Vector) -> tuple[float, Vector]:
        """Cross entropy with its gradient; ``ridge`` draws each weight to 0."""
        odds = self.odds(weights)
        chance = 1.0 / (1.0 + np.exp(-odds))
        cost = float(np.sum(np.logaddexp(0.0, odds) - self.target * odds) + 0.5 * np.sum(ridge * weights**2))
        slope = np.bincount(self.column, self.value * (chance - self.target)[self.row], minlength=self.width)
        return cost, slope + ridge * weights


def _direction(slope: Vector, steps: list[Vector], changes: list[Vector]) -> Vector:
    """The two-loop recursion of L-BFGS (Nocedal 1980)."""
    result, shares = -slope, []
    for step, change in zip(reversed(steps), reversed(changes), strict=True):
        share = float(step @ result) / float(step @ change)
        shares.append(share)
        result = result - share * change
    if steps:
        result = result * (float(steps[-1] @ changes[-1]) / float(changes[-1] @ changes[-1]))
    for step, change, share in zip(steps, changes, reversed(shares), strict=True):
        result = result + step * (share - float(change @ result) / float(step @ change))
    return result


def fit(design: Design, ridge: Vector, rounds: int = 120) -> Vector:
    """The weights that explain the targets best."""
    return _minimum(lambda weights: design.loss(weights, ridge), np.zeros(design.width), rounds)


def _minimum(loss: Callable[[Vector], tuple[float, Vector]], at: Vector, rounds: int) -> Vector:
    cost, slope = loss(at)
    steps: list[Vector] = []
    changes: list[Vector] = []
    for _ in range(rounds):
        way = _direction(slope, steps, changes)
        reach = 1.0 if steps else 1.0 / (1.0 + float(np.abs(slope).sum()))
        while True:
            there = at + reach * way
            new_cost, new_slope = loss(there)
            if new_cost <= cost + 1e-4 * reach * float(slope @ way) or reach < 1e-10:
                break
            reach *= 0.5
        if cost - new_cost < 1e-7 * abs(cost):
            break
        if float((there - at) @ (new_slope - slope)) > 1e-12:
            steps, changes = (
                [*steps[1 - _HISTORY :], there - at],
                [*changes[1 - _HISTORY :], new_slope - slope],
            )
        at, cost, slope = there, new_cost, new_slope
    return at
