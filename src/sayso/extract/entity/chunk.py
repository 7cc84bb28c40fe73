"""Capitalised phrases: where names begin and end, and what their own words say of their type."""

from collections.abc import Iterator
from functools import cache

from sayso.extract.entity import title
from sayso.extract.entity.gazetted import Hit
from sayso.extract.entity.kind import context_votes, head_kind
from sayso.extract.entity.naming import Draft, key_of
from sayso.lexicons import lexicon
from sayso.parse import Token

_OF = {"of", "for", "on"}
_JOINTS = {"-", "–", "&", "/", "'", "’"}


def find_chunks(draft: Draft, hits: dict[int, Hit]) -> None:
    """See every capitalised phrase that is a name, with the names inside it."""
    for sentence in draft.parsed.sentences:
        headline = _headline(draft, sentence.start, sentence.end)
        for start, end in _runs(draft, sentence.start, sentence.end, headline):
            _read(draft, hits, start, end)
    _quoted_titles(draft)


def _headline(draft: Draft, start: int, end: int) -> bool:
    """Does nearly every long word of the sentence have a capital, so that capitals mean nothing?"""
    words = [t for t in draft.parsed.tokens[start:end] if t.text.isalpha() and len(t.text) > 3]
    capitals = sum(word.text[0].isupper() for word in words)
    return len(words) >= 4 and capitals >= 0.7 * len(words) and end - start >= 5


def _capital(token: Token, first: bool) -> bool:
    """Can the token be part of a name by its letters?"""
    text = token.text
    if not (text[0].isupper() or (text[0].isdigit() and text[-1].isupper() and len(text) > 2)):
        return False
    lower = token.lower
    if lower in lexicon("names")["dates"]["words"] and token.pos != "AUX":
        return False
    if text == "I" or token.pos in ("PRON", "AUX", "PUNCT", "SYM", "PART", "INTJ") or lower in _weak():
        return False
    if text.isupper() and len(text) > 1 and token.pos not in ("PROPN", "NOUN") and not token.entity:
        return False
    if first:
        return token.pos == "PROPN" or bool(token.entity and token.pos in ("NOUN", "ADJ"))
    return token.pos not in ("DET", "ADP", "CCONJ", "SCONJ") or text.isupper()


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
        usable = _capital(token, i == start or tokens[i - 1].text in ("“", '"', ":"))
        if headline:
            usable = (
                usable and token.entity in ("PERSON", "ORG", "GPE", "LOC", "FAC") and token.pos == "PROPN"
            )
        if not usable:
            i += 1
            continue
        stop = _extend(draft, i, end, headline)
        yield i, stop
        i = stop


def _extend(draft: Draft, start: int, end: int, headline: bool) -> int:
    """The end of the phrase that begins at ``start``: over links and joints to further capitals."""
    tokens, stop, listed = draft.parsed.tokens, start + 1, False
    while stop < end:
        token = tokens[stop]
        if _capital(token, False):
            if headline and token.entity != tokens[start].entity:
                break
            stop += 1
            continue
        ahead = _over(draft, stop, end, listed)
        if ahead is None or headline:
            break
        kind, _ = head_kind(draft.text(start, stop))
        if token.lower in _OF and kind in ("person", None) and not _joins(tokens, start, stop):
            break
        listed = listed or (token.lower in _OF and kind in ("organisation", "document"))
        stop = ahead
    return stop


def _joins(tokens: tuple[Token, ...], start: int, stop: int) -> bool:
    """Does "of" after this phrase go on with the name ("Order of the Star"), not with whose it is?"""
    head = tokens[stop - 1]
    if head.lower in title.all_titles() or stop - start > 3:
        return False
    return head.tag in ("NNP", "NN", "NNPS") and head.entity not in ("GPE", "PERSON", "NORP", "LOC")


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
    if listed and token.lower in ("and", ",", "&"):
        ahead = at + 1 + (token.text == "," and at + 1 < end and tokens[at + 1].lower == "and")
        tagged = token.lower != "," or tokens[at - 1].entity == tokens[min(ahead, end - 1)].entity == "ORG"
        return ahead + 1 if tagged and ahead < end and _capital(tokens[ahead], False) else None
    return None


def _read(draft: Draft, hits: dict[int, Hit], start: int, end: int) -> None:
    """See the name in a capitalised phrase; take it apart where it is several."""
    tokens = draft.parsed.tokens
    for left, right in _apart(draft, hits, start, end):
        begin = left
        if tokens[begin].lower == "the" and right - begin > 1:
            begin += 1
        if (begin, right) in draft.sightings or _only_hits(hits, begin, right):
            continue
        _name(draft, hits, begin, right)


def _only_hits(hits: dict[int, Hit], start: int, end: int) -> bool:
    at = start
    while at < end and at in hits:
        at = hits[at].end
        if at < end and hits and at not in hits:
            return False
    return at >= end


def _apart(draft: Draft, hits: dict[int, Hit], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Two countries, or towns, with a hyphen between are two names, unless a kind word follows them."""
    tokens = draft.parsed.tokens
    kind, _ = head_kind(draft.text(start, end))
    joints = [i for i in range(start + 1, end - 1) if tokens[i].text in ("-", "–")]
    if kind is None and joints and _following_kind(draft, end) is None:
        left = joints[0]
        if _known_place(draft, hits, start, left) and _known_place(draft, hits, left + 1, end):
            yield start, left
            yield from _apart(draft, hits, left + 1, end)
            return
    yield start, end


def _known_place(draft: Draft, hits: dict[int, Hit], start: int, end: int) -> bool:
    from sayso.lexicons.gazetteer import cities

    if start in hits:
        return True
    return bool(cities(draft.text(start, end)))


def _following_kind(draft: Draft, end: int) -> str | None:
    """The type that a kind written small right after the phrase gives it ("... conflict")."""
    tokens = draft.parsed.tokens
    if end >= len(tokens) or tokens[end].sentence != tokens[end - 1].sentence:
        return None
    word = tokens[end]
    heads = lexicon("names")["heads"]
    if word.pos not in ("NOUN", "PROPN") or (end + 1 < len(tokens) and tokens[end + 1].tag in ("NN", "NNS")):
        return None
    for kind in ("event", "facility", "place", "organisation"):
        if word.lower in heads[f"small_{kind}"]:
            return kind
    return None


def _name(draft: Draft, hits: dict[int, Hit], start: int, end: int) -> None:
    """See one name: with its title, without it, and with the kind that follows it."""
    small = _following_kind(draft, end)
    if small:
        ref = ("name", key_of(draft.text(start, end + 1)))
        draft.see(start, end + 1, ref)
        draft.vote(ref, small, 6)
    bare = title.read_title(draft, hits, start, end)
    if bare is None:
        return
    begin = _without_nationality(draft, hits, bare, end)
    if begin >= end or _only_hits(hits, begin, end) or (small == "event" and (begin, end) in draft.sightings):
        return
    text = draft.text(begin, end)
    ref = ("name", key_of(text))
    if not ref[1]:
        return
    draft.see(begin, end, ref)
    kind, weight = head_kind(text)
    if kind:
        draft.vote(ref, kind, weight)
    context_votes(draft, ref, begin, end)


def _without_nationality(draft: Draft, hits: dict[int, Hit], start: int, end: int) -> int:
    """ "Ruritanian Smith": the nationality is no part of a name unless the name is a body's."""
    tokens = draft.parsed.tokens
    if start not in hits or hits[start].known.use == "plural":
        return start
    kind, _ = head_kind(draft.text(start, end))
    whole = tokens[start].entity_start and all(
        not t.entity_start and t.entity for t in tokens[start + 1 : end]
    )
    if kind in ("organisation", "document", "facility", "event", "country", "place") or whole:
        return start
    after = hits[start].end
    return after + (after < end and tokens[after].text in ("-", "–"))


def _quoted_titles(draft: Draft) -> None:
    """See “A Title Within Quotation Marks”: three words or more, all but the small ones capitalised."""
    tokens, opened = draft.parsed.tokens, None
    for i, token in enumerate(tokens):
        if token.text in ("“", '"', "«", "„") and (opened is None or token.text != '"'):
            opened = i
        elif opened is not None and (token.text in ("”", "»", '"', "“") or i - opened > 20):
            words = tokens[opened + 1 : i]
            long = [w for w in words if w.text.isalpha() and (len(w.text) > 3 or w.i == opened + 1)]
            if (
                len(words) >= 3
                and len(long) >= 2
                and all(w.text[0].isupper() for w in long)
                and i - opened <= 20
            ):
                last = i - (tokens[i - 1].text in (",", "."))
                ref = ("name", key_of(draft.text(opened + 1, last)))
                draft.see(opened + 1, last, ref)
                draft.vote(ref, "document", 4)
            opened = None
