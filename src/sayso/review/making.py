"""Making decisions: what may be decided on which record, told in one sentence where it may not."""

from sayso.errors import UsageError
from sayso.records import (
    Claim,
    Decision,
    Entity,
    Link,
    Mention,
    Snapshot,
    Statement,
)
from sayso.records.history import Verb
from sayso.review.desk import Desk
from sayso.review.editing import EDITABLE, reading_of
from sayso.review.fields import parse_value
from sayso.review.log import withdrawn
from sayso.review.places import name_key
from sayso.review.signature import Signature, sign
from sayso.review.version import version

_REJECTABLE = ("stm", "qty", "tim", "evt", "lnk", "org")
_ACCEPTABLE = (*_REJECTABLE, "clm", "ent")
_CALLED = {
    "doc": "document", "seg": "segment", "stm": "statement", "men": "mention", "ent": "entity",
    "qty": "quantity", "tim": "time", "evt": "event", "clm": "claim", "lnk": "link", "org": "origin",
    "dec": "decision",
}  # fmt: skip
_INSTEAD = {
    "clm": "split a statement off it, or reject its links",
    "ent": "split a name off it",
    "dec": "undo it",
}


def accept(desk: Desk, given: str, signature: Signature) -> Decision:
    """The record is right as it reads."""
    return _judge(desk, given, signature, "accept", _ACCEPTABLE)


def reject(desk: Desk, given: str, signature: Signature) -> Decision:
    """The record is not what the program takes it for; it is kept and no longer used."""
    return _judge(desk, given, signature, "reject", _REJECTABLE)


def _judge(desk: Desk, given: str, signature: Signature, verb: Verb, allowed: tuple[str, ...]) -> Decision:
    found, record = desk.find(given)
    kind = found[:3]
    if kind not in allowed:
        able = ", ".join(_CALLED[one] for one in allowed)
        instead = _INSTEAD.get(kind, "write a note on it")
        raise UsageError(f"{_a(kind)} cannot be {verb}ed ({able} can); {instead}")
    if isinstance(record, Link):
        (grounds, against), was = desk.ends(record), (record.relation, record.kind or "")
        return sign(
            signature, verb, found, was=was, version=version(record), grounds=grounds, against=against
        )
    return sign(signature, verb, found, version=version(record), grounds=desk.grounds(record))


def edit(desk: Desk, given: str, name: str, text: str, signature: Signature) -> Decision:
    """A field of the record says something else; what the program read stays beside it."""
    found, record = desk.find(given)
    allowed = EDITABLE.get(type(record), ())
    if name not in allowed:
        told = f"its {', '.join(allowed)} can" if allowed else "only statements, quantities, times and events"
        raise UsageError(f"{name!r} of {_a(found[:3])} cannot be edited ({told}); evidence is never changed")
    voice = _voice(desk.snapshot, text) if name == "voice" else None
    value = voice.name if voice else parse_value(record, name, text)
    if value == reading_of(record, name, {}):
        raise UsageError(f"the {name} of {found} is {text!r} already; accept it if that is right")
    was = next((e.was for e in desk.snapshot.edits if (e.record, e.field) == (found, name)), None)
    return sign(
        signature,
        "edit",
        found,
        other=voice.id if voice else None,
        field=name,
        was=reading_of(record, name, {}) if was is None else was,
        value=value,
        version=version(record),
        grounds=desk.grounds(record),
        against=desk.grounds(voice) if voice else (),
    )


def _voice(snapshot: Snapshot, text: str) -> Entity | None:
    """The entity of that id or name, null where there is none; ``UsageError`` where there are several."""
    found = [one for one in snapshot.entities if one.id == text] or [
        one
        for one in snapshot.entities
        if name_key(text) in {name_key(name) for name in (one.name, *one.names)}
    ]
    if len(found) > 1:
        ids = ", ".join(one.id for one in found)
        raise UsageError(f"{len(found)} entities are called {text!r}; give one of {ids}")
    return found[0] if found else None


def merge(desk: Desk, given: str, also: str, signature: Signature) -> Decision:
    """Two entities are one, or two claims say one thing."""
    (found, one), (other, second) = desk.find(given), desk.find(also)
    if type(one) is not type(second) or not isinstance(one, Entity | Claim):
        raise UsageError(
            f"{_a(found[:3])} and {_a(other[:3])} cannot be merged; give two entities or two claims"
        )
    if found == other:
        raise UsageError(f"{found} was given twice; give two different ones")
    return sign(
        signature,
        "merge",
        found,
        other=other,
        version=version(one),
        grounds=desk.grounds(one),
        against=desk.grounds(second),
    )


def split(desk: Desk, given: str, off: str, signature: Signature) -> Decision:
    """A name or a mention is not of the entity, or a statement not of the claim."""
    found, record = desk.find(given)
    if isinstance(record, Claim):
        return _split_claim(desk, record, off, signature)
    if isinstance(record, Entity):
        return _split_entity(desk, record, off, signature)
    raise UsageError(f"{_a(found[:3])} cannot be split; give an entity or a claim")


def _split_claim(desk: Desk, claim: Claim, off: str, signature: Signature) -> Decision:
    found, statement = desk.find(off)
    members = [one.statement for one in claim.statements]
    if not isinstance(statement, Statement) or found not in members or len(members) < 2:
        raise UsageError(f"{off!r} cannot be split off {claim.id}; give one of its several statements")
    kept = tuple(one for one in desk.grounds(claim) if one.record != found)
    against = desk.grounds(statement)
    return sign(
        signature, "split", claim.id, other=found, version=version(claim), grounds=kept, against=against
    )


def _split_entity(desk: Desk, entity: Entity, off: str, signature: Signature) -> Decision:
    names = desk.names(entity)
    if off.startswith("men_"):
        found, mention = desk.find(off)
        if not isinstance(mention, Mention) or mention.entity != entity.id:
            raise UsageError(f"{off} is no mention of {entity.id}; sayso show {entity.id} lists them")
        kept, against, field = tuple(names.values()), desk.grounds(mention), "mention"
        return sign(
            signature,
            "split",
            entity.id,
            other=found,
            field=field,
            version=version(entity),
            grounds=kept,
            against=against,
        )
    key = name_key(off)
    if key not in names or len(names) < 2:
        told = ", ".join(repr(one.text) for one in names.values())
        raise UsageError(
            f"{off!r} cannot be split off {entity.id}; give one of several names ({told}) or a mention"
        )
    kept = tuple(one for name, one in names.items() if name != key)
    return sign(
        signature,
        "split",
        entity.id,
        field="name",
        version=version(entity),
        grounds=kept,
        against=(names[key],),
    )


def note(desk: Desk, given: str, signature: Signature) -> Decision:
    """Words on a record that change nothing."""
    found, record = desk.find(given)
    if not (signature.note or "").strip():
        raise UsageError(f"a note on {found} needs words; write them after the id")
    return sign(signature, "note", found, version=version(record), grounds=desk.grounds(record))


def undo(desk: Desk, given: str, signature: Signature) -> Decision:
    """Take a decision back, an undo too; everything is then as if it had not been made."""
    decision = desk.decision(given)
    by = withdrawn(desk.snapshot.decisions).get(decision.id)
    if by:
        raise UsageError(f"{decision.id} is undone already; undo {by} to bring it back")
    return sign(signature, "undo", decision.id)


def _a(kind: str) -> str:
    name = _CALLED.get(kind, "record")
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"
