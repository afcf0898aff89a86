"""Whether two promises in much the same words are of one thing: what they are about, and on which occasion."""

from __future__ import annotations

from functools import cache, lru_cache

from dragoman.kinds.compare import LEAST_SHARE, fold, overlap, words_of
from dragoman.lexicon import load_lexicon

TELLING = 2
"""Words that tell what is promised which both must have in common; of fewer nearly all words must be the same."""
LONG = 5
"""Telling words from which a text says enough of a promise to tell it from another occasion's."""
NEARLY = 0.75
"""The share of all words of both that two texts with few telling ones must have in common."""
CACHED = 8_192


def tell_alike(a: str, b: str) -> bool:
    """Whether two texts have enough of what tells one promise from another: not that somebody "will continue to work".

    >>> tell_alike("will continue to work with the lake patrol", "will continue to work down that path")
    False
    """
    one, other = telling_words(a), telling_words(b)
    if min(len(one), len(other)) >= TELLING:
        return len(one & other) >= TELLING and overlap(one, other) >= LEAST_SHARE
    if (one and one == other) or fold(a) == fold(b):
        return True
    every, all_others = words_of(a), words_of(b)
    return len(every & all_others) >= NEARLY * len(every | all_others) > 0


def say_otherwise(a: str, b: str) -> bool:
    """Whether two texts long enough to tell differ in what is promised: each has words that the other lacks, or one
    has much more.

    A promise that is recalled in few words ("he had promised to end it in a day") is told in others each time.
    """
    one, other = telling_words(a), telling_words(b)
    if one <= other or other <= one:
        return len(one & other) < LEAST_SHARE * len(one | other)
    return min(len(one), len(other)) >= LONG


def of_others(a: str, b: str, own: str | None) -> bool:
    """Whether each text names a party that the other doesn't: the same promised to two is two promises.

    `own` is the side of who promises, which names nobody else.

    >>> of_others("open the port to Kenyan ships", "open the port to Ugandan ships", None)
    True
    """
    if a == b:
        return False
    one, other = parties_named(a) - {own}, parties_named(b) - {own}
    return bool(one - other) and bool(other - one)


@lru_cache(maxsize=CACHED)
def telling_words(text: str) -> frozenset[str]:
    """The words of a text that count, without those that most promises have."""
    return words_of(text) - _vague()


@cache
def _vague() -> frozenset[str]:
    return frozenset().union(*map(words_of, load_lexicon().words("kinds/pledge_words", "vague")))


@lru_cache(maxsize=CACHED)
def parties_named(text: str) -> frozenset[str | None]:
    """The sides of the states and organisations that a text names, also by what their people are called."""
    starts = [n for n, letter in enumerate(text) if letter.isupper() and (n == 0 or not text[n - 1].isalnum())]
    if not starts:
        return frozenset()
    from dragoman.annotate.gazetteer import load_gazetteer  # imported here: it reads the names of all states

    gazetteer = load_gazetteer()
    return frozenset(one.side for start in starts if (one := gazetteer.at(text, start)) and one.side)
