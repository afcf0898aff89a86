"""How an action is found in an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from msgspec import structs

from dragoman.annotate.evidence import cite
from dragoman.annotate.sides import opposition_of
from dragoman.kinds.action import Action, ActionType
from dragoman.kinds.acts import Act, find_acts
from dragoman.kinds.fighting import seen_whole
from dragoman.kinds.one_act import is_one_act, without_means
from dragoman.kinds.supposed import is_supposed_act
from dragoman.kinds.sure_acts import SIDES_IN, is_kept, is_sure, is_told_as_act
from dragoman.kinds.telling import merge_parties
from dragoman.kinds.truces import find_truces
from dragoman.kinds.warring import warring
from dragoman.kinds.windows import tightest
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Action]:
    """Every act that the article tells, its tellings put together."""
    groups: list[list[Act]] = []
    acts = seen_whole(annotated, lexicon, list(without_means(find_acts(annotated, lexicon))))
    truces = (_of_both(annotated, act, lexicon) for act in find_truces(annotated, lexicon))
    told = (*(act for act in acts if is_told_as_act(annotated, act)), *(truce for truce in truces if is_kept(truce)))
    for act in (act for act in told if not is_supposed_act(annotated, act.head, act.row.id, lexicon)):
        home = next((group for group in groups if all(is_one_act(act, other) for other in group)), None)
        if home is None:
            groups.append([act])
        else:
            home.append(act)
    for group in groups:
        if is_sure(group, lexicon):
            yield _as_action(annotated, group)


def _of_both(annotated: Annotated, truce: Act, lexicon: Lexicon) -> Act:
    """A truce that is only said to be in a state, as kept by the two at war there, or by it and its opposition.

    Where the article tells neither, by "the sides in Kenya", for nobody keeps a truce alone.
    """
    if len(truce.actors) != 1 or truce.actors[0].kind != "state":
        return truce
    state = truce.actors[0]
    against = opposition_of(state.side or state.name)
    opposed = (Actor(against, (), against, None, "group") for actor in annotated.actors if actor.side == against)
    own = next(((state, other) for other in opposed), ())
    sides = warring(annotated, lexicon) or own
    there = (state.side or state.name) in {actor.side or actor.name for actor in sides}
    whole = (Actor(f"{SIDES_IN}{state.name}", (), state.side or state.name, None, "group"),)
    return structs.replace(truce, actors=sides if there else whole)


def _as_action(annotated: Annotated, group: list[Act]) -> Action:
    """One act of its tellings: everybody who acted, the shortest time, the first place; parties before "two men"."""
    hit = [told.targets for told in group]
    sided = [targets for targets in hit if any(actor.side for actor in targets)]
    return Action(
        article=annotated.article.id,
        evidence=tuple(cite(annotated.article, span) for span in dict.fromkeys(told.span for told in group)),
        rule=group[0].row.id,
        actor=merge_parties([told.actors for told in group]),
        target=merge_parties(sided or hit),
        type=cast(ActionType, group[0].row.means),
        when=tightest([told.when for told in group]),
        place=next((told.place for told in group if told.place), None),
        status="ongoing" if all(told.status == "ongoing" for told in group) else "held",
    )
