"""Time expressions and their EDTF values."""

from sayso.extract.time.finder import find_times, statement_over

__all__ = ["find_times", "statement_over"]
