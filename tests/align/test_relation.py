"""Links: their words, their order, and names, replies and contrasts."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.align.alignment import align
from sayso.align.blocking import WIDEST, candidate_pairs
from sayso.align.compare.answer import compare_answers
from sayso.align.compare.contrast import compare_contrast
from sayso.align.compare.naming import compare_names
from sayso.align.compare.reply import compare_replies
from sayso.align.compare.text import likeness, measure_rarity
from sayso.align.relation import find_relations
from sayso.align.silence import Speech, silent_voices
from sayso.records import Span, codec
from tests.align.speech import Said, document, pair, utterances

QUARREL = [
    document("a.txt", [
        Said("Hillmark is occupied Sudrian land", "Ada Holm"),
        Said("Sudria is tolerant of every faith", "Ada Holm"),
        Said("Almost 20 percent of Sudrian land is held by Norland", "Ada Holm"),
    ]),
    document("b.txt", [
        Said("The Norlanders defend their native Hillmark against Sudria", "Ben Rook"),
        Said("Sudria is one of the worst human rights abusing states", "Ben Rook"),
    ], title="Reply"),
    document("c.txt", [
        Said("They have always called it Tolvesh", "Cy Low"),
        Said("Hillmark is a quiet region", "Dee Marsh"),
    ], title="Names"),
]  # fmt: skip


def test_links_do_not_depend_on_the_order_of_documents() -> None:
    whole = align(QUARREL, "run")
    shuffled = list(QUARREL)
    random.Random(7).shuffle(shuffled)
    assert align(shuffled, "run") == whole
    assert whole.links


def test_words_of_a_link_stand_where_it_says_and_its_reason_quotes_them() -> None:
    texts = {one.document.id: one.document.text for one in QUARREL}
    for link in align(QUARREL, "run").links:
        for side in (link.a_span, link.b_span):
            assert texts[side.document][side.start : side.end].strip()
        assert link.reason.endswith(".")
        assert (link.a_span.document, link.a_span.start) <= (link.b_span.document, link.b_span.start)


def test_two_names_of_one_place_by_two_voices_are_a_naming_conflict() -> None:
    kinds = {(one.kind, one.confidence > 0.6) for one in compare_names(utterances(*QUARREL))}
    assert kinds == {("naming", True)}


def test_a_longer_form_of_a_name_is_no_other_name() -> None:
    one = document("a.txt", [Said("Upper Hillmark is quiet", "Ada Holm")])
    other = document("b.txt", [Said("Hillmark is quiet", "Ben Rook")])
    assert list(compare_names(utterances(one, other))) == []


def test_an_adversative_sets_two_sources_against_each_other() -> None:
    text = "Norlanders call the valley Tolvesh, but Sudrians know it as Hillmark"
    extraction = document("a.txt", [Said(text)])
    plain = codec.to_plain(extraction)
    first, second = text.index("the valley"), text.index("it as")
    told = plain["statements"][0] | {"mode": "indirect"}
    sudrians = text.index("Sudrians")
    plain["statements"] = [
        told | {"id": "one", "content": [[first, text.index(",")]], "source": [[0, 10]], "voice": "n"},
        told
        | {"id": "two", "content": [[second, len(text)]], "source": [[sudrians, second - 6]], "voice": "s"},
    ]
    a, b = utterances(codec.from_plain(plain, type(extraction)))
    found = compare_contrast(a, b, likeness(a, b, measure_rarity([a, b])))
    assert found is not None
    assert found.kind == "naming"
    assert found.a_words == Span(0, text.index(","))


def test_a_comment_that_takes_up_and_turns_words_answers_them() -> None:
    article = Said("The club paid every worker of the old stadium", "Ada Holm")
    comment = Said(
        "You never paid every worker of the old stadium", "commenter 1", kind="comment", polarity="denies"
    )
    a, b, like = pair(article, comment, apart=False)
    found = compare_replies(a, b, like)
    assert found is not None
    assert found.relation == "rebuts"


def test_an_author_answers_the_argument_he_reports() -> None:
    reported = Said("Some say that the mine poisoned the river", "activists", mode="indirect")
    extraction = document("a.txt", [reported, Said("Such an argument ignores the upper farms", "Ada Holm")])
    one = extraction.segments[0].id
    plain = codec.to_plain(extraction)
    plain["statements"][1]["segment"] = one
    a, b = utterances(codec.from_plain(plain, type(extraction)))
    found = compare_answers(a, b)
    assert found is not None
    assert (found.relation, found.b.statement.voice_name) == ("rebuts", "Ada Holm")


def test_comments_of_another_document_are_no_answer() -> None:
    comment = Said(
        "You never paid every worker of the old stadium", "commenter 1", kind="comment", polarity="denies"
    )
    a, b, like = pair(Said("The club paid every worker of the old stadium", "Ada Holm"), comment)
    assert compare_replies(a, b, like) is None


def test_a_key_shared_by_too_many_makes_no_pairs() -> None:
    rows = [Said("zinc", "voice"), Said("lead", "voice")] + [Said("tin", f"v {n}") for n in range(WIDEST + 1)]
    said = utterances(document("a.txt", rows))
    assert candidate_pairs(said) == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=5))
def test_ugly_text_is_survived(texts: list[str]) -> None:
    rows = [Said(text, f"voice {n}") for n, text in enumerate(texts)]
    found = find_relations(utterances(document("a.txt", rows)), {}, "run")
    assert all(0 <= link.confidence < 1 for link in found)


def test_who_speaks_of_the_matter_elsewhere_is_silent_here() -> None:
    said = utterances(
        document("a.txt", [Said("Sudria is tolerant", "Ada Holm")]),
        document("b.txt", [Said("Sudria is big", "Ben Rook"), Said("Sudria is wet", "Ben Rook")], title="b"),
        document("c.txt", [Said("Norland is dry", "Cy Low"), Said("Norland is flat", "Cy Low")], title="c"),
    )
    assert silent_voices(said[:1], Speech.of(said)) == ("ref Ben Rook",)
