"""Is a comment an insult, a threat or contempt for people rather than an argument?"""

import re
from functools import cache

from sayso.lexicons import lexicon


@cache
def _patterns() -> re.Pattern[str]:
    words = lexicon("hostile")
    return re.compile("|".join(f"(?:{one})" for kind in sorted(words) for one in words[kind]), re.I)


def is_hostile(text: str) -> bool:
    """Does the text hold a pattern of the lexicon, whoever says it of whomever?"""
    return bool(_patterns().search(" ".join(text.replace("’", "'").replace("`", "'").split())))
