"""Greetings, wishes and insults, which put nothing forward, and the salutation before what does."""

from sayso.extract.assertion.grammar import is_finite, subject_of, words
from sayso.parse import ParsedDocument, Sentence

_LONGEST_SALUTATION = 7
_PEOPLE = frozenset({"you", "they", "u", "he", "she", "people", "nation"})


def salutation(parsed: ParsedDocument, sentence: Sentence) -> range:
    """The words before the comma in "Dear Anna, ...", "@berg ...", none where there are none."""
    none = range(sentence.start, sentence.start)
    opening = parsed.tokens[sentence.start]
    if opening.text.startswith("@") and len(opening.text) > 1:
        return range(sentence.start, sentence.start + 1)
    if opening.lower not in words("courtesy"):
        return none
    for at in range(sentence.start + 1, min(sentence.start + _LONGEST_SALUTATION, sentence.end)):
        if parsed.tokens[at].text in (",", "!", ":"):
            return range(sentence.start, at + 1)
        if parsed.tokens[at].pos in ("VERB", "AUX") and is_finite(parsed, at):
            return none
    return none


def is_courtesy(parsed: ParsedDocument, head: int) -> bool:
    """``thank you``, ``well said``, ``God bless the islanders``"""
    token = parsed.tokens[head]
    if token.lemma.lower() in words("courtesy"):
        return True
    before = parsed.tokens[head - 1].lower if head else ""
    if before == "well" and token.lower in ("said", "done", "put", "written"):
        return True
    subject = subject_of(parsed, head)
    blessed = subject is not None and parsed.tokens[subject].lower in words("heaven")
    return blessed and token.tag in ("VB", "VBP")


def is_insult(parsed: ParsedDocument, head: int) -> bool:
    """``you are all liars``: nothing but abuse of people, without a figure or a name."""
    subject = subject_of(parsed, head)
    if parsed.tokens[head].lemma != "be" or subject is None or parsed.tokens[subject].lower not in _PEOPLE:
        return False
    return any(_is_abuse(parsed, at) for at in parsed.tokens[head].children)


def _is_abuse(parsed: ParsedDocument, at: int) -> bool:
    token = parsed.tokens[at]
    abusive = {token.lower, token.lemma.lower()} & words("abuse")
    telling = any(parsed.tokens[below].pos in ("NUM", "PROPN", "VERB") for below in parsed.subtree(at))
    return token.dep in ("attr", "acomp") and bool(abusive) and not telling
