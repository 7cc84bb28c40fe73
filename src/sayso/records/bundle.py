"""Records that travel together between the rooms."""

import msgspec

from sayso.records.base import Record
from sayso.records.claim import Claim, Happening, Link, Origin
from sayso.records.document import Document, Refusal, Segment
from sayso.records.entity import Entity, Mention, Referent
from sayso.records.figure import Event, Quantity, Time
from sayso.records.history import Decision, Edit, Run, Standing
from sayso.records.statement import Statement

#: What people can reject: it is kept, and no longer used.
Rejectable = Statement | Quantity | Time | Event | Link | Origin


class Extraction(Record, frozen=True, kw_only=True):
    """All that was read out of one document, before it is compared with any other.

    Entity ids in it (``Statement.voice``, ``Mention.entity``, ``Party.entity``...) are ids of its
    own ``referents``.
    """

    document: Document
    segments: tuple[Segment, ...]
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    referents: tuple[Referent, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()


class Alignment(Record, frozen=True, kw_only=True):
    """What comparing documents adds. ``resolution`` leads from referent ids to entity ids."""

    entities: tuple[Entity, ...] = ()
    resolution: dict[str, str] = msgspec.field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    origins: tuple[Origin, ...] = ()
    happenings: tuple[Happening, ...] = ()


class Snapshot(Record, frozen=True, kw_only=True):
    """A whole ledger as views and exports see it: all referent ids resolved to entity ids.

    Every tuple is in order of id, except segments (document, order) and records of one document
    (document, start). What people decided has been done to it: ``edits`` tells what the program had read,
    ``rejected`` holds what was taken out, ``judged`` the standing of every record anybody decided on.
    """

    documents: tuple[Document, ...] = ()
    segments: tuple[Segment, ...] = ()
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    origins: tuple[Origin, ...] = ()
    happenings: tuple[Happening, ...] = ()
    decisions: tuple[Decision, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    runs: tuple[Run, ...] = ()
    edits: tuple[Edit, ...] = ()
    rejected: tuple[Rejectable, ...] = ()
    judged: dict[str, Standing] = msgspec.field(default_factory=dict)
