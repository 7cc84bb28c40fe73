"""Statements of many documents -> entities, claims, links, origins, silence. Pure: no disk, no SQL."""

from sayso.align.alignment import align

__all__ = ["align"]
