"""How an act was done: the mode of a PLOVER code, by the words around it."""

from functools import cache

from sayso.extract.event.clause import Clause
from sayso.extract.event.codebook import codebook
from sayso.extract.event.coding import Coding, code_of
from sayso.extract.event.wording import lemmas_of
from sayso.lexicons import table
from sayso.parse import ParsedDocument
from sayso.records import Span

#: Codes of words about another act, whose mode is what that act is.
_OF_ACTS = frozenset({"REQUEST", "REJECT", "THREATEN"})


@cache
def modes(code: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The modes of a code with the words that point to each, in the order of the codebook."""
    return tuple(
        (row["mode"], frozenset(row["words"].split(";")))
        for row in table("plover_modes")
        if row["code"] == code
    )


def mode_of(parsed: ParsedDocument, coding: Coding) -> str | None:
    """The mode of an event, null where its code has none or no word tells: by the words of the act itself,
    else by what is beside it in its clause."""
    acts = frozenset(f"act:{code}" for code in _acts_within(parsed, coding))
    for words in (
        _own_words(parsed, coding) | acts,
        lemmas_of(parsed, parsed.tokens_in(_reach(parsed, coding))),
    ):
        for mode, pointing in modes(coding.code):
            if pointing & words:
                return mode
    return None


def _own_words(parsed: ParsedDocument, coding: Coding) -> frozenset[str]:
    """The verb with what decides on its meaning; a noun with what modifies it."""
    if coding.nominal:
        near = [at for at in parsed.tokens[coding.head].children if at not in (coding.who, coding.to)]
        return lemmas_of(parsed, sorted([coding.head, *near]))
    did = lemmas_of(parsed, parsed.tokens_in(coding.did))
    if coding.code in _OF_ACTS:
        return did | lemmas_of(parsed, _complements(parsed, coding))
    clause = Clause(parsed, coding.head)
    beside = [*clause.objects, *(at for _, at in clause.obliques)]
    return did | clause.company | _with_modifiers(parsed, beside)


def _with_modifiers(parsed: ParsedDocument, heads: list[int]) -> frozenset[str]:
    """The words of nouns and of what stands before them ("general strike")."""
    tokens, found = parsed.tokens, frozenset[str]()
    for head in heads:
        near = [at for at in tokens[head].children if tokens[at].dep in ("compound", "amod")]
        found |= lemmas_of(parsed, sorted([*near, head]))
    return found


def _reach(parsed: ParsedDocument, coding: Coding) -> Span:
    """The words of the event and of what the verb governs."""
    token = parsed.tokens[coding.head]
    last = parsed.tokens[min(token.right, parsed.sentence_of(coding.head).end) - 1]
    return Span(coding.span.start, max(coding.span.end, last.end))


def _complements(parsed: ParsedDocument, coding: Coding) -> list[int]:
    """The heads of what is asked for, refused or threatened."""
    clause = Clause(parsed, coding.head)
    below = [child.i for child in clause.children if child.dep in ("xcomp", "ccomp", "prep", "dobj")]
    deeper = [
        at for child in below for at in Clause(parsed, child).objects if parsed.tokens[child].pos == "VERB"
    ]
    return sorted({*below, *deeper, *(at for _, at in clause.obliques)} - {coding.who, coding.to})


def _acts_within(parsed: ParsedDocument, coding: Coding) -> list[str]:
    """Codes of the acts that are asked for, refused or threatened."""
    if coding.code not in _OF_ACTS or coding.nominal:
        return []
    if coding.act is not None and coding.act != coding.code:
        return [coding.act]
    book = codebook()
    found: list[str] = []
    for at in _complements(parsed, coding):
        token = parsed.tokens[at]
        code = code_of(Clause(parsed, at)) if token.pos == "VERB" else book.nouns.get(token.lemma.lower())
        if code is not None:
            found.append(code)
    return found
