"""Who or what made the records: runs of the program, decisions of people."""

from sayso.records.base import Record


class Run(Record, frozen=True, kw_only=True):
    """A way of making records: two runs of equal code, models and configuration are one."""

    id: str
    code: str
    models: dict[str, str]
    configuration: str


class Decision(Record, frozen=True, kw_only=True):
    """A human judgement on a record; append-only."""

    id: str
    on: str
    decision: str
    by: str
    at: str
    note: str | None = None
