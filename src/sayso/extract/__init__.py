"""ParsedDocument -> records. Pure: no disk, clock or network; command line, evals and bulk all call it."""

from sayso.extract.attribution import find_attributions
from sayso.extract.entity import find_names
from sayso.extract.event import find_events
from sayso.extract.quantity import find_quantities
from sayso.extract.statement import make_statements
from sayso.extract.time import find_times
from sayso.lexicons.rubric import Rubric
from sayso.parse import ParsedDocument
from sayso.records import Extraction

__all__ = ["extract_document"]


def extract_document(parsed: ParsedDocument, run: str, rubric: Rubric | None = None) -> Extraction:
    """Everything that can be read out of one document; ``run`` is the id of the run that reads it,
    ``rubric`` the headings statements come under, the default ones unless given."""
    naming = find_names(parsed, run)
    statements = make_statements(parsed, naming, find_attributions(parsed), run, rubric)
    times = find_times(parsed, statements)
    return Extraction(
        document=parsed.document,
        segments=parsed.segments,
        statements=statements,
        mentions=naming.mentions,
        referents=naming.referents,
        quantities=find_quantities(parsed, naming, statements, times),
        times=times,
        events=find_events(parsed, naming, statements, times, run),
    )
