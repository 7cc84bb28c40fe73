"""Small questions asked of the dependency tree."""

from collections.abc import Iterable

from sayso.parse import ParsedDocument, Token

Range = tuple[int, int]
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})
_EDGE = frozenset({",", ".", ";", ":", "-", "--", "–", "—", "?", "!", "…", "...", "|"})


def children(parsed: ParsedDocument, index: int, *deps: str) -> list[int]:
    """The children of a token with one of these labels, in order of text."""
    tokens = parsed.tokens
    return [at for at in tokens[index].children if tokens[at].dep in deps]


def subject(parsed: ParsedDocument, verb: int) -> int | None:
    """The grammatical subject of this very verb, if it has one that is not an expletive."""
    tokens = parsed.tokens
    for at in tokens[verb].children:
        if tokens[at].dep in SUBJECTS:
            return at
    return None


def is_passive(parsed: ParsedDocument, verb: int) -> bool:
    """Is the verb in the passive, reduced ("a plan backed by ...") or not?"""
    token, tokens = parsed.tokens[verb], parsed.tokens
    if any(tokens[at].dep in ("auxpass", "nsubjpass", "agent") for at in token.children):
        return True
    return token.tag == "VBN" and token.dep in ("acl", "amod")


def trimmed(parsed: ParsedDocument, start: int, end: int) -> Range | None:
    """A token range without the stops and dashes at its ends, null where nothing else is in it."""
    tokens = parsed.tokens
    while start < end and tokens[start].text in _EDGE:
        start += 1
    while end > start and tokens[end - 1].text in _EDGE:
        end -= 1
    return (start, end) if start < end else None


def phrase(parsed: ParsedDocument, head: int) -> Range:
    """The token range of a head and all that depends on it, without stops at its ends."""
    token = parsed.tokens[head]
    return trimmed(parsed, token.left, token.right) or (head, head + 1)


def without(parsed: ParsedDocument, outer: Range, inner: Range) -> list[Range]:
    """What is left of a range when another is cut out of it."""
    if inner[1] <= outer[0] or outer[1] <= inner[0]:
        return [outer]
    rest = (trimmed(parsed, outer[0], inner[0]), trimmed(parsed, inner[1], outer[1]))
    return [piece for piece in rest if piece]


def merged(pieces: Iterable[Range]) -> tuple[Range, ...]:
    """Ranges in order of text, those that touch or overlap joined."""
    result: list[Range] = []
    for start, end in sorted(pieces):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def size(pieces: Iterable[Range]) -> int:
    """The number of tokens in disjoint ranges."""
    return sum(end - start for start, end in pieces)


def shared(some: Iterable[Range], others: Iterable[Range]) -> int:
    """The number of tokens two sets of disjoint ranges have in common."""
    others = tuple(others)
    return sum(max(0, min(b, d) - max(a, c)) for a, b in some for c, d in others)


def similarity(some: tuple[Range, ...], others: tuple[Range, ...]) -> float:
    """The Jaccard coefficient of two sets of disjoint ranges, by tokens."""
    common = shared(some, others)
    return common / (size(some) + size(others) - common) if common else 0.0


def first_colon(parsed: ParsedDocument, start: int, end: int) -> int | None:
    """The first colon in a token range."""
    return next((at for at in range(start, end) if parsed.tokens[at].text == ":"), None)


def indices(pieces: Iterable[Range]) -> set[int]:
    """The tokens in ranges."""
    return {at for piece in pieces for at in range(*piece)}


def first_word(parsed: ParsedDocument, piece: Range) -> Token:
    """The first token of a range that is no quotation mark."""
    for at in range(*piece):
        if parsed.tokens[at].pos != "PUNCT":
            return parsed.tokens[at]
    return parsed.tokens[piece[0]]


def governor(parsed: ParsedDocument, verb: int) -> int:
    """The verb whose subject a coordinated verb shares.

    In "she said the bridge would fall and accused the mayor" the parser hangs the second verb on the
    reported one; its plain past tense beside an auxiliary shows that it goes with the reporting one.
    """
    tokens, token = parsed.tokens, parsed.tokens[verb]
    clause = token.head
    if token.dep != "conj" or tokens[clause].dep != "ccomp" or token.tag not in ("VBD", "VBN"):
        return clause
    above = tokens[clause].head
    plain = not children(parsed, verb, "aux", "auxpass", "nsubj", "nsubjpass")
    governing = bool(children(parsed, verb, "dobj", "ccomp"))
    marked = bool(children(parsed, clause, "aux", "auxpass")) or tokens[clause].tag in ("VBZ", "VBP")
    return (
        above if plain and governing and marked and tokens[above].tag == "VBD" and above < clause else clause
    )
