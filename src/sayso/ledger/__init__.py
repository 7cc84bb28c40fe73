"""The store; the only room that knows SQL."""

from sayso.ledger.store import Ledger

__all__ = ["Ledger"]
