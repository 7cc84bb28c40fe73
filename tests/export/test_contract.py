"""The exported files: exactly the promised fields, the same bytes every time, whole or not at all."""

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.export import csv as tables
from sayso.export import jsonl
from sayso.export.contract import FILES, File, exported
from sayso.export.folder import write
from sayso.export.formats import FORMATS, export
from sayso.ledger import Ledger
from sayso.records import Snapshot
from tests.invented import RUN, alignment, extractions
from tests.strategies import records

#: The outer face, word for word: changed through an issue, never in passing.
PROMISED = {
    "documents": "id uris media_type sha256 text title outlet authors published language derived_from",
    "segments": "id document start end order kind speaker place addresses hostile",
    "statements": "id document segment content text mode source cue voice voice_name chain polarity modality "
    "facets confidence run facet_reasons",
    "mentions": "id document start end text type entity confidence run",
    "entities": "id name type names country metonyms",
    "quantities": "id document statement start end text value low high relation unit of about when",
    "times": "id document statement start end text edtf type",
    "events": "id document statement start end who did to plover facet when where confidence run "
    "status mode context who_country who_sector to_country to_sector",
    "claims": "id proposition facets status statements voices origins silent",
    "links": "id a b relation kind reason a_span b_span independent confidence run",
    "origins": "id document from_document from_name kind score spans confidence run",
    "happenings": "id events plover who did to when where contested reasons confidence run",
    "decisions": "id on decision by at note other field was value version grounds against",
    "refusals": "uri sha256 reason",
    "runs": "id code models configuration",
}


@pytest.fixture
def snapshot(tmp_path: Path) -> Iterator[Snapshot]:
    with Ledger.open(str(tmp_path / "l.db")) as ledger:
        for extraction in extractions():
            ledger.save(extraction, RUN)
        ledger.replace_alignment(alignment(), RUN)
        yield ledger.snapshot()


def test_files_and_fields_are_the_promised_ones(snapshot: Snapshot, tmp_path: Path) -> None:
    export(snapshot, tmp_path / "out", "jsonl")
    assert {p.stem for p in (tmp_path / "out").iterdir()} == set(PROMISED)
    assert {file.name: " ".join(file.fields) for file in FILES} == PROMISED
    for name, fields in PROMISED.items():
        for line in (tmp_path / "out" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            assert set(json.loads(line)) == set(fields.split())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
@given(data=st.data())
@settings(max_examples=20)
def test_any_record_is_one_line_with_every_field(file: File, data: st.DataObject) -> None:
    record = data.draw(records(file.kind))
    line = jsonl.line(record)
    assert line.count(b"\n") == 1
    assert json.loads(line) == json.loads(json.dumps(exported(record)))
    assert set(json.loads(line)) == set(file.fields)


def test_every_span_leads_to_its_words(snapshot: Snapshot) -> None:
    texts = {d.id: d.text for d in snapshot.documents}
    plain = [exported(r) for r in (*snapshot.mentions, *snapshot.quantities)]
    assert len(plain) == 4
    for record in plain:
        assert texts[record["document"]][record["start"] : record["end"]] == record["text"]


def test_confidence_has_three_decimals(snapshot: Snapshot) -> None:
    assert {exported(s)["confidence"] for s in snapshot.statements} == {0.877}


@pytest.mark.parametrize("name", FORMATS)
def test_bytes_are_the_same_every_time(snapshot: Snapshot, tmp_path: Path, name: str) -> None:
    for folder in ("one", "two"):
        export(snapshot, tmp_path / folder, name)
    one = {p.name: p.read_bytes() for p in (tmp_path / "one").iterdir()}
    assert one == {p.name: p.read_bytes() for p in (tmp_path / "two").iterdir()}
    assert len(one) == len(PROMISED)


def test_digest_is_what_sha256sum_says_of_the_files(snapshot: Snapshot, tmp_path: Path) -> None:
    export(snapshot, tmp_path, "jsonl")
    listing = "".join(
        f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}\n" for p in sorted(tmp_path.glob("*.jsonl"))
    )
    assert jsonl.digest(snapshot) == hashlib.sha256(listing.encode()).hexdigest()


CELLS: tuple[tuple[object, str], ...] = (
    (None, ""),
    (True, "true"),
    (25000.0, "25000.0"),
    (-3, "-3"),
    (["a", "b"], "a; b"),
    (("a", "b"), "a; b"),
    ([], ""),
    ([[1, 2]], "[[1,2]]"),
    ({"name": "x"}, '{"name":"x"}'),
    ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
    ("+1", "'+1"),
    ("-2 degrees", "'-2 degrees"),
    ("@sum", "'@sum"),
    ("\tx", "'\tx"),
    (["=1", "b"], "'=1; b"),
    ("plain = text", "plain = text"),
)


@pytest.mark.parametrize(("value", "cell"), CELLS, ids=repr)
def test_cells(value: object, cell: str) -> None:
    assert tables.cell(value) == cell


def test_tables_have_a_heading_and_a_row_a_record(snapshot: Snapshot, tmp_path: Path) -> None:
    export(snapshot, tmp_path, "csv")
    read = {p.stem: list(csv.DictReader(io.StringIO(p.read_text("utf-8")))) for p in tmp_path.glob("*.csv")}
    assert {name: len(rows) for name, rows in read.items() if rows} == {
        "documents": 2, "segments": 3, "statements": 2, "mentions": 2, "entities": 3, "quantities": 2,
        "claims": 1, "links": 1, "runs": 1,
    }  # fmt: skip
    assert {row["text"] for row in read["documents"]} == {d.text for d in snapshot.documents}


def test_an_export_that_fails_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("old")

    def files() -> Iterator[tuple[str, list[bytes]]]:
        yield "a.jsonl", [b"new"]
        raise OSError(28, "No space left on device")

    with pytest.raises(UsageError, match="No space left"):
        write(tmp_path, files())
    assert [p.name for p in tmp_path.iterdir()] == ["a.jsonl"]
    assert (tmp_path / "a.jsonl").read_text() == "old"


def test_other_files_in_the_folder_are_left_alone(snapshot: Snapshot, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    export(snapshot, tmp_path, "jsonl")
    assert (tmp_path / "notes.txt").read_text() == "mine"
