"""Who speaks of a matter elsewhere, yet not on this point."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.align.utterance import Utterance

#: How many silent voices a claim names at most; how often a voice must speak of the matter to be expected.
MOST, EXPECTED = 5, 2


@dataclass(frozen=True)
class Speech:
    """How often each voice speaks of each pair of names, or of a name under a facet."""

    by_matter: dict[str, Counter[str]]
    known: frozenset[str]

    @classmethod
    def of(cls, utterances: Sequence[Utterance]) -> "Speech":
        """Count all statements of resolved voices."""
        counted: dict[str, Counter[str]] = defaultdict(Counter)
        for utterance in utterances:
            for matter in _matters(utterance):
                counted[matter][utterance.voice] += 1
        known = frozenset(u.voice for u in utterances if u.statement.voice)
        return cls(dict(counted), known)


def _matters(utterance: Utterance) -> frozenset[str]:
    facets = utterance.statement.facets or ("",)
    return frozenset(f"{name}|{facet}" for name in utterance.named for facet in facets)


def silent_voices(group: Sequence[Utterance], speech: Speech) -> tuple[str, ...]:
    """Ids of the voices most expected to speak on it that do not, the most expected first."""
    speaking = {utterance.voice for utterance in group}
    expected: Counter[str] = Counter()
    for matter in sorted({matter for utterance in group for matter in _matters(utterance)}):
        expected.update(speech.by_matter.get(matter, Counter()))
    ranked = sorted(
        (-count, voice)
        for voice, count in expected.items()
        if voice not in speaking and voice in speech.known and count >= EXPECTED
    )
    return tuple(voice for _, voice in ranked[:MOST])
