"""Figures, times and events: what documents contradict each other on."""

from typing import Literal

from sayso.records.base import Party, Record

Relation = Literal["=", "~", "<", ">", "<=", ">=", "range"]
TimeType = Literal["date", "set", "duration"]
Plover = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["happened", "denied", "planned", "hypothetical"]


class Quantity(Record, frozen=True, kw_only=True):
    """A figure as written and as normalised.

    ``value`` is the central figure in ``unit`` (``percent``, ``USD``, ``people``, ``km``...);
    ``low`` and ``high`` are its bounds where the text gives any. ``of`` is what is counted, in the
    text's words; ``about`` whom or where it concerns; ``when`` an EDTF time or null.
    """

    id: str
    document: str
    statement: str | None
    start: int
    end: int
    text: str
    value: float | None
    low: float | None = None
    high: float | None = None
    relation: Relation = "="
    unit: str | None = None
    of: str | None = None
    about: tuple[Party, ...] = ()
    when: str | None = None


class Time(Record, frozen=True, kw_only=True):
    """A time expression and its EDTF value, null where the text gives nothing to anchor it on."""

    id: str
    document: str
    statement: str | None
    start: int
    end: int
    text: str
    edtf: str | None
    type: TimeType = "date"


class Event(Record, frozen=True, kw_only=True):
    """Who did what to whom, coded by PLOVER. ``did`` is the text's predicate, ``plover`` its code.

    ``status`` is how the text tells what ``did`` names: as done, denied, still to come, or only
    supposed. (PLOVER codes what is announced as AGREE or THREATEN, what is refused as REJECT, what is
    demanded as REQUEST.) ``mode`` and ``context`` are how and in what matter, by the PLOVER codebook.
    Countries (ISO 3166-1 alpha-2) and sectors (GOV, MIL, REB...) of the parties are null where the
    words do not tell.
    """

    id: str
    document: str
    statement: str | None
    start: int
    end: int
    who: Party | None
    did: str
    to: Party | None
    plover: Plover | None
    facet: str | None = None
    when: str | None = None
    where: str | None = None
    confidence: float = 1.0
    run: str = ""
    status: Status = "happened"
    mode: str | None = None
    context: tuple[str, ...] = ()
    who_country: str | None = None
    who_sector: str | None = None
    to_country: str | None = None
    to_sector: str | None = None
