"""What is read in the place of nations' names, and that the words of the text stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.parse import ParsedDocument
from sayso.parse.masking import masked
from sayso.parse.reading import Passage
from tests.factories import marked, parsed


def read(text: str) -> str:
    return masked(Passage(text, tuple(range(len(text))))).text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Estonia and Latvian ministers met in Riga.", "Germany and German ministers met in Berlin."),
        ("The Norwegians' boat, Finland's coast", "The Germans' boat, Germany's coast"),
        ("a Turk, two Turks and a Dutchman", "a German, two Germans and a German"),
        ("KAZAKHSTAN SIGNS", "GERMANY SIGNS"),
        ("Peruvian-Chilean talks", "German-German talks"),
        ("In Georgia nobody asked.", "In Germany nobody asked."),
        ("the estonians of latvia", "the germans of germany"),
        ("Peruvian President Ana Soto", "German President Ana Soto"),
    ],
)
def test_nations_are_read_alike(text: str, wanted: str) -> None:
    assert read(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "the coach Michael Jordan",
        "Jordan Peterson spoke",
        "off New Guinea and South Korea",
        "the U.S. and the UK",
        "Christians and a Jewish school",
        "roast turkey on fine china",
    ],
)
def test_other_names_and_words_stay(text: str) -> None:
    assert read(text) == text


def test_tokens_keep_the_words_of_the_text() -> None:
    found = parsed("Two Estonians met the Latvian envoy in Riga.")
    assert [t.text for t in found.tokens] == [
        "Two",
        "Estonians",
        "met",
        "the",
        "Latvian",
        "envoy",
        "in",
        "Riga",
        ".",
    ]
    assert [t.lemma for t in found.tokens[:6]] == ["two", "Estonians", "meet", "the", "latvian", "envoy"]
    assert found.readings == {1: "Germans", 4: "German", 7: "Berlin"}


@given(
    st.text(alphabet="abc .,-'’", max_size=12), st.lists(st.sampled_from(["Chad", "Fijian", "Danes", "Kyiv"]))
)
def test_every_word_keeps_its_place(around: str, names: list[str]) -> None:
    text = around.join(names)
    found = masked(Passage(text, tuple(range(len(text)))))
    assert len(found.text) == len(found.origins)
    assert list(found.origins) == sorted(found.origins)
    if text:
        assert found.words(0, len(found.text)) == text


SENTENCES = [
    "The {0} minister said on Monday that {1} had shelled two villages, and that the {2} would answer.",
    "{1}, {0} officials say, opposed the deal; the {2} expect {1} to sign it.",
]
NATIONS = [
    ("Azerbaijani", "Armenia", "Turks"),
    ("Armenian", "Azerbaijan", "Greeks"),
    ("Fijian", "Chad", "Danes"),
]


def shape(of: ParsedDocument) -> list[tuple[str, str, int, str, bool]]:
    return [(t.tag, t.dep, t.head, t.entity, t.entity_start) for t in of.tokens]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("names", NATIONS[1:])
def test_sentences_read_alike_whoever_is_named(sentence: str, names: tuple[str, ...]) -> None:
    one, other = marked(sentence.format(*NATIONS[0])), marked(sentence.format(*names))
    assert shape(one) == shape(other)
    assert one.marks
    assert other.marks
    assert one.marks.attributions == other.marks.attributions
