"""The headings views are ordered under."""

from sayso.lexicons.rubric import load_rubric


def headings(rubric: str | None = None) -> dict[str, str]:
    """The rubric's facets, id to heading, in its order; ``ConfigurationError`` where it does not fit."""
    return {facet.id: facet.heading for facet in load_rubric(rubric).facets}
