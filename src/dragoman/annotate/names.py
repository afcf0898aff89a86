"""Names of persons: what two spellings have in common, and which spellings are one name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from dragoman.lexicon import Lexicon, load_lexicon

ENDING = re.compile(r"(?:iy|yy|ii|yi|ij|y|i)$")


KEPT = 50_000
"""Words of which it's kept how they are folded."""


@lru_cache(maxsize=KEPT)
def fold(word: str) -> str:
    """`word` in small letters without accents and marks.

    >>> fold("Erdoğan’s")
    'erdogan'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    plain = plain.replace("ı", "i").removesuffix("'s").removesuffix("’s")
    return "".join(c for c in plain if c.isalnum())


def spelling_key(word: str) -> str:
    """What romanised spellings of one name share: "Sergei" and "Sergey", "Zelensky" and "Zelenskyy".

    >>> spelling_key("Zelenskyy") == spelling_key("Zelenskiy") == spelling_key("Zelensky")
    True
    """
    key = ENDING.sub("i", fold(word)).replace("ey", "ei").replace("iy", "i").replace("ii", "i")
    return ENDING.sub("i", key) if len(key) > 3 else key


@cache
def particles() -> frozenset[str]:
    """Small words inside names ("al", "bin", "de")."""
    return load_lexicon().words("actors/particles")


@cache
def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a person's name as keys, so that "al-Assad" and "Assad", "Joe" and "Joseph R." agree.

    Particles, initials and "Jr." are left out, and a given name's short form is the name.

    >>> name_parts("Bashar al-Assad")
    ('bashar', 'assad')
    """
    words = [w for w in re.split(r"[\s\-‑,]+", name) if w and not re.fullmatch(r"\w\.?|[JS]r\.?", w)]
    if len(words) > len(("Abdullah", "II")) and re.fullmatch("I{2,3}|IV", words[-1]):
        words = words[:-1]
    keys = [key for w in words if fold(w) not in particles() and (key := spelling_key(w))]
    return tuple(given_names().get(key, key) if n < len(keys) - 1 else key for n, key in enumerate(keys))


@cache
def given_names() -> dict[str, str]:
    """The key of a given name's short form to the key of the name: Joe to Joseph."""
    rows = load_lexicon().rows("actors/nicknames")
    return {spelling_key(word): spelling_key(row.means) for row in rows for word in row.words}


@cache
def bynames(lexicon: Lexicon) -> dict[str, str]:
    """The folded byname to the full name: "mbs" to Mohammed bin Salman."""
    return {fold(word): row.means for row in lexicon.rows("actors/bynames") for word in row.words}


def is_same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names (as `name_parts`) can be one person's: one is the surname of the other, or all parts agree."""
    if not a or not b or a[-1] != b[-1]:
        return a == b and bool(a)
    short, long = sorted((a, b), key=len)
    return len(short) == 1 or short[0] == long[0]


FATHERS = re.compile(r"\b(?:bin|ibn|bint) \S+$", re.IGNORECASE)
"""The end of a name that tells the father's."""


def is_fathers_name(name: str, full: Iterable[str]) -> bool:
    """Whether a lone name is only the father's in the full names: King Salman is not Mohammed bin Salman.

    >>> is_fathers_name("Salman", ["Mohammed bin Salman"]), is_fathers_name("bin Salman", ["Mohammed bin Salman"])
    (True, False)
    """
    return " " not in name and any(FATHERS.search(form) for form in full)


@cache
def known_people(lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    """Surname key -> (full name, side) of the roster and the table of people, the roster first.

    A surname that two people of one table bear is left out: nobody is guessed at.
    """
    listed = [(row.words[0], row.means) for row in lexicon.tables.get("actors/roster", ()) if row.pos == "person"]
    known = [(name, row.means) for row in lexicon.rows("actors/people") for name in row.words]
    return {**_by_surname(known), **_by_surname(listed)}


def _by_surname(people: list[tuple[str, str]]) -> dict[str, tuple[str, str]]:
    surnames = [name_parts(name)[-1] for name, _ in people]
    return {surname: person for surname, person in zip(surnames, people, strict=True) if surnames.count(surname) == 1}


def is_acronym(short: str, name: str) -> bool:
    """Whether a name is the first letters of another ("LCC", "Lake Chad Council"), small words left out."""
    letters = "".join(word[0] for word in name.split() if word[:1].isupper())
    return len(short) > 1 and short == short.upper() and short.replace(".", "") == letters and " " in name
