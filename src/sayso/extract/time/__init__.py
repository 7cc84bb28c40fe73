"""Time expressions and their EDTF values."""

from sayso.extract.time.finder import find_times
from sayso.extract.time.holding import Holding

__all__ = ["Holding", "find_times"]
