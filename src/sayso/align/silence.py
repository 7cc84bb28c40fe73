"""Who speaks of a matter elsewhere, yet not on this point."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.align.utterance import Utterance

#: How many silent voices a claim names at most; how often a voice must speak of the matter to be expected.
MOST, EXPECTED = 5, 2


@dataclass(frozen=True)
class Speech:
    """How often each voice speaks of each name under each facet, and what resolved voices are called."""

    by_matter: dict[str, Counter[str]]
    called: dict[str, str]

    @classmethod
    def of(cls, utterances: Sequence[Utterance]) -> "Speech":
        """Count all statements of resolved voices."""
        counted: dict[str, Counter[str]] = defaultdict(Counter)
        for utterance in utterances:
            for matter in _matters(utterance):
                counted[matter][utterance.voice] += 1
        called = {u.voice: u.statement.voice_name for u in utterances if u.statement.voice}
        return cls(dict(counted), called)


def _matters(utterance: Utterance) -> frozenset[str]:
    facets = utterance.statement.facets or ("",)
    return frozenset(f"{name}|{facet}" for name in utterance.named for facet in facets)


def silent_voices(group: Sequence[Utterance], speech: Speech) -> tuple[str, ...]:
    """Ids of the voices most expected to speak on it that do not, the most expected first.

    Who passes another's words on is not silent on them.
    """
    speaking = {utterance.voice for utterance in group}
    passing = {link.name for utterance in group for link in utterance.statement.chain}
    expected: Counter[str] = Counter()
    for matter in sorted({matter for utterance in group for matter in _matters(utterance)}):
        expected.update(speech.by_matter.get(matter, Counter()))
    ranked = sorted(
        (-count, voice)
        for voice, count in expected.items()
        if count >= EXPECTED
        and voice not in speaking
        and voice in speech.called
        and speech.called[voice] not in passing
    )
    return tuple(voice for _, voice in ranked[:MOST])
