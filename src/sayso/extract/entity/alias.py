"""Two names that people give to one thing: "Foo, which they call Bar", "we call it Foo, they call it Bar"."""

import re
from itertools import pairwise

from sayso.extract.entity.naming import Draft, Sighting

#: All that stands between two names where the second is said to be another name of the first.
_CALLED_SO = re.compile(
    r",? (?:which|that|what) (?:\w+ ){1,4}(?:call|calls|called|know as|knows as) (?:the )?[“\"'‘]?"
    r"|,? (?:\w+ly |also |better |long )?(?:known|referred to)"
    r" (?:to|by|among|in|on) (?:\w+ ){1,4}as (?:the )?[“\"'‘]?"
    r"|,? (?:re)?named (?:as )?(?:the )?[“\"'‘]?"
    r"|, (?:called|known as|styled|which is called) (?:the )?[“\"'‘]?",
    re.IGNORECASE,
)
#: What stands before a name that somebody gives to a thing, and before the name that others give to "it".
_CALL = re.compile(r"\b(?:call|calls|know (?:it |this )?as|known as) (?:the )?[“\"'‘]?$", re.IGNORECASE)
_CALL_IT = re.compile(
    r"\b(?:(?:know|knows) (?:it|this) as|(?:call|calls|name|names) (?:it|this)) (?:the )?[“\"'‘]?$",
    re.IGNORECASE,
)
#: How many sentences "it" may look back for the first name, and tokens before a name that are read.
_NEAR, _LEAD = 2, 6


def join_aliases(draft: Draft) -> None:
    """Join the names that the text says different people give to one thing."""
    named = [s for _, s in sorted(draft.sightings.items()) if s.ref[0] == "name" and s.proper]
    for before, after in pairwise(named):
        if before.end < after.start and _CALLED_SO.fullmatch(_text(draft, before.end, after.start)):
            draft.join(before.ref, after.ref, "the text says that {0} is also called {1}")
    called: Sighting | None = None
    for sighting in named:
        lead = _text(draft, max(1, sighting.start - _LEAD), sighting.start)
        if (
            called
            and _sentence(draft, sighting) - _sentence(draft, called) <= _NEAR
            and _CALL_IT.search(lead)
        ):
            draft.join(called.ref, sighting.ref, "the text says that some call {0} what others call {1}")
        if _CALL.search(lead) or _CALL_IT.search(lead):
            called = sighting


def _text(draft: Draft, start: int, end: int) -> str:
    """What stands between the end of the token before ``start`` and the token ``end``, blanks made one."""
    tokens = draft.parsed.tokens
    between = draft.parsed.document.text[tokens[start - 1].end : tokens[end].start]
    return re.sub(r"\s+", " ", between)


def _sentence(draft: Draft, sighting: Sighting) -> int:
    return draft.parsed.tokens[sighting.start].sentence
