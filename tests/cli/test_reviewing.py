"""``sayso review`` from end to end on examples/lake-quarrel, and its words for wrong use."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from sayso.ledger import Ledger
from tests.cli.conftest import Sayso
from tests.cli.test_bad_input import one_sentence
from tests.invented import alignment, extractions

LINK = alignment().links[0].id
LAKE = next(e.id for e in alignment().entities if e.name == "Lake Orra")
STATEMENT = extractions()[0].statements[0].id
FIGURE = extractions()[0].quantities[0].id


@pytest.fixture
def lake(example_ledger: Ledger, tmp_path: Path) -> Path:
    """A copy of the example ledger."""
    path = tmp_path / "lake.db"
    with sqlite3.connect(example_ledger.name) as source, sqlite3.connect(path) as copy:
        source.backup(copy)
    return path


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_link_is_taken_from_the_queue_rejected_shown_and_brought_back(sayso: Sayso, lake: Path) -> None:
    def at(*arguments: object) -> str:
        done = sayso(*arguments, "--ledger", lake)
        assert done.code == 0, done.err
        return done.out

    before = at("conflicts", "--json")
    queue = lines(at("review", "queue", "--json"))
    link = next(one for one in queue if one["kind"].startswith("conflicts"))
    (made,) = lines(at("review", "reject", link["record"], "--by", "Ilse", "--note", "other wells", "--json"))
    assert (made["on"], made["decision"], made["by"]) == (link["record"], "reject", "Ilse")
    assert link["record"] not in {one["record"] for one in lines(at("review", "queue", "--json"))}
    assert link["record"] not in at("conflicts", "--json")
    shown = json.loads(at("show", link["record"], "--json"))
    assert "rejected by Ilse" in shown["judgement"][0]
    assert "in force" in at("review", "list")
    assert at("verify") == "all well\n"
    at("review", "undo", made["id"], "--by", "Ilse")
    assert [one["state"] for one in lines(at("review", "list", "--json"))] == ["undone", "in force"]
    assert at("conflicts", "--json") == before
    assert at("verify") == "all well\n"


def test_decisions_leave_one_ledger_and_enter_another(sayso: Sayso, lake: Path, tmp_path: Path) -> None:
    queue = lines(sayso("review", "queue", "--json", "--ledger", lake).out)
    link, statement = (next(o for o in queue if o["kind"].startswith(k)) for k in ("conflicts", "statement"))
    at = ("--by", "Ilse", "--ledger", lake)
    other = tmp_path / "other.db"
    with sqlite3.connect(lake) as source, sqlite3.connect(other) as copy:
        source.backup(copy)
    assert sayso("review", "accept", link["record"], *at).code == 0
    assert sayso("review", "edit", statement["record"], "modality", "hypothetical", *at).code == 0
    assert sayso("review", "note", statement["record"], "ask the archive", *at).code == 0
    sayso("export", tmp_path / "out", "--ledger", lake)
    taken = sayso("review", "import", tmp_path / "out" / "decisions.jsonl", "--ledger", other)
    assert (taken.code, taken.out) == (0, "3 new, 0 known already, 0 refused\n")
    assert sayso("digest", "--ledger", other).out == sayso("digest", "--ledger", lake).out
    again = sayso("review", "import", tmp_path / "out" / "decisions.jsonl", "--ledger", other)
    assert again.out == "0 new, 3 known already, 0 refused\n"


def test_reviewers_who_differ_are_shown(sayso: Sayso, quarrel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_LEDGER", str(quarrel))
    monkeypatch.setenv("SAYSO_REVIEWER", "Ilse")
    assert sayso("review", "edit", STATEMENT[:14], "polarity", "questions").code == 0
    assert sayso("review", "edit", STATEMENT, "polarity", "denies", "--by", "Bo").code == 0
    states = lines(sayso("review", "list", "--json").out)
    assert [(one["by"], one["state"]) for one in states] == [("Ilse", "disputed"), ("Bo", "disputed")]
    first = lines(sayso("review", "queue", "--json").out)[0]
    assert (first["record"], first["standing"]) == (STATEMENT, "disputed")


def test_a_confirmed_conflict_says_who_confirmed_it(sayso: Sayso, quarrel: Path) -> None:
    with Ledger.open(str(quarrel)) as ledger:
        (link,) = (one.id for one in ledger.snapshot().links)
    assert sayso("review", "accept", link, "--by", "Ilse", "--ledger", quarrel).code == 0
    (point,) = lines(sayso("conflicts", "--json", "--ledger", quarrel).out)
    assert point["judgement"][0].startswith("accepted by Ilse")
    assert "accepted by Ilse" in sayso("conflicts", "--ledger", quarrel).out


def test_an_edit_is_shown_with_what_was_read(sayso: Sayso, quarrel: Path) -> None:
    at = ("--ledger", quarrel, "--by", "Ilse")
    done = sayso("review", "edit", FIGURE, "value", "430", *at)
    assert "value 400.0 -> 430.0" in done.out
    shown = sayso("show", FIGURE, "--ledger", quarrel).out
    assert "value set to 430.0 by Ilse" in shown
    assert "value was read as 400.0" in shown
    assert "400 families" in shown, "the words stay"


def test_a_file_with_altered_lines_is_refused_line_by_line(
    sayso: Sayso, quarrel: Path, tmp_path: Path
) -> None:
    sayso("review", "reject", LINK, "--by", "Ilse", "--ledger", quarrel)
    sayso("export", tmp_path / "out", "--ledger", quarrel)
    good = (tmp_path / "out" / "decisions.jsonl").read_text(encoding="utf-8")
    lost = good.replace('"reject"', '"undo"')
    file = tmp_path / "mixed.jsonl"
    file.write_text(f"{good}{good.replace('Ilse', 'Bo')}\nno json\n{lost}", encoding="utf-8")
    done = sayso("review", "import", file, "--ledger", quarrel)
    assert (done.code, done.out) == (1, "0 new, 1 known already, 3 refused\n")
    assert [f"mixed.jsonl#{n}" in done.err for n in (1, 2, 4, 5)] == [False, True, True, True]


WRONG_USE = (
    (("accept", "lnk_zzz"), "lnk_zzz"),
    (("reject", LAKE), "split a name off it"),
    (("accept", extractions()[0].document.id), "a document cannot be accepted"),
    (("edit", STATEMENT, "text", "No families"), "evidence is never changed"),
    (("edit", STATEMENT, "polarity", "shouts"), "asserts, denies, questions"),
    (("edit", STATEMENT, "polarity", "asserts"), "already"),
    (("edit", FIGURE, "value", "many"), "a number"),
    (("edit", FIGURE, "when", "yesterday"), "EDTF"),
    (("edit", LINK, "kind", "date"), "cannot be edited"),
    (("merge", LAKE, STATEMENT), "two entities or two claims"),
    (("merge", LAKE, LAKE), "twice"),
    (("split", LAKE, "Lake Como"), "Lake Como"),
    (("split", alignment().claims[0].id, LINK), "one of its several statements"),
    (("split", LINK, STATEMENT), "give an entity or a claim"),
    (("note", LINK, " "), "needs words"),
    (("undo", LINK), "is no decision"),
)


@pytest.mark.parametrize(("arguments", "told"), WRONG_USE, ids=lambda value: str(value)[:60])
def test_wrong_use_is_told_in_one_sentence(
    sayso: Sayso, quarrel: Path, arguments: tuple[str, ...], told: str
) -> None:
    done = sayso("review", *arguments, "--by", "Ilse", "--ledger", quarrel)
    assert done.code == 2
    assert one_sentence(done.err), done.err
    assert told in done.err
    assert sayso("review", "list", "--ledger", quarrel).out == "nothing decided yet\n"


def test_somebody_must_decide(sayso: Sayso, quarrel: Path) -> None:
    done = sayso("review", "accept", LINK, "--ledger", quarrel)
    assert done.code == 2
    assert "SAYSO_REVIEWER" in done.err


def test_what_is_undone_is_not_undone_twice(sayso: Sayso, quarrel: Path) -> None:
    at = ("--by", "Ilse", "--ledger", quarrel)
    (made,) = lines(sayso("review", "accept", LINK, "--json", *at).out)
    (back,) = lines(sayso("review", "undo", made["id"], "--json", *at).out)
    done = sayso("review", "undo", made["id"], *at)
    assert done.code == 2
    assert back["id"] in done.err
