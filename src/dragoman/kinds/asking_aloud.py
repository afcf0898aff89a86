"""What a party asks by what it says: "must", "it is crucial that", "only if", a pointed question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.bylines import speaker_of_text
from dragoman.annotate.clauses import is_passive, subjects
from dragoman.annotate.phrases import is_question
from dragoman.annotate.voices import author, first_person_of
from dragoman.kinds.asking import SUBJECTS, TABLE, TIMES, Wanted, whole_content
from dragoman.kinds.disowned import is_of_others
from dragoman.kinds.frames import Met, attributions_at, clause_words, parties_at, speakers_at
from dragoman.kinds.required import is_for_anybody, is_judged, is_pointed_at, is_suffered, is_supposed
from dragoman.kinds.terms import issue_at
from dragoman.kinds.unasked import is_told_later
from dragoman.kinds.voice import TURN
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

UNDER = frozenset({"if", "whether", "unless"})
WORK = frozenset({"work", "effort", "progress", "time", "more", "much", "lot"})
"""What has to be done, spent or made by nobody in particular."""
NOBODY = frozenset({"we", "i", "who", "what", "which", "that"})
"""Subjects of "must" of which nothing is demanded: oneself, or a question."""


def those_who_say(annotated: Annotated, offset: int) -> tuple[Actor, ...]:
    """Those who say the words at `offset`; of an official text's own words its speaker, else those who issue it."""
    said = speakers_at(annotated, offset)
    if said or attributions_at(annotated, offset) or author(annotated) is None:
        return said
    own = speaker_of_text(annotated.article) or first_person_of(annotated, "we")
    return (own,) if own is not None else ()


def must(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "Kenya must sign", said by somebody else: the speaker asks it of the subject."""
    verb, subject = _bound_verb(met.head, lexicon)
    if verb is not None and (said := _said_of(annotated, verb, subject)) is not None:
        return said
    if verb is None or subject is None or subject.dep_ == "csubj" or subject.lower_ in NOBODY:
        return None
    if is_for_anybody(subject, verb) or is_pointed_at(subject) or is_supposed(met.head):
        return None
    if subject.lemma_.lower() in WORK or _is_to_be_known(met.head, verb, lexicon):  # "more work needs to be done"
        return None
    if met.head.dep_ == "aux" and subject.i > met.head.i:  # "should Kenya invade, ...": if it does
        return None
    forms = [c for c in verb.children if c.dep_ in {"aux", "neg", "mark"}]
    if met.head.lemma_ == "have" and any(c.lower_ == "yet" for c in met.head.children):
        return None  # "has yet to sign"
    supposed = any(c.lower_ in UNDER or c.lemma_ == "have" and c != met.head for c in forms)
    speakers = those_who_say(annotated, met.head.idx)
    supposed = supposed or _is_relative(met.head, verb, subject) or _is_not_meant(annotated, met.head, verb, subject)
    if supposed or not speakers or is_question(verb) or _is_to_asker(annotated, met.head, subject):
        return None
    asked = (subject, *subject.conjuncts)
    parties = parties_at(annotated, asked)
    if (
        parties == speakers
        or _is_offered(verb, lexicon)
        or (not parties and is_judged(verb, met.head))
        or (parties and not _is_reported(annotated, met.head) and any(c.lower_ == "would" for c in verb.children))
    ):
        return None
    if _is_to_readers(annotated, met.head, subject):
        return None
    named = parties or subject.lower_ == "you" or subject.lemma_.lower() in lexicon.words(TABLE, "noun")
    if not named and issue_at(annotated, whole_content(verb, bare=False), lexicon) == "other":
        return None
    bound = next((c for c in verb.children if c.dep_ == "xcomp"), verb)
    listed = _included(bound) if bound.lemma_.lower() == "include" and not parties else []
    of = () if is_suffered(verb, lexicon.words(TABLE, "lot")) else asked
    return Wanted(tuple(_spoken_of(thing) for thing in listed) or (verb,), speakers, of)


def _is_reported(annotated: Annotated, modal: Token) -> bool:
    """ "She said Kenya would have to leave": what she said was that it will have to."""
    said = attributions_at(annotated, modal.idx)
    return bool(said) and said[0].form == "indirect"


VERBAL = frozenset({"VERB", "AUX"})
INSISTING = frozenset({"say", "insist", "argue", "believe", "demand", "maintain", "stress", "think"})


def _said_of(annotated: Annotated, verb: Token, subject: Token | None) -> Wanted | None:
    """ "A campaign that Kenya says must go on", "Torv, who Chad insists must leave": who says so of whom."""
    told = verb.head
    is_such = subject is not None and subject.tag_ in {"WDT", "WP"} and verb.dep_ == "ccomp"
    if not is_such or told.dep_ != "relcl" or told.lemma_ not in INSISTING:
        return None
    by = parties_at(annotated, [c for c in told.lefts if c.dep_ == "nsubj"])
    return Wanted((verb,), by, (told.head,), bare=True) if by else None


def _is_to_readers(annotated: Annotated, modal: Token, subject: Token) -> bool:
    """An office's own words to its readers ("you must update it"), or of what will have to be."""
    is_such = subject.lower_ == "you" or any(c.lower_ == "will" for c in modal.children)
    return is_such and not speakers_at(annotated, modal.idx)


def _is_to_asker(annotated: Annotated, modal: Token, subject: Token) -> bool:
    """ "MS LUND: You have to ask them": in a transcript "you" is whoever asked."""
    said = attributions_at(annotated, modal.idx)
    return subject.lower_ == "you" and any(one.rule == TURN for one in said)


def _is_not_meant(annotated: Annotated, modal: Token, verb: Token, subject: Token) -> bool:
    """ "I don't think Kenya should leave", "it should be clear that it left", "it had to leave": not asked.

    A past that is reported ("she said that Kenya had to leave") may be asked; one in the speaker's own words is told.
    """
    above = verb.head if verb.dep_ == "ccomp" else verb
    denied = above != verb and any(c.dep_ == "neg" for c in above.children)
    about = subject.lower_ == "it" and any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    said = attributions_at(annotated, modal.idx) if modal.tag_ == "VBD" else []
    if is_told_later(annotated, modal) or is_of_others(modal, verb):
        return True
    return denied or about or bool(said and said[0].form == "direct")


ABOVE = 2
"""Verbs above "include" on which the parser hangs what is listed after it."""


def _included(verb: Token) -> list[Token]:
    """ "Said it has to include a vote, the release of all and aid": the things, some of which hang on verbs above."""
    above = [t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}][:ABOVE]
    things = [c for t in (verb, *above) for c in t.children if c.dep_ == "dobj" and c.i > verb.i]
    beside = [c for thing in things for c in thing.children if c.dep_ == "appos" and c.i > thing.i]
    return [*things, *beside]


def _is_to_be_known(modal: Token, verb: Token, lexicon: Lexicon) -> bool:
    """ "People need to understand it", "you would have to ask them", "may have to leave": asked of nobody."""
    done = next((c for c in verb.children if c.dep_ == "xcomp"), verb)
    helped = {c.lower_ for t in (modal, verb) for c in t.children if c.dep_ == "aux"}
    if done.lemma_.lower() in lexicon.words(TABLE, "mind") or helped & {"may", "might"}:
        return True
    if done.lemma_ == "have" and any(c.dep_ == "ccomp" for c in done.children):
        return True  # "needs to have its freedom restored": it is done to it
    you = any(c.lower_ == "you" for t in (modal, verb) for c in t.children)
    return you and (
        bool(helped & {"would", "'d", "’d"}) or done.lemma_.lower() in lexicon.words("kinds/asked", "asking")
    )


def _is_relative(modal: Token, verb: Token, subject: Token) -> bool:
    """ "What it needs to defend itself", "the steps that Kenya must take": nothing is asked by that."""
    before = subject.left_edge.i - 1
    is_after = before >= 0 and modal.doc[before].lower_ in {"what", "which", "who"}
    below = (*verb.children, *(g for c in verb.children if c.dep_ == "xcomp" for g in c.lefts))
    asking = any(c.tag_ in {"WP", "WDT", "WRB"} and c.dep_ != "mark" for c in below)
    return modal.dep_ == "relcl" or is_after or asking


def _is_offered(verb: Token, lexicon: Lexicon) -> bool:
    """ "proposed that Kenya should sign": a proposal."""
    return any(verb.head.lemma_.lower() in lexicon.words("kinds/proposal", frame) for frame in ("propose", "suggest"))


def _spoken_of(noun: Token) -> Token:
    """ "must include discussion of a vote": the vote."""
    of = [g for c in noun.children if c.lower_ == "of" for g in c.children if c.dep_ == "prep" and g.dep_ == "pobj"]
    return of[0] if of and noun.lemma_ in {"discussion", "debate", "talk"} else noun


def _bound_verb(modal: Token, lexicon: Lexicon) -> tuple[Token | None, Token | None]:
    """The verb that "must", "has to", "needs to" or "has a duty to" binds, and its subject.

    "The charge is grave and has to be looked into": the subject of the clause before, where "and" joins it.
    """
    is_helper = modal.dep_ == "aux" and modal.tag_ == "MD"
    if not is_helper and not _is_bound_to(modal, lexicon.words(TABLE, "duty")):
        return None, None
    verb = holder = modal.head if is_helper else modal
    own = [c for c in holder.children if c.dep_ in SUBJECTS]
    while not own and modal.lemma_ in BINDS and holder.dep_ == "conj" and holder.head.pos_ in VERBAL:
        holder = holder.head
        own = [c for c in holder.children if c.dep_ in SUBJECTS]
    return verb, own[0] if own else None


BINDS = frozenset({"must", "have"})
"""Words that bind so much that a subject may stand in the clause before."""


def _is_bound_to(verb: Token, duties: frozenset[str]) -> bool:
    """ "Has to sign", "needs to sign", "has a duty to sign"; `duties` are the nouns that bind."""
    held = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in duties]
    below = [c for c in verb.children if c.dep_ == "xcomp"] + [c for t in held for c in t.children if c.tag_ == "VB"]
    return any(g.lower_ == "to" for c in below for g in c.children)


def crucial(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "it is crucial that Kenya sign", "a truce is vital", in somebody's words."""
    above = met.head.head if met.head.dep_ in {"acomp", "attr"} else met.head
    clauses = [c for t in {met.head, above} for c in t.children if c.dep_ in {"ccomp", "xcomp"} and c != met.head]
    clauses = clauses or [c for c in above.children if c.dep_ == "advcl" and _is_for_to(c) and c.i > met.head.i]
    speakers = those_who_say(annotated, met.head.idx)
    if not clauses and met.row.id == "demand.crucial":
        return _thing_called_for(annotated, met.head, speakers, lexicon)
    if not clauses or not speakers:
        return None
    if clauses[0].lemma_.lower() in lexicon.words(TABLE, "mind"):
        return None  # "it is important that people understand"
    doers = [c for c in clauses[0].children if c.dep_ in {"nsubj", "nsubjpass"}]
    is_over = clauses[0].tag_ == "VBD" or any(c.tag_ == "VBD" for c in clauses[0].children if c.dep_ == "aux")
    return Wanted((clauses[0],), speakers, tuple(doers)) if doers and not is_over else None


def _is_for_to(clause: Token) -> bool:
    """ "Necessary for Kenya to leave", where the parser takes "for" into the clause."""
    return clause.tag_ == "VB" and any(c.dep_ == "mark" and c.lower_ == "for" for c in clause.lefts)


def _thing_called_for(
    annotated: Annotated, adjective: Token, speakers: tuple[Actor, ...], lexicon: Lexicon
) -> Wanted | None:
    """ "An immediate truce is vital": what has an issue of its own, called for in somebody's words."""
    verb = adjective.head
    things = [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN" and c.i < verb.i]
    if not things or adjective.dep_ != "acomp" or verb.lemma_ != "be" or not speakers:
        return None
    aside = any(c.dep_ in {"neg", "mark"} or c.tag_ == "MD" for c in verb.children if c.lower_ != "that")
    purposed = any(c.dep_ in {"prep", "advcl"} and c.i > adjective.i for t in (adjective, verb) for c in t.children)
    if aside or purposed or issue_at(annotated, whole_content(things[0], bare=False), lexicon) == "other":
        return None  # "the port is vital for trade"
    return Wanted((verb,), speakers)


def high_time(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "It is time for Kenya to leave", "the time has come for Kenya to leave", in somebody's words."""
    time, verb = met.head, met.head.head
    is_now = time.dep_ == "attr" and verb.lemma_ == "be" and any(c.lower_ == "it" for c in verb.lefts)
    is_now = is_now or (time.dep_ == "nsubj" and verb.lemma_ == "come")
    clause = next((c for c in time.rights if c.tag_ == "VB" and any(m.lower_ == "for" for m in c.lefts)), None)
    doers = [c for c in clause.lefts if c.dep_ in {"nsubj", "nsubjpass"}] if clause is not None else []
    speakers = those_who_say(annotated, time.idx)
    if clause is None or not is_now or not doers or not speakers or any(c.dep_ == "neg" for c in verb.children):
        return None
    return None if clause.lemma_.lower() in lexicon.words(TABLE, "mind") else Wanted((clause,), speakers, tuple(doers))


BINDING = frozenset({"if", "when", "once", "after"})


def only_if(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "could succeed only if Kenya left": the clause after "if" is the condition."""
    if (way := _only_way(annotated, met.head, lexicon)) is not None:
        return way
    near = [met.head.head, *met.head.head.children, *met.head.head.ancestors]
    bound = (t for t in near if t.dep_ == "advcl" and t.i > met.head.i)  # not "the truce, if it holds, is only a pause"
    clause = next((t for t in bound if any(c.lower_ in BINDING and c.i > met.head.i for c in t.children)), None)
    speakers = speakers_at(annotated, met.head.idx)
    main = clause.head if clause is not None else None
    if main == met.head.head and main is not None and not speakers and any(c.tag_ == "MD" for c in main.children):
        speakers = parties_at(annotated, subjects(main))  # "Kenya will only sign if Chad leaves"
    if clause is None or not speakers:
        return None
    doers = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if is_passive(clause) and any(c.pos_ == "PRON" for c in doers):  # "only if it is granted better terms"
        return Wanted((clause,), speakers)
    return None if any(c.lower_ in NOBODY for c in doers) else Wanted((clause,), speakers, tuple(doers))


def _only_way(annotated: Annotated, only: Token, lexicon: Lexicon) -> Wanted | None:
    """ "Could be reached only by freeing them", "only through a vote", in somebody's words: the way."""
    way = only.head
    if way.lower_ not in {"by", "through", "with", "after", "under", "via"} or way.dep_ != "prep":
        return None
    things = [c for c in way.children if c.dep_ in {"pcomp", "pobj"} and c.ent_type_ not in TIMES]
    ahead = way.head.pos_ in {"VERB", "AUX"} and any(c.tag_ == "MD" for c in way.head.children)
    if not things or not ahead or issue_at(annotated, whole_content(things[0], bare=False), lexicon) == "other":
        return None
    return Wanted((things[0],), speakers_at(annotated, only.idx))


ONE = frozenset({"only", "one", "sole"})


def only_way(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "The only way to end the war is a vote", "is to free them", in somebody's words: that it be gone."""
    way, verb = met.head, met.head.head
    is_one = any(c.lower_ in ONE for c in way.lefts) and way.dep_ == "nsubj" and verb.lemma_ == "be"
    shown = [c for c in verb.children if c.i > verb.i and c.dep_ in {"attr", "xcomp", "prep", "ccomp"}]
    aside = any(c.dep_ == "neg" or c.tag_ == "MD" or c.lower_ in UNDER for c in verb.children)
    if not is_one or not shown or aside or is_question(verb):
        return None
    if issue_at(annotated, clause_words(verb), lexicon) == "other":
        return None
    of = [t for c in way.children if c.lower_ in {"for", "to"} for t in c.children if c.dep_ == "prep"]
    return Wanted((verb,), those_who_say(annotated, way.idx), tuple(of))


def depend(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "peace depends on a withdrawal", in somebody's words."""
    things = [c for part in met.parts for c in part.children if c.dep_ in {"pobj", "pcomp"} and c not in met.parts]
    speakers = speakers_at(annotated, met.head.idx)
    if things and things[0].dep_ == "pcomp" and any(c.tag_ in {"WRB", "WP", "WDT"} for c in things[0].lefts):
        return None  # "depends on how the talks go": nothing is asked of anybody
    if (
        not things
        or met.head.lemma_ == "rest"
        and issue_at(annotated, whole_content(things[0], bare=False), lexicon) == "other"
    ):
        return None  # "our friendship rests on trust"
    return Wanted((things[0],), speakers, apart=things[0].dep_ == "pcomp") if speakers else None


def question(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "Who will watch it?", asked by a party: a condition put as a question (guidelines, convention 8)."""
    verb = met.head
    asked = [c for c in verb.children if c.tag_ in {"WP", "WRB"} and c.i < verb.i]
    ahead = any(c.dep_ == "aux" and c.lower_ in {"will", "would", "can"} for c in verb.children)
    present = verb.tag_ == "VBZ"
    if not asked or not (ahead or present) or not is_question(verb):
        return None
    speakers = speakers_at(annotated, verb.idx)
    return Wanted((verb,), speakers) if verb.dep_ in {"ROOT", "ccomp", "conj"} and speakers else None
