"""A small invented quarrel over a mine, made by hand, in a ledger that lives in memory."""

from collections.abc import Sequence

import msgspec

from sayso import flows
from sayso.ledger import Ledger
from sayso.records import Decision, Extraction, Referent, Run, Snapshot, ids
from sayso.review.desk import Desk
from sayso.review.signature import Signature
from tests.align.speech import WORLD, Said, document

replace = msgspec.structs.replace
RUN = Run(id=ids.derive("run", "test"), code="0", models={"none": "1"}, configuration="default")


def wells(count: int, town: str = "Vell") -> Said:
    """Somebody counts wells."""
    figure = {"text": f"{count} wells", "value": count, "unit": "wells", "of": "wells poisoned by the mine"}
    voice = {400: "Ada Holm", 250: "Ben Rook", 90: "Cy Low"}[count]
    return Said(f"The mine poisoned {count} wells at {town} in the dry year", voice, figures=[figure])


PAPERS: dict[str, tuple[Said, ...]] = {
    "a.txt": (wells(400), Said("The river at Portmere runs clear again, as the council found", "Ada Holm")),
    "b.txt": (wells(250), Said("Upper Hillmark and Tolvesh belong to Norland", "Ben Rook")),
    "c.txt": (wells(90, "Portmere"), Said("The river at Portmere never ran clear again", "Cy Low")),
}


def paper(uri: str, rows: Sequence[Said]) -> Extraction:
    """A document whose referents are its own."""
    made = document(uri, rows)
    names: dict[str, str] = {**dict(WORLD.values()), **{row.voice: "person" for row in rows}}
    used = {str(one.entity) for one in made.mentions} | {str(one.voice) for one in made.statements}
    own = {f"ref {name}": ids.derive("ref", made.document.id, name) for name in names}
    return replace(
        made,
        statements=tuple(replace(one, voice=own[str(one.voice)], run=RUN.id) for one in made.statements),
        mentions=tuple(replace(one, entity=own[str(one.entity)], run=RUN.id) for one in made.mentions),
        referents=tuple(
            msgspec.convert(
                {"id": own[key], "document": made.document.id, "name": name, "type": kind, "names": (name,)},
                Referent,
            )
            for name, kind in sorted(names.items())
            if (key := f"ref {name}") in used
        ),
    )


def papers(**changed: Sequence[Said]) -> list[Extraction]:
    """All papers; ``a="..."`` gives other rows to a.txt."""
    rows = {**PAPERS, **{f"{name}.txt": said for name, said in changed.items()}}
    return [paper(uri, said) for uri, said in rows.items()]


def ledger_of(extractions: Sequence[Extraction], decisions: Sequence[Decision] = ()) -> Ledger:
    """A ledger in memory, with these decisions, aligned."""
    ledger = Ledger.open(":memory:")
    for extraction in extractions:
        ledger.save(extraction, RUN)
    ledger.decide(decisions)
    flows.realign(ledger, RUN.id)
    return ledger


def after(decisions: Sequence[Decision], extractions: Sequence[Extraction] | None = None) -> Snapshot:
    """The quarrel as it looks with these decisions."""
    ledger = ledger_of(papers() if extractions is None else extractions, decisions)
    seen = ledger.snapshot()
    ledger.close()
    return seen


def desk(decisions: Sequence[Decision] = ()) -> Desk:
    """The quarrel laid out for deciding."""
    return Desk(after(decisions))


def hand(by: str = "Ilse", minute: int = 0, note: str | None = None) -> Signature:
    """Somebody's signature, at a minute of one hour."""
    return Signature(by, f"2024-05-01T12:{minute:02}:00Z", note)


def seen(snapshot: Snapshot) -> Snapshot:
    """What decisions act upon, without the log and its marks."""
    standing = {"standing": "suggested"}
    return replace(
        snapshot,
        decisions=(),
        judged={},
        links=tuple(replace(one, **standing) for one in snapshot.links),
        origins=tuple(replace(one, **standing) for one in snapshot.origins),
    )
