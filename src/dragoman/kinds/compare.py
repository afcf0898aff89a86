"""Whether two records mean the same: comparisons of names, sides, words and lengths that the kinds share.

Everything here is pure and cheap: merging a block asks `same` many times over.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, lru_cache

from msgspec import Struct

from dragoman.kinds.windows import days_long, first_day, is_close, is_dated, last_day
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor, Record, When

CACHED = 65_536
"""Folded forms that are kept: a ledger repeats its names and quotes, folding costs ten times the comparison."""
WORD = re.compile(r"[^\W_]+")
COUNTING = re.compile(r"[^\W_]{4,}|\d+")
"""Words that count in a comparison of texts: of four letters or more, short ones say nothing; and numbers."""
TYPOGRAPHIC = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": " ", "\u00a0": " "})
"""Marks that printed text is full of; without them most of it is ASCII, which folds ten times faster."""
ARTICLES = frozenset({"the", "a", "an"})
SUFFIX = re.compile(r"(?<=\w)(?P<name> \S.*?),? (?:[JS]r\.?|I{2,3}|IV)$")
"""What "Omar Haddad Jr." has behind the surname; a lone "Abdullah II" is a king's whole name."""
DOUBLED = re.compile(r"(.)\1+")


LEAST_SHARE = 0.6
"""The share of the shorter text's words in the longer below which no kind takes two texts for one."""
HALF = 0.5
"""The same for what an answer is about, which is often told in few words."""
WORDED = ("content", "outcome", "about")
"""Fields by whose words records are found."""


@lru_cache(maxsize=CACHED)
def fold(name: str) -> str:
    """A name without case, accents, punctuation and the ways of writing a Slavic ending.

    >>> fold("Volodymyr Zelenskyy") == fold("Volodymyr Zelensky") == fold("volodymyr zelenskiy")
    True
    """
    name = SUFFIX.sub(r"\g<name>", name)
    plain = DOUBLED.sub(r"\1", _plain(name).replace("y", "i"))
    return " ".join(word for word in WORD.findall(plain) if word not in ARTICLES)


def _plain(text: str) -> str:
    """The text without case, accents and the possessive ending."""
    lower = text.casefold().translate(TYPOGRAPHIC).replace("'s", "")
    if lower.isascii():
        return lower
    return "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))


@lru_cache(maxsize=CACHED)
def words_of(text: str) -> frozenset[str]:
    """The words of a text that count when two texts are compared, without case and accents."""
    return frozenset(COUNTING.findall(_plain(text)))


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the shorter text's words that the longer has too, 0 to 1; 0 when either has none."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def near_equal(a: str, b: str, share: float = 0.75) -> bool:
    """Whether one text says what the other says: equal when folded, or `share` of the shorter is in the longer.

    Fewer than three words that count never carry a likeness.
    """
    if fold(a) == fold(b):
        return True
    one, other = words_of(a), words_of(b)
    return min(len(one), len(other)) >= 3 and overlap(one, other) >= share


@lru_cache(maxsize=CACHED)
def words_of_parts(parts: tuple[str, ...]) -> frozenset[str]:
    """The words of a text in parts that count when two texts are compared."""
    return frozenset().union(*(words_of(part) for part in parts))


class Handles(Struct, frozen=True):
    """By what a record is found among many of its block; empty `words`: it has to be compared with every other.

    Two records that both have words are the same only when `share` of the shorter one's are the longer's too, at least
    two where more than half must be and either has so many, or when they share some of `also`. `files` are those under
    which a record is kept for others, where they are not those by which it seeks: of any two records that may be the
    same, each seeks a word under which the other is kept. `eras` are the stretches of time that the record's days touch
    (`eras_of`), empty where they are unknown or many: two that both have some are the same only when they share one.
    """

    words: frozenset[str]
    share: float = 0.0
    files: frozenset[str] | None = None
    also: frozenset[str] = frozenset()
    eras: frozenset[int] = frozenset()

    @property
    def kept_under(self) -> frozenset[str]:
        """The words under which others find the record."""
        return self.words if self.files is None else self.files


NO_HANDLES = Handles(frozenset())


def handles(record: Record, seen: date) -> Handles:
    """The words of the field that is compared by words, else the days of an event that is known to a week.

    `seen` is the day on which the record became known, for kinds whose records are found by it.
    """
    expects = getattr(record, "expects", None)
    if hasattr(record, "terms") or (expects and expects.actors):
        return NO_HANDLES
    text = next((text for field in WORDED if (text := getattr(record, field, None))), None)
    if text is None:
        return Handles(_days_of(getattr(record, "when", None)))
    return Handles(words_of(text) if isinstance(text, str) else words_of_parts(tuple(text)), LEAST_SHARE)


ERA, MOST_ERAS = 20, 5
"""Days of a stretch of time by which records are filed, and how many a window may touch."""


def eras_of(when: When | None) -> frozenset[int]:
    """The stretches of `ERA` days that a window touches; empty for an unknown and for a long one."""
    if when is None or days_long(when) > ERA * MOST_ERAS:
        return frozenset()
    return frozenset(range(first_day(when).toordinal() // ERA, last_day(when).toordinal() // ERA + 1))


def _days_of(when: When | None) -> frozenset[str]:
    """Each day of a window of up to a week; empty for a longer one and where nothing is known."""
    if when is None or not is_close(when):
        return frozenset()
    return frozenset((first_day(when) + timedelta(days=n)).isoformat() for n in range(days_long(when)))


def is_undated_event(record: Record) -> bool:
    """Whether a record tells of an event by its parties alone: no words to compare and no day.

    What came of a contact (`outcome`) is told in other words each time: a contact is found by who took part.
    """
    is_worded = any(hasattr(record, field) for field in WORDED) and not hasattr(record, "participants")
    return not is_worded and not is_dated(getattr(record, "when", None))


# ---- actors ---------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=CACHED)
def _forms(actor: Actor) -> frozenset[str]:
    """Every name and alias of an actor, folded."""
    return frozenset(form for name in (actor.name, *actor.aliases) if (form := fold(name)))


def surname(actor: Actor) -> str:
    """The last word of the name, folded: how a second mention names a person."""
    return fold(actor.name).rpartition(" ")[2]


def _initial(name: str) -> str:
    """The first letter of a folded name, of the whole given name for its short form: "t" of "tony" is "a"."""
    first = name.partition(" ")[0]
    return _given_names().get(first, first)[:1]


@cache
def _given_names() -> dict[str, str]:
    """The folded short form of a given name to the name."""
    return {fold(word): fold(row.means) for row in load_lexicon().rows("actors/nicknames") for word in row.words}


def same_actor(a: Actor, b: Actor) -> bool:
    """Whether two actors are one: one full name, or no unlike sides and a name shared, or a surname and its initial.

    "Zelensky" is "Volodymyr Zelenskyy"; "Sergei Lavrov" is "Sergey Lavrov"; two full names with other initials are two.
    What a person decided (`Actor.identity`) comes before all that.
    """
    if a.identity and b.identity:
        return a.identity == b.identity
    one, other = fold(a.name), fold(b.name)
    if one == other and " " in one:  # two persons of one full name are rarer than a side that was read wrongly
        return True
    if a.side and b.side and a.side != b.side:
        return False
    if one == other:
        return True
    if "person" not in (a.kind, b.kind) or "state" in (a.kind, b.kind):
        return bool(_forms(a) & _forms(b)) and a.kind == b.kind
    if one.endswith(f" {other}") or other.endswith(f" {one}"):  # "President Lund" and "Lund"
        return True
    if surname(a) == surname(b):
        return " " not in one or " " not in other or _initial(one) == _initial(other)
    # A shared alias tells only where one of the two is not a full name: "the president" may be either of two.
    return (" " not in one or " " not in other) and (one in _forms(b) or other in _forms(a))


def party(actor: Actor) -> str:
    """The side that an actor stands for, else its own surname or name, folded."""
    if actor.side:
        return fold(actor.side)
    return surname(actor) if actor.kind == "person" else fold(actor.name)


def parties(actors: Iterable[Actor]) -> frozenset[str]:
    """The sides of some actors; those without a side count by name only where fewer than two sides are known."""
    several = tuple(actors)
    sides = frozenset(fold(actor.side) for actor in several if actor.side)
    return sides if len(sides) > 1 else sides | frozenset(party(actor) for actor in several if not actor.side)


def party_key(actors: Iterable[Actor]) -> str:
    """The sides of some actors in one string, the same for any order."""
    return "|".join(sorted(parties(actors)))


def persons(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """The actors that are persons."""
    return tuple(actor for actor in actors if actor.kind == "person")


def share_a_person(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    """Whether some actor of `a` is one of `b`."""
    return any(same_actor(one, other) for one in a for other in b)


def persons_agree(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    """Whether, on every side for which both name persons, they share one; naming none contradicts nothing."""
    ours, theirs = persons(a), persons(b)
    for side in {person.side for person in ours} & {person.side for person in theirs}:
        one = tuple(person for person in ours if person.side == side)
        if not share_a_person(one, tuple(person for person in theirs if person.side == side)):
            return False
    return True


def same_speaker(a: Actor | None, b: Actor | None) -> bool:
    """Whether both are nobody (the narrator) or one actor."""
    return (a is None and b is None) or (a is not None and b is not None and same_actor(a, b))


def speaker_key(actor: Actor | None) -> str:
    """What every way of naming a speaker shares: the surname of a person, else the folded name."""
    if actor is None:
        return ""
    return surname(actor) if actor.kind == "person" else fold(actor.name)
