"""Where the name begins behind a post with its field or body: "Director of the Foreign Affairs Bureau Ana Torv"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.names import fold
from dragoman.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

PERSON = "PERSON"
"""What the tagger calls the name of a person."""


class Posts(Struct, frozen=True):
    """Last words of what posts are for ("Affairs", "Africa") and of the bodies that they are in ("Bureau"), folded."""

    fields: frozenset[str]
    bodies: frozenset[str]


def post_words(lexicon: Lexicon) -> Posts:
    """The table `actors/posts`."""
    return Posts(lexicon.words("actors/posts", "field"), lexicon.words("actors/posts", "body"))


def is_of_post(name: Span, titles: frozenset[str], posts: Posts) -> bool:
    """ "Minister of Foreign Affairs of Kenya Ana Torv": a state whose the post is, though a name follows at once."""
    doc, first = name.doc, name.start - (name.start > 0 and name.doc[name.start - 1].lower_ == "the")
    is_after = first > 1 and doc[first - 1].lower_ in {"of", "for"}
    return is_after and fold(doc[first - 2].text) in titles | posts.fields


def after_post(run: Span, first: int, titles: frozenset[str], posts: Posts) -> int:
    """The token at which the person's name begins in a run of proper nouns whose titles end before `first`."""
    return _after_field(run.doc, _after_body(run, first, posts), run.end, (titles, posts.fields))


def _after_body(run: Span, first: int, posts: Posts) -> int:
    """Where the person begins in "Director of the Foreign Affairs Commission Ana Torv": after the body of the post."""
    person = next((t.i for t in run if t.i > first and t.ent_type_ == PERSON), None)
    is_field = first > run.start and fold(run.doc[first].text) in posts.fields | posts.bodies
    return person if is_field and person == first + 1 and run.end - person > 1 else first


def ends_name(title: Token, run: Span) -> bool:
    """ "Ana Al Sheikh": a title that is the surname after its article, with nothing behind it."""
    return title.i == run.end - 1 and title.i > run.start + 1 and fold(title.nbor(-1).text) in {"al", "el"}


def _after_field(doc: Doc, first: int, last: int, words: tuple[frozenset[str], frozenset[str]]) -> int:
    """Where the person begins in "envoy for the Horn of Africa Ana Torv": after the field of the post before it.

    Told by the tagger, which marks the person in the run alone, or by the words that fields end in ("Affairs").
    """
    titles, fields = words
    before = first - 1 - (first > 1 and doc[first - 1].lower_ == "the")
    while before > 1 and doc[before].lower_ in {"of", "the"} and doc[before - 1].pos_ == "PROPN":
        before -= 2  # "for the Horn of"
    before -= doc[before].lower_ == "the" if before > 1 else 0
    of_post = before > 0 and doc[before].lower_ in {"for", "to", "of"} and fold(doc[before - 1].text) in titles
    if not (of_post or _ends_fields(doc, first, titles)):
        return first
    for token in doc[first + 1 : last - 1]:
        person = token.ent_type_ == PERSON and doc[token.i - 1].ent_type_ != PERSON
        if person or fold(doc[token.i - 1].text) in fields:
            return token.i
    return first


def _ends_fields(doc: Doc, first: int, titles: frozenset[str]) -> bool:
    """ "Minister of State for the Middle East and North America Ana Torv": the last of several fields of one post."""
    before = first - 1
    if before < 1 or doc[before].lower_ != "and":
        return False
    while before > 1 and (doc[before].pos_ == "PROPN" or doc[before].lower_ in {",", "and", "the", "for", "of"}):
        before -= 1
        if doc[before].lower_ in {"for", "of"} and fold(doc[before - 1].text) in titles:
            return True
    return False
