"""Rival claims to one territory: to whom does each statement say that it belongs?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.align.compare.text import Likeness
from sayso.align.finding import Finding, around, quote
from sayso.align.utterance import Name, Utterance, once
from sayso.align.wording import Word, is_negated, stem, stem_sequence
from sayso.lexicons import lexicon
from sayso.records import Span

_BIRTHRIGHT = frozenset({"nativ", "indigen", "ancestr"})
_OF_A_PEOPLE = ("i", "ian", "ese", "ish", "ans", "ers")
#: "The territory of X", where X is a place, is X itself.
_EXPANSES = frozenset({"territori", "land", "soil"})
_COPULAS = frozenset({"are", "were", "is", "was", "been"})
_OWN = frozenset({"their", "it", "our", "its"})
_PLACES = frozenset({"country", "place", "facility"})
_PEOPLES = frozenset({"country", "group"})
_HOLDERS = frozenset({"country", "group", "organisation", "person", "place"})

#: How many characters may stand between "territory" and the state in which it lies.
_BESIDE = 4
#: A holder further off than this was meant by a pronoun and is not quoted with the land.
WIDE = 45


@dataclass(frozen=True)
class Holding:
    """Whose it is said to be, of which places, in which words, denied or not; ``at`` the very place."""

    holder: Name
    places: frozenset[str]
    start: int
    end: int
    denied: bool = False
    at: str | None = None

    @property
    def is_open(self) -> bool:
        """Is the holder named with the land, rather than meant by "their"?"""
        return self.start <= self.holder.start < self.end


@cache
def _sequences(kind: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        sorted({stem_sequence(phrase) for phrase in lexicon("belonging")[kind]}, key=lambda s: (-len(s), s))
    )


@once
def holdings(utterance: Utterance) -> tuple[Holding, ...]:
    """Every holding the statement speaks of, in order of text."""
    found = []
    stems = tuple(word.stem for word in utterance.words)
    for first, last, kind in _triggers(stems):
        words = utterance.words[first:last]
        holder = _holder(utterance, words[0], words[-1], kind)
        if holder is None:
            continue
        places = frozenset(
            name.key for name in utterance.names if name.key != holder.key and _is_land(name, words[-1])
        )
        start, end = min(holder.start, words[0].start), max(holder.end, words[-1].end)
        if end - start > WIDE:
            start, end = words[0].start, words[-1].end
        found.append(
            Holding(
                holder,
                places,
                start,
                end,
                _is_denied(utterance, first, last),
                _place_after(utterance, words[-1]),
            )
        )
    return tuple(found)


def _triggers(stems: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    for kind in ("lasting", "holding"):
        for sequence in _sequences(kind):
            for at in range(len(stems) - len(sequence) + 1):
                if stems[at : at + len(sequence)] == sequence:
                    yield at, at + len(sequence), kind


def _holder(utterance: Utterance, first: Word, last: Word, kind: str) -> Name | None:
    """The name right before ("X land") or after ("land of X", "belongs to X"), or whom "their" means."""
    text = utterance.source.text
    able = [name for name in utterance.names if name.type in (_PEOPLES if kind == "lasting" else _HOLDERS)]
    for name in reversed(able):
        between = text[name.end : first.start].lower().split()
        before = text[max(0, name.start - 20) : name.start].lower().split()[-3:]
        is_said = bool(_COPULAS & {*between, *before})
        if kind == "lasting" and not is_said:
            continue
        linked = kind == "lasting" or (is_said and first.stem in _BIRTHRIGHT)
        most = 0 if name.type == "place" else 3 if linked else 1
        if name.end <= first.start and len(between) <= most:
            return name
    if kind == "lasting":
        return None
    for name in able:
        between = text[last.end : name.start].lower().split()
        is_itself = name.type == "place" and last.stem in _EXPANSES
        if last.end <= name.start and not is_itself and between[:1] in (["of"], ["to"]) and len(between) <= 3:
            return name
    before = text[max(0, first.start - 24) : first.start].lower().split()
    if "as" not in before[-2:] and _OWN & {stem(word) for word in before[-2:]}:
        earlier = [name for name in able if name.end <= first.start] or [
            name for name in utterance.context if name.type in _HOLDERS
        ]
        peoples = [name for name in earlier if name.type == "group" or name.text.endswith(_OF_A_PEOPLE)]
        return (peoples or earlier)[-1] if earlier else None
    return None


def _is_denied(utterance: Utterance, first: int, last: int) -> bool:
    """ "Never native to", "free from X jurisdiction": that it is not X's."""
    freed = "free" in [word.stem for word in utterance.words[max(0, first - 5) : first]]
    return freed or is_negated(utterance.words, first, last) != utterance.is_rejected


def compare_holdings(a: Utterance, b: Utterance, like: Likeness) -> Finding | None:
    """Do both say whose one territory is, and of the same or of different holders?"""
    best: Finding | None = None
    for ours in holdings(a):
        for theirs in holdings(b):
            found = _rival(a, b, ours, theirs, like)
            if found and (best is None or found.confidence > best.confidence):
                best = found
    return best


def _is_taken(utterance: Utterance) -> bool:
    """Is it told that land was taken: two who tell so of land without a name may well agree?"""
    stems = tuple(word.stem for word in utterance.words)
    return any(
        stems[at : at + len(sequence)] == sequence
        for sequence in _sequences("taking")
        for at in range(len(stems) - len(sequence) + 1)
    )


def _place_after(utterance: Utterance, last: Word) -> str | None:
    """The place right after the word ("native X", "territories-X")."""
    after = [name for name in utterance.names if 0 < name.start - last.end <= 2]
    return after[0].key if after else None


def _is_land(name: Name, last: Word) -> bool:
    """Is it a place, and if a state, one that stands right after the word ("territory in X"): others act."""
    return name.type in _PLACES and (name.type != "country" or 0 < name.start - last.end <= _BESIDE)


def _rival(a: Utterance, b: Utterance, ours: Holding, theirs: Holding, like: Likeness) -> Finding | None:
    if ours.holder.key == theirs.at or theirs.holder.key == ours.at:
        return None
    holders = {ours.holder.key, theirs.holder.key}
    here, there = ours.places - holders, theirs.places - holders
    named = here & there
    leaning = a.source.id == b.source.id and not (here and there)
    scenery = len(like.stems) >= 2 and not (here and there)
    same_tale = _is_taken(a) and _is_taken(b) and not (named and ours.is_open and theirs.is_open)
    if (ours.denied and theirs.denied) or same_tale:
        return None
    same = (ours.holder.key == theirs.holder.key) and not (ours.denied or theirs.denied)
    if (ours.denied or theirs.denied) and ours.holder.key != theirs.holder.key:
        return None
    met = ours.holder.key in b.meant or theirs.holder.key in a.meant
    if not same and not (ours.is_open and theirs.is_open) and not leaning:
        return None
    if not (named or ((leaning or scenery) and met)) or (not same and a.voice == b.voice):
        return None
    said_a, said_b = quote(a, Span(ours.start, ours.end)), quote(b, Span(theirs.start, theirs.end))
    verdict = "Both place the land with one holder" if same else "Rival claims to the same land"
    return Finding(
        a=a,
        b=b,
        relation="corroborates" if same else "conflicts",
        kind=None if same else "polarity",
        reason=f"{verdict}: {said_a} and {said_b}." if same else f"{verdict}: {said_a} against {said_b}.",
        a_words=around(a, ours.start, ours.end),
        b_words=around(b, theirs.start, theirs.end),
        confidence=0.55 + 0.15 * bool(named) + 0.3 * like.score,
    )
