"""The records as a reviewer sees them, found by id, with the words a decision on them rests on."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from sayso.errors import UsageError
from sayso.records import Claim, Decision, Entity, Ground, Link, Mention, Record, Snapshot, Statement
from sayso.review.places import ground, grounds_of, name_key

#: What decisions can be on.
_PARTS = (
    "documents", "segments", "statements", "mentions", "entities", "quantities", "times", "events", "claims",
    "links", "origins", "decisions", "rejected",
)  # fmt: skip
#: With how many words, or names, a decision on a claim or an entity is anchored at most.
MOST = 40


class Desk:
    """A snapshot laid out for deciding."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._records: dict[str, Record] = {
            record.id: record for part in _PARTS for record in getattr(snapshot, part)
        }
        self._documents = {document.id: document for document in snapshot.documents}
        self._statements = {
            id: one for id, one in self._records.items() if isinstance(one, Statement)
        }  # rejected ones included: a link may have been between them

    def find(self, given: str) -> tuple[str, Record]:
        """The id and record of that id, or of the only one that begins so; else ``UsageError``."""
        if given in self._records:
            return given, self._records[given]
        found = sorted(one for one in self._records if given and one.startswith(given))
        if len(found) != 1:
            told = "no record" if not found else f"{len(found)} records"
            raise UsageError(f"{told} in this ledger has an id beginning {given!r}; ids are in sayso export")
        return found[0], self._records[found[0]]

    def decision(self, given: str) -> Decision:
        """The decision of that id."""
        found, record = self.find(given)
        if not isinstance(record, Decision):
            raise UsageError(f"{found} is no decision; sayso review list shows the decisions")
        return record

    def grounds(self, record: Record) -> tuple[Ground, ...]:
        """The words of one record; of a claim those of its statements, of an entity its names."""
        if isinstance(record, Claim):
            members = [self._statements[one.statement] for one in record.statements[:MOST]]
            return grounds_of(members, self._documents)
        if isinstance(record, Entity):
            return tuple(self.names(record).values())[:MOST]
        return grounds_of([record], self._documents)

    def ends(self, link: Link) -> tuple[tuple[Ground, ...], tuple[Ground, ...]]:
        """The words of both statements of a link."""
        one, other = (self._statements[end] for end in (link.a, link.b))
        return grounds_of([one], self._documents), grounds_of([other], self._documents)

    def mentions(self, entity: Entity) -> list[Mention]:
        """All mentions of an entity, in order of id."""
        found = (one for one in self.snapshot.mentions if one.entity == entity.id)
        return sorted(found, key=lambda one: one.id)

    def names(self, entity: Entity) -> dict[str, Ground]:
        """The entity's names, without capitals, each with a place where it stands; the most used first."""
        uses: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions(entity):
            uses[name_key(mention.text)].append(mention)
        proper = {name_key(name): name for name in (entity.name, *entity.names)}
        count = Counter({key: len(held) for key, held in uses.items() if key in proper})
        if not entity.names and name_key(entity.name) not in uses:
            count |= Counter({key: len(held) for key, held in uses.items()})
        ranked = sorted(count, key=lambda key: (-count[key], key))
        found = {key: self._stands(uses[key]) for key in ranked}
        return found | {
            key: _nowhere(entity, name) for key, name in sorted(proper.items()) if key not in found
        }

    def _stands(self, mentions: Iterable[Mention]) -> Ground:
        first = min(mentions, key=lambda one: (one.document, one.start, one.id))
        return ground(first, self._documents[first.document])


def _nowhere(entity: Entity, name: str) -> Ground:
    """A name that is known from what was said about a document only (its outlet, its author)."""
    return Ground(record=entity.id, document="", uri="", start=0, end=0, text=name)
