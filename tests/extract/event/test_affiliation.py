import pytest

from sayso.extract.entity import find_names
from sayso.extract.event.actor import Cast
from sayso.extract.event.affiliation import country_of, sector_of
from sayso.extract.event.coding import find_codings
from tests.factories import parsed


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Norway condemned Sweden.", "NO", None),
        ("The Peruvian army attacked rebels.", "PE", None),
        ("The United Nations condemned Sweden.", None, "IGO"),
        ("U.N. observers criticized Ghana.", None, "IGO"),
        ("Amnesty International accused Ghana of torture.", None, "NGO"),
        ("Rebels attacked a garrison in Uganda.", "UG", None),
        ("Rebels attacked a garrison.", None, None),
        ("Rebels attacked garrisons in Uganda and Kenya.", None, None),
    ],
)
def test_actors_belong_to_a_country_or_to_none(text: str, country: str | None, sector: str | None) -> None:
    doc = parsed(text)
    cast = Cast(doc, find_names(doc, "run"))
    coding = next(find_codings(doc))
    assert (country_of(cast, coding.who), sector_of(cast, coding.who)) == (country, sector)


def test_nobody_belongs_nowhere() -> None:
    doc = parsed("It rained.")
    cast = Cast(doc, find_names(doc, "run"))
    assert country_of(cast, None) is None
    assert sector_of(cast, None) is None
