"""The building blocks of time patterns, and what the words in them count.

A pattern is a template: ``{month} {day},? {year}``. ``{piece}`` stands for a piece of the table below and
names a group after it, ``{piece:name}`` names the group otherwise; a blank matches white space up to one
line end.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from sayso.lexicons import lexicon

WORDS: dict[str, Any] = lexicon("time")
MONTHS: dict[str, int] = WORDS["months"] | WORDS["month_abbreviations"]
WEEKDAYS: dict[str, int] = WORDS["weekdays"] | WORDS["weekday_abbreviations"]
SEASONS: dict[str, str] = WORDS["seasons"]
UNITS: dict[str, str] = WORDS["units"] | WORDS["unit_plurals"]
NUMBERS: dict[str, int] = WORDS["numbers"]
TENS: dict[str, int] = WORDS["tens"]
DECADES: dict[str, int] = WORDS["decades"]
ORDINALS: dict[str, int] = WORDS["ordinals"]
DAYPARTS: dict[str, str] = WORDS["dayparts"]


def either(words: Any) -> str:
    """An alternation of literal words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_SMALL = rf"(?:{either(TENS)})(?:[- ](?:{either(list(NUMBERS)[:9])}))?|{either(NUMBERS)}"
_VAGUE = (
    "a few|several|many|some|a couple of|a couple|couple of|a number of|dozens of|hundreds of|"
    "thousands of|tens of thousands of|countless|few|a dozen|two dozen"
)
_PIECES = {
    "month": rf"(?:{either(WORDS['months'])})\b|(?:{either(WORDS['month_abbreviations'])})\b\.?",
    "weekday": rf"(?:{either(WORDS['weekdays'])})\b|(?:{either(WORDS['weekday_abbreviations'])})\b\.?",
    "dayname": rf"(?:{either(WORDS['weekdays'])})\b",
    "season": rf"(?:{either(SEASONS)})\b",
    "unit": rf"(?:{either(UNITS)})\b",
    "day": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d)",
    "dayword": rf"(?:{either(ORDINALS)})\b",
    "year": r"(?:1\d{3}|20\d\d)(?![\w%]|[.,:/]\d)",
    "spelled": rf"(?:nineteen|eighteen|twenty) (?:{either(TENS)}|{either(list(NUMBERS)[9:])}|oh)"
    rf"(?:[- ](?:{either(list(NUMBERS)[:9])}))?\b|two thousand(?: and)?(?: (?:{_SMALL}))?\b",
    "number": rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?: (?:hundred|thousand|million))?|half an?|"
    rf"{_VAGUE}|an? (?:hundred|thousand|million)|(?:{_SMALL})(?: (?:hundred|thousand|million))?|an?",
    "count": rf"\d{{1,4}}|{_VAGUE}|{_SMALL}",
    "ordinal": rf"(?:{either(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))\b",
    "daypart": rf"(?:{either(DAYPARTS)})\b",
    "clock": r"\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?(?:[ap]\.m\.|[ap]m\b)|noon\b|midnight\b",
    "zone": r"(?:GMT|UTC|[ECMP][SD]T|CES?T|BST|MSK|local time)\b",
    "early": r"(?:earl(?:y|ier)|late(?:r|st)?|mid|"
    r"the (?:very )?(?:beginning|start|end|middle|close|turn|eve|summer|height) of|"
    r"the (?:first|second|latter|early|late|later|last) (?:half|part|days|weeks|months|years) of)"
    r"(?: (?:in|on))?[ -]"
    r"|the (?:early|late|mid)[ -]",
    "approx": r"(?:(?:no |not )?(?:more|less|fewer|longer) than|at least|at most|up to|nearly|almost|over|"
    r"under|well over|just over|just under) ",
    "about": r"(?:(?:about|around|approximately|roughly|some) )",
    "filler": r"(?:more|additional|consecutive|successive|straight|full|whole|entire|long|calendar|working|"
    r"trading|business|fiscal|further|other|short|difficult|previous)",
    "deictic": r"(?:this|last|past|next|coming|current|previous|preceding|prior|following|same|very same|"
    r"that|that same|this same|this past|this coming|subsequent)",
    "era": r"(?:A\.D\.|AD\b|B\.C\.E\.|B\.C\.|BCE?\b|C\.E\.|CE\b)",
    "holiday": rf"(?:{either(WORDS['holidays'])})\b",
}
_SLOT = re.compile(r"\{([a-z]+)(?::(\w+))?\}")
_NAMED = re.compile(r"\(\?P<\w+>")
_SAME = re.compile(r"\(\?P=\w+\)")
_BLANKS = re.compile(r"\[[^\]]*\]|\(\?<[=!][^)]*\)|\\ | ")
_BLANK = r"(?:[^\S\n]{1,9}(?:\n[^\S\n]{0,9})?|\n[^\S\n]{0,9})"

#: Where an expression may begin: a figure or one of these words.
START = re.compile(
    rf"(?<![\w$€£#])(?<!\d/)(?:\d|(?:{_PIECES['month']}|{_PIECES['weekday']}|(?:{either(WORDS['weekdays'])})s|"
    rf"{_PIECES['season']}|{_PIECES['daypart']}|"
    rf"{either(UNITS)}|{either(NUMBERS)}|{either(TENS)}|{either(ORDINALS)}|{either(DECADES)}|"
    rf"{either(WORDS['sets'])}|{either({w.split()[0].split(chr(39))[0] for w in WORDS['holidays']})}|"
    "the|an?|this|that|these|last|next|past|previous|current|coming|following|same|every|each|"
    "early|earlier|late|later|latest|mid|about|around|approximately|roughly|nearly|almost|over|under|more|less|"
    "no|not|fewer|longer|well|just|another|only|at|up|as|some|several|many|few|couple|dozens|hundreds|"
    "thousands|tens|countless|half|today|tonight|yesterday|tomorrow|overnight|once|twice|now|right|"
    "currently|recent(?:ly)?|previously|soon|formerly|nowadays|future|modern|ancient|present|antiquity|"
    "medieval|olden|time|AD|A\\.D\\.|Q[1-4]|fiscal|between|from|year|turn|midnight|noon)\\b)",
    re.IGNORECASE,
)


@cache
def pattern(template: str) -> re.Pattern[str]:
    """The compiled regular expression of a template."""
    return re.compile(_expanded(template), re.IGNORECASE)


def any_of(templates: Iterable[str]) -> re.Pattern[str]:
    """One expression that matches wherever any of the templates may: a quick look before a careful one."""
    shapes = "|".join(_expanded(template) for template in templates)
    return re.compile(_NAMED.sub("(?:", _SAME.sub(".", shapes)), re.IGNORECASE)


def _expanded(template: str) -> str:
    def piece(match: re.Match[str]) -> str:
        return f"(?P<{match[2] or match[1]}>{_PIECES[match[1]]})"

    return f"(?:{_BLANKS.sub(_blank, _SLOT.sub(piece, template))})(?!\\w)"


def _blank(match: re.Match[str]) -> str:
    """A blank of a template: any white space; one character where regular expressions allow no more."""
    found = match[0]
    return _BLANK if found in (" ", "\\ ") else found.replace(" ", r"\s")


def plain(words: str) -> str:
    """Words in lower case with single blanks, straight apostrophes and no final full stop."""
    return " ".join(words.replace("’", "'").lower().split()).rstrip(".")


def number(words: str) -> float | None:
    """What a numeral counts, null for an unstated number ("several")."""
    said = plain(words).replace(",", "")
    if said in ("a", "an"):
        return 1
    if said.startswith("half"):
        return 0.5
    if said.endswith("dozen"):
        return 24 if said.startswith("two") else 12
    said = re.sub(r"^an? (?=hundred|thousand|million)", "1 ", said)
    head, _, scale = (
        said.rpartition(" ") if said.endswith(("hundred", "thousand", "million")) else (said, "", "")
    )
    factor = {"hundred": 100, "thousand": 1000, "million": 10**6}.get(scale, 1)
    value = _small(head)
    return None if value is None else value * factor


def _small(said: str) -> float | None:
    if re.fullmatch(r"\d+(?:\.\d+)?", said):
        return float(said)
    tens, _, ones = said.replace("-", " ").partition(" ")
    if tens in TENS and (not ones or ones in NUMBERS):
        return TENS[tens] + NUMBERS.get(ones, 0)
    return NUMBERS.get(said)


def ordinal(words: str) -> int:
    """The rank an ordinal gives (``19th``, ``sixth``)."""
    said = plain(words)
    return ORDINALS.get(said) or int(re.sub(r"\D", "", said) or 0)


def spelled_year(words: str) -> int | None:
    """The year of "nineteen ninety-six" or "two thousand and five"."""
    said = plain(words).replace("-", " ")
    if said.startswith("two thousand"):
        rest = said.removeprefix("two thousand").removeprefix(" and").strip()
        return 2000 + int(_small(rest) or 0)
    head, _, rest = said.partition(" ")
    hundreds = {"nineteen": 1900, "eighteen": 1800, "twenty": 2000}[head]
    value = _small(rest.removeprefix("oh ").strip())
    return hundreds + int(value) if value is not None else None
