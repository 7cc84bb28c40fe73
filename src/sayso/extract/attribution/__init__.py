"""Who (source) says (cue) what (content): attributions by dependency rules and a counted cue lexicon."""

from sayso.extract.attribution.finder import find_attributions
from sayso.extract.attribution.shape import Attribution

__all__ = ["Attribution", "find_attributions"]
