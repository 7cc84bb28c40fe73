"""What the attribution rules hand on."""

from dataclasses import dataclass
from typing import Literal

from sayso.records import Spans

Mode = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True)
class Attribution:
    """One source, cue and content, each in one or more pieces (offsets into the document's text).

    ``source`` is empty where the text names nobody. ``parent`` is the position, in the tuple that
    ``find_attributions`` returns, of the attribution whose content holds this one. It is ``own`` where the
    segment's own speaker says by "I" or "we" what he himself holds.
    """

    source: Spans
    cue: Spans
    content: Spans
    mode: Mode
    confidence: float
    parent: int | None = None
    testimony: bool = True
