"""In what matter something was done: the contexts of PLOVER, by the words around an event."""

from functools import cache

from sayso.extract.event.coding import Coding
from sayso.extract.event.wording import lemmas_of
from sayso.lexicons import lexicon
from sayso.parse import ParsedDocument

#: Contexts told of one event at most.
_MOST = 3


@cache
def contexts() -> tuple[tuple[str, frozenset[str]], ...]:
    """The contexts with the words that point to each, in order."""
    return tuple((name, frozenset(words)) for name, words in lexicon("plover_contexts").items())


def contexts_of(parsed: ParsedDocument, coding: Coding) -> tuple[str, ...]:
    """The contexts the event's own words point to, most words first; of its sentence where they tell none."""
    sentence = parsed.sentence_of(coding.head)
    for indices in (parsed.tokens_in(coding.span), range(sentence.start, sentence.end)):
        words = lemmas_of(parsed, indices)
        counts = {name: len(pointing & words) for name, pointing in contexts()}
        found = sorted((name for name in counts if counts[name]), key=lambda name: -counts[name])
        if found:
            return tuple(found[:_MOST])
    return ()
