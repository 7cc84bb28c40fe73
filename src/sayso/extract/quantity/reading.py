"""From atoms to figures: numeral, unit, range and bounds put together."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.extract.quantity.atoms import Atoms, atoms_of, glued, lower
from sayso.extract.quantity.bound import Bound, bound_after, bound_before
from sayso.extract.quantity.change import change_of
from sayso.extract.quantity.counted import is_people, noun_after, share_noun, suffers
from sayso.extract.quantity.digits import HYPHENS, Numeral
from sayso.extract.quantity.ellipsis import completed
from sayso.extract.quantity.figure import Figure
from sayso.extract.quantity.guard import is_no_figure
from sayso.extract.quantity.measures import duration_of
from sayso.extract.quantity.numerals import is_trigger
from sayso.extract.quantity.piece import Piece, read_piece
from sayso.extract.quantity.ranges import read_range
from sayso.extract.quantity.unit import Unit
from sayso.lexicons import lexicon
from sayso.parse import ParsedDocument
from sayso.records import Span
from sayso.records.figure import Relation

_LASTING = frozenset(lexicon("changes")["lasting"])
_AGE_BOUNDS = frozenset({"under", "over", "above", "below", "older than", "younger than"})
_OLDEST = 120
_DEFINITE = frozenset(
    {"the", "these", "those", "both", "all", "his", "her", "its", "their", "our", "my", "your"}
)


def _relation(bound: Bound | None, vague: bool) -> Relation:
    if vague:
        return ">="
    return bound.relation if bound else "="


def _limits(
    value: float | None, relation: Relation, least: float | None
) -> tuple[float | None, float | None]:
    """The low and high bound that a relation makes of a value."""
    if relation in (">", ">="):
        return (value if value is not None else least), None
    if relation in ("<", "<="):
        return None, value
    return least, None


def _thousands(parsed: ParsedDocument, numeral: Numeral, unit: Unit | None, noun: int | None) -> float | None:
    """The value of "1.474" where the full stop parts thousands: people and things are not counted in
    thousandths."""
    if numeral.value is None or not numeral.dotted or numeral.scaled or unit is not None or noun is None:
        return numeral.value
    return numeral.value * 1000 if parsed.tokens[noun].tag in ("NNS", "NNPS") else numeral.value


def _incidental(
    parsed: ParsedDocument, atoms: Atoms, piece: Piece, bound: Bound | None, noun: int | None
) -> bool:
    """Is the number a mere determiner ("one man", "the two sides", "both")?"""
    numeral = piece.numeral
    if piece.unit is not None or numeral.form != "words" or numeral.value is None:
        return False
    if numeral.value == 1 and (bound is None or bound.relation == "=" or bound.words == "or more"):
        return True
    if bound is not None or numeral.rough:
        return False
    if noun is None and numeral.value > 1 and suffers(parsed, atoms[numeral.end - 1].token):
        return False
    if numeral.value == 2 and (noun is None or not is_people(parsed, noun)):
        return True
    before = lower(atoms, numeral.start - 1)
    if 0 < numeral.value <= 12 and (before in _DEFINITE or noun is None):
        return True
    behind = lower(atoms, numeral.end)
    return behind in HYPHENS and glued(atoms, numeral.end)


def _guarded(parsed: ParsedDocument, atoms: Atoms, first: Piece, last: Piece) -> bool:
    """Is the stretch from the first to the last piece no figure at all?"""
    unit = last.unit
    unit_end = unit.end if unit is not None and unit.end > last.numeral.end else None
    signed = first.unit is not None and first.unit.kind == "money" and first.start < first.numeral.start
    return is_no_figure(parsed, atoms, replace(first.numeral, end=last.numeral.end), unit_end, signed)


def _bounds(
    parsed: ParsedDocument, atoms: Atoms, start: int, end: int, ranged: bool
) -> tuple[int, int, Bound | None]:
    """The atoms from ``start`` to ``end`` with the bounding words around them, and the bound that counts."""
    before, after = bound_before(parsed, atoms, start), bound_after(atoms, end)
    if after is not None:
        end = after.end
    if before is not None:
        return before.start, end, after if before.relation == "=" and after else before
    if ranged and lower(atoms, start - 1) in ("between", "from"):
        start -= 1
    return start, end, after


def _is_course(parsed: ParsedDocument, atoms: Atoms, bound: Bound, unit: Unit | None) -> bool:
    """Is it the time in which something happens ("grew by a tenth over six years"), not a longer one?"""
    if unit is None or unit.kind != "duration" or bound.start == 0:
        return False
    before = parsed.tokens[atoms[bound.start - 1].token]
    return before.pos not in ("ADP", "ADV", "CCONJ") and before.lemma.lower() not in _LASTING


def _figure(parsed: ParsedDocument, atoms: Atoms, first: Piece, floor: int) -> tuple[Figure, int] | None:
    """The figure that begins with a piece and the atom behind it; null where it is none. What stands
    before ``floor`` belongs to the figure before."""
    place = atoms[first.start].token
    changed = change_of(parsed, atoms, (first.start, first.start), (place, place)) is not None
    ends = read_range(atoms, first, changed)
    low, high = ends or (first, first)
    if _guarded(parsed, atoms, first, high):
        return None
    start, end, bound = _bounds(parsed, atoms, first.start, high.end, ends is not None)
    if start < floor:
        start, bound = first.start, None
    if bound is not None and bound.words == "over" and _is_course(parsed, atoms, bound, high.unit):
        start, bound = first.start, None
    unit, form = high.unit or first.unit, high.numeral.form
    share = form == "share" and unit is None
    tokens = atoms[first.numeral.start].token, atoms[high.end - 1].token
    noun = _noun(parsed, atoms, high, share, tokens)
    if unit is None and not share:
        unit = _implied_unit(parsed, atoms, high, bound, noun)
        bound = bound or _bound_behind(atoms, noun)
        noun = noun if unit is None else None
    figure = Figure(
        span=Span(atoms[start].start, atoms[end - 1].end),
        value=None, low=_thousands(parsed, low.numeral, unit, noun),
        high=_thousands(parsed, high.numeral, unit, noun), relation="range",
        unit=unit, noun=noun, first=tokens[0], last=tokens[1], vague=form == "vague", share=share,
        bound=bound.words if bound else "",
        change=change_of(parsed, atoms, (start, first.start), tokens),
        incidental=ends is None and unit is None and _incidental(parsed, atoms, first, bound, noun),
    )  # fmt: skip
    return (figure if ends else _valued(parsed, figure, high.numeral, bound)), end


def _implied_unit(
    parsed: ParsedDocument, atoms: Atoms, piece: Piece, bound: Bound | None, noun: int | None
) -> Unit | None:
    """The unit of a figure that has none beside it: "50 happy years", "people under 30"."""
    if noun is not None:
        lemma = parsed.tokens[noun].lemma
        spell = duration_of(lemma)
        return Unit("duration", spell, piece.end, piece.end, lemma) if spell else None
    if bound is None or bound.words not in _AGE_BOUNDS or (piece.numeral.value or 0) > _OLDEST:
        return None
    before = atoms[bound.start - 1].token if bound.start else None
    if before is None or not is_people(parsed, before):
        return None
    return Unit("age", "years of age", piece.end, piece.end, "year")


def _bound_behind(atoms: Atoms, noun: int | None) -> Bound | None:
    """The bound behind what is counted: "100 boats or more"."""
    behind = next((i for i, atom in enumerate(atoms) if noun is not None and atom.token > noun), None)
    return bound_after(atoms, behind) if behind is not None else None


def _valued(parsed: ParsedDocument, figure: Figure, numeral: Numeral, bound: Bound | None) -> Figure:
    """The figure with its one value, relation and bounds."""
    value = _thousands(parsed, numeral, figure.unit, figure.noun)
    if figure.share and value is not None:
        value = round(value * 100, 9)
    relation = _relation(bound, figure.vague)
    if relation == "=" and numeral.rough:
        relation = "~"
    low, high = _limits(value, relation, numeral.low if figure.vague else None)
    return replace(figure, value=value, low=low, high=high, relation=relation)


def _noun(
    parsed: ParsedDocument, atoms: Atoms, piece: Piece, share: bool, tokens: tuple[int, int]
) -> int | None:
    """The token of what is counted or measured."""
    numeral_last = atoms[piece.numeral.end - 1].token
    if share or (piece.unit is not None and piece.unit.kind in ("percent", "points")):
        return share_noun(parsed, tokens[1])
    if piece.unit is not None:
        return share_noun(parsed, tokens[1]) if lower(atoms, piece.end) == "of" else None
    return noun_after(parsed, tokens[0], numeral_last)


def _sentence_figures(parsed: ParsedDocument, atoms: Atoms) -> Iterator[Figure]:
    """The figures of one sentence, left to right."""
    at = floor = 0
    previous: Figure | None = None
    while at < len(atoms):
        piece = read_piece(atoms, at, floor) if is_trigger(atoms[at].lower) else None
        if piece is None:
            at += 1
            continue
        found = _figure(parsed, atoms, piece, floor)
        if found is None:
            at = max(piece.numeral.end, at + 1)
            continue
        previous = completed(parsed, found[0], previous)
        yield previous
        at = floor = max(found[1], at + 1)


def find_figures(parsed: ParsedDocument) -> tuple[Figure, ...]:
    """Every figure of the document, mere determiners and durations among them, in order of text."""
    numbered = sorted({token.sentence for token in parsed.tokens if is_trigger(token.lower)})
    return tuple(
        figure
        for number in numbered
        for figure in _sentence_figures(parsed, atoms_of(parsed, parsed.sentences[number]))
    )
