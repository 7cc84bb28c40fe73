"""Taking a name of one document out of what it was taken for there: the words it stands in go with it."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from sayso.records import Event, Extraction, Mention, Party, Quantity, Referent, Span, Statement, ids
from sayso.review.effects import Parting
from sayso.review.places import name_key, place_of


def parted(extraction: Extraction, partings: Iterable[Parting]) -> Extraction:
    """The extraction with each name that people took off a referent of it as a referent of its own."""
    for parting in partings:
        found = next((one for one in extraction.referents if one.id == parting.referent), None)
        if found:
            extraction = _parted(extraction, found, parting.names)
    return extraction


def _parted(extraction: Extraction, whole: Referent, names: frozenset[str]) -> Extraction:
    kept, off = _halves(extraction, whole, names)
    moved = _Moved(extraction, whole, off.id, names)
    others = [one for one in extraction.referents if one.id != whole.id]
    return replace(
        extraction,
        referents=tuple(sorted([*others, kept, off], key=lambda one: one.id)),
        mentions=tuple(map(moved.mention, extraction.mentions)),
        statements=tuple(map(moved.statement, extraction.statements)),
        quantities=tuple(map(moved.quantity, extraction.quantities)),
        events=tuple(map(moved.event, extraction.events)),
    )


def _halves(extraction: Extraction, whole: Referent, names: frozenset[str]) -> tuple[Referent, Referent]:
    """The referent without the names, and that of the names; the country stays with the former."""
    stay = tuple(name for name in whole.names if name_key(name) not in names)
    go = tuple(name for name in whole.names if name_key(name) in names)
    texts = [m.text for m in extraction.mentions if m.entity == whole.id]
    called = next((text for text in (*go, *texts) if name_key(text) in names), whole.name)
    joints = tuple(one for one in whole.joints if not {name_key(one.one), name_key(one.other)} & names)
    name = whole.name if name_key(whole.name) not in names else next(iter(stay), whole.name)
    off = Referent(
        id=ids.derive("ref", whole.id, "parted", sorted(names)),
        document=whole.document,
        name=called,
        type=whole.type,
        names=go or (called,),
    )
    return replace(whole, name=name, names=stay, joints=joints), off


class _Moved:
    """The records of a document after a name was taken out of a referent.

    What names it without its own words follows the words in its reach where all of them were taken out.
    """

    def __init__(self, extraction: Extraction, whole: Referent, off: str, names: frozenset[str]) -> None:
        self._whole, self._off = whole.id, off
        own = [one for one in extraction.mentions if one.entity == whole.id]
        rest = {name_key(name) for name in whole.names} - names
        self._gone = {one.id for one in own if _meant(name_key(one.text), names, rest)}
        self._own = own
        self._said = {one.id: place_of(one) for one in extraction.statements}

    def mention(self, of: Mention) -> Mention:
        """Follows its words."""
        return replace(of, entity=self._off) if of.id in self._gone else of

    def statement(self, of: Statement) -> Statement:
        """The voice follows the words of its source."""
        moved = of.voice == self._whole and self._all_gone(of.source)
        if not moved:
            return of
        chain = tuple(
            replace(link, entity=self._off)
            if link.entity == self._whole and link.name == of.voice_name
            else link
            for link in of.chain
        )
        return replace(of, voice=self._off, chain=chain)

    def quantity(self, of: Quantity) -> Quantity:
        """Those it is about follow the words of its statement."""
        reach = [self._said.get(of.statement or "", Span(of.start, of.end))]
        return replace(of, about=tuple(self._party(one, reach) for one in of.about))

    def event(self, of: Event) -> Event:
        """Both parties follow the words of its statement."""
        reach = [self._said.get(of.statement or "", Span(of.start, of.end)), Span(of.start, of.end)]
        who, to = (self._party(one, reach) if one else None for one in (of.who, of.to))
        return replace(of, who=who, to=to)

    def _party(self, of: Party, reach: Sequence[Span]) -> Party:
        if of.entity == self._whole and self._all_gone(reach):
            return replace(of, entity=self._off)
        return of

    def _all_gone(self, reach: Sequence[Span]) -> bool:
        """Do only words that were taken out name the referent there?"""
        inside = [
            one for one in self._own if any(one.start < s.end and s.start < one.end for s in reach)
        ]  # fmt: skip
        return bool(inside) and all(one.id in self._gone for one in inside)


def _meant(text: str, names: frozenset[str], rest: set[str]) -> bool:
    """Is it one of these names, be it after a title, rather than a longer one of the rest?"""
    known = sorted((*names, *rest), key=lambda name: (-len(name), name))
    return next((name in names for name in known if text == name or text.endswith(f" {name}")), False)
