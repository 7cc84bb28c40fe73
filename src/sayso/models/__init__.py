"""Learned models: small wrappers, each with its model card. No pickle."""

from sayso.models.decoding import Joined
from sayso.models.grammar import Word
from sayso.models.reader import Marks, Reader, shipped

__all__ = ["Joined", "Marks", "Reader", "Word", "shipped"]
