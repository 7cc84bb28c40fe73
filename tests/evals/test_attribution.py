"""Figures by class: recall by the class of the gold, precision by that of what was found."""

from types import ModuleType

from evals.attribution import Comparison, Item, form, kind


class Words:
    """Tokens of the shared scorer, cut at white space."""

    def __init__(self, text: str) -> None:
        self.text = text

    def covered(self, spans: list[list[int]]) -> set[int]:
        return {at for start, end in spans for at in range(start, end) if not self.text[at].isspace()}

    @staticmethod
    def telling(common: set[int]) -> bool:
        return bool(common)


def pair(gold: list[set[int]], found: list[set[int]], least: float) -> list[tuple[int, int]]:
    return [
        (g, f)
        for g, one in enumerate(gold)
        for f, other in enumerate(found)
        if len(one & other) / len(one | other) >= least
    ]


def scorer() -> ModuleType:
    made = ModuleType("scorer")
    made.__dict__.update(Tokens=Words, pair=pair)
    return made


TEXT = 'Anna Berg said "the dam leaks" and she said the well is dry and they said the mill burns.'


def item(source: str, content: str) -> Item:
    def place(words: str) -> list[list[int]]:
        start = TEXT.index(words)
        return [[start, start + len(words)]] if words else []

    return {"source": place(source), "cue": [], "content": place(content)}


def test_every_class_has_recall_precision_and_f1() -> None:
    gold = [item("Anna Berg", '"the dam leaks"'), item("she", "the well is dry")]
    found = [
        item("Anna Berg", '"the dam leaks"'),
        item("Anna Berg", "the well is dry"),
        item("they", "the mill burns"),
    ]
    comparison = Comparison(scorer())
    comparison.add("text", (TEXT, gold), found)
    figures = comparison.by_class()
    assert figures["direct"]["attributed@0.5 / f1"] == 1.0
    assert figures["indirect"] == {
        "gold": 1,
        "found": 2,
        "content@0.5 / recall": 1.0,
        "content@0.5 / precision": 0.5,
        "content@0.5 / f1": 0.667,
        "attributed@0.5 / recall": 0.0,
        "attributed@0.5 / precision": 0.0,
        "attributed@0.5 / f1": 0.0,
    }
    assert (figures["source: pronoun"]["gold"], figures["source: pronoun"]["found"]) == (1, 1)
    assert figures["source: name"]["attributed@0.5 / precision"] == 0.5


def test_classes_are_told_by_marks_and_words() -> None:
    assert form(TEXT, item("Anna Berg", '"the dam leaks"')) == "direct"
    assert form(TEXT, item("she", "the well is dry")) == "indirect"
    assert kind(TEXT, item("she", "the well is dry")) == "pronoun"
    assert kind(TEXT, item("", "the well is dry")) == "absent"
