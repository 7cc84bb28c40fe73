"""Who or what made the records: runs of the program, decisions of people."""

from typing import Literal

from sayso.records.base import Record

Verb = Literal["accept", "reject", "edit", "merge", "split", "note", "undo"]
#: What a person may put in a field in the place of the program's reading.
Value = str | float | bool | tuple[str, ...] | None
#: What people made of a suggestion: nothing yet, or nothing they agree on, is not the end of it.
Standing = Literal["suggested", "accepted", "rejected", "edited", "disputed"]


class Run(Record, frozen=True, kw_only=True):
    """A way of making records: two runs of equal code, models and configuration are one."""

    id: str
    code: str
    models: dict[str, str]
    configuration: str


class Ground(Record, frozen=True, kw_only=True):
    """Words a decision rests on: the record they were read as, their place, and what stood around them.

    ``text`` is the record's words (pieces joined by " … "), ``before`` and ``after`` up to 32 characters of
    the document: the way back to the words when the document has been changed. ``uri`` is the first name
    of the document. A name that stands nowhere in a text has an empty ``document``.
    """

    record: str
    document: str
    uri: str
    start: int
    end: int
    text: str
    before: str = ""
    after: str = ""


class Decision(Record, frozen=True, kw_only=True):
    """A human judgement on a record; append-only.

    ``on`` is the record; ``decision`` what was done (accept, reject, edit, merge, split, note, undo);
    ``at`` UTC in ISO 8601. ``other`` is the record merged with, split off, or named as the new voice;
    ``field``, ``was`` and ``value`` what an edit changes from what into what (of a link, ``was`` is its
    relation and kind). ``version`` is the hash of the reading decided on. ``grounds`` are the words of
    ``on``, ``against`` those of ``other``.
    """

    id: str
    on: str
    decision: Verb
    by: str
    at: str
    note: str | None = None
    other: str | None = None
    field: str | None = None
    was: Value = None
    value: Value = None
    version: str | None = None
    grounds: tuple[Ground, ...] = ()
    against: tuple[Ground, ...] = ()


class Edit(Record, frozen=True, kw_only=True):
    """A field of a record that people changed: what the program had read beside what it is now."""

    record: str
    field: str
    was: Value
    value: Value
    decision: str
