"""Readers' comments below a text: where each begins and ends, numbered or headed by a name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.intake import commenter
from sayso.intake.commenter import Header
from sayso.intake.furniture import furniture, is_button, is_comment_closing, is_comment_heading
from sayso.intake.lines import Line

_NUMBER = re.compile(r"(\d{1,4})[.)]\s+(?=\S)")
_TALK = re.compile(
    r"\b(?:this|the|your|great|nice|good|excellent|another) (?:article|piece|author|post|story|column|"
    r"comments?|writer|editor|"
    r"commenters?)\b|\b(?:you are|you're|you should|your)\b|\bI (?:agree|disagree|think|am|believe|"
    r"live|read|thank|have)\b",
    re.I,
)

#: How many beginnings of a thread are looked at, from the last; a page has one or two.
_TRIES = 12


@dataclass(frozen=True)
class Comment:
    """The lines ``first`` to ``last`` (excluded) of one reader; ``number`` is the printed one."""

    first: int
    last: int
    number: int | None = None
    header: Header | None = None


@dataclass(frozen=True)
class Thread:
    """Lines ``start`` to ``end`` (excluded) are the comments and what stands between them."""

    start: int
    end: int
    comments: tuple[Comment, ...]


def find_thread(lines: Sequence[Line]) -> Thread | None:
    """The comments of a text, null where there are none that can be told from its own lists."""
    return _numbered(lines) or _headed(lines)


def _numbers(lines: Sequence[Line]) -> list[tuple[int, int, int]]:
    """Index, number and indent of the lines that begin with a number."""
    return [
        (at, int(found[1]), line.indent)
        for at, line in enumerate(lines)
        if (found := _NUMBER.match(line.text)) and line.role is None
    ]


def _numbered(lines: Sequence[Line]) -> Thread | None:
    """The last run of rising numbers at one indent that reads like a conversation."""
    numbers = _numbers(lines)
    starts = [one for one in numbers if one[1] <= 1 or _announced(lines, one[0])]
    for first, number, indent in reversed(starts[-_TRIES:]):
        run = [(first, number)]
        for at, value, deep in numbers:
            if at > first and abs(deep - indent) <= 1 and run[-1][1] < value <= run[-1][1] + 3:
                run.append((at, value))
        thread = _thread(lines, run, indent)
        if thread and _is_conversation(lines, thread, indent):
            return thread
    return None


def _announced(lines: Sequence[Line], at: int) -> bool:
    """Does a heading for comments stand right before the line, buttons aside?"""
    before = at - 1
    while before > 0 and not is_comment_heading(lines[before].text) and furniture(lines[before]):
        before -= 1
    return before >= 0 and is_comment_heading(lines[before].text)


def _thread(lines: Sequence[Line], run: list[tuple[int, int]], indent: int) -> Thread | None:
    """The comments of a run of numbers, up to where the page closes them."""
    first = run[0][0]
    stop = next((at for at in range(first, len(lines)) if is_comment_closing(lines[at].text)), len(lines))
    after = next(
        (
            at
            for at in range(run[-1][0] + 1, stop)
            if (indent and not lines[at].indent) or _is_footer(lines[at])
        ),
        stop,
    )
    run = [(at, number) for at, number in run if at < stop]
    edges = [at for at, _ in run[1:]] + [min(after, stop)]
    comments = tuple(
        Comment(at, _trimmed(lines, at, edge), number) for (at, number), edge in zip(run, edges, strict=True)
    )
    return Thread(first, edges[-1], comments)


def _is_footer(line: Line) -> bool:
    return line.indent == 0 and furniture(line) is not None and not is_button(line.text)


def _trimmed(lines: Sequence[Line], first: int, last: int) -> int:
    """``last`` without the buttons under a comment."""
    while last - 1 > first and is_button(lines[last - 1].text):
        last -= 1
    return last


def _is_conversation(lines: Sequence[Line], thread: Thread, indent: int) -> bool:
    """Do these numbers count readers and not points of an argument?"""
    closed = thread.end < len(lines) and is_comment_closing(lines[thread.end].text)
    if closed or _announced(lines, thread.start):
        return True
    rest = lines[thread.end :]
    if indent == 0 or any(line.prose and furniture(line) is None for line in rest):
        return False
    inside = range(thread.comments[0].first, thread.end)
    if any(lines[at].indent == 0 for at in inside):
        return False
    texts = [[line.text for line in lines[one.first : one.last]] for one in thread.comments]
    signed = sum(commenter.place_of(text) is not None for text in texts)
    spoken = sum(commenter.addressee_of(text) is not None for text in texts)
    talk = sum(bool(_TALK.search(" ".join(text))) for text in texts)
    return signed + spoken > 0 or talk >= max(1, len(texts) // 3)


def _headed(lines: Sequence[Line]) -> Thread | None:
    """Comments under a heading, or headed by name and date, one after the other."""
    heading = _heading(lines)
    begin = heading + 1 if heading is not None else 0
    headers = [
        (at, found)
        for at in range(begin, len(lines))
        if (found := commenter.header_at(lines, at, heading is not None))
    ]
    if heading is None:
        headers = _after_article(lines, [(at, one) for at, one in headers if one.dated])
    if not headers:
        return _unheaded(lines, heading) if heading is not None else None
    first = headers[0][0]
    stop = _stop(lines, first)
    headers = [(at, one) for at, one in headers if at < stop]
    edges = [at for at, _ in headers[1:]] + [stop]
    comments = tuple(
        Comment(at, _trimmed(lines, at, edge), None, one)
        for (at, one), edge in zip(headers, edges, strict=True)
        if _trimmed(lines, at, edge) > at + one.lines or one.inline
    )
    return Thread(heading if heading is not None else first, stop, comments) if comments else None


def _heading(lines: Sequence[Line]) -> int | None:
    """The last heading for comments that has an article before it and readers' words behind it."""
    headings = [at for at, line in enumerate(lines) if at and is_comment_heading(line.text)]
    for at in reversed(headings[-_TRIES:]):
        if not any(line.prose for line in lines[:at]):
            continue
        behind = [line for line in lines[at + 1 :] if furniture(line) is None]
        named = any(commenter.header_at(lines, n, True) for n in range(at + 1, len(lines)))
        late = sum(len(line.text) for line in lines[:at]) >= sum(len(line.text) for line in behind) / 8
        if behind and (named or (late and not any(line.prose and line.role == "body" for line in behind))):
            return at
    return None


def _after_article(lines: Sequence[Line], headers: list[tuple[int, Header]]) -> list[tuple[int, Header]]:
    """Without a heading two dated names are needed, with a paragraph before the first."""
    headers = [one for one in headers if any(line.prose for line in lines[: one[0]])]
    return headers if len(headers) >= 2 else []


def _stop(lines: Sequence[Line], first: int) -> int:
    """Where the page closes the comments; buttons inside a thread close nothing."""
    for at in range(first, len(lines)):
        if is_comment_closing(lines[at].text):
            return at
    stop = len(lines)
    while stop > first and furniture(lines[stop - 1]) is not None:
        stop -= 1
    return stop


def _unheaded(lines: Sequence[Line], heading: int) -> Thread | None:
    """Comments without names: a rule or a blank line parts one from the next."""
    stop = _stop(lines, heading + 1)
    comments: list[Comment] = []
    begin = heading + 1
    for at in range(heading + 1, stop + 1):
        if at < stop and not lines[at].gap and not is_button(lines[at].text):
            continue
        if at > begin and (last := _trimmed(lines, begin, at)) > begin and furniture(lines[begin]) is None:
            comments.append(Comment(begin, last))
        begin = at
    return Thread(heading, stop, tuple(comments)) if comments else None
