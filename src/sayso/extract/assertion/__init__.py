"""What a segment's own speaker asserts, clause by clause."""

from sayso.extract.assertion.finder import find_assertions
from sayso.extract.assertion.shape import Assertion

__all__ = ["Assertion", "find_assertions"]
