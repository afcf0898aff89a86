"""What the walk through a text leaves behind: who was mentioned where, for the nouns and pronouns that follow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.names import fold
from dragoman.annotate.phrases import is_subject
from dragoman.lexicon import Lexicon
from dragoman.types import Actor

if TYPE_CHECKING:
    from dragoman.parsed import Token


SEXES = {"she": "she", "her_title": "she", "she_word": "she", "he": "he", "his_title": "he", "he_word": "he"}
"""What the rows of data/actors/given_names mean, and the pronoun that follows from it."""
MEMORY = 60
"""Earlier mentions that a noun or pronoun may look back to."""


class Words(Struct, frozen=True):
    """Pronouns by what they can stand for, offices of heads of state, number words."""

    person: frozenset[str]
    many: frozenset[str]
    body: frozenset[str]
    heads: frozenset[str]
    count: frozenset[str]
    against: frozenset[str]
    roles: frozenset[str]
    diplomats: frozenset[str]
    """Offices of those who head a foreign service."""
    bands: frozenset[str]
    """Nouns for a party of its own that is no state ("the group")."""
    armed: frozenset[str]
    """What may stand before such a noun and tells nothing new ("the militant group")."""
    leagues: frozenset[str]
    """Words that name a league of states, which those nouns don't stand for."""
    sexes: dict[str, str]
    """Given names, titles and pronouns by "she" and "he"."""
    weighed: frozenset[str]
    """What "it" is in "it is important to", where it stands for nobody."""
    things: frozenset[str]
    """What "it" is in "it was an agreement", where it stands for no actor."""
    felt: frozenset[str]
    """What "it" is in "it is confident that", where it stands for somebody."""
    judging: frozenset[str]
    """Verbs whose object has done what follows ("thanked her for her work")."""
    bodies: frozenset[str]
    """Nouns for states, groups and offices."""
    bystanders: frozenset[str]
    """Nouns for people who speak for no party ("commentators")."""
    fields: frozenset[str]
    """What ministers are for ("trade")."""
    crowned: frozenset[str]
    """Titles of monarchs and their heirs."""


class Trace(Struct, frozen=True):
    """An earlier mention: its token, sentence and actors; whether it was a subject, and of the sentence's main verb;
    whether it stood in quotes.
    """

    token: int
    sentence: int
    actors: tuple[int, ...]
    subject: bool
    quoted: bool
    plural: bool
    main: bool = False
    speaks: bool = False
    """Whether it is named as the source of what is said."""
    owns: bool = False
    """Whether it only tells whose something is ("the president of Kenya", "a region of Kenya")."""


class Known(Struct):
    """What the walk through the text has found so far; lives within `find_mentions` only."""

    actors: list[Actor]
    trail: list[Trace]
    by_name: dict[str, int]
    named: int
    """How many of the actors, from the first on, have a name of their own."""
    sexes: dict[int, str]
    """ "she" or "he" for the actors of whom the text or a table of given names tells it."""
    opposition: str | None = None
    """The side that "the opposition" is of, where the text leaves one only."""
    fighting: frozenset[str] = frozenset()
    """The sides whose fighters the text tells of ("Houthi rebels", "Houthi fighters")."""


def coref_words(lexicon: Lexicon) -> Words:
    """The tables of `actors/groups` that coreference needs."""
    table = "actors/groups"
    return Words(
        lexicon.words("actors/pronouns", "person"),
        lexicon.words("actors/pronouns", "many"),
        lexicon.words("actors/pronouns", "body"),
        lexicon.words(table, "head"),
        lexicon.words(table, "count"),
        lexicon.words(table, "against"),
        lexicon.words("actors/roles") - lexicon.words("actors/roles", "courtesy"),
        lexicon.words(table, "diplomat"),
        lexicon.words("actors/bands", "band"),
        lexicon.words("actors/bands", "armed"),
        lexicon.words("actors/bands", "league"),
        {word: meant for means, meant in SEXES.items() for word in lexicon.words("actors/given_names", means)},
        lexicon.words("actors/pronouns", "weighed"),
        lexicon.words("actors/pronouns", "thing"),
        lexicon.words("actors/pronouns", "felt"),
        lexicon.words("actors/pronouns", "judging"),
        lexicon.words(table, "state") | lexicon.words(table, "people") | lexicon.words(table, "office"),
        lexicon.words("actors/bands", "bystander"),
        lexicon.words("actors/posts", "ministry"),
        lexicon.words("actors/posts", "crown"),
    )


def sex_of(names: Iterable[str], words: Words) -> str | None:
    """What titles and given names tell of a person: "she", "he", or None; the first word that tells wins."""
    return next((sex for name in names if (sex := words.sexes.get(fold(name)))), None)


class Place(Struct, frozen=True):
    """Where a token stands: its sentence, whether in a quotation, whether in a source of what is said.

    `said_by` are the actors in whose quotation it stands: they are "I" there, never "he". `says` are the tokens of what
    is said, for a token that is the source of it.
    """

    sentence: int
    quoted: bool
    speaks: bool
    said_by: frozenset[int] = frozenset()
    says: frozenset[int] = frozenset()


def trace_of(head: Token, place: Place, actors: tuple[int, ...]) -> Trace:
    """What a mention leaves behind for later pronouns."""
    subject = is_subject(_counted(head))
    main = subject and _is_main(_counted(head))
    speaks = place.speaks and (subject or head.dep_ not in BEFORE_A_NOUN)
    owns = head.dep_ == "pobj" and head.head.lower_ == "of"
    return Trace(head.i, place.sentence, actors, subject, place.quoted, _is_plural(head), main, speaks, owns)


BEFORE_A_NOUN = frozenset({"poss", "compound", "nmod", "amod"})


def _counted(head: Token) -> Token:
    """ "None of the rebels": what counts them stands where they would."""
    is_part = head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ in COUNTS
    return head.head.head if is_part else head


COUNTS = frozenset(
    {"none", "some", "many", "most", "all", "any", "each", "one", "two", "several", "few", "both", "either", "neither"}
    | {"half", "dozens", "hundreds", "thousands", "number", "majority"}
)


def _is_main(head: Token) -> bool:
    """Whether the token is the subject of the main verb of its sentence, or joined to it by "and"."""
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
    verb = head.head
    return verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT") or head.dep_ == "ROOT"


def _is_plural(head: Token) -> bool:
    is_each = any(child.lower_ in {"every", "each"} for child in head.lefts)
    return is_each or head.tag_ in {"NNS", "NNPS"} or head.lower_ in {"they", "them"}
