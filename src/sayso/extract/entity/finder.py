"""All names of one document, in order: what libraries know, groups, capitalised phrases, then who is who."""

from sayso.extract.entity import (
    acronym,
    alias,
    body,
    chunk,
    demonym,
    gazetted,
    group,
    known,
    member_body,
    metonym,
    person,
    place,
    referent,
    speaker,
    state,
)
from sayso.extract.entity.naming import Draft, Naming
from sayso.parse import ParsedDocument


def find_names(parsed: ParsedDocument, run: str) -> Naming:
    """All mentions of entities, linked to the referents of this document."""
    draft = Draft(parsed)
    hits = gazetted.find_known_words(draft)
    demonym.find_local_words(draft, hits)
    group.find_groups(draft, hits)
    state.find_state_bodies(draft, hits)
    member_body.find_member_bodies(draft)
    speaker.see_speakers(draft)
    chunk.find_chunks(draft, hits)
    acronym.join_acronyms(draft)
    place.join_places(draft)
    alias.join_aliases(draft)
    known.find_repeated(draft)
    person.join_persons(draft)
    body.join_bodies(draft)
    body.join_papers(draft)
    metonym.find_metonyms(draft)
    cast = referent.make_referents(draft, run)
    return speaker.add_speakers(parsed, cast, run)
