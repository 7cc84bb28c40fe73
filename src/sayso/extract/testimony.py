"""Which attributions are statements of somebody: who can speak says something that can be agreed with."""

from dataclasses import replace

from sayso.extract.animacy import NAMES, speaker_kind
from sayso.extract.attribution import Attribution
from sayso.extract.coreference import head_of
from sayso.lexicons import lexicon
from sayso.lexicons.listing import listed
from sayso.parse import ParsedDocument, Token
from sayso.records import Span, Spans

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})
#: Where the noun hangs on what heads a source: "by the mayor", "groups sharing such views".
_BELOW = {"ADP": ("pobj",), "VERB": ("nsubj", "nsubjpass")}
_QUESTIONS = frozenset({"who", "what", "which"})
#: What a cue is taken for by the words in it, the first that are there.
_CUES = (("VERB", "NOUN", "ADJ"), ("ADV",))
_NAMING = frozenset({"PROPN", "PRON", "DET", "CCONJ", "PUNCT", "PART"})
_PREDICATES = frozenset({"VERB", "AUX"})
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ", "ADV", "AUX", "X", "SYM"})


def only_testimony(parsed: ParsedDocument, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions that make statements; what hung on one that does not hangs on the one around it."""
    kept = [
        number
        for number, one in enumerate(attributions)
        if one.testimony and _can_speak(parsed, one) and _is_said(parsed, one)
    ]
    places = {number: place for place, number in enumerate(kept)}
    found = []
    for number in kept:
        parent, seen = attributions[number].parent, {number}
        while parent is not None and parent not in places and parent not in seen:
            seen.add(parent)
            parent = attributions[parent].parent if 0 <= parent < len(attributions) else None
        found.append(replace(attributions[number], parent=places.get(parent) if parent is not None else None))
    return tuple(found)


def _words(parsed: ParsedDocument, spans: Spans) -> list[Token]:
    return [parsed.tokens[at] for span in spans for at in parsed.tokens_in(span)]


def _head(parsed: ParsedDocument, spans: Spans) -> Token | None:
    """The token at the head of the first piece, from a preposition or participle down to its noun."""
    for span in spans:
        inside = [
            at for at in parsed.tokens_in(span) if parsed.tokens[at].pos not in ("CCONJ", "PUNCT", "SPACE")
        ]
        if not inside:
            continue
        rest = Span(parsed.tokens[inside[0]].start, span.end)
        token = parsed.tokens[head if (head := head_of(parsed, rest)) is not None else inside[0]]
        below = parsed.child(token.i, *_BELOW.get(token.pos, ()))
        return parsed.tokens[below] if below is not None else _nominal(parsed, token, inside)
    return None


def _nominal(parsed: ParsedDocument, head: Token, inside: list[int]) -> Token:
    """The head, or where it is no noun the first in the piece that hangs on a word outside: of "Ilse, the
    teacher," the parser may take the name for an adverb."""
    if head.pos in _NOMINAL:
        return head
    tops = [at for at in inside if parsed.tokens[at].head not in inside and parsed.tokens[at].pos in _NOMINAL]
    return parsed.tokens[tops[0]] if tops else head


def _can_speak(parsed: ParsedDocument, one: Attribution) -> bool:
    """Is the source nobody named, or a word for somebody or something that can say anything?"""
    head = _head(parsed, one.source)
    if head is None:
        return True
    if head.pos not in _NOMINAL or _is_open(parsed, head):
        return False
    named = head.pos == "PROPN" and head.entity in NAMES
    if speaker_kind(head.lemma) != "mute" or (named and head.lower not in listed("names", "heads", "event")):
        return True
    owner = parsed.child(head.i, "poss")
    framed = any(token.lower == "according" for token in _words(parsed, one.cue))
    return framed and owner is not None and parsed.tokens[owner].pos in ("NOUN", "PROPN")


def _is_open(parsed: ParsedDocument, head: Token) -> bool:
    """Is it a question word, the "us" of "let us", or a "you" that nobody is addressed by?"""
    if (
        head.lower in ("us", "'s", "’s")
        and parsed.tokens[parsed.tokens[head.head].head].lemma.lower() == "let"
    ):
        return True
    if head.lower in lexicon("pronouns")["second"]:
        return not parsed.segment_of(head.i).addresses
    relative = any(parsed.tokens[at].dep == "relcl" for at in (head.i, *parsed.ancestors(head.i)))
    return head.lower in _QUESTIONS and not relative


def _is_said(parsed: ParsedDocument, one: Attribution) -> bool:
    """Does the content say something, rather than name what is talked about, to be done or left open?"""
    content = _words(parsed, one.content)
    words = _words(parsed, one.cue)
    cue = next((token for pos in _CUES for token in words if token.pos in pos), None)
    if one.mode != "indirect" or cue is None:
        return True
    if cue.pos == "ADV":
        return cue.lower in listed("speech", "hearsay", "words")
    if _is_silence(cue, content) or _is_naming_of_source(cue, content):
        return False
    if not any(token.pos in _TELLING for token in content) or _is_bare_name(content, one.content):
        return False
    opening = next((token for token in content if token.pos != "PUNCT"), None)
    if opening is not None and opening.lower in ("when", "where"):
        return cue.lemma.lower() in listed("speech", "topics", "asking")
    if any(_predicates(parsed, token, one.content) for token in content):
        return True
    if _is_aim(parsed, cue) or _is_verdict(content):
        return False
    if any(_counts(token) for token in content):
        return True
    return not (cue.pos == "NOUN" and not one.source) and not _is_topic(parsed, one, cue, content)


def _tops(content: list[Token]) -> list[Token]:
    """The tokens that hang on none of the others."""
    places = {token.i for token in content}
    return [token for token in content if token.head not in places or token.head == token.i]


def _is_silence(cue: Token, content: list[Token]) -> bool:
    """ "Declined to comment"."""
    silent = cue.lemma.lower() in listed("speech", "silence", "cues")
    return silent and bool(
        {token.lemma.lower() for token in content[:3]} & listed("speech", "silence", "words")
    )


def _is_naming_of_source(cue: Token, content: list[Token]) -> bool:
    """ "Quoting officials", "citing a report": whose word it is, not what is said."""
    quoting = cue.tag == "VBG" and cue.lemma.lower() in listed("speech", "quoting", "verbs")
    tops = _tops(content)
    named = [
        token.pos == "PROPN" or speaker_kind(token.lemma) in ("person", "body", "text") for token in tops
    ]
    return quoting and len(tops) == 1 and named[0]


def _is_bare_name(content: list[Token], spans: Spans) -> bool:
    """Is there nothing but one name, or several joined by "and"?"""
    if len(spans) > 1 or any(token.pos not in _NAMING for token in content):
        return False
    return len(_tops(content)) == 1


def _predicates(parsed: ParsedDocument, token: Token, content: Spans) -> bool:
    """Is it the predicate of the content, so that more is said than a thing named?"""
    head = parsed.tokens[token.head]
    outermost = token.head == token.i or not any(s.start <= head.start < s.end for s in content)
    return token.pos in _PREDICATES and token.tag != "VBG" and outermost


def _is_verdict(content: list[Token]) -> bool:
    """ "Debunked the lies of the mine": the writer's verdict on what is left unsaid."""
    return any(token.lemma.lower() in listed("modality", "denial", "verdicts") for token in _tops(content))


def _counts(token: Token) -> bool:
    """Is it a figure, in numerals or not?"""
    if token.lower in listed("figures", "amounts", "vague"):
        return True
    return token.pos == "NUM" and token.entity not in ("DATE", "TIME")


def _is_topic(parsed: ParsedDocument, one: Attribution, cue: Token, content: list[Token]) -> bool:
    """ "Wrote about the river", "discussed the price"."""
    lemma = cue.lemma.lower()
    if lemma not in listed("speech", "topics", "verbs"):
        return False
    led = {token.lower for token in _words(parsed, one.cue)} & listed("speech", "topics", "prepositions")
    return bool(led) or lemma in listed("speech", "topics", "objects") or content[0].pos == "ADP"


def _is_aim(parsed: ParsedDocument, cue: Token) -> bool:
    """ "To show kindness": a thing to be done."""
    return cue.pos == "VERB" and any(parsed.tokens[at].tag == "TO" for at in cue.children if at < cue.i)


def quoted_by(parsed: ParsedDocument, one: Attribution) -> Spans:
    """Whom the source itself quotes ("the Post, quoting officials, reported"), else nothing."""
    source = _words(parsed, one.source)
    below = [parsed.tokens[at] for token in _words(parsed, one.cue) for at in token.children]
    for token in (*source, *below):
        if token.tag != "VBG" or token.lemma.lower() not in listed("speech", "quoting", "verbs"):
            continue
        for at in token.children:
            quoted = parsed.tokens[at]
            kind = speaker_kind(quoted.lemma)
            named = quoted.pos == "PROPN" and quoted.entity in ("PERSON", "ORG")
            if quoted.dep == "dobj" and (named or kind in ("person", "body")):
                return (parsed.span(quoted.left, quoted.right),)
    return ()
