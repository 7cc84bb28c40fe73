"""Titles and offices before a person's name."""

from functools import cache

from sayso.extract.entity.gazetted import Hit
from sayso.extract.entity.naming import Draft, key_of
from sayso.lexicons import lexicon


@cache
def all_titles() -> frozenset[str]:
    """Words that give a person a title or office."""
    words = lexicon("names")["person"]
    return frozenset((*words["honorifics"], *words["titles"]))


_PORTFOLIO = frozenset({"the", "state", "affairs"})


@cache
def _modifiers() -> frozenset[str]:
    return frozenset((*lexicon("names")["person"]["modifiers"], "-", "of", "for", "and", "&"))


def read_title(draft: Draft, hits: dict[int, Hit], start: int, end: int) -> int | None:
    """Where the name proper begins in the phrase; null where the phrase is a title without a name.

    A phrase with a title is seen twice, with it ("Ruritanian President Ann Smith") and without.
    """
    tokens = draft.parsed.tokens
    at = hits[start].end if start in hits and hits[start].adjectival else start
    last = None
    for i in range(at, end):
        word = tokens[i].lower
        if word in all_titles():
            last = i
        elif word not in _modifiers() and i not in hits:
            break
    if last is None:
        return _after_portfolio(draft, hits, start, end)
    bare = last + 1
    portfolio = _portfolio(draft, bare, end)
    bare = portfolio if portfolio is not None else bare
    if bare >= end:
        return None
    if _is_other(draft, last, end):
        return start
    ref = ("name", key_of(draft.text(bare, end)))
    draft.see(start, end, ref, proper=False)
    draft.vote(ref, "person", 5)
    _sex(draft, ref, {tokens[i].lower for i in range(start, bare)})
    return bare


def _after_portfolio(draft: Draft, hits: dict[int, Hit], start: int, end: int) -> int | None:
    """ "Minister of" stands before "Foreign Affairs Ann Smith": the name begins after the portfolio."""
    tokens = draft.parsed.tokens
    if (
        start < 2
        or tokens[start - 1].lower not in ("of", "for")
        or tokens[start - 2].lower not in all_titles()
    ):
        return _title_before(draft, start, end)
    bare = start
    while bare < end and (tokens[bare].lower in _modifiers() or tokens[bare].lower in _PORTFOLIO):
        bare += 1
    if bare == start or bare >= end:
        return _title_before(draft, start, end) if bare == start else None
    first = start - 2
    while first > 0 and (tokens[first - 1].lower in _modifiers() or tokens[first - 1].lower in all_titles()):
        first -= 1
    nation = next((hit for hit in hits.values() if hit.end == first), None)
    ref = ("name", key_of(draft.text(bare, end)))
    draft.see(nation.start if nation else first, end, ref, proper=False)
    draft.vote(ref, "person", 5)
    return bare


def person_within(draft: Draft, hits: dict[int, Hit], start: int, end: int) -> int | None:
    """Where a person with title begins after other words ("Acme CEO Ann Smith", "Foovian Ann Smith")."""
    tokens = draft.parsed.tokens
    for i in range(start + 1, end - 1):
        named = tokens[i].entity == "PERSON" and tokens[i].entity_start and tokens[start].entity != "PERSON"
        if tokens[i].lower in all_titles() and tokens[i + 1].entity == "PERSON":
            first = i
            while first > start and tokens[first - 1].lower in _modifiers():
                first -= 1
            nation = hits[start].end if start in hits and hits[start].adjectival else start
            return first if first > nation else None
        if named and all(t.entity == "PERSON" for t in tokens[i:end]) and tokens[i - 1].text.isalpha():
            before = tokens[i - 1].lower in all_titles() or tokens[i - 1].lower in _modifiers()
            return None if before else i
    return None


def _portfolio(draft: Draft, at: int, end: int) -> int | None:
    """Where "of Defence and Trade" ends after "Minister"."""
    tokens = draft.parsed.tokens
    if at >= end or tokens[at].lower not in ("of", "for"):
        return None
    at += 1
    while at < end and (tokens[at].lower in _modifiers() or tokens[at].lower == "the"):
        at += 1
    return at


def _is_other(draft: Draft, last: int, end: int) -> bool:
    """ "Attorney General Office", "President Hotel": the phrase ends in a kind of body or thing."""
    from sayso.extract.entity.kind import head_kind

    kind, _ = head_kind(draft.text(last + 1, end))
    return kind not in (None, "person")


def _title_before(draft: Draft, start: int, end: int) -> int | None:
    """A title written small before the name ("president Ann Smith") or a title alone ("President")."""
    tokens = draft.parsed.tokens
    if start in range(len(tokens)) and end - start == 1 and tokens[start].lower in all_titles():
        return None
    before = tokens[start - 1] if start else None
    if before is None or before.sentence != tokens[start].sentence or before.lower not in all_titles():
        return start
    if tokens[start].pos == "PROPN" and before.head in range(start, end):
        ref = ("name", key_of(draft.text(start, end)))
        draft.vote(ref, "person", 3)
        _sex(draft, ref, {before.lower})
        if before.lower in lexicon("names")["person"]["honorifics"]:
            draft.see(start - 1, end, ref, proper=False)
    return start


def _sex(draft: Draft, ref: tuple[str, ...], words: set[str]) -> None:
    person = lexicon("names")["person"]
    for sex in ("feminine", "masculine"):
        if words & set(person[sex]):
            draft.vote(ref, sex, 1)
