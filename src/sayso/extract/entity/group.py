"""Groups: "Ruritanian farmers", "Ruritanian Catholics", "Catholics in Ruritania", "Hill Catholics"."""

from collections.abc import Iterable

from sayso.extract.entity.gazetted import Hit
from sayso.extract.entity.kind import head_kind
from sayso.extract.entity.naming import Draft, Ref, key_of
from sayso.lexicons import lexicon
from sayso.lexicons.gazetteer import cities, known
from sayso.parse import Token

_LIVE = {"live", "lives", "lived", "reside", "resides", "resided"}
_RESIDING = {"living", "residing", "based", "settled", *_LIVE}
_SORTS = {"groups", "minorities", "nationalities", "peoples", "tribes", "communities"}
_ETHNIC = {"ethnic", "national", "religious", "indigenous", "linguistic"}
_QUARTERS = {"north", "south", "east", "west", "northern", "southern", "eastern", "western"}


def find_groups(draft: Draft, hits: dict[int, Hit]) -> None:
    """See every group named with the word of a country or people."""
    at = 0
    for start in sorted(hits):
        if start < at:
            continue
        end, bases = _compound(draft, hits, start)
        hit = hits[start]
        plural = _last(hits, start, end).known.use == "plural"
        if len(bases) > 1:
            draft.see(start, end, ("group", *bases))
        begin = _branch(draft, hits, start, bases) if plural or hit.known.what == "people" else start
        if plural and begin == start:
            _resident(draft, hits, (begin, end), bases)
        elif not plural:
            _headed(draft, hits, (start, end), bases)
        at = end
    for token in draft.parsed.tokens:
        if token.lower in _SORTS and any(draft.parsed.tokens[i].lower in _ETHNIC for i in token.children):
            _listed(draft, hits, token.i + 1)


def _listed(draft: Draft, hits: dict[int, Hit], at: int) -> None:
    """See the peoples listed after "ethnic groups (", "national minorities such as"."""
    tokens = draft.parsed.tokens
    opening = " ".join(token.lower for token in tokens[at : at + 2])
    if not opening.startswith(("( ", "(", "such as", ": ", "including")):
        return
    at += 2 if opening == "such as" else 1
    while (
        at < len(tokens)
        and tokens[at].text not in (")", ".", ";")
        and tokens[at].lower not in ("so", "others")
    ):
        token = tokens[at]
        single = tokens[at + 1].text in (",", ")", ".", "and", "or", ";") if at + 1 < len(tokens) else True
        if single and at not in hits and token.pos in ("NOUN", "PROPN", "ADJ") and len(token.text) > 3:
            draft.see(at, at + 1, ("group", key_of(token.text)))
        at += 1


def _last(hits: dict[int, Hit], start: int, end: int) -> Hit:
    return next(hits[i] for i in range(end - 1, start - 1, -1) if i in hits)


def _sorted(bases: Iterable[str]) -> Ref:
    return tuple(sorted(set(bases)))


def _compound(draft: Draft, hits: dict[int, Hit], start: int) -> tuple[int, Ref]:
    """Where two such words make one group ("Greek Catholics", "Catholic-Greek") and the bases of both."""
    tokens, hit = draft.parsed.tokens, hits[start]
    alone = (hit.end, (hit.base,))
    hyphen = hit.end < len(tokens) and tokens[hit.end].text in ("-", "–")
    other = hits.get(hit.end + hyphen)
    if other is None or not hit.adjectival or other.base == hit.base or other.known.use == "name":
        return alone
    if tokens[other.start].sentence != tokens[start].sentence:
        return alone
    bases = _sorted((hit.base, other.base))
    if other.known.use == "plural":
        return (other.end, bases) if not (hyphen and hit.known.use == "name") else alone
    tied = other.end < len(tokens) and tokens[other.end].lower in lexicon("names")["groups"]["ties"]
    if tied:
        return alone
    mixed = hit.known.what != other.known.what or (hit.known.what == "people" and not hyphen)
    return (other.end, bases) if mixed or (not hyphen and hit.known.use == "adjective") else alone


def _branch(draft: Draft, hits: dict[int, Hit], start: int, bases: Ref) -> int:
    """Where "Hill" of "Hill Catholics" begins; the branch is seen as a group of its own."""
    tokens = draft.parsed.tokens
    before = tokens[start - 1] if start else None
    if before is None or before.sentence != tokens[start].sentence or not before.text[0].isupper():
        return start
    hit = hits[start]
    end = hit.end
    first = draft.parsed.sentence_of(start).start == before.i
    weak = (
        before.lower in lexicon("names")["weak"]["words"]
        or before.lower in lexicon("names")["dates"]["words"]
    )
    fits = (
        before.pos in ("PROPN", "ADJ", "NOUN") and before.head in range(start, end) and before.text.isalpha()
    )
    covered = any(i in hits and hits[i].end > before.i for i in range(max(0, before.i - 3), before.i + 1))
    opening = first and before.pos != "PROPN"
    if weak or opening or covered or not fits or hit.known.use != "plural":
        return start
    draft.see(before.i, end, ("group", *bases, key_of(before.text)))
    _resident(draft, hits, (before.i, end), (*bases, key_of(before.text)))
    return before.i


def _head(tokens: tuple[Token, ...], end: int) -> int | None:
    """The last word of the noun phrase that goes on at ``end``, where it is one for people or a body."""
    words = lexicon("names")["groups"]
    sought = {*words["people"], *words["bodies"], *words["kinds"]}
    found, at = None, end
    while at < min(len(tokens), end + 4) and tokens[at].sentence == tokens[end - 1].sentence:
        token = tokens[at]
        capital = token.text[0].isupper()
        if token.pos not in ("NOUN", "ADJ", "PROPN") or (capital and not _closes(tokens, at, sought)):
            break
        if token.pos != "ADJ" and token.lower in sought:
            found = at
            if token.dep != "compound":
                break
        elif token.pos != "ADJ":
            found = None
        at += 1
    return found


def _closes(tokens: tuple[Token, ...], at: int, sought: set[str]) -> bool:
    """Is the capitalised word a sought one with no further capital after it ("the Ruritanian Diaspora")?"""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].lower in sought and not (after and after.text[0].isupper() and after.pos == "PROPN")


def _headed(draft: Draft, hits: dict[int, Hit], place: tuple[int, int], bases: Ref) -> None:
    """See "Ruritanian football fans", "Ruritanian people", "Ruritanian army", "the Ruritanian government"."""
    start, end = place
    tokens, words = draft.parsed.tokens, lexicon("names")["groups"]
    head = _head(tokens, end)
    if head is None:
        return
    noun, between = tokens[head].lower, head > end
    if noun in words["government"] and not between and len(bases) == 1:
        if known_country(hits, start):
            draft.see(start, head + 1, ("government", *bases))
            draft.vote(("name", bases[0]), "statehood", 1)
    elif noun in words["bodies"]:
        draft.see(start, head + 1, ("body", *bases, key_of(draft.text(end, head + 1))))
    elif noun in words["people"] and not between:
        living = _resident(draft, hits, (start, head + 1), bases)
        draft.see(start, head + 1, living or ("group", *bases), proper=living is None)
    else:
        draft.see(start, head + 1, ("group", *bases, key_of(draft.text(end, head + 1))))


def known_country(hits: dict[int, Hit], start: int) -> bool:
    """Is the word there one of a country or land rather than of a people?"""
    return hits[start].known.what != "people"


def _resident(draft: Draft, hits: dict[int, Hit], place: tuple[int, int], bases: Ref) -> Ref | None:
    """See "Catholics living in Ruritania": the group together with where it lives.

    Of "the Catholic population lives in Ruritania" the ref is given back, as the words are not one phrase.
    """
    tokens, (start, end) = draft.parsed.tokens, place
    at = end + (end < len(tokens) and tokens[end].lower in _RESIDING)
    if at + 1 >= len(tokens) or tokens[at].lower not in ("in", "of"):
        return None
    first = at + 1 + (tokens[at + 1].lower == "the")
    where = country_at(draft, hits, first)
    if where is None:
        return None
    stop, key = where
    ref = ("group", *_sorted((*bases, key)))
    if at > end and tokens[end].lower in _LIVE:
        return ref
    draft.see(start, stop, ref, proper=False)
    return None


def country_at(draft: Draft, hits: dict[int, Hit], first: int) -> tuple[int, str] | None:
    """The country, or the country of the town, named at the token: (end, key); null where none is."""
    tokens = draft.parsed.tokens
    if first in hits and hits[first].known.use == "name":
        return hits[first].end, hits[first].base
    stop = first
    while (
        stop < min(len(tokens), first + 3) and tokens[stop].text[0].isupper() and tokens[stop].pos == "PROPN"
    ):
        stop += 1
    if stop == first:
        return None
    name = draft.text(first, stop)
    kind, _ = head_kind(name)
    if kind not in (None, "place") or name.lower() in _QUARTERS:
        return None
    towns, land = cities(name), known(name)
    if land:
        return stop, land.key
    return stop, towns[0].country if towns else key_of(name)
