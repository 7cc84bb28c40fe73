"""Figures in a row: one without a unit counts what the figure before it counted."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from sayso.align.wording import closed_class, ideas, words_of
from sayso.records import Quantity, Segment

_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*\s")
#: How many characters back the figure may stand whose unit is taken over.
REACH = 300


def complete(quantities: Sequence[Quantity], segments: Sequence[Segment], text: str) -> tuple[Quantity, ...]:
    """The figures with persons as one unit, units taken over, "never more than" and "since" understood."""
    found: list[Quantity] = []
    for quantity in sorted(quantities, key=lambda one: (one.start, one.end, one.id)):
        one = _persons(_at_most(replace(quantity, when=_when(quantity, text)), text), text)
        before = next((b for b in reversed(found) if b.unit and b.unit not in closed_class("lengths")), None)
        if one.unit is None and before and _in_row(before, one, segments) and _may_count(before, one, text):
            apart = _SENTENCE_END.search(text, before.end, one.start) and (before.unit or "").isupper()
            said = (one.of or "") if apart else f"{one.of or ''} {before.of or ''}".strip()
            one = replace(one, unit=before.unit, of=said, about=one.about or before.about)
        found.append(one)
    return tuple(found)


def _may_count(before: Quantity, after: Quantity, text: str) -> bool:
    """Money is taken over by large sums only, or where the words around the figure speak of money."""
    if not (before.unit or "").partition("/")[0].isupper():
        return True
    ends = [match.end() for match in _SENTENCE_END.finditer(text, before.end, after.start)]
    clause = text[max([after.start - 60, 0, *ends]) : after.end + 30]
    meant = {idea for word in words_of(clause, 0, len(clause)) for idea in ideas().get(word.stem, ())}
    return after.text.lower().endswith(("million", "billion")) or bool(meant & {"money", "price"})


def _persons(quantity: Quantity, text: str) -> Quantity:
    """Deaths, lives, victims: people, of whom the figure says that they died."""
    unit, said = (quantity.unit or "").lower(), quantity.of or ""
    meant = {idea for word in words_of(said, 0, len(said)) for idea in ideas().get(word.stem, ())}
    counted = {unit, *text[quantity.start : quantity.end + 12].lower().replace(".", " ").split()}
    if counted & closed_class("casualties"):
        return replace(quantity, unit="people", of=f"{said} deaths")
    if unit in closed_class("employed"):
        return replace(quantity, unit="people", of=f"{said} jobs")
    if unit in closed_class("persons") | closed_class("human") or (not unit and "death" in meant):
        return replace(quantity, unit="people")
    return quantity


def _at_most(quantity: Quantity, text: str) -> Quantity:
    """ "Never more than 40" is at most 40."""
    before = text[max(0, quantity.start - 10) : quantity.start].lower().split()
    if quantity.relation in {">", ">="} and {"never", "not", "no"} & set(before[-1:]):
        return replace(quantity, relation="<=", high=quantity.value, low=None)
    return quantity


def _when(quantity: Quantity, text: str) -> str | None:
    """The time of the figure, without an end where the text says "since"."""
    when = quantity.when
    near = text[quantity.start : quantity.end + 90].split(".", maxsplit=1)[0].lower().split()
    return f"{when}/.." if when and "/" not in when and "since" in near else when


def _in_row(before: Quantity, after: Quantity, segments: Sequence[Segment]) -> bool:
    together = any(s.start <= before.start and after.end <= s.end for s in segments)
    return together and after.start - before.end <= REACH
