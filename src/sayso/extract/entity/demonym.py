"""Nationality words of lands that no library knows, told by their form (Ruritania, Ruritanians)."""

from sayso.extract.entity.gazetted import Hit
from sayso.extract.entity.naming import Draft, key_of
from sayso.lexicons.gazetteer import Known

_ENDINGS = ("an", "ian", "ean", "n", "i", "ese", "ish", "ar", "er", "ite")


def find_local_words(draft: Draft, hits: dict[int, Hit]) -> None:
    """Add the names and nationality words of lands of this document to the hits."""
    tokens = draft.parsed.tokens
    taken = {i for hit in hits.values() for i in range(hit.start, hit.end)}
    words = {
        token.text
        for token in tokens
        if token.text[:1].isupper() and token.text.isalpha() and len(token.text) > 4 and token.i not in taken
        and not draft.small[token.lower] and token.tag != "NNPS"
    }  # fmt: skip
    local: dict[str, Known] = {}
    for adjective in sorted(words):
        land = _land(adjective, words)
        if land and land not in local:
            key = key_of(land)
            draft.lands[key] = land
            local[land] = Known("place", key, "name")
            local[adjective] = Known("place", key, "adjective")
            local[adjective + "s"] = Known("place", key, "plural")
    for token in tokens:
        known = local.get(token.text)
        if known and token.i not in taken:
            hits[token.i] = Hit(token.i, token.i + 1, known)
            ref = ("group", known.key) if known.use == "plural" else ("name", known.key)
            draft.see(token.i, token.i + 1, ref, proper=known.use != "adjective")
            draft.vote(("name", known.key), "place", 1.5)


def _land(adjective: str, words: set[str]) -> str | None:
    """The land whose adjective the word is by its form, if the document names it."""
    for ending in _ENDINGS:
        stem = adjective.removesuffix(ending)
        if stem == adjective or len(stem) < 4:
            continue
        bare: tuple[str, ...] = () if ending in ("ian", "ean") else (stem,)
        for land in (*bare, stem + "e", stem + "a", stem + "ia", stem + "o", stem + "y", stem + "land"):
            if land in words and land != adjective:
                return land
    return None
