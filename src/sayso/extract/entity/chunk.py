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

_QUARTERS = {"north", "south", "east", "west"}
#: "D-Mont.": a party and a state, as newspapers write them behind a senator's name.
_PARTY = re.compile(r"[A-Z]-[A-Z][A-Za-z.]*\.")


def find_chunks(draft: Draft, hits: dict[int, Hit]) -> None:
    """See every capitalised phrase that is a name, with the names inside it."""
    for sentence in draft.parsed.sentences:
        for start, end in capitalised(draft, sentence):
            _read(draft, hits, start, end)
    _dated_events(draft)
    _quoted_titles(draft)


def _read(draft: Draft, hits: dict[int, Hit], start: int, end: int) -> None:
    """See the name in a capitalised phrase; take it apart where it is several."""
    for left, right in _apart(draft, hits, start, end):
        _with_article(draft, left, right)
        if _only_hits(hits, left, right):
            _event_of(draft, left, right)
        elif (left, right) not in draft.sightings and not _common(draft, left, right):
            _name(draft, hits, left, right)


def _with_article(draft: Draft, start: int, end: int) -> None:
    """ "The Foo" within a sentence and "the West": the article is part of what it is called."""
    tokens = draft.parsed.tokens
    before = tokens[start - 1] if start else None
    if before is None or before.lower != "the" or before.sentence != tokens[start].sentence:
        return
    ref = ("name", key_of(draft.text(start, end)))
    if before.text == "The" and draft.parsed.sentence_of(start).start != before.i:
        draft.see(before.i, end, ref)
        if before.entity == "WORK_OF_ART":
            draft.vote(ref, "document", 2)
    elif end - start == 1 and tokens[start].lower in _QUARTERS:
        draft.see(before.i, end, ref)
        draft.vote(ref, "place", 2)


def _event_of(draft: Draft, start: int, end: int) -> None:
    """ "Ruritanian genocide", "Ruritania war": an event named by a country or people alone."""
    if _following_kind(draft, end) == "event":
        ref = ("name", key_of(draft.text(start, end + 1)))
        draft.see(start, end + 1, ref)
        draft.vote(ref, "event", 6)


def _dated_events(draft: Draft) -> None:
    """ "The March 1918 genocide", "the 1992 massacre": an event named by its date."""
    tokens, kinds = draft.parsed.tokens, lexicon("names")["heads"]["small_event"]
    months = lexicon("names")["dates"]["words"]
    for token in tokens:
        if token.lower in kinds and token.pos in ("NOUN", "PROPN") and _year(draft, token.i - 1):
            start = token.i - 1
            start -= start > 0 and tokens[start - 1].lower in months
            ref = ("name", key_of(draft.text(start, token.i + 1)))
            draft.see(start, token.i + 1, ref)
            draft.vote(ref, "event", 6)


def _common(draft: Draft, start: int, end: int) -> bool:
    """A single word that the document also writes small, that names a kind, or a party label is no name."""
    token = draft.parsed.tokens[start]
    if _PARTY.fullmatch(draft.text(start, end)):
        return True
    if is_paper(draft, start, end):
        return False
    if end - start > 1 or (cities(token.text) and word_kind(token.lower) is None):
        return False
    small = draft.small.get(token.lower, 0)
    polity = token.lower in lexicon("names")["heads"]["polity"]
    kind = polity or word_kind(token.lower) is not None or token.lower in title.all_titles()
    return kind or small >= max(1, draft.large.get(token.lower, 0))


def is_paper(draft: Draft, start: int, end: int) -> bool:
    """ "The Tribune": a newspaper by its last word alone, never written small in this document."""
    tokens = draft.parsed.tokens
    token = tokens[start]
    if end - start != 1 or token.lower not in lexicon("names")["heads"]["papers"]:
        return False
    article = start > 0 and tokens[start - 1].lower == "the"
    return article and token.pos == "PROPN" and token.text.istitle() and not draft.small[token.lower]


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
    if is_paper(draft, begin, end):
        draft.vote(own, "organisation", 6)
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
