"""What people made of a record, in sentences."""

from sayso.records import Decision, Snapshot
from sayso.records.history import Value
from sayso.review.log import order, withdrawn


def judgement(snapshot: Snapshot, record: str) -> tuple[str, ...]:
    """Who accepted, rejected, edited or noted what on the record, and what the program had read."""
    gone = withdrawn(snapshot.decisions)
    on = [one for one in sorted(snapshot.decisions, key=order) if one.on == record and one.id not in gone]
    last = {(one.by, one.decision in {"accept", "reject"}, one.field): one for one in on}
    told = [_told(one) for one in on if one.decision == "note" or one in last.values()]
    read = [f"{edit.field} was read as {words(edit.was)}" for edit in snapshot.edits if edit.record == record]
    disputed = ["disputed: the program's suggestion stays open"]
    standing = snapshot.judged.get(record, "suggested")
    found_again = [f"{standing} by people"] if standing != "suggested" and not on else []
    return (*(disputed if standing == "disputed" else found_again), *told, *read)


def _told(decision: Decision) -> str:
    did = {"accept": "accepted", "reject": "rejected", "merge": "merged", "split": "split", "note": "noted"}
    what = did.get(decision.decision, decision.decision)
    if decision.decision == "edit":
        what = f"{decision.field} set to {words(decision.value)}"
    why = f": {decision.note}" if decision.note else ""
    return f"{what} by {decision.by}, {decision.at[:10]}{why}"


def words(value: Value) -> str:
    """A field's value as a person reads it."""
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    return "unknown" if value is None else str(value)
