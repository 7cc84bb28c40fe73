"""Pronouns and definite descriptions of one document: which referent they lead back to."""

from collections.abc import Iterator

from sayso.extract.entity.naming import Naming, key_of
from sayso.lexicons import lexicon
from sayso.parse import ParsedDocument, Sentence, Token
from sayso.records import Mention, Span

#: How many sentences back a pronoun reaches, and how many a description.
NEAR, FAR = 4, 60
_SUBJECTS = ("nsubj", "nsubjpass")
_THING = frozenset({"organisation", "country", "document", "facility", "group"})
_PEOPLE = frozenset({"group", "organisation", "country"})


def antecedent(parsed: ParsedDocument, naming: Naming, index: int) -> str | None:
    """The referent that the pronoun at that token stands for, null where the text leaves it open."""
    token = parsed.tokens[index]
    words = lexicon("pronouns")
    if token.lower in words["first"]:
        return speaker_of(parsed, naming, index)
    if token.lower in words["second"]:
        return addressee(parsed, naming, index)
    if token.lower in words["relative"]:
        return _relative(parsed, naming, token)
    for sex in ("masculine", "feminine"):
        if token.lower in words[sex]:
            return _latest(parsed, naming, token, frozenset({"person"}), sex)
    if token.lower in words["neuter"]:
        return _latest(parsed, naming, token, _THING, None)
    if token.lower in words["plural"]:
        return _latest(parsed, naming, token, _PEOPLE, None)
    return None


def speaker_of(parsed: ParsedDocument, naming: Naming, index: int) -> str | None:
    """Who speaks in the segment of the token: its speaker, else the document's only author."""
    segment = parsed.segment_of(index)
    if segment.speaker:
        return naming.speakers.get(segment.speaker)
    return author_of(parsed, naming) if segment.kind != "comment" else None


def author_of(parsed: ParsedDocument, naming: Naming) -> str | None:
    """The document's author where there is exactly one."""
    authors = parsed.document.authors
    return naming.speakers.get(authors[0]) if len(authors) == 1 else None


def addressee(parsed: ParsedDocument, naming: Naming, index: int) -> str | None:
    """The referent whom the token's segment speaks to."""
    addressed = parsed.segment_of(index).addresses
    if not addressed:
        return None
    words = set(key_of(addressed).split())
    for referent in naming.referents:
        for name in (*referent.names, referent.name):
            mine = key_of(name).split()
            if referent.type == "person" and mine and (set(mine) <= words or mine[-1] in words):
                return referent.id
    return None


def _relative(parsed: ParsedDocument, naming: Naming, token: Token) -> str | None:
    """The noun that a relative clause belongs to."""
    for at in (token.i, *parsed.ancestors(token.i)):
        if parsed.tokens[at].dep == "relcl":
            return referent_at(parsed, naming, parsed.tokens[at].head)
    return None


def referent_at(parsed: ParsedDocument, naming: Naming, index: int) -> str | None:
    """The referent of the longest mention that ends its noun phrase at the token."""
    mention = mention_at(parsed, naming, index)
    return mention.entity if mention else None


def mention_at(parsed: ParsedDocument, naming: Naming, index: int) -> Mention | None:
    """The longest mention of which the token is the head word."""
    token = parsed.tokens[index]
    covering = [m for m in naming.mentions_in(Span(token.start, token.end)) if m.start <= token.start]
    headed = [m for m in covering if head_of(parsed, Span(m.start, m.end)) == index]
    return max(headed, key=lambda m: (m.end - m.start, -m.start), default=None)


def head_of(parsed: ParsedDocument, span: Span) -> int | None:
    """The token of the span that all others in it hang from (the first, where it is in pieces)."""
    inside = parsed.tokens_in(span)
    for i in inside:
        head = parsed.tokens[i].head
        if head == i or head not in inside:
            return i
    return None


def _latest(
    parsed: ParsedDocument, naming: Naming, token: Token, types: frozenset[str], sex: str | None
) -> str | None:
    """The subject of the nearest sentence before, else its last fitting name; first within the sentence."""
    for sentence in _sentences_before(parsed, token.i, NEAR):
        end = min(parsed.tokens[sentence.end - 1].end, token.start)
        span = Span(parsed.tokens[sentence.start].start, end)
        fitting = [m for m in naming.mentions_in(span) if m.type in types and m.end <= end and m.entity]
        if sex:
            fitting = [m for m in fitting if naming.sexes.get(str(m.entity), sex) == sex]
        heads = [(m, head_of(parsed, Span(m.start, m.end))) for m in fitting]
        subjects = [m for m, head in heads if head is not None and parsed.tokens[head].dep in _SUBJECTS]
        named = [
            m for m, head in heads if head is not None and parsed.tokens[head].dep not in ("amod", "compound")
        ]
        chosen = subjects or named
        if chosen:
            return chosen[-1 if not subjects else 0].entity
    return None


def _sentences_before(parsed: ParsedDocument, index: int, reach: int) -> Iterator[Sentence]:
    """The token's own sentence and those before it in the same segment, nearest first."""
    own = parsed.sentence_of(index)
    for number in range(own.i, max(-1, own.i - reach - 1), -1):
        sentence = parsed.sentences[number]
        if sentence.segment != own.segment:
            return
        yield sentence


def described(parsed: ParsedDocument, naming: Naming, index: int) -> str | None:
    """The referent of a description with "the", "this" or "its" whose head word is the token."""
    token = parsed.tokens[index]
    if token.lower in lexicon("pronouns")["author"] and parsed.segment_of(index).kind in ("comment", "bio"):
        return author_of(parsed, naming)
    titles = {*lexicon("names")["person"]["titles"], *lexicon("pronouns")["author"]}
    if token.lower in titles:
        return _by_role(parsed, naming, token)
    if token.lower in lexicon("names")["heads"]["organisation"]:
        return _by_kind(naming, token, token.lower)
    return None


def _by_role(parsed: ParsedDocument, naming: Naming, token: Token) -> str | None:
    """The last person before the token to whom the document gave the role."""
    for mention in reversed(_before(naming, token)):
        if mention.type == "person" and token.lower in _roles(parsed, mention):
            return mention.entity
    return None


def _before(naming: Naming, token: Token) -> list[Mention]:
    return [
        m for m in naming.mentions_in(Span(max(0, token.start - 6000), token.start)) if m.end <= token.start
    ]


def _roles(parsed: ParsedDocument, mention: Mention) -> set[str]:
    """Title words inside the mention, in apposition to it, or said of it with "is" or "was"."""
    found = {word.lower() for word in mention.text.split()[:-1]}
    head = head_of(parsed, Span(mention.start, mention.end))
    if head is None:
        return found
    token = parsed.tokens[head]
    near = [parsed.tokens[i] for i in token.children if parsed.tokens[i].dep in ("appos", "compound", "nmod")]
    if token.dep == "appos":
        near.append(parsed.tokens[token.head])
    verb = parsed.tokens[token.head]
    if token.dep == "nsubj" and verb.lemma == "be":
        near += [parsed.tokens[i] for i in verb.children if parsed.tokens[i].dep == "attr"]
    return found | {other.lower for other in near}


def _by_kind(naming: Naming, token: Token, kind: str) -> str | None:
    """The last body before the token whose name has the word in it ("the ministry": Ministry of Health)."""
    for mention in reversed(_before(naming, token)):
        if mention.type == "organisation" and mention.entity:
            names = naming.by_id[mention.entity].names
            if any(kind in key_of(name).split() for name in (*names, mention.text)):
                return mention.entity
    return None
