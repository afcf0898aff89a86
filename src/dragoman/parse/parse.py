"""A page to an article: decoded, normalised once, dated, credited and named."""

from __future__ import annotations

import re
from datetime import date
from email.message import Message
from hashlib import sha256

from msgspec.structs import replace

from dragoman.errors import ParseError
from dragoman.parse.credit import credited_agency
from dragoman.parse.days import read_day
from dragoman.parse.html import declared_charset, fragment_parts, page_parts
from dragoman.parse.language import language_of
from dragoman.parse.normalise import decode, normalise
from dragoman.parse.opinion import is_opinion
from dragoman.parse.parts import Parts
from dragoman.parse.text import fronted_parts
from dragoman.types import Article, Page

MAX_CHARACTERS = 2_000_000
FRONTED_TYPE = "text/markdown"
HTML_TYPES = ("text/html", "application/xhtml+xml")
WORD = re.compile(r"\w")


def parse(page: Page) -> Article:
    """The article of a page; its text never changes again.

    ParseError, in one line with the page's name and the remedy, when there is no article in it that can be read. A text
    in another language than English is an article too: `lang` says which, the caller decides.
    """
    parts = read_parts(page)
    if not WORD.search(parts.text):
        raise ParseError(f"{page.name}: no words in it; give it a text or remove it")
    if len(parts.text) > MAX_CHARACTERS:
        raise ParseError(f"{page.name}: {len(parts.text):,} characters, at most {MAX_CHARACTERS:,} are read; split it")
    url = parts.url or page.url
    outlet = parts.outlet or page.outlet
    return Article(
        id=article_id(url, parts.text),
        name=page.id,
        text=parts.text,
        url=url,
        title=parts.title or page.title,
        outlet=outlet,
        origin=credited_agency(parts.text, outlet) or outlet,
        published=published_day(page, parts),
        fetched=page.fetched,
        lang=language_of(parts.text),
        marking=parts.marking or page.marking,
        is_opinion=is_opinion(parts.title or page.title, f"{parts.section or ''}\n{page.section}", url, parts.text),
    )


def read_parts(page: Page) -> Parts:
    """The text, normalised, and what stands about it, read as the page's media type asks."""
    header = Message()
    header["content-type"] = page.media_type
    kind, charset = header.get_content_type(), header.get_content_charset() or ""
    if kind not in HTML_TYPES:
        text = normalise(decode(page.body, charset, page.name))
        return fronted_parts(text, page.name) if kind == FRONTED_TYPE else Parts(text=text)
    markup = normalise(decode(page.body, charset or declared_charset(page.body), page.name))
    whole = header.get_param("part") is None
    parts = page_parts(markup, page.name, page.fetched) if whole else fragment_parts(markup, page.name)
    # Entities are characters only now. The address it came from wins: many a page calls the front page its own.
    return replace(parts, text=normalise(parts.text), url=page.url or parts.url)


def published_day(page: Page, parts: Parts) -> date | None:
    """The day that the page names, else the day its source names, else the one that was guessed from the page.

    ParseError when the page or its source names one that is no date: a mistyped date must not pass for an unknown one.
    """
    for words in (parts.published, page.published):
        if words:
            day = read_day(words)
            if day is None:
                raise ParseError(f"{page.name}: published {words!r} is no date; write it as YYYY-MM-DD")
            return day
    return read_day(parts.guessed) if parts.guessed else None


def article_id(url: str, text: str) -> str:
    """The first 32 hexadecimal digits of the SHA-256 of url, a line feed and text: another text is another version."""
    return sha256(f"{url}\n{text}".encode()).hexdigest()[:32]


def date_doubt(article: Article, today: date) -> str | None:
    """One line for the user when the article says that it was published after `today`, else None."""
    if article.published is None or article.published <= today:
        return None
    return f"{article.name}: published {article.published}, which is still to come; check its date"
