"""Sightings to mentions and referents: one type, one name, one country for each."""

from collections import Counter

from sayso.extract.entity.kind import decide
from sayso.extract.entity.naming import Draft, Naming, Ref, Sighting, key_of
from sayso.lexicons.gazetteer import City, cities, is_plural, is_short, known, state_name, with_article
from sayso.records import Joint, Mention, Referent, ids
from sayso.records.entity import EntityType

Groups = dict[Ref, list[Sighting]]


def make_referents(draft: Draft, run: str) -> Naming:
    """The mentions and referents of everything sighted."""
    leaders = draft.leaders()
    ballots = draft.ballots(leaders)
    groups: Groups = {}
    for _, sighting in sorted(draft.sightings.items()):
        groups.setdefault(leaders.get(sighting.ref, sighting.ref), []).append(sighting)
    groups = {ref: seen for ref, seen in groups.items() if _is_name(draft, ref, seen, ballots.get(ref, {}))}
    for target in sorted({leaders.get(ref, ref) for pair in draft.stands_for.items() for ref in pair}):
        groups.setdefault(target, [])
    mentioned = Counter(ref[1] for ref, seen in groups.items() if ref[0] == "country" for _ in seen)
    kinds = {ref: _kind(ref, ballots.get(ref, {})) for ref in groups}
    metonyms = {leaders.get(a, a): leaders.get(b, b) for a, b in draft.stands_for.items()}
    made = {ref: _referent(draft, ref, seen, kinds[ref], mentioned) for ref, seen in sorted(groups.items())}
    made |= _with_joints(draft, made, groups, leaders)
    referents = [_with_metonym(draft, referent, made, metonyms.get(ref)) for ref, referent in made.items()]
    mentions = [
        _mention(draft, sighting, made[ref], run) for ref, seen in groups.items() for sighting in seen
    ]
    return Naming(
        tuple(sorted(mentions, key=lambda mention: (mention.start, -mention.end))),
        tuple(sorted(referents, key=lambda referent: referent.id)),
        sexes={made[ref].id: sex for ref in made if (sex := _sex(ballots.get(ref, {})))},
    )


def _sex(votes: dict[str, float]) -> str | None:
    """What the titles say, where they agree."""
    told = [sex for sex in ("feminine", "masculine") if sex in votes]
    return told[0] if len(told) == 1 else None


def _is_name(draft: Draft, ref: Ref, seen: list[Sighting], votes: dict[str, float]) -> bool:
    """A single capitalised word that nothing speaks for and grammar takes for no name is none."""
    if ref[0] != "name" or " " in ref[1] or any(votes.values()):
        return True
    return any(draft.parsed.tokens[s.end - 1].pos == "PROPN" for s in seen)


def _kind(ref: Ref, votes: dict[str, float]) -> EntityType:
    if ref[0] == "country":
        return "country"
    if ref[0] == "group":
        return "group"
    if ref[0] in ("government", "body", "embassy"):
        return "organisation"
    return decide(votes, len(ref[1].split()))


def _referent(
    draft: Draft, ref: Ref, seen: list[Sighting], kind: EntityType, mentioned: Counter[str]
) -> Referent:
    texts = Counter(draft.text(s.start, s.end) for s in seen if _named(draft, ref, s))
    names = sorted(texts, key=lambda text: (-len(text.split()), -texts[text], text))
    if not seen and kind == "place":
        names = [draft.called[ref]]
    document = draft.parsed.document.id
    return Referent(
        id=ids.derive("ref", document, kind, ref),
        document=document,
        name=_display(draft, ref, seen, texts, kind),
        type=kind,
        names=tuple(names),
        country=_country(ref, names, kind, mentioned),
    )


def _named(draft: Draft, ref: Ref, sighting: Sighting) -> bool:
    """Are the words a name of it, rather than a title with a name or a nationality word?"""
    if not sighting.proper:
        return False
    if ref[0] != "country":
        return True
    text = draft.text(sighting.start, sighting.end)
    found = known(text)
    return found is None or found.use == "name"


def _display(draft: Draft, ref: Ref, seen: list[Sighting], texts: Counter[str], kind: EntityType) -> str:
    """The name to show: a person's fullest, else the most used."""
    if ref[0] == "government":
        return f"Government of {_land(draft, ref[1])}"
    if ref[0] == "embassy":
        return f"{ref[3].capitalize()} of {_land(draft, ref[1])}" + (f" in {ref[2]}" if ref[2] else "")
    if not seen and ref in draft.called:
        return draft.called[ref]
    if not texts:
        return (
            state_name(ref[1]) if ref[0] == "country" or not seen else draft.text(seen[0].start, seen[0].end)
        )
    if ref[0] == "group":
        plural = Counter({text: used for text, used in texts.items() if is_plural(text)})
        if (
            not plural
            and len(ref) == 2
            and ref[1] not in draft.lands
            and not any(" " in text for text in texts)
        ):
            return ref[1] if len(ref[1]) > 2 else min(texts)
        texts = plural or texts
    if ref[0] == "country":
        texts = Counter({text: used for text, used in texts.items() if not is_short(text)}) or texts
    if kind in ("person", "organisation"):
        return min(texts, key=lambda text: (text.isupper(), -len(text.split()), -texts[text], text))
    return min(texts, key=lambda text: (text.islower(), -texts[text], -len(text), text))


def _land(draft: Draft, key: str) -> str:
    return draft.lands.get(key) or with_article(state_name(key))


def _country(ref: Ref, names: list[str], kind: EntityType, mentioned: Counter[str]) -> str | None:
    if ref[0] in ("country", "government", "body", "group", "embassy"):
        return next((key for key in ref[1:] if len(key) == 2 and key.isupper()), None)
    if kind != "place":
        return None
    towns: list[City] = [town for name in names for town in cities(name)]
    likely = [town for town in towns if mentioned[town.country] or town.population > 300_000]
    if not likely:
        return None
    weigh = {town: town.population * (10 if mentioned[town.country] else 1) for town in likely}
    return max(likely, key=lambda town: (weigh[town], -town.number)).country


def _with_joints(
    draft: Draft, made: dict[Ref, Referent], groups: Groups, leaders: dict[Ref, Ref]
) -> dict[Ref, Referent]:
    """The referents that have several names, with why: what joined them, else that one key stands for all."""
    import msgspec

    joined: dict[Ref, list[Joint]] = {}
    for one, other, why in dict.fromkeys(draft.same):
        leader = leaders[one]
        if leader in made:
            names = [_called(draft, ref, groups[leader], made[leader]) for ref in (one, other)]
            reason = why.format(*(f"“{name}”" for name in names))
            joined.setdefault(leader, []).append(Joint(one=names[0], other=names[1], reason=reason))
    for ref, referent in made.items():
        joints = joined.get(ref, [])
        told = {key_of(name) for joint in joints for name in (joint.one, joint.other)}
        anchor = joints[0].one if joints else next(iter(referent.names), "")
        for name in referent.names:
            if key_of(name) not in {*told, key_of(anchor)}:
                reason = f"“{anchor}” and “{name}” are names of {referent.name}"
                joined.setdefault(ref, []).append(Joint(one=anchor, other=name, reason=reason))
    return {
        ref: msgspec.structs.replace(made[ref], joints=tuple(dict.fromkeys(joints)))
        for ref, joints in joined.items()
    }


def _called(draft: Draft, ref: Ref, seen: list[Sighting], referent: Referent) -> str:
    """The words of the first sighting of a ref."""
    first = next((s for s in seen if s.ref == ref and s.proper), None)
    return draft.text(first.start, first.end) if first else referent.name


def _with_metonym(
    draft: Draft, referent: Referent, made: dict[Ref, Referent], target: Ref | None
) -> Referent:
    import msgspec

    if target is None or target not in made:
        return referent
    return msgspec.structs.replace(referent, stands_for=made[target].id)


def _mention(draft: Draft, sighting: Sighting, referent: Referent, run: str) -> Mention:
    span = draft.parsed.span(sighting.start, sighting.end)
    sure = 0.95 if sighting.ref[0] != "name" else 0.8
    return Mention(
        id=ids.derive("men", referent.document, span.start, span.end, referent.type),
        document=referent.document,
        start=span.start,
        end=span.end,
        text=draft.parsed.words(span),
        type=referent.type,
        entity=referent.id,
        confidence=sure,
        run=run,
    )
