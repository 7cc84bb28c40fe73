"""Who, when and in which statement: what else stands around the figures of a document."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.extract.entity import Naming
from sayso.extract.quantity.context import Context, verb_above
from sayso.extract.quantity.figure import Figure
from sayso.parse import ParsedDocument
from sayso.records import Party, Span, Statement, Time

_BEHIND = 12
_FIRST_BARE_YEAR = 1500


@dataclass(frozen=True)
class Surroundings:
    """Parties by token; dates and stretches of statements by sentence; ``dated`` are the tokens of times
    that are no durations, ``timed`` those of all times."""

    parties: dict[int, list[Party]]
    dates: dict[int, list[Time]]
    parts: dict[int, list[tuple[Span, Statement]]]
    dated: frozenset[int]
    timed: frozenset[int]


def _is_no_year(time: Time) -> bool:
    """Is the "time" a bare number that news texts do not use for a year?"""
    return time.text.isdigit() and int(time.text) < _FIRST_BARE_YEAR


def _parties(parsed: ParsedDocument, naming: Naming) -> dict[int, list[Party]]:
    """The parties named at each token, in order of text."""
    names = {referent.id: referent.name for referent in naming.referents}
    found: dict[int, list[Party]] = defaultdict(list)
    for mention in sorted(naming.mentions, key=lambda m: (m.start, m.end, m.id)):
        party = Party(entity=mention.entity, name=names.get(mention.entity or "", mention.text))
        for at in parsed.tokens_in(Span(mention.start, mention.end)):
            found[at].append(party)
    return found


def _sentences(parsed: ParsedDocument, span: Span) -> range:
    """The numbers of the sentences that a span touches."""
    tokens = parsed.tokens_in(span)
    if not tokens:
        return range(0)
    return range(parsed.tokens[tokens[0]].sentence, parsed.tokens[tokens[-1]].sentence + 1)


def surroundings_of(
    parsed: ParsedDocument, naming: Naming, statements: Iterable[Statement], times: Iterable[Time]
) -> Surroundings:
    """Everything looked up once for a document, so that long ones take no longer a figure."""
    dates: dict[int, list[Time]] = defaultdict(list)
    parts: dict[int, list[tuple[Span, Statement]]] = defaultdict(list)
    dated: set[int] = set()
    timed: set[int] = set()
    for time in times:
        place = parsed.tokens_in(Span(time.start, time.end))
        if not place or _is_no_year(time):
            continue
        timed.update(place)
        if time.type != "duration":
            dated.update(place)
        if time.type == "date" and time.edtf:
            dates[parsed.tokens[place[0]].sentence].append(time)
    for statement in statements:
        for part in statement.content:
            for number in _sentences(parsed, part):
                parts[number].append((part, statement))
    return Surroundings(_parties(parsed, naming), dates, parts, frozenset(dated), frozenset(timed))


def parties_of(around: Surroundings, context: Context) -> tuple[Party, ...]:
    """Who and what is named in the words of a figure, each once, in order of text."""
    named = (party for at in context.core for party in around.parties.get(at, ()))
    return tuple({party.entity or party.name: party for party in named}.values())


def statement_of(parsed: ParsedDocument, around: Surroundings, figure: Figure) -> str | None:
    """The smallest statement whose content covers the figure, an attributed one before an own one."""
    covering = [
        (statement.mode == "own", sum(one.end - one.start for one in statement.content), statement.id)
        for part, statement in around.parts.get(parsed.tokens[figure.first].sentence, ())
        if part.covers(figure.span)
    ]
    return min(covering)[2] if covering else None


def time_of(parsed: ParsedDocument, around: Surroundings, figure: Figure, context: Context) -> str | None:
    """The EDTF value of the date that governs the figure's clause; null where there is none, or several."""
    dates = around.dates.get(parsed.tokens[figure.first].sentence, [])
    own = [t for t in dates if _clause_of(parsed, t) == context.verb]
    above = [t for t in dates if _linked(parsed, _clause_of(parsed, t), context.verb)]
    for choice in (own, above):
        if len({t.edtf for t in choice}) == 1:
            return choice[0].edtf
        behind = [t for t in choice if 0 <= t.start - figure.span.end <= _BEHIND]
        if behind:
            return behind[0].edtf
    return None


def _linked(parsed: ParsedDocument, a: int | None, b: int | None) -> bool:
    """Does one of two clauses stand within the other?"""
    if a is None or b is None:
        return True
    return a == b or a in parsed.ancestors(b) or b in parsed.ancestors(a)


def _clause_of(parsed: ParsedDocument, time: Time) -> int | None:
    """The verb whose clause a time expression stands in."""
    tokens = parsed.tokens_in(Span(time.start, time.end))
    return verb_above(parsed, tokens[-1]) if tokens else None
