"""The language of a text, as ISO 639-1."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from dragoman.lexicon import read_table

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 5_000  # characters; the rest says nothing new
FEWEST_LETTERS = 60  # below it a guess is worth less than the default
ENOUGH = 0.12  # share of little words; English prose has .15 to .3 of those in the table, German and Dutch under .03
DEFAULT = "en"
SOME = 0.04
"""Share of English little words from which a text is in no language but English and its kin, which have some too."""
KIN = frozenset({"af", "da", "de", "fy", "lb", "nb", "nl", "nn", "no", "sv"})
LIKE_ENGLISH = frozenset({"pcm"})
"""What py3langid takes short English full of foreign names for: Nigerian Pidgin."""


def language_of(text: str) -> str:
    """The language of the text's beginning; "en" when it is too short to tell.

    English is seen by its little words; only what has too few of them is given to py3langid, which takes a sentence of
    Rwandan names for Kinyarwanda.
    """
    words = [word.lower() for word in WORD.findall(text[:SAMPLE])]
    if sum(map(len, words)) < FEWEST_LETTERS:
        return DEFAULT
    shares = {
        language: sum(word in little for word in words) / len(words) for language, little in little_words().items()
    }
    for language, share in shares.items():
        if share >= ENOUGH:
            return language
    import py3langid  # imported here: with its model it takes most of a second

    found = str(py3langid.classify(text[:SAMPLE])[0])  # type: ignore[attr-defined, no-untyped-call]
    is_english = found in LIKE_ENGLISH or (found not in KIN and shares[DEFAULT] >= SOME)
    return DEFAULT if is_english else found


@cache
def little_words() -> dict[str, frozenset[str]]:
    """The tell-tale words of each language in data/parse/languages.toml."""
    source = files("dragoman.data") / "parse" / "languages.toml"
    return {row.means: frozenset(row.words) for row in read_table("parse/languages", source.read_bytes())}
