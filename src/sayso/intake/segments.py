"""A text -> its segments: the article's lines labelled, each comment apart, nothing lost between."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.intake import article, commenter
from sayso.intake.comments import Comment, Thread, find_thread
from sayso.intake.furniture import furniture
from sayso.intake.hostility import is_hostile
from sayso.intake.language import is_foreign, language_of
from sayso.intake.lines import Labelled, Line
from sayso.intake.metadata import Metadata, complete
from sayso.records import Segment, ids
from sayso.records.document import SegmentKind


@dataclass(frozen=True)
class Remark:
    """One comment: characters ``start`` to ``end``, who left it and how it was signed."""

    start: int
    end: int
    speaker: str
    place: str | None = None
    addresses: str | None = None
    hostile: bool = False


@dataclass(frozen=True)
class Layout:
    """A text laid out: the lines of the article labelled, the comments, and what both tell of it."""

    labelled: tuple[Labelled, ...]
    remarks: tuple[Remark, ...]
    metadata: Metadata
    language: str | None


def lay_out(text: str, lines: Sequence[Line], given: Metadata, marked: Sequence[Remark] = ()) -> Layout:
    """The layout of a text. ``marked`` are comments the markup showed; their lines are not in ``lines``."""
    thread = None if marked else find_thread(lines)
    labelled = article.label(lines if thread is None else lines[: thread.start])
    remarks = list(marked)
    if thread is not None:
        remarks = _remarks(text, lines, thread)
        labelled += _between(lines, thread)
        labelled += [Labelled(line, _after(line)) for line in lines[thread.end :]]
    language = language_of(_spoken(labelled) or " ".join(text[one.start : one.end] for one in remarks))
    if language is not None:
        labelled = _without_foreign_end(labelled, language)
    return Layout(tuple(labelled), tuple(remarks), complete(given, labelled), language)


def _spoken(labelled: Sequence[Labelled]) -> str:
    return "\n".join(one.line.text for one in labelled if one.kind in {"body", "title"})


def _after(line: Line) -> SegmentKind:
    known = furniture(line) or article.by_role(line)
    return known if known is not None and known != "caption" else "boilerplate"


def _between(lines: Sequence[Line], thread: Thread) -> list[Labelled]:
    """Headings, buttons and the like inside the thread."""
    inside = {at for one in thread.comments for at in range(one.first, one.last)}
    return [Labelled(lines[at], "boilerplate") for at in range(thread.start, thread.end) if at not in inside]


def _without_foreign_end(labelled: list[Labelled], language: str) -> list[Labelled]:
    """A footer in another language is no speech of the article."""
    done = list(labelled)
    known = {word.casefold() for one in labelled[: len(labelled) // 2 + 1] for word in one.line.words}
    for at in range(len(done) - 1, 0, -1):
        one = done[at]
        if one.kind in {"boilerplate", "navigation"}:
            continue
        label = len(one.line.words) < 3 and not one.line.closed
        beside = any(
            _is_foreign_line(near.line, language, known)
            for near in (labelled[at - 1], *labelled[at + 1 : at + 2])
        )
        if one.kind != "body" or not (_is_foreign_line(one.line, language, known) or (label and beside)):
            break
        done[at] = Labelled(one.line, "boilerplate")
    return done if any(one.kind == "body" for one in done) else labelled


def _is_foreign_line(line: Line, language: str, known: set[str]) -> bool:
    """``known`` are words of the text; a line that shares most of its own with them is no other language."""
    shared = sum(word.casefold() in known for word in line.words)
    return shared * 3 < len(line.words) and len(line.text) < 600 and is_foreign(line.text, language)


def _remarks(text: str, lines: Sequence[Line], thread: Thread) -> list[Remark]:
    """The comments of a thread, those without a vocative of their own read against the others'."""
    found = [
        remark(
            text,
            (lines[one.first].start, lines[one.last - 1].end),
            [line.text for line in _said(lines, one)],
            _name(one, order),
            one.header.place if one.header else None,
        )
        for order, one in enumerate(thread.comments, 1)
    ]
    known = frozenset(one.addresses for one in found if one.addresses)
    return [
        one
        if one.addresses
        else Remark(
            one.start, one.end, one.speaker, one.place,
            commenter.repeated_addressee([text[one.start : one.end]], known), one.hostile,
        )
        for one in found
    ]  # fmt: skip


def _said(lines: Sequence[Line], one: Comment) -> Sequence[Line]:
    """The lines of a comment below its heading."""
    skipped = one.header.lines if one.header and not one.header.inline else 0
    return lines[one.first + skipped : one.last] or lines[one.first : one.last]


def _name(one: Comment, order: int) -> str:
    if one.header is not None:
        return one.header.name.strip("@* ")
    return f"commenter {one.number if one.number is not None else order}"


def remark(
    text: str, span: tuple[int, int], said: Sequence[str], speaker: str, place: str | None = None
) -> Remark:
    """A comment of that span, read for its place, addressee and tone."""
    start, end = span
    return Remark(
        start,
        end,
        speaker,
        place or commenter.place_of(said),
        commenter.addressee_of(said),
        is_hostile(text[start:end]),
    )


def make(document: str, layout: Layout) -> tuple[Segment, ...]:
    """The segments of the document with that id, in order of the text."""
    drafts: list[tuple[int, int, SegmentKind, Remark | None]] = []
    marks = sorted(
        [(one.line.start, one.line.end, one, None) for one in layout.labelled]
        + [(one.start, one.end, None, one) for one in layout.remarks],
        key=lambda mark: mark[:2],
    )
    for start, end, one, said in marks:
        if said is not None:
            drafts.append((start, end, "comment", said))
        elif one is not None:
            before = drafts[-1] if drafts else None
            if before and before[2] == one.kind and not one.first:
                drafts[-1] = (before[0], end, one.kind, None)
            else:
                drafts.append((start, end, one.kind, None))
    voice = layout.metadata.speaker
    return tuple(_segment(document, order, draft, voice) for order, draft in enumerate(drafts, 1))


def _segment(
    document: str, order: int, draft: tuple[int, int, SegmentKind, Remark | None], voice: str | None
) -> Segment:
    start, end, kind, said = draft
    return Segment(
        id=ids.derive("seg", document, kind, start, end),
        document=document,
        start=start,
        end=end,
        order=order,
        kind=kind,
        speaker=said.speaker if said else voice if kind in {"title", "body"} else None,
        place=said.place if said else None,
        addresses=said.addresses if said else None,
        hostile=said.hostile if said else False,
    )
