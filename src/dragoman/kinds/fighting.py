"""What an article's fighting as a whole says of each act of it: whether it goes on, and at whom it is aimed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import structs

from dragoman.annotate.clauses import is_passive, subjects
from dragoman.kinds.act_heads import is_verbal
from dragoman.kinds.acts import MONTH, Act
from dragoman.kinds.warring import warring
from dragoman.kinds.windows import days_long
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

FORCE = "ASSAULT"
PAIR = 2
AT_ONCE = frozenset({"action.seize", "action.kill", "action.attack", "action.annex"})
"""Acts that are over when they are done: "since taking the town" tells of what came after."""


GOING_ON = frozenset({FORCE, "SUPPORT"})
"""Types of acts that last where their time reaches up to publication, as do troops that "have been stationed"."""
AT_HOME = "crackdown"
"""What a state does to its own people, whoever else it fights."""
OF_VICTIMS = frozenset({"action.kill", "action.kill_noun", "action.abduct"})
"""Acts on people, whom the text names or counts: the other side at war need not be theirs."""


def seen_whole(annotated: Annotated, lexicon: Lexicon, acts: list[Act]) -> list[Act]:
    """The acts, those that go on as ongoing, and those without a target aimed at the other of two sides that fight."""
    lasting = lexicon.words("kinds/action_words", "lasting")
    published = annotated.article.published
    sides = list(dict.fromkeys(side for act in acts if act.row.means == FORCE for side in _parties(act)))
    whose = [actor.side or actor.name for actor in warring(annotated, lexicon)] if len(sides) > PAIR else []
    sides = whose or sides  # others fight too: those whose war it is
    is_war = bool(whose) or any(_is_against(act, sides) for act in acts)
    return [_with_target(_with_time(act, lasting, published), acts, sides, is_war=is_war) for act in acts]


def _with_time(act: Act, lasting: frozenset[str], published: date | None) -> Act:
    """The act as ongoing where it lasts up to publication; "since intervening in May" begins then."""
    since = act.head.dep_ == "pcomp" and act.head.head.lower_ == "since" and act.row.id not in AT_ONCE
    when = _until(act.when, published) if since else act.when
    if since or _is_present_passive(act.head) or _stands_behind(act) or _lasts(act, when, lasting, published):
        return structs.replace(act, when=when, status="ongoing")
    is_over = act.when is not None and act.when.end is not None and published is not None and act.when.end > published
    return structs.replace(act, when=_until(act.when, published)) if is_over else act


def _until(when: When | None, published: date | None) -> When | None:
    return structs.replace(when, end=published) if when and published else when


def _is_present_passive(verb: Token) -> bool:
    """ "is backed by X", "are occupied by X"; a "has been" tells of what was done."""
    return any(c.dep_ == "auxpass" and c.tag_ in {"VBZ", "VBP"} for c in verb.children)


def _stands_behind(act: Act) -> bool:
    """ "A band backed by Kenya", "Kenya, which backs the band": a backing of no day goes on."""
    head = act.head
    told_by_the_way = head.tag_ == "VBN" and head.dep_ in {"acl", "advcl", "amod"}
    told_by_the_way = told_by_the_way and not any(c.dep_ == "aux" for c in head.children)
    return act.row.id == BACK and act.when is None and (told_by_the_way or head.tag_ in {"VBZ", "VBP"})


BACK = "action.back"


def _lasts(act: Act, when: When | None, lasting: frozenset[str], published: date | None) -> bool:
    """Months of attacks up to now ("200 raids this year"), or an undated invasion that nobody began."""
    if when is not None:
        reaches = published is not None and when.end is not None and 0 <= (published - when.end).days <= 1
        lasts = act.row.means in GOING_ON or (act.row.means == "MOBILIZE" and is_passive(act.head))
        return lasts and reaches and days_long(when) >= MONTH
    is_begun = act.head.dep_ in {"dobj", "nsubjpass"} and act.head.head.tag_ in {"VBD", "VBN"}
    return not is_verbal(act.head) and act.head.lemma_.lower() in lasting and not is_begun


def _parties(act: Act) -> list[str]:
    return [actor.side for actor in (*act.actors, *act.targets) if actor.side is not None]


def _sides(actors: tuple[Actor, ...]) -> set[str]:
    return {actor.side for actor in actors if actor.side is not None}


def _is_against(act: Act, sides: list[str]) -> bool:
    """Whether one of two sides acts on the other, or accuses it."""
    on, by = _sides(act.targets), _sides(act.actors)
    return bool(on) and on | by >= set(sides) and not on & by


def _is_of_each(act: Act) -> bool:
    """ "Both Kenya and Chad launched raids": maybe on one another."""
    return any(word.lower_ == "both" for who in subjects(act.head) for word in who.lefts)


def _may_be_town(target: Actor) -> bool:
    """Whether one that is struck is a place of which the text says no state: "shelled Torvik"."""
    is_named = target.kind != "group" and " " not in target.name and target.name[:1].isupper()
    return is_named and target.side is None and target.role is None


def _with_target(act: Act, acts: list[Act], sides: list[str], *, is_war: bool) -> Act:
    """The act aimed at the other side, where the article tells of two that fight and this act names none.

    A town that it names stands for that side.
    """
    own = {actor.side for actor in act.actors}
    if (
        act.row.id in OF_VICTIMS
        or act.head.lemma_.lower() == AT_HOME
        or not all(_may_be_town(actor) for actor in act.targets)
        or act.row.means != FORCE
        or len(sides) != PAIR
        or len(own) != 1
        or not own <= set(sides)
    ):
        return act
    apart = {frozenset(_sides(one.actors)) for one in acts if one.row.means == FORCE} >= {frozenset({s}) for s in sides}
    if not apart and not is_war:
        return act  # both are told of, and not as fighting one another
    if not is_war and any(
        one.row.means == FORCE and _sides(one.actors) >= set(sides) and not _is_of_each(one) for one in acts
    ):
        return act  # "Kenya and Chad stepped up their attacks": allies
    other = next(side for side in sides if side not in own)
    named = (actor for one in acts for actor in (*one.actors, *one.targets) if actor.name == actor.side == other)
    return structs.replace(act, targets=(next(named, Actor(other, (), other, None, "state")),))
