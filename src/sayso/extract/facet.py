"""Which headings of the rubric a statement belongs under."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sayso.lexicons.rubric import Rubric, load_rubric
from sayso.parse import ParsedDocument, Sentence
from sayso.records import Spans

__all__ = ["FacetReader", "Rubric", "best", "facets", "headings_above", "load_rubric", "plain", "weigh"]

Form = tuple[str, ...]
Headings = tuple[int | None, ...]
#: Facet and phrase of the rubric to the weight with which the phrase points there.
Pointers = dict[tuple[str, tuple[str, ...]], float]

_MOST = 2
_SECOND_AT_LEAST = 0.3
_HEADING_WEIGHT = 1.0
_NEIGHBOUR_WEIGHT = 0.4
_LONGEST_HEADING = 12
#: Words quoted in a reason at most, of each place.
_QUOTED = 5
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def facets(parsed: ParsedDocument, spans: Spans, rubric: Rubric) -> tuple[str, ...]:
    """At most two facet ids for some content of a document, best first."""
    return FacetReader(parsed, rubric)(spans)


class FacetReader:
    """Facets of contents of one document; the heading above and the sentences beside a content help
    where its own words say little."""

    def __init__(self, parsed: ParsedDocument, rubric: Rubric) -> None:
        self._parsed = parsed
        self._rubric = rubric
        self._headings = headings_above(parsed)
        self._sentences: dict[int, Pointers] = {}

    def __call__(self, spans: Spans) -> tuple[str, ...]:
        """At most two facet ids, best first."""
        return self.explained(spans)[0]

    def explained(self, spans: Spans) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """At most two facet ids, best first, and for each a sentence: the words it is given for."""
        inside = [at for span in spans for at in self._parsed.tokens_in(span)]
        if not inside:
            return (), ()
        sentence = self._parsed.sentence_of(inside[0])
        heading = self._headings[sentence.i]
        own = point(_forms(self._parsed, inside), self._rubric)
        above = [self._pointers(heading)] if heading is not None else []
        beside = [self._pointers(number) for number in _neighbours(self._parsed, sentence)]
        totals = _total(own)
        for pointers, share in (
            *((one, _HEADING_WEIGHT) for one in above),
            *((one, _NEIGHBOUR_WEIGHT) for one in beside),
        ):
            _add(totals, _total(pointers), share)
        given = best(totals, self._rubric)
        return given, tuple(_reason(facet, own, above, beside) for facet in given)

    def _pointers(self, number: int) -> Pointers:
        if number not in self._sentences:
            sentence = self._parsed.sentences[number]
            forms = _forms(self._parsed, range(sentence.start, sentence.end))
            self._sentences[number] = point(forms, self._rubric)
        return self._sentences[number]


def best(totals: dict[str, float], rubric: Rubric) -> tuple[str, ...]:
    """The facets of most weight, a second one only where it comes close; ties in the rubric's order."""
    order = [facet.id for facet in rubric.facets]
    ranked = sorted((id for id in order if totals.get(id, 0) > 0), key=lambda id: -totals[id])
    return tuple(id for id in ranked[:_MOST] if totals[id] >= _SECOND_AT_LEAST * totals[ranked[0]])


def weigh(forms: Sequence[Form], rubric: Rubric) -> dict[str, float]:
    """The weight of each facet in a row of words; a word counts once however often it comes."""
    return _total(point(forms, rubric))


def point(forms: Sequence[Form], rubric: Rubric) -> Pointers:
    """The phrases of the rubric in a row of words, each once, in order of text."""
    found: Pointers = {}
    for at, form in enumerate(forms):
        for first in form:
            for phrase, facet, weight in rubric.index.get(first, ()):
                if _stands(forms, at, phrase):
                    found[facet, phrase] = weight
    return found


def _total(pointers: Pointers) -> dict[str, float]:
    totals: dict[str, float] = {}
    for (facet, _), weight in pointers.items():
        totals[facet] = totals.get(facet, 0.0) + weight
    return totals


def _reason(facet: str, own: Pointers, above: Sequence[Pointers], beside: Sequence[Pointers]) -> str:
    """The words a facet is given for: the content's own, else and besides those of its heading and of the
    sentences around it."""
    said, told = _quoted(facet, [own]), dict(own)
    parts = [said] if said else []
    for lead, pointers in (("the heading above says", above), ("the sentences around it say", beside)):
        near = _quoted(facet, pointers, but=told)
        if near:
            parts.append(f"{lead} {near}")
        for one in pointers:
            told |= one
    return f"{facet}: {'; '.join(parts)}."


def _quoted(facet: str, found: Iterable[Pointers], but: Pointers | None = None) -> str:
    """The phrases that point to a facet most, between quotation marks."""
    weights: dict[str, float] = {}
    for pointers in found:
        for (where, phrase), weight in pointers.items():
            if where == facet and (but is None or (where, phrase) not in but):
                weights[" ".join(phrase)] = weight
    named = sorted(weights, key=lambda phrase: -weights[phrase])[:_QUOTED]
    return ", ".join(f"“{phrase}”" for phrase in named)


def plain(text: str) -> list[Form]:
    """The words of a text that was not parsed, each with its likely singular."""
    return [_folded(match[0].lower()) for match in _WORD.finditer(text)]


def headings_above(parsed: ParsedDocument) -> Headings:
    """For each sentence the number of the nearest subheading before it in its segment, or null."""
    found: list[int | None] = []
    current: int | None = None
    for sentence in parsed.sentences:
        if sentence.i and parsed.sentences[sentence.i - 1].segment != sentence.segment:
            current = None
        heads = is_heading(parsed, sentence)
        found.append(None if heads else current)
        current = sentence.i if heads else current
    return tuple(found)


def is_heading(parsed: ParsedDocument, sentence: Sentence) -> bool:
    """A short line of its own without a closing stop or a finite verb."""
    tokens = parsed.tokens[sentence.start : sentence.end]
    alone = all(
        not 0 <= number < len(parsed.sentences) or parsed.sentences[number].passage != sentence.passage
        for number in (sentence.i - 1, sentence.i + 1)
    )
    if not alone or len(tokens) > _LONGEST_HEADING or not tokens[-1].text[-1].isalnum():
        return False
    return parsed.segments[sentence.segment].kind == "body" and not any(
        token.tag in ("VBD", "VBZ", "VBP", "MD") for token in tokens
    )


def _neighbours(parsed: ParsedDocument, sentence: Sentence) -> Iterator[int]:
    for number in (sentence.i - 1, sentence.i, sentence.i + 1):
        if 0 <= number < len(parsed.sentences) and parsed.sentences[number].segment == sentence.segment:
            yield number


def _forms(parsed: ParsedDocument, at: Sequence[int]) -> list[Form]:
    forms = []
    for i in at:
        token = parsed.tokens[i]
        forms.append(tuple(dict.fromkeys((token.lower, token.lemma.lower()))))
    return forms


def _stands(forms: Sequence[Form], at: int, phrase: tuple[str, ...]) -> bool:
    return at + len(phrase) <= len(forms) and all(word in forms[at + k] for k, word in enumerate(phrase))


def _folded(word: str) -> Form:
    """A word and what it may be without its ending."""
    if len(word) <= 4:
        return (word, word[:-1]) if word.endswith("s") and len(word) == 4 else (word,)
    for ending, stems in (("ies", ("y",)), ("ing", ("", "e")), ("ed", ("", "e")), ("s", ("",))):
        if word.endswith(ending):
            return (word, *(word[: -len(ending)] + stem for stem in stems))
    return (word,)


def _add(totals: dict[str, float], more: dict[str, float], share: float) -> None:
    for facet, weight in more.items():
        totals[facet] = totals.get(facet, 0.0) + share * weight
