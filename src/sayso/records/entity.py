"""Names in the text, and whom or what they stand for."""

from typing import Literal

from sayso.records.base import Record

EntityType = Literal[
    "country", "place", "person", "organisation", "group", "event", "document", "facility", "other"
]


class Mention(Record, frozen=True, kw_only=True):
    """A name or description at one place. ``entity`` is a referent's id until alignment resolves it."""

    id: str
    document: str
    start: int
    end: int
    text: str
    type: EntityType
    entity: str | None
    confidence: float = 1.0
    run: str = ""


class Joint(Record, frozen=True, kw_only=True):
    """Two names of one document taken for one thing, and why in one sentence."""

    one: str
    other: str
    reason: str


class Referent(Record, frozen=True, kw_only=True):
    """What some mentions of ONE document stand for: an entity before documents are compared.

    ``names`` are its proper names as written, the fullest first; ``country`` is ISO 3166-1 alpha-2;
    ``stands_for`` is the referent id a metonym was read as (a capital for its government); ``joints`` tell
    why different names were taken for one.
    """

    id: str
    document: str
    name: str
    type: EntityType
    names: tuple[str, ...] = ()
    country: str | None = None
    stands_for: str | None = None
    joints: tuple[Joint, ...] = ()


class Entity(Record, frozen=True, kw_only=True):
    """What referents of all documents stand for. ``metonyms`` are names used for it by metonymy."""

    id: str
    name: str
    type: EntityType
    names: tuple[str, ...] = ()
    country: str | None = None
    metonyms: tuple[str, ...] = ()
