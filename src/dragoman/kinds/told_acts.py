"""Whether an act is told as done: not planned, feared, aimed at or named in passing, and no figure of speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import is_passive, objects, prepositional
from dragoman.annotate.status import event_status
from dragoman.kinds import acting
from dragoman.kinds.act_heads import is_verbal
from dragoman.kinds.act_words import ActWords
from dragoman.types import Actor, EventStatus

if TYPE_CHECKING:
    from dragoman.parsed import Token

UNREAL = frozenset({"if", "unless", "whether", "until"})
REAL_AFTER = frozenset({"by", "after", "since", "in", "despite", "following"})
NEAR = 9
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PRESENT = frozenset({"VBZ", "VBP"})


def told_status(head: Token, words: ActWords) -> EventStatus:
    """The status that the words give an act: of a noun those of the verb that says it was done.

    A clause of its own tense beside the main one tells it by itself: "as Kenyan towns are bombed, a vote may wait".
    """
    teller = carried_out(head, words) or head
    if _is_denied_above(teller) or (whole(head) != head and any(c.lower_ == "no" for c in whole(head).lefts)):
        return "denied"
    if (told := _beside_main(teller)) is not None:
        return told
    if _is_still_done(teller) or is_tried(teller):
        return "held" if is_tried(teller) else "ongoing"
    if teller.pos_ != "VERB" or not _is_apart(teller):
        return event_status(teller).value
    if any(c.dep_ == "neg" for c in teller.children) or any(c.lower_ == "no" for c in head.lefts):
        return "denied"
    helping = [c for c in teller.children if c.dep_ == "aux"]
    goes_on = teller.tag_ == "VBG" and any(c.tag_ in PRESENT for c in helping)
    return "ongoing" if goes_on or teller.tag_ in PRESENT else "held"


def _beside_main(verb: Token) -> EventStatus | None:
    """ "Kenya prepared for war, sending troops": a participle tells what is done beside what the main clause tells.

    Where that is past or goes on, whatever its verb means; also "with Kenya sending troops". None for other words.
    """
    first = verb
    while first.dep_ == "conj" and first.tag_ == first.head.tag_ == "VBG":
        first = first.head
    if first.tag_ != "VBG" or first.pos_ != "VERB" or any(c.dep_ in {"mark", "aux", "neg"} for c in first.children):
        return None
    if first.dep_ == "pcomp":
        has_own = any(c.dep_ == "nsubj" for c in first.children)
        return "ongoing" if first.head.lower_ == "with" and has_own else None
    main = first.head
    around = (*first.doc[max(0, first.i - 1) : first.i], *main.doc[main.i + 1 : main.i + 2])
    if first.dep_ != "advcl" or main.pos_ != "VERB" or not any(t.text == "," for t in around):
        return None
    helping = {c.tag_ for c in main.children if c.dep_ in {"aux", "auxpass", "neg"}}
    is_told = main.tag_ in {"VBD", "VBG", "VBN"} and not helping & {"MD", "TO", "RB"}
    return "held" if is_told and main.dep_ in {"ROOT", "ccomp", "conj"} else None


def _is_denied_above(verb: Token) -> bool:
    """ "Has not given any weapons or sent any troops": what is joined to a denied verb by "or" is denied with it."""
    first = verb.head
    if verb.dep_ != "conj" or not any(c.dep_ == "neg" for c in first.children):
        return False
    own = any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in verb.children)
    return not own and any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} for c in first.children)


BESIDE_NOW = frozenset({"as", "while", "though", "although", "because", "whereas", "given"})
"""Words before a clause that tells what is so; in the past also those of `BESIDE_THEN`."""
BESIDE_THEN = frozenset({"after", "since", "when", "where", "before"})


def _is_apart(verb: Token) -> bool:
    """Whether a clause has its own subject and tense, and the main clause says nothing of whether it came true.

    So has what is joined to a verb in the past: "wanted talks and accused Kenya".
    """
    below = list(verb.children)
    if verb.dep_ == "conj" and verb.tag_ == "VBD" == verb.head.tag_ and not any(c.dep_ == "aux" for c in below):
        return True
    if not any(c.dep_ in SUBJECTS for c in below) or any(c.tag_ == "MD" or c.tag_ == "TO" for c in below):
        return False
    forms = [verb, *(c for c in below if c.dep_ in {"aux", "auxpass"})]
    is_past = verb.tag_ == "VBD" or any(t.tag_ == "VBD" or t.lemma_ == "have" for t in forms)
    if verb.dep_ == "relcl":  # whatever the main clause denies or plans: "the band that shelled the port denied it"
        return is_past or any(t.tag_ in PRESENT and t.lemma_ != "do" for t in forms)
    marks = {c.lower_ for c in below if c.dep_ in {"mark", "advmod"} and c.i < verb.i}
    is_present = any(t.tag_ in PRESENT for t in forms)
    return verb.dep_ == "advcl" and bool(
        (is_past and marks & (BESIDE_NOW | BESIDE_THEN)) or (is_present and marks & BESIDE_NOW)
    )


# ---- nouns of acts ---------------------------------------------------------------------------------------------------


def carried_out(noun: Token, words: ActWords) -> Token | None:
    """The verb that says that the noun's act was done; None without one.

    "Launched one of its largest attacks", "responded with raids", "attacks launched by the rebels".
    """
    if is_verbal(noun):
        return None
    noun = whole(noun)
    verb = noun.head
    if noun.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in words.light:
        return verb
    if noun.dep_ == "pobj" and verb.lower_ == "with" and verb.head.lemma_.lower() in words.answering:
        return verb.head
    if (
        noun.dep_ == "pobj" and verb.lower_ == "for" and verb.head.lemma_ == "responsibility"
    ):  # "claimed it for the raid"
        return verb.head.head if verb.head.head.lemma_ == "claim" else None
    return next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in words.light), None)


def whole(noun: Token) -> Token:
    """ "One of its largest attacks", "deliveries of military aid": what the noun is a part or a matter of."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    return noun


BEHIND = frozenset({"after", "following", "since", "amid", "despite", "during"})
"""What stands behind these is told as done."""


def is_told_noun(noun: Token, rule: str) -> bool:
    """Whether the words around a noun tell that its act was done: "raids that began in May", "after the invasion".

    Also what did something by itself: "Kenyan raids have turned the war".
    """
    if rule == "action.sanction_noun" and noun.dep_ == "pobj" and noun.head.lower_ in {"by", "with", "in"}:
        verb = noun.head.head  # "was hit with sanctions"
        return is_passive(verb) and _is_past(verb)
    if rule == "action.threat_noun":  # "its threat to close the border"
        return any(c.dep_ == "acl" and c.tag_ == "VB" for c in noun.children)
    first = noun if rule == "action.fight_noun" else whole(noun)  # "the end of the fighting"
    if any(_is_past(c) for n in (noun, first) for c in n.children if c.dep_ == "relcl"):
        return True
    if first.dep_ == "pobj":
        return first.head.lower_ in BEHIND
    above = first.head
    if first.dep_ == "attr" and any(c.dep_ == "expl" for c in above.children):
        return _is_past(above)  # "there were ten Kenyan air strikes"
    return first.dep_ == "nsubj" and _is_past(above)


def _is_past(verb: Token) -> bool:
    helping = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(c.tag_ in {"MD", "TO"} for c in helping) or any(c.dep_ == "neg" for c in verb.children):
        return False
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" or c.lemma_ == "have" for c in helping)


# ---- what is only thought of -----------------------------------------------------------------------------------------


SUPPOSED = frozenset({"any", "further", "possible", "potential", "future"})
"""Words before a noun that make an act one that may come ("any further aggression")."""


ENVISAGING = frozenset(
    {"envisage", "envisages", "envision", "foresee", "propose", "require", "include", "involve", "mean"}
)
"""Verbs whose gerund tells of what would be."""
STOPPING = frozenset({"stop", "cease", "quit", "avoid", "halt"})
"""Verbs whose gerund tells of what is no longer done."""


def is_unreal(head: Token, words: ActWords) -> bool:
    """A condition, a duty, a purpose: "if they attack", "must withdraw", "the means to launch an attack"."""
    verb = head
    if not is_verbal(head) and any(c.lower_ in SUPPOSED for c in head.lefts):
        return True
    if not is_verbal(head):
        thing = whole(head)
        verb = thing.head if thing.dep_ == "dobj" else verb
    for _ in range(NEAR):
        while (verb.dep_ == "prep" or verb.pos_ == "ADP") and verb.head != verb:
            verb = verb.head
        if _is_open(verb, words) or (verb.lower_ == "going" and verb.tag_ == "VBG" and verb != head):
            return True
        if _beside_main(verb) is not None:
            return False
        if verb.dep_ == "pcomp" and verb.head.lower_ not in REAL_AFTER and not _goes_on(verb):
            return True  # "a decision about attacking"
        is_caused = verb.dep_ == "ccomp" and _is_purpose(verb)  # "allowed its troops to attack"
        if verb.dep_ not in {"conj", "pcomp", "xcomp"} and not is_caused and not acting.is_beside_gerund(verb):
            return False
        verb = verb.head
    return False


def _is_order(verb: Token) -> bool:
    """ "Free the captives," said to others: an order, and nothing done."""
    bare = verb.tag_ == "VB" and verb.dep_ in {"ROOT", "ccomp"}
    return bare and not any(c.dep_ in SUBJECTS or c.dep_ in {"aux", "csubj", "expl"} for c in verb.children)


def _goes_on(gerund: Token) -> bool:
    """ "Goes on bombing", "pressed ahead with bombing": what is done still."""
    above = gerund.head
    if above.lower_ == "with" and above.head.lower_ in AHEAD:
        above = above.head if above.head.dep_ in {"prep", "advmod", "prt"} else above
    return above.lower_ in {"on", "with", *AHEAD} and above.head.lemma_ in GOING_ON


def _is_still_done(verb: Token) -> bool:
    """ "Goes on bombing", "never stopped bombing"."""
    if verb.tag_ != "VBG":
        return False
    is_unstopped = verb.dep_ == "xcomp" and verb.head.lemma_ in STOPPING and not _is_stopped(verb)
    return is_unstopped or (verb.dep_ == "pcomp" and _goes_on(verb))


AHEAD = frozenset({"on", "ahead", "forward"})
GOING_ON = frozenset({"go", "keep", "press", "carry", "push", "persist", "continue", "forge", "plough", "proceed"})


def _is_stopped(verb: Token) -> bool:
    """ "Stopped bombing"; not "never stopped bombing", "refused to stop bombing"."""
    above = verb.head
    denied = any(c.dep_ == "neg" for c in above.children) or above.head.lemma_ in {"refuse", "fail"}
    return above.lemma_ in STOPPING and not denied


def _is_open(verb: Token, words: ActWords) -> bool:
    """Whether a verb's own clause leaves it open: "if it attacks", "may attack", "to attack", "stopped attacking"."""
    marked = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    if marked & UNREAL or any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children) or _is_order(verb):
        return True
    if _is_purpose(verb) and verb.head.lemma_.lower() not in words.real:
        return True
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp" and _is_stopped(verb):
        return True
    if verb.tag_ == "VBG" and verb.head.lemma_.lower() in ENVISAGING:
        return True  # "the plan envisages Kenya withdrawing its troops"
    return _is_torn_purpose(verb)


def is_tried(verb: Token) -> bool:
    """ "Tried to seize the port", "has attempted to storm it": done, whether or not it came off."""
    above = verb.head
    told = above.tag_ == "VBD" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in above.children)
    held_back = any(c.dep_ == "neg" or c.tag_ in {"MD", "TO"} or c.lower_ in UNREAL for c in above.children)
    return verb.dep_ == "xcomp" and above.lemma_ in TRYING and told and not held_back


TRYING = frozenset({"try", "attempt"})


def _is_torn_purpose(verb: Token) -> bool:
    """ "stressed the need to watch the border, hold drills": an infinitive that the parser tore from its "to"."""
    is_bare = verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children)
    return is_bare and verb.dep_ == "conj" and verb.head.tag_ in {"VBD", "VBZ", "VBP"}


def _is_purpose(verb: Token) -> bool:
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    is_bare = verb.tag_ == "VB" or any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in verb.children)
    return (is_bare and to) or acting.is_torn_from_to(verb)


def is_suffered(verb: Token, rule: str, actors: tuple[Actor, ...]) -> bool:
    """ "17 people wounded", "One Kenyan wounded every hour": its subject suffers it."""
    below = {c.dep_ for c in verb.children}
    bare = (
        verb.tag_ == "VBN"
        and verb.lemma_ not in acting.ALONE
        and "nsubj" in below
        and not below & {"aux", "auxpass", "agent"}
    )
    return not objects(verb) and (bare or (rule not in ALONE and not any(actor.side for actor in actors)))


ALONE = frozenset({"action.invade", "action.fight", "action.seize"})
"""Acts of which a verb without an object may tell."""


PLACES = frozenset({"GPE", "LOC", "FAC"})
WATERS = frozenset({"sea", "ocean", "water", "waters"})


def is_show(verb: Token, words: ActWords) -> bool:
    """ "Test-fired a missile", "fired it into the sea", "launched a rocket with a satellite": a show, and no blow."""
    if verb.lemma_ not in {"fire", "launch", "shoot"}:
        return False
    tested = verb.i > 1 and verb.nbor(-1).text == "-" and verb.nbor(-2).lower_ == "test"
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    into_space = any(t.lemma_.lower() in words.space for thing in things for t in thing.subtree)
    where = prepositional(verb, ("into", "toward", "towards", "in", "over", "off"))
    where += [t for thing in things for t in prepositional(thing, ("into", "toward", "towards", "over"))]
    return tested or into_space or any(t.lower_ in WATERS for t in where)


def is_figure(head: Token, words: ActWords) -> bool:
    """ "struck a deal", "seized the moment", "launched a rocket with a satellite": nobody is struck."""
    things = [c for c in head.children if c.dep_ in {"dobj", "nsubjpass", "compound"} and c.lower_ != "ground"]
    if head.lemma_ == "fall":
        return not any(c.ent_type_ in PLACES or c.lemma_.lower() in words.town for c in head.children)
    into_space = any(t.lemma_.lower() in words.space for thing in things for t in thing.subtree)
    barred = PART if head.lemma_ == "suspend" else frozenset()  # "suspended its part in the talks"
    return (
        into_space
        or _is_struggle(head)
        or (head.lemma_ in {"destroy", "demolish", "sink"} and any(_is_own(t) for t in things))
        or acting.is_in_words(head)
        or acting.is_of_measures(head)
        or any(thing.lemma_.lower() in words.figure | barred and not _is_in_pact(thing, words) for thing in things)
        and not any(thing.lemma_ == "law" and any(c.lower_ == "martial" for c in thing.lefts) for thing in things)
    )


PART = frozenset({"part", "participation", "role"})


def _is_in_pact(thing: Token, words: ActWords) -> bool:
    """ "Suspended its participation in the treaty"; "hit targets": nothing said in a figure."""
    bound = (t.lemma_.lower() in words.pact for n in (thing, thing.head) for t in prepositional(n, ("in",)))
    return thing.lower_ == "targets" or (thing.head.lemma_ == "suspend" and any(bound))


def _is_own(thing: Token) -> bool:
    """ "Destroyed its missiles": one's own."""
    return any(c.tag_ == "PRP$" and c.lower_ in {"its", "their"} for c in thing.lefts)


def _is_struggle(verb: Token) -> bool:
    """ "Is fighting for a seat", "fights to end the war", "died in fighting": no blow that it strikes."""
    if verb.lemma_ not in {"fight", "battle"} or verb.pos_ != "VERB":
        return False
    if verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "pobj"}:
        return verb.head.lower_ not in {"after", "since", "by"}
    whom = any(c.dep_ == "dobj" or c.lower_ in {"against", "with", "alongside"} for c in verb.children)
    return not whom and any(c.lower_ == "for" for c in verb.children)
