"""Which acts a text tells surely enough to be recorded: whose they are and whom they hit must be told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional, subjects
from dragoman.annotate.voices import first_person_of, speaker_at
from dragoman.kinds.act_words import act_words
from dragoman.kinds.acting import MEASURES, is_somebody
from dragoman.kinds.acts import Act
from dragoman.kinds.frames import attributions_at
from dragoman.kinds.told_acts import carried_out, is_told_noun
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

AIMED = frozenset(
    {
        "action.attack", "action.annex", "action.kill", "action.abduct", "action.coerce",
        "action.aid", "action.aid_noun", "action.back", "action.concede", "action.fight", "action.destroy",
        "action.delivery_noun", "action.drive_out", "action.support_noun", "action.sanction_noun",
    }
)  # fmt: skip
"""Verbs that say little without whom they hit."""
BLOWS = frozenset({"action.attack", "action.kill", "action.destroy", "action.annex", "action.abduct", "action.coerce"})
"""Verbs that say enough where what they hit is told, though not whose it is."""
PLACED = frozenset(
    {"action.attack_noun", "action.kill_noun", "action.annex_noun", "action.operation_noun", "action.advance_noun"}
)
"""Nouns of acts that say little without whom they hit, when or where."""
OCCASIONS = frozenset({"talk", "negotiation", "conference", "meeting", "round", "session", "summit", "dialogue"})
"""What one is invited to."""
SANCTIONING, FIGHT = "action.sanction", "action.fight"
ENVOYS = frozenset(
    {
        "diplomat", "ambassador", "envoy", "attache", "attaché", "official", "staff", "officer", "spy", "consul",
        "representative", "member", "mission", "national", "citizen", "delegation", "journalist", "head", "personnel",
    }
)  # fmt: skip
"""Whom a state expels; crowds and fighters are driven out by force."""
FIGHTING = frozenset({"target", "fight", "battle", "combat"})
"""Verbs that say what a force is for: "the coalition fighting the rebels"."""
FLYING = frozenset({"drone", "missile", "rocket", "projectile", "uav"})
"""What is shot down in defence."""


def is_sure(tellings: Iterable[Act], lexicon: Lexicon) -> bool:
    """Whether the tellings of one act say enough of it: who is known by its side, whom it hits, else when or where."""
    told = tuple(tellings)
    protests = any(act.row.means == "PROTEST" and (act.when or act.place) for act in told)
    if not protests and not any(_is_known(actor, lexicon) for act in told for actor in act.actors):
        return False
    if any(act.targets for act in told):
        return True
    return any(_stands_alone(act, lexicon) for act in told)


def _is_known(actor: Actor, lexicon: Lexicon) -> bool:
    """Whether it is told who somebody is; not of "the fighters", nor of a bare name ("Torvik stepped up the raids")."""
    if actor.side is not None or actor.kind == "organisation":
        return True
    words = [word for word in actor.name.split() if word.lower() not in FAITHS]
    if actor.kind == "group" and words and words[-1].lower() in lexicon.words("kinds/action_words", "band"):
        return True
    return any(word != word.lower() for word in words) if actor.kind == "group" else actor.role is not None


FAITHS = frozenset({"shia", "shiite", "shi'ite", "sunni", "muslim", "islamist", "christian", "jihadist"})
"""Words written large that don't tell who fighters are."""


SIDES_IN = "the sides in "
"""How those are called who keep a truce of which only the state is told where it is."""


def is_kept(truce: Act) -> bool:
    """Whether a truce is told of those in a state, or of more than one side: nobody keeps one alone."""
    sides = {actor.side or actor.name for actor in truce.actors}
    return len(sides) > 1 or any(actor.name.startswith(SIDES_IN) for actor in truce.actors)


def _stands_alone(act: Act, lexicon: Lexicon) -> bool:
    """Whether an act without a target says enough: a war begun, an offensive, a raid of some day or place."""
    words = act_words(lexicon.rows("kinds/action_words"))
    if act.row.id in BLOWS and act.head.dep_ != "acl" and any(t.pos_ in {"NOUN", "PROPN"} for t in objects(act.head)):
        return True
    if act.row.id in BLOWS and prepositional(act.head, ("into", "at", "on")) and act.place is not None:
        return True
    if act.row.id == FIGHT and (act.when is not None or act.place is not None):
        return True
    if act.row.id in PLACED and (is_told_noun(act.head, act.row.id) or carried_out(act.head, words) is not None):
        return True
    if act.row.id == SANCTIONING and act.when is None and act.place is None:
        return any(t.lemma_.lower() not in MEASURES for t in objects(act.head))
    if act.row.id in AIMED:
        return any(t.lemma_ == "war" for t in objects(act.head))
    lasting = act.head.lemma_.lower() in lexicon.words("kinds/action_words", "lasting")
    return act.row.id not in PLACED or lasting or act.when is not None or act.place is not None


def is_told_as_act(annotated: Annotated, act: Act) -> bool:
    """Whether a telling is of an act by those it names, and not of how things stand or of a defence."""
    if _is_standing(act.head, act.row.id) or _is_warded_off(act.head) or _stays_away(act.head):
        return False
    if (
        (act.when is None and _is_of_every_one(act.head))
        or _is_description(annotated, act.head)
        or _is_driven_out(act.head)
    ):
        return False
    if act.row.id == "action.threaten" and act.head.dep_ == "relcl" and not act.targets:
        return False  # "the steps that Kenya has threatened"
    return not _is_own_they(annotated, act)


def _is_of_every_one(head: Token) -> bool:
    """ "Every rocket that hits our towns", "any jet that bombs it": without a day all there ever were."""
    who = [*subjects(head), *([head.head] if head.dep_ == "relcl" else [])] if head.pos_ == "VERB" else []
    return any(c.lower_ in {"every", "any"} and c.dep_ == "det" for t in who for c in t.lefts)


def _is_description(annotated: Annotated, head: Token) -> bool:
    """ "The coalition fighting the rebels agreed": which coalition, and no blow; "raids targeting it" are some."""
    of_force = head.dep_ == "acl" and head.tag_ == "VBG" and head.lemma_ in FIGHTING
    return of_force and is_somebody(annotated, head.head)


def _is_driven_out(head: Token) -> bool:
    """ "Farmers expelled the raiders from the hall": no measure between states."""
    people = [t for t in objects(head) if t.pos_ != "PROPN"] if head.lemma_ == "expel" else []
    return bool(people) and not any(t.lemma_.lower() in ENVOYS for t in people)


def _is_own_they(annotated: Annotated, act: Act) -> bool:
    """ "They deport our children", said by a Kenyan: "they" are no Kenyans, whom he would call "we".

    Only in his own words: "Kenya said they deported them" may mean Kenya.
    """
    doers = [t for t in subjects(act.head) if t.lower_ == "they"]
    said = attributions_at(annotated, doers[0].idx) if doers else []
    if said and said[0].form == "indirect":
        return False
    speaker = (speaker_at(annotated, doers[0].idx) or first_person_of(annotated, "we")) if doers else None
    own = speaker.side if speaker is not None else None
    return own is not None and any(actor.side == own for actor in act.actors)


def _stays_away(head: Token) -> bool:
    """ "Boycotted the talks": an answer to an invitation (guidelines, convention 12)."""
    return head.lemma_ == "boycott" and any(t.lemma_.lower() in OCCASIONS for t in objects(head))


def _is_standing(head: Token, rule: str) -> bool:
    """ "Kenya occupies a fifth of the coast": how things stand."""
    return rule == "action.annex" and head.tag_ in {"VBZ", "VBP"}


def _is_warded_off(head: Token) -> bool:
    """ "Shot down 40 drones": no attack on who sent them; "shot it down": on whom the words don't say."""
    down = head.lemma_ == "shoot" and any(c.lower_ == "down" for c in head.children)
    return down and any(t.lemma_.lower() in FLYING or t.lower_ in {"it", "them"} for t in objects(head))
