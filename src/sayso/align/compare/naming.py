"""One place, event or people under names of their own by different voices."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from sayso.align.finding import Finding
from sayso.align.utterance import Name, Utterance
from sayso.align.wording import name_root
from sayso.records import Span

_CONTESTABLE = frozenset({"place", "event", "facility", "organisation"})


def compare_names(utterances: Sequence[Utterance]) -> Iterator[Finding]:
    """For every two names of one entity, the first two statements of different voices that use them."""
    used: dict[str, dict[tuple[str, ...], list[tuple[Utterance, Name]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for utterance in utterances:
        for name in utterance.names:
            if name.type in _CONTESTABLE and name.text[:1].isupper():
                used[name.key][_form(name.text)].append((utterance, name))
    for key in sorted(used):
        for one, other in combinations(sorted(used[key]), 2):
            found = _first_pair(used[key][one], used[key][other])
            sure = _distance(one, other)
            if found and sure:
                yield _finding(*found, sure)


def _form(text: str) -> tuple[str, ...]:
    return tuple(
        name_root(word) for word in text.replace("-", " ").replace("/", " ").split() if word[:1].isalnum()
    )


def _first_pair(
    ours: Sequence[tuple[Utterance, Name]], theirs: Sequence[tuple[Utterance, Name]]
) -> tuple[tuple[Utterance, Name], tuple[Utterance, Name]] | None:
    for one in ours:
        for other in theirs:
            apart = one[0].voice != other[0].voice and one[0].statement.id != other[0].statement.id
            if apart and not (one[0].source.id == other[0].source.id and one[0].span.overlaps(other[0].span)):
                return one, other
    return None


def _distance(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How sure the two are names of their own: 0 for one in the other, little for spellings."""
    if not one or not other or set(one) <= set(other) or set(other) <= set(one) or _initials(one, other):
        return 0.0
    spelled = SequenceMatcher(None, " ".join(one), " ".join(other), autojunk=False).ratio()
    return 0.52 if spelled >= 0.7 else 0.75


def _initials(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, full = sorted((one, other), key=len)
    return len(short) == 1 and "".join(word[:1] for word in full).startswith(short[0].replace(".", "")[:3])


def _finding(one: tuple[Utterance, Name], other: tuple[Utterance, Name], sure: float) -> Finding:
    (a, ours), (b, theirs) = one, other
    calls = f"{a.statement.voice_name} writes “{ours.text}”, {b.statement.voice_name} “{theirs.text}”"
    manner = "two spellings of one name" if sure < 0.6 else "two names for the same"
    return Finding(
        a,
        b,
        "conflicts",
        "naming",
        f"{calls}: {manner}.",
        Span(ours.start, ours.end),
        Span(theirs.start, theirs.end),
        sure,
    )
