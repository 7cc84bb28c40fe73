"""HTML pages: words in reading order, roles from the markup, comments apart, metadata from the head."""

import io
import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import IntakeError
from sayso.intake import Reading, read
from sayso.intake.page import read_page

BODY = """<p>The council of <b>North</b>port said on <time>3 May</time> that the ferry will stop.<br>It
gave no reason &amp; no date.</p><h2>What comes next</h2><p>The company, which owns four boats, denies every
one of the charges that the town has brought against it since the winter.</p>"""
ARTICLE = f"<article><h1>Ferry stops</h1>{BODY}</article>"
HEAD = """<meta charset=utf-8><title>Ferry stops | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post"><meta name=author content="Mara Ilves">
<meta property="article:published_time" content="2021-05-04T10:00:00+02:00">"""
SURROUNDED = f"""<header><a>The Harbour Post</a></header><nav><ul><li>Home</li></ul></nav><article>
<h1>Ferry stops</h1><div class="entry-meta"><span class="byline">By Mara Ilves</span></div>
<figure><figcaption>The quay</figcaption></figure>{BODY}
<div class="share-buttons"><a>Facebook</a><a>X</a></div></article><aside>Win a trip</aside>
<div class="related-posts"><li>Old bridge</li></div><div class="cookie-banner">We like cookies.</div>
<script>var a = 'secret';</script><div hidden>unseen</div><footer>© 2021</footer>"""
WORDPRESS = """<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts</h2>
<ol class="comment-list"><li id="comment-11" class="comment even"><article id="div-comment-11"
class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Ann Low</b>
<span class="says">says:</span></div><div class="comment-metadata"><time>May 4, 2021</time></div></footer>
<div class="comment-content"><p>Mr Ode, you forgot the crews.</p><p>Bergen, Norway</p></div>
<div class="reply"><a class="comment-reply-link">Reply</a></div></article><ol class="children">
<li id="comment-12" class="comment odd"><article class="comment-body"><div class="comment-author">
<b class="fn">Bo</b></div><div class="comment-content"><p>@Ann get the hell out of here</p></div></article>
</li></ol></li></ol></div>"""
THREADS = {
    "schema": """<section><div itemprop="comment" itemscope itemtype="https://schema.org/Comment">
        <span itemprop="author">Ann</span><p>First words.</p></div>
        <div itemscope itemtype="https://schema.org/Comment"><p>Second words.</p></div></section>""",
    "list": """<div class="comments"><h3>Comments</h3><ul><li>First words.</li><li>Second words.</li></ul>
        </div>""",
    "paragraphs": """<div id="disqus_thread"><p>First words.</p><p>Second words.</p></div>""",
    "articles": """<section class="comments"><article class="comment"><p>First words.</p></article>
        <article class="comment"><p>Second words.</p></article></section>""",
    "without a list": """<div class="comment"><p>First words.</p></div>
        <div class="comment">Second words.</div>""",
}
JSON_LD: dict[str, Any] = {
    "@graph": [
        {"@type": "WebSite", "name": "Site"},
        {
            "@type": ["NewsArticle"],
            "headline": "Ferry to stop",
            "author": [{"@type": "Person", "name": "Mara Ilves"}, {"name": "Jon Ode"}],
            "datePublished": "2021-05-03",
            "publisher": {"name": "Harbour Media"},
        },
    ]
}


def reading(html: str, **fields: str) -> Reading:
    (found,) = read(["-"], io.BytesIO(json.dumps({"html": html, **fields}).encode()))
    assert isinstance(found, Reading), found
    return found


def page(body: str, head: str = HEAD) -> Reading:
    return reading(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")


def words(found: Reading, kind: str) -> list[str]:
    return [found.document.text[one.start : one.end] for one in found.segments if one.kind == kind]


def test_words_are_kept_in_reading_order() -> None:
    found = page(ARTICLE)
    assert words(found, "title") == ["Ferry stops"]
    (body,) = words(found, "body")
    assert body.startswith(
        "The council of Northport said on 3 May that the ferry will stop.\nIt gave no reason & no"
    )
    assert "What comes next" in body


def test_blocks_lead_back_to_the_elements() -> None:
    document = page(ARTICLE).document
    at = {document.text[one.start : one.end]: one for one in document.blocks}
    assert at["Ferry stops"].path == "/html[1]/body[1]/article[1]/h1[1]"
    assert at["Ferry stops"].role == "title"
    assert at["What comes next"].role == "heading"


def test_what_surrounds_the_article_is_not_its_body() -> None:
    found = page(SURROUNDED)
    assert len(words(found, "body")) == 1
    assert words(found, "caption") == ["The quay"]
    assert "Old bridge" in " ".join(words(found, "navigation"))
    assert {"Win a trip", "We like cookies."} <= set("\n".join(words(found, "boilerplate")).split("\n"))
    assert "secret" not in found.document.text
    assert "unseen" not in found.document.text


def test_head_gives_metadata() -> None:
    document = page(ARTICLE).document
    assert (document.title, document.outlet) == ("Ferry stops", "The Harbour Post")
    assert (document.authors, document.published) == (("Mara Ilves",), "2021-05-04")


def test_json_ld_is_believed_first() -> None:
    document = page(BODY, f'{HEAD}<script type="application/ld+json">{json.dumps(JSON_LD)}</script>').document
    assert (document.title, document.outlet) == ("Ferry to stop", "Harbour Media")
    assert (document.authors, document.published) == (("Mara Ilves", "Jon Ode"), "2021-05-03")


def test_broken_json_ld_and_missing_metadata_give_nothing() -> None:
    document = page(BODY, '<script type="application/ld+json">{"@type": [[[</script>').document
    assert (document.title, document.outlet, document.authors, document.published) == (None, None, (), None)


def test_the_record_overrules_the_page() -> None:
    document = reading(f"<head>{HEAD}</head>{BODY}", outlet="Coast Wire", published="2021").document
    assert (document.outlet, document.published, document.authors) == ("Coast Wire", "2021", ("Mara Ilves",))


def test_each_comment_and_reply_is_a_segment_with_its_writer() -> None:
    found = page(ARTICLE + WORDPRESS)
    comments = [one for one in found.segments if one.kind == "comment"]
    assert [(one.speaker, one.place, one.addresses, one.hostile) for one in comments] == [
        ("Ann Low", "Bergen, Norway", "Mr Ode", False),
        ("Bo", None, "Ann", True),
    ]
    assert words(found, "comment")[0] == "Mr Ode, you forgot the crews.\n\nBergen, Norway"
    assert not any("Reply" in one for one in words(found, "body"))


@pytest.mark.parametrize("thread", list(THREADS))
def test_comments_are_found_in_other_markup(thread: str) -> None:
    assert words(page(ARTICLE + THREADS[thread]), "comment") == ["First words.", "Second words."]


def test_a_notice_is_no_comment() -> None:
    assert words(page(f'{ARTICLE}<div class="comments"><p>Comments are closed.</p></div>'), "comment") == []


def test_body_class_that_speaks_of_comments_changes_nothing() -> None:
    found = reading(
        f'<html><body class="single comments-open has-comments"><h1>Ferry stops</h1>{BODY}</html>'
    )
    assert words(found, "comment") == []
    assert len(words(found, "body")) == 1


def test_other_markup_is_another_document() -> None:
    assert page(BODY).document.id != page(f"<div>{BODY}</div>").document.id
    assert page(BODY).document.id == page(BODY).document.id


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td", "p", "font", "x-y", "li"])
def test_nesting_ends_in_a_result_or_a_refusal(tag: str) -> None:
    before = time.perf_counter()
    try:
        text = read_page(f"<html><body>{f'<{tag}>' * 100_000}words").text
    except IntakeError as error:
        text = str(error)
    assert text.endswith("words") or "nested more than" in text
    assert time.perf_counter() - before < 10


@given(st.text(alphabet="<>/abdivp=\"' \n&;!-lihrcomment", max_size=200))
def test_any_markup_gives_words_or_a_refusal(soup: str) -> None:
    try:
        page = read_page(f"{soup}<p>words")
    except IntakeError:
        return
    starts = [one.start for one in page.blocks]
    assert starts == sorted(starts)
    assert all(page.text[one.start : one.end].strip() for one in page.blocks)
