"""Figures taken together: parts that add up to a total, and figures that stand or fall with others."""

from collections.abc import Iterator, Sequence

from sayso.align.compare.counted import topic
from sayso.align.compare.magnitude import exclude_each_other
from sayso.align.finding import Finding, quote
from sayso.align.utterance import Utterance
from sayso.records import Quantity, Span

#: Parts bear out their total, yet are no answer to the same question: too little to join one claim.
SUMS = 0.59


def find_sums(utterances: Sequence[Utterance]) -> Iterator[Finding]:
    """Figures of one document that follow each other and add up to the total before or after them."""
    filed: dict[tuple[str, str], dict[str, tuple[Utterance, Quantity]]] = {}
    for utterance in utterances:
        for quantity in utterance.quantities:
            if quantity.value and quantity.unit:
                filed.setdefault((quantity.document, quantity.unit), {}).setdefault(
                    quantity.id, (utterance, quantity)
                )
    for held in filed.values():
        rows = sorted(held.values(), key=lambda row: row[1].start)
        for at in range(len(rows)):
            yield from _sums_at(rows, at)


def _sums_at(rows: Sequence[tuple[Utterance, Quantity]], at: int) -> Iterator[Finding]:
    whole, total = rows[at]
    for size in (4, 3, 2):
        for parts in (rows[at + 1 : at + 1 + size], rows[max(0, at - size) : at]):
            if len(parts) == size and _adds_up(total, [q for _, q in parts]) and _of_total(total, parts):
                yield from _sum_findings(whole, total, parts)
                return


def _adds_up(total: Quantity, parts: Sequence[Quantity]) -> bool:
    values = [part.value for part in parts if part.value]
    return len(values) == len(parts) and abs(sum(values) - (total.value or 0)) <= 0.02 * abs(total.value or 0)


def _of_total(total: Quantity, parts: Sequence[tuple[Utterance, Quantity]]) -> bool:
    return all(topic(total) & topic(part) for _, part in parts)


def _sum_findings(
    whole: Utterance, total: Quantity, parts: Sequence[tuple[Utterance, Quantity]]
) -> Iterator[Finding]:
    added = " + ".join(f"{part.value:,.10g}" for _, part in parts)
    for inside, part in parts:
        if inside.statement.id == whole.statement.id:
            continue
        reason = f"{added} = {total.value:,.10g}: the parts sum to the total for {total.of or total.unit}."
        words = Span(total.start, total.end), Span(part.start, part.end)
        yield Finding(whole, inside, "corroborates", "number", reason, *words, SUMS)


def spread_figures(found: Sequence[Finding]) -> Iterator[Finding]:
    """Whoever gives a disputed figure is disputed too, however he words it, if nothing else disputes him."""
    figures = [one for one in found if one.kind == "number"]
    disputed = {
        side.statement.id for one in figures if one.relation == "conflicts" for side in (one.a, one.b)
    }
    same = [(x, y) for one in figures if one.relation == "corroborates" for x, y in _both_ways(one)]
    for one in figures:
        if one.relation != "conflicts":
            continue
        for (mine, my_words), (other, other_words) in _both_ways(one):
            for (theirs, their_words), (third, third_words) in same:
                open_to = third.voice != other.voice and third.statement.id not in disputed
                if (
                    theirs is mine
                    and their_words == my_words
                    and open_to
                    and _excluded(third, third_words, other, other_words)
                ):
                    reason = (
                        f"{quote(third, third_words)} against {quote(other, other_words)} for the same thing."
                    )
                    yield Finding(
                        third,
                        other,
                        "conflicts",
                        "number",
                        reason,
                        third_words,
                        other_words,
                        one.confidence - 0.1,
                    )


def _excluded(a: Utterance, a_words: Span, b: Utterance, b_words: Span) -> bool:
    ours = [one for one in a.quantities if (one.start, one.end) == a_words]
    theirs = [one for one in b.quantities if (one.start, one.end) == b_words]
    return any(exclude_each_other(x, y) for x in ours for y in theirs)


def _both_ways(one: Finding) -> list[tuple[tuple[Utterance, Span], tuple[Utterance, Span]]]:
    first, second = (one.a, one.a_words), (one.b, one.b_words)
    return [(first, second), (second, first)]
