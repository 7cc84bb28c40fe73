"""Bodies named in small letters by who belongs to them: "the dockworkers' union", "the tenants' council"."""

from sayso.extract.entity.naming import Draft, key_of
from sayso.lexicons import lexicon
from sayso.parse import Token


def find_member_bodies(draft: Draft) -> None:
    """See every body named by its members; the article is no part of its name."""
    tokens = draft.parsed.tokens
    for i in range(1, len(tokens) - 2):
        if _is_body(tokens[i - 1], tokens[i], tokens[i + 1], tokens[i + 2]):
            ref = ("name", key_of(draft.text(i, i + 3)))
            draft.see(i, i + 3, ref)
            draft.vote(ref, "organisation", 6)


def _is_body(article: Token, members: Token, mark: Token, body: Token) -> bool:
    """Are these an article, persons in the plural, the mark of the possessive and a kind of body?"""
    return (
        article.lower == "the"
        and mark.tag == "POS"
        and members.tag == "NNS"
        and members.text.islower()
        and body.text.islower()
        and body.lower in lexicon("names")["heads"]["of_members"]
        and article.sentence == body.sentence
    )
