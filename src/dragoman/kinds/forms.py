"""Forms of contact, more finely than by mode: indirect, shuttled, technical, in secret; bilateral or of many sides.

The values tell who is in the room, at which level and by which way, as mediators keep their lists of meetings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from dragoman.lexicon import Lexicon
from dragoman.types import Actor

if TYPE_CHECKING:
    from dragoman.parsed import Token

ContactForm = Literal[
    "call", "video_link", "bilateral_meeting", "trilateral", "multilateral", "envoy_visit", "proximity_talks",
    "shuttle", "technical_talks", "summit", "letter", "back_channel", "internal_briefing",
]  # fmt: skip
TOLD: frozenset[ContactForm] = frozenset({"proximity_talks", "shuttle", "technical_talks", "back_channel"})
"""Forms that words tell; the others follow from how it took place and how many sides took part."""
BY_MODE: dict[str, ContactForm] = {
    "call": "call", "video": "video_link", "message": "letter", "visit": "envoy_visit", "summit": "summit",
}  # fmt: skip
TABLE = "kinds/contact_forms"
TWO, THREE = 2, 3


def form_told(event: Token, lexicon: Lexicon) -> ContactForm | None:
    """The form that the words at an event tell: "indirect talks", "in separate rooms", "shuttled"; None without one."""
    beside = [event, *event.lefts, *(c for c in event.rights if c.dep_ in {"prep", "advmod"})]
    near = [t for token in beside for t in (token, *(token.subtree if token.dep_ == "prep" else token.lefts))]
    said = f" {' '.join(token.lemma_.lower() for token in near)} "
    for row in lexicon.rows(TABLE):
        if any(f" {word} " in said for word in row.words):
            return cast("ContactForm", row.means)
    return None


def form_of(mode: str, participants: tuple[Actor, ...], told: ContactForm | None) -> ContactForm | None:
    """The form of a contact of these sides; None where no side is known."""
    if told is not None:
        return told
    sides = {actor.side or actor.name for actor in participants}
    if mode == "briefing":
        return "internal_briefing" if len(sides) == 1 else "bilateral_meeting"
    if mode in BY_MODE:
        return BY_MODE[mode]
    if len(sides) < TWO:
        return None
    return "bilateral_meeting" if len(sides) == TWO else "trilateral" if len(sides) == THREE else "multilateral"
