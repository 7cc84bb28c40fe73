"""A ledger somebody has tampered with, or that a bug has damaged, is found out."""

import sqlite3
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.review import making
from sayso.review.desk import Desk
from sayso.review.signature import Signature
from tests.invented import RUN, alignment, extractions

ILSE = Signature("Ilse", "2024-05-01T12:00:00Z", "seen in print")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "l.db"
    with Ledger.open(str(found)) as ledger:
        for extraction in extractions():
            ledger.save(extraction, RUN)
        ledger.replace_alignment(alignment(), RUN)
    return found


def problems(path: Path) -> list[str]:
    with Ledger.open(str(path)) as ledger:
        return list(ledger.verify())


def test_a_sound_ledger_has_no_problems(path: Path) -> None:
    assert problems(path) == []


DAMAGE = {
    "a changed text": ("UPDATE documents SET text = text || '.'", "another text than the one that was read"),
    "a changed quotation": ("UPDATE statements SET text = 'no families'", "quotes other words"),
    "a changed mention": ("UPDATE mentions SET text = 'Somebody'", "quotes other words"),
    "a moved span": ('UPDATE quantities SET start = start + 1', "quotes other words"),
    "a span outside": ('UPDATE mentions SET "end" = 9999', "outside its document"),
    "a span that ends before it begins": ('UPDATE segments SET start = "end" + 1', "outside its document"),
    "a segment too short": ('UPDATE segments SET "end" = start + 3', "outside its segment"),
    "a statement without segment": ("UPDATE statements SET segment = 'seg_x'", "is not in its document"),
    "an unknown voice": ("UPDATE statements SET voice = 'ref_x'", "names ref_x"),
    "a figure of no statement": ("UPDATE quantities SET statement = 'stm_x'", "the statement stm_x"),
    "an unknown run": ("UPDATE mentions SET run = 'run_x'", "made by the run 'run_x'"),
    "an id that is none": ("UPDATE mentions SET id = 'men_' || rowid", "is no id"),
    "a link to nothing": ("UPDATE links SET a = 'stm_x'", "refers to stm_x"),
    "a link's words elsewhere": (
        "UPDATE links SET a_span = json_set(a_span, '$.document', json_extract(b_span, '$.document'))",
        "is not",
    ),
    "a claim of nothing": (
        """UPDATE claims SET statements = '[{"stance":"asserts","statement":"stm_x"}]'""",
        "refers to stm_x",
    ),
    "a lost entity": ("DELETE FROM entities WHERE name = 'Lake Orra'", "stands for names but is not"),
    "a decision on nothing": (
        "INSERT INTO decisions (id, \"on\", decision, by, at) VALUES ('dec_x','clm_x','note','me','now')",
        "its id belongs to other words",
    ),
    "a decision by nobody": (
        "INSERT INTO decisions (id, \"on\", decision, by, at) VALUES ('dec_x','clm_x','note',' ','now')",
        "does not tell who decided when",
    ),
    "an undo of nothing": (
        "INSERT INTO decisions (id, \"on\", decision, by, at) VALUES ('dec_x','dec_y','undo','me','now')",
        "which is not in the ledger",
    ),
    "a decision on no words": (
        "INSERT INTO decisions (id, \"on\", decision, by, at) VALUES ('dec_x','stm_y','reject','me','now')",
        "rests on no words",
    ),
    "a decision of another kind": (
        "INSERT INTO decisions (id, \"on\", decision, by, at) VALUES ('dec_x','stm_y','burn','me','now')",
        "is not of its kind",
    ),
    "a happening of nothing": (
        """INSERT INTO happenings VALUES
        ('hap_x','["evt_x"]',NULL,NULL,'met',NULL,'[]','[]','[]','[]',1.0,'run_x')""",
        "refers to evt_x",
    ),
    "a value of another kind": ("UPDATE statements SET mode = 'shouted'", "is not of its kind"),
    "broken JSON": ("UPDATE links SET a_span = '{'", "is not of its kind"),
    "a row of no document": (
        "INSERT INTO times VALUES ('tim_x','doc_x',NULL,0,1,'x',NULL,'date')",
        "a document that is not in the ledger",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", DAMAGE)
def test_damage_is_told(path: Path, case: str) -> None:
    assert_told(path, *DAMAGE[case])


def assert_told(path: Path, statement: str, words: str) -> None:
    with sqlite3.connect(path) as raw:
        assert raw.execute(statement).rowcount > 0
    found = problems(path)
    assert any(words in problem for problem in found), found


DAMAGED_DECISIONS = {
    "a changed reason": ("UPDATE decisions SET note = 'on a whim'", "its id belongs to other words"),
    "another's name": ("UPDATE decisions SET by = 'Bo'", "its id belongs to other words"),
    "a quotation elsewhere": (
        "UPDATE decisions SET grounds = json_set(grounds, '$[0].start', 1) WHERE decision = 'reject'",
        "quotes other words than",
    ),
    "a lost half of an undo": ("DELETE FROM decisions WHERE decision = 'reject'", "undoes dec_"),
}


@pytest.mark.parametrize("case", DAMAGED_DECISIONS)
def test_damage_to_decisions_is_told(path: Path, case: str) -> None:
    with Ledger.open(str(path)) as ledger:
        link = ledger.snapshot().links[0].id
        ledger.decide([made := making.reject(Desk(ledger.snapshot()), link, ILSE)])
        ledger.decide([making.undo(Desk(ledger.snapshot()), made.id, ILSE)])
    assert problems(path) == []
    assert_told(path, *DAMAGED_DECISIONS[case])


def test_a_ledger_not_aligned_yet_is_sound(tmp_path: Path) -> None:
    with Ledger.open(str(tmp_path / "l.db")) as ledger:
        ledger.save(extractions()[0], RUN)
        assert list(ledger.verify()) == []
