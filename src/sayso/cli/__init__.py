"""Parse arguments, call one function, print."""

from sayso.cli.app import main

__all__ = ["main"]
