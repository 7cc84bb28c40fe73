"""What a dossier lists as outlook."""

import msgspec
import pytest

from sayso.records import Statement
from sayso.views.outlook import looks_ahead

AHEAD = [
    ("If the dam breaks, Velm floods", "hypothetical"),
    ("The dam may break next year", "hedged"),
    ("the talks could last until spring", "hedged"),
    ("Trade is likely to grow", "hedged"),
    ("Both towns will build a bridge", "certain"),
    ("the council is expected to vote in May", "certain"),
    ("the fishers will not leave", "certain"),
]
NOT_AHEAD = [
    ("The dam may have broken last year", "hedged"),
    ("The figures may at first seem high", "certain"),
    ("The plan may seem odd", "hedged"),
    ("In May could be heard the bells", "certain"),
    ("The will of the people is plain", "certain"),
    ("The political will exists", "certain"),
    ("They have more boats than we will ever have", "certain"),
    ("The dam broke", "certain"),
]


@pytest.mark.parametrize(
    ("text", "modality", "ahead"), [*((*one, True) for one in AHEAD), *((*one, False) for one in NOT_AHEAD)]
)
def test_outlook_is_what_may_or_will_come(text: str, modality: str, ahead: bool) -> None:
    fields = {
        "id": "stm_a", "document": "doc_a", "segment": "seg_a", "content": (), "text": text, "mode": "own",
        "voice_name": "A. Berg", "modality": modality,
    }  # fmt: skip
    assert looks_ahead(msgspec.convert(fields, Statement)) is ahead
    asked = msgspec.convert(fields | {"polarity": "questions"}, Statement)
    assert looks_ahead(asked) is (modality == "hypothetical")
