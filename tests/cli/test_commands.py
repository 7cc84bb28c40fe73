"""What each command prints."""

import json
from pathlib import Path

import pytest

from sayso.export.contract import FILES
from sayso.ledger import Ledger
from tests.cli.conftest import Sayso
from tests.invented import RUN, alignment, extractions


def test_conflicts_sets_the_answers_side_by_side(sayso: Sayso, quarrel: Path) -> None:
    out = " ".join(sayso("--ledger", quarrel, "conflicts").out.split())
    for words in (
        "number",
        "400 families “400 families fish on Lake Orra” Mayor Ilse Brandt, gazette body, 4 March 2021",
        "about 250 families “About 250 families fish on Lake Orra” the fishers' union, times body, June 2023",
        "one counts 400 families, the other about 250",
    ):
        assert words in out


def test_conflicts_as_json_has_the_address_of_each_answer(sayso: Sayso, quarrel: Path) -> None:
    (point,) = map(json.loads, sayso("--ledger", quarrel, "conflicts", "--json").out.splitlines())
    assert point["kind"] == "number"
    texts = {e.document.id: e.document.text for e in extractions()}
    said = [s for answer in point["answers"] for s in answer["statements"]]
    assert len(said) == 2
    for one in said:
        assert texts[one["document"]][one["start"] : one["end"]] == one["text"]


FILTERS = (
    (("--about", "Lake Orra"), 1),
    (("--about", "the lake"), 1),
    (("--about", "Ilse Brandt"), 0),  # she speaks, but nobody speaks of her
    (("--voice", "Ilse Brandt"), 1),
    (("--voice", "Mayor Ilse Brandt"), 1),
    (("--facet", "communities_heritage"), 1),
    (("--since", "2022"), 1),
    (("--since", "2024"), 0),
    (("--until", "2021-03"), 1),
    (("--until", "1990"), 0),
    (("--since", "2021-04", "--until", "2022"), 0),
)


@pytest.mark.parametrize("command", ["conflicts", "claims"])
@pytest.mark.parametrize(("options", "count"), FILTERS, ids=str)
def test_filters(sayso: Sayso, quarrel: Path, command: str, options: tuple[str, ...], count: int) -> None:
    done = sayso("--ledger", quarrel, command, *options, "--json")
    assert done.code == 0
    assert len(done.out.splitlines()) == count


def test_claims_as_json_are_the_exported_records(sayso: Sayso, quarrel: Path) -> None:
    (claim,) = map(json.loads, sayso("--ledger", quarrel, "claims", "--json").out.splitlines())
    assert claim["id"] == alignment().claims[0].id
    assert set(claim) == set(next(file.fields for file in FILES if file.name == "claims"))


def test_claims_show_who_stands_where(sayso: Sayso, quarrel: Path) -> None:
    out = " ".join(sayso("--ledger", quarrel, "claims").out.split())
    assert "2 contested “400 families fish on Lake Orra” ● Mayor Ilse Brandt, gazette body" in out


@pytest.mark.parametrize("kind", ["statements", "claims", "links", "entities", "documents", "quantities"])
def test_show_prints_any_record_with_what_is_linked(sayso: Sayso, quarrel: Path, kind: str) -> None:
    plain = sayso("--ledger", quarrel, "export", quarrel.parent / "out")
    assert plain.code == 0
    first = json.loads((quarrel.parent / "out" / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()[0])
    shown = sayso("--ledger", quarrel, "show", first["id"])
    assert first["id"] in shown.out
    sheet = json.loads(sayso("--ledger", quarrel, "show", first["id"][:12], "--json").out)
    assert sheet["record"] == first
    assert sheet["kind"] == kind
    assert sheet["linked"], f"something is linked to every one of the {kind}"


def test_search_finds_words_in_any_case_and_form_of_letter(sayso: Sayso, quarrel: Path) -> None:
    found = sayso("--ledger", quarrel, "search", "FAMILIES", "órra", "--json").out.splitlines()
    assert {json.loads(line)["id"] for line in found} == {e.statements[0].id for e in extractions()}
    assert sayso("--ledger", quarrel, "search", "submarine").out == "nothing found\n"
    assert sayso("--ledger", quarrel, "search", '"AND (', "OR*").code == 0


def test_search_takes_filters(sayso: Sayso, quarrel: Path) -> None:
    found = sayso("--ledger", quarrel, "search", "families", "--since", "2022", "--json").out
    assert json.loads(found)["id"] == extractions()[1].statements[0].id


def test_status_counts(sayso: Sayso, quarrel: Path) -> None:
    counts = json.loads(sayso("--ledger", quarrel, "status", "--json").out)
    assert (counts["documents"], counts["statements"], counts["voices"]) == (2, 2, 2)
    assert (counts["claims"], counts["conflicts"], counts["aligned"]) == (1, 1, True)
    assert "documents" in sayso("--ledger", quarrel, "status").out


def test_the_ledger_may_be_named_before_after_or_in_the_environment(
    sayso: Sayso, quarrel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sayso("--ledger", quarrel, "digest").out
    assert sayso("digest", "--ledger", quarrel).out == before
    assert sayso("--ledger", "elsewhere.db", "digest", "--ledger", quarrel).out == before
    monkeypatch.setenv("SAYSO_LEDGER", str(quarrel))
    assert sayso("digest").out == before
    assert len(before.strip()) == 64


@pytest.mark.parametrize("command", ["claims", "conflicts", "digest"])
def test_a_comparison_that_was_cut_off_is_told(sayso: Sayso, quarrel: Path, command: str) -> None:
    with Ledger.open(str(quarrel)) as ledger:
        ledger.save(extractions()[0], RUN)
    done = sayso("--ledger", quarrel, command)
    assert done.code == 0
    assert "run sayso add again" in done.err
    assert "run sayso add again" in sayso("--ledger", quarrel, "status").out


def test_verify_says_all_well(sayso: Sayso, quarrel: Path) -> None:
    done = sayso("--ledger", quarrel, "verify")
    assert (done.code, done.out) == (0, "all well\n")


def test_a_dossier_is_written_in_the_format_of_its_name(sayso: Sayso, quarrel: Path) -> None:
    page, text = quarrel.parent / "d.html", quarrel.parent / "d.md"
    assert sayso("--ledger", quarrel, "dossier", "Lake Orra", "-o", page).code == 0
    assert page.read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")
    assert sayso("--ledger", quarrel, "dossier", "Lake Orra", "-o", text).code == 0
    assert "Lake Orra" in text.read_text(encoding="utf-8")


def test_show_tells_why_names_of_an_entity_were_taken_for_one(sayso: Sayso, tmp_path: Path) -> None:
    told = ("Linda Okafor said that fighting went on in {}.", "The road to {} was closed in the spring.")
    for number, town in enumerate(("Tessenberg", "Tessenburg")):
        text = "\n\n".join(told).replace("{}", town)
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    ledger = tmp_path / "why.db"
    sayso("--ledger", ledger, "add", tmp_path / "0.txt", tmp_path / "1.txt")
    sayso("--ledger", ledger, "export", tmp_path / "out")
    lines = (tmp_path / "out" / "entities.jsonl").read_text(encoding="utf-8").splitlines()
    merged = {}
    for entity in map(json.loads, lines):
        shown = json.loads(sayso("--ledger", ledger, "show", entity["id"], "--json").out)
        merged[entity["name"]] = shown["merged"]
    assert merged["Linda Okafor"] == ["1.00  both are called “linda okafor”"]
    assert "“tessenberg” against “tessenburg”" in merged[min(name for name in merged if "Tess" in name)][0]
    assert "taken for one because" in sayso("--ledger", ledger, "show", entity["id"]).out
