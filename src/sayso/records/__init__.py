"""The data model: frozen records, their ids and their one serialiser."""

from sayso.records.base import Party, Record
from sayso.records.bundle import Alignment, Extraction, Snapshot
from sayso.records.claim import Claim, ClaimStatement, Happening, Link, Origin, Place
from sayso.records.document import SPOKEN, Block, Document, Refusal, Segment
from sayso.records.entity import Entity, Joint, Mention, Referent
from sayso.records.figure import Event, Quantity, Time
from sayso.records.history import Decision, Edit, Ground, Run
from sayso.records.span import Span, Spans, hull
from sayso.records.statement import ChainLink, Statement

__all__ = [
    "SPOKEN", "Alignment", "Block", "ChainLink", "Claim", "ClaimStatement", "Decision", "Document",
    "Edit", "Entity", "Event", "Extraction", "Ground", "Happening", "Joint", "Link", "Mention", "Origin",
    "Party", "Place", "Quantity", "Record", "Referent", "Refusal", "Run", "Segment", "Snapshot", "Span",
    "Spans", "Statement", "Time", "hull",
]  # fmt: skip
