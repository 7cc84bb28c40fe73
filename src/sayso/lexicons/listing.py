"""Short ways to ask a lexicon of grouped word lists."""

from functools import cache

from sayso.lexicons import lexicon


@cache
def listed(name: str, group: str, field: str) -> frozenset[str]:
    """The words of a list in a group of ``<name>.toml``."""
    return frozenset(lexicon(name)[group][field])


def has_phrase(text: str, name: str, group: str, field: str) -> bool:
    """Does the text, its words single-spaced and with a space at both ends, hold one of the list?"""
    return any(f" {phrase} " in text for phrase in listed(name, group, field))
