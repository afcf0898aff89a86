"""What a page says of itself, before it is an article."""

from __future__ import annotations

from msgspec import Struct

from dragoman.types import Marking


class Parts(Struct, frozen=True, kw_only=True):
    """An article's text and what stands about it on its own page; None where the page is silent.

    `published` is as the page writes it; `guessed` is a date that was found by searching the page and only serves when
    nothing better is known.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    guessed: str | None = None
    url: str | None = None
    section: str | None = None
    marking: Marking | None = None
