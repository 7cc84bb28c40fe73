from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.attribution import Attribution
from sayso.extract.entity import Naming
from sayso.extract.statement import make_statements
from sayso.parse import ParsedDocument
from sayso.records import Span, Statement
from tests.factories import document, parsed, parser, segment


def place(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start, start + len(words)),)


def said(
    text: str, source: str | None, cue: str, content: str, mode: Any = "indirect", parent: int | None = None
) -> Attribution:
    return Attribution(
        place(text, source) if source else (), place(text, cue), place(text, content), mode, 0.9, parent
    )


def read(text: str, kind: Any = "body", speaker: str | None = None, **fields: object) -> ParsedDocument:
    of = document(text, **fields)
    return parser().parse(of, [segment(of, kind=kind, speaker=speaker)])


def only(found: tuple[Statement, ...]) -> Statement:
    assert len(found) == 1
    return found[0]


REPORT = "The mayor said that the engineer denied that the bridge was sold in 1999."


def nested(text: str) -> tuple[Attribution, ...]:
    return (
        said(text, "The mayor", "said", "the engineer denied that the bridge was sold in 1999"),
        said(text, "the engineer", "denied", "the bridge was sold in 1999", parent=0),
    )


def test_chain_runs_from_outlet_over_author_to_the_innermost_source() -> None:
    page = read(REPORT, speaker="Ada Stone", outlet="The Ketra Post")
    inner = make_statements(page, Naming(), nested(REPORT), "run_1")[-1]
    assert [(link.role, link.name) for link in inner.chain] == [
        ("outlet", "The Ketra Post"),
        ("author", "Ada Stone"),
        ("source", "The mayor"),
        ("source", "the engineer"),
    ]


def test_a_nested_attribution_knows_its_parent() -> None:
    page = read(REPORT)
    outer, inner = make_statements(page, Naming(), nested(REPORT), "run_1")
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert inner.polarity == "denies"


def test_a_parent_that_is_no_statement_is_not_named() -> None:
    page = read(REPORT)
    astray = Attribution((), (), (Span(900, 910),), "direct", 1.0)
    inner = said(REPORT, "the engineer", "denied", "the bridge was sold in 1999", parent=0)
    found = [one for one in make_statements(page, Naming(), (astray, inner), "run_1") if one.mode != "own"]
    assert [one.parent for one in found] == [None]


def test_parents_in_a_ring_end() -> None:
    page = read(REPORT)
    outer, inner = nested(REPORT)
    ring = (Attribution(outer.source, outer.cue, outer.content, "indirect", 1.0, 1), inner)
    assert len(make_statements(page, Naming(), ring, "run_1")) == 2


def test_an_attribution_to_nobody_is_named_honestly() -> None:
    text = "The hill is believed to be the oldest fort on the coast."
    found = make_statements(
        parsed(text),
        Naming(),
        (said(text, None, "is believed", "to be the oldest fort on the coast"),),
        "run_1",
    )
    belief = next(one for one in found if one.mode != "own")
    assert (belief.voice, belief.voice_name) == (None, "unnamed (general belief)")
    assert belief.modality == "hedged"


def test_own_statements_are_the_segment_speakers() -> None:
    page = read("The mine closed in 1994.", "comment", "commenter 3")
    one = only(make_statements(page, Naming(speakers={"commenter 3": "ref_3"}), (), "run_1"))
    assert (one.voice, one.voice_name, one.mode) == ("ref_3", "commenter 3", "own")
    assert [(link.role, link.entity) for link in one.chain] == [("commenter", "ref_3")]


def test_a_caption_without_a_speaker_is_the_outlets() -> None:
    page = read("Riverton: the county's largest employer", "caption", outlet="The Ketra Post")
    assert only(make_statements(page, Naming(), (), "run_1")).voice_name == "caption (The Ketra Post)"


def test_a_caption_without_an_outlet_says_only_what_it_is() -> None:
    page = read("Riverton: the county's largest employer", "caption")
    one = only(make_statements(page, Naming(), (), "run_1"))
    assert (one.voice, one.voice_name, one.chain) == (None, "caption", ())


def test_an_unsigned_bio_says_so() -> None:
    page = read("Ada Stone has taught history at the University of Ketra since 1999.", "bio")
    assert {one.voice_name for one in make_statements(page, Naming(), (), "run_1")} == {"unsigned"}


def test_one_author_speaks_for_a_body_without_a_speaker() -> None:
    page = read("The mine closed in 1994.", authors=("Ada Stone",))
    assert only(make_statements(page, Naming(), (), "run_1")).voice_name == "Ada Stone"


def test_pieces_of_content_are_joined_by_an_ellipsis() -> None:
    page = parsed("The captain, who was killed in the siege of Ketra, is a hero of Norland.")
    texts = {one.text for one in make_statements(page, Naming(), (), "run_1")}
    assert "The captain … is a hero of Norland" in texts


def test_text_is_kept_as_stored() -> None:
    page = parsed(
        "The mine by the northern shore of the lake was closed for good by the\ncouncil of the town in 1994."
    )
    assert "by the\ncouncil" in only(make_statements(page, Naming(), (), "run_1")).text


def test_hostile_comments_still_give_statements() -> None:
    of = document("You idiots burned 40 boats in 1918!")
    page = parser().parse(of, [segment(of, kind="comment", speaker="commenter 1", hostile=True)])
    assert only(make_statements(page, Naming(), (), "run_1")).mode == "own"


def test_ids_depend_on_content_and_not_on_the_run() -> None:
    page = read(REPORT)
    one, other = (make_statements(page, Naming(), nested(REPORT), run) for run in ("run_1", "run_2"))
    assert [statement.id for statement in one] == [statement.id for statement in other]
    assert len({statement.id for statement in one}) == len(one)


def test_contents_outside_what_was_parsed_are_left_out() -> None:
    page = parsed("The mine closed in 1994.")
    astray = Attribution((), (), (Span(900, 910),), "direct", 1.0)
    assert [one.mode for one in make_statements(page, Naming(), (astray,), "run_1")] == ["own"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 70), st.integers(1, 30), st.integers(-1, 3)), max_size=4))
def test_any_attributions_give_statements_in_order_of_text(rows: list[tuple[int, int, int]]) -> None:
    page = parsed(REPORT)
    given_ = tuple(
        Attribution((), (Span(a, a + 1),), (Span(a, a + b),), "mixed", 0.5, None if c < 0 else c)
        for a, b, c in rows
    )
    found = make_statements(page, Naming(), given_, "run_1")
    assert [one.content[0].start for one in found] == sorted(one.content[0].start for one in found)
    assert all(one.text and one.voice_name for one in found)
