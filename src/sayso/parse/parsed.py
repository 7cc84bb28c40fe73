"""A document as grammar sees it: tokens with their places in the stored text, sentences, trees."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from sayso.models import Marks, Word
from sayso.models.grammar import NOTHING, PARAGRAPH, SEGMENT
from sayso.records import Document, Segment, Span


class Token(NamedTuple):
    """A token. ``start`` and ``end`` are offsets into the document's text; every other number is an
    index into ``ParsedDocument.tokens``. ``left`` to ``right`` (excluded) is the reach of its subtree.

    ``pos`` is a Universal Dependencies tag, ``tag`` the treebank's, ``dep`` spaCy's English
    (ClearNLP) label; ``entity`` is the recogniser's type or "", ``entity_start`` whether a name
    begins here. The head of a root is the root itself.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    children: tuple[int, ...]
    left: int
    right: int
    entity: str
    entity_start: bool
    sentence: int


class Sentence(NamedTuple):
    """Tokens ``start`` to ``end`` (excluded), in the passage and segment of those numbers."""

    i: int
    start: int
    end: int
    passage: int
    segment: int


@dataclass(frozen=True)
class ParsedDocument:
    """A document, its segments, and the tokens and sentences of those that are spoken.

    Unspoken segments (navigation, boilerplate) and languages without a parser have no tokens.
    ``marks`` is what the network reads in the tokens, null where it was not asked. ``readings`` are the words
    that the models read in the place of other tokens' own.
    """

    document: Document
    segments: tuple[Segment, ...]
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    marks: Marks | None = None
    readings: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    @cached_property
    def as_words(self) -> list[Word]:
        """The tokens as the network reads them, with what each opens."""
        found = [Word(t.text, NOTHING, t.tag, t.dep, t.head, t.left, t.right) for t in self.tokens]
        for at, text in self.readings.items():
            found[at] = found[at]._replace(text=text)
        last = (-1, -1)
        for sentence in self.sentences:
            here = (sentence.segment, sentence.passage)
            if here != last and sentence.start < sentence.end:
                opens = SEGMENT if here[0] != last[0] else PARAGRAPH
                found[sentence.start] = found[sentence.start]._replace(opens=opens)
                last = here
        return found

    def span(self, start: int, end: int) -> Span:
        """The characters from token ``start`` to token ``end`` (excluded)."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def words(self, span: Span) -> str:
        """The text of a span, exactly as stored."""
        return self.document.text[span.start : span.end]

    def tokens_in(self, span: Span) -> range:
        """The indices of the tokens that share a character with the span."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def sentence_of(self, index: int) -> Sentence:
        """The sentence of a token."""
        return self.sentences[self.tokens[index].sentence]

    def segment_of(self, index: int) -> Segment:
        """The segment of a token."""
        return self.segments[self.sentence_of(index).segment]

    def subtree(self, index: int) -> list[int]:
        """The indices of a token and all that depends on it, in order of text."""
        found, waiting = [], [index]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting.extend(self.tokens[at].children)
        return sorted(found)

    def ancestors(self, index: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        while (head := self.tokens[index].head) != index:
            yield head
            index = head

    def child(self, index: int, *deps: str) -> int | None:
        """The first child with one of these dependency labels."""
        for at in self.tokens[index].children:
            if self.tokens[at].dep in deps:
                return at
        return None
