"""What the tests of the layers share: a sentence of our own, annotated."""

from __future__ import annotations

from datetime import date

from dragoman.annotate.annotate import annotate
from dragoman.lexicon import load_lexicon
from dragoman.types import Annotated, Article

PUBLISHED = date(2031, 3, 5)  # a Wednesday


def annotated(
    text: str, *, outlet: str = "Harbour Gazette", published: date | None = PUBLISHED, title: str = ""
) -> Annotated:
    """`text` as an article of an invented paper, with all its layers."""
    article = Article(id="a", name="a", text=text, title=title, outlet=outlet, published=published)
    return annotate(article, load_lexicon())


def referents(text: str, *, outlet: str = "Harbour Gazette") -> dict[str, tuple[str, ...]]:
    """The names of the actors behind each mention, by its words; the last mention wins."""
    layers = annotated(text, outlet=outlet)
    return {text[m.span.start : m.span.end]: tuple(layers.actors[i].name for i in m.actors) for m in layers.mentions}
