"""Governments and embassies that are named by whose they are: "the Government", "its embassy in Foo"."""

from sayso.extract.entity.gazetted import Hit
from sayso.extract.entity.group import country_at
from sayso.extract.entity.naming import Draft, Ref
from sayso.lexicons import lexicon
from sayso.parse import Token

#: How many tokens back a government without owner looks for its country.
_REACH = 150


def find_state_bodies(draft: Draft, hits: dict[int, Hit]) -> None:
    """See the governments and embassies of known countries."""
    words = lexicon("names")
    for token in draft.parsed.tokens:
        if token.lower in words["groups"]["government"][:1]:
            _government(draft, hits, token)
        elif token.lower in words["government"]["embassies"]:
            _embassy(draft, hits, token)


def _government(draft: Draft, hits: dict[int, Hit], token: Token) -> None:
    """ "Foo's government", "the government of Foo", "the Government" (of the country spoken of)."""
    tokens = draft.parsed.tokens
    if token.dep == "compound" or (token.i and tokens[token.i - 1].pos in ("ADJ", "PROPN", "NOUN")):
        return
    owner, end = _owner(draft, hits, token), token.i + 1
    of = draft.parsed.child(token.i, "prep")
    if of is not None and tokens[of].lower == "of":
        at = of + 1 + (tokens[min(of + 1, len(tokens) - 1)].lower == "the")
        if at not in hits:
            return
        owner, end = hits[at], hits[at].end
    if owner is None and _article(tokens, token) < token.i:
        owner = _spoken_of(draft, hits, token)
    if owner is not None and owner.known.what != "people":
        draft.vote(("name", owner.base), "statehood", 1)
        draft.see(_article(tokens, token), end, ("government", owner.base), proper=False)


def _article(tokens: tuple[Token, ...], token: Token) -> int:
    """Where the phrase begins: an article or possessive is part of such a name."""
    return token.i - 1 if token.i and tokens[token.i - 1].lower in ("the", "its", "their") else token.i


def _owner(draft: Draft, hits: dict[int, Hit], token: Token) -> Hit | None:
    for at in token.children:
        if draft.parsed.tokens[at].dep in ("poss", "amod", "compound", "nmod") and at in hits:
            return hits[at]
    return None


def _spoken_of(draft: Draft, hits: dict[int, Hit], token: Token) -> Hit | None:
    """The country named last before the token, in its sentence or the two before."""
    first = draft.parsed.sentences[max(0, token.sentence - 2)].start
    own = draft.parsed.sentence_of(token.i)
    for at in range(token.i - 1, max(first, token.i - _REACH) - 1, -1):
        same = draft.parsed.sentence_of(at).segment == own.segment
        if at in hits and hits[at].known.what != "people" and hits[at].known.use == "name" and same:
            return hits[at]
    return None


def _embassy(draft: Draft, hits: dict[int, Hit], token: Token) -> None:
    """ "Foo's embassy in Bar", "its embassy in Bar", "the Fooish embassy"."""
    tokens = draft.parsed.tokens
    owner = _owner(draft, hits, token)
    start = owner.start if owner else token.i
    if owner is None and token.i and tokens[token.i - 1].lower in ("its", "their"):
        owner, start = _spoken_of(draft, hits, token), token.i - 1
    if owner is None or owner.known.what == "people":
        return
    draft.vote(("name", owner.base), "statehood", 1)
    end, host = token.i + 1, ""
    if end + 1 < len(tokens) and tokens[end].lower in ("in", "to"):
        where = country_at(draft, hits, end + 1)
        if where:
            end, host = where[0], draft.text(tokens[end].i + 1, where[0])
    ref: Ref = ("embassy", owner.base, host, token.lower)
    draft.see(start, end, ref, proper=False)
