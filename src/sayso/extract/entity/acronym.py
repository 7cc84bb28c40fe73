"""Other names that the text itself gives: "Acme Mining Board (AMB)", "Foo, also known as Bar", "Foo/Bar"."""

import re

from sayso.extract.entity.naming import Draft, Ref, Sighting, key_of

_ALSO = re.compile(
    r"^,? ?\(?(?:(?:also|otherwise|formerly|previously|better|locally|once|now)"
    r" (?:known|called|named|referred to)"
    r"(?: as)?|formerly|a\.?k\.?a\.?|known locally as) (?:the )?[“\"‘']?$",
    re.I,
)
_TAIL = re.compile(r"^(?:in|for|of|at) (?:the )?[A-Z][\w-]+ \($")
_SMALL = {"of", "the", "and", "for", "on", "in", "de", "la", "du", "des", "&"}


def initials(name: str) -> str:
    """The first letters of the words of a name, small words left out."""
    words = [word for word in re.split(r"[\s\-–]+", name) if word and word.lower() not in _SMALL]
    return "".join(word[0] for word in words if word[0].isalpha()).upper()


def join_acronyms(draft: Draft) -> None:
    """Join names with the short and the other names that the document gives them."""
    names = [s for _, s in sorted(draft.sightings.items()) if s.ref[0] == "name"]
    _join_initials(draft, names)
    for number, one in enumerate(names):
        slash = one.end < len(draft.parsed.tokens) and draft.parsed.tokens[one.end].text == "/"
        for other in sorted(_next(names, number), key=lambda s: s.end if slash else -s.end):
            if _join_stated(draft, one, other):
                break


def _next(names: list[Sighting], number: int) -> list[Sighting]:
    """The sightings that begin first after the one of that number has ended."""
    after = [s for s in names[number + 1 : number + 12] if s.start >= names[number].end]
    return [s for s in after if s.start == after[0].start]


def _join_initials(draft: Draft, names: list[Sighting]) -> None:
    long: dict[str, set[Ref]] = {}
    for sighting in names:
        text = draft.text(sighting.start, sighting.end)
        if " " in text:
            long.setdefault(initials(text), set()).add(sighting.ref)
    for sighting in names:
        text = draft.text(sighting.start, sighting.end).replace(".", "")
        owners = long.get(text, set()) - {sighting.ref}
        if text.isupper() and len(text) >= 2 and len(owners) == 1:
            draft.join(min(owners), sighting.ref, "{1} are the initials of {0}")
            draft.vote(sighting.ref, "organisation", 2)


def _join_stated(draft: Draft, one: Sighting, other: Sighting) -> bool:
    """Join two neighbours where the words between them say that they are one; did they?"""
    if one.end > other.start or other.start - one.end > 8 or one.ref == other.ref:
        return False
    tokens = draft.parsed.tokens
    if tokens[one.end - 1].sentence != tokens[other.start].sentence:
        return False
    between = draft.parsed.document.text[tokens[one.end - 1].end : tokens[other.start].start]
    words = " ".join(between.split())
    name, acronym = draft.text(one.start, one.end), draft.text(other.start, other.end)
    stated = between == "/" or bool(_ALSO.match(words)) or bool(words and _ALSO.match(words + " "))
    if acronym.isupper() and len(acronym) > 1:
        tail = bool(_TAIL.match(words)) and initials(name)[:1] == acronym[:1]
        stated = stated or tail or (words == "(" and _abbreviates(acronym, draft, one))
    else:
        stated = stated or words in ("(“", '("', "(‘", "(«")
    if stated:
        draft.join(one.ref, other.ref, "the text puts {1} beside {0} as another name of it")
    return stated


def _abbreviates(acronym: str, draft: Draft, one: Sighting) -> bool:
    """Do the letters stand in the name in this order, beginning with its first?"""
    letters, name = key_of(acronym).replace(" ", ""), key_of(draft.text(one.start, one.end))
    at = 0
    for letter in letters:
        at = name.find(letter, at) + 1
        if at == 0:
            return initials(draft.text(one.start, one.end))[:1] == acronym[:1] and len(letters) <= 5
    return " " in name
