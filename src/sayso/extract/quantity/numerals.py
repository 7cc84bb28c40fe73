"""Numerals as written: words, shares, vague plurals; their values and nothing else."""

from dataclasses import replace

from text_to_num import text2num

from sayso.extract.quantity.atoms import Atoms, glued, lower
from sayso.extract.quantity.digits import HYPHENS, SCALES, Numeral, after_hyphen, read_digits, scaled
from sayso.lexicons import lexicon

_LISTS = lexicon("numerals")
CARDINALS = frozenset(_LISTS["cardinals"])
ORDINALS = frozenset(_LISTS["ordinals"])
PLURALS: dict[str, float] = _LISTS["plurals"]
DENOMINATORS: dict[str, int] = _LISTS["denominators"]
_SOME = frozenset(_LISTS["some"])
_STRETCH = frozenset({"first", "last", "past", "next", "previous", "other"})
_MARKED = {"10": 10.0, "100": 100.0, "1000": 1000.0, "10000": 10000.0, "100000": 100000.0}
_WHOLES = frozenset({3, 4, 5, 10, 100})
_BIG = frozenset({"hundred", "thousand", "million", "billion", "trillion"})


def _word_run(atoms: Atoms, at: int) -> list[tuple[str, int]]:
    """Number words from ``at`` on, each with the place behind it."""
    run: list[tuple[str, int]] = []
    while at < len(atoms):
        here = after_hyphen(atoms, at) if run else at
        word = lower(atoms, here)
        if word == "and" and run and run[-1][0] in _BIG and lower(atoms, here + 1) in CARDINALS - _BIG:
            word, here = lower(atoms, here + 1), here + 1
        if word not in CARDINALS:
            break
        run.append((word, here + 1))
        at = here + 1
    return run


def _cardinal(atoms: Atoms, at: int) -> Numeral | None:
    """The longest run of number words that makes one number."""
    run = _word_run(atoms, at)
    while run:
        try:
            value = float(text2num(" ".join(word for word, _ in run), "en"))
        except ValueError:
            run.pop()
            continue
        return Numeral(value, at, run[-1][1], "words", scaled=any(word in _BIG for word, _ in run))
    return None


def _and_fraction(atoms: Atoms, numeral: Numeral) -> Numeral:
    """ "two and a half": the numeral with the fraction added to it."""
    at = numeral.end
    if lower(atoms, at) == "and" and lower(atoms, at + 1) in ("a", "one", "three"):
        denominator = lower(atoms, at + 2)
        if denominator in ("half", "quarter", "third", "quarters"):
            part = (3 if lower(atoms, at + 1) == "three" else 1) / DENOMINATORS[denominator]
            whole = SCALES.get(lower(atoms, at - 1), 1.0)
            return replace(numeral, value=(numeral.value or 0) + part * whole, end=at + 3)
    return numeral


def _words(atoms: Atoms, at: int, money: bool) -> Numeral | None:
    """A numeral in words: "twenty-four", "two and a half million", "two-thirds", "two point five"."""
    numeral = _cardinal(atoms, at)
    if numeral is None or numeral.value is None:
        return None
    word = lower(atoms, place := after_hyphen(atoms, numeral.end))
    parted = word in DENOMINATORS and not numeral.scaled and numeral.value < DENOMINATORS[word]
    if word == "quarters" and (numeral.value == 2 or lower(atoms, at - 1) in _STRETCH):
        parted = False
    if parted and (numeral.value == 1) == (not word.endswith("s")):
        return _of_scale(atoms, Numeral(numeral.value / DENOMINATORS[word], at, place + 1, "share"))
    if word in ORDINALS and place > numeral.end:
        return None
    if word == "point" and (digit := _cardinal(atoms, numeral.end + 1)) and (digit.value or 0) < 10:
        numeral = replace(numeral, value=numeral.value + (digit.value or 0) / 10, end=digit.end)
    return scaled(atoms, _and_fraction(atoms, numeral), money)


def _of_scale(atoms: Atoms, share: Numeral) -> Numeral:
    """ "a quarter of a million", "half a million": a share of a scale is a number."""
    at = after_hyphen(atoms, share.end)
    if lower(atoms, at) == "of":
        at += 1
    if lower(atoms, at) in ("a", "an"):
        at += 1
    if lower(atoms, at) not in SCALES or lower(atoms, at) == "score":
        return share
    return replace(scaled(atoms, replace(share, end=at), False), form="words")


def _single(atoms: Atoms, at: int) -> Numeral | None:
    """ "half", "a third of", "a quarter million", "a dozen", "a couple of", "a hundred"."""
    word, before = lower(atoms, at), lower(atoms, at - 1)
    article = before in ("a", "an")
    start = at - 1 if article else at
    if word == "half":
        if (
            before in ORDINALS
            or before in ("the", "other", "better", "this", "that", "last", "next")
            or (lower(atoms, at + 1) in HYPHENS and lower(atoms, at + 2) not in SCALES)
        ):
            return None
        return _of_scale(atoms, Numeral(0.5, start if article else at, at + 1, "share"))
    if word in ("quarter", "third", "fifth", "tenth", "sixth", "seventh", "eighth", "ninth") and article:
        share = Numeral(1 / DENOMINATORS[word], start, at + 1, "share")
        whole = _of_scale(atoms, share)
        meant = lower(atoms, at + 1) == "of" or lower(atoms, at - 2) == "by"
        return whole if meant or whole.form == "words" else None
    if word == "quarter" and lower(atoms, at + 1) in SCALES:
        return _of_scale(atoms, Numeral(0.25, at, at + 1, "share"))
    if word in ("couple", "pair") and article:
        counted = lower(atoms, at + 1) == "of"
        scale = at + 2 if counted else at + 1
        if lower(atoms, scale) in SCALES:
            return replace(scaled(atoms, Numeral(2, start, scale, "words"), False), rough=True)
        pair = Numeral(2, start, at + 1 + counted, "words", rough=True)
        return pair if counted and word == "couple" else None
    if word == "none" and before != "to" and lower(atoms, at + 1) not in ("other", "the", "too", "more"):
        return Numeral(0, at, at + 1, "words")
    if word in ("dozen", "score") and article:
        return Numeral(SCALES[word], start, at + 1, "words")
    return None


def _is_bare_plural(atoms: Atoms, at: int) -> bool:
    """ "thousand of years": a learner's plural of the scale."""
    word = lower(atoms, at)
    return (
        word in _BIG
        and lower(atoms, at + 1) == "of"
        and lower(atoms, at - 1) not in ("a", "an", "one", "the")
    )


def _vague(atoms: Atoms, at: int) -> Numeral | None:
    """ "hundreds", "tens of thousands", "several hundred": a plural without a number."""
    word = lower(atoms, at)
    if _is_bare_plural(atoms, at):
        return Numeral(None, at, at + 1, "vague", low=SCALES[word])
    if word in SCALES and lower(atoms, at - 1) in _SOME:
        few = at - 2 if lower(atoms, at - 1) == "few" and lower(atoms, at - 2) == "a" else at - 1
        one = scaled(atoms, Numeral(1, few, at, "vague"), False)
        return replace(one, value=None, low=one.value)
    if word not in PLURALS:
        return None
    least, end = PLURALS[word], at + 1
    while lower(atoms, end) in ("upon", "and") and lower(atoms, end + 1) == word:
        end += 2
    while lower(atoms, end) == "of" and lower(atoms, end + 1) in PLURALS:
        least, end = least * PLURALS[lower(atoms, end + 1)], end + 2
    start = at - 1 if lower(atoms, at - 1) in _SOME else at
    return Numeral(None, start, end, "vague", low=least)


def _one_in(atoms: Atoms, numeral: Numeral) -> Numeral:
    """ "one in five", "3 out of 10", "one of every four": the share."""
    for words in (("out", "of", "every"), ("out", "of"), ("in", "every"), ("of", "every"), ("in",), ("of",)):
        end = numeral.end + len(words)
        if tuple(lower(atoms, i) for i in range(numeral.end, end)) != words or end >= len(atoms):
            continue
        whole = _cardinal(atoms, end) or read_digits(atoms, end, False)
        if whole is None or numeral.value is None or whole.value is None or whole.form == "share":
            return numeral
        if words == ("of",) and whole.value not in _WHOLES:
            return numeral
        if 0 < numeral.value < whole.value <= 1000 and numeral.value <= 100:
            return Numeral(numeral.value / whole.value, numeral.start, whole.end, "share")
        return numeral
    return numeral


def read_numeral(atoms: Atoms, at: int, money: bool = False) -> Numeral | None:
    """The numeral that begins at ``at`` (or at an article before it); ``money`` where a currency's
    sign stands before it."""
    word = atoms[at].lower
    if (tens := _MARKED.get(word.replace(",", ""))) and lower(atoms, at + 1) == "s" and glued(atoms, at + 1):
        return Numeral(None, at, at + 2, "vague", low=tens) if lower(atoms, at + 2) == "of" else None
    if word[-1].isnumeric():
        numeral = read_digits(atoms, at, money)
    elif word in PLURALS or _is_bare_plural(atoms, at) or (word in SCALES and lower(atoms, at - 1) in _SOME):
        return _vague(atoms, at)
    elif (single := _single(atoms, at)) is not None:
        return single
    elif word in CARDINALS:
        numeral = _words(atoms, at, money)
        if numeral and lower(atoms, at - 1) in ("a", "an") and word in _BIG:
            numeral = replace(numeral, start=at - 1)
    else:
        return None
    return _one_in(atoms, numeral) if numeral and numeral.form != "share" and not numeral.scaled else numeral


def is_trigger(word: str) -> bool:
    """Can a numeral begin at this word (in small letters)?"""
    return word in _TRIGGERS or (not word.isalpha() and any(sign.isnumeric() for sign in word))


_TRIGGERS = (
    CARDINALS
    | frozenset(PLURALS)
    | frozenset(
        {
            "half",
            "quarter",
            "third",
            "fifth",
            "tenth",
            "couple",
            "pair",
            "dozen",
            "score",
            "none",
            "lakh",
            "crore",
        }
    )
)
