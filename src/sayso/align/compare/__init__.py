"""Comparison functions: each returns a score and a sentence of why."""
