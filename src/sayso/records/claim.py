"""What several statements share, and how pairs of them relate."""

from typing import Literal

from sayso.records.base import Party, Record
from sayso.records.figure import Plover
from sayso.records.history import Standing
from sayso.records.span import Spans

Stance = Literal["asserts", "denies", "questions"]
Status = Literal["single", "agreed", "contested"]
LinkRelation = Literal["corroborates", "conflicts", "rebuts"]
LinkKind = Literal["number", "date", "place", "actor", "polarity", "naming", "uniqueness"]
Contested = Literal["date", "polarity"]
OriginKind = Literal["republication", "near-duplicate", "shared-passage", "same-author", "cites"]


class ClaimStatement(Record, frozen=True, kw_only=True):
    """One statement's stance on a claim."""

    statement: str
    stance: Stance


class Claim(Record, frozen=True, kw_only=True):
    """A proposition, in the words of one of its statements, and who stands where on it.

    ``voices`` counts the voices and ``origins`` the independent ones; ``silent`` names voices that
    speak of the same matter without it.
    """

    id: str
    proposition: str
    facets: tuple[str, ...]
    status: Status
    statements: tuple[ClaimStatement, ...]
    voices: int
    origins: int
    silent: tuple[str, ...] = ()


class Happening(Record, frozen=True, kw_only=True):
    """One happening and its tellings: the ``events`` of any documents that tell of it.

    ``who``, ``did``, ``to`` and ``plover`` are those of its clearest telling; ``when`` (EDTF) and ``where``
    are all that its tellings give, the earliest first. ``contested`` names what they set against each
    other (``date``: times that cannot be one, ``polarity``: told as done and denied); ``reasons`` say
    why tellings were taken for one, a sentence each, with the least sure of them as ``confidence``.
    """

    id: str
    events: tuple[str, ...]
    plover: Plover | None
    who: Party | None
    did: str
    to: Party | None
    when: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    contested: tuple[Contested, ...] = ()
    reasons: tuple[str, ...] = ()
    confidence: float = 1.0
    run: str = ""


class Place(Record, frozen=True, kw_only=True):
    """A span of a document."""

    document: str
    start: int
    end: int


class Link(Record, frozen=True, kw_only=True):
    """A relation between statements ``a`` and ``b`` with the words it rests on and a sentence of why.

    ``standing`` is what people made of it; what they rejected is kept and no longer used.
    """

    id: str
    a: str
    b: str
    relation: LinkRelation
    kind: LinkKind | None
    reason: str
    a_span: Place
    b_span: Place
    independent: bool
    confidence: float = 1.0
    run: str = ""
    standing: Standing = "suggested"


class Origin(Record, frozen=True, kw_only=True):
    """Where a document, or a passage of it (``spans`` in that document), first came from."""

    id: str
    document: str
    from_document: str | None
    from_name: str | None
    kind: OriginKind
    score: float
    spans: Spans = ()
    confidence: float = 1.0
    run: str = ""
    standing: Standing = "suggested"
