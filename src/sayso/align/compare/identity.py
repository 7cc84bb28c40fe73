"""What a referent is known by across documents, and whether two such identities are one thing."""

import re
from collections.abc import Callable
from functools import lru_cache

from sayso.align.compare.name import LATIN, Comparison, Kind, are_nicknames, compare_names
from sayso.align.compare.spelling import likeness, likeness_across, skeleton, telling, words_of
from sayso.lexicons import lexicon
from sayso.lexicons.gazetteer import cities, known, phrases, pieces
from sayso.records import Referent

_GOVERNMENT = re.compile(r"^Government of (?:the )?(.+)$")
_OF = re.compile(r"^(\w+) of (?:the )?(.+)$")
_SMALL = frozenset({"in", "of", "the", "living", "residing", "based", "settled", "live", "-", "–", "&"})
_SOUNDALIKE = (
    {"q", "g", "k", "c"},
    {"k", "h"},
    {"j", "y", "g"},
    {"b", "p"},
    {"v", "w", "u"},
    {"t", "d"},
    {"s", "z"},
)
#: How alike two names must be to be one, by type; other types must be spelt alike.
ENOUGH = {"person": 0.87, "place": 0.84, "organisation": 0.9, "facility": 0.9, "event": 0.9, "document": 0.92}

#: As names of what referents of a type are compared.
_KINDS: dict[str, Kind] = {"person": "person", "place": "place"}
#: From so many letters on, one slip of a consonant may be a misprint.
_LONG = 8
Like = Callable[[str, str], float]


def identities(referent: Referent) -> tuple[str, ...]:
    """The keys under which a referent is the same wherever it is met; equal keys are one thing."""
    if referent.type == "country":
        state = known(referent.name)
        if referent.country or state:
            return (f"country {referent.country or (state.key if state else '')}",)
    government = _GOVERNMENT.match(referent.name)
    if referent.type == "organisation" and government:
        state = known(government[1])
        return (f"government {state.key if state else government[1].lower()}",)
    names = referent.names or (referent.name,)
    if referent.type == "group":
        keys = {group_key(name) for name in names}
        bases = max(key.partition("|")[0].count("+") for key in keys)
        return tuple(sorted(f"group {key}" for key in keys if key.partition("|")[0].count("+") == bases))
    if not referent.names and referent.type == "person":
        return (f"speaker {referent.id}",)
    if referent.type == "person":
        full = tuple(name for name in names if len(words_of(name)) > 1)
        names = full or names
    found = {f"name {plain(name)}" for name in names if plain(name)}
    return tuple(sorted(found)) or (f"speaker {referent.id}",)


def in_words(key: str) -> str:
    """Why two referents with the identity are one thing."""
    space, _, name = key.partition(" ")
    if space == "group":
        bases, _, rest = name.partition("|")
        return (
            f"both mean “{rest}” of {bases.replace('+', ' and ')}" if rest else f"both mean people of {bases}"
        )
    if space in ("country", "government"):
        return f"both mean the {space} “{name}”"
    return f"both are called “{name}”"


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """A name's plain words: no article, no kind of place that may be missing, nationality words as codes."""
    words = list(words_of(re.sub(r"['’]s\b", "", name)))
    heads = lexicon("names")["heads"]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    of = _OF.match(" ".join(words))
    if of and of[1] in {*heads["polity"], *heads["settled"]}:
        words = of[2].split()
    if len(words) > 1 and words[-1] in heads["settled"]:
        words = words[:-1]
    if len(words) > 1 and (state := phrases().get((words[0],))) and state.use == "adjective":
        words[0] = state.key.lower()
    return " ".join(words)


@lru_cache(maxsize=65536)
def group_key(name: str) -> str:
    """The countries, peoples and lands in the name of a group in order of letters, then its other words."""
    words = pieces(name)
    bases: set[str] = set()
    rest: list[str] = []
    at = 0
    while at < len(words):
        size = next((n for n in (4, 3, 2, 1) if words[at : at + n] in phrases()), 0)
        if size:
            bases.add(phrases()[words[at : at + size]].key)
        elif words[at] not in _SMALL and words[at] not in lexicon("names")["groups"]["people"]:
            rest.append(words[at])
        at += size or 1
    towns = cities(" ".join(rest)) if bases and rest else ()
    if towns:
        bases, rest = bases | {towns[0].country}, []
    return "+".join(sorted(bases)) + ("|" + " ".join(rest) if rest else "")


def same_thing(one: Referent, other: Referent, keys: tuple[str, str]) -> Comparison | None:
    """The comparison of two differently spelt identities if it makes them one, else null."""
    left, right = (key.partition(" ")[2] for key in keys)
    if one.type != other.type and "other" not in (one.type, other.type):
        return None
    if one.type == "group":
        return _same_group(left, right)
    kind = one.type if one.type != "other" else other.type
    if kind not in ENOUGH or (one.country and other.country and one.country != other.country):
        return None
    written = (as_written(one, left), as_written(other, right))
    if kind == "place" and (found := _same_place(one, other, *written)):
        return found
    one_land = kind == "place" and bool(one.country) and one.country == other.country
    if min(len(left), len(right)) < 5 and not one_land:
        return None
    agree = _persons_agree if kind == "person" else _words_agree
    like = likeness if written == (left, right) else likeness_across
    if not agree(left.split(), right.split(), like):
        return None
    found = compare_names(*written, _KINDS.get(kind, "organisation"))
    return found if found.score >= ENOUGH[kind] else None


def _same_place(one: Referent, other: Referent, left: str, right: str) -> Comparison | None:
    """What geography says for two words being one place."""
    if town := _shared_town(left, right):
        return Comparison(0.9, f"“{left}” and “{right}” are names of one town in GeoNames ({town})")
    if one.country and one.country == other.country and _initial_variant(left, right):
        return Comparison(
            0.85, f"“{left}” and “{right}” differ by a first letter that scribes exchange, in one country"
        )
    return None


def is_foreign(referent: Referent) -> bool:
    """Is one of its names written in another script than the Latin one?"""
    return any(not name.isascii() and max(map(ord, name)) > LATIN for name in referent.names)


def as_written(referent: Referent, key: str) -> str:
    """The name behind the key as written, where another script wrote it; else the key."""
    written = (name for name in referent.names if not name.isascii() and max(map(ord, name)) > LATIN)
    return next((name for name in written if plain(name) == key), key)


def _words_agree(one: list[str], other: list[str], like: Like) -> bool:
    """Every word of one name has its near twin in the other, in order."""
    if len(one) != len(other) or set(one) & telling() != set(other) & telling():
        return False
    return all(
        like(a, b) >= 0.8 and (skeleton(a) == skeleton(b) or len(a) > 5)
        for a, b in zip(one, other, strict=True)
    )


def _same_group(left: str, right: str) -> Comparison | None:
    base, _, rest = left.partition("|")
    other_base, _, other_rest = right.partition("|")
    if base != other_base or not rest or not other_rest:
        return None
    found = compare_names(rest, other_rest)
    if found.score < 0.86 or min(len(rest), len(other_rest)) < 6:
        return None
    return found


def _persons_agree(one: list[str], other: list[str], like: Like) -> bool:
    """Full names whose last words are alike and whose first words do not contradict each other."""
    joined = "".join(one), "".join(other)
    if like is likeness_across and min(len(one), len(other)) == 1:
        return max(len(one), len(other)) > 1 and like(*joined) >= 0.87
    if min(len(one), len(other)) < 2:
        return False
    if joined[0] == joined[1]:
        return True
    if _another(one[-1], other[-1], like) or any(map(_sexes, one, other)):
        return False
    first = not _another(one[0], other[0], like) or are_nicknames(one[0], other[0])
    return first or one[0][:1] == other[0] or other[0][:1] == one[0]


def _another(one: str, other: str, like: Like) -> bool:
    """Are they two names? Within a script a consonant tells short ones apart, not vowels or spelling."""
    if like(one, other) < 0.78:
        return True
    return like is likeness and skeleton(one) != skeleton(other) and min(len(one), len(other)) < _LONG


def _sexes(one: str, other: str) -> bool:
    """Is one word the other's feminine ("Petrov", "Petrova"; "Mario", "Maria")?"""
    short, long = sorted((one, other), key=len)
    return long == short + "a" or (one[:-1] == other[:-1] and {one[-1:], other[-1:]} == {"a", "o"})


def _initial_variant(one: str, other: str) -> bool:
    """Do the words differ in a first letter only, and by a pair that transliterations exchange?"""
    if len(one) < 4 or one[1:] != other[1:]:
        return False
    return any({one[0], other[0]} <= letters for letters in _SOUNDALIKE)


def _shared_town(one: str, other: str) -> str | None:
    """The town that both words are names of in GeoNames, unless one is first of all another town's name."""
    mine, theirs = cities(one), cities(other)
    if not mine or not theirs or mine[0].number != theirs[0].number:
        return None
    own = {town.number for town in (*mine, *theirs) if town.name.lower() in (one, other)}
    return mine[0].name if own <= {mine[0].number} else None
