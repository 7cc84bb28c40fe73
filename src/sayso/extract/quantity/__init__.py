"""Figures: value, bounds, unit, what is counted, about whom and when."""

from sayso.extract.quantity.finder import find_quantities

__all__ = ["find_quantities"]
