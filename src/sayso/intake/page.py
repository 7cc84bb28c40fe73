"""An HTML page -> its words in reading order, each stretch with its element, and its comments apart."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sayso.errors import IntakeError
from sayso.intake import markup
from sayso.intake.furniture import is_comment_closing
from sayso.intake.lines import Line, split
from sayso.intake.markup import Marks
from sayso.records import Block

MAX_DEPTH = 1_000
_NESTING = re.compile(
    r"<(/?)(?:div|span|section|article|ul|ol|dl|table|b|i|u|em|strong|a|font|center|blockquote|main|"
    r"aside|nav|"
    r"form|fieldset|figure|pre|small|big|sub|sup|svg|g|math|details|label|button|object)\b[^>]*?(/?)>",
    re.I,
)
_SAYS = re.compile(r"\s+(?:says|said|writes|wrote|replied|commented)\s*(?:\.\.\.|…)?:?$", re.I)
#: Roles that hold for everything inside an element.
_SETTLED = frozenset({"navigation", "boilerplate", "bio", "caption", "byline", "dateline"})
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_BREAK = "\ue000"  # a private character stands for <br> until white space is collapsed


@dataclass(frozen=True)
class Remarked:
    """A comment in the page's text, and its writer's name where the page gives one."""

    start: int
    end: int
    name: str | None


@dataclass(frozen=True)
class Page:
    """The text of a page, the elements it came from, its comments, and the lines that are none."""

    text: str
    blocks: tuple[Block, ...]
    comments: tuple[Remarked, ...]
    lines: tuple[Line, ...]
    tree: LexborHTMLParser


@dataclass(frozen=True)
class _Frame:
    """Where the walk is: the element's path and what it and its ancestors say of their text.

    ``loose`` names the elements that are comments in a list that does not mark them itself.
    """

    path: str = ""
    role: str | None = None
    listed: bool = False
    loose: str | None = None
    comment: int | None = None
    article: bool = False
    depth: int = 0
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class _Piece:
    start: int
    end: int
    frame: _Frame


class _Writer:
    """Collects words into pieces; a piece ends where a block-level element begins or ends."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.pieces: list[_Piece] = []
        self.length = 0
        self._words: list[str] = []
        self._frame: _Frame | None = None

    def words(self, text: str, frame: _Frame) -> None:
        if self._frame is None and text.strip():
            self._frame = frame
        self._words.append(text)

    def close(self) -> None:
        """End the piece at hand."""
        raw = _SPACE.sub(" ", "".join(self._words))
        text = "\n".join(line.strip() for line in raw.split(_BREAK)).strip()
        if text and self._frame is not None:
            if self.parts:
                self.parts.append("\n\n")
                self.length += 2
            self.parts.append(text)
            self.pieces.append(_Piece(self.length, self.length + len(text), self._frame))
            self.length += len(text)
        self._words, self._frame = [], None


class _Walk:
    """Depth first through the tree, without recursion; ``above`` is which comment a reply stands in."""

    def __init__(self) -> None:
        self.writer = _Writer()
        self.above: dict[int, int | None] = {}
        self._waiting: list[tuple[LexborNode | None, _Frame]] = []

    def run(self, root: LexborNode) -> None:
        self._waiting = [(root, _Frame())]
        while self._waiting:
            node, frame = self._waiting.pop()
            if node is None:
                self.writer.close()
                continue
            if frame.depth and node.next is not None:
                self._waiting.append((node.next, frame))
            if node.is_text_node:
                self.writer.words(node.text_content or "", frame)
            elif node.is_element_node:
                self._element(node, frame)

    def _element(self, node: LexborNode, frame: _Frame) -> None:
        mark = markup.marks(node)
        if mark.tag == "br":
            self.writer.words(_BREAK, frame)
        elif mark.tag in {"td", "th", "img"} or (mark.tag == "a" and _follows_link(node)):
            self.writer.words(" ", frame)
        if mark.tag == "br" or markup.is_unread(mark):
            return
        if frame.depth > 2 * MAX_DEPTH:
            raise _too_deep()
        inner = self._enter(node, mark, frame)
        if _stands_apart(mark, inner, frame):
            self.writer.close()
            self._waiting.append((None, frame))
        if node.child is not None:
            self._waiting.append((node.child, inner))

    def _enter(self, node: LexborNode, mark: Marks, frame: _Frame) -> _Frame:
        """The frame inside an element."""
        number = frame.counts[mark.tag] = frame.counts.get(mark.tag, 0) + 1
        article = frame.article or mark.tag in {"article", "main"} or _is_article(mark)
        role, loose, comment = frame.role, frame.loose if frame.loose != "child" else None, frame.comment
        listed = frame.listed
        if markup.is_comment(mark, comment is not None) or (comment is None and _is_loose(mark, frame)):
            comment = len(self.above)
            self.above[comment] = frame.comment
            role, listed = "comment", True
        elif comment is not None:
            role = _within(markup.role_in_comment(mark), role)
        elif not listed and markup.is_comment_list(mark):
            role, listed, loose = "boilerplate", True, _loose(node)
        elif role not in _SETTLED:
            role = markup.role_of(mark, article) or role
        path = f"{frame.path}/{mark.tag}[{number}]"
        return _Frame(path, role, listed, loose, comment, article, frame.depth + 1)


def _within(found: str | None, role: str | None) -> str | None:
    """Inside a comment's heading the writer's name may stand; nothing else changes a role once it is set."""
    return found if found == "commenter" or (found is not None and role == "comment") else role


def _is_article(mark: Marks) -> bool:
    return mark.attributes.get("itemprop") == "articleBody" or mark.attributes.get("role") == "main"


def _follows_link(node: LexborNode) -> bool:
    return node.prev is not None and node.prev.tag == "a"


def _is_loose(mark: Marks, frame: _Frame) -> bool:
    """Is the element a comment of a list that does not say so of its parts?"""
    if frame.loose == "child":
        return mark.tag in {"p", "div", "blockquote", "dd", "section"}
    return frame.loose is not None and mark.tag == frame.loose


def _loose(node: LexborNode) -> str | None:
    """Which elements of a list of comments are the comments, null where they are marked."""
    if any(markup.is_comment(markup.marks(one)) for one in node.css("li, article, div, section, tr, dd")):
        return None
    return next((tag for tag in ("li", "article") if node.css_first(tag) is not None), "child")


def _stands_apart(mark: Marks, inner: _Frame, outer: _Frame) -> bool:
    """Does the element begin a piece of its own?"""
    if mark.tag not in markup.INLINE and mark.tag not in {"td", "th"}:
        return True
    parent = outer.path.rpartition("/")[2]
    named = inner.role is not None and inner.role != outer.role
    return named and (outer.comment is not None or not parent.startswith(("p[", "li[")))


def read_page(html: str) -> Page:
    """The page; ``IntakeError`` where it is nested too deep or holds no words."""
    _check_nesting(html)
    tree = LexborHTMLParser(html.replace(_BREAK, ""))
    walk = _Walk()
    if tree.root is not None:
        walk.run(tree.root)
        walk.writer.close()
    text = "".join(walk.writer.parts)
    if not text:
        raise IntakeError("is a page without words; save the page as the browser shows it and add that")
    roles = _roles(text, walk.writer.pieces)
    blocks = tuple(
        Block(start=one.start, end=one.end, path=one.frame.path, role=role)
        for one, role in zip(walk.writer.pieces, roles, strict=True)
    )
    lines = tuple(
        Line(line.start, line.end, line.text, 0, True, block.role)
        for block in blocks
        if block.role != "comment"
        for line in split(text, block.start, block.end)
    )
    return Page(text, blocks, _comments(text, walk, roles), lines, tree)


def _check_nesting(html: str) -> None:
    """Refuse before parsing: the parser's time grows with the square of the depth."""
    depth = 0
    for found in _NESTING.finditer(html):
        depth = max(0, depth - 1) if found[1] else depth + (not found[2])
        if depth > MAX_DEPTH:
            raise _too_deep()


def _too_deep() -> IntakeError:
    return IntakeError(
        f"is HTML nested more than {MAX_DEPTH:,} elements deep; save it as the browser shows it and add that"
    )


def _roles(text: str, pieces: list[_Piece]) -> list[str | None]:
    """The role of each piece, once the whole page is known: one title, the article, what is round it."""
    length = dict.fromkeys((True, False), 0)
    for one in pieces:
        if one.frame.role is None:
            length[one.frame.article] += one.end - one.start
    central = length[True] >= 200 and length[True] >= 0.4 * (length[True] + length[False])
    titles = [n for n, one in enumerate(pieces) if one.frame.role == "title"]
    title = next((n for n in titles if pieces[n].frame.article), titles[0] if titles else None)
    done: list[str | None] = []
    for number, one in enumerate(pieces):
        role = one.frame.role
        if role == "title" and number != title:
            role = "heading"
        if role == "comment" and is_comment_closing(text[one.start : one.end]):
            role = "boilerplate"
        if central and not one.frame.article and role in {None, "heading"}:
            role = "boilerplate"
        done.append(role)
    return done


def _comments(text: str, walk: _Walk, roles: list[str | None]) -> tuple[Remarked, ...]:
    """The comments, each the unbroken stretch of one reader's words."""
    names: dict[int, str] = {}
    spans: list[tuple[int, int, int]] = []
    for one, role in zip(walk.writer.pieces, roles, strict=True):
        number = one.frame.comment
        if number is None:
            continue
        if role == "commenter":
            names.setdefault(number, text[one.start : one.end])
        elif role == "comment":
            joined = spans and spans[-1][0] == number and not text[spans[-1][2] : one.start].strip()
            start = spans.pop()[1] if joined else one.start
            spans.append((number, start, one.end))
    return tuple(Remarked(start, end, _named(number, names, walk, spans)) for number, start, end in spans)


def _named(number: int, names: dict[int, str], walk: _Walk, spans: list[tuple[int, int, int]]) -> str | None:
    """The name over a comment, or over the element round it where that has no words of its own."""
    speaking = {one for one, _, _ in spans}
    at: int | None = number
    while at is not None:
        if at in names:
            return _SAYS.sub("", names[at]).strip(" :,@\n") or None
        at = walk.above[at]
        if at in speaking:
            return None
    return None
