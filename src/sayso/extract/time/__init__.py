"""Time expressions and their EDTF values."""

from sayso.extract.time.finder import find_times

__all__ = ["find_times"]
