import pytest

from sayso.parse.reading import passages
from tests.factories import document, segment


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("They left in 1918.They never came back.", "They left in 1918. They never came back."),
        ("The mine closed.The town died.", "The mine closed. The town died."),
        ("It rose by 2.5 percent.", "It rose by 2.5 percent."),
        ("»It is ours«, he said.", "» It is ours «, he said."),
        ("See www.example12.Org for more.", "See www.example12.Org for more."),
    ],
)
def test_a_space_left_out_after_a_stop_is_put_in(text: str, read: str) -> None:
    of = document(text)
    assert [passage.text for passage in passages(text, segment(of))] == [read]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("they promised.the mine closed", "they promised. the mine closed"),
        ("we left in 1922,we lost all", "we left in 1922, we lost all"),
        ("in 1990they closed it", "in 1990 they closed it"),
        ("it is safe.30 miners died", "it is safe. 30 miners died"),
        ("20 houses(all empty)stand there", "20 houses (all empty) stand there"),
        ("it rose by 2.5 or 3,000 in the 1990s", "it rose by 2.5 or 3,000 in the 1990s"),
        ("see lakewatch.org/a,b for more", "see lakewatch.org/a,b for more"),
    ],
)
def test_commenters_leave_out_more(text: str, read: str) -> None:
    of = document(text)
    assert [passage.text for passage in passages(text, segment(of, kind="comment"))] == [read]


def test_an_article_may_write_small_after_a_stop() -> None:
    of = document("The file lake.txt is lost.")
    assert [passage.text for passage in passages(of.text, segment(of))] == [of.text]
