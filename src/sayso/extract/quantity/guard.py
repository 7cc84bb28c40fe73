"""What looks like a figure and is none: years, dates, clock times, labels, names, scores, list numbers."""

import re

from sayso.extract.quantity.atoms import Atoms, glued, lower
from sayso.extract.quantity.digits import HYPHENS, Numeral
from sayso.extract.quantity.numerals import ORDINALS
from sayso.lexicons import lexicon
from sayso.parse import ParsedDocument

_LABELS = frozenset(lexicon("counted")["labels"]["words"])
_NUMBERED = frozenset(lexicon("counted")["numbered"]["words"])
_MONTHS = frozenset(lexicon("time")["months"])
_YEAR_BEFORE = frozenset(
    [
        "in",
        "since",
        "by",
        "of",
        "from",
        "until",
        "till",
        "during",
        "before",
        "after",
        "early",
        "late",
        "mid",
        "circa",
        "©",
        "the",
        "year",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "and",
        "to",
        "through",
        "this",
    ]
)
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"})
_FIRST_BARE_YEAR = 1500
_CODE_LENGTH = 10
_JOINING = frozenset({"minus", "sub", "plus", "mid", "to", "nearly", "about", "mere", "then", "non"})
_STICKY = frozenset("#№:/_@&=\\.'’")


def _stuck_before(atoms: Atoms, numeral: Numeral) -> bool:
    """Letters or a sign joined to the front of the number: "F-35", "G20", "#1", "15:18"."""
    at = numeral.start
    if not glued(atoms, at):
        return lower(atoms, at - 1) in ("#", "№")
    before = lower(atoms, at - 1)
    if before[-1:].isalnum() or before in _STICKY:
        return True
    if before in HYPHENS and at >= 2 and glued(atoms, at - 1):
        word = lower(atoms, at - 2)
        return word[-1:].isalnum() and word not in _JOINING
    return False


def _stuck_after(atoms: Atoms, numeral: Numeral, unit_end: int | None) -> bool:
    """Letters or digits joined to the end: "3D", "5th", "1990s", "9:30", "24703L202"."""
    at = numeral.end if unit_end is None else unit_end
    if not glued(atoms, at):
        return False
    after = lower(atoms, at)
    if after[:1].isalnum() and (numeral.form == "digits" or unit_end is not None):
        return True
    if (
        unit_end is None
        and numeral.form == "digits"
        and after in (":", "/", "_")
        and lower(atoms, at + 1)[:1].isdigit()
    ):
        return True
    if (
        after in ("'", "’", "′")
        and glued(atoms, at + 1)
        and (lower(atoms, at + 1)[:1].isdigit() or lower(atoms, at + 1) == "s")
    ):
        return True
    return after in HYPHENS and glued(atoms, at + 1) and lower(atoms, at + 1) in ORDINALS


def _is_year(parsed: ParsedDocument, atoms: Atoms, numeral: Numeral) -> bool:
    """A bare four-digit number that reads as a year."""
    text = atoms[numeral.start].text
    if numeral.form != "digits" or numeral.scaled or not re.fullmatch(r"1\d{3}|20\d{2}|2100", text):
        return False
    token = parsed.tokens[atoms[numeral.start].token]
    before = lower(atoms, numeral.start - 1)
    if int(text) < _FIRST_BARE_YEAR and before not in ("in", "since", "year"):
        return False
    if token.entity in ("DATE", "EVENT") or before in _MONTHS or lower(atoms, numeral.end) in _MONTHS:
        return True
    if before in _YEAR_BEFORE and 1800 <= int(text) <= 2100:
        return True
    head = parsed.tokens[token.head]
    return (
        not (token.dep == "nummod" and head.tag in ("NNS", "NNPS"))
        and 1800 <= int(text) <= 2100
        and token.dep != "attr"
    )


def _is_year_of(atoms: Atoms, numeral: Numeral) -> bool:
    """ "the 1988 quarter", "the 2015 season": a year before a stretch of it."""
    year = re.fullmatch(r"(?:19|20)\d{2}", atoms[numeral.start].text)
    return bool(year) and lower(atoms, numeral.end) in ("quarter", "month", "week", "season", "fiscal")


def _is_date(parsed: ParsedDocument, atoms: Atoms, numeral: Numeral) -> bool:
    """The day of a month, or a part of a date or clock time."""
    before, after = lower(atoms, numeral.start - 1), lower(atoms, numeral.end)
    if before in _MONTHS or (before == "." and lower(atoms, numeral.start - 2) in _MONTHS):
        capital = atoms[numeral.start - 1].text[:1].isupper() or before == "."
        return capital and numeral.form == "digits" and (numeral.value or 0) <= 31
    if after in _MONTHS and numeral.end < len(atoms) and atoms[numeral.end].text[:1].isupper():
        return (numeral.value or 0) <= 31
    if after in ("a.m", "p.m", "am", "pm", "a", "p") and numeral.form == "digits":
        marks = "".join(lower(atoms, i) for i in range(numeral.end, numeral.end + 4))
        return bool(re.match(r"[ap]\.?m\b", marks))
    if after == "o" and lower(atoms, numeral.end + 1) in ("'", "’", "clock"):
        return True
    return after in ("o'clock", "oclock", "bc", "bce", "ad", "ce")


def _list_start(atoms: Atoms, at: int) -> int:
    """Where the list of bare numbers begins that ends at ``at`` ("resolutions 12, 15 and 18")."""
    while lower(atoms, at - 1) in ("and", ",", "or") and lower(atoms, at - 2).isdigit():
        at -= 2
    return at


def _is_label(parsed: ParsedDocument, atoms: Atoms, numeral: Numeral) -> bool:
    """A number that names its noun: "Article 5", "Phase two", "No. 1", "(1)"."""
    at = _list_start(atoms, numeral.start)
    before = lower(atoms, at - 1)
    if before == "." and glued(atoms, at - 1) and lower(atoms, at - 2) in _LABELS:
        return True
    if before == "of" and at > 1 and atoms[at - 2].text == "Group":
        return True
    if before in _LABELS or before.removesuffix("s") in _NUMBERED:
        word = parsed.tokens[atoms[at - 1].token]
        number = parsed.tokens[atoms[at].token]
        if before == "number" and word.i and parsed.tokens[word.i - 1].tag in ("NNS", "NNPS"):
            return False
        return (
            word.pos in ("NOUN", "PROPN")
            and (word.tag != "NNS" or number.head == word.i)
            and not (number.dep == "nummod" and number.head > number.i and word.text.islower())
        )
    if before in ("(", "[") and lower(atoms, numeral.end) in (")", "]") and numeral.value is not None:
        return numeral.value < 30
    return False


def _is_enumerator(atoms: Atoms, numeral: Numeral) -> bool:
    """The number of a list item: "1. Text", "2) Text" where a sentence begins."""
    if numeral.form != "digits" or numeral.start > 1 or numeral.scaled:
        return False
    if numeral.start == 1 and lower(atoms, 0) not in ("(", "[", "*", "•", "-"):
        return False
    return lower(atoms, numeral.end) in (".", ")", ":", "]") and glued(atoms, numeral.end)


def _opens_name(parsed: ParsedDocument, at: int) -> bool:
    """Does a name, and not that of a people, stand at a token ("Three Rivers")?"""
    if at >= len(parsed.tokens):
        return False
    return parsed.tokens[at].pos == "PROPN" and parsed.tokens[at].entity != "NORP"


def _is_name(parsed: ParsedDocument, atoms: Atoms, numeral: Numeral) -> bool:
    """A number inside a name: "S&P 500", "Catch-22", "Apple Watch 5"."""
    token = parsed.tokens[atoms[numeral.start].token]
    before = parsed.tokens[token.i - 1] if token.i else None
    capitalised = (
        before is not None
        and before.sentence == token.sentence
        and before.pos == "PROPN"
        and before.lower not in _MONTHS
        and numeral.start > 1
    )
    if token.entity in _NAMES and (not token.entity_start or capitalised):
        return True
    if numeral.form == "words" and numeral.start > 0:
        return token.text[0].isupper() and _opens_name(parsed, atoms[numeral.end - 1].token + 1)
    if numeral.form == "words" or numeral.scaled:
        return False
    head = parsed.tokens[token.head]
    ahead = token.dep in ("nummod", "compound", "nmod") and head.i > token.i and "," not in token.text
    if ahead and head.tag in ("NN", "NNP") and (capitalised or (head.tag == "NNP" and head.entity != "NORP")):
        return True
    if not capitalised:
        return False
    return token.head == token.i - 1 and token.dep in ("nummod", "appos")


def _is_code(atoms: Atoms, numeral: Numeral) -> bool:
    """Groups of digits joined by hyphens or dots, or with a leading nought: telephone numbers, ISSN."""
    text = atoms[numeral.start].text
    if text.isdigit() and (len(text) >= _CODE_LENGTH or (len(text) > 1 and text[0] == "0")):
        return True
    groups, at = 1, numeral.end
    while (
        lower(atoms, at) in HYPHENS
        and glued(atoms, at)
        and glued(atoms, at + 1)
        and lower(atoms, at + 1)[:1].isdigit()
    ):
        groups, at = groups + 1, at + 2
    return groups > 2 or _in_row(atoms, numeral.start) > 2


def _in_row(atoms: Atoms, at: int) -> int:
    """How many groups of digits stand in a row around ``at``, nothing but spaces between them."""
    first = at
    while first > 0 and atoms[first - 1].text.isdigit():
        first -= 1
    last = at
    while last + 1 < len(atoms) and atoms[last + 1].text.isdigit():
        last += 1
    if all(len(atom.text) == 3 for atom in atoms[first + 1 : last + 1]):
        return 1
    return last - first + 1


def _is_score(atoms: Atoms, numeral: Numeral) -> bool:
    """A result ("2-2") or another pair of numbers that make no range."""
    at = numeral.end
    joined = lower(atoms, at) in HYPHENS and glued(atoms, at) and glued(atoms, at + 1)
    return joined and lower(atoms, at + 1)[:1].isdigit()


def _is_citation(atoms: Atoms, numeral: Numeral) -> bool:
    """A number in a reference to a law: "501 (c) 3"."""
    at = numeral.start
    behind = [lower(atoms, i) for i in range(numeral.end, numeral.end + 3)]
    before = [lower(atoms, i) for i in range(at - 3, at)]
    return any(a == "(" and len(b) == 1 and b.isalpha() and c == ")" for a, b, c in (behind, before))


def _is_age_aside(parsed: ParsedDocument, atoms: Atoms, numeral: Numeral) -> bool:
    """The age of somebody just named: "Maria Gomez, 44, said"."""
    behind = lower(atoms, numeral.end)
    if lower(atoms, numeral.start - 1) != "," or (behind not in (",", ".") and behind not in HYPHENS):
        return False
    named = parsed.tokens[atoms[numeral.start - 2].token] if numeral.start > 1 else None
    return named is not None and named.pos == "PROPN" and 1 < (numeral.value or 0) < 120


def is_no_figure(
    parsed: ParsedDocument, atoms: Atoms, numeral: Numeral, unit_end: int | None, money: bool
) -> bool:
    """Is this numeral no figure? ``unit_end`` is the end of a unit behind it, null where there is none;
    ``money`` whether a currency's sign stands before it."""
    if not money and _stuck_before(atoms, numeral):
        return True
    if _stuck_after(atoms, numeral, unit_end) or _is_code(atoms, numeral):
        return True
    if not money and _is_year_of(atoms, numeral):
        return True
    if money or unit_end is not None:
        return False
    return (
        _is_year(parsed, atoms, numeral)
        or _is_date(parsed, atoms, numeral)
        or _is_label(parsed, atoms, numeral)
        or _is_enumerator(atoms, numeral)
        or _is_score(atoms, numeral)
        or _is_citation(atoms, numeral)
        or _is_age_aside(parsed, atoms, numeral)
        or _is_name(parsed, atoms, numeral)
    )
