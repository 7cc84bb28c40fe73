"""What an HTML page states of itself for machines: JSON-LD, OpenGraph, meta elements, marked times."""

from collections.abc import Iterator

import msgspec
from selectolax.lexbor import LexborHTMLParser

from sayso.intake.dates import to_edtf
from sayso.intake.metadata import Metadata
from sayso.intake.names import authors_in, is_nobody

_ARTICLES = ("Article", "Posting", "Report", "WebPage")
_TITLES = ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title")
_OUTLETS = ("og:site_name", "citation_journal_title", "dc.publisher", "application-name")
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "citation_publication_date",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "pubdate", "publish-date", "publishdate",
    "sailthru.date", "date", "parsely-pub-date",
)  # fmt: skip
_DATED = ('[itemprop="datePublished"]', "time[pubdate]", "article header time", ".entry-date", ".byline time")
_AUTHORS = (
    "author",
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "article:author",
    "byl",
)
_DEEPEST = 12


def stated(tree: LexborHTMLParser) -> Metadata:
    """The metadata a page states; JSON-LD first, then OpenGraph and meta, then marked elements."""
    meta = _meta(tree)
    data = _article(tree)
    outlet = _text(_name(data.get("publisher"))) or _first(meta, _OUTLETS)
    title = _text(data.get("headline")) or _first(meta, _TITLES) or _title(tree)
    return Metadata(
        title=_without_site(title, outlet),
        outlet=outlet,
        authors=_authors(data, meta),
        published=_published(tree, data, meta),
        derived_from=_text(_name(data.get("isBasedOn"))),
    )


def _meta(tree: LexborHTMLParser) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in tree.css("meta"):
        marks = node.attributes
        name = marks.get("property") or marks.get("name") or marks.get("itemprop")
        if name and (content := _text(marks.get("content"))):
            found.setdefault(name.lower(), []).append(content)
    return found


def _article(tree: LexborHTMLParser) -> dict[str, object]:
    """The first JSON-LD object of the page that describes an article."""
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            data = msgspec.json.decode((node.text() or "").strip())
        except (msgspec.DecodeError, RecursionError):
            continue
        for one in _objects(data):
            kinds = one.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if (
                any(isinstance(name, str) and name.endswith(_ARTICLES) for name in names)
                and ("headline") in one
            ):
                return one
    return {}


def _objects(data: object) -> Iterator[dict[str, object]]:
    """Every object in the data, outer before inner."""
    waiting: list[tuple[object, int]] = [(data, 0)]
    while waiting:
        one, depth = waiting.pop(0)
        if isinstance(one, dict):
            yield one
        inner = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        if depth < _DEEPEST:
            waiting.extend((value, depth + 1) for value in inner if isinstance(value, dict | list))


def _name(value: object) -> object:
    """The name of what JSON-LD gives as a string, an object or a list of either."""
    if isinstance(value, list):
        value = value[0] if value else None
    return value.get("name") if isinstance(value, dict) else value


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _first(meta: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((meta[name][0] for name in names if name in meta), None)


def _title(tree: LexborHTMLParser) -> str | None:
    """The page's one first-rank heading, else the title of its window."""
    headings = tree.css("article h1, main h1") or tree.css("h1")
    if len(headings) == 1 and (text := _text(headings[0].text(separator=" "))):
        return text
    node = tree.css_first("head title") or tree.css_first("title")
    return _text(node.text()) if node is not None else None


def _without_site(title: str | None, outlet: str | None) -> str | None:
    """ "Headline | The Site" without the site."""
    if title is None or outlet is None:
        return title
    for mark in (" | ", " - ", " – ", " — ", " :: ", " » "):
        head, _, tail = title.rpartition(mark)
        if head and tail.casefold() == outlet.casefold():
            return head
    return title


def _authors(data: dict[str, object], meta: dict[str, list[str]]) -> tuple[str, ...]:
    given = data.get("author")
    listed = given if isinstance(given, list) else [given]
    names = [name for one in listed if (name := _text(_name(one)))]
    if not names:
        key = next((name for name in _AUTHORS if name in meta), None)
        names = meta[key] if key else []
    found = [one for name in names if "://" not in name for one in authors_in(name.removeprefix("By "))]
    return tuple(dict.fromkeys(name for name in found if not is_nobody(name)))


def _published(tree: LexborHTMLParser, data: dict[str, object], meta: dict[str, list[str]]) -> str | None:
    for value in (_text(data.get("datePublished")), _first(meta, _DATES)):
        if value and (found := to_edtf(value)):
            return found
    for query in _DATED:
        for node in tree.css(query)[:1]:
            value = node.attributes.get("datetime") or node.attributes.get("content") or node.text()
            if value and (found := to_edtf(value)):
                return found
    return None
