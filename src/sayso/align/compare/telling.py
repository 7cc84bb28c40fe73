"""Do two tellings tell of one happening? A score and a sentence of why."""

from dataclasses import dataclass

from sayso.align.compare.happening import may_coincide
from sayso.align.telling import Part, Telling

#: Codes of acts that two do together, whoever is named first.
RECIPROCAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE"})
#: Codes of acts that are done again and again: two dates are two of them.
RECURRING = frozenset(
    {"CONSULT", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "MOBILIZE"}
)
#: How sure a part is the same: one entity; a country and somebody of it; names that share a word; unknown.
SAME, OF_COUNTRY, ALIKE, UNKNOWN = 1.0, 0.6, 0.5, 0.4
#: Parts of the words of the shorter telling that both must have.
HALF, THIRD = 0.5, 0.3
#: Times that cover more years than this say little about one happening.
_COARSE = 1.5


@dataclass(frozen=True)
class Match:
    """That two tellings are of one happening: how sure (0 to 1), why, and whether their dates exclude it."""

    score: float
    reason: str
    at_odds: bool = False


def match(a: Telling, b: Telling, date_link: bool = False) -> Match | None:
    """How sure both tell of one happening; null where they do not, or too little speaks for it.

    ``date_link``: a comparison of their statements found that both date one event.
    """
    if not _may_match(a, b):
        return None
    parts = max(_straight(a, b), _crossed(a, b), key=sum)
    apart = not may_coincide(a.event.when, b.event.when)
    if min(parts) == 0 or (apart and (not date_link or a.event.plover in RECURRING)):
        return None
    words = a.stems & b.stems
    shared = max(_overlap(a.stems, b.stems), _overlap(_said(a.stems), _said(b.stems)))
    if not date_link and not _enough(a, b, parts, shared):
        return None
    dated = a.reach is not None and b.reach is not None
    score = 0.25 + 0.15 * sum(parts) + 0.15 * dated + 0.3 * min(1.0, shared) + 0.2 * date_link
    return Match(round(min(0.95, score), 3), _reason(a, b, words, apart), apart)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of the shorter that both have."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _said(stems: frozenset[str]) -> frozenset[str]:
    """Stems without the ideas they stand for."""
    return frozenset(stem for stem in stems if not stem.startswith("i:"))


def _may_match(a: Telling, b: Telling) -> bool:
    """No suppositions, no plan against an undated account, no two acts of one passage; acts of one kind."""
    if "hypothetical" in (a.event.status, b.event.status):
        return False
    if a.event.document == b.event.document and a.event.start < b.event.end and b.event.start < a.event.end:
        return False
    if "planned" in (a.event.status, b.event.status) and (a.reach is None or b.reach is None):
        return a.event.status == b.event.status and a.event.plover == b.event.plover
    return a.event.plover == b.event.plover or bool(a.acts & b.acts)


def _straight(a: Telling, b: Telling) -> tuple[float, float]:
    return _likeness(a.who, b.who), _likeness(a.to, b.to)


def _crossed(a: Telling, b: Telling) -> tuple[float, float]:
    """For what two do together: the one's actor as the other's target."""
    if a.event.plover not in RECIPROCAL or b.event.plover not in RECIPROCAL:
        return 0.0, 0.0
    return _likeness(a.who, b.to), _likeness(a.to, b.who)


def _likeness(one: Part | None, other: Part | None) -> float:
    if one is None or other is None:
        return UNKNOWN
    if one.key and one.key == other.key:
        return SAME
    if one.country and one.country == other.country and (one.whole or other.whole):
        return OF_COUNTRY
    shared = set(one.name.lower().split()) & set(other.name.lower().split()) - _EMPTY
    if shared and not (one.key and other.key and one.country != other.country):
        return ALIKE
    return UNKNOWN if one.key is None or other.key is None else 0.0


_EMPTY = frozenset({"the", "a", "an", "of", "in", "and", "its", "their", "his", "her", "to", "for", "on"})


def _enough(a: Telling, b: Telling, parts: tuple[float, float], shared: float) -> bool:
    """Is enough known to be the same? Less is asked where both are dated to a year or less."""
    sure, acts = sum(parts), bool(a.acts & b.acts)
    spans = [one.reach for one in (a, b)]
    known = [span for span in spans if span is not None]
    fine = [span for span in known if span[1] - span[0] <= _COARSE]
    if SAME not in parts:
        alike = a.event.plover == b.event.plover and sure >= OF_COUNTRY + UNKNOWN
        return len(fine) == 2 and alike and shared >= HALF
    if len(fine) == 2:
        return sure == 2 * SAME or (acts and shared > 0) or shared >= HALF
    if len(fine) == 1:
        return sure == 2 * SAME and acts and shared >= THIRD
    return sure == 2 * SAME and acts and shared >= HALF and a.event.document != b.event.document


def _reason(a: Telling, b: Telling, words: frozenset[str], apart: bool) -> str:
    """Who, when and which words: what the two have in common."""
    keys = {part.key for part in a.parts if part.key} & {part.key for part in b.parts if part.key}
    named = sorted({part.name for part in a.parts if part.key in keys})
    told = [f"both name {' and '.join(named)}"] if named else []
    homes = {part.country for part in a.parts} & {part.country for part in b.parts} - {None}
    if not named and homes:
        told.append(f"both name somebody of {' and '.join(sorted(home or '' for home in homes))}")
    if apart:
        told.append(f"they date it apart ({a.event.when} and {b.event.when})")
    elif a.event.when and a.event.when == b.event.when:
        told.append(f"both date it {a.event.when}")
    elif a.event.when and b.event.when:
        told.append(f"their dates can be one ({a.event.when} and {b.event.when})")
    else:
        told.append(f"{'one gives no date' if a.event.when or b.event.when else 'neither gives a date'}")
    said = sorted(_said(words))
    if said:
        told.append(f"both say {', '.join(f'“{word}-”' for word in said[:4])}")
    return f"“{a.event.did}” and “{b.event.did}”: {'; '.join(told)}."
