"""What the text itself states of its author, outlet and origin: bylines, bios, "republished from"."""

import re

from sayso.intake.dates import DATE
from sayso.intake.furniture import is_masthead
from sayso.intake.names import HOUSE, NAME, are_names, authors_in
from sayso.lexicons import lexicon

_BYLINE = re.compile(
    r"(?:written by|story by|article by|text by|words by|report by|reported by|posted by|"
    r"published by the author|"
    r"by|authors?|writers?|text|words|byline|reporter|interviewer)\b(?P<mark>\s*:)?\s+(?P<names>.+)",
    re.I,
)
_POSTED = re.compile(
    rf"(?:posted|published|written|updated|added|submitted)\s+(?:on\s+)?{DATE}.{{0,24}}?\s+by\s+(?P<names>.+)",
    re.I,
)
_NAME_AND_DATE = re.compile(rf"(?P<names>{NAME}(?: (?:and|&) {NAME})?)\s*[|•·–—]\s*(?i:{DATE}).{{0,24}}")
_BIO_ROLE = (
    r"(?i:director|professor|fellow|editor|journalist|reporter|correspondent|columnist|author|writer|analyst|"
    r"researcher|lecturer|founder|president|chair(?:man|woman|person)?|contributor|lawyer|attorney|historian|"
    r"activist|student|expert|consultant|scholar|scientist|teacher|novelist|poet|blogger|broadcaster|"
    r"photographer|"
    r"economist|ambassador|diplomat|officer|head|member|partner|candidate|rabbi|priest|pastor|freelancer?|"
    r"co-?founder|secretary|associate|adviser|advisor|commentator|producer|presenter|doctor|engineer|"
    r"translator)"
)
_BIO = re.compile(
    rf"(?:about the authors?[:.]?\s*)?(?:(?:mr|mrs|ms|dr|prof)\.?\s+)?(?P<name>{NAME})(?:,[^,.]{{2,80}},)?\s+"
    rf"(?:(?:is|was|has been)\s+(?:an?|the|currently|also|our|senior|co-?|"
    rf"\w+[’']s)?\s*(?:[\w,’'.&-]+\s+){{0,8}}?{_BIO_ROLE}\b"
    r"|(?:writes|covers|reports|blogs|teaches|lectures|edits|works|lives|studies|tweets)\b)",
)
_FOLLOWED = re.compile(rf"(?i:follow) (?P<name>{NAME}) (?i:on (?:twitter|x|facebook|instagram|telegram))\b")
_BIO_OPENING = re.compile(
    r"(?:about the authors?\b|the (?:author|writer) (?:is|was|teaches|lives|works)\b|"
    r"(?:reporting|additional reporting|writing|editing|edited|translated|compiled) by\b|"
    r"follow \S.{0,60} on (?:twitter|x|facebook|instagram)\b|contact the (?:author|writer|reporter)\b)",
    re.I,
)
_MASTER = (
    r"(?:republished|reprinted|adapted|translated|reproduced|excerpted|reposted|syndicated|taken|abridged)"
)
_HOUSE = rf"(?P<house>[“\"'*_]*(?i:the )?{HOUSE})"
_KIND = (
    r"(?:newspaper|channel|magazine|outlet|website|agency|portal|daily|weekly|station|broadcaster|"
    r"site|journal|network|blog|paper|publication|think tank)"
)
_DERIVED = (
    re.compile(
        rf"(?i:{_MASTER}) (?i:with (?:kind )?permission )?(?i:from)(?i: (?:an article|a piece|an? \w+|"
        rf"a story) (?:by|in|from))? {_HOUSE}"
    ),
    re.compile(
        rf"(?i:first|originally) (?i:published|appeared|printed|posted|ran) (?i:in|by|on|at) {_HOUSE}"
    ),
    re.compile(rf"(?i:originally|first) (?i:from|via):? {_HOUSE}"),
    re.compile(
        rf"(?i:{_KIND}) {_HOUSE} (?i:has |recently |had )*(?i:published|carried|ran|printed|posted|"
        rf"released) (?i:an?|this|the) "
    ),
    re.compile(
        rf"^{_HOUSE} (?i:has |recently |had )*(?i:published|carried|ran|printed) (?i:an?) (?i:article|"
        rf"analysis|piece|report|column|interview|commentary|essay)\b"
    ),
)
_DERIVED_AUTHOR = re.compile(
    rf"\b(?i:an? (?:\w+ )?(?:article|analysis|piece|report|column|interview|commentary|"
    rf"essay)) (?i:written )?by (?P<name>{NAME})"
)
_ADAPTER = re.compile(
    rf"(?:^|(?<=[.!?] )|(?<=[.!?]\xa0)){_HOUSE} (?i:is pleased to (?:present|share|publish|offer)|"
    rf"presents|publishes|"
    r"(?:here )?(?:offers|brings|reproduces)) "
)
_PUBLISHER = re.compile(rf"^(?:[*_]*)(?i:published by|publisher|source|outlet)\s*:?\s+{_HOUSE}[.*_]*$")
_SERIES = re.compile(rf"^{_HOUSE},?\s*[|•·–—(-]?\s*(?i:(?:e-?)?issn)\b")
_DATED = re.compile(rf"{_HOUSE}\s*[,|•·–—-]\s*(?i:{DATE})[\s.|]*")
_ASKER = re.compile(
    rf"(?i:do you (?:like|enjoy|value|read)|support|donate to|subscribe to|a message from) {_HOUSE}"
)
_NO_HOUSE = frozenset({"the", "our", "us", "this", "here", "you", "a", "an", "it", "your", "we"})
_EDGE = " *_“”\"'‘’.,;:"


def _towns() -> list[str]:
    """First words of towns: "New York | 3 March 2015" names no author."""
    words: list[str] = lexicon("addresses")["town_words"]
    return words


def byline(text: str) -> tuple[str, ...]:
    """The authors a line names, none where it is no byline."""
    text = text.strip("*_# \xa0")
    if len(text) > 200:
        return ()
    found = _BYLINE.fullmatch(text) or _POSTED.fullmatch(text) or _NAME_AND_DATE.fullmatch(text)
    if not found or is_masthead(found["names"]) or found["names"].split()[0].lower() in _towns():
        return ()
    written = re.split(
        rf"\s*[|•·,–—-]?\s*(?:(?:on|published|posted|updated)\s+)?{DATE}", found["names"], flags=re.I
    )[0]
    names = authors_in(written)
    return names if are_names(names) else ()


def is_nameless_byline(text: str) -> bool:
    """Is it a byline that names a function only ("By Staff writer")?"""
    found = _BYLINE.fullmatch(text.strip("*_# \xa0"))
    return found is not None and len(text) < 60 and not authors_in(found["names"])


def bio_of(text: str) -> str | None:
    """Whom a paragraph of biography is about, null where it is none."""
    found = _BIO.match(text.strip("*_ \xa0")) if len(text) < 1_500 else None
    return found["name"] if found else None


def followed(text: str) -> str | None:
    """Whom a line asks to follow ("Follow Ann Low on Twitter")."""
    found = _FOLLOWED.match(text.strip("*_ \xa0"))
    return found["name"] if found else None


def is_bio_opening(text: str) -> bool:
    """Does the line begin like a note on the author or the making of the piece?"""
    return bool(_BIO_OPENING.match(text.strip("*_ \xa0")))


def derived_from(paragraphs: list[str]) -> str | None:
    """What the text says it was adapted or republished from."""
    return _first(_DERIVED, paragraphs)


def derived_authors(paragraphs: list[str]) -> tuple[str, ...]:
    """Who wrote what the text says it was adapted from."""
    for text in paragraphs:
        if any(pattern.search(text) for pattern in _DERIVED) and (found := _DERIVED_AUTHOR.search(text)):
            return (found["name"].strip(_EDGE),)
    return ()


def adapter(paragraphs: list[str]) -> str | None:
    """Who says to present an adapted version."""
    return _first((_ADAPTER,), [text for text in paragraphs if any(p.search(text) for p in _DERIVED)])


def dated_house(text: str) -> str | None:
    """Who stands before the date in a line of nothing else ("North Wire, 5 April 2024")."""
    found = _DATED.fullmatch(text.strip("*_ \xa0")) if len(text) <= 120 else None
    return found["house"].strip(_EDGE) if found else None


def publisher(lines: list[str]) -> str | None:
    """The outlet a line of the page names: "Published by", a series with its ISSN."""
    return _first((_PUBLISHER,), lines) or _first((_SERIES,), lines)


def asker(appeals: list[str]) -> str | None:
    """The outlet that asks its readers for support."""
    return _first((_ASKER,), appeals)


def _first(patterns: tuple[re.Pattern[str], ...], texts: list[str]) -> str | None:
    for text in texts:
        for pattern in patterns:
            found = pattern.search(text)
            if found and (name := _house(found["house"])):
                return name
    return None


def _house(name: str) -> str | None:
    name = name.strip(_EDGE).removeprefix("the ")
    return None if name.lower() in _NO_HOUSE or len(name) < 2 else name
