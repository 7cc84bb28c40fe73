"""Where documents, and passages of them, first came from."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from msgspec.structs import replace

from sayso.align.citation import find_citations, make_origin
from sayso.align.cluster import components
from sayso.align.utterance import Utterance
from sayso.align.wording import Word, words_of
from sayso.records import SPOKEN, Document, Entity, Extraction, Origin, Span

#: Words in a row that two texts do not come to share by chance.
PASSAGE = 14
#: A run of this many words is one shingle; documents sharing this much of the shorter one are one text.
SHINGLE, NEAR = 6, 0.6
#: Fewer words than this are not taken for a reprint.
REPRINT = 4


def find_origins(
    extractions: Sequence[Extraction], entities: Sequence[Entity], resolution: Mapping[str, str], run: str
) -> tuple[Origin, ...]:
    """All origins, in order of id. What a text declares goes before what its wording shows."""
    ordered = sorted(extractions, key=lambda one: one.document.id)
    documents = [one.document for one in ordered]
    declared = list(_declared(documents, run))
    known = {frozenset((one.document, one.from_document or "")) for one in declared}
    worded = [
        one
        for one in _by_wording(ordered, run)
        if frozenset((one.document, one.from_document or "")) not in known
    ]
    cited = find_citations(ordered, entities, resolution, run)
    found = [*declared, *_by_author(documents, run), *worded, *cited]
    return tuple(sorted({origin.id: origin for origin in found}.values(), key=lambda origin: origin.id))


def families(documents: Sequence[Document], origins: Sequence[Origin]) -> dict[str, str]:
    """Documents that are one text, by the smallest id among them."""
    same = [(o.document, o.from_document) for o in origins if o.kind in {"republication", "near-duplicate"}]
    return components([d.id for d in documents], [(one, other) for one, other in same if other])


def find_reprints(utterances: Sequence[Utterance], family: Mapping[str, str]) -> dict[str, str]:
    """Statements printed word for word before, by one text or one author, to where they first stand."""
    first: dict[tuple[object, ...], Utterance] = {}
    found = {}
    for utterance in sorted(utterances, key=lambda one: (one.source.order, one.span)):
        stems = tuple(word.stem for word in utterance.words)
        keys = [
            (stems, family.get(utterance.source.id, utterance.source.id)),
            *((stems, name) for name in utterance.source.authors),
        ]
        known = next((first[key] for key in keys if key in first), None)
        if known and len(stems) >= REPRINT and known.source.id != utterance.source.id:
            found[utterance.statement.id] = known.statement.id
        for key in keys:
            first.setdefault(key, utterance)
    return found


def _declared(documents: Sequence[Document], run: str) -> Iterator[Origin]:
    for document in documents:
        if not document.derived_from:
            continue
        source = next(
            (d for d in documents if d.id != document.id and _is_called(d, document.derived_from)), None
        )
        yield make_origin(
            document.id, source.id if source else None, "republication", run, name=document.derived_from
        )


def _is_called(document: Document, name: str) -> bool:
    wanted = _plain(name)
    return any(_plain(one) == wanted for one in (document.outlet, document.title) if one)


def _plain(name: str) -> str:
    return " ".join(word.stem for word in words_of(name, 0, len(name)) if word.stem != "the")


def _by_author(documents: Sequence[Document], run: str) -> Iterator[Origin]:
    """Each later text of an author leads to the first one."""
    written: dict[str, list[Document]] = defaultdict(list)
    for document in sorted(documents, key=lambda one: (one.published or "", one.id)):
        for author in sorted({_plain(name) for name in document.authors}):
            written[author].append(document)
    for author in sorted(written):
        first, *later = written[author]
        for document in later:
            name = next(name for name in document.authors if _plain(name) == author)
            yield make_origin(document.id, first.id, "same-author", run, name=name)


def _later_first(one: Document, other: Document) -> tuple[Document, Document]:
    """The later published first; undated, in order of id."""
    return (one, other) if (one.published or "", one.id) > (other.published or "", other.id) else (other, one)


def _by_wording(extractions: Sequence[Extraction], run: str) -> Iterator[Origin]:
    words = {one.document.id: _spoken_words(one) for one in extractions}
    documents = {one.document.id: one.document for one in extractions}
    shingles = {document: _shingles(said) for document, said in words.items()}
    for one, other in _sharing(shingles):
        share = len(shingles[one] & shingles[other]) / min(len(shingles[one]), len(shingles[other]))
        later, earlier = _later_first(documents[one], documents[other])
        if share >= NEAR:
            yield replace(make_origin(later.id, earlier.id, "near-duplicate", run), score=round(share, 3))
            continue
        spans = _passages(words[later.id], words[earlier.id])
        if spans:
            passage = make_origin(later.id, earlier.id, "shared-passage", run, spans=spans)
            yield replace(passage, score=round(share, 3))


def _spoken_words(extraction: Extraction) -> tuple[Word, ...]:
    """Words of the article proper; comments and furniture are shared for other reasons."""
    own = [s for s in extraction.segments if s.kind in SPOKEN - {"comment", "bio", "caption"}]
    return tuple(word for s in own for word in words_of(extraction.document.text, s.start, s.end))


def _shingles(words: Sequence[Word]) -> frozenset[tuple[str, ...]]:
    stems = [word.stem for word in words]
    return frozenset(tuple(stems[at : at + SHINGLE]) for at in range(len(stems) - SHINGLE + 1))


def _sharing(shingles: Mapping[str, frozenset[tuple[str, ...]]]) -> list[tuple[str, str]]:
    """Pairs of documents that share a shingle few others have."""
    held: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for document in sorted(shingles):
        for shingle in shingles[document]:
            held[shingle].append(document)
    return sorted(
        {pair for listed in held.values() if 1 < len(listed) <= 30 for pair in combinations(listed, 2)}
    )


def _passages(words: Sequence[Word], others: Sequence[Word]) -> tuple[Span, ...]:
    matcher = SequenceMatcher(None, [w.stem for w in words], [w.stem for w in others], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= PASSAGE]
    return tuple(Span(words[block.a].start, words[block.a + block.size - 1].end) for block in blocks)
