"""Whom a source's words stand for."""

import re

from sayso.extract.animacy import speaker_kind
from sayso.extract.coreference import antecedent, described, head_of, mention_at
from sayso.extract.entity.naming import Naming
from sayso.extract.entity.wording import description
from sayso.lexicons import lexicon
from sayso.parse import ParsedDocument, Token
from sayso.records import Span, Spans

_LEADING = re.compile(r"^(?:and|but|or|nor|so|yet|as|that|by|to|from|of|according to)\s+", re.I)
_TRAILING = re.compile(r"(?:['’]s?|[\s,;:–—-]+)$")
#: How many tokens back a text may have been named.
_BACK = 300
_JOINTS = ("CCONJ", "PUNCT", "SPACE")
_ARTICLES = ("the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "your")


def resolve_source(
    parsed: ParsedDocument, naming: Naming, source: Spans, apart: Spans = ()
) -> tuple[str | None, str]:
    """Whom a source's words stand for: (referent id or null, name or honest description).

    Pronouns and definite descriptions are looked up within the document, but not in ``apart``, what the
    source is said to say. Words that name nobody ("officials", "Smith and Jones") stay what they are.
    """
    placed = _head(parsed, source)
    if placed is None:
        return None, _cleaned(" … ".join(parsed.words(span) for span in source))
    head, span = placed
    token = parsed.tokens[head]
    if not _is_pronoun(token):
        return _called(parsed, naming, head, span)
    found = antecedent(parsed, naming, head, apart)
    if found.entity in naming.by_id:
        return found.entity, naming.by_id[str(found.entity)].name
    if found.noun is not None:
        return _called(parsed, naming, found.noun, None)
    return None, _unresolved(parsed, head, span)


def _is_pronoun(token: Token) -> bool:
    tags = ("PRP", "PRP$", "WP", "WDT", "WP$")
    return token.pos == "PRON" or token.tag in tags or token.lower in ("i", "im")


def _called(parsed: ParsedDocument, naming: Naming, head: int, span: Span | None) -> tuple[str | None, str]:
    """Whom a noun stands for, and its name or the words of its phrase."""
    end = span.end if span is not None else None
    found, words = _resolve(parsed, naming, head, end), _cleaned(description(parsed, head, span))
    if found is None or found not in naming.by_id:
        return None, words
    referent = naming.by_id[found]
    return found, words if referent.type == "group" else referent.name


def _unresolved(parsed: ParsedDocument, head: int, span: Span) -> str:
    """The speaker or the one spoken to as the segment names them, else the pronoun's phrase."""
    token, segment = parsed.tokens[head], parsed.segment_of(head)
    if token.lower in lexicon("pronouns")["first"] and segment.speaker:
        return segment.speaker
    if token.lower in lexicon("pronouns")["second"]:
        return segment.addresses or "whoever is addressed"
    return _cleaned(description(parsed, head, span))


def _cleaned(words: str) -> str:
    """The words in single spaces without a conjunction or preposition before or a stop after them."""
    words = " ".join(words.split())
    while (shorter := _TRAILING.sub("", _LEADING.sub("", words))) not in (words, ""):
        words = shorter
    return words


def _head(parsed: ParsedDocument, source: Spans) -> tuple[int, Span] | None:
    """The head token of the first piece that has one, and that piece."""
    for span in source:
        words = [at for at in parsed.tokens_in(span) if parsed.tokens[at].pos not in _JOINTS]
        if words:
            rest = Span(parsed.tokens[words[0]].start, span.end)
            return _noun(parsed, rest, head_of(parsed, rest) or words[0]), rest
    return None


def _noun(parsed: ParsedDocument, span: Span, head: int) -> int:
    """From a preposition, possessive or article that heads the piece down to its noun."""
    inside = parsed.tokens_in(span)
    for _ in range(3):
        if parsed.tokens[head].pos not in ("ADP", "PART", "SCONJ", "VERB", "AUX"):
            break
        below = parsed.child(head, "pobj", "nsubj", "nsubjpass", "poss", "pcomp")
        if below is None or below not in inside:
            break
        head = below
    return head


def _resolve(parsed: ParsedDocument, naming: Naming, head: int, end: int | None) -> str | None:
    if _several(parsed, naming, head):
        return None
    mention = mention_at(parsed, naming, head)
    if mention:
        return mention.entity
    return (
        _issuer(parsed, naming, head)
        or _in_apposition(parsed, naming, head, end)
        or _titled(parsed, naming, head)
        or _definite(parsed, naming, head)
    )


def _titled(parsed: ParsedDocument, naming: Naming, head: int) -> str | None:
    """ "The first President of Ruritania Ann Smith": the only person named under the title."""
    token = parsed.tokens[head]
    if token.lower not in lexicon("names")["person"]["titles"]:
        return None
    reach = parsed.span(token.left, min(token.right, head + 9))
    persons = {m.entity for m in naming.mentions_in(reach) if m.type == "person" and m.start > token.start}
    return persons.pop() if len(persons) == 1 else None


def _several(parsed: ParsedDocument, naming: Naming, head: int) -> bool:
    """Are two different names joined by "and" here?"""
    own, other = mention_at(parsed, naming, head), parsed.child(head, "conj")
    if own is None or other is None:
        return False
    second = mention_at(parsed, naming, other)
    outside = second is not None and second.end > own.end
    return second is not None and outside and second.entity != own.entity


def _issuer(parsed: ParsedDocument, naming: Naming, head: int) -> str | None:
    """ "Acme data", "a spokesman for Acme", "the ministry's website": the body that speaks through it."""
    token = parsed.tokens[head]
    if token.lower not in lexicon("pronouns")["issued"]:
        return None
    for at in token.children:
        child = parsed.tokens[at]
        below: int | None = at
        if child.dep in ("prep", "agent") and child.lower in ("by", "for", "from", "of"):
            below = parsed.child(at, "pobj")
        elif child.dep == "acl" and child.tag == "VBN":
            agent = parsed.child(at, "agent")
            below = None if agent is None else parsed.child(agent, "pobj")
        elif child.dep not in ("compound", "poss", "nmod"):
            continue
        if below is None:
            continue
        if parsed.tokens[below].tag == "PRP$":
            return antecedent(parsed, naming, below).entity
        mention = mention_at(parsed, naming, below)
        if mention and mention.type in ("organisation", "person", "document"):
            return mention.entity
        found = _definite(parsed, naming, below)
        if found:
            return found
    return None


def _in_apposition(parsed: ParsedDocument, naming: Naming, head: int, end: int | None) -> str | None:
    """ "The mayor, Ann Smith": the name beside the description."""
    for at in parsed.tokens[head].children:
        if parsed.tokens[at].dep == "appos" and (end is None or parsed.tokens[at].start < end):
            mention = mention_at(parsed, naming, at)
            if mention and mention.type in ("person", "organisation"):
                return mention.entity
    return _named_further_on(parsed, naming, head, end)


def _named_further_on(parsed: ParsedDocument, naming: Naming, head: int, end: int | None) -> str | None:
    """ "The head of the anglers of the lake, Ann Smith": the one person in apposition to a later word."""
    token = parsed.tokens[head]
    if speaker_kind(token.lemma) != "person":
        return None
    stop = token.right if end is None else min(token.right, parsed.tokens_in(Span(token.start, end)).stop)
    beside = [at for at in range(head + 1, stop) if parsed.tokens[at].dep == "appos"]
    after_comma = [at for at in beside if parsed.tokens[parsed.tokens[at].left - 1].text == ","]
    found = [mention for at in after_comma if (mention := mention_at(parsed, naming, at))]
    persons = {mention.entity for mention in found if mention.type in ("person", "other")}
    return persons.pop() if len(persons) == 1 else None


def _definite(parsed: ParsedDocument, naming: Naming, head: int) -> str | None:
    articles = (parsed.tokens[at] for at in parsed.tokens[head].children)
    if any(token.lower in _ARTICLES and token.dep in ("det", "poss") for token in articles):
        return described(parsed, naming, head) or _issued_before(parsed, naming, head)
    return None


def _issued_before(parsed: ParsedDocument, naming: Naming, head: int) -> str | None:
    """ "The report", "the piece": whoever the last such text before is by."""
    lemma = parsed.tokens[head].lemma.lower()
    groups = [group for group in lexicon("pronouns")["same_text"] if lemma in group]
    if speaker_kind(lemma) != "text":
        return None
    for at in range(head - 1, max(-1, head - _BACK), -1):
        other = parsed.tokens[at].lemma.lower()
        if other != lemma and not any(other in group for group in groups):
            continue
        found = _issuer(parsed, naming, at)
        if found and parsed.sentence_of(at).segment == parsed.sentence_of(head).segment:
            return found
    return None
