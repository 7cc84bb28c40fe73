"""Figures in a verb: "exports doubled", "the price has more than tripled", "they halved the budget"."""

from collections.abc import Iterator

from sayso.extract.quantity.atoms import atoms_of
from sayso.extract.quantity.bound import bound_before
from sayso.extract.quantity.figure import Figure
from sayso.extract.quantity.unit import Unit
from sayso.lexicons import lexicon
from sayso.parse import ParsedDocument
from sayso.records import Span

_FACTORS: dict[str, float] = lexicon("changes")["factors"]
_SUBJECTS = ("nsubj", "nsubjpass", "dobj")


def multiples(parsed: ParsedDocument) -> Iterator[Figure]:
    """Every verb that says by how much something was multiplied, where no figure says to what."""
    for token in parsed.tokens:
        factor = _FACTORS.get(token.lemma.lower()) if token.pos == "VERB" else None
        if factor is None or parsed.child(token.i, *_SUBJECTS) is None or _has_figure(parsed, token.i):
            continue
        yield _figure(parsed, token.i, factor)


def _has_figure(parsed: ParsedDocument, verb: int) -> bool:
    """Does what follows the verb give the figure itself ("doubling it to 256 boats")?"""
    return any(
        parsed.tokens[at].pos == "NUM" and not _is_year(parsed, at)
        for at in parsed.subtree(verb)
        if at > verb
    )


def _is_year(parsed: ParsedDocument, at: int) -> bool:
    return parsed.tokens[at].entity == "DATE"


def _figure(parsed: ParsedDocument, verb: int, factor: float) -> Figure:
    atoms = atoms_of(parsed, parsed.sentence_of(verb))
    place = next(number for number, atom in enumerate(atoms) if atom.token == verb)
    bound = bound_before(parsed, atoms, place)
    start = atoms[bound.start].start if bound else parsed.tokens[verb].start
    relation = bound.relation if bound else "="
    return Figure(
        span=Span(start, parsed.tokens[verb].end),
        value=factor,
        low=factor if relation in (">", ">=") else None,
        high=factor if relation in ("<", "<=") else None,
        relation=relation,
        unit=Unit("times", "times", place, place + 1),
        noun=None,
        first=verb,
        last=verb,
        change="up" if factor > 1 else "down",
        bound=bound.words if bound else "",
    )
