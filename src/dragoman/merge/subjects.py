"""What an official text speaks of, sentence by sentence: the issues, and what a truce in it is limited to.

Two readouts of one call are compared by this and not only by their records: what one of them says in a form that no
kind of record holds ("the key condition ...") is no silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from dragoman.kinds.issues import DEAL, FAINT, GOODS, WEAK
from dragoman.lexicon import load_lexicon

SENTENCE = re.compile(r"[^\s].*?(?:[.!?][\"'”’)\]]*(?=\s)|$)", re.MULTILINE)
WORD = re.compile(r"[^\W_]+")
TRUCE = "ceasefire"
VAGUE = frozenset({"other", "process"})
"""Types that say nothing of what was spoken about."""
UNSURE = frozenset({WEAK, GOODS, FAINT})
"""`Row.pos` of words that alone don't tell what a sentence is about."""
LONGEST = 3
"""Words of the longest phrase that the tables have."""
PLURALS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("ss", "ss"), ("s", ""))

Phrase = tuple[str, ...]


class Subject(Struct, frozen=True):
    """What a sentence speaks of and its span: an "issue" ("military aid") or the "scope" of a truce ("energy")."""

    field: str
    item: str
    start: int
    end: int


def subjects(text: str) -> Iterator[Subject]:
    """Each issue and each scope of a truce in a text, with the first sentence that speaks of it, in their order.

    Issues are in words, a scope is its targets, sorted.
    """
    done: set[tuple[str, str]] = set()
    for sentence in SENTENCE.finditer(text):
        words = [_singular(word) for word in WORD.findall(sentence.group().casefold())]
        issues = _met(words, _issues())
        found = [("issue", issue.replace("_", " ")) for issue in issues]
        if TRUCE in issues and (targets := sorted(set(_met(words, _targets())))):
            found.append(("scope", ", ".join(targets)))
        for key in found:
            if key not in done:
                done.add(key)
                yield Subject(*key, *sentence.span())


def _met(words: list[str], table: dict[Phrase, str]) -> list[str]:
    """What the longest phrases of the words stand for; a word of one phrase is in no other."""
    found, place = [], 0
    while place < len(words):
        sizes = (size for size in range(LONGEST, 0, -1) if tuple(words[place : place + size]) in table)
        size = next(sizes, 0)
        if size:
            found.append(table[tuple(words[place : place + size])])
        place += size or 1
    return found


def _singular(word: str) -> str:
    """The word without its plural ending: the tables hold the forms of a dictionary."""
    for ending, instead in PLURALS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + instead
    return word


def _phrase(words: str) -> Phrase:
    return tuple(_singular(word) for word in WORD.findall(words.casefold()))


@cache
def _issues() -> dict[Phrase, str]:
    all_rows = load_lexicon().rows("kinds/issues")
    rows = [row for row in all_rows if row.pos not in UNSURE and row.means not in {DEAL, *VAGUE}]
    return {_phrase(word): row.means for row in reversed(rows) for word in row.words}


@cache
def _targets() -> dict[Phrase, str]:
    rows = load_lexicon().rows("kinds/terms")
    return {_phrase(word): row.means for row in reversed(rows) for word in row.words}
