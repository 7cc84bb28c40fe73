"""Pronouns and definite descriptions of one document: which referent they lead back to."""

from collections.abc import Iterator
from typing import NamedTuple

from sayso.extract.animacy import speaker_kind
from sayso.extract.entity.naming import Naming, key_of
from sayso.lexicons import lexicon
from sayso.parse import ParsedDocument, Sentence, Token
from sayso.records import Mention, Span, Spans

#: How many sentences back a pronoun reaches, and how many a description.
NEAR, FAR = 4, 60
_SUBJECTS = ("nsubj", "nsubjpass")
_WITHIN = ("amod", "compound")


class _Search(NamedTuple):
    """What a pronoun may mean: names of these types and sex, descriptions of these kinds and number."""

    types: frozenset[str]
    kinds: frozenset[str]
    plural: bool = False
    sex: str | None = None


_PERSON, _PERSONS = frozenset({"person"}), frozenset({"person", "body"})
_THINGS = frozenset({"organisation", "country", "document", "facility", "group"})
_SEARCHES = {
    "masculine": _Search(_PERSON, _PERSON, sex="masculine"),
    "feminine": _Search(_PERSON, _PERSON, sex="feminine"),
    "neuter": _Search(_THINGS, frozenset({"body", "text"})),
    "plural": _Search(frozenset({"group", "organisation"}), _PERSONS, plural=True),
}


class Antecedent(NamedTuple):
    """What a pronoun leads back to: a referent's id, or the head token of a description."""

    entity: str | None = None
    noun: int | None = None


OPEN = Antecedent()


def antecedent(parsed: ParsedDocument, naming: Naming, index: int, apart: Spans = ()) -> Antecedent:
    """Whom the pronoun at that token stands for, nobody where the text leaves it open.

    Nothing inside ``apart``, what the pronoun is said to say, is looked at.
    """
    token = parsed.tokens[index]
    words = lexicon("pronouns")
    for group, search in _SEARCHES.items():
        if token.lower in words[group]:
            return _latest(parsed, naming, token, search, apart)
    return Antecedent(_spoken_to(parsed, naming, index))


def _spoken_to(parsed: ParsedDocument, naming: Naming, index: int) -> str | None:
    """The referent of a pronoun that leads to the speaker, the one addressed or a relative clause's noun."""
    token = parsed.tokens[index]
    words = lexicon("pronouns")
    if token.lower in words["first"]:
        return speaker_of(parsed, naming, index)
    if token.lower in words["second"]:
        return addressee(parsed, naming, index)
    if token.lower in words["relative"]:
        return _relative(parsed, naming, token)
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
    parsed: ParsedDocument, naming: Naming, token: Token, search: _Search, apart: Spans
) -> Antecedent:
    """The subject of the nearest sentence before, else its last fitting name.

    Where the same pronoun is a sentence's subject already, its other names are not meant.
    """
    for sentence in _sentences_before(parsed, token.i, NEAR):
        heads = [
            at
            for at in range(sentence.start, min(sentence.end, token.i))
            if not any(span.start <= parsed.tokens[at].start < span.end for span in apart)
        ]
        found = {at: fit for at in heads if (fit := _fitting(parsed, naming, at, search))}
        subjects = [at for at in found if parsed.tokens[at].dep in _SUBJECTS]
        main = [at for at in subjects if parsed.tokens[parsed.tokens[at].head].dep == "ROOT"]
        if subjects:
            return found[(main or subjects)[0]]
        taken = any(parsed.tokens[at].lower == token.lower for at in heads)
        named = [at for at in found if found[at].entity and parsed.tokens[at].dep not in _WITHIN]
        if named and not taken:
            return found[named[-1]]
    return OPEN


def _fitting(parsed: ParsedDocument, naming: Naming, index: int, search: _Search) -> Antecedent | None:
    """What the pronoun could mean by the noun at that token."""
    token = parsed.tokens[index]
    mention = mention_at(parsed, naming, index)
    if search.plural and mention is not None and token.dep in _SUBJECTS and parsed.child(index, "conj"):
        return Antecedent(noun=index)
    if mention is not None and mention.entity:
        fits = mention.type in search.types
        if fits and search.sex:
            fits = naming.sexes.get(mention.entity, search.sex) == search.sex
        return Antecedent(mention.entity) if fits else None
    if token.pos != "NOUN" or token.dep not in _SUBJECTS:
        return None
    kind = speaker_kind(token.lemma)
    plural = token.tag == "NNS" or kind == "body"
    fits = kind in search.kinds and (plural if search.plural else token.tag == "NN")
    return Antecedent(noun=index) if fits else None


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
