"""Who a reader is: the name a comment is headed by, the place it is signed from, whom it speaks to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.intake.dates import AGO, STAMP
from sayso.intake.furniture import is_button
from sayso.intake.lines import Line
from sayso.lexicons import lexicon

_NICK = r"[@\w][\w .'’@_-]{0,38}[\w.)!]"
_NICK_LAZY = _NICK.replace("{0,38}", "{0,38}?")
_SAYS = re.compile(
    rf"(?P<name>{_NICK}) (?:says|said|writes|wrote|replied|replies|commented|comments|responded|"
    rf"responds)\s*(?:\.\.\.|…)?:?",
    re.I,
)
_NAME_DATE = re.compile(
    rf"(?:(?:comment|posted|written|submitted|reply)\s+)?(?:by\s+)?(?P<name>{_NICK_LAZY})\s*"
    rf"(?:\s+(?:says|said|wrote|writes|commented|replied)\b)?\s*(?:[,|•·:(–—-]|\s(?:on|at)\b|"
    rf"\s)\s*(?:on\s+|at\s+)?(?P<stamp>{STAMP.pattern})\)?\s*",
    re.I,
)
_NAMED = re.compile(
    rf"(?P<name>{_NICK})(?:\s*\((?P<place>[^()]{{2,60}})\))?(?:,\s*(?P<from>[A-Z][^:]{{2,60}}))?:(?:\s+(?P<said>\S.*))?"
)
_NUMBER = re.compile(r"^\d{1,4}[.)]\s+")
_PLACE_PART = (
    r"[A-ZÀ-ÞĀ-Ž][\w'’.-]*(?:[ -](?:(?:of|de|the|and|el|al|la|le|am|an|der|"
    r"upon)[ -])?[A-ZÀ-ÞĀ-Ž(][\w'’.()-]*){0,3}"
)
_PLACE = re.compile(rf"(?:[—–-]+\s*|from\s+)?(?P<place>{_PLACE_PART}(?:,\s*{_PLACE_PART}){{0,2}})\.?")
_STATE = re.compile(r"[A-Z]{2}")
_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Madam|Rev|Reverend|Rabbi|Imam|Father|Sheikh|Minister|"
    r"President|Senator|Mayor|Councillor|Governor|General|Colonel|Judge)"
)
_WORD = r"[A-ZÀ-ÞĀ-Ž][\w'’-]+"
_SECOND = (
    r"(?:you|your|you['’]re|you['’]ve|you['’]ll|I|I['’`]m|I['’`]ve|I['’`]ll|I['’`]d|let|please|why|"
    r"how|what|where|when|who|are|do|did|can|could|"
    r"don['’`]?t|stop|go|get|read|learn|thank|thanks|sorry|we|they|so|tell|show|just|if|as|not|no|yes|"
    r"nobody|have|has|with)"
)
_GREETED = re.compile(
    r"(?:dear|hi|hello|hey|to|attn:?|thanks,?|"
    r"thank you,?)\s+(?P<who>(?:the )?[^,.:;!?\n]{2,50}?)\s*(?:[,:!]|$|[–—]| - )",
    re.I,
)
_AT = re.compile(r"@(?P<who>[\w.-]*\w(?: [A-ZÀ-ÞĀ-Ž][\w-]+)?)")
_TITLED = re.compile(rf"(?P<who>{_TITLE}\.? {_WORD}(?: {_WORD}){{0,2}})(?:\s*[,:!–—]|\s+(?={_SECOND}\b))")
_FULL = re.compile(rf"(?P<who>{_WORD} {_WORD}(?: {_WORD})?)(?:\s*[,:–—]+\s*|\s+)(?={_SECOND}\b)")
_FIRST = re.compile(
    rf"(?P<who>{_WORD})\s*,\s+(?=(?:you|your|you['’]re|why|are you|do you|did you|please|thank|"
    rf"I (?:agree|disagree|think))\b)"
)
_OFFICE = re.compile(r"(?P<who>(?:Author|Editors?|Admin|Moderator|Sir|Madam|Mr Author|Writer))\s*[,:]")
_REPLY = re.compile(r"(?:in reply to|replying to|re:)\s*(?P<who>[\w .'’#-]{1,40}?)\s*(?:[:,]|$)", re.I)


@dataclass(frozen=True)
class Header:
    """The name over a comment, in how many lines it is given, and whether words follow on the line."""

    name: str
    lines: int = 1
    dated: bool = False
    inline: bool = False
    place: str | None = None


def header_at(lines: Sequence[Line], at: int, announced: bool) -> Header | None:
    """The heading of a comment that begins at a line; ``announced`` where the page says comments follow."""
    text = lines[at].text.strip("*_ ")
    if len(text) > 100 and not (announced and ":" in text[:60]):
        return None
    after = lines[at + 1].text.strip("*_ ") if at + 1 < len(lines) else ""
    stamped = bool(STAMP.fullmatch(after))
    if found := _SAYS.fullmatch(text):
        return Header(found["name"], 1 + stamped, stamped) if stamped or announced else None
    if (found := _NAME_DATE.fullmatch(text)) and _is_nick(found["name"]):
        return Header(found["name"].strip(), 1, True)
    if stamped and re.fullmatch(_NICK, text) and _is_nick(text):
        return Header(text, 2, True)
    if announced and (found := _NAMED.fullmatch(text)) and _is_nick(found["name"]):
        return Header(found["name"], 1, False, bool(found["said"]), found["place"] or found["from"])
    return None


def _is_nick(text: str) -> bool:
    """A name or nickname: few words, and none of the words of sentences or buttons."""
    words = text.split()
    lead = words[0].lower() if words else ""
    plain = not re.fullmatch(AGO, text, re.I) and not is_button(text)
    return 0 < len(words) <= 4 and plain and lead not in lexicon("addresses")["no_name"]


def place_of(texts: Sequence[str]) -> str | None:
    """The place in a comment's last line where that line is nothing but a place, as written."""
    if len(texts) < 2 or len(texts[-1]) > 80:
        return None
    found = _PLACE.fullmatch(texts[-1].strip("*_() "))
    if not found:
        return None
    parts = found["place"].split(", ")
    known = is_country(parts[-1].rstrip(".")) or (len(parts) > 1 and _STATE.fullmatch(parts[-1]))
    if not known and not _is_town_and_land(texts[-1], parts):
        return None
    return ", ".join(parts[1:] if len(parts) == 3 and _is_signature(parts[0]) else parts)


def _is_town_and_land(line: str, parts: Sequence[str]) -> bool:
    """Two short capitalised parts alone on a line; a land no list knows is a land all the same."""
    lead = parts[0].split()[0].lower()
    short = len(parts) == 2 and all(len(part.split()) <= 2 for part in parts)
    return short and not line.endswith(".") and lead not in lexicon("addresses")["no_place"]


def _is_signature(text: str) -> bool:
    """Two words before town and country are a person, unless the first only belongs to towns."""
    words = text.split()
    return len(words) == 2 and words[0].lower().rstrip(".") not in lexicon("addresses")["town_words"]


@cache
def _countries() -> frozenset[str]:
    from babel import Locale

    names = {name for code, name in Locale("en").territories.items() if len(code) == 2}
    names |= {name.split(" (")[0].split(" SAR ")[0] for name in names}
    return frozenset(name.casefold() for name in names) | frozenset(lexicon("addresses")["short_countries"])


def is_country(text: str) -> bool:
    """Is the text the name of a country or territory in English?"""
    name = text.casefold().replace("’", "'").replace(" & ", " and ")
    return name.removeprefix("the ") in _countries() or name.removeprefix("republic of ") in _countries()


def addressee_of(texts: Sequence[str]) -> str | None:
    """Whom a comment's opening words speak to, in those words; null where it speaks to nobody by name."""
    opening = _NUMBER.sub("", texts[0]).lstrip("*_ ") if texts else ""
    for pattern in (_GREETED, _REPLY, _AT, _TITLED, _OFFICE, _FULL, _FIRST):
        found = pattern.match(opening)
        if found and _is_addressee(found["who"], pattern):
            return found["who"].strip()
    return None


def repeated_addressee(texts: Sequence[str], known: frozenset[str]) -> str | None:
    """A name others of the thread were spoken to by, at the opening of this comment too."""
    opening = _NUMBER.sub("", texts[0]).lstrip("*_@ ") if texts else ""
    for name in sorted(known, key=lambda one: (-len(one), one)):
        if " " in name and opening.startswith(f"{name} "):
            return name
    return None


def _is_addressee(who: str, pattern: re.Pattern[str]) -> bool:
    words = who.split()
    lead = words[0].lower().strip("'’")
    if pattern is _GREETED:
        return len(words) <= 6 and any(word[0].isupper() for word in words) and words[0] not in {"be", "do"}
    if pattern in {_FULL, _FIRST}:
        return lead not in lexicon("addresses")["no_name"] and not who.isupper() and not is_country(who)
    return True
