"""Clauses that come with their own word on whose they are: "in the mayor's report", "according to"."""

from typing import NamedTuple

from sayso.extract.animacy import speaker_kind
from sayso.extract.attribution.page import Page
from sayso.extract.attribution.tree import Range, children, phrase, subject
from sayso.parse import ParsedDocument

_INTO = ("in", "by", "at", "from")


class Named(NamedTuple):
    """A preposition, the noun of the text it leads to, and that text's words with its quoted title."""

    prep: int
    noun: int
    words: Range


def text_named(page: Page, verb: int) -> Named | None:
    """The text in "in the mayor's report the dead were put at 40"."""
    parsed = page.parsed
    for prep in children(parsed, verb, "prep"):
        for noun in children(parsed, prep, "pobj"):
            if parsed.tokens[prep].lower in _INTO and speaker_kind(parsed.tokens[noun].lemma) == "text":
                start, end = phrase(parsed, noun)
                title = next((q for q in page.outer if q.start == end and q.closed), None)
                return Named(prep, noun, (start, title.end if title else end))
    return None


def accorded(parsed: ParsedDocument, verb: int) -> int | None:
    """The "according" that frames a clause."""
    for at in children(parsed, verb, "prep", "advmod", "advcl"):
        if parsed.tokens[at].lower == "according":
            return at
    return None


def is_framed(page: Page, verb: int) -> bool:
    """Does a clause say itself whose it is?"""
    return text_named(page, verb) is not None or accorded(page.parsed, verb) is not None


def displaced_subject(parsed: ParsedDocument, verb: int) -> int | None:
    """The subject taken for an apposition: "according to sources, the mayor, in a speech, said"."""
    if subject(parsed, verb) is not None:
        return None
    for prep in children(parsed, verb, "prep"):
        if prep < verb and parsed.tokens[prep].lower == "as":  # "As the mayor, Ann Smith, once said: ..."
            noun = parsed.child(prep, "pobj")
            vague = noun is not None and any(
                parsed.tokens[at].lower in ("a", "an") for at in parsed.tokens[noun].children
            )
            return None if vague else noun
    at = accorded(parsed, verb)
    if at is None or at > verb:
        return None
    for to in (at, *children(parsed, at, "prep")):
        for noun in children(parsed, to, "pobj"):
            for other in children(parsed, noun, "appos"):
                if (
                    parsed.tokens[other - 1].text == ","
                    or parsed.tokens[parsed.tokens[other].left - 1].text == ","
                ):
                    return other
    return None
