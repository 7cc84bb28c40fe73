"""Where documents and passages of them come from."""

from sayso.align.origin import families, find_origins, find_reprints
from sayso.records import Entity, Extraction, Span, codec
from tests.align.speech import Said, document, utterances

PASSAGE = (
    "the committee of the harbour town met on a grey morning and decided after long debate "
    "to close the old ferry line for good"
)
ARTICLE = [Said(f"In the {n}th year {PASSAGE} because the {n} boats were lost.") for n in range(4, 10)]


def test_two_texts_of_one_author_share_him() -> None:
    one = document("a.txt", [Said("Ships sail")], authors=["Ada Holm"], published="2001")
    other = document("b.txt", [Said("Trains run")], authors=["ADA HOLM"], published="2002")
    (found,) = find_origins([one, other], (), {}, "run")
    assert (found.kind, found.document, found.from_document) == (
        "same-author",
        other.document.id,
        one.document.id,
    )


def test_a_declared_source_outside_the_ledger_stays_a_name() -> None:
    (found,) = find_origins([document("a.txt", [Said("Ships sail")], derived_from="The Gull")], (), {}, "run")
    assert (found.kind, found.from_document, found.from_name) == ("republication", None, "The Gull")


def test_a_declared_source_in_the_ledger_is_found_by_its_outlet() -> None:
    one = document("a.txt", [Said("Ships sail")], derived_from="the gull")
    other = document("b.txt", [Said("Trains run")], outlet="The Gull")
    (found,) = find_origins([one, other], (), {}, "run")
    assert (found.document, found.from_document) == (one.document.id, other.document.id)


def test_nearly_the_same_text_is_a_near_duplicate_and_one_family() -> None:
    one = document("a.txt", ARTICLE, published="2001")
    other = document("b.txt", [*ARTICLE, Said("Printed with thanks.")], published="2002")
    origins = find_origins([one, other], (), {}, "run")
    assert [origin.kind for origin in origins] == ["near-duplicate"]
    family = families([one.document, other.document], origins)
    assert len(set(family.values())) == 1


def test_a_shared_passage_is_found_with_its_place() -> None:
    rest = [
        Said(f"Nothing of {word} was said before in any of the papers of {word}.") for word in "abcdefghijkl"
    ]
    one = document("a.txt", [Said(f"We saw how {PASSAGE}."), *rest[:6]], published="2001")
    other = document("b.txt", [Said(f"They say {PASSAGE}!"), Said("Birds sing"), *rest[6:]], published="2002")
    (found,) = find_origins([one, other], (), {}, "run")
    assert found.kind == "shared-passage"
    (span,) = found.spans
    assert other.document.text[span.start : span.end] == PASSAGE


def test_unrelated_texts_share_no_origin() -> None:
    texts = [document("a.txt", [Said("Ships sail")]), document("b.txt", [Said("Ships sink")])]
    assert find_origins(texts, (), {}, "run") == ()


def test_a_statement_printed_again_by_the_same_author_is_a_reprint() -> None:
    said = utterances(
        document("a.txt", [Said("The ferry line was closed for good")], authors=["Ada Holm"]),
        document("b.txt", [Said("The ferry line was closed for good")], authors=["Ada Holm"], title="Again"),
        document("c.txt", [Said("The ferry line was closed for good")], authors=["Ben Rook"], title="Mine"),
    )
    first, second, _ = said
    assert find_reprints(said, {}) == {second.statement.id: first.statement.id}


def test_an_office_cited_by_two_documents_is_an_origin_of_both() -> None:
    rows = [Said("the wells are dry", "Water Board", mode="indirect")]
    plain = [codec.to_plain(document(f"{n}.txt", [*rows, Said(f"Text {n}")])) for n in range(2)]
    for one in plain:
        one["statements"][0]["source"] = [[0, 3]]
    board = Entity(id="ref Water Board", name="Water Board", type="organisation")
    found = find_origins([codec.from_plain(one, Extraction) for one in plain], (board,), {}, "run")
    assert {(origin.kind, origin.from_name, origin.spans) for origin in found} == {
        ("cites", "Water Board", (Span(0, 3),))
    }
