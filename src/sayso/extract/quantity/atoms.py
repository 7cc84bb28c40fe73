"""Tokens split into runs of digits, of letters and single signs: what figures are read from."""

import re
from typing import NamedTuple

from sayso.parse import ParsedDocument, Sentence, Token

_PARTS = re.compile(r"(?<![\d.])\.?\d+(?:[.,]\d+)*|[^\W\d_²³½¼¾⅓⅔⅛]+|\S")


class Atom(NamedTuple):
    """A part of a token. ``start`` and ``end`` are offsets into the document's text; ``token`` is the
    index of the token it belongs to; ``glued`` says that no space stands before it."""

    text: str
    lower: str
    start: int
    end: int
    token: int
    glued: bool


Atoms = tuple[Atom, ...]


def _split(token: Token) -> list[tuple[str, int, int]]:
    """The parts of a token with their offsets; a token with mark-up inside stays whole."""
    text = token.text
    if text.isalpha() or len(text) == 1 or token.end - token.start != len(text):
        return [(text, token.start, token.end)]
    return [
        (match.group(), token.start + match.start(), token.start + match.end())
        for match in _PARTS.finditer(text)
    ]


def atoms_of(parsed: ParsedDocument, sentence: Sentence) -> Atoms:
    """The atoms of a sentence, in order of text."""
    atoms: list[Atom] = []
    before = -1
    for i in range(sentence.start, sentence.end):
        for text, start, end in _split(parsed.tokens[i]):
            atoms.append(Atom(text, text.lower(), start, end, i, start == before))
            before = end
    return tuple(atoms)


def lower(atoms: Atoms, at: int) -> str:
    """The word at that place in small letters, "" outside the sentence."""
    return atoms[at].lower if 0 <= at < len(atoms) else ""


def glued(atoms: Atoms, at: int) -> bool:
    """Does an atom stand there with no space before it?"""
    return 0 <= at < len(atoms) and atoms[at].glued
