"""Events: who did what to whom, coded by PLOVER."""

from sayso.extract.event.finder import find_events

__all__ = ["find_events"]
