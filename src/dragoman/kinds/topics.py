"""What a contact was about, and the occasion on which it took place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import prepositional

if TYPE_CHECKING:
    from dragoman.parsed import Token

ABOUT = ("on", "about", "regarding", "over", "concerning")
MARGINS = frozenset({"margin", "margins", "sideline", "sidelines", "fringe", "fringes"})
"""Of what somebody meets "on the margins": another gathering, which is where he met and not what about."""
OCCASION = MARGINS | {"eve", "occasion", "basis", "invitation", "request", "behalf", "board"}
"""What follows "on" and is no topic."""
MOST = 3
"""Topics of one telling that are kept."""


def topics_of(event: Token) -> tuple[str, ...]:
    """What the contact of a verb or noun was about, in the words of the text."""
    if event.lemma_ == "discuss":
        found = [child for child in event.children if child.dep_ == "dobj"]
    else:
        found = [topic for topic in prepositional(event, ABOUT) if topic.lower_ not in OCCASION]
    named = [topic for topic in found if topic.ent_type_ not in {"DATE", "TIME"} and topic.pos_ != "PRON"]
    return tuple(map(_words, named))[:MOST]


def _words(topic: Token) -> str:
    """The words of a topic without those with whom it was discussed."""
    aside = [c.i for c in topic.children if c.lower_ == "with" and c.i > topic.i]
    return topic.doc[topic.left_edge.i : min([*aside, topic.right_edge.i + 1])].text.strip()


def gatherings_beside(event: Token) -> list[Token]:
    """ "Met on the margins of the fair in Oslo": the gathering beside which a contact took place."""
    margins = [noun for noun in prepositional(event, ("on",)) if noun.lower_ in MARGINS]
    return [gathering for noun in margins for gathering in prepositional(noun, ("of",))]


def aims_of(event: Token) -> list[Token]:
    """ "Met for a second round of talks in Oslo": the round and its talks, for which some came together."""
    aims = prepositional(event, ("for",)) if event.pos_ == "VERB" else []
    return [*aims, *(t for aim in aims for t in prepositional(aim, ("of",)))]
