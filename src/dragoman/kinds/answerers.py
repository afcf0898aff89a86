"""Who answers an offer, and who tells that they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, prepositional, subjects
from dragoman.annotate.headed import PARTS
from dragoman.annotate.sides import OPPOSITION
from dragoman.annotate.voices import author
from dragoman.kinds.frames import Met, attributions_at, is_both, is_party, parties_at, speakers_at
from dragoman.kinds.refusing import blamed
from dragoman.kinds.repliers import repliers, weighers
from dragoman.kinds.response import ToldAs
from dragoman.kinds.wielding import actors_of, owners
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE, ATTEND = "kinds/response", "response.attend"
WINNING = frozenset({"win", "receive", "get", "gain", "secure", "earn", "draw", "garner", "obtain", "attract"})
"""What an offer does with support: the support "of" somebody is theirs."""
TOLD_BY_SPEAKER = frozenset({"none", "out", "under", "fixed"})
"""Meanings of rows whose verb has no party for a subject: "there will be no talks"."""
AHEAD = frozenset({"will", "would", "wo", "ca", "can", "could", "may", "might", "shall", "'ll", "’ll"})


def answerers(annotated: Annotated, met: Met, lexicon: Lexicon) -> tuple[Actor, ...]:
    """Who answers: the subject, past an adjective its verb's; "by X" of a passive or a participle."""
    head = met.head
    if met.row.means.startswith(("verdict", "worthy")):
        return _judges(annotated, head, lexicon)
    if (head.pos_ == "ADJ" or head.dep_ == "acomp") and head.head.pos_ in {"AUX", "VERB"}:
        head = head.head
    if met.row.means.partition(":")[0] in TOLD_BY_SPEAKER:
        return speakers_at(annotated, head.idx)
    if met.row.means.startswith("for"):
        return actors_at(annotated, subjects(head.head.head))
    if met.row.means.startswith("unanswered"):
        return repliers(annotated, head)
    if head.pos_ == "NOUN" and met.row.means != "ready":
        prepositions = (
            ("by", "from", "of")
            if prepositional(head, ("for", "to")) or head.head.lemma_ in WINNING
            else ("by", "from")
        )
        return tuple(a for t in owners(annotated, head, prepositions) for a in actors_of(annotated, t))
    if head.pos_ == "NOUN":
        own = [c for c in head.children if c.dep_ == "poss"]
        return actors_at(annotated, own or subjects(head.head))
    if (guilty := blamed(head)) is not None:
        return actors_at(annotated, guilty)
    if met.row.means.startswith("stall") and (weighing := weighers(annotated, head)):
        return weighing
    agents = [c for by in head.children if by.dep_ == "agent" for c in by.children if c.dep_ == "pobj"]
    who = [t for a in agents for t in (a, *a.conjuncts)] or subjects(head)
    if any(_is_people(token) or is_both(token) for token in who) or _is_polled(annotated, head):
        return ()
    if met.row.id == ATTEND and author(annotated) and not speakers_at(annotated, head.idx) and not _is_hedged(head):
        return ()  # an office tells of its own minister's plans
    found = actors_at(annotated, who) or actors_at(annotated, _explained(who)) or reported(annotated, head)
    named = any(actor.side for actor in found)
    return found if named else _own_land(annotated, head, who, lexicon) or found


def _judges(annotated: Annotated, head: Token, lexicon: Lexicon) -> tuple[Actor, ...]:
    """ "Unacceptable to Kenya", "for Kenya it is a trap", "called it a trap": Kenya, else who says so."""
    said = speakers_at(annotated, head.idx)
    seen_by = parties_at(annotated, prepositional(head.head.head, ("for",))) if head.dep_ == "pobj" else ()
    seen_by = seen_by or (parties_at(annotated, prepositional(head, ("to", "for"))) if head.pos_ == "ADJ" else ())
    judge = head.head if head.head.lemma_.lower() in lexicon.words(TABLE, "judge") else None
    return seen_by or said or (actors_at(annotated, subjects(judge)) if judge else ())


def _explained(who: list[Token]) -> list[Token]:
    """ "Kenya, the other lake state, which boycotted it": of the words beside a name, the name."""
    return [t.head for t in who if t.dep_ == "appos"]


def reported(annotated: Annotated, verb: Token) -> tuple[Actor, ...]:
    """ "Kenya said the war went on and rejected the plan": Kenya, where the parser joins the verb to what is said."""
    if verb.dep_ != "conj" or verb.head.dep_ != "ccomp" or any(c.dep_ in SUBJECTS for c in verb.children):
        return ()
    told = verb.head.head
    same = {told.tag_, *(c.tag_ for c in told.children if c.dep_ == "aux")} & {verb.tag_, "VBD", "VBZ"}
    return actors_at(annotated, subjects(told)) if same and told.pos_ == "VERB" else ()


SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
ANY = frozenset({"all", "most", "many", "some", "few"})


def _is_people(token: Token) -> bool:
    """ "All Kenyans", "half of them": people, and no party."""
    counted = token.tag_ == "NNPS" and any(c.lower_ in ANY for c in token.lefts)
    return counted or token.lemma_.lower() in PARTS


def _own_land(annotated: Annotated, head: Token, who: list[Token], lexicon: Lexicon) -> tuple[Actor, ...]:
    """ "Kenya's president said that the republic rejected it": the state of the one who says so."""
    if len(who) != 1 or who[0].lemma_.lower() not in lexicon.words(TABLE, "land") or _is_another(who[0]):
        return ()
    sides = {actor.side for actor in speakers_at(annotated, head.idx)}
    side = next(iter(sides)) if len(sides) == 1 else None
    return (Actor(side, (), side, None, "state"),) if side else ()


def _is_another(noun: Token) -> bool:
    """ "A country", "another government", "the rebel government": not the speaker's own."""
    before = [c for c in noun.lefts if c.dep_ in {"det", "amod", "compound", "nmod", "poss"}]
    own = {"the", "his", "her", "its", "their", "our", "my"}
    return not any(c.lower_ in own for c in before) or any(c.dep_ == "compound" for c in before)


def _is_hedged(verb: Token) -> bool:
    """ "Will not come", "would come": more than a plan."""
    return any(c.dep_ == "neg" or c.lower_ in AHEAD - {"will", "shall"} for c in verb.children)


def _is_polled(annotated: Annotated, head: Token) -> bool:
    """ "54 percent of Kenyans told the institute they reject it": those who were asked are no party."""
    said = next((a for a in attributions_at(annotated, head.idx) if a.source), None)
    span = said.source[0] if said is not None else None
    words = annotated.doc.char_span(span.start, span.end, alignment_mode="expand") if span else None
    return words is not None and any(t.lemma_.lower() in PARTS for t in (words.root, *words.root.children))


def spoken_for(annotated: Annotated, head: Token, by: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "A rebel official said the delegation might come": the one who answers for a group that has no name."""
    said = speakers_at(annotated, head.idx)
    loose = len(by) == 1 and by[0].side is not None and by[0].kind != "state" and by[0].name.islower()
    loose = loose or (len(by) == 1 and (by[0].side or "").endswith(OPPOSITION) and by[0].name == by[0].side)
    return said if loose and len(said) == 1 and said[0].side == by[0].side else by


def teller(annotated: Annotated, head: Token, by: tuple[Actor, ...], lexicon: Lexicon) -> Actor | None:
    """The one who says so, where that is somebody of another side than those who answer.

    A minister of whom the text doesn't say whose is most often theirs.
    """
    said = speakers_at(annotated, head.idx)
    sides = {a.side or a.name for a in by}
    if len(said) != 1 or (said[0].side or said[0].name) in sides or _is_of_unknown(said[0], lexicon):
        return None
    return said[0]


def _is_of_unknown(actor: Actor, lexicon: Lexicon) -> bool:
    roles = set((actor.role or "").split())
    return actor.kind == "person" and actor.side is None and bool(roles & lexicon.words("actors/roles", "deals"))


def told_as(annotated: Annotated, head: Token, by: tuple[Actor, ...], lexicon: Lexicon) -> ToldAs:
    """Who characterises the answer: the party itself, another party, a mediator, or the reporter alone."""
    said = speakers_at(annotated, head.idx) or tuple(filter(None, (author(annotated),)))
    if not said:
        return "reporter"
    if {a.side or a.name for a in by} & {a.side or a.name for a in said}:
        return "party"
    mediates = lexicon.words("actors/roles", "mediates")
    if any(set((a.role or "").split()) & mediates for a in said):
        return "mediator"
    return "counterpart" if any(is_party(a) for a in said) else "reporter"
