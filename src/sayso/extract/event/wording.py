"""The words an event is told in, as lexicons list them: lemmas, and phrases of lemmas."""

from collections.abc import Iterable

from sayso.parse import ParsedDocument, Token

_NAMES = ("PERSON", "GPE", "LOC", "NORP", "FAC")
_LONGEST = 4


def lemmas_of(parsed: ParsedDocument, indices: Iterable[int]) -> frozenset[str]:
    """Lemmas and forms of the tokens, no names among them, and the phrases up to four lemmas they make."""
    tokens = [parsed.tokens[at] for at in indices]
    found: set[str] = set()
    for at, token in enumerate(tokens):
        if not token.text[:1].isalnum() or _is_name(token):
            continue
        found |= {token.lemma.lower(), token.lower}
        phrase = token.lemma.lower()
        for further in tokens[at + 1 : at + _LONGEST]:
            phrase = f"{phrase} {further.lemma.lower()}"
            found.add(phrase)
    return frozenset(found)


def _is_name(token: Token) -> bool:
    """Is it part of a name of somebody or some place ("Bishop's Castle")? Peoples and titles are words."""
    return token.entity in _NAMES and token.pos == "PROPN"
