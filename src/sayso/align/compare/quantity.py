"""Figures on the same thing: do they agree or exclude each other?"""

from sayso.align.compare.counted import (
    ANYTHING,
    COSTING,
    GENERIC,
    base,
    concerned,
    is_aside,
    is_past,
    kinds_of,
    measure,
    other_parties,
    other_person,
    other_whole,
    overlap,
    same_parties,
    spread,
    subject,
    things,
    topic,
)
from sayso.align.compare.happening import may_coincide
from sayso.align.compare.magnitude import THOUSAND, agree, exclude_each_other, far_apart, very_near
from sayso.align.finding import Finding, quote
from sayso.align.utterance import Utterance
from sayso.align.wording import closed_class, ideas, name_root, stem, words_of
from sayso.records import Quantity, Span

#: How much alike two figures' things must be, less where both put the very same figure of some size.
SAME, LIKELY, TELLING = 0.4, 0.33, 80
#: Figures of one thing rarely differ more often than this many times.
FAR = 30
#: Nor more often than this where only the matter is shared and not the words for what is counted.
NEAR = 10
#: So many shared matters beside the unit make one thing of two figures differently worded.
MATTERS = 2


def _matters(utterance: Utterance) -> frozenset[str]:
    """Roots and ideas of the whole statement."""
    text = utterance.source.text
    roots = {name_root(text[word.start : word.end]) for word in utterance.words if word.content}
    return frozenset(roots - GENERIC) | {f"i:{idea}" for idea in utterance.ideas}


def same_thing(a: Utterance, b: Utterance, x: Quantity, y: Quantity) -> float:
    """0 (different things counted) to 1."""
    if not _one_measure(a, b, x, y) or not may_coincide(x.when, y.when) or other_parties(a, b, x, y):
        return 0.0
    if any(is_aside(*one) for one in ((a, x), (b, y))) or other_person(a, b, x, y) or other_whole(a, b, x, y):
        return 0.0
    one, other = subject(x, a), subject(y, b)
    meant = (spread(one) | _told(a)) & (spread(other) | _told(b))
    deadly = "death" in meant or (x.unit == "people" and "job" in meant)
    counted = 1.0 if deadly else overlap(one, other) or 0.6 * overlap(spread(one), spread(other))
    shared = _shared_matter(a, b, x, y)
    if _makes_one(a, b, x, shared) and same_parties(a, b, x, y) and not far_apart(x, y, NEAR):
        counted = max(counted, 0.6)
    if not counted and x.unit and x.unit == y.unit and "/" in x.unit and x.value == y.value:
        return LIKELY  # the very same rate is seldom said of two things
    far = not deadly and far_apart(x, y, FAR)
    if not counted or far or not (deadly or _is_one_matter(a, b, x, y)):
        return 0.0
    whole = overlap(_matters(a), _matters(b))
    if _makes_one(a, b, x, shared):
        whole = max(whole, min(1.0, len(shared) / 4))
    about = concerned(x), concerned(y)
    names = overlap(*about) if all(about) else 0.3
    return 0.4 * counted + 0.4 * whole + 0.2 * names


def _makes_one(a: Utterance, b: Utterance, x: Quantity, shared: frozenset[str]) -> bool:
    """Do shared matters make one thing of figures differently worded? Never of shares; of sums if prices."""
    if measure(x) in ANYTHING or measure(x) in closed_class("lengths"):
        return False
    if measure(x).isupper():
        beside = [one for one in shared if not spread(frozenset({one.removeprefix("i:")})) & COSTING]
        beside = [one for one in beside if one.removeprefix("i:") not in COSTING]
        return "price" in _ideas_of(a) & _ideas_of(b) and bool(beside)
    return len(shared) >= MATTERS


def _ideas_of(utterance: Utterance) -> frozenset[str]:
    return frozenset(one[2:] for one in utterance.matter if one.startswith("i:"))


def _shared_matter(a: Utterance, b: Utterance, x: Quantity, y: Quantity) -> frozenset[str]:
    """What both speak of beside the unit and figures, with the sentence before where they lean on it."""
    units = {stem(measure(one)) for one in (x, y)} | {
        "pound",
        "euro",
        "dollar",
        "people",
        "million",
        "peopl",
    }
    found = {one for one in a.matter & b.matter if not one[0].isdigit()} - units - GENERIC
    said = {f"i:{idea}" for one in found for idea in ideas().get(one, ())}
    return frozenset(one for one in found if one not in said)


def _one_measure(a: Utterance, b: Utterance, x: Quantity, y: Quantity) -> bool:
    """One unit, or a bare figure where the words, or those before, speak of what the other counts."""
    if measure(x) == measure(y) or kinds_of(x) & kinds_of(y):
        return True
    if bool(x.unit) == bool(y.unit):
        return _persons_employed(a, b, x, y)
    bare, holder, counted = (x, a, y) if not x.unit else (y, b, x)
    unit = measure(counted)
    meant = (
        {"i:money", "i:price"}
        if unit.isupper()
        else {stem(unit), *(f"i:{i}" for i in ideas().get(stem(unit), ()))}
    )
    plain = unit not in ANYTHING and unit not in closed_class("lengths")
    return (
        plain
        and not _is_year(bare)
        and bool(meant & holder.matter)
        and (not unit.isupper() or (bare.value or 0) >= THOUSAND)
    )


def _is_year(quantity: Quantity) -> bool:
    return quantity.value is not None and 1500 <= quantity.value <= 2100 and quantity.text.isdigit()


def _persons_employed(a: Utterance, b: Utterance, x: Quantity, y: Quantity) -> bool:
    """ "60 jobs", "a dozen technicians employed"."""
    hired = "job" in a.ideas & b.ideas and "people" in {x.unit, y.unit}
    other = measure(y if x.unit == "people" else x)
    return (
        hired and other not in ANYTHING | closed_class("lengths") and other.islower() and other.endswith("s")
    )


def _is_one_matter(a: Utterance, b: Utterance, x: Quantity, y: Quantity) -> bool:
    """Units that measure anything need a shared whole, or two shared words beside the unit and the names."""
    if x.unit and x.unit not in ANYTHING and not measure(x).isupper():
        return True
    ours, theirs = base(a, x), base(b, y)
    if ours and theirs:
        return True
    plain = [word for word in a.stems & b.stems if word != stem(x.unit or "")]
    counted = things(x, a, topic(x)) & things(y, b, topic(y))
    found = max(len(plain) + len(a.ideas & b.ideas), len(counted) + len(spread(counted)))
    return found >= MATTERS or _makes_one(a, b, x, _shared_matter(a, b, x, y))


def compare_quantities(a: Utterance, b: Utterance) -> Finding | None:
    """The surest agreement or conflict between the figures of two statements."""
    if not a.quantities or not b.quantities:
        return None
    found = [one for x in a.quantities for y in b.quantities if (one := _compare(a, b, x, y))]
    return max(found, key=lambda one: one.confidence, default=None)


def _compare(a: Utterance, b: Utterance, x: Quantity, y: Quantity) -> Finding | None:
    same = same_thing(a, b, x, y)
    exclusive = exclude_each_other(x, y)
    alone = a.voice == b.voice and a.source.id == b.source.id
    if exclusive and alone:
        return None  # who gives two figures speaks of two things, or passes on two voices
    telling = (x.value == y.value and (x.value or 0) >= TELLING) or very_near(x, y)
    if same < (LIKELY if telling else SAME):
        return None
    said_x, said_y = Span(x.start, x.end), Span(y.start, y.end)
    counted = _counted(x, y)
    if exclusive:
        reason = f"{quote(a, said_x)} against {quote(b, said_y)} for {counted}."
        past = 0.1 if is_past(x, a) != is_past(y, b) else 0.0
        return Finding(a, b, "conflicts", "number", reason, said_x, said_y, 0.45 + 0.5 * same - past)
    if agree(x, y):
        reason = f"Both put {counted} at about the same: {quote(a, said_x)} and {quote(b, said_y)}."
        return Finding(a, b, "corroborates", "number", reason, said_x, said_y, 0.45 + 0.5 * same)
    return None


def _counted(x: Quantity, y: Quantity) -> str:
    """What both count, in the shorter words of the two; not in "it made" where there are others."""
    said = [of for of in (x.of, y.of) if of]
    pronouns = ("it ", "they ", "this ", "these ")
    return min(said, key=lambda of: (of.lower().startswith(pronouns), len(of), of), default="the same thing")


def _told(utterance: Utterance) -> frozenset[str]:
    """Ideas of its words and of those that name its source ("the payroll office counted 300")."""
    text = utterance.source.text
    source = [word for piece in utterance.statement.source for word in words_of(text, *piece)]
    return utterance.ideas | {idea for word in source for idea in ideas().get(word.stem, ())}
