"""Where capitalised phrases begin and end."""

import re
from collections.abc import Iterator
from functools import cache

from sayso.extract.entity import title
from sayso.extract.entity.kind import word_kind
from sayso.extract.entity.naming import Draft
from sayso.lexicons import lexicon
from sayso.lexicons.gazetteer import phrases
from sayso.parse import Sentence, Token

_OF = {"of", "for", "on"}
#: What the recogniser may call a name in a headline.
_HEADED = ("PERSON", "ORG", "GPE", "LOC", "FAC")
_JOINTS = {"-", "–", "&", "/"}
_MARKUP = re.compile(r"[<>/$(){}=@#|]|^[A-Z]-[A-Z][a-z]*\.?|\d(?:AD|BC|CE)$")


def capitalised(draft: Draft, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The capitalised phrases of a sentence; of a headline what the recogniser calls a name."""
    headline = _headline(draft, sentence.start, sentence.end)
    yield from _runs(draft, sentence.start, sentence.end, headline)


def _headline(draft: Draft, start: int, end: int) -> bool:
    """Has every long word of the sentence a capital, so that capitals mean nothing?"""
    words = [t for t in draft.parsed.tokens[start:end] if t.text.isalpha() and len(t.text) > 3]
    plain = [t for t in draft.parsed.tokens[start:end] if t.text.islower()]
    small = [
        t
        for t in plain
        if t.pos in ("VERB", "AUX") or (len(t.text) > 3 and t.pos in ("NOUN", "ADJ", "ADV", "PRON"))
    ]
    return len(words) >= 2 and end - start >= 3 and not small


def _capital(token: Token, first: bool, recurs: bool = False) -> bool:
    """Can the token be part of a name by its letters?"""
    text = token.text
    inner = text[0].islower() and text[1:].lower() != text[1:] and token.pos == "PROPN"
    begins = text[0].isupper() or inner or (text[0].isdigit() and text[-1].isupper())
    if not begins or _MARKUP.search(text):
        return False
    lower = token.lower
    if lower in lexicon("names")["dates"]["words"] and token.pos != "AUX":
        return False
    if text == "I" or token.pos in ("PRON", "AUX", "PUNCT", "SYM", "PART", "INTJ") or lower in _weak():
        return False
    if text.isupper() and len(text) > 1 and token.pos not in ("PROPN", "NOUN") and not token.entity:
        return False
    if first and token.pos in ("NOUN", "ADJ", "PROPN") and recurs:
        return True
    if first:
        return token.pos == "PROPN" or bool(token.entity and token.pos in ("NOUN", "ADJ", "VERB"))
    return token.pos not in ("DET", "CCONJ", "SCONJ") or text.isupper()


def _begins(tokens: tuple[Token, ...], i: int, end: int) -> bool:
    """Does a name go on right after the first word of the sentence ("Southern Foo", "Red Town")?"""
    after = tokens[i + 1] if i + 1 < end else None
    return (
        after is not None and after.pos == "PROPN" and after.text[0].isupper() and tokens[i].head >= after.i
    )


def _numbered(tokens: tuple[Token, ...], i: int, end: int) -> bool:
    """Does a number word written large begin a name within a sentence ("the society Three Rivers")?"""
    after = tokens[i + 1] if i + 1 < end else None
    return (
        after is not None
        and tokens[i].text.istitle()
        and tokens[i].lower in lexicon("names")["weak"]["numbers"]
        and after.text[0].isupper()
        and after.tag in ("NNPS", "NNP")
        and after.lemma.lower() not in title.all_titles()
        and (after.lower,) not in phrases()
    )


@cache
def _weak() -> frozenset[str]:
    return frozenset(lexicon("names")["weak"]["words"])


@cache
def _links() -> frozenset[str]:
    return frozenset((*_OF, *lexicon("names")["person"]["particles"]))


def _runs(draft: Draft, start: int, end: int, headline: bool) -> Iterator[tuple[int, int]]:
    """The capitalised phrases of a sentence; of a headline what the recogniser calls a name."""
    tokens, i = draft.parsed.tokens, start
    while i < end:
        token = tokens[i]
        recurs = draft.large[token.lower] > 2 and not draft.small[token.lower]
        recurs = recurs or (token.dep in ("amod", "compound") and _begins(tokens, i, end))
        usable = _capital(token, i == start or tokens[i - 1].text in ("“", '"', ":"), recurs)
        usable = usable or (i > start and _numbered(tokens, i, end))
        byline = i > start and tokens[i - 1].text in ("By", "BY")
        if headline and not byline:
            usable = usable and token.entity in _HEADED and token.pos == "PROPN"
        if not usable:
            i += 1
            continue
        stop = _extend(draft, i, end, headline and not byline)
        yield i, stop
        i = stop


def _extend(draft: Draft, start: int, end: int, headline: bool) -> int:
    """The end of the phrase that begins at ``start``: over links and joints to further capitals."""
    tokens, stop, listed = draft.parsed.tokens, start + 1, False
    while stop < end:
        token = tokens[stop]
        if headline:
            if token.entity != tokens[start].entity or token.entity_start:
                break
            stop += 1
            continue
        if _capital(token, False):
            stop += 1
            continue
        ahead = _over(draft, stop, end, listed)
        if ahead is None:
            break
        if token.lower in _OF and not listed and not _joins(tokens, start, stop):
            break
        listed = listed or (token.lower in _OF and word_kind(tokens[stop - 1].lower) == "organisation")
        stop = ahead
    return stop


def _joins(tokens: tuple[Token, ...], start: int, stop: int) -> bool:
    """Does "of" after this phrase go on with the name ("Order of the Star"), not with whose it is?"""
    head = tokens[stop - 1]
    if head.lower in title.all_titles():
        return False
    kind = word_kind(head.lower)
    if kind:
        return kind != "place" or stop - start == 1
    return (
        stop - start <= 3
        and head.tag in ("NNP", "NN", "NNPS")
        and head.entity not in ("GPE", "PERSON", "NORP", "LOC")
    )


def _over(draft: Draft, at: int, end: int, listed: bool) -> int | None:
    """Where the phrase goes on if the token is a link in it, else null."""
    tokens, token = draft.parsed.tokens, draft.parsed.tokens[at]
    if token.text in _JOINTS:
        tight = token.start == tokens[at - 1].end and at + 1 < end and tokens[at + 1].start == token.end
        open_joint = token.text == "&" or (tight and token.text != "/")
        return at + 2 if open_joint and at + 1 < end and tokens[at + 1].text[0].isupper() else None
    if token.lower in _links():
        ahead = at + 1 + (token.lower in _OF and at + 1 < end and tokens[at + 1].lower == "the")
        return ahead + 1 if ahead < end and _capital(tokens[ahead], False) else None
    if token.pos == "ADP" and token.text[0].isupper() and at + 1 < end:
        return at + 1 if tokens[at + 1].lower == "the" or _capital(tokens[at + 1], False) else None
    if token.lower == "the" and tokens[at - 1].pos == "ADP" and tokens[at - 1].text[0].isupper():
        return at + 2 if at + 1 < end and _capital(tokens[at + 1], False) else None
    if token.tag == "POS" and len(token.text) == 1:
        return _body_of_members(tokens, at, end)
    inside = token.entity in ("ORG", "WORK_OF_ART", "LAW") and not token.entity_start
    if token.lower == "and" and inside and not listed:
        return _body_with_and(tokens, at, end)
    if listed and token.lower in ("and", ",", "&"):
        ahead = at + 1 + (token.text == "," and at + 1 < end and tokens[at + 1].lower == "and")
        tagged = token.lower != "," or tokens[at - 1].entity == tokens[min(ahead, end - 1)].entity == "ORG"
        return ahead + 1 if tagged and ahead < end and _capital(tokens[ahead], False) else None
    return None


def _body_of_members(tokens: tuple[Token, ...], at: int, end: int) -> int | None:
    """ "Foo Residents' Association": the possessive belongs to the name of a body."""
    stop = at + 1
    while stop < end and _capital(tokens[stop], False):
        stop += 1
    body = stop > at + 1 and word_kind(tokens[stop - 1].lower) == "organisation"
    return at + 2 if body else None


def _body_with_and(tokens: tuple[Token, ...], at: int, end: int) -> int | None:
    """ "Foo and Bar Group": one body, if the recogniser says so and the end is a kind of body."""
    stop = at + 1
    while (
        stop < end
        and tokens[stop].entity
        and not tokens[stop].entity_start
        and tokens[stop].text[0].isupper()
    ):
        stop += 1
    body = stop > at + 1 and word_kind(tokens[stop - 1].lower) == "organisation"
    return at + 2 if body and tokens[at + 1].text[0].isupper() else None
