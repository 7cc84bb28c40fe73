"""Which words may report speech or stance, and every way to read them."""

from collections.abc import Iterator

from sayso.extract.attribution.content import Candidate, deeds, readings
from sayso.extract.attribution.counts import CueCounts
from sayso.extract.attribution.frame import displaced_subject, is_framed
from sayso.extract.attribution.page import Page
from sayso.extract.attribution.repair import astray
from sayso.extract.attribution.tree import Range, children, first_colon, phrase, subject, trimmed, without
from sayso.parse import ParsedDocument

_POS = frozenset({"VERB", "NOUN", "ADJ", "AUX"})
_BEFORE_CUE = frozenset({"aux", "auxpass", "neg", "advmod"})
_LABEL_POS = frozenset({"PROPN", "NOUN", "ADJ", "PUNCT", "ADP", "DET", "NUM", "PART"})
_NO_LABEL = frozenset({'"', "(", ")", ","})
_LABEL_WORDS = 7
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LABELLED = frozenset({"title", "body"})
_REACH = 40
#: Constructions that make a cue of a verb never seen as one.
_TELLING = frozenset(
    {"that", "clause", "clause-first", "whether", "wh", "obj+as", "obj+that", "sb-to", "quote-before"}
)


def lemma_of(parsed: ParsedDocument, cue: int) -> str:
    """The cue's dictionary form with its particle: ``say``, ``point_out``."""
    for at in parsed.tokens[cue].children:
        if parsed.tokens[at].dep == "prt":
            return f"{parsed.tokens[cue].lemma.lower()}_{parsed.tokens[at].lower}"
    return parsed.tokens[cue].lemma.lower()


def cue_words(parsed: ParsedDocument, cue: int, extra: tuple[int, ...]) -> tuple[int, ...]:
    """The cue with its auxiliaries, negation, infinitive mark, particle and preposition."""
    tokens = parsed.tokens
    words = {cue, *extra}
    if tokens[cue].pos in ("VERB", "AUX"):
        before = [at for at in tokens[cue].children if at < cue and tokens[at].dep in _BEFORE_CUE]
        at = cue - 1
        while at in before:
            words.add(at)
            at -= 1
    words.update(children(parsed, cue, "prt"))
    return tuple(sorted(words))


def _by_quotation(page: Page, cue: int) -> Iterator[tuple[str, tuple[Range, ...]]]:
    """The quotations nearest to a verb in its sentence, before and after it."""
    parsed = page.parsed
    sentence = parsed.sentence_of(cue)
    before, after = page.neighbours(cue)
    near = before is not None and before.end >= sentence.start - 1 and cue - before.end <= _REACH
    if before and near and not _stopped(parsed, before.end, sentence.start):
        yield "quote-before", ((before.start, before.end),)
    if after and after.start <= sentence.end and after.start - cue <= _REACH:
        yield "quote-after", ((after.start, after.end),)
    colon = first_colon(parsed, cue + 1, min(sentence.end, cue + 12))
    if colon is not None:
        rest = trimmed(parsed, colon + 1, sentence.end)
        if rest and not (after and after.start <= colon + 2):
            yield "colon", (rest,)


def _stopped(parsed: ParsedDocument, end: int, start: int) -> bool:
    """Does a full stop behind its marks end the sentence of a quotation before the next begins?"""
    return any(parsed.tokens[at].text == "." for at in range(end, start))


def _label(page: Page, first: int, last: int) -> Candidate | None:
    """A speaker's name and a colon at the head of a paragraph ("Lopez: The river is dead")."""
    tokens = page.parsed.tokens
    colon = first_colon(page.parsed, first, min(last, first + _LABEL_WORDS + 1))
    if colon is None or not tokens[first].text[:1].isupper():
        return None
    if any(tokens[at].pos not in _LABEL_POS or tokens[at].text in _NO_LABEL for at in range(first, colon)):
        return None
    rest = trimmed(page.parsed, colon + 1, last)
    if rest is None or not _speaks(page, first, colon, rest):
        return None
    return Candidate(colon, (colon,), "label-title" if first == 0 else "label", (rest,))


def _speaks(page: Page, first: int, colon: int, rest: Range) -> bool:
    """Is it a speaker's label, not a heading: a name before the colon, a sentence or quotation after it?"""
    tokens = page.parsed.tokens
    if any(quotation.start == rest[0] for quotation in page.within(rest)):
        return True
    named = any(tokens[at].pos == "PROPN" or tokens[at].entity for at in range(first, colon))
    return named and any(tokens[at].tag in _FINITE for at in range(*rest))


def _tail(page: Page, counts: CueCounts | None, first: int, last: int) -> Candidate | None:
    """The other way round in a headline: "River is dead: report"."""
    tokens = page.parsed.tokens
    for at in range(max(first + 3, last - 4), last - 1):
        if tokens[at].text == ":" and tokens[last - 1].text not in (".", "?", "!", '"', "”"):
            content = trimmed(page.parsed, first, at)
            nominal = all(tokens[i].pos in ("NOUN", "PROPN", "ADJ") for i in range(at + 1, last))
            if content and (
                nominal or (counts is not None and counts.nouns.get(tokens[last - 1].lower, 0.0) > 0)
            ):
                return Candidate(at, (at,), "tail-label", (content,))
    return None


def _according(page: Page, cue: int) -> Candidate | None:
    """The clause that "according to X" speaks for."""
    parsed, tokens = page.parsed, page.parsed.tokens
    to = next((at for at in children(parsed, cue, "prep") if tokens[at].lower == "to"), None)
    if to is None and cue + 1 < len(tokens) and tokens[cue + 1].lower == "to":
        to = cue + 1
    if to is None:
        return None
    host = next((at for at in parsed.ancestors(cue) if tokens[at].pos in ("VERB", "AUX")), tokens[cue].head)
    start, end = phrase(parsed, host)
    moved = displaced_subject(parsed, host)
    inner = (tokens[cue].left, tokens[moved].left if moved else max(tokens[cue].right, tokens[to].right))
    for at in children(parsed, host, "conj"):
        if (at > inner[1] > host and subject(parsed, at) is not None) or is_framed(page, at):
            end = min(end, tokens[at].left - 1)
    rest = without(parsed, (start, end), inner)
    pieces = tuple(p for p in rest if not _connects(parsed, p))
    kind = "according-first" if cue < host else "according"
    return Candidate(cue, (cue, to), kind, pieces) if pieces else None


def _connects(parsed: ParsedDocument, piece: Range) -> bool:
    """Are these but words that link a sentence to those before ("for instance", "and")?"""
    if piece[1] - piece[0] == 2 and parsed.tokens[piece[1] - 1].lower in ("instance", "example"):
        return True
    return all(parsed.tokens[at].pos in ("PUNCT", "CCONJ") for at in range(*piece))


def _adverb(page: Page, cue: int) -> Candidate | None:
    """The clause "reportedly" passes on."""
    parsed, tokens = page.parsed, page.parsed.tokens
    host = tokens[cue].head
    if tokens[cue].dep != "advmod" or host == cue:
        return None
    pieces = tuple(without(parsed, phrase(parsed, host), (cue, cue + 1)))
    return Candidate(cue, (cue,), "adverb", pieces) if pieces else None


def _grammatical(page: Page, cue: int) -> Iterator[Candidate]:
    parsed = page.parsed
    for construction, content, extra in readings(parsed, cue):
        yield Candidate(cue, cue_words(parsed, cue, extra), construction, content)
    if parsed.tokens[cue].lemma not in deeds():
        for construction, content in _by_quotation(page, cue):
            yield Candidate(cue, cue_words(parsed, cue, ()), construction, content)


def candidates(page: Page, counts: CueCounts | None) -> Iterator[Candidate]:
    """All readings of all words that were ever counted as cues (of all words, without counts)."""
    parsed = page.parsed
    for first, last in page.passages:
        if parsed.segment_of(first).kind in _LABELLED:
            labels = (_label(page, first, last), _tail(page, counts, first, last))
            yield from (found for found in labels if found)
    for token in parsed.tokens:
        if page.enclosed(token.i) and not page.inner:
            continue
        if token.lower == "according":
            if found := _according(page, token.i):
                yield found
        elif token.pos == "ADV":
            known = counts.knows(token.lemma.lower(), "ADV") if counts else token.lower.endswith("ly")
            if known and (found := _adverb(page, token.i)):
                yield found
        elif token.pos in _POS:
            if counts is None or counts.knows(lemma_of(parsed, token.i), token.pos):
                yield from _grammatical(page, token.i)
            elif token.pos == "VERB" and _takes_content(parsed, token.i):
                yield from (found for found in _grammatical(page, token.i) if found.construction in _TELLING)


def _takes_content(parsed: ParsedDocument, verb: int) -> bool:
    """May a verb never counted as a cue be one, by the company it keeps?"""
    deps = {parsed.tokens[at].dep for at in parsed.tokens[verb].children}
    return "ccomp" in deps or ("dobj" in deps and "prep" in deps) or any(astray(parsed, verb))
