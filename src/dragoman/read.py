"""The map step: one page in, its article and records out. Live reading and batches call this one function."""

from __future__ import annotations

from dragoman.annotate.annotate import annotate
from dragoman.annotate.kept import forget
from dragoman.annotate.times import times_of
from dragoman.bulk import many_objects
from dragoman.extract import extract
from dragoman.lexicon import Lexicon
from dragoman.parse.parse import parse
from dragoman.types import Article, Page, Reading

READ_LANGUAGES = frozenset({"en"})


def read(page: Page, lexicon: Lexicon) -> Reading:
    """The article of a page with its records and times.

    An article in a language outside `READ_LANGUAGES` comes back without records: it is counted, never guessed at.
    ParseError when the page holds no article.
    """
    return read_article(parse(page), lexicon)


def read_article(article: Article, lexicon: Lexicon) -> Reading:
    """The records and times of an article that is parsed already."""
    if article.lang not in READ_LANGUAGES:
        return Reading(article, ())
    with many_objects():
        return _read(article, lexicon)


def _read(article: Article, lexicon: Lexicon) -> Reading:
    """The layers of the article are let go of when it is read."""
    annotated = annotate(article, lexicon)
    records = extract(annotated, lexicon)
    forget()
    return Reading(article, records, annotated.times, annotated.speech)


def read_times(article: Article) -> Reading:
    """The times of an article without its records: those of `read_article`, had without the language models."""
    if article.lang not in READ_LANGUAGES:
        return Reading(article, ())
    return Reading(article, (), times_of(article))
