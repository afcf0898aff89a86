"""A page to an article: text normalised once, so that offsets never move again."""

from dragoman.parse.article import article_id, date_doubt, parse

__all__ = ["article_id", "date_doubt", "parse"]
