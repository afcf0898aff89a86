"""What only explains a name beside it: "the M23, an armed group that took Goma", "the Houthis' envoy, Ana Torv"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dragoman.annotate.gazetteer import load_gazetteer

if TYPE_CHECKING:
    from dragoman.annotate.mentions import Named
    from dragoman.parsed import Token


def explained(noun: Token, by_token: Mapping[int, Named]) -> Named | None:
    """The body whose name a noun in apposition explains; `by_token` are the names by each of their tokens.

    None for a noun that begins no apposition of its own: "the M23 group", "the M23, rebels and the army".
    """
    if noun.dep_ != "appos" or noun.tag_ != "NN" or noun.head.i not in by_token:
        return None
    name, first = by_token[noun.head.i], noun.left_edge
    after_comma = first.i == name.last + 1 and noun.doc[name.last].text == ","
    return name if after_comma and first.tag_ == "DT" and _is_body(name) else None


def is_someone(word: Token) -> bool:
    """Whether the tagger takes a word for a person's, and no table knows it for a body's ("the Houthis' envoy")."""
    return word.ent_type_ == "PERSON" and load_gazetteer().at(word.doc.text, word.idx) is None


def _is_body(name: Named) -> bool:
    return name.kind == "organisation" or (name.known is not None and name.known.form == "organisation")
