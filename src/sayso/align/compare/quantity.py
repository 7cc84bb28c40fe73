"""Figures on the same thing: do they agree, exclude each other, or add up?"""

from math import inf

from sayso.align.compare.time import may_coincide
from sayso.align.finding import Finding, quote
from sayso.align.utterance import ACTORS, Name, Utterance
from sayso.align.wording import closed_class, ideas, name_root, stem, words_of
from sayso.records import Quantity, Span

#: Rounded figures agree within this share of each other, exact ones within the smaller.
ROUNDED, EXACT = 0.12, 0.02
#: How much alike two figures' things must be, less where both put the very same figure of some size.
SAME, LIKELY, TELLING = 0.4, 0.33, 80
#: Figures of one thing rarely differ more often than this many times.
FAR = 30
#: Units that may measure any thing; sums of money, in capitals, are such too.
_ANYTHING = frozenset({"percent", "points", "point", "times"})
_GENERIC = frozenset({"peopl", "number", "share", "total", "figur", "amount", "percent", "year"})


def bounds(quantity: Quantity) -> tuple[float, float]:
    """The lowest and highest figure the wording allows."""
    value = quantity.value
    low = quantity.low if quantity.low is not None else -inf
    high = quantity.high if quantity.high is not None else inf
    if quantity.relation == "range" or value is None:
        return low, high
    slack = abs(value) * (ROUNDED if quantity.relation == "~" else EXACT)
    match quantity.relation:
        case ">" | ">=":
            return (low if low > -inf else value), inf
        case "<":
            # "almost 20": just under
            return value * (1 - ROUNDED), value
        case "<=":
            return 0.0, value
    return value - slack, value + slack


def exclude_each_other(a: Quantity, b: Quantity) -> bool:
    """Can both figures not hold of one thing?"""
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    if {a.relation, b.relation} == {"<", ">"}:
        return high_a <= low_b or high_b <= low_a
    return high_a < low_b or high_b < low_a


def agree(a: Quantity, b: Quantity) -> bool:
    """Do both put the thing at about the same figure, rather than merely allow it?"""
    if a.value is None or b.value is None or exclude_each_other(a, b):
        return False
    return abs(a.value - b.value) <= ROUNDED * max(abs(a.value), abs(b.value))


def topic(quantity: Quantity) -> frozenset[str]:
    """Roots of the words for what is counted, without generic ones."""
    said, unit = quantity.of or "", stem(quantity.unit or "") if quantity.unit in _ANYTHING else ""
    return frozenset(
        root
        for word in words_of(said, 0, len(said))
        if word.content
        and word.stem != unit
        and (root := name_root(said[word.start : word.end])) not in _GENERIC
    )


def _matters(utterance: Utterance) -> frozenset[str]:
    """Roots and ideas of the whole statement."""
    text = utterance.source.text
    roots = {name_root(text[word.start : word.end]) for word in utterance.words if word.content}
    return frozenset(roots - _GENERIC) | {f"i:{idea}" for idea in utterance.ideas}


def same_thing(a: Utterance, b: Utterance, x: Quantity, y: Quantity) -> float:
    """0 (different things counted) to 1."""
    if _measure(x) != _measure(y) or not may_coincide(x.when, y.when) or _other_parties(a, b, x, y):
        return 0.0
    if any(_is_aside(*one) for one in ((a, x), (b, y))) or _other_whole(a, b, x, y):
        return 0.0
    one, other = _things(x, a, topic(x)), _things(y, b, topic(y))
    meant = (_spread(one) | a.ideas) & (_spread(other) | b.ideas)
    deadly = "death" in meant or (x.unit == "people" and "job" in meant)
    counted = 1.0 if deadly else _overlap(one, other) or 0.6 * _overlap(_spread(one), _spread(other))
    if not counted and x.unit and x.unit == y.unit and "/" in x.unit and x.value == y.value:
        return LIKELY  # the very same rate is seldom said of two things
    far = x.value and y.value and not deadly and not 1 / FAR < x.value / y.value < FAR
    if not counted or far or not (deadly or _is_one_matter(a, b, x, y)):
        return 0.0
    whole = _overlap(_matters(a), _matters(b))
    about = _concerned(x), _concerned(y)
    names = _overlap(*about) if all(about) else 0.3
    return 0.4 * counted + 0.4 * whole + 0.2 * names


def _measure(quantity: Quantity) -> str:
    """The unit, a rate's without its time."""
    return (quantity.unit or "").partition("/")[0]


def _things(quantity: Quantity, utterance: Utterance, counted: frozenset[str]) -> frozenset[str]:
    """What is counted without the names in it, or with them where nothing else is left."""
    names = _concerned(quantity).union(*(_roots(name.text) for name in utterance.names))
    return counted - names or counted


def _is_aside(utterance: Utterance, quantity: Quantity) -> bool:
    """ "Another 300" comes on top, "the top 1 percent" are a class of people."""
    before = utterance.source.text[max(0, quantity.start - 14) : quantity.end].lower().split()
    return bool(set(before) & closed_class("adding"))


def _is_one_matter(a: Utterance, b: Utterance, x: Quantity, y: Quantity) -> bool:
    """Units that measure anything need a shared whole, or two shared words beside the unit and the names."""
    if x.unit and x.unit not in _ANYTHING and not _measure(x).isupper():
        return True
    ours, theirs = _base(a, x), _base(b, y)
    if ours and theirs:
        return True
    plain = [word for word in a.stems & b.stems if word != stem(x.unit or "")]
    counted = _things(x, a, topic(x)) & _things(y, b, topic(y))
    return max(len(plain) + len(a.ideas & b.ideas), len(counted) + len(_spread(counted))) >= 2


def _other_whole(a: Utterance, b: Utterance, x: Quantity, y: Quantity) -> bool:
    """Shares of different things ("30 percent of its power", "38 percent of the water")?"""
    one, other = _base(a, x), _base(b, y)
    return bool(one and other) and not (one & other or _spread(one) & _spread(other))


def _base(utterance: Utterance, quantity: Quantity) -> frozenset[str]:
    """Stems of what a share is a share of: the words after "of"."""
    if quantity.unit != "percent":
        return frozenset()
    after = [word for word in utterance.words if word.start >= quantity.end][:5]
    if not after or after[0].stem != "of":
        return frozenset()
    names = [name for name in utterance.names if name.start >= quantity.end]
    named = {word.stem for word in after for name in names if name.start <= word.start < name.end}
    return frozenset([word.stem for word in after if word.content and word.stem not in named][:2])


def _concerned(quantity: Quantity) -> frozenset[str]:
    return frozenset(root for party in quantity.about for root in _roots(party.name))


def _counted_parties(quantity: Quantity, utterance: Utterance) -> frozenset[str]:
    """Roots of the actors' names within what is counted, without those who only report the figure."""
    actors = [name for name in utterance.names if name.type in ACTORS and name.text in (quantity.of or "")]
    named = [name for name in actors if not _reports(name, quantity, utterance)]
    return frozenset(root for name in named for root in _roots(name.text))


def _reports(name: Name, quantity: Quantity, utterance: Utterance) -> bool:
    """ "X put the figure at", "according to X"."""
    text = utterance.source.text
    between = text[name.end : quantity.start] if name.end <= quantity.start else ""
    before = text[max(0, name.start - 30) : name.start]
    heard = {*between.lower().split(), *({"according"} & set(before.lower().split()))}
    return bool(heard & closed_class("reporting"))


def is_reported(quantity: Quantity, utterance: Utterance) -> bool:
    """Is the figure passed on from somebody, within the statement?"""
    before = utterance.source.text[utterance.span.start : quantity.start].lower().split()
    return bool(set(before) & closed_class("reporting"))


def _roots(name: str) -> frozenset[str]:
    return frozenset(name_root(word) for word in name.replace("-", " ").split() if word[:1].isupper())


def _other_parties(a: Utterance, b: Utterance, x: Quantity, y: Quantity) -> bool:
    """Is somebody counted in one whom the other knows nothing of ("Northern islanders", "islanders")?"""
    ours, theirs = _counted_parties(x, a), _counted_parties(y, b)
    known_a = ours.union(_concerned(x), _roots(a.statement.text), *(_roots(name.text) for name in a.context))
    known_b = theirs.union(
        _concerned(y), _roots(b.statement.text), *(_roots(name.text) for name in b.context)
    )
    return bool(ours - known_b) or bool(theirs - known_a)


def _spread(roots: frozenset[str]) -> frozenset[str]:
    return frozenset(idea for root in roots for idea in ideas().get(root, ()))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def compare_quantities(a: Utterance, b: Utterance) -> Finding | None:
    """The surest agreement or conflict between the figures of two statements."""
    found = [one for x in a.quantities for y in b.quantities if (one := _compare(a, b, x, y))]
    return max(found, key=lambda one: one.confidence, default=None)


def _compare(a: Utterance, b: Utterance, x: Quantity, y: Quantity) -> Finding | None:
    same = same_thing(a, b, x, y)
    exclusive = exclude_each_other(x, y)
    alone = a.voice == b.voice and a.source.id == b.source.id
    if exclusive and alone and not (is_reported(x, a) or is_reported(y, b)):
        return None
    telling = x.value == y.value and (x.value or 0) >= TELLING
    if same < (LIKELY if telling else SAME):
        return None
    said_x, said_y = Span(x.start, x.end), Span(y.start, y.end)
    counted = x.of or y.of or "the same thing"
    if exclusive:
        reason = f"{quote(a, said_x)} against {quote(b, said_y)} for {counted}."
        return Finding(a, b, "conflicts", "number", reason, said_x, said_y, 0.45 + 0.5 * same)
    if agree(x, y):
        reason = f"Both put {counted} at about the same: {quote(a, said_x)} and {quote(b, said_y)}."
        return Finding(a, b, "corroborates", "number", reason, said_x, said_y, 0.45 + 0.5 * same)
    return None
