"""Referents of those who speak in their own name: authors, outlet, commenters."""

import re

from sayso.extract.entity.naming import Draft, Naming, key_of
from sayso.parse import ParsedDocument
from sayso.records import Mention, Referent, Span, ids
from sayso.records.entity import EntityType


def see_speakers(draft: Draft) -> None:
    """See the authors and the outlet wherever the text names them in full."""
    document = draft.parsed.document
    known: list[tuple[str, EntityType]] = [(name, "person") for name in document.authors]
    if document.outlet:
        known.append((document.outlet, "organisation"))
    for name, kind in known:
        for match in re.finditer(rf"\b{re.escape(name)}\b", document.text):
            inside = draft.parsed.tokens_in(Span(*match.span()))
            if inside and draft.parsed.span(inside.start, inside.stop) == match.span():
                ref = ("name", key_of(name))
                draft.see(inside.start, inside.stop, ref)
                draft.vote(ref, kind, 2)


def add_speakers(parsed: ParsedDocument, naming: Naming, run: str) -> Naming:
    """The naming with every author, outlet and segment speaker as a referent.

    An author or outlet that the text names is the same referent; a commenter is one of this document only.
    """
    document = parsed.document
    referents = {referent.id: referent for referent in naming.referents}
    speakers: dict[str, str] = {}
    outlet = (document.outlet,) if document.outlet else ()
    for name in (*document.authors, *outlet):
        kind: EntityType = "person" if name in document.authors else "organisation"
        speakers[name] = _named(referents, document.id, name, kind)
    for segment in parsed.segments:
        if segment.speaker and segment.speaker not in speakers:
            if segment.kind == "comment":
                referent = _commenter(document.id, segment.speaker)
                referents.setdefault(referent.id, referent)
                speakers[segment.speaker] = referent.id
            else:
                speakers[segment.speaker] = _named(referents, document.id, segment.speaker, "person")
    ordered = tuple(sorted(referents.values(), key=lambda referent: referent.id))
    headed = _in_masthead(parsed, naming, speakers, run)
    mentions = tuple(sorted((*naming.mentions, *headed), key=lambda mention: (mention.start, -mention.end)))
    return Naming(mentions, ordered, speakers, naming.sexes)


def _in_masthead(parsed: ParsedDocument, naming: Naming, speakers: dict[str, str], run: str) -> list[Mention]:
    """The outlet's name, without article, where it heads the page, outside what is parsed as text."""
    document = parsed.document
    name = re.sub(r"^The\s+", "", document.outlet or "")
    headings = [segment for segment in parsed.segments if segment.kind in ("navigation", "title")]
    found = []
    for heading in headings if name else ():
        match = re.compile(rf"\b{re.escape(name)}\b").search(document.text, heading.start, heading.end)
        if match and not naming.mentions_in(Span(*match.span())):
            start, end = match.span()
            found.append(
                Mention(
                    id=ids.derive("men", document.id, start, end, "organisation"),
                    document=document.id,
                    start=start,
                    end=end,
                    text=match[0],
                    type="organisation",
                    entity=speakers[str(document.outlet)],
                    confidence=0.9,
                    run=run,
                )
            )
    return found


def _named(referents: dict[str, Referent], document: str, name: str, kind: EntityType) -> str:
    key = key_of(name)
    for referent in sorted(referents.values(), key=lambda referent: referent.id):
        if any(key_of(other) == key for other in referent.names):
            return referent.id
    made = Referent(
        id=ids.derive("ref", document, kind, ("name", key)),
        document=document,
        name=name,
        type=kind,
        names=(name,),
    )
    referents[made.id] = made
    return made.id


def _commenter(document: str, name: str) -> Referent:
    return Referent(
        id=ids.derive("ref", document, "person", ("speaker", name)),
        document=document,
        name=name,
        type="person",
    )
