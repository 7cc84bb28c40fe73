"""What a figure counts, of whom, and whether somebody or something else is counted in another."""

from sayso.align.utterance import ACTORS, Name, Utterance
from sayso.align.wording import closed_class, ideas, name_root, stem, words_of
from sayso.records import Quantity

#: Units that may measure any thing; sums of money, in capitals, are such too.
ANYTHING = frozenset({"percent", "points", "point", "times"})
#: Ideas of the words for costing, which say nothing of what has the price.
COSTING = frozenset({"price", "money"})
GENERIC = frozenset({"peopl", "number", "share", "total", "figur", "amount", "percent", "year"})
_AT = (["at"], ["near"], ["outside"], ["around"])
_IN = (["in"], ["through"], ["across"], ["from"])


def topic(quantity: Quantity) -> frozenset[str]:
    """Roots of the words for what is counted, without generic ones."""
    said, unit = quantity.of or "", stem(quantity.unit or "") if quantity.unit in ANYTHING else ""
    return frozenset(
        root
        for word in words_of(said, 0, len(said))
        if word.content
        and word.stem != unit
        and (root := name_root(said[word.start : word.end])) not in GENERIC
    )


def measure(quantity: Quantity) -> str:
    """The unit, a rate's without its time."""
    return (quantity.unit or "").partition("/")[0]


def kinds_of(quantity: Quantity) -> frozenset[str]:
    """Ideas the unit stands for ("boats" and "vessels" are counted as one), none for measures."""
    unit = measure(quantity)
    measures = unit in ANYTHING | closed_class("lengths") or unit.isupper()
    return frozenset() if measures else frozenset(ideas().get(stem(unit), ()))


def things(quantity: Quantity, utterance: Utterance, counted: frozenset[str]) -> frozenset[str]:
    """What is counted without the names in it, or with them where nothing else is left."""
    names = concerned(quantity).union(*(_roots(name.text) for name in utterance.names))
    return counted - names or counted


def subject(quantity: Quantity, utterance: Utterance) -> frozenset[str]:
    """What is counted; of a price what has it, rather than the words for costing."""
    found = things(quantity, utterance, topic(quantity))
    if not measure(quantity).isupper():
        return found
    return frozenset(root for root in found if not spread(frozenset({root})) & COSTING) or found


def is_aside(utterance: Utterance, quantity: Quantity) -> bool:
    """ "Another 300" comes on top, "the top 1 percent" are a class of people."""
    before = utterance.source.text[max(0, quantity.start - 14) : quantity.end].lower().split()
    return bool(set(before) & closed_class("adding"))


def base(utterance: Utterance, quantity: Quantity) -> frozenset[str]:
    """Stems of what a share is a share of: the words after "of"."""
    if quantity.unit != "percent":
        return frozenset()
    after = [word for word in utterance.words if word.start >= quantity.end][:5]
    if not after or after[0].stem != "of":
        return frozenset()
    names = [name for name in utterance.names if name.start >= quantity.end]
    named = {word.stem for word in after for name in names if name.start <= word.start < name.end}
    return frozenset([word.stem for word in after if word.content and word.stem not in named][:2])


def concerned(quantity: Quantity) -> frozenset[str]:
    """Roots of the names of those it concerns."""
    return frozenset(root for party in quantity.about for root in _roots(party.name))


def _counted_parties(
    quantity: Quantity, utterance: Utterance, elsewhere: bool = True
) -> list[frozenset[str]]:
    """Roots of each actor's name within what is counted, without those who report it and where it is at.

    ``elsewhere`` tells whether the other side is set at a place of its own, so that "in X" matters.
    """
    text, found = utterance.source.text, []
    for name in utterance.names:
        lead = text[max(0, name.start - 9) : name.start].split()[-1:]
        setting = lead in _AT or (lead in _IN and not elsewhere)
        counted = name.type in ACTORS and name.text in (quantity.of or "") and not setting
        if counted and not _reports(name, quantity, utterance):
            found.append(_roots(name.text))
    return found


def _reports(name: Name, quantity: Quantity, utterance: Utterance) -> bool:
    """ "X put the figure at", "according to X"."""
    text = utterance.source.text
    between = text[name.end : quantity.start] if name.end <= quantity.start else ""
    before = text[max(0, name.start - 30) : name.start]
    heard = {*between.lower().split(), *({"according"} & set(before.lower().split()))}
    return bool(heard & closed_class("reporting"))


def _roots(name: str) -> frozenset[str]:
    return frozenset(name_root(word) for word in name.replace("-", " ").split() if word[:1].isupper())


def other_parties(a: Utterance, b: Utterance, x: Quantity, y: Quantity) -> bool:
    """Is somebody counted in one whom the other knows nothing of ("Northern islanders", "islanders")?"""
    return _stranger(a, x, b, y) or _stranger(b, y, a, x)


def same_parties(a: Utterance, b: Utterance, x: Quantity, y: Quantity) -> bool:
    """Is the same counted of in both, so far as both name any ("islanders", not "Northern islanders")?"""
    ours, theirs = (
        {root for roots in _counted_parties(q, one) for root in roots} for one, q in ((a, x), (b, y))
    )
    return not ours or not theirs or ours == theirs


def _stranger(a: Utterance, x: Quantity, b: Utterance, y: Quantity) -> bool:
    """Somebody counted in ``a`` unknown to ``b``, unless ``b`` names nobody and points back."""
    if b.points_back and not any(name.type in ACTORS for name in b.names):
        return False
    known = concerned(y) | _roots(b.statement.text)
    known = known.union(*(_roots(name.text) for name in b.context), *_counted_parties(y, b))
    elsewhere = any(name.type in {"place", "country"} for name in b.names)
    return any(roots and not roots & known for roots in _counted_parties(x, a, elsewhere))


def other_whole(a: Utterance, b: Utterance, x: Quantity, y: Quantity) -> bool:
    """Shares of different things ("30 percent of its power", "38 percent of the water")?"""
    one, other = base(a, x), base(b, y)
    return bool(one and other) and not (one & other or spread(one) & spread(other))


def other_person(a: Utterance, b: Utterance, x: Quantity, y: Quantity) -> bool:
    """Ages ("68-year-old") of people who share no name."""
    aged = x.text.endswith("old") or y.text.endswith("old")
    return aged and not a.named & b.named


def is_past(quantity: Quantity, utterance: Utterance) -> bool:
    """ "Ten years ago", "once", in the words right after the figure."""
    after = utterance.source.text[quantity.end : quantity.end + 70].split(".")[0].split(",")[0]
    return bool(set(after.lower().split()) & closed_class("formerly"))


def spread(roots: frozenset[str]) -> frozenset[str]:
    """The ideas the roots stand for."""
    return frozenset(idea for root in roots for idea in ideas().get(root, ()))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of the smaller that both hold, 0 to 1."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
