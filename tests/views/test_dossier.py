import pytest

from sayso.errors import UsageError
from sayso.records import Snapshot
from sayso.views.actors import Concern, find_actor, most_mentioned
from sayso.views.dossier import Dossier, build

HEADINGS = {"conflict": "Conflict", "trade_energy": "Trade and energy", "diplomacy": "Diplomacy"}


@pytest.fixture(scope="module")
def dossier(example_snapshot: Snapshot) -> Dossier:
    return build(example_snapshot, ["Karvonia", "Belmere"], HEADINGS)


def test_the_two_spoken_of_most_are_the_default(example_snapshot: Snapshot) -> None:
    assert {actor.name for actor in most_mentioned(example_snapshot)} == {"Karvonia", "Belmere"}


def test_an_unknown_name_is_refused_with_the_nearest(example_snapshot: Snapshot) -> None:
    with pytest.raises(UsageError, match="Karvonia"):
        find_actor(example_snapshot, "Karvonya")


def test_statements_concern_the_actors_named_in_their_words(example_snapshot: Snapshot) -> None:
    belmere = find_actor(example_snapshot, "Belmere")
    weights = Concern(example_snapshot).weights(example_snapshot.statements, [belmere])
    texts = [s.text for s in example_snapshot.statements if weights[s.id] >= 1]
    assert texts
    assert all("Belmer" in text for text in texts)


def test_figures_that_differ_stand_side_by_side(dossier: Dossier) -> None:
    values = {answer.value for point in dossier.contested for answer in point.answers}
    assert {"4,200 families", "about 2,500 families"} <= values


def test_every_note_holds_the_words_quoted(dossier: Dossier) -> None:
    entries = [e for p in dossier.contested for a in p.answers for e in a.entries]
    entries += [e for section in dossier.facets for e in section.entries]
    assert entries
    for entry in entries:
        passage = " ".join(entry.note.document.text[entry.note.start : entry.note.end].split())
        for piece in entry.quote.split(" … "):
            assert piece.strip() in passage


def test_hostile_speech_is_folded_away(dossier: Dossier) -> None:
    open_quotes = [e.quote for section in dossier.facets for e in section.entries]
    open_quotes += [e.quote for p in dossier.contested for a in p.answers for e in a.entries]
    assert not any("vermin" in quote for quote in open_quotes)


def test_moments_are_in_order_and_never_the_day_of_writing(dossier: Dossier) -> None:
    times = [moment.edtf for moment in dossier.timeline]
    assert "1974" in times
    assert "1976" in times
    assert times.index("1974") < times.index("1976")


def test_the_source_texts_are_whole(dossier: Dossier) -> None:
    for source in dossier.sources:
        assert "".join(piece.text for piece in source.pieces) == source.document.text


def test_an_unread_language_is_named(dossier: Dossier) -> None:
    assert [document.language for document in dossier.unread] == ["de"]


def test_a_republication_is_named(dossier: Dossier) -> None:
    assert any(descent.kind == "republication" for descent in dossier.descents)
