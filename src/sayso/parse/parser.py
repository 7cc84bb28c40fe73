"""The one place that knows spaCy: segments in, tokens, sentences and trees out."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.config import DEFAULT_MODEL
from sayso.errors import ModelError
from sayso.models import shipped
from sayso.models.grammar import Numbers
from sayso.models.names import names
from sayso.parse.masking import Masked, masked
from sayso.parse.parsed import ParsedDocument, Sentence, Token
from sayso.parse.reading import passages
from sayso.records import SPOKEN, Document, Segment

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as Read

LANGUAGES = frozenset({"en"})


class Parser:
    """A loaded spaCy pipeline, and the network where it is wanted, which then reads the names too. ``models``
    identifies both in the ledger's runs, by name and version."""

    def __init__(self, model: str = DEFAULT_MODEL, network: bool = False) -> None:
        import spacy

        try:
            self._nlp = spacy.load(model, exclude=["ner"] if network else [])
        except (OSError, ValueError, ImportError) as error:
            raise ModelError(
                f"the language model {model!r} cannot be loaded ({type(error).__name__}); "
                f"install it with pip, or name an installed spaCy model in SAYSO_MODEL"
            ) from error
        wanted = {"parser", "tagger"} if network else {"parser", "tagger", "ner"}
        missing = wanted - set(self._nlp.pipe_names)
        if missing:
            raise ModelError(
                f"the language model {model!r} has no {', '.join(sorted(missing))}; "
                f"name a full spaCy pipeline such as {DEFAULT_MODEL!r} in SAYSO_MODEL"
            )
        self._network = shipped() if network else None
        self.models = {model: str(self._nlp.meta.get("version", "unknown"))}
        if self._network:
            self.models["network"] = self._network.version

    def parse(self, document: Document, segments: Iterable[Segment]) -> ParsedDocument:
        """The document's spoken segments, parsed. All of one document is one batch, so that the
        result does not depend on what else is processed."""
        segments = tuple(segments)
        if document.language not in LANGUAGES:
            return ParsedDocument(document, segments)
        read = [
            (number, masked(passage))
            for number, segment in enumerate(segments)
            if segment.kind in SPOKEN
            for passage in passages(document.text, segment)
        ]
        parsed = self._nlp.pipe(passage.text for _, passage in read)
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        readings: dict[int, str] = {}
        for at, ((number, passage), doc) in enumerate(zip(read, parsed, strict=True)):
            base = len(tokens)
            _append(doc, passage, (at, number), tokens, sentences)
            readings |= {
                base + token.i: token.text for token in doc if token.text != tokens[base + token.i].text
            }
        whole = ParsedDocument(document, segments, tuple(tokens), tuple(sentences), readings=readings)
        if self._network is None or not tokens:
            return whole
        marks = self._network.read(whole.as_words)
        return replace(whole, tokens=_named(tokens, marks.names), marks=marks)


def _named(tokens: list[Token], tags: Numbers) -> tuple[Token, ...]:
    """The tokens with the names that the network reads in them; what has no word or figure in it is none."""
    found = list(tokens)
    for name in names(tags):
        if any(one.text[0].isalnum() and one.pos != "DET" for one in tokens[name.start : name.end]):
            for at in range(name.start, name.end):
                found[at] = found[at]._replace(entity=name.kind, entity_start=at == name.start)
    return tuple(found)


def _append(
    doc: "Doc",
    passage: Masked,
    place: tuple[int, int],
    tokens: list[Token],
    sentences: list[Sentence],
) -> None:
    """Add a parsed passage (``place``: its number and its segment's) to the document's lists."""
    base = len(tokens)
    children: list[list[int]] = [[] for _ in doc]
    left = list(range(len(doc)))
    right = list(range(1, len(doc) + 1))
    heads = [token.head.i for token in doc]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(base + i)
        at = i
        while heads[at] != at:
            at = heads[at]
            left[at] = min(left[at], i)
            right[at] = max(right[at], i + 1)
    for sentence in doc.sents:
        number = len(sentences)
        sentences.append(Sentence(number, base + sentence.start, base + sentence.end, *place))
        for token in sentence:
            i = token.i
            start, end = passage.span(token.idx, token.idx + len(token.text))
            text = passage.words(token.idx, token.idx + len(token.text))
            lemma = token.lemma_ if text == token.text else _lemma(token, text)
            tokens.append(
                Token(
                    base + i, start, end, text, text.lower(), lemma, token.pos_,
                    token.tag_, token.dep_, base + heads[i], tuple(children[i]), base + left[i],
                    base + right[i], token.ent_type_, token.ent_iob_ == "B", number,
                )
            )  # fmt: skip


def _lemma(read: "Read", text: str) -> str:
    """The base form of a word that was read as another, by what became of that one."""
    own = text.lower() if read.lemma_.islower() else text
    shortened = read.text.lower().endswith("s") and not read.lemma_.lower().endswith("s")
    return own[:-1] if shortened and own.lower().endswith("s") else own
