"""What a figure counts: the noun, its words, and whether it stands for people."""

from sayso.lexicons import lexicon
from sayso.lexicons.gazetteer import phrases
from sayso.parse import ParsedDocument, Token

_LISTS = lexicon("counted")
_PEOPLE = frozenset(_LISTS["people"]["words"])
_TOLLS = frozenset(_LISTS["tolls"]["words"])
_FATES = frozenset(_LISTS["fates"]["words"])
_UNCHANGED = frozenset(_LISTS["unchanged"]["words"])
_POPULATIONS = frozenset(_LISTS["populations"]["words"])
_PRONOUNS = frozenset({"PRP", "WDT", "WP"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_POINTING = frozenset(
    {"last", "next", "this", "that", "each", "every", "yesterday", "today", "tomorrow", "tonight"}
)
_WITHIN = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "ADV", "NUM"})


def _of_object(parsed: ParsedDocument, token: Token) -> int | None:
    """The noun in "of ..." behind a token."""
    behind = token.i + 1
    if behind < len(parsed.tokens) and parsed.tokens[behind].lower == "of":
        inner = parsed.child(behind, "pobj", "pcomp")
        if inner is not None:
            return None if parsed.tokens[inner].tag in _PRONOUNS else inner
    for child in token.children:
        if parsed.tokens[child].lower == "of" and child > token.i:
            return parsed.child(child, "pobj", "pcomp")
    return None


def _run_noun(parsed: ParsedDocument, behind: int, end: int) -> int | None:
    """The last noun of the words directly behind a figure ("separate mission concepts")."""
    found = None
    for i in range(behind, min(end, behind + 7)):
        token = parsed.tokens[i]
        if token.lower in _POINTING:
            break
        if token.pos in _NOMINAL:
            found = i
        elif token.text == "-" and i + 1 < end and parsed.tokens[i + 1].pos in _WITHIN:
            continue
        elif found is not None or token.pos not in _WITHIN or token.tag in ("VBD", "VBZ", "VBP", "VB", "MD"):
            break
    return found


def noun_after(parsed: ParsedDocument, first: int, last: int) -> int | None:
    """The token of the noun that the numeral (tokens ``first`` to ``last``) counts."""
    end = parsed.sentence_of(last).end
    heads = [parsed.tokens[parsed.tokens[i].head] for i in range(first, last + 1)]
    for head in reversed(heads):
        if head.i > last and head.pos in _NOMINAL and head.i - last <= 8:
            between = parsed.tokens[last + 1 : head.i]
            if not any(
                t.text in ",;()" or t.pos in ("ADP", "AUX", "SCONJ") or t.lower in _POINTING for t in between
            ):
                return head.i
    if last + 1 < end and parsed.tokens[last + 1].lower == "of":
        head = parsed.tokens[parsed.tokens[last].head]
        apart = parsed.tokens[last].dep == "quantmod" and parsed.tokens[head.head].i > last
        return parsed.tokens[head.head].i if apart else _of_object(parsed, parsed.tokens[last])
    return _run_noun(parsed, last + 1, end)


def share_noun(parsed: ParsedDocument, last: int) -> int | None:
    """The noun a share or percentage is taken of ("40 percent of its oil", "half the votes")."""
    token = parsed.tokens[last]
    found = _of_object(parsed, token)
    if found is not None:
        return found
    behind = parsed.tokens[last + 1] if last + 1 < parsed.sentence_of(last).end else None
    if behind is not None and behind.pos in ("DET", "PRON", "NOUN", "ADJ", "PROPN") and behind.tag != "PRP":
        return noun_after(parsed, last, last) or _run_noun(parsed, last + 2, parsed.sentence_of(last).end)
    return None


def is_people(parsed: ParsedDocument, noun: int) -> bool:
    """Does the noun stand for human beings?"""
    token = parsed.tokens[noun]
    if token.lemma.lower() in _PEOPLE or token.lower in _PEOPLE:
        return True
    if token.tag not in ("NNS", "NNPS"):
        return False
    known = phrases().get((token.lower,))
    return token.entity == "NORP" or (known is not None and known.use == "plural" and token.text[0].isupper())


def is_population(lemma: str) -> bool:
    """Is a bare figure told of this noun one of people ("a population of 5,000")?"""
    return lemma in _POPULATIONS


def is_toll(lemma: str) -> bool:
    """Is a bare figure in the clause of this noun one of people ("put the toll at 40")?"""
    return lemma in _TOLLS


def suffers(parsed: ParsedDocument, number: int) -> bool:
    """Does or suffers a bare number what only people do or suffer ("eleven were killed")?"""
    token = parsed.tokens[number]
    if token.dep not in ("nsubj", "nsubjpass", "dobj"):
        return False
    return parsed.tokens[token.head].lemma.lower() in _FATES


def plural_of(parsed: ParsedDocument, noun: int) -> str:
    """The counted noun as a unit: its plural where the text has one, else its lemma with an s."""
    token = parsed.tokens[noun]
    if token.tag in ("NNS", "NNPS"):
        return token.lower
    lemma = token.lemma.lower()
    if lemma in _UNCHANGED:
        return lemma
    if lemma.endswith(("s", "x", "ch", "sh")):
        return f"{lemma}es" if not lemma.endswith("s") else lemma
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}s"
