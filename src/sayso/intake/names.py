"""What a person's or a house's name looks like in a byline; nothing here knows any name."""

import re

_PARTICLE = r"(?:de|del|della|di|da|dos|du|van|von|der|den|bin|ibn|al|el|la|le|ben|bat|abu|of|and|the|zu|y)"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž\u0386-\u03ab\u0400-\u042f][\w'’´`.-]*"
NAME = rf"{_CAPITAL}(?:[ \xa0]+(?:(?:{_PARTICLE})[ \xa0]+)*{_CAPITAL}){{1,4}}"
_BRAND = rf"(?:{_CAPITAL}|[a-z]{{1,3}}\d*[A-Z]\w*)"
HOUSE = (
    rf"(?:[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{{2,10}}\b|{_BRAND}(?:[ \xa0]+(?:(?:of|and|the|for|de|"
    rf"&)[ \xa0]+)*(?:{_CAPITAL}|\d+))*)"
)
_TITLE = (
    r"(?i:mr|mrs|ms|miss|dr|prof|professor|sir|dame|rev|fr|rabbi|imam|sheikh|lord|lady|col|gen|maj|"
    r"capt|lt|sgt|amb)"
)
_PERSON = re.compile(rf"(?:{_TITLE}\.?\s+)?{NAME}")
_DESK = re.compile(
    r"\b(?:group|desk|team|staff|service|agency|bureau|department|cent(?:er|re)|office|unit|board|editors?|"
    r"editorial|newsroom|correspondents?|reporters?|institute|collective|committee|writers)\b",
    re.I,
)
_NOBODY = re.compile(
    r"(?:the )?(?:admin(?:istrator)?|staff|editors?|editorial(?: (?:team|board|staff|desk|office))?|"
    r"news ?(?:desk|room)|"
    r"(?:our )?(?:staff|web|news|foreign|own|special) (?:reporters?|writers?|correspondents?|desk|"
    r"team|editors?)|"
    r"(?:our )?correspondents?|reporters?|author|guest(?: (?:author|contributor|post))?|contributors?|"
    r"anonymous|"
    r"unknown|webmaster|user|wire|agencies|associated press staff|n/?a|none)",
    re.I,
)
_AFTER = re.compile(
    r"\s*(?:[|•·–—(\[]|\s-\s|,\s*(?!and\b)(?=(?:[a-z]|Staff|Special|Contribut|Senior|Chief|Editor|"
    r"Correspondent|"
    r"Reporter|Associate|Political|Foreign|For\b|The\b|PhD|Ph\.D|MD|Esq)))",
)
_AND = re.compile(r"\s*(?:,\s*and\s+|,\s+&\s+|\s+and\s+|\s*&\s*|\s+with\s+|\s*;\s*|,\s+|\s+/\s+)\s*")


def is_person(text: str) -> bool:
    """Could the text be one person's name (two to five words with capitals)?"""
    return bool(_PERSON.fullmatch(text.strip())) and not _DESK.search(text)


def is_desk(text: str) -> bool:
    """Could the text be the name of a group of writers?"""
    return bool(_DESK.search(text)) and text[:1].isupper()


def is_nobody(text: str) -> bool:
    """Does the byline name a function and nobody ("Admin", "Staff writer")?"""
    return bool(_NOBODY.fullmatch(text.strip()))


def authors_in(text: str) -> tuple[str, ...]:
    """The names in what follows "By" or "Authors:", as written, without offices and addresses."""
    text = re.sub(r"\s*[(<\[]?\S+@\S+[)>\]]?", "", text)
    text = re.split(_AFTER, text.strip(), maxsplit=1)[0].strip(" .,;:")
    found: list[str] = []
    for part in _AND.split(text):
        name = part.strip(" .,;:*_")
        name = name if not name.isupper() or len(name) < 4 else " ".join(w.capitalize() for w in name.split())
        if name and name not in found and not is_nobody(name):
            found.append(name)
    return tuple(found)


def are_names(names: tuple[str, ...]) -> bool:
    """Is every one of them a person's or a desk's name?"""
    return bool(names) and all(is_person(name) or (is_desk(name) and len(name) < 80) for name in names)
