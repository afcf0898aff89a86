"""HTML: the article out of a page with its furniture, or out of a feed's entry that has none."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HtmlElement, HTMLParser, document_fromstring  # type: ignore[import-untyped]

from dragoman.errors import ParseError
from dragoman.parse.blocks import block_text
from dragoman.parse.parts import Parts

CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:-]+)", re.IGNORECASE
)
HEAD_BYTES = 4096
OPINION = re.compile(r'"@type"\s*:\s*(?:\[[^\]]{0,80})?"OpinionNewsArticle"')
"""How JSON-LD of schema.org calls an opinion piece."""
WORD = re.compile(r"\w+")
FEWEST_WORDS = 15  # a readout of one sentence has twenty; cookie notices and error pages that get through have fewer
LAST_DAY = "2199-12-31"  # htmldate's own limit is its clock's today: the same page must read the same tomorrow


def declared_charset(body: bytes) -> str:
    """The charset that the page itself declares, empty when none."""
    found = CHARSET.search(body[:HEAD_BYTES])
    return found[1].decode("ascii") if found else ""


def page_parts(text: str, name: str, fetched: datetime) -> Parts:
    """The article of a whole page, by trafilatura; its date by htmldate.

    ParseError when the page holds no article: an index, an error page, a notice.
    """
    import trafilatura  # imported here: a tenth of a second, and reading text needs none of it
    from trafilatura.utils import load_html

    tree = load_html(text)
    if tree is None:
        raise ParseError(f"{name}: no HTML that can be read; save the page again or give its text")
    spell_quotes(tree)
    found: Any = trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": LAST_DAY},
    )
    words = "" if found is None else block_text(untitled(found.body))
    if len(WORD.findall(words)) < FEWEST_WORDS:
        raise ParseError(f"{name}: no article in this HTML page; give the page of one article, or its text as .txt")
    return Parts(
        text=words,
        title=found.title,
        outlet=found.sitename or found.hostname,
        published=found.date,
        guessed=None if found.date else guess_day(text, fetched),
        url=found.url,
        section="\n".join([*(found.categories or ()), *(["Opinion"] if OPINION.search(text) else ())]),
    )


def untitled(body: HtmlElement) -> HtmlElement:
    """The article without the headings above its first paragraph: they are its title, which isn't part of its text."""
    for block in list(body):
        if block.tag != "head":
            break
        body.remove(block)
    return body


def spell_quotes(tree: HtmlElement) -> None:
    """Puts the marks of `<q>` into the text: trafilatura takes the element for a paragraph of its own."""
    for quote in list(tree.iter("q")):
        quote.text = "\u201c" + (quote.text or "")
        quote.tail = "\u201d" + (quote.tail or "")
        quote.drop_tag()


def guess_day(text: str, fetched: datetime) -> str | None:
    """The likeliest date in the page's text, not after the day it was fetched; None when there is none."""
    from htmldate import find_date

    found = find_date(text, extensive_search=True, original_date=True, max_date=fetched.date().isoformat())
    return str(found) if found else None


def fragment_parts(text: str, name: str) -> Parts:
    """All words of a feed entry's mark-up, paragraph by paragraph; ParseError when there are none."""
    try:
        root = document_fromstring(text.encode(), parser=HTMLParser(encoding="utf-8"))  # a str may declare no encoding
    except (etree.ParserError, ValueError):
        raise ParseError(f"{name}: this entry holds no words; read its own page") from None
    body = root.find("body")
    return Parts(text=block_text(root if body is None else body))
