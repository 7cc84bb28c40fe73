"""Invented statements made by hand, so that comparison is tested apart from extraction."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.align.compare.text import Likeness, Rarity, likeness, measure_rarity
from sayso.align.utterance import Utterance, prepare
from sayso.records import (
    Document,
    Entity,
    Extraction,
    Mention,
    Quantity,
    Referent,
    Segment,
    Span,
    Statement,
    Time,
    codec,
    ids,
)
from sayso.records.document import SegmentKind
from sayso.records.entity import EntityType
from sayso.records.statement import Modality, Mode, Polarity

#: The invented world of these tests: names of two quarrelling neighbours and their places.
WORLD: dict[str, tuple[str, EntityType]] = {
    "Norland": ("Norland", "country"),
    "Norlander": ("Norlanders", "group"),
    "Norlanders": ("Norlanders", "group"),
    "Sudria": ("Sudria", "country"),
    "Sudrian": ("Sudrians", "group"),
    "Sudrians": ("Sudrians", "group"),
    "Ostmark": ("Ostmark", "country"),
    "Hillmark": ("Hillmark", "place"),
    "Upper Hillmark": ("Hillmark", "place"),
    "Tolvesh": ("Hillmark", "place"),
    "Portmere": ("Portmere", "place"),
    "Vell": ("Vell", "place"),
    "Anna Brisk": ("Anna Brisk", "person"),
}


@dataclass(frozen=True)
class Said:
    """One statement: its words, who says it, and what is measured and dated in it."""

    text: str
    voice: str = "Ada Holm"
    figures: Sequence[Mapping[str, object]] = ()
    times: Mapping[str, str] = field(default_factory=dict)
    kind: SegmentKind = "body"
    hostile: bool = False
    mode: Mode = "own"
    polarity: Polarity = "asserts"
    modality: Modality = "certain"


def document(uri: str, rows: Sequence[Said], **fields: object) -> Extraction:
    """A document in which each statement is a paragraph and a segment of its own."""
    text = "\n\n".join(row.text for row in rows)
    values: dict[str, object] = {
        "id": ids.derive("doc", uri, text), "uris": (uri,), "media_type": "text/plain",
        "sha256": ids.sha256(text.encode()), "text": text, "language": "en",
    }  # fmt: skip
    of = codec.from_plain(values | fields, Document)
    segments, statements, quantities, times = [], [], [], []
    at = 0
    for order, row in enumerate(rows):
        span = Span(at, at + len(row.text))
        at = span.end + 2
        segment = Segment(
            id=ids.derive("seg", of.id, span), document=of.id, start=span.start, end=span.end,
            order=order, kind=row.kind, speaker=row.voice, hostile=row.hostile,
        )  # fmt: skip
        statement = Statement(
            id=ids.derive("stm", of.id, span), document=of.id, segment=segment.id, content=(span,),
            text=row.text, mode=row.mode, voice=f"ref {row.voice}", voice_name=row.voice,
            polarity=row.polarity, modality=row.modality,
        )  # fmt: skip
        segments.append(segment)
        statements.append(statement)
        quantities += [_quantity(of, statement, figure) for figure in row.figures]
        times += [_time(of, statement, said, edtf) for said, edtf in row.times.items()]
    mentions = _mentions(of)
    return Extraction(
        document=of, segments=tuple(segments), statements=tuple(statements), mentions=mentions,
        referents=_referents(of), quantities=tuple(quantities), times=tuple(times),
    )  # fmt: skip


def _quantity(of: Document, statement: Statement, figure: Mapping[str, object]) -> Quantity:
    start = of.text.index(str(figure["text"]), statement.content[0].start)
    found: dict[str, object] = {
        "id": ids.derive("qty", of.id, start),
        "document": of.id,
        "statement": statement.id,
    }
    found |= {"start": start, "end": start + len(str(figure["text"]))}
    return codec.from_plain(found | {"value": None} | dict(figure), Quantity)


def _time(of: Document, statement: Statement, said: str, edtf: str) -> Time:
    start = of.text.index(said, statement.content[0].start)
    return Time(
        id=ids.derive("tim", of.id, start), document=of.id, statement=statement.id,
        start=start, end=start + len(said), text=said, edtf=edtf,
    )  # fmt: skip


def _mentions(of: Document) -> tuple[Mention, ...]:
    names = "|".join(sorted(map(re.escape, WORLD), key=len, reverse=True))
    return tuple(
        Mention(
            id=ids.derive("men", of.id, found.start()), document=of.id, start=found.start(), end=found.end(),
            text=found.group(), type=WORLD[found.group()][1], entity=f"ref {WORLD[found.group()][0]}",
        )
        for found in re.finditer(rf"\b(?:{names})\b", of.text)
    )  # fmt: skip


def _referents(of: Document) -> tuple[Referent, ...]:
    known = dict(WORLD.values())
    return tuple(
        Referent(id=f"ref {name}", document=of.id, name=name, type=kind, names=(name,))
        for name, kind in known.items()
    )


def entities() -> tuple[Entity, ...]:
    """The entities of the invented world, under their referents' ids."""
    known = dict(WORLD.values())
    return tuple(
        Entity(id=f"ref {name}", name=name, type=kind, names=(name,)) for name, kind in known.items()
    )


def utterances(*extractions: Extraction) -> tuple[Utterance, ...]:
    """All statements made ready, in order of document name and place."""
    found = prepare(extractions, entities(), {})
    return tuple(sorted(found, key=lambda one: (one.source.order, one.span)))


def pair(one: Said | str, other: Said | str, apart: bool = True) -> tuple[Utterance, Utterance, Likeness]:
    """Two statements, of two documents unless told otherwise, and how alike they are."""
    first = one if isinstance(one, Said) else Said(one, "Ada Holm")
    second = other if isinstance(other, Said) else Said(other, "Ben Rook")
    if apart:
        a, b = utterances(document("a.txt", [first]), document("b.txt", [second]))
    else:
        a, b = utterances(document("a.txt", [first, second]))
    return a, b, likeness(a, b, commonplace(a, b))


def commonplace(a: Utterance, b: Utterance) -> Rarity:
    """Rarity as in a collection of a hundred statements, in which only these two speak of the matter."""
    measured = measure_rarity([a, b])
    return Rarity(measured.counts, 100)
