"""What can be said to say something."""

import pytest

from sayso.extract.animacy import Speaker, speaker_kind


@pytest.mark.parametrize(
    ("lemma", "kind"),
    [
        ("farmer", "person"),
        ("economist", "person"),
        ("Government", "body"),
        ("delegation", "body"),
        ("survey", "text"),
        ("declaration", "text"),
        ("collaboration", "mute"),
        ("friendship", "mute"),
        ("visit", "mute"),
        ("river", "mute"),
        ("order", "mute"),
        ("anger", "mute"),
        ("stone", None),
        ("", None),
    ],
)
def test_kind_of_speaker_by_word_and_ending(lemma: str, kind: Speaker | None) -> None:
    assert speaker_kind(lemma) == kind
