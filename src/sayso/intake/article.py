"""Labels for the lines of an article: what heads it, what it says, what follows it."""

import re
from collections.abc import Sequence

from sayso.intake import credits
from sayso.intake.dates import DATELINE
from sayso.intake.furniture import furniture, is_appeal, is_caption, is_masthead, is_site_name, plain
from sayso.intake.lines import Labelled, Line
from sayso.intake.names import is_desk, is_person
from sayso.records.document import SegmentKind

_FRONT = 40
_NOTE = 4
_ROLES: dict[str, SegmentKind] = {
    "title": "title",
    "caption": "caption",
    "navigation": "navigation",
    "boilerplate": "boilerplate",
    "dateline": "boilerplate",
    "commenter": "boilerplate",
    "byline": "bio",
    "bio": "bio",
}
#: Words that begin a first sentence rather than a headline.
_OPENING = frozenset({
    "i", "we", "he", "she", "it", "they", "this", "that", "these", "those", "there", "my", "our",
    "his", "her", "its", "their", "a", "an", "the", "in", "on", "at", "for", "from", "when",
    "while", "if", "as", "after", "before", "since", "during", "yesterday", "today", "last",
    "earlier",
})  # fmt: skip
_DASH = re.compile(r"^[—–-]+\s*|^(?:sincerely|regards|yours|signed),?\s+", re.I)
_MORE = re.compile(
    r"(?:related|similar|recent|you (?:may|might)|more|recommended|most|read (?:also|next)|trending)\b", re.I
)


def label(lines: Sequence[Line]) -> list[Labelled]:
    """The lines with what each of them does; a line nothing speaks against is body."""
    head = _front(lines)
    rest = list(lines[len(head) :])
    last = _last_prose(rest, head)
    middle = [Labelled(line, _middle(line)) for line in rest[: last + 1]]
    return [*head, *middle, *_back(rest[last + 1 :], bool(middle) or any(x.kind == "body" for x in head))]


def by_role(line: Line) -> SegmentKind | None:
    """What the markup says the line is."""
    return _ROLES.get(line.role or "")


def _front(lines: Sequence[Line]) -> list[Labelled]:
    """What stands before the first paragraph, up to and with nothing of it."""
    done: list[Labelled] = []
    marked = any(line.role == "title" for line in lines)
    credited = _credited(lines[:_FRONT])
    title: str | None = None
    for at, line in enumerate(lines[:_FRONT]):
        kind = by_role(line)
        if (kind is None and line.role is None) or line.role == "heading":
            kind = _front_kind(lines, at, title, credited, marked)
        if kind == "title":
            title = title or plain(line.text)
        if kind is None:
            if line.prose or line.role in {"body", "comment"}:
                break
            kind = "body"
        done.append(Labelled(line, kind, first=kind == "title"))
    while done and done[-1].kind == "body":
        done.pop()
    return done


def _front_kind(
    lines: Sequence[Line], at: int, title: str | None, credited: frozenset[int], marked: bool
) -> SegmentKind | None:
    line, text = lines[at], plain(lines[at].text)
    if title is not None and text.casefold() == title.casefold():
        return "title"
    if at in credited:
        return "caption"
    if credits.byline(text) or credits.is_nameless_byline(text):
        return "bio"
    if DATELINE.fullmatch(text) or credits.dated_house(text):
        return "boilerplate"
    if is_site_name(text) or (title is None and _is_masthead(lines, at)):
        return "navigation"
    if known := furniture(line):
        return known
    if title is None and not marked and _is_title(lines, at):
        return "title"
    if title is not None and len(line.words) <= 3 and line.titled and not line.closed and _dated(lines, at):
        return "navigation"
    return None


def _credited(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of short groups in which one credits a picture. A headline may open the text in one."""
    found: set[int] = set()
    begin = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and not lines[at].gap:
            continue
        captions = [n for n in range(begin, at) if is_caption(lines[n])]
        if captions and at - begin <= 4 and all(len(line.text) <= 400 for line in lines[begin:at]):
            headline = begin == 0 and 0 not in captions
            found.update(range(begin + headline, at))
        begin = at
    return frozenset(found)


def _is_masthead(lines: Sequence[Line], at: int) -> bool:
    """A newspaper's name stands first and a headline of its own follows."""
    follows = at + 1 < len(lines) and not lines[at + 1].prose and len(lines[at + 1].words) > 2
    return at == 0 and follows and is_masthead(lines[at].text)


def _is_title(lines: Sequence[Line], at: int) -> bool:
    """A short line before a paragraph; with a full stop only where it is written like a headline."""
    line = lines[at]
    words = len(line.words)
    if not words or len(line.text) > 220 or words > 32 or at + 1 >= len(lines) or line.indent > 8:
        return False
    if line.text[0] in "#":
        return True
    if not any(later.prose for later in lines[at + 1 : at + 15]):
        return False
    if not line.closed:
        return line.text[-1] not in ",;:"
    alone = lines[at + 1].gap
    if line.text.rstrip("\"'”’")[-1] in "?!":
        return at == 0 and alone and words <= 20
    return at == 0 and alone and _is_stopped_headline(line, lines[at + 1])


def _is_stopped_headline(line: Line, after: Line) -> bool:
    """Agencies end headlines with a full stop; a first sentence would begin with a small word."""
    words = [word for word in line.words if len(word) > 1]
    single = ". " not in line.text.replace("U.S. ", "") and len(words) <= 16
    opening = line.words[0].casefold() in _OPENING
    return single and (line.titled or (not opening and after.prose and len(after.text) > len(line.text)))


def _dated(lines: Sequence[Line], at: int) -> bool:
    """Does the page's date stand among the next lines?"""
    return any(DATELINE.fullmatch(plain(line.text)) for line in lines[at + 1 : at + 4])


def _middle(line: Line) -> SegmentKind:
    """Between paragraphs a bare label is a subheading; only plain furniture is taken out."""
    if kind := by_role(line):
        return kind
    known = furniture(line)
    if known == "navigation" and ":" not in line.text and len(line.words) <= 4:
        return "body"
    return known or "body"


def _last_prose(lines: Sequence[Line], head: Sequence[Labelled]) -> int:
    """The index of the last line that is the article's own, -1 where there is none."""
    authors = {name for one in head if one.kind == "bio" for name in credits.byline(plain(one.line.text))}
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if by_role(line) or furniture(line) or (not line.prose and line.role != "body"):
            continue
        if is_appeal(line.text) or credits.is_bio_opening(line.text):
            continue
        if not _is_bio(lines, at, authors):
            return at
    return -1


def _is_bio(lines: Sequence[Line], at: int, authors: set[str]) -> bool:
    """A note on somebody whom the article does not speak of, or who wrote it; or such a note's next lines."""
    for first in range(at, max(-1, at - _NOTE), -1):
        text = lines[first].text
        name = credits.bio_of(text)
        if name is not None:
            continued = all(_goes_on(line.text, name) for line in lines[first + 1 : at + 1])
            return continued and (name in authors or not _is_named_before(lines[:first], name))
        if len(text) > 600:
            return False
    return False


def _goes_on(text: str, name: str) -> bool:
    """Does the line speak on of the one with that name?"""
    spoken = re.match(r"(?:he|she|they|his|her|their)\b", text, re.I)
    return len(text) <= 600 and bool(spoken or name.rsplit(maxsplit=1)[-1] in text[:80])


def _is_named_before(lines: Sequence[Line], name: str) -> bool:
    surname = re.compile(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1])}\b")
    return any(surname.search(line.text) for line in lines)


def _back(lines: Sequence[Line], follows: bool) -> list[Labelled]:
    """What stands after the last paragraph."""
    done: list[Labelled] = []
    listing = False
    for at, line in enumerate(lines):
        kind = by_role(line) or _back_kind(line)
        if kind is None and not listing and follows and _is_sign_off(line, done):
            kind = "bio"
        if kind == "navigation" and _MORE.match(plain(line.text)) and ":" not in line.text:
            listing = True
        if kind is None:
            kind = "navigation" if listing else "body"
        if kind == "body" and done and done[-1].kind == "bio" and at and _is_bio(lines, at, set()):
            kind = "bio"
        done.append(Labelled(line, kind))
    return done


def _back_kind(line: Line) -> SegmentKind | None:
    text = plain(line.text)
    if known := furniture(line):
        return known
    if DATELINE.fullmatch(text) or is_appeal(text):
        return "boilerplate"
    if is_site_name(text):
        return "navigation"
    if credits.byline(text) or credits.is_bio_opening(text) or (line.prose and credits.bio_of(text)):
        return "bio"
    return None


def _is_sign_off(line: Line, done: Sequence[Labelled]) -> bool:
    """A name alone after the last paragraph signs the article."""
    text = _DASH.sub("", plain(line.text))
    signed = is_person(text) or (is_desk(text) and line.titled and len(line.words) <= 8)
    return signed and line.gap and not line.closed and not any(one.kind in {"bio", "body"} for one in done)
