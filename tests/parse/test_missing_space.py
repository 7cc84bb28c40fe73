import pytest

from sayso.parse.reading import passages
from tests.factories import document, segment


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("They left in 1918.They never came back.", "They left in 1918. They never came back."),
        ("The mine closed.The town died.", "The mine closed. The town died."),
        ("It rose by 2.5 percent.", "It rose by 2.5 percent."),
        ("See www.example12.Org for more.", "See www.example12.Org for more."),
    ],
)
def test_a_space_left_out_after_a_stop_is_put_in(text: str, read: str) -> None:
    of = document(text)
    assert [passage.text for passage in passages(text, segment(of))] == [read]
