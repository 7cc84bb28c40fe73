"""Names and descriptions in one document, and which of them stand for the same."""

from sayso.extract.entity.finder import find_names
from sayso.extract.entity.naming import Naming
from sayso.extract.entity.source import resolve_source

__all__ = ["Naming", "find_names", "resolve_source"]
