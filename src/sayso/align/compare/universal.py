"""That nothing or nobody of a kind did or suffered something, against one of whom it is told."""

from dataclasses import dataclass

from sayso.align.compare.text import Likeness
from sayso.align.compare.time import times_apart
from sayso.align.finding import Finding, around, quote
from sayso.align.utterance import Utterance, once
from sayso.align.wording import Word, closed_class, ideas, is_negated
from sayso.records import Span

#: "No" reaches so many words ahead.
SCOPE = 7
_CLAUSE_ENDS = frozenset(".;!?:,")


@dataclass(frozen=True)
class Universal:
    """What is denied of all: each denied word with its ideas, whether of people, and the words."""

    groups: tuple[frozenset[str], ...]
    of_people: bool
    never: bool
    start: int
    end: int


@once
def universals(utterance: Utterance) -> tuple[Universal, ...]:
    """Every "no X did Y", "nobody did Y" and "X never did any Y" of the statement."""
    text, words = utterance.source.text, utterance.words
    found = []
    for at, word in enumerate(words):
        said = text[word.start : word.end].lower()
        excepts = [one.stem for one in words[at + 1 : at + 2]] == ["other"]
        if said not in closed_class("universal") or excepts or utterance.is_rejected:
            continue
        scope = [one for one in _scope(text, words, at) if one.content]
        of_people = said in closed_class("nobody")
        if scope and (of_people or len(scope) >= 2):
            groups = tuple(_group(one) for one in scope)
            found.append(Universal(groups, of_people, said == "never", word.start, scope[-1].end))
    return tuple(found)


def _scope(text: str, words: tuple[Word, ...], at: int) -> list[Word]:
    kept: list[Word] = []
    for word in words[at + 1 : at + 1 + SCOPE]:
        between = text[words[at].end : word.end]
        if _CLAUSE_ENDS & set(between) or between.endswith((" than", " but", " except")):
            break
        kept.append(word)
    return kept


def _group(word: Word) -> frozenset[str]:
    return frozenset({word.stem, *(f"i:{idea}" for idea in ideas().get(word.stem, ()))})


def compare_universals(a: Utterance, b: Utterance, like: Likeness) -> Finding | None:
    """Does one tell an instance of what the other says there was none of?"""
    if a.voice == b.voice or not (universals(a) or universals(b)):
        return None
    if times_apart(a, b) or (a.named and b.named and not like.names):
        return None
    found = [
        one for x, y in ((a, b), (b, a)) for denied in universals(x) if (one := _refuted(x, y, denied, like))
    ]
    return max(found, key=lambda one: one.confidence, default=None)


def _refuted(a: Utterance, b: Utterance, denied: Universal, like: Likeness) -> Finding | None:
    if universals(b) or b.statement.polarity != "asserts":
        return None
    met = [word for word in b.content_words if any(_group(word) & group for group in denied.groups)]
    met = [word for word in met if not _turned(b, word)]
    kinds = [group for group in denied.groups if any(_group(word) & group for word in met)]
    peopled = denied.of_people and _tells_of_people(b)
    needed = max(2, (len(denied.groups) + denied.of_people + 1) // 2)
    if len(kinds) + peopled < needed or (denied.never and denied.groups[0] not in kinds):
        return None
    if not (peopled or any(word.stem in a.stems for word in met)):
        return None
    words = Span(denied.start, denied.end), Span(met[0].start, met[-1].end)
    places = around(a, *words[0]), around(b, *words[1])
    said = quote(a, words[0], 70), quote(b, places[1], 70)
    reason = f"One says there was none, the other tells of it: {said[0]} against {said[1]}."
    share = (len(kinds) + peopled) / (len(denied.groups) + denied.of_people)
    return Finding(a, b, "conflicts", "polarity", reason, *places, 0.45 + 0.2 * share + 0.3 * like.score)


def _turned(utterance: Utterance, word: Word) -> bool:
    at = utterance.words.index(word)
    return is_negated(utterance.words, at, at + 1)


def _tells_of_people(utterance: Utterance) -> bool:
    """Are people counted or meant in it?"""
    people = {"people"} & {quantity.unit or "" for quantity in utterance.quantities}
    named = any(name.type in {"person", "group"} for name in utterance.names)
    said = {utterance.source.text[word.start : word.end].lower() for word in utterance.words}
    return bool(people) or named or bool(said & (closed_class("human")))
