"""Records come back as they went in; each call is kept whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.ledger import Ledger
from sayso.ledger.rows import from_row, to_row
from sayso.ledger.schema import ELSEWHERE, NAMES, OF_ALIGNMENT, OF_DOCUMENT
from sayso.records import Alignment, Document, Extraction, Origin, Record, Refusal, codec
from tests.invented import RUN, alignment, extractions
from tests.strategies import records

replace = msgspec.structs.replace


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(str(tmp_path / "l.db")) as opened:
        yield opened


@pytest.mark.parametrize("kind", list(NAMES), ids=list(NAMES.values()))
@given(data=st.data())
@settings(max_examples=30)
def test_a_record_survives_its_row(kind: type[Record], data: st.DataObject) -> None:
    record = data.draw(records(kind))
    elsewhere = {name: getattr(record, name) for name in ELSEWHERE.get(kind, ())}
    assert from_row(to_row(record), kind, **elsewhere) == record


def unique(found: list[Record]) -> tuple[Record, ...]:
    return tuple({getattr(r, "id", ""): r for r in found}.values())


@st.composite
def any_extraction(draw: st.DrawFn) -> Extraction:
    document = draw(records(Document, id="doc_1"))
    document = replace(document, uris=tuple(sorted(set(document.uris))))
    parts = {
        NAMES[kind]: unique(draw(st.lists(records(kind, document="doc_1"), max_size=3)))
        for kind in OF_DOCUMENT
    }
    return codec.from_plain(
        {"document": codec.to_plain(document)}
        | {k: [codec.to_plain(r) for r in v] for k, v in parts.items()},
        Extraction,
    )


def as_sets(extraction: Extraction) -> dict[str, object]:
    fields = {f: getattr(extraction, f) for f in extraction.__struct_fields__}
    return {f: sorted(map(codec.to_json, v)) if isinstance(v, tuple) else v for f, v in fields.items()}


@given(extraction=any_extraction())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_extraction_comes_back_in_place_of_the_last(ledger: Ledger, extraction: Extraction) -> None:
    known = {uri for e in ledger.extractions() for uri in e.document.uris}
    ledger.save(extraction, RUN)
    (stored,) = ledger.extractions()
    uris = tuple(sorted(known | set(extraction.document.uris)))
    assert as_sets(stored) == as_sets(replace(extraction, document=replace(extraction.document, uris=uris)))


@given(data=st.data())
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_alignment_comes_back(ledger: Ledger, data: st.DataObject) -> None:
    first = extractions()[0]
    ledger.save(first, RUN)
    strategies = [
        (k, records(k, document=first.document.id) if k is Origin else records(k)) for k in OF_ALIGNMENT
    ]
    parts = {NAMES[k]: unique(data.draw(st.lists(one, max_size=3))) for k, one in strategies}
    plain = {name: [codec.to_plain(r) for r in found] for name, found in parts.items()}
    made = codec.from_plain(plain, Alignment)
    ledger.replace_alignment(replace(made, links=(), claims=()), RUN)
    snapshot = ledger.snapshot()
    assert snapshot.entities == tuple(sorted(made.entities, key=lambda r: r.id))
    assert sorted((*snapshot.origins, *snapshot.rejected), key=lambda r: r.id) == sorted(
        made.origins, key=lambda r: r.id
    )
    assert "rejected" not in {one.standing for one in snapshot.origins}


def test_counts(ledger: Ledger) -> None:
    assert ledger.counts() == {"statements": 0, "claims": 0, "conflicts": 0}
    for extraction in extractions():
        ledger.save(extraction, RUN)
    ledger.replace_alignment(alignment(), RUN)
    assert ledger.counts() == {"statements": 2, "claims": 1, "conflicts": 1}


def test_saving_twice_changes_nothing(ledger: Ledger) -> None:
    for _ in range(2):
        for extraction in extractions():
            ledger.save(extraction, RUN)
    assert sorted(ledger.extractions(), key=lambda e: e.document.id) == sorted(
        extractions(), key=lambda e: e.document.id
    )


def test_one_text_under_two_names_is_one_document(ledger: Ledger) -> None:
    first = extractions()[0]
    ledger.save(first, RUN)
    ledger.found_at(replace(first.document, uris=("copy.txt",)))
    (stored,) = ledger.snapshot().documents
    assert stored.uris == ("copy.txt", "gazette_lake.txt")


def test_has_asks_for_the_run_and_the_better_description(ledger: Ledger) -> None:
    first = extractions()[0]
    ledger.save(first, RUN)
    assert ledger.has(first.document, RUN.id)
    assert ledger.has(replace(first.document, uris=("elsewhere.txt",)), RUN.id)
    assert ledger.has(replace(first.document, outlet=None), RUN.id), "what is stored says more"
    assert not ledger.has(replace(first.document, authors=("Ilse Brandt",)), RUN.id), "what is new says more"
    assert not ledger.has(first.document, "run_another")


def test_a_new_document_puts_the_alignment_out_of_date(ledger: Ledger) -> None:
    first, second = extractions()
    ledger.save(first, RUN)
    ledger.replace_alignment(alignment(), RUN)
    assert ledger.aligned_by() == RUN.id
    ledger.save(second, RUN)
    assert ledger.aligned_by() is None


def test_snapshot_speaks_of_entities_and_leaves_the_unresolved_null(ledger: Ledger) -> None:
    for extraction in extractions():
        ledger.save(extraction, RUN)
    before = ledger.snapshot()
    assert [s.voice for s in before.statements] == [None, None]
    made = alignment()
    ledger.replace_alignment(made, RUN)
    after = ledger.snapshot()
    names = {e.id: e.name for e in after.entities}
    assert {names[s.voice or ""] for s in after.statements} == {"Ilse Brandt", "the fishers' union"}
    assert {names[m.entity or ""] for m in after.mentions} == {"Ilse Brandt", "the fishers' union"}
    assert {names[p.entity or ""] for q in after.quantities for p in q.about} == {"Lake Orra"}
    assert after.links == made.links
    assert after.claims == made.claims


def test_links_to_statements_that_are_gone_are_not_shown(ledger: Ledger) -> None:
    first, second = extractions()
    ledger.save(first, RUN)
    ledger.save(second, RUN)
    ledger.replace_alignment(alignment(), RUN)
    ledger.save(replace(second, statements=(), quantities=()), RUN)
    snapshot = ledger.snapshot()
    assert snapshot.links == ()
    assert [s.statement for c in snapshot.claims for s in c.statements] == [first.statements[0].id]


def test_refusals_are_kept_once_until_the_name_can_be_read(ledger: Ledger) -> None:
    refusal = Refusal(uri="gazette_lake.txt", sha256=None, reason="cannot be read")
    other = Refusal(uri="b.txt", sha256="00", reason="is empty")
    for one in (refusal, other, refusal, other):
        ledger.refuse(one)
    assert ledger.snapshot().refusals == (other, refusal)
    ledger.save(extractions()[0], RUN)
    assert ledger.snapshot().refusals == (other,)


def test_a_refused_line_of_standard_input_is_not_forgotten_for_another_of_that_number(ledger: Ledger) -> None:
    first = extractions()[0]
    refusal = Refusal(uri="-#1", sha256="00", reason="is no JSON")
    ledger.refuse(refusal)
    ledger.save(replace(first, document=replace(first.document, uris=("-#1",))), RUN)
    assert ledger.snapshot().refusals == (refusal,)


def test_only_runs_that_made_something_are_told(ledger: Ledger) -> None:
    first = extractions()[0]
    ledger.save(first, replace(RUN, id="run_old"))
    ledger.save(first, RUN)
    assert ledger.snapshot().runs == (RUN,)
