"""One place, event or people under names of their own by different voices."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from sayso.align.finding import Finding
from sayso.align.utterance import Name, Utterance
from sayso.align.wording import name_root
from sayso.records import Span

Form = tuple[str, ...]
_CONTESTABLE = frozenset({"place", "event", "facility"})


def compare_names(utterances: Sequence[Utterance]) -> Iterator[Finding]:
    """For every two names of one entity, the first two statements of different voices that use them."""
    used: dict[str, dict[Form, list[tuple[Utterance, Name]]]] = defaultdict(lambda: defaultdict(list))
    for utterance in sorted(utterances, key=lambda one: (one.source.order, one.span)):
        for name in utterance.names:
            if name.type in _CONTESTABLE and name.text[:1].isupper():
                used[name.key][_form(name.text)].append((utterance, name))
    for key in sorted(used):
        yield from _of_entity(used[key])


def _of_entity(used: Mapping[Form, list[tuple[Utterance, Name]]]) -> Iterator[Finding]:
    """One finding for every two names of which neither is a longer form of the other."""
    shortest = [form for form in used if form and not any(set(other) < set(form) for other in used if other)]
    for one, other in combinations(sorted(shortest), 2):
        sure = _distance(one, other)
        found = _first_pair(_longer(used, one, other), _longer(used, other, one)) if sure else None
        if found:
            yield _finding(*found, sure)


def _longer(
    used: Mapping[Form, list[tuple[Utterance, Name]]], form: Form, without: Form
) -> list[tuple[Utterance, Name]]:
    """Uses of the name and of its longer forms that do not hold the other name too."""
    held = [
        use
        for other in used
        if set(form) <= set(other) and not set(without) <= set(other)
        for use in used[other]
    ]
    return sorted(held, key=lambda use: (use[0].source.order, use[0].span, use[1].start))


def _form(text: str) -> Form:
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
