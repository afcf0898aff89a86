"""Frames of asking: what a verb or noun of data/kinds/demand.toml asks, of whom, by its own grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.clauses import is_passive, mention_at, objects, prepositional, subjects
from dragoman.annotate.joined import antecedent
from dragoman.kinds.answerers import reported
from dragoman.kinds.frames import (
    Met,
    acts_for_itself,
    clause_words,
    is_somebody,
    own_words,
    parties_at,
    people_at,
    speakers_at,
    trimmed,
)
from dragoman.kinds.fronted import INSISTING, shown_behind, things_before
from dragoman.kinds.papers import issuers_of
from dragoman.kinds.required import groups_at, is_budget
from dragoman.kinds.terms import issue_at
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE = "kinds/demand"
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
LINKS = frozenset({"that", "to", "because", "and", "but", "so"})
TIMES = frozenset({"DATE", "TIME", "CARDINAL"})
AWAY = frozenset({"back", "forward", "ahead", "out", "off"})
DESCRIBING = frozenset({"acl", "advcl"})
"""How a participle hangs on whom it describes: "Kenya, pressured by Chad to sign"."""
COMPLEMENTS = frozenset({"xcomp", "ccomp", "acl", "advcl"})


class Wanted(Struct, frozen=True):
    """What a frame found at a row: the heads of what is asked, those who ask and those asked."""

    contents: tuple[Token, ...]
    by: tuple[Actor, ...]
    of: tuple[Token, ...] = ()
    bare: bool = False
    """Whether the asked one stands before the content and is no part of it ("urged Kenya to sign")."""
    apart: bool = False
    """Whether each of several joined contents is one of its own, whatever it is about ("if A stops and B leaves")."""


# ---- what is asked, as words -----------------------------------------------------------------------------------------


def content_part(head: Token, *, bare: bool) -> Span:
    """The words of one of several joined contents, the others left off; `bare` leaves its subject off."""
    aside = frozenset({"conj", "cc", *(SUBJECTS if bare else ())})
    first, last = own_words(head, aside)
    return _without_to(head, first, last)


def whole_content(head: Token, *, bare: bool) -> Span:
    """The words of a content and what is joined to it; `bare` leaves its subject off."""
    first, last = own_words(head, SUBJECTS if bare else frozenset())
    if head.dep_ in {"pobj", "dobj", "nsubj"} and last < head.sent.end - 1 and head.doc[last].tag_ == "TO":
        purpose = head.doc[last].head  # "pressed for talks to take place in Oslo"
        verb = head.head.head if head.dep_ == "pobj" else head.head
        if purpose.tag_ == "VB" and verb in (purpose, purpose.head):
            last = purpose.right_edge.i + 1
    glosses = (c for c in head.rights if c.dep_ == "appos" and _is_gloss(c))
    last = min(last, *(c.left_edge.i - 1 for c in glosses), head.sent.end)
    return _without_to(head, first, last)


def _without_to(head: Token, first: int, last: int) -> Span:
    first, last = max(first, head.sent.start, _after_clauses(head)), min(last, head.sent.end)
    while first < head.i and (head.doc[first].is_space or _is_link(head.doc[first]) or _is_only_when(head.doc[first])):
        first += 1
    return trimmed(head.doc, first, last)


def _is_link(token: Token) -> bool:
    """Whether a word only leads over to what is asked; not the "that" of "that bridge"."""
    pointing = (token.dep_ == "det" or token.tag_ == "DT") and token.i > 0
    return token.lower_ in LINKS and (not pointing or token.nbor(-1).pos_ == "ADJ")  # "vital that free passage be ..."


def _is_only_when(token: Token) -> bool:
    """Whether a word opens "only when the troops leave"."""
    opening = token.lower_ if token.lower_ != "only" or token.is_sent_end else token.nbor().lower_
    return opening in {"when", "once"}


def _after_clauses(head: Token) -> int:
    """Where the clause of `head` itself begins: "if Kenya wants peace, it must sign" asks for what is after "if"."""
    starts = [c.left_edge.i for c in head.lefts if c.dep_ in SUBJECTS]
    bound = [c for c in head.lefts if c.dep_ == "advcl" and any(g.dep_ in {"mark", "advmod"} for g in c.lefts)]
    before = [c for c in bound if c.i < min(starts, default=head.i)]
    return max((c.right_edge.i + 1 for c in before), default=0)


# ---- verbs and nouns -------------------------------------------------------------------------------------------------


def order(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "urged the parties to sign", "called on Kenya to sign": what follows "to" is asked of the object."""
    clause = clause_below(met)
    if (
        clause is None
        or clause.tag_ not in {"VB", "VBP"}
        or any(c.tag_ == "MD" or c.lower_ == "that" for c in clause.lefts)
    ):
        return None
    if met.row.id == "demand.request" and clause.lemma_.lower() in lexicon.words("kinds/asked", "answering"):
        return None  # "asked to comment": a question
    asked = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i > met.head.i]
    asked = asked or objects(met.head) or prepositional(met.head, ("on", "upon", "to", "with"))
    bare = met.head.tag_ == "VBN" and any(c.dep_ == "agent" for c in met.head.children)
    passive = is_passive(met.head) or (bare and met.head.dep_ in DESCRIBING)
    asked = _told_to(met.head) if passive else [t for t in asked if met.head.i < t.i < clause.i]
    if not asked and met.row.id != "demand.request":
        return None
    everybody = tuple(t for a in asked for t in (a, *a.conjuncts))
    if asked and _is_thing(asked[0]) and not any(is_somebody(annotated, t) for t in everybody):
        return Wanted((asked[0],), askers(annotated, met.head))  # "urged more dialogue to settle it"
    return Wanted((clause,), askers(annotated, met.head), everybody, bare=True)


def tell(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "Told Kenya to sign", "pushed both sides to talk": of a party alone; "told reporters to wait" asks nobody."""
    wanted = order(annotated, met, lexicon)
    away = any(c.dep_ == "prt" or c.lower_ in AWAY for c in met.head.children)  # "pushed the talks back to May"
    if wanted is None or not wanted.bare or away:
        return None
    told = parties_at(annotated, wanted.of) or groups_at(annotated, wanted.of)
    return wanted if any(acts_for_itself(actor, lexicon) for actor in told) else None


def _told_to(verb: Token) -> list[Token]:
    """ "Kenya was urged to sign", "Kenya, pressured by Chad to sign, left": who suffers the asking."""
    own = [antecedent(c) for c in verb.children if c.dep_ == "nsubjpass"]
    if not own and verb.dep_ == "acl":
        own = [verb.head]
    if not own and verb.dep_ == "advcl" and verb.tag_ == "VBN":
        own = [c for c in verb.head.children if c.dep_ in SUBJECTS]
    return [t for o in own for t in (o, *o.conjuncts)]


def _is_thing(asked: Token) -> bool:
    """Whether a word after "urged" is itself what is asked for: "more pressure", not "the whole world"."""
    named = asked.nbor().pos_ == "PROPN"  # "president Ana Torv"
    return asked.tag_ == "NN" and asked.dep_ != "pobj" and not named and not any(c.dep_ == "det" for c in asked.lefts)


def thing(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "demanded a truce", "called for a truce": the object is asked; "that" or "to" clauses as well."""
    if before := things_before(met.head, met.parts):
        return _asked_before(annotated, met, before, lexicon)
    below = [c for part in met.parts for c in part.children if c.i > met.head.i]
    if len(met.parts) > 1 and any(c.dep_ == "pobj" and c.ent_type_ in TIMES for c in met.parts[1].children):
        return None  # "insisted on Monday that it wanted a truce"
    things = [c for c in below if c.dep_ in {"dobj", "pobj"} and c.pos_ != "PRON" and c.ent_type_ not in TIMES]
    if met.parts[-1].pos_ == "NOUN":  # "sought guarantees of a truce"
        things += prepositional(met.parts[-1], ("of", "for"))
    clauses = [c for c in below if c.dep_ in {"pcomp", "ccomp"}]
    things = things or [c for c in clauses if c.lemma_ != "be" or c.tag_ in {"VB", "VBG"}]
    things = sorted((t for t in things if t not in met.parts), key=lambda t: t.i)
    if not things and met.parts[-1].pos_ == "NOUN":  # "sought security guarantees from Kenya"
        things = [t for t in met.parts[-1:] if any(c.dep_ in {"compound", "amod"} for c in t.lefts)]
    split = len(met.parts) > 1 and any(t.i < met.parts[1].i and not is_somebody(annotated, t) for t in things)
    if not things or split:  # "called an election for May" isn't "called for"
        return None
    thing = things[0]
    if is_budget(met.head, thing):
        return None
    if task := _task_after(thing):
        return Wanted((task,), askers(annotated, met.head), (thing, *thing.conjuncts), bare=True)
    clause = clause_below(met) or next((c for c in thing.children if c.dep_ in {"acl", "relcl"}), None)
    if clause is not None and is_somebody(annotated, thing) and thing.i < clause.i and clause.tag_ == "VB":
        return Wanted((clause,), askers(annotated, met.head), (thing, *thing.conjuncts), bare=True)
    mention = mention_at(annotated, thing)
    if mention is not None and mention.form == "name" and mention.head == thing.i and len(things) == 1:
        return None  # "called on Monday for the group, which ..., to act": the parser lost what is asked
    of = prepositional(met.head, ("from", "of")) or prepositional(thing, ("from", "by"))
    doers = [c for c in thing.children if c.dep_ in {"nsubj"}] if thing.pos_ == "VERB" else []
    contents = tuple(listed(t) for t in things if t == thing or (t.dep_ in {thing.dep_, "dobj"} and not _is_gloss(t)))
    return Wanted(contents, askers(annotated, met.head), tuple(doers or of))


def _asked_before(annotated: Annotated, met: Met, things: list[Token], lexicon: Lexicon) -> Wanted | None:
    """ "A vote is demanded by Kenya": the vote; of what is only requested or urged so no more than its issue tells."""
    issue = issue_at(annotated, content_part(things[0], bare=False), lexicon)
    if issue == "other" and things[0].pos_ not in {"VERB", "AUX"} and met.head.lemma_ not in INSISTING:
        return None
    return Wanted((things[0],), askers(annotated, met.head))


def for_clause(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "Called for Kenya to free them", "for the port to be opened", where the parser takes "for" into the clause."""
    below = [c for c in met.head.children if c.dep_ in COMPLEMENTS and c.i > met.head.i]
    below = [c for c in below if any(g.tag_ == "TO" for g in c.lefts)]
    deed = next((c for c in below if any(g.dep_ == "mark" and g.lower_ == "for" for g in c.lefts)), None)
    doers = [c for c in deed.lefts if c.dep_ in SUBJECTS] if deed is not None else []
    if deed is None or not doers:
        return None
    everybody = tuple(t for d in doers for t in (d, *d.conjuncts))
    bare = any(is_somebody(annotated, t) for t in everybody) and not is_passive(deed)
    return Wanted((deed,), askers(annotated, met.head), everybody if not is_passive(deed) else (), bare=bare)


def _is_gloss(thing: Token) -> bool:
    """ "Pressed for access - terms set out in May": what a dash adds is no second thing that is asked."""
    first = thing.left_edge.i
    dash = thing.doc[first if thing.doc[first].is_punct else max(first - 1, 1)]
    return dash.text in {"-", "–", "—"} and bool(dash.nbor(-1).whitespace_)  # not that of "de-escalation"


def _task_after(thing: Token) -> Token | None:
    """ "called for the group, which ..., to act": the verb after ", to", wherever the parser hangs it."""
    aside = next(
        (c for c in thing.children if c.dep_ == "relcl" and c.i > thing.i and thing.doc[thing.i + 1].text == ","), None
    )
    if aside is None:
        return None
    for token in thing.doc[aside.i : thing.right_edge.i + 1]:
        if token.tag_ == "TO" and token.head.tag_ == "VB" and thing.doc[token.i - 1].text == ",":
            return token.head
    return None


def listed(thing: Token) -> Token:
    """ "steps including a truce": the truce, where the words before "including" say nothing of their own."""
    for preposition in thing.children:
        if preposition.lower_ in {"including", "include"}:
            return next((c for c in preposition.children if c.dep_ in {"pobj", "dobj"}), thing)
    return thing


def clause(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "demanded that Kenya sign", "insists Kenya sign": a clause that states what shall be, not what is."""
    clause = clause_below(met)
    if clause is None:
        return None
    doers = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
    modal = any(c.lemma_.lower() in lexicon.words(TABLE, "must") for c in clause.children if c.dep_ == "aux")
    suffered = any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in clause.children)  # "insists that they be freed"
    is_wish = (
        suffered or clause.tag_ in {"VB", "VBP"} or (bool(doers) and doers[0].tag_ == "NNP" and clause.tag_ == "VBZ")
    )
    finite = any(c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in clause.children)
    if not doers or modal or finite or not is_wish:
        return None  # "must" finds its own clause
    return Wanted((clause,), askers(annotated, met.head), tuple(doers))


def want(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "wants Kenya to sign", "wants a truce"; not "wants to sign", which is its own wish."""
    if shown := shown_behind(met.head):  # "what Kenya wants is a truce"
        return _asked_before(annotated, met, shown, lexicon)
    clause = clause_below(met)
    if clause is not None:
        doers = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
        own = bool(doers) and doers[0].lower_ in {"we", "i"}
        if own or (doers and clause.lemma_.lower() in lexicon.words(TABLE, "mind")):
            return None  # "the same that we want", "I want you to know"
        if not doers and clause.lemma_.lower() == "see":  # "would like to see a truce"
            return _seen(annotated, met, clause)
        # "wants troops deployed" keeps its troops, "wants the barriers to come down" its barriers
        bare = clause.tag_ == "VB" and all(is_somebody(annotated, token) or token.pos_ == "PROPN" for token in doers)
        if doers and any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in doers[0].lefts) and is_passive(clause):
            return None  # "wanted his words to be heard"
        alone, whole = (content_part(clause, bare=without) for without in (True, False))
        vague = issue_at(annotated, whole, lexicon) == "other"
        if vague and clause.lemma_ == "be" and not parties_at(annotated, doers):
            return None  # "wants the feast to be a sign for all"
        if not bare and alone.end - alone.start == len(clause) and vague:
            return None  # "wants the war to continue"
        beside = [c for c in met.head.children if c.dep_ == "dobj" and c.pos_ == "NOUN" and c.i < clause.i]
        if any(c.dep_ == "mark" and c.lower_ == "for" for c in clause.lefts):
            return Wanted((*beside[:1], clause), askers(annotated, met.head), tuple(doers), bare=bare)
        return Wanted((clause,), askers(annotated, met.head), tuple(doers), bare=bare) if doers else None
    things = [c for c in met.head.children if c.dep_ == "dobj" and c.pos_ == "NOUN"]
    if not things or met.head.dep_ == "relcl":
        return None
    bare = not any(c.dep_ in {"amod", "prep", "acl", "relcl", "compound"} for c in things[0].children)
    issue = issue_at(annotated, content_part(things[0], bare=False), lexicon)
    sought = met.head.lemma_ == "seek" and issue == "process"  # "seeks a peaceful solution"
    if bare or issue == "other" or sought:
        return None  # "wants a deal" asks for nothing in particular
    return Wanted((things[0],), askers(annotated, met.head), tuple(prepositional(met.head, ("from",))))


def need_of(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "We need Kenya to open the border": of a party alone; "we need more time" asks for nothing.

    "Sanctions are needed", in somebody's words, asks for them where they are of an issue.
    """
    if met.head.tag_ == "VBN":
        return _needed(annotated, met.head, lexicon)
    clause = clause_below(met)
    doers = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}] if clause is not None else []
    if clause is None or clause.tag_ != "VB" or not parties_at(annotated, doers):
        return None
    return Wanted((clause,), askers(annotated, met.head), tuple(doers), bare=True)


def _needed(annotated: Annotated, verb: Token, lexicon: Lexicon) -> Wanted | None:
    """ "Immediate sanctions are needed": what a speaker calls for; not what was needed once, nor for a purpose."""
    things = [c for c in verb.children if c.dep_ == "nsubjpass" and c.pos_ == "NOUN"]
    now = any(c.dep_ == "auxpass" and c.tag_ in {"VBZ", "VBP"} for c in verb.children)
    if not things or not now or any(c.dep_ in {"xcomp", "advcl"} for c in verb.children):
        return None
    if issue_at(annotated, whole_content(things[0], bare=False), lexicon) == "other":
        return None
    return Wanted((things[0],), speakers_at(annotated, verb.idx))


def _seen(annotated: Annotated, met: Met, clause: Token) -> Wanted | None:
    things = [c for c in clause.children if c.dep_ in {"dobj", "ccomp"} and c.pos_ in {"NOUN", "VERB"}]
    of = [c for thing in things[:1] for c in thing.children if c.dep_ in {"nsubj", "nsubjpass"}]
    of = of or prepositional(clause, ("from",))
    return Wanted((things[0],), askers(annotated, met.head), tuple(of)) if things else None


def oppose(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "objected to the inclusion of rebels": what a party won't have; the verb belongs to the content."""
    below = [c for part in met.parts for c in part.children if c.i > met.head.i]
    if not any(c.dep_ in {"dobj", "pobj", "pcomp", "xcomp"} and c.pos_ in {"NOUN", "VERB"} for c in below):
        return None
    whole = clause_words(met.head)
    if met.head.tag_ == "VB" and any(c.tag_ == "TO" for c in met.head.children):
        return None  # "will muster its friends to oppose it"
    by = askers(annotated, met.head)
    answered = any(t.lemma_.lower() in lexicon.words("kinds/offer_words", "plan") for t in below)
    if answered or issue_at(annotated, whole, lexicon) == "other":
        return None  # what opposes a plan is a response to it
    things = [t for t in below if t.dep_ in {"dobj", "pobj"}]
    doers = [c for thing in things for c in prepositional(thing, ("by",))]
    return Wanted((met.head,), by, tuple(doers), bare=True)


def clause_below(met: Met) -> Token | None:
    """The clause that is asked for: the first complement after the verb."""
    below = [c for part in met.parts for c in part.children if c.dep_ in COMPLEMENTS and c.i > met.head.i]
    below = [c for c in below if c.dep_ != "advcl" or any(g.lower_ == "to" for g in c.children)]
    return min(below, key=lambda c: c.i, default=None)


def _governing(verb: Token) -> Token:
    """ "Said that Kenya must sign, and asked for help", "its right to defend itself and called for it": "said".

    The parser joins a past to the infinitive before it, whose subject is another's.
    """
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or any(c.dep_ in SUBJECTS for c in verb.children):
        return verb
    if verb.head.tag_ != "VB" or verb.head.pos_ != "VERB":
        return verb
    told = (t for t in verb.ancestors if t.tag_ in {"VBD", "VBZ"} and any(c.dep_ == "nsubj" for c in t.children))
    return next(told, verb)


def askers(annotated: Annotated, verb: Token) -> tuple[Actor, ...]:
    """Those who are the verb's subject, or others who are heard to say it ("from claiming it is so and demanding")."""
    doers = subjects(_governing(verb))
    said = next((a for a in annotated.speech if a.source and any(c.start <= verb.idx < c.end for c in a.cue)), None)
    source = said.source[0] if said is not None and verb.tag_ == "VBG" else None
    words = annotated.doc.char_span(source.start, source.end, alignment_mode="expand") if source else None
    others = words is not None and all(not source.start <= t.idx < source.end for t in doers) if source else False
    heard = people_at(annotated, [words.root, *words.root.conjuncts]) if others and words is not None else ()
    return heard or people_at(annotated, doers) or issuers_of(annotated, doers) or _lost_askers(annotated, verb)


def _lost_askers(annotated: Annotated, verb: Token) -> tuple[Actor, ...]:
    """Those who ask where the parser lost them: "Torv called on them", taken for a Torv who is called, and the like.

    "A day after Kenya sent a note, demanding it" has the subject of the verb before it.
    """
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        through = any(c.lower_ in {"on", "upon", "to"} and c.dep_ == "prep" for c in verb.children)
        return people_at(annotated, [verb.head]) if through and not any(c.dep_ == "prt" for c in verb.children) else ()
    if verb.dep_ != "advcl" or verb.tag_ != "VBG":
        return reported(annotated, verb)
    before = (t for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.tag_ in {"VBD", "VBZ", "VBP"})
    told = next((t for t in before if t.pos_ == "VERB"), None)
    return parties_at(annotated, subjects(told)) if told is not None else ()
