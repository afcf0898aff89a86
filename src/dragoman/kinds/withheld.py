"""Conditions put as what is withheld until they are met: "no money until Kenya reforms"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, mention_at, objects, subjects
from dragoman.kinds.asking import SUBJECTS, TABLE, Wanted, whole_content
from dragoman.kinds.frames import Met, acts_for_itself, parties_at, speakers_at
from dragoman.kinds.terms import issue_at
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

OWN = frozenset({"i", "we", "you", "one"})
"""Subjects of what has to come about before that make it no condition of another: "we won't rest until we win"."""


def until(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "Talks won't resume until Kenya frees them", said by a party: what it withholds something for.

    Whoever withholds it is the main clause's own subject where that is a party and another than whose act is awaited
    ("the fund will pay nothing until Kenya reforms"), else the speaker.
    """
    clause = met.head.head
    if met.head.dep_ != "mark" or clause.dep_ != "advcl" or clause.pos_ not in {"VERB", "AUX"}:
        return None
    doers = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
    main = clause.head
    threatens = met.head.lower_ in {"unless", "until", "till"} and _is_threatened(main, met.head.lower_)
    if not doers or doers[0].lower_ in OWN or not (threatens or _is_withheld(main, lexicon)):
        return None
    if any(c.dep_ == "neg" for c in clause.children):
        return None
    if met.head.lower_ == "while" and not _is_suffered_now(clause, lexicon):
        return None
    asked = parties_at(annotated, (doers[0], *doers[0].conjuncts))
    dealing = clause.head.lemma_.lower() in lexicon.words(TABLE, "step") and clause.lemma_ != "be"
    if not asked and not dealing and issue_at(annotated, whole_content(clause, bare=False), lexicon) == "other":
        return None
    suffered = met.head.lower_ == "while"
    of = () if suffered else (doers[0], *doers[0].conjuncts)
    return Wanted((clause,), withholders(annotated, clause.head, () if suffered else asked, lexicon), of, apart=True)


def _is_suffered_now(clause: Token, lexicon: Lexicon) -> bool:
    """ "Will not negotiate while it is being bombed": what shall end first; not "while Kenya wants peace"."""
    goes_on = any(c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBZ", "VBP", "VBD", "VBG"} for c in clause.children)
    return clause.head.lemma_.lower() in lexicon.words(TABLE, "step") and goes_on and clause.tag_ in {"VBG", "VBN"}


GOING_ON = frozenset({"continue", "keep", "maintain"})
THREATENING = frozenset({"threaten", "vow", "warn"})


def _is_threatened(main: Token, mark: str) -> bool:
    """ "Threatened to leave unless Kenya signs", "vowed to continue the siege until it signs"."""
    above = main.head if main.dep_ in {"xcomp", "ccomp"} else main
    if mark == "unless":
        return above.lemma_ in THREATENING
    ahead = above.lemma_ in THREATENING or any(c.tag_ == "MD" for c in main.children)
    return ahead and main.lemma_ in GOING_ON


def _is_withheld(main: Token, lexicon: Lexicon) -> bool:
    """Whether a clause denies something for the time to come: not "did not come", nor "won't know"."""
    if main.lemma_.lower() in lexicon.words(TABLE, "mind") | lexicon.words(TABLE, "rest"):
        return False
    refused = lexicon.words(TABLE, "withhold")
    if main.lemma_.lower() in refused or (main.dep_ == "xcomp" and main.head.lemma_.lower() in refused):
        return True
    below = [
        main,
        *main.children,
        *(g for c in main.children if c.dep_ in {*SUBJECTS, "dobj", "attr"} for g in c.lefts),
    ]
    denied = any(t.dep_ == "neg" or (t.dep_ == "det" and t.lower_ == "no") for t in below)
    if main.pos_ == "NOUN":
        return denied  # "no money until they reform"
    forms = [main, *(c for c in main.children if c.dep_ in {"aux", "auxpass"})]
    return denied and any(t.tag_ in {"MD", "VBZ", "VBP"} for t in forms)


def withholders(annotated: Annotated, main: Token, asked: tuple[Actor, ...], lexicon: Lexicon) -> tuple[Actor, ...]:
    """Who withholds it: the subject of the main clause, unless it is the one whose act is awaited; else the speaker."""
    own = tuple(a for a in actors_at(annotated, subjects(main)) if may_withhold(a, lexicon))
    awaited = {actor.side or actor.name for actor in asked}
    if own and not awaited & {actor.side or actor.name for actor in own}:
        return own
    return tuple(a for a in speakers_at(annotated, main.idx) if (a.side or a.name) not in awaited)


def may_withhold(actor: Actor, lexicon: Lexicon) -> bool:
    """Whether an actor has something to withhold: a party, or those who lend and give ("the creditors")."""
    last = actor.name.lower().split()[-1]
    return acts_for_itself(actor, lexicon) or last.removesuffix("s") in lexicon.words(TABLE, "lender")


def without(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "There can be no peace without guarantees", said by a party: what it makes a condition of."""
    things = [c for c in met.head.children if c.dep_ == "pobj" and c.pos_ in {"NOUN", "PROPN"}]
    main = met.head.head
    while main.pos_ == "NOUN" and main.head != main and main.head.pos_ in {"VERB", "AUX", "NOUN"}:
        main = main.head
    if not things or main.pos_ == "NOUN" or not _is_withheld(main, lexicon):
        return None
    if issue_at(annotated, whole_content(things[0], bare=False), lexicon) == "other":
        return None
    return Wanted((things[0],), withholders(annotated, main, (), lexicon))


GIVEN = frozenset({"dative", "dobj"})


def deadline(annotated: Annotated, met: Met, _lexicon: Lexicon) -> Wanted | None:
    """ "Gave Kenya ten days to leave the port", "gave them until Friday to sign": what a time is set for."""
    verb, doc = met.head, met.head.doc
    near = doc[verb.i + 1 : verb.right_edge.i + 1]
    deeds = [t for t in near if t.tag_ == "VB" and any(c.tag_ == "TO" for c in t.children)]
    deed = next((t for t in deeds if t.dep_ in {"xcomp", "acl", "advcl", "relcl"}), None)
    if deed is None or not any(t.ent_type_ in {"DATE", "TIME"} for t in doc[verb.i + 1 : deed.i]):
        return None
    asked = [t for t in doc[verb.i + 1 : deed.i] if t.head == verb and t.dep_ in GIVEN and mention_at(annotated, t)]
    return (
        Wanted((deed,), parties_at(annotated, subjects(verb)), (asked[0], *asked[0].conjuncts), bare=True)
        if asked
        else None
    )


def bind(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "Made the loan conditional on tax reforms": what the subject binds it to."""
    things = [c for part in met.parts if part.pos_ == "ADP" for c in part.children if c.dep_ in {"pobj", "pcomp"}]
    by = tuple(a for a in actors_at(annotated, subjects(met.head)) if may_withhold(a, lexicon))
    if met.head.lemma_ in LINKING and things:  # "linked Kenya to the raid" asks for nothing
        vague = issue_at(annotated, whole_content(things[0], bare=False), lexicon) == "other"
        if vague or not objects(met.head) or actors_at(annotated, objects(met.head)):
            return None
    return Wanted((things[0],), by) if things else None


LINKING = frozenset({"tie", "link"})


def on_condition(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "Agreed to talks on condition that Kenya frees them"; not "spoke on condition of anonymity"."""
    clause = next((c for c in met.parts[-1].children if c.dep_ in {"acl", "ccomp", "relcl"}), None)
    doers = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}] if clause is not None else []
    if clause is None or not doers or doers[0].lower_ in OWN:
        return None
    main = met.head
    while main.head != main and main.pos_ not in {"VERB", "AUX"}:
        main = main.head
    if main.lemma_.lower() in {"speak", "talk", "say", "tell"}:
        return None  # "spoke on condition that he not be named"
    asked = parties_at(annotated, (doers[0], *doers[0].conjuncts))
    joined = (c for c in clause.conjuncts if c.i > clause.i and any(g.dep_ in SUBJECTS for g in c.children))
    by = withholders(annotated, main, asked, lexicon)
    return Wanted((clause, *joined), by, (doers[0], *doers[0].conjuncts))
