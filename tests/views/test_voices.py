"""What a reader knows documents by."""

import pytest

from sayso.views.voices import long_title, short_title
from tests import factories


@pytest.mark.parametrize(
    ("text", "fields", "known"),
    [
        ("Rain fell in Velm for days and days.", {"title": "Rain", "outlet": "The Post"}, "The Post"),
        ("Rain fell in Velm for days and days.", {"title": "Rain"}, "“Rain”"),
        ("Photo: maps\n\nRain fell in Velm for days and days.", {}, "“Rain fell in Velm for days and days.”"),
        (
            "Rain and snow fell in Velm for days and days, and nobody left the houses of the harbour.",
            {},
            "“Rain and snow fell in Velm for days and days, and …”",
        ),
        ("No sentence here", {"uris": ("in/velm_2.txt",)}, "velm_2"),
        ("", {"uris": ("in/velm_2.txt",)}, "velm_2"),
    ],
)
def test_document_is_known_by_outlet_title_or_opening(
    text: str, fields: dict[str, object], known: str
) -> None:
    assert short_title(factories.document(text, **fields)) == known


def test_title_comes_before_opening_where_the_outlet_is_told_too() -> None:
    document = factories.document("Rain fell in Velm for days and days.", outlet="The Post")
    assert long_title(document) == "“Rain fell in Velm for days and days.”"
