"""HTML pages and feed entries: the article, its quotes and what stands about it."""

from datetime import UTC, datetime

import pytest

from dragoman.errors import ParseError
from dragoman.parse.html import declared_charset, fragment_parts, page_parts

FETCHED = datetime(2031, 3, 5, tzinfo=UTC)
PARAGRAPHS = [
    "The two delegations met for a second day in Oslo on Tuesday and parted late in the evening without a word.",
    "\u201cWe have agreed on the order of business,\u201d the host said, \u201cand on nothing else so far.\u201d",
    "An aide to the envoy added that both capitals had been told of the outcome within ten minutes of its end.",
    "The next round is expected in the coming weeks, the ministry said in a statement that gave no date.",
]
META = '<meta property="og:site_name" content="The Oslo Ledger"><meta property="article:published_time" content="{}">'
FURNITURE = "<nav><a href=/>Home</a> <a href=/news>News</a></nav>"


DATED = META.format("2031-03-04T23:30:00-05:00")


def page(body, head=DATED):
    return f"""<!doctype html><html lang="en"><head><title>Talks resume</title>
<meta property="og:title" content="Talks resume in Oslo">{head}
<link rel="canonical" href="https://ledger.example/1"></head>
<body>{FURNITURE}<article><h1>Talks resume in Oslo</h1>{body}</article>
<footer>About us. Terms of use.</footer></body></html>"""


def paragraphs(texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def test_the_article_of_a_page_is_its_paragraphs_without_title_and_furniture():
    parts = page_parts(page(paragraphs(PARAGRAPHS)), "a.html", FETCHED)
    assert parts.text == "\n\n".join(PARAGRAPHS)
    assert (parts.title, parts.outlet, parts.published) == ("Talks resume in Oslo", "The Oslo Ledger", "2031-03-04")
    assert parts.url == "https://ledger.example/1"


def test_quotes_in_marks_in_blocks_and_in_q_are_kept():
    quoted = [*PARAGRAPHS, "The minister called it <q>a day of <b>small</b> steps</q> before he left."]
    markup = (
        paragraphs(quoted[:2])
        + "<blockquote><p>\u201cNo side left the room.\u201d</p></blockquote>"
        + paragraphs(quoted[2:])
    )
    text = page_parts(page(markup), "a.html", FETCHED).text
    assert "\u201cWe have agreed on the order of business,\u201d the host said" in text
    assert "\n\n\u201cNo side left the room.\u201d\n\n" in text
    assert "called it \u201ca day of small steps\u201d before he left." in text


def test_headings_between_paragraphs_stay():
    markup = paragraphs(PARAGRAPHS[:2]) + "<h2>What comes next</h2>" + paragraphs(PARAGRAPHS[2:])
    assert "\n\nWhat comes next\n\n" in page_parts(page(markup), "a.html", FETCHED).text


@pytest.mark.parametrize(
    ("head", "sections"),
    [
        (DATED + '<meta property="article:section" content="Columnists">', ["Columnists"]),
        (DATED + '<script type="application/ld+json">{"@type": "OpinionNewsArticle"}</script>', ["Opinion"]),
        (DATED + '<script type="application/ld+json">{"@type": "NewsArticle"}</script>', []),
    ],
)
def test_the_section_that_a_page_names_is_kept(head, sections):
    assert page_parts(page(paragraphs(PARAGRAPHS), head), "a.html", FETCHED).section.splitlines() == sections


def test_a_date_still_to_come_is_kept_when_the_page_states_it():
    parts = page_parts(page(paragraphs(PARAGRAPHS), META.format("2044-01-02")), "a.html", FETCHED)
    assert parts.published == "2044-01-02"


def test_a_date_found_in_the_page_is_only_guessed():
    dated = ["Published on 3 March 2031 by our correspondent in the city of Oslo, in the north.", *PARAGRAPHS]
    parts = page_parts(page(paragraphs(dated), ""), "a.html", FETCHED)
    assert "2031-03-03" in (parts.published, parts.guessed)


@pytest.mark.parametrize(
    "markup",
    [
        "<html></html>",
        "<html><body><nav><a href=/>Home</a></nav></body></html>",
        page("<p>Page not found.</p>"),
        "",
        "<",
    ],
)
def test_a_page_without_an_article_says_so(markup):
    with pytest.raises(ParseError, match=r"^a\.html: no (article|HTML) .*; (give|save) the page") as caught:
        page_parts(markup, "a.html", FETCHED)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("Bare words", "Bare words"),
        ("One &amp; two &#8220;three&#8221;", "One & two \u201cthree\u201d"),
        ("<title>No</title><p>One.</p>", "One."),
        ('<?xml version="1.0" encoding="utf-8"?><p>One.</p>', "One."),
    ],
)
def test_all_words_of_an_entry_are_kept(markup, text):
    assert fragment_parts(markup, "feed#1").text == text


@pytest.mark.parametrize("markup", ["", "<!-- -->"])
def test_an_entry_without_words_says_so(markup):
    with pytest.raises(ParseError, match="^feed#1: this entry holds no words; read its own page$"):
        fragment_parts(markup, "feed#1")


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (b'<meta charset="windows-1251">', "windows-1251"),
        (b'<META http-equiv=Content-Type content="text/html; charset=koi8-r">', "koi8-r"),
        (b'<?xml version="1.0" encoding="iso-8859-1"?>', "iso-8859-1"),
        (b"<p>charset=x", ""),
    ],
)
def test_the_declared_charset_is_read_from_the_first_bytes(body, charset):
    assert declared_charset(body) == charset
