"""Referents of those who speak in their own name: authors, outlet, commenters."""

from sayso.extract.entity.naming import Naming, key_of
from sayso.parse import ParsedDocument
from sayso.records import Referent, ids
from sayso.records.entity import EntityType


def add_speakers(parsed: ParsedDocument, naming: Naming) -> Naming:
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
    return Naming(naming.mentions, ordered, speakers, naming.sexes)


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
