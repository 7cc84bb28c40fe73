"""One odd quotation mark never silences a paragraph."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.extract import extract_document
from tests.factories import parsed

PARAGRAPHS = (
    "The mayor said that the bridge would open in May. He called it “a gift to the city”.",
    "“The river is ours,” said Maria Lopez, a farmer. “We will not leave.”",
    '"The mine poisons the lake," the guild said in a letter. The mine employs 400 people.',
    "According to the water board, the lake lost a third of its volume. Otto Habel denied that it leaks.",
    "Norland opened its consulate in 1994, and Sudmark closed the strait.",
)
MARKS = "\"“”‘’'«»„‹›"


def statements(paragraphs: tuple[str, ...]) -> list[tuple[int, str, str]]:
    """Paragraph number, mode and text of every statement."""
    ends, at = [], 0
    for paragraph in paragraphs:
        at += len(paragraph) + 2
        ends.append(at)
    found = extract_document(parsed("\n\n".join(paragraphs)), "run_1").statements
    return [(sum(end <= one.content[0].start for end in ends), one.mode, one.text) for one in found]


USUAL = statements(PARAGRAPHS)


def lost(number: int, changed: str) -> list[tuple[int, str, str]]:
    """What the other paragraphs said before one was changed, and is now in no statement of theirs (a
    quotation that may go on in the next paragraph may come out longer)."""
    found = statements((*PARAGRAPHS[:number], changed, *PARAGRAPHS[number + 1 :]))
    return [
        one
        for one in USUAL
        if one[0] != number and not any(other[0] == one[0] and one[2] in other[2] for other in found)
    ]


@settings(max_examples=6, deadline=None)
@given(st.integers(0, len(PARAGRAPHS) - 1), st.integers(0, 90), st.sampled_from(MARKS))
@example(0, 0, "“")
@example(0, 83, "“")
@example(1, 0, '"')
@example(3, 0, '"')
@example(4, 20, "«")
def test_a_mark_too_many_costs_no_other_paragraph_a_statement(number: int, at: int, mark: str) -> None:
    text = PARAGRAPHS[number]
    assert lost(number, text[:at] + mark + text[at:]) == []


@settings(max_examples=4, deadline=None)
@given(st.integers(0, 2), st.integers(0, 3))
@example(0, 1)
@example(1, 3)
def test_a_mark_too_few_costs_no_other_paragraph_a_statement(number: int, which: int) -> None:
    text = PARAGRAPHS[number]
    places = [at for at, character in enumerate(text) if character in MARKS]
    at = places[which % len(places)]
    assert lost(number, text[:at] + text[at + 1 :]) == []


def test_every_paragraph_says_something() -> None:
    assert {one[0] for one in USUAL} == set(range(len(PARAGRAPHS)))
