"""Capitalised phrases: where names begin and end, and what their own words say of their type."""

import re
from collections.abc import Iterator

from sayso.extract.entity import title
from sayso.extract.entity.gazetted import Hit, ref_of
from sayso.extract.entity.kind import context_votes, head_kind, word_kind
from sayso.extract.entity.naming import Draft, Ref, key_of
from sayso.extract.entity.phrase import capitalised
from sayso.lexicons import lexicon
from sayso.lexicons.gazetteer import cities, known

#: "D-Mont.": a party and a state, as newspapers write them behind a senator's name.
_PARTY = re.compile(r"[A-Z]-[A-Z][A-Za-z.]*\.")


def find_chunks(draft: Draft, hits: dict[int, Hit]) -> None:
    """See every capitalised phrase that is a name, with the names inside it."""
    for sentence in draft.parsed.sentences:
        for start, end in capitalised(draft, sentence):
            _read(draft, hits, start, end)
    _quoted_titles(draft)


def _read(draft: Draft, hits: dict[int, Hit], start: int, end: int) -> None:
    """See the name in a capitalised phrase; take it apart where it is several."""
    tokens = draft.parsed.tokens
    for left, right in _apart(draft, hits, start, end):
        begin = left
        if begin and tokens[begin - 1].text == "The" and tokens[begin - 1].entity == "WORK_OF_ART":
            draft.see(begin - 1, right, ("name", key_of(draft.text(begin, right))))
            draft.vote(("name", key_of(draft.text(begin, right))), "document", 2)
        if (
            _common(draft, begin, right)
            or (begin, right) in draft.sightings
            or _only_hits(hits, begin, right)
        ):
            continue
        _name(draft, hits, begin, right)


def _common(draft: Draft, start: int, end: int) -> bool:
    """A single word that the document also writes small, or that names a kind, is no name."""
    token = draft.parsed.tokens[start]
    if end - start > 1 or (cities(token.text) and word_kind(token.lower) is None):
        return False
    small = draft.small.get(token.lower, 0)
    polity = token.lower in lexicon("names")["heads"]["polity"]
    kind = polity or word_kind(token.lower) is not None or token.lower in title.all_titles()
    return kind or small >= max(1, draft.large.get(token.lower, 0))


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
    if word.pos not in ("NOUN", "PROPN", "VERB"):
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
    if (
        end - 1 > start
        and end - 1 in hits
        and hits[end - 1].known.use == "adjective"
        and _noun_follows(draft, end)
    ):
        end -= 1
    person = title.person_within(draft, hits, start, end)
    if person is not None:
        _name(draft, hits, start, person)
        start = person
    bare = title.read_title(draft, hits, start, end)
    if bare is None:
        return
    begin = _without_nationality(draft, hits, bare, end)
    if begin >= end or _only_hits(hits, begin, end) or (small == "event" and (begin, end) in draft.sightings):
        return
    text = draft.text(begin, end)
    kind, weight = head_kind(text)
    if kind == "event" and begin == start and _year(draft, begin - 1):
        begin, text = begin - 1, draft.text(begin - 1, end)
    state = known(text)
    own: Ref = ref_of(state) if state else ("name", key_of(text))
    draft.see(begin, end, own)
    if state or not own[1]:
        return
    if kind:
        draft.vote(own, kind, weight)
    context_votes(draft, own, begin, end)


def _noun_follows(draft: Draft, end: int) -> bool:
    """Is the next word a noun written small, so that a nationality word before it belongs to it?"""
    tokens = draft.parsed.tokens
    return end < len(tokens) and tokens[end].pos == "NOUN" and tokens[end].text.islower()


def _year(draft: Draft, at: int) -> bool:
    """Is the token a year, so that it tells this war or cup from others of the name?"""
    token = draft.parsed.tokens[at] if at >= 0 else None
    return token is not None and len(token.text) == 4 and token.text.isdigit() and token.text[0] in "12"


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
