"""sayso: who says this, on whose say-so, and who contradicts it."""

__version__ = "0.1.0"
