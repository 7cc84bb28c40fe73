"""What the names in a page's markup say: of an element's role, and whether readers speak in it."""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

#: Elements whose text is none of the page's words.
UNREAD = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas",
    "audio", "video", "head", "select", "option", "datalist", "button", "input", "textarea", "map",
    "area", "progress", "meter", "dialog", "label", "legend",
})  # fmt: skip
#: Elements that stand in a line of text; all others begin and end one.
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "mark", "nobr", "output", "q", "ruby", "rp", "rt",
    "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_NAVIGATION = re.compile(
    r"(?:(?:site|main|top|post|page|primary|secondary|global|sub|footer|"
    r"mobile)[-_]?)?(?:nav(?:igation|bar)?|menu)s?"
    r"(?:[-_].*)?|breadcrumbs?(?:[-_].*)?|pagination|pager|(?:.*[-_])?related(?:[-_].*)?|"
    r"recommended(?:[-_].*)?|"
    r"read[-_]?(?:more|next|also)|more[-_](?:stories|posts|news)|(?:post|"
    r"article)?[-_]?tags?(?:[-_]links)?|tag[-_]?list|"
    r"(?:prev|next)[-_](?:post|article)|trending|most[-_](?:read|popular)|site[-_]header|masthead|"
    r"topbar|skip[-_]link"
)
_BOILERPLATE = re.compile(
    r"(?:.*[-_])?(?:share(?:daddy)?|sharing|social|addtoany|addthis|newsletter|subscribe|subscription|"
    r"signup|cookies?|"
    r"consent|gdpr|advert(?:s|isement)?|ads?|promo|donat(?:e|ion)s?|paywall|copyright|disclaimer|"
    r"popup|modal|sidebar|"
    r"widget|banner|site[-_]footer|print|toolbar)(?:[-_](?:box|bar|links?|buttons?|icons?|area|"
    r"wrapper|container|"
    r"banner|notice|block|section|form|list|widget|message))?"
)
_CAPTION = re.compile(
    r"(?:.*[-_])?caption(?:[-_]text)?|(?:photo|image|picture|media)[-_]?credits?|credit[-_]line"
)
_BYLINE = re.compile(
    r"(?:.*[-_])?byline(?:[-_].*)?|(?:article|post|entry|story)?[-_]?authors?(?:[-_]?(?:name|line|"
    r"link))?|p-author"
)
_BIO = re.compile(
    r"(?:.*[-_])?(?:author|writer)[-_]?(?:bio(?:graphy)?|box|info|description|card|about|note)|"
    r"about[-_](?:the[-_])?author|bio"
)
_DATELINE = re.compile(
    r"(?:entry|post|article|story|publish(?:ed)?)?[-_]?(?:date(?:line)?|time(?:stamp)?|published|"
    r"posted(?:-on)?|pubdate|updated)"
    r"|(?:entry|post|article|story)[-_](?:meta|info|details)"
)
_TITLE = re.compile(r"(?:entry|post|article|story|page|main)?[-_]?(?:title|headline)")
_CONTAINER = re.compile(
    r"comments|comments[-_]?(?:block|box|body|content|items|feed|inner|main)|"
    r"comments?[-_]?(?:list|area|section|wrapper|container|thread|tree)|"
    r"(?:user|reader|article|post|page|view|all)[-_]comments|talkbacks?|disqus[\w-]*|fb-comments|"
    r"livefyre[\w-]*|"
    r"responses|discussion[-_]?(?:list|thread)?|replies|guestbook"
)
_FORM = re.compile(
    r"comment[-_]?(?:form|respond|reply[\w-]*|policy|rules|notes|navigation|count|title)[\w-]*|"
    r"respond|reply[-_]title|"
    r"(?:leave|add|post|write)[-_]?(?:a[-_])?(?:comment|reply)|comments[-_](?:title|count|link|"
    r"navigation|closed|header)|no[-_]comments"
)
_UNIT = re.compile(
    r"comment|comment[-_]{1,2}(?:item|entry|wrap(?:per)?|node|single|post|card|row)|single[-_]comment|"
    r"talkback[-_]?item"
)
_UNIT_LOOSE = re.compile(r"comment[-_]{1,2}(?:body|content|text|box|block|message)")
_UNIT_ID = re.compile(r"(?:li-|c-)?(?:comment|reply|talkback)[-_]?\d+")
_COMMENTER = re.compile(
    r"(?:.*[-_])?(?:comment[-_]{0,2})?(?:author|commenter|user-?name|nick(?:name)?|display-?name|"
    r"poster)(?:[-_](?:name|link))?|fn|vcard|user|name"
)
_STAMP = re.compile(
    r"(?:.*[-_])?(?:meta(?:data)?|date|time(?:stamp|ago)?|posted|permalink|published|edit-link)"
)
_ACTION = re.compile(
    r"(?:.*[-_])?(?:reply|replies|actions?|votes?|voting|likes?|dislikes?|share|report|flag|rating|"
    r"buttons?|toolbar|avatar|awaiting-moderation|controls?|links?)"
)


@dataclass(frozen=True)
class Marks:
    """The tag of an element, the names its class and id give it, and what its attributes say."""

    tag: str
    tokens: tuple[str, ...]
    identity: str
    attributes: dict[str, str]

    def any(self, pattern: re.Pattern[str]) -> bool:
        """Does one of the names match the whole pattern?"""
        return any(pattern.fullmatch(token) for token in self.tokens)


def marks(node: LexborNode) -> Marks:
    """The marks of an element."""
    attributes = {name: value or "" for name, value in node.attributes.items()}
    identity = attributes.get("id", "").lower()
    tokens = (*attributes.get("class", "").lower().split()[:20], *([identity] if identity else ()))
    return Marks(node.tag or "", tokens, identity, attributes)


def is_unread(mark: Marks) -> bool:
    """Is the element hidden, or nothing to read?"""
    style = mark.attributes.get("style", "").replace(" ", "").lower()
    hidden = "hidden" in mark.attributes or "display:none" in style
    return mark.tag in UNREAD or hidden or mark.attributes.get("aria-hidden") == "true"


def role_of(mark: Marks, in_article: bool) -> str | None:
    """The role an element has by its tag and names, null where they say nothing."""
    role = mark.attributes.get("role", "").lower()
    if mark.tag in {"html", "body", "main", "article"}:
        return None
    if mark.tag in {"nav", "menu"} or role in {"navigation", "menu", "menubar", "search"}:
        return "navigation"
    if mark.tag == "figcaption" or mark.any(_CAPTION):
        return "caption"
    if mark.any(_BIO):
        return "bio"
    if mark.tag == "address" or mark.any(_BYLINE) or mark.attributes.get("itemprop") == "author":
        return "byline"
    if mark.any(_NAVIGATION):
        return "navigation"
    if role in {"contentinfo", "complementary", "banner", "dialog", "label", "legend", "alert"} or mark.any(
        _BOILERPLATE
    ):
        return "boilerplate"
    if mark.tag in {"aside", "footer", "form"}:
        return "boilerplate"
    if mark.tag == "header" and not in_article:
        return "navigation"
    if mark.any(_DATELINE) and mark.tag not in {"p", "section"}:
        return "dateline"
    if mark.tag in {"h1", "h2"} and (mark.tag == "h1" or mark.any(_TITLE)):
        return "title"
    return "heading" if re.fullmatch(r"h[2-6]", mark.tag) else None


def is_comment_list(mark: Marks) -> bool:
    """Do comments stand in this element?"""
    block = mark.tag not in INLINE and mark.tag not in {"html", "body", "main", "h1", "h2", "h3", "p"}
    return block and mark.any(_CONTAINER) and not mark.any(_FORM)


def is_comment(mark: Marks, inside: bool = False) -> bool:
    """Is this element one comment? ``inside`` another, only a reply is."""
    if mark.tag in INLINE or mark.tag in {"html", "body", "main"} or re.fullmatch(r"h\d", mark.tag):
        return False
    kind = mark.attributes.get("itemtype", "")
    typed = kind.endswith(("/Comment", "/UserComments"))
    known = "data-comment-id" in mark.attributes or _UNIT_ID.fullmatch(mark.identity)
    return bool(typed or known or mark.any(_UNIT) or (not inside and mark.any(_UNIT_LOOSE)))


def role_in_comment(mark: Marks) -> str | None:
    """The role of an element inside a comment: its writer's name, its date and buttons, or null."""
    prop = mark.attributes.get("itemprop", "")
    if mark.any(_FORM) or mark.tag == "form" or mark.any(_ACTION):
        return "boilerplate"
    if mark.any(_STAMP) or prop in {"dateCreated", "datePublished"} or mark.tag == "time":
        return "boilerplate"
    if mark.any(_COMMENTER) or prop in {"author", "creator", "name"}:
        return "commenter"
    return None
