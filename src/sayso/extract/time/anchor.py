"""What a relative expression may lean on: the document's date, the narrative, the tense of the clause."""

from dataclasses import dataclass

from sayso.extract.time.calendar import coarsen, shift


@dataclass(frozen=True)
class Anchors:
    """``published`` and ``narrative`` (the date mentioned last) are TIMEX3 values of any precision.

    ``breaks`` counts the paragraphs since the narrative's date; ``tense`` is 1 for the future, -1
    for the past, 0 where it is not told; ``quarter`` is the business quarter reported on.
    """

    published: str | None = None
    narrative: str | None = None
    breaks: int = 0
    tense: int = 0
    quarter: str | None = None

    def year(self, month: int | None = None, day: int | None = None) -> int | None:
        """The year an unaccompanied day, month or season belongs to, null where the text gives none.

        A story that is being told in full dates keeps its year; otherwise a date is one of the twelve months
        around the document's: four to come (eight, if the clause speaks of the future; two, if of the
        past), the rest gone by.
        """
        told = coarsen(self.narrative, "Y") if self.narrative and self.breaks < 2 else None
        written = coarsen(self.published, "Y") if self.published else None
        if written is None:
            return int(told) if told else None
        if (
            told
            and self.narrative
            and not self.breaks
            and len(self.narrative) > 4
            and abs(int(told) - int(written)) > 1
        ):
            return int(told)
        return self._nearest(month, day or 15) if month else int(written)

    def _nearest(self, month: int, day: int) -> int:
        """The year of that day, counted from the document's date (of day or month precision)."""
        assert self.published is not None
        year = int(self.published[:4])
        if len(self.published) < 7:
            return year
        now = int(self.published[5:7]) * 31 + int(self.published[8:10] or 15)
        ahead = month * 31 + day - now
        reach = {1: 240, 0: 120, -1: 60}[self.tense]
        return year - 1 if ahead > reach else year + 1 if ahead < reach - 366 else year

    def moved(self, which: str, unit: str, *, definite: bool) -> str | None:
        """The unit that "this", "last", "the following"... means; null without its anchor."""
        said = which.removeprefix("very ")
        if said in ("same", "that", "that same", "this same"):
            base, steps = self.narrative, 0
        elif said in ("previous", "preceding", "prior"):
            base, steps = self.narrative, -1
        elif said in ("following", "subsequent") or (said == "next" and definite):
            base, steps = self.narrative, 1
        else:
            steps = {"last": -1, "past": -1, "this past": -1, "next": 1, "coming": 1, "this coming": 1}.get(
                said, 0
            )
            base = self.published
        return shift(base, unit, steps) if base else None
