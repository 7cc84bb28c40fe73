from sayso.extract import extract_document
from tests import factories


def test_a_time_that_ends_within_a_token_does_not_hold_the_reader_up() -> None:
    parsed = factories.parsed(
        "Osk was prime minister, and Osk was the first one that called us to offer help after Sept.11."
    )
    # The tokeniser keeps the date in one piece, of which the grammar of times reads a part.
    assert any(token.text == "Sept.11" for token in parsed.tokens)
    extraction = extract_document(parsed, "run")
    assert {event.document for event in extraction.events} <= {parsed.document.id}
    assert len(extraction.times) == len({(time.start, time.end) for time in extraction.times})
