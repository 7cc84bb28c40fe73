"""Sentences written as one, which the parser takes for complements and relative clauses of each other."""

from sayso.extract.assertion.grammar import CLAUSAL, is_finite, mark_of, subject_of, words
from sayso.parse import ParsedDocument, Token

_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


def is_run_on(parsed: ParsedDocument, token: Token) -> bool:
    """``they closed the mine the farmers left``: is a clause that seems to hang on another its own
    sentence, in a comment?"""
    if not _is_whole(parsed, token) or parsed.segment_of(token.i).kind != "comment":
        return False
    above = parsed.tokens[token.head]
    if token.dep == "ccomp" and token.i > above.i:
        takes = above.lemma.lower() in words("taking") or above.lemma.lower() in words("telling")
        return not takes and above.pos == "VERB" and is_finite(parsed, above.i)
    over = next((at for at in parsed.ancestors(token.i) if parsed.tokens[at].pos in CLAUSAL), token.i)
    return token.dep == "relcl" and over < above.i and _is_gapless(parsed, token, above)


def is_spliced(parsed: ParsedDocument, token: Token) -> bool:
    """``nobody asked us, now they want the pier``: has a comma between them cut off the complement?"""
    above = parsed.tokens[token.head]
    cut = token.i > above.i and "," in (parsed.tokens[token.left].text, parsed.tokens[token.left - 1].text)
    return cut and _is_whole(parsed, token) and parsed.child(above.i, "dobj") is not None


def _is_whole(parsed: ParsedDocument, token: Token) -> bool:
    """Has it tense and a subject of its own, and nothing that leans on another clause?"""
    subject = subject_of(parsed, token.i)
    if subject is None or not is_finite(parsed, token.i) or mark_of(parsed, token):
        return False
    return not any(parsed.tokens[at].tag in _RELATIVE for at in range(token.left, token.i))


def _is_gapless(parsed: ParsedDocument, token: Token, above: Token) -> bool:
    """Does the clause say itself what is done to whom, so that it takes nothing from its noun?"""
    thing = parsed.child(token.i, "dobj", "attr", "acomp")
    timely = above.lemma.lower() in words("timely")
    loose = any(parsed.tokens[at].dep == "prep" and not parsed.tokens[at].children for at in token.children)
    return thing is not None and not timely and not loose
