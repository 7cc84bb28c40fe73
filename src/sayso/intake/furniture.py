"""Lines that belong to the page and not to the article, told by their wording."""

import re
from functools import cache

from sayso.intake.lines import Line
from sayso.lexicons import lexicon
from sayso.records.document import SegmentKind

_SITE = re.compile(r"(?:https?://)?(?:www\.)?([\w-]{2,40}(?:\.[\w-]{2,30}){0,2}\.[a-z]{2,10})/?", re.I)

#: A paragraph longer than this is none of a page's standing phrases.
_LONGEST = 500


@cache
def _patterns(section: str, kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in lexicon("page_furniture")[section][kind]), re.I)


def plain(text: str) -> str:
    """The wording of a line without Markdown's marks."""
    return text.lstrip("#>*_ \t\xa0").rstrip("*_ \t\xa0")


def is_site_name(text: str) -> bool:
    """Is the whole line an address such as ``example.org``?"""
    return bool(_SITE.fullmatch(text.strip()))


def is_masthead(text: str) -> bool:
    """Is the whole line a name such as newspapers, agencies and stations bear?"""
    words = text.split()
    return 1 < len(words) <= 6 and bool(_patterns("masthead", "name").fullmatch(plain(text)))


def is_whole(text: str, section: str, kind: str) -> bool:
    """Does one of the section's patterns match the whole line?"""
    return len(text) <= _LONGEST and bool(_patterns(section, kind).fullmatch(plain(text)))


def is_comment_heading(text: str) -> bool:
    """Does the line announce readers' comments?"""
    return is_whole(text, "comments", "heading") and plain(text) != ""


def is_comment_closing(text: str) -> bool:
    """Does the line say that the comments end here?"""
    return is_whole(text, "comments", "closing")


def is_button(text: str) -> bool:
    """Is the line a row of buttons under a comment?"""
    return is_whole(text, "comments", "button")


def is_appeal(text: str) -> bool:
    """Does the paragraph ask its reader for money, or to subscribe?"""
    asked = {found.group().lower() for found in _patterns("appeal", "asking").finditer(text)}
    spoken = _patterns("appeal", "address").findall(text)
    return len(asked) >= 2 and len(spoken) >= 2


def is_caption(line: Line) -> bool:
    """Does the line credit or describe a picture?"""
    text = plain(line.text)
    if len(text) > 400:
        return False
    return bool(_patterns("opening", "caption").match(text) or _patterns("inside", "caption").search(text))


def furniture(line: Line) -> SegmentKind | None:
    """What the line is by its wording alone, null where it may be part of the article."""
    text = plain(line.text)
    if len(line.text) > _LONGEST:
        return None
    if not text or _patterns("whole", "boilerplate").fullmatch(text):
        return "boilerplate"
    if is_comment_closing(text):
        return "boilerplate"
    if _patterns("whole", "navigation").fullmatch(text):
        return "navigation"
    if len(line.words) <= 25 and _patterns("opening", "navigation").match(text):
        return "navigation"
    if is_caption(line):
        return "caption"
    return None
