"""Whom a report names after the office that spoke: "a Kenyan minister said ... Ana Torv said ..." is one person.

News names a speaker in the sentence behind the one that tells whose he is; the name then stands without a state.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Mapping
from typing import TYPE_CHECKING

from msgspec import structs

from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Mention, Sentence

if TYPE_CHECKING:
    from dragoman.parsed import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BROAD = frozenset({"official", "diplomat", "leader", "spokesman", "spokeswoman", "spokesperson", "commander", "aide"})
"""Nouns for holders of any office, whose own title the name behind them may bear."""


def introduced(
    doc: Doc,
    sentences: tuple[Sentence, ...],
    actors: tuple[Actor, ...],
    mentions: tuple[Mention, ...],
    lexicon: Lexicon,
) -> tuple[Actor, ...]:
    """The actors; a person named without a side has that of the unnamed holder of an office told right before.

    Of one whose title is the very office named before, anywhere in the text. Who speaks for nobody ("the analyst Ana
    Torv") is no such one.
    """
    private = lexicon.words("actors/posts", "private")
    starts = [sentence.first for sentence in sentences]
    first: dict[int, Mention] = {}
    for mention in mentions:
        if mention.form == "name" and len(mention.actors) == 1:
            first.setdefault(mention.actors[0], mention)
    offices = [m for m in mentions if m.form == "role" and _is_unnamed_office(doc, m, actors, first)]
    found = list(actors)
    sides = {m.head: actors[m.actors[0]].side for m in mentions if len(m.actors) == 1}
    for i, mention in first.items():
        person = actors[i]
        if person.kind != "person" or person.side or " " not in person.name:
            continue
        if (side := _side_served(doc[mention.head], sides)) is not None:
            found[i] = structs.replace(person, side=side)
            continue
        if private & set((person.role or "").split()) or not (
            doc[mention.head].dep_ in SUBJECTS or _is_quoted(doc[mention.head])
        ):
            continue
        at = bisect_right(starts, mention.head)
        before = [m for m in offices if m.head < mention.head]
        meant = _same_office(person, before, actors) or _said_before(doc, before, person, (starts, at))
        if meant is not None:
            office = actors[meant.actors[0]]
            found[i] = structs.replace(person, side=office.side, role=person.role or office.role)
    return tuple(found)


STANDING_FOR = frozenset({"represent"})
SPEAKING = frozenset({"speak", "negotiate"})
"""Verbs of what a post is, told by a clause: "who represents", "who speaks for"."""
OWNED = frozenset({"negotiator", "head", "chief", "minister", "president", "envoy", "ambassador", "representative"})
"""Posts that are somebody's as well as those of `SERVING` and `BROAD`: "the group's envoy"."""
SERVING = frozenset({"adviser", "advisor", "aide", "spokesman", "spokeswoman", "spokesperson"})
"""Who acts for the person named with the post."""


def _side_served(name: Token, sides: Mapping[int, str | None]) -> str | None:
    """The side of whom a post serves; None without one.

    "An aide to Torv, Lina Nur", "Lina Nur, an aide to Torv", "Lina Nur, its envoy", "Lina Nur, who speaks for Kenya".
    """
    posts = [kid for kid in name.rights if kid.dep_ == "appos"]
    if name.dep_ == "appos":
        above = name.head
        posts += [above, above.head.head] if above.dep_ == "pobj" else [above]
    owners = (
        whose.i
        for post in posts
        if post.lemma_.lower() in SERVING | BROAD | OWNED and name.dep_ != "appos"
        for whose in post.lefts
        if whose.dep_ == "poss"
    )
    served = (
        whom.i
        for post in posts
        if post.lemma_.lower() in SERVING
        for to in post.rights
        if to.lower_ in {"to", "for", "of"}
        for whom in to.children
    )
    told = (*served, *owners, *(whom.i for whom in _spoken_for(name)))
    return next((side for i in told if (side := sides.get(i))), None)


def _spoken_for(name: Token) -> list[Token]:
    """ "Lina Nur, who represents Kenya", "who speaks for Kenya", "Lina Nur of Kenya": whose she is."""
    clauses = [c for c in name.rights if c.dep_ == "relcl" and any(w.lower_ == "who" for w in c.lefts)]
    now = [c for c in clauses if c.tag_ == "VBZ"]
    whom = [t for c in now if c.lemma_ in STANDING_FOR for t in c.rights if t.dep_ == "dobj"]
    behind = [p for c in now if c.lemma_ in SPEAKING for p in c.rights if p.lower_ == "for"]
    behind += [p for p in name.rights if p.lower_ == "of" and p.i == name.i + 1]
    return [*whom, *(t for p in behind for t in p.children if t.dep_ == "pobj")]


def _is_unnamed_office(doc: Doc, mention: Mention, actors: tuple[Actor, ...], named: Container[int]) -> bool:
    """Whether the words stand for one person with a side whom no name stands for."""
    if len(mention.actors) != 1 or mention.actors[0] in named:
        return False
    actor = actors[mention.actors[0]]
    return actor.side is not None and actor.kind == "person" and doc[mention.head].tag_ == "NN"


def _same_office(person: Actor, before: list[Mention], actors: tuple[Actor, ...]) -> Mention | None:
    """The last office before that is the person's own title, where all of them are of one side."""
    alike = [m for m in before if person.role and actors[m.actors[0]].role == person.role and " " in person.role]
    sides = {actors[m.actors[0]].side for m in alike}
    return alike[-1] if len(sides) == 1 else None


def _said_before(doc: Doc, before: list[Mention], person: Actor, place: tuple[list[int], int]) -> Mention | None:
    """The unnamed one who is the subject of the sentence before, if the person's title may be his."""
    starts, at = place
    high = starts[at - 1]
    while high and doc[high - 1].is_space:
        high -= 1
    if not high:
        return None
    low = starts[bisect_right(starts, high - 1) - 1]
    near = [m for m in before if low <= m.head < high and doc[m.head].dep_ in SUBJECTS and _leads(doc[m.head])]
    if len(near) != 1:
        return None
    lemma = doc[near[0].head].lemma_.lower()
    is_same = person.role is None or lemma in person.role.split() or lemma in BROAD
    return near[0] if is_same else None


def _is_quoted(person: Token) -> bool:
    """ "The agency quoted Gen. Ana Torv as saying": who speaks, though the agency is the subject."""
    return person.dep_ == "dobj" and person.head.lemma_ == "quote"


def _leads(subject: Token) -> bool:
    """Whether its verb is the sentence's own."""
    return subject.head.dep_ == "ROOT"
