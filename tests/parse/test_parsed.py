from sayso.models.grammar import NOTHING, PARAGRAPH, SEGMENT
from sayso.records import Document, Segment, ids
from tests.factories import parsed, parser

PARTS = ("Ferry row goes on", "The union objects.\n\nThe board does not.", "Nonsense.")


def test_words_tell_what_they_open() -> None:
    text = "\n\n".join(PARTS)
    document = Document(
        id=ids.derive("doc", text), uris=("a",), media_type="text/plain", sha256="", text=text, language="en"
    )
    segments, at = [], 0
    for order, part in enumerate(PARTS):
        segments.append(
            Segment(
                id=f"seg_{order}", document=document.id, start=at, end=at + len(part), order=order,
                kind="comment" if order == 2 else "body",
            )
        )  # fmt: skip
        at += len(part) + 2
    words = parser().parse(document, segments).as_words
    assert [(word.text, word.opens) for word in words if word.opens != NOTHING] == [
        ("Ferry", SEGMENT),
        ("The", SEGMENT),
        ("The", PARAGRAPH),
        ("Nonsense", SEGMENT),
    ]


def test_the_tree_of_words_is_that_of_tokens() -> None:
    found = parsed("The union says the board hid it. Nobody answered.")
    assert [(word.head, word.left, word.right) for word in found.as_words] == [
        (token.head, token.left, token.right) for token in found.tokens
    ]
