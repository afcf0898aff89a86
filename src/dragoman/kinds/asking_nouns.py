"""Nouns of asking: "stressed the need for a truce", "its demands for an amnesty", "pressure on Kenya to sign"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional, subjects
from dragoman.kinds.asking import TABLE, Wanted, askers, listed, whole_content
from dragoman.kinds.frames import Met, is_party, parties_at, people_at, speakers_at
from dragoman.kinds.required import are_circumstances, is_own_task, is_suffered, told_after
from dragoman.kinds.terms import issue_at
from dragoman.kinds.wielding import actors_of
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token


SAID_OF = frozenset({"on", "about", "of", "to", "upon"})
"""Prepositions between a verb of speech and the need that it is of: "agreed on the need"."""


def stressed(met: Met, lexicon: Lexicon) -> Met | None:
    """ "Discussed the crisis and the need for a truce": the verb that speaks of a need, with its noun; None without."""
    noun = met.head
    first = noun
    while first.dep_ == "conj" and first.head.pos_ in {"NOUN", "PROPN"}:
        first = first.head
    beside = first.dep_ == "conj" and first.head.pos_ == "VERB" and first.i > first.head.i
    through = first.dep_ == "pobj" and first.head.lower_ in SAID_OF
    verb = first.head.head if through else first.head
    is_object = through or beside or first.dep_ in {"dobj", "nsubjpass"}
    if not is_object or verb.pos_ != "VERB" or verb.lemma_.lower() not in lexicon.words(TABLE, "stress"):
        return None
    return Met(verb, met.row, (verb, noun))


def need(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "stressed the need for a truce", "reaffirmed the importance of freeing the hostages"."""
    noun = met.parts[-1]
    if any(c.tag_ == "MD" for c in met.head.children):  # "will underscore the need": not said yet
        return None
    if any(t.lower_ in {"that", "this", "it", "which", "what"} for t in subjects(met.head)):
        return None  # "that only underscores the need"
    below = [g for c in noun.children if c.dep_ == "prep" for g in c.children if g.dep_ in {"pobj", "pcomp"}]
    below = below or [c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.tag_ == "VB"]
    if not below or below[0].pos_ == "PROPN" or below[0].lemma_.lower() in lexicon.words(TABLE, "bond"):
        return None
    doers = [c for c in below[0].children if c.dep_ == "nsubj"] or prepositional(met.head, ("to",))
    by = askers(annotated, met.head)
    issue = issue_at(annotated, whole_content(below[0], bare=False), lexicon)
    valued = is_own_task(below[0], issue) or _is_only_valued(met.head, below[0], by, is_vague=issue == "other")
    if noun.lemma_ == "importance" and valued:
        return None
    if met.head.lemma_ in TALKING and issue == "other" and below[0].pos_ != "VERB":
        return None  # "discussed the need for new ideas"
    return Wanted((below[0],), by, tuple(doers))


TALKING = frozenset({"discuss", "raise", "address", "speak", "talk", "note", "agree", "consider", "review"})
"""Verbs by which a need is only spoken of."""


def _is_only_valued(verb: Token, thing: Token, by: tuple[Actor, ...], *, is_vague: bool) -> bool:
    """ "Both stressed the importance of close ties", "she affirmed the importance of trade": asked of nobody."""
    together = len({actor.side or actor.name for actor in by}) > 1
    affirmed = verb.lemma_ in {"affirm", "reaffirm"}
    return (together and (is_vague or affirmed)) or (affirmed and thing.dep_ == "pobj")


def noun(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "its demands for an amnesty", "set out conditions for a truce"."""
    noun = met.head
    is_asked = met.row.id == "demand.demand_noun"
    below = _for_what(noun)
    by = _owners(annotated, noun)
    if met.row.id == "demand.condition" and (stated := _as_condition(annotated, noun, lexicon)) is not None:
        return stated[0]
    whole = _quantity(noun)
    verb = whole.head
    is_set = whole.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in lexicon.words(TABLE, "set")
    is_bare = not by and all(c.lower_ in {"the", "for"} for c in noun.children)
    is_purpose = "VB" in {verb.tag_, verb.head.tag_ if verb.dep_ == "conj" else ""}
    if is_asked and noun.lemma_ == "call" and not by and not below:
        return None  # "issued a readout of the call"
    if (is_set and is_purpose and is_bare) or are_circumstances(noun) or _is_given_up(whole, lexicon):
        return None  # "work to set the conditions for peace": to bring them about
    if by and (clause := _that_clause(noun)) is not None:
        doers = () if is_suffered(clause, lexicon.words(TABLE, "lot")) else clause.lefts
        return Wanted((clause,), by, tuple(c for c in doers if c.dep_ in {"nsubj", "nsubjpass"}))
    if by and (told := _told_behind(noun) or _told_before(noun)):  # "the rebels' demands include a truce"
        return Wanted(tuple(told), by, _doers(told))
    if by and is_asked and (task := _task_for(annotated, noun)) is not None:
        return Wanted((task[0],), by, task[1], bare=True)
    beside = prepositional(verb, ("for",)) if is_set else []
    if is_asked and beside and beside[0].i > noun.i:  # the parser hangs "for an amnesty" on the verb
        return Wanted((listed(beside[0]),), by or askers(annotated, verb))
    if told := told_after(noun):  # "repeated its demands, which include a truce"
        return Wanted(tuple(told), by or askers(annotated, verb)) if is_set else None
    if is_set and not (is_asked and (below or noun.lemma_ in MOVES)):  # not "made a surprise push into the town"
        return Wanted((whole,), by or askers(annotated, verb))
    by = by or (askers(annotated, verb) if is_set else ())
    if by and below and is_asked:
        return Wanted((listed(below[0]),), by)
    return None


def _is_given_up(noun: Token, lexicon: Lexicon) -> bool:
    """ "Dropped its demand for a truce", "the condition was waived": asked no more."""
    verb = noun.head
    if noun.dep_ not in {"dobj", "nsubjpass"} or any(c.dep_ == "neg" for c in verb.children):
        return False
    particles = (c.lower_ for c in verb.children if c.dep_ == "prt")
    given_up = lexicon.words("kinds/asked", "given up")
    return verb.lemma_.lower() in given_up or any(f"{verb.lemma_.lower()} {part}" in given_up for part in particles)


def _for_what(noun: Token) -> list[Token]:
    """ "For an amnesty" behind a noun of asking, "on an amnesty" behind "insistence"; "to free them"."""
    before = {"for", "on"} if noun.lemma_ == "insistence" else {"for"}
    below = [g for c in noun.children if c.lower_ in before for g in c.children if g.dep_ in {"pobj", "pcomp"}]
    below = [t for t in below if noun.lemma_ != "insistence" or t.pos_ != "PROPN"]
    return below + [c for c in noun.children if c.dep_ == "acl" and any(g.tag_ == "TO" for g in c.children)]


def _owners(annotated: Annotated, noun: Token) -> tuple[Actor, ...]:
    """Whose a demand is: "its demands", "a call by Kenya", "calls from Kenya and its allies", "Kenyan demands"."""
    own = [t for c in noun.children if c.dep_ == "poss" for t in (c, *c.conjuncts)]
    own = own or prepositional(noun, ("by", "from"))
    if not own and noun.lemma_ in HELD:  # "the main demands of the rebels"
        own = [t for t in prepositional(noun, ("of",)) if people_at(annotated, [t])]
    if not own and noun.dep_ == "nsubj" and noun.head.lemma_ == "come":  # "calls for a vote came from Kenya"
        own = prepositional(noun.head, ("from",))
    named = own or [c for c in noun.lefts if c.dep_ in {"amod", "compound", "nmod"}]
    if own:
        return people_at(annotated, own)
    return tuple(a for t in named for a in actors_of(annotated, t) if is_party(a))


MOVES = frozenset({"call", "push", "campaign"})
"""Nouns that ask for something only where it is told for what."""
HELD = frozenset({"demand", "condition", "precondition", "request", "requirement"})
"""Nouns that may be somebody's by "of"; "the call of duty" is none."""


def _that_clause(noun: Token) -> Token | None:
    """ "Its demand that Kenya withdraw", "its condition that they be freed": what shall be, in the bare form."""
    clauses = [c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"} and c.i > noun.i]
    clause = next((c for c in clauses if any(g.dep_ == "mark" and g.lower_ == "that" for g in c.lefts)), None)
    if clause is None or not any(c.dep_ in {"nsubj", "nsubjpass"} for c in clause.lefts):
        return None
    forms = [clause, *(c for c in clause.children if c.dep_ in {"aux", "auxpass"})]
    is_told = any(t.tag_ in {"VBD", "VBZ"} for t in forms)
    wished = any(t.tag_ in {"VB", "VBP"} or t.lower_ in {"should", "must"} for t in forms)
    return clause if wished and not is_told else None


def _told_behind(noun: Token) -> list[Token]:
    """ "Its demands include a truce", "its conditions are a truce and a vote": what they are."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "among" and verb.head.lemma_ == "be":  # "among its demands is a truce"
        return [c for c in verb.head.children if c.i > verb.i and c.dep_ in {"nsubj", "attr"} and c.pos_ == "NOUN"][:1]
    if noun.dep_ != "nsubj" or verb.lemma_ not in {"include", "be"}:
        return []
    if any(c.dep_ == "neg" for c in verb.children):
        return []
    shall = [c for c in verb.children if c.i > verb.i and c.dep_ == "ccomp" and _is_to_be(c)]
    if shall and verb.lemma_ == "be":  # "its main demand is that Kenya withdraw"
        return shall[:1]
    told = [c for c in verb.children if c.i > verb.i and c.dep_ in {"dobj", "attr", "xcomp"}]
    return [c for c in told if c.pos_ in {"NOUN", "PROPN", "VERB"} and c.tag_ not in {"VBN", "VBD"}][:1]


def _doers(told: list[Token]) -> tuple[Token, ...]:
    """Who shall do what a clause tells; a pronoun may stand for one's own people."""
    clauses = (clause for clause in told if clause.pos_ == "VERB")
    return tuple(c for clause in clauses for c in clause.lefts if c.dep_ == "nsubj" and c.pos_ != "PRON")


def _as_condition(annotated: Annotated, noun: Token, lexicon: Lexicon) -> tuple[Wanted | None] | None:
    """ "A withdrawal is a condition", "made it a condition": what is one, in a tuple; None where nothing is told so."""
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        return (_first_thing(annotated, noun, lexicon),)
    made = _made_so(noun)
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    return (Wanted(made, askers(annotated, verb)),) if made else None


def _made_so(noun: Token) -> tuple[Token, ...]:
    """ "Set the release as a condition for talks", "made it a condition that they be freed": what is made one."""
    through = noun.dep_ == "pobj" and noun.head.lower_ == "as"
    verb = noun.head.head if through else noun.head
    if verb.lemma_ not in MAKING or verb.pos_ != "VERB" or (not through and noun.dep_ not in {"oprd", "ccomp", "dobj"}):
        return ()
    things = [t for t in objects(verb) if t != noun and t.pos_ == "NOUN"]
    return tuple(things[:1])


MAKING = frozenset({"make", "set", "name", "cite", "declare", "demand", "state", "put", "impose", "see", "regard"})


def _is_to_be(clause: Token) -> bool:
    """ "That Kenya withdraw", "that they be freed", "that it should go": what shall be, and not what is."""
    forms = [clause, *(c for c in clause.children if c.dep_ in {"aux", "auxpass"})]
    return any(t.tag_ in {"VB", "VBP"} or t.lower_ in {"should", "must"} for t in forms)


def _told_before(noun: Token) -> list[Token]:
    """ "A truce is one of the rebels' demands", "is a key demand of theirs": the truce."""
    whole = noun
    if noun.lemma_ not in {"demand", "condition", "precondition"}:
        return []
    if noun.dep_ == "pobj" and noun.head.lower_ in {"of", "among"}:
        whole = noun.head.head if noun.head.lower_ == "of" else noun.head
    verb = whole.head
    is_told = whole.dep_ == "attr" or (whole.lower_ == "among" and whole.dep_ == "prep")
    denied = any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children)
    if not is_told or verb.lemma_ not in {"be", "remain"} or denied:
        return []
    things = [c for c in verb.children if c.dep_ in {"nsubj", "csubj"} and c.i < verb.i]
    return [c for c in things if c.pos_ in {"NOUN", "VERB"}][:1]


def _task_for(annotated: Annotated, noun: Token) -> tuple[Token, tuple[Token, ...]] | None:
    """ "Calls from Kenya for Uganda to stop the raids": stopping them, and who shall; "on Kenya to stop" as well."""
    deeds = [c for c in noun.children if c.dep_ in {"acl", "advcl", "relcl", "xcomp"} and c.tag_ == "VB" and _has_to(c)]
    if not deeds or deeds[0].i < noun.i:
        return None
    own = [c for c in deeds[0].children if c.dep_ in {"nsubj", "nsubjpass"}]
    ahead = (t for t in noun.doc[noun.i + 1 : deeds[0].i] if t.lower_ in {"for", "on"} and t.dep_ == "prep")
    asked = own or [c for preposition in list(ahead)[-1:] for c in preposition.children if c.dep_ == "pobj"]
    everybody = tuple(t for a in asked for t in (a, *a.conjuncts))
    return (deeds[0], everybody) if parties_at(annotated, everybody) else None


def _has_to(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.lefts)


def pressure(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "Put pressure on Kenya to sign", "under pressure from Chad to sign", "pressure by Chad on Kenya to sign"."""
    noun = met.head
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in {"under", "to"} else noun.head
    near = [c for t in (noun, verb) for c in t.children if c.tag_ == "VB" and c.i > noun.i and _has_to(c)]
    deed = next((c for c in near if c.dep_ in {"acl", "advcl", "relcl", "xcomp"}), None)
    if deed is None:
        return None
    upon = [t for t in noun.doc[noun.i + 1 : deed.i] if t.lower_ in {"on", "upon"} and t.dep_ == "prep"]
    asked = [c for preposition in upon[:1] for c in preposition.children if c.dep_ == "pobj"]
    if noun.dep_ == "dobj" and any(c.lower_ in {"can", "could", "should", "must"} for c in verb.children):
        return None  # "how we can put pressure on Kenya to sign"
    by = _owners(annotated, noun)
    if not asked:  # "is under pressure from Chad to sign"
        asked = subjects(verb) if noun.head.lower_ == "under" or verb.lemma_ in {"face", "come"} else []
    elif noun.dep_ == "dobj" and not any(t.lower_ in {"it", "this", "that", "which"} for t in subjects(verb)):
        by = by or askers(annotated, verb)
    everybody = tuple(t for a in asked for t in (a, *a.conjuncts))
    return Wanted((deed,), by, everybody, bare=True) if everybody else None


def _first_thing(annotated: Annotated, noun: Token, lexicon: Lexicon) -> Wanted | None:
    """ "A withdrawal is a precondition for peace", in somebody's words: the withdrawal."""
    things = [c for c in noun.head.children if c.dep_ == "nsubj" and c.pos_ == "NOUN" and c.i < noun.i]
    negated = any(c.dep_ == "neg" or c.lower_ == "no" for t in (noun, noun.head) for c in t.children)
    if not things or negated or issue_at(annotated, whole_content(things[0], bare=False), lexicon) == "other":
        return None
    return Wanted((things[0],), speakers_at(annotated, noun.idx))


def _quantity(noun: Token) -> Token:
    """ "a series of conditions": the series."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        return noun.head.head
    return noun
