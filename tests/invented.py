"""A small invented quarrel as hand-made records: two papers on how many families fish a lake."""

from dataclasses import dataclass
from typing import Literal

from sayso.records import (
    Alignment,
    ChainLink,
    Claim,
    ClaimStatement,
    Document,
    Entity,
    Extraction,
    Link,
    Mention,
    Party,
    Place,
    Quantity,
    Referent,
    Run,
    Segment,
    Span,
    Statement,
    ids,
)
from tests import factories

RUN = Run(id=ids.derive("run", "test"), code="0", models={"none": "1"}, configuration="default")

GAZETTE = "Lake families\nMayor Ilse Brandt said that 400 families fish on Lake Orra. The lake froze in 1991."
TIMES = "About 250 families fish on Lake Orra, the fishers' union says."


@dataclass(frozen=True)
class Reading:
    """What intake hands over."""

    document: Document
    segments: tuple[Segment, ...]


def readings() -> list[Reading]:
    """Both papers, read but not extracted from."""
    gazette = factories.document(
        GAZETTE,
        uris=("gazette_lake.txt",),
        title="Lake families",
        outlet="Orra Gazette",
        published="2021-03-04",
    )
    times = factories.document(TIMES, uris=("times_lake.txt",), outlet="Shore Times", published="2023-06")
    title = factories.segment(gazette, "title", end=13)
    body = factories.segment(gazette, start=14, order=1)
    return [Reading(gazette, (title, body)), Reading(times, (factories.segment(times),))]


def place(text: str, words: str) -> Span:
    """Where the words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def _referent(document: Document, name: str, kind: Literal["person", "place"]) -> Referent:
    return Referent(
        id=ids.derive("ref", document.id, name), document=document.id, name=name, type=kind, names=(name,)
    )


def _statement(reading: Reading, content: str, voice: Referent, cue: str) -> Statement:
    document, span = reading.document, place(reading.document.text, content)
    return Statement(
        id=ids.derive("stm", document.id, span),
        document=document.id,
        segment=reading.segments[-1].id,
        content=(span,),
        text=content,
        mode="indirect",
        source=(place(document.text, voice.name),),
        cue=(place(document.text, cue),),
        voice=voice.id,
        voice_name=voice.name,
        chain=(
            ChainLink(role="outlet", entity=None, name=document.outlet or ""),
            ChainLink(role="source", entity=voice.id, name=voice.name),
        ),
        facets=("communities_heritage",),
        confidence=0.87654,
        run=RUN.id,
    )


def _mention(document: Document, of: Referent) -> Mention:
    where = place(document.text, of.name)
    return Mention(
        id=ids.derive("men", document.id, where),
        document=document.id,
        start=where.start,
        end=where.end,
        text=of.name,
        type=of.type,
        entity=of.id,
        run=RUN.id,
    )


def _figure(statement: Statement, document: Document, figure: tuple[str, float], lake: Referent) -> Quantity:
    where = place(document.text, figure[0])
    return Quantity(
        id=ids.derive("qty", document.id, where),
        document=document.id,
        statement=statement.id,
        start=where.start,
        end=where.end,
        text=figure[0],
        value=figure[1],
        relation="~" if figure[0].startswith("About") else "=",
        unit="families",
        of="families",
        about=(Party(entity=lake.id, name=lake.name),),
    )


def _extraction(
    reading: Reading, content: str, said: tuple[str, str], figure: tuple[str, float]
) -> Extraction:
    """``said`` is the source and the cue; ``figure`` its words and value."""
    document = reading.document
    speaker, lake = _referent(document, said[0], "person"), _referent(document, "Lake Orra", "place")
    statement = _statement(reading, content, speaker, said[1])
    return Extraction(
        document=document,
        segments=reading.segments,
        statements=(statement,),
        mentions=(_mention(document, speaker),),
        referents=tuple(sorted((speaker, lake), key=lambda r: r.id)),
        quantities=(_figure(statement, document, figure, lake),),
    )


def extractions() -> tuple[Extraction, Extraction]:
    """What both papers say."""
    gazette, times = readings()
    mayor, union = ("Mayor Ilse Brandt", "said that"), ("the fishers' union", "says")
    return (
        _extraction(gazette, "400 families fish on Lake Orra", mayor, ("400 families", 400)),
        _extraction(times, "About 250 families fish on Lake Orra", union, ("About 250 families", 250)),
    )


def alignment() -> Alignment:
    """That they contradict each other."""
    both = extractions()
    a, b = (e.statements[0] for e in both)
    lake = Entity(
        id=ids.derive("ent", "Lake Orra"), name="Lake Orra", type="place", names=("Lake Orra", "the lake")
    )
    mayor = Entity(
        id=ids.derive("ent", "Ilse Brandt"), name="Ilse Brandt", type="person", names=("Mayor Ilse Brandt",)
    )
    union = Entity(id=ids.derive("ent", "union"), name="the fishers' union", type="organisation")
    by_name = {"Lake Orra": lake.id, "Mayor Ilse Brandt": mayor.id, "the fishers' union": union.id}
    return Alignment(
        entities=tuple(sorted((lake, mayor, union), key=lambda e: e.id)),
        resolution={r.id: by_name[r.name] for e in both for r in e.referents},
        claims=(
            Claim(
                id=ids.derive("clm", a.id, b.id),
                proposition=a.text,
                facets=("communities_heritage",),
                status="contested",
                statements=tuple(ClaimStatement(statement=s.id, stance="asserts") for s in (a, b)),
                voices=2,
                origins=2,
            ),
        ),
        links=(
            Link(
                id=ids.link("conflicts", "number", a.id, b.id),
                a=a.id,
                b=b.id,
                relation="conflicts",
                kind="number",
                reason="one counts 400 families, the other about 250",
                a_span=Place(document=a.document, start=a.content[0].start, end=a.content[0].end),
                b_span=Place(document=b.document, start=b.content[0].start, end=b.content[0].end),
                independent=True,
                confidence=0.9,
                run=RUN.id,
            ),
        ),
    )
