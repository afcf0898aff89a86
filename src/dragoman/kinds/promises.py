"""Where the text tells of a promise: verbs and nouns of promising, and "we will" of the speaker's own side."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dragoman.annotate.bylines import issuers
from dragoman.annotate.clauses import (
    actors_at,
    clause_span,
    is_first_person,
    is_passive,
    one_actor,
    prepositional,
    subjects,
)
from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.annotate.held import times_over
from dragoman.annotate.kept import kept
from dragoman.annotate.status import event_status
from dragoman.annotate.voices import overlaps
from dragoman.kinds.cues import Cue, CueTable, cue_table, find_cues
from dragoman.kinds.deeds import is_of_nothing
from dragoman.kinds.encounters import find_encounters
from dragoman.kinds.extraposed import agents, put_before, put_behind
from dragoman.kinds.foreseen import clause_words
from dragoman.kinds.frames import has_lost_subject, is_both
from dragoman.kinds.future_words import future_words
from dragoman.kinds.futures import find_futures, is_of_signers
from dragoman.kinds.intents import intended
from dragoman.kinds.negotiators import those_at_talks
from dragoman.kinds.pairs import is_anybody, parties_of_several
from dragoman.kinds.parrying import parried_verbs
from dragoman.kinds.promised import is_only_if, with_thing, without_aside
from dragoman.kinds.quoting import whole_quotes
from dragoman.kinds.truces_given import truce_given, with_length
from dragoman.kinds.unpromised import is_askers_own, is_empty, is_nobodys, is_only_asked
from dragoman.kinds.voice import voice_at
from dragoman.lexicon import Lexicon, Row
from dragoman.types import Actor, Annotated, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

SHORTEST = 5
STANDING_READY = "stand ready"
OF_STATE = frozenset({"compound", "amod", "nmod"})
UNFINISHED = frozenset({"the", "a", "an", "of", "our", "their", "because", "that"})
"""Last words of a clause that was broken off."""
ASKED = frozenset({"must", "should", "could", "may", "might", "can"})
SUPPOSED = frozenset({"if", "unless", "whether", "until"})

OUTCOMES = frozenset({"kept", "broken"})
"""What a text can say became of a promise; the other rows of `kinds/pledge_words` lend words to other questions."""


class Promise(Struct, frozen=True):
    """One telling of a promise: the row, who promises, what, and the words that tell it."""

    row: Row
    by: Actor
    content: Span
    told: Span
    head: Token


@kept()
def find_promises(annotated: Annotated, lexicon: Lexicon) -> tuple[Promise, ...]:
    """Every telling of a promise, in the order of the text, first those with a word of promising."""
    return tuple(_promises(annotated, lexicon))


@cache
def _cues(lexicon: Lexicon) -> CueTable:
    return cue_table(row for row in lexicon.rows("kinds/pledge") if row.pos != "modal")


def _promises(annotated: Annotated, lexicon: Lexicon) -> Iterator[Promise]:
    named: list[Promise] = []
    for cue in find_cues(annotated.doc, _cues(lexicon)):
        promise = _promise(annotated, cue, lexicon)
        if promise is not None and all(not overlaps(promise.content, known.content) for known in named):
            named.append(promise)
    yield from named
    own = next(row for row in lexicon.rows("kinds/pledge") if row.pos == "modal")
    for future in find_futures(annotated, lexicon):
        if (
            future.sort != "pledge"
            or _is_short(annotated, future.span)
            or future.verb.lemma_.lower() in lexicon.words("kinds/pledge_words", "answer")
            or is_of_nothing(future.verb)
            or is_empty(future.verb)
            or is_only_if(future.verb)
            or is_askers_own(annotated, future.root)
            or future.verb.i in parried_verbs(annotated, lexicon)
            or any(overlaps(future.span, known.content) for known in named)
        ):
            continue
        who = subjects(future.root)
        signed = is_of_signers(annotated, who, future.speaker)
        actor = future.speaker or _together(issuers(annotated) if signed else actors_at(annotated, who))
        if actor is not None:
            span = without_aside(future.verb, future.span)
            yield Promise(own, actor, span, span, future.verb)


def _is_short(annotated: Annotated, span: Span) -> bool:
    """ "we'll update", "we'll do that in the": too few words to hold anybody to."""
    words = annotated.article.text[span.start : span.end].split()
    return len(words) < SHORTEST or words[-1].lower() in UNFINISHED


def _sides(annotated: Annotated, who: list[Token], lexicon: Lexicon) -> tuple[Actor, ...]:
    """ "Both sides", "our nations": those who issue the text together, who talked, else those last named."""
    if len(together := issuers(annotated)) > 1:
        return together
    talked = those_at_talks(annotated, who[0], find_encounters(annotated, lexicon))
    return talked or parties_of_several(annotated, who, lexicon)


def _promise(annotated: Annotated, cue: Cue, lexicon: Lexicon) -> Promise | None:
    """The promise that a word of promising tells; None where it promises nothing or is only asked for."""
    head = annotated.doc[cue.first]
    if cue.row.means == "intent":
        told = intended(annotated, head, lexicon)
        return Promise(cue.row, told[0], told[1], told[3], told[2]) if told is not None else None
    if any(c.lower_ in ASKED or (c.dep_ == "mark" and c.lower_ in SUPPOSED) for c in head.children):
        return None
    if not _is_given(head, cue) or has_lost_subject(head) or _is_recalled(head) or is_only_asked(head):
        return None
    of_truce = cue.row.means == "truce"
    content = truce_given(head, lexicon) if of_truce else _content(head, annotated.doc[cue.last], cue.row)
    if (
        content is None
        or (cue.row.means == "intention" and not _is_shown(head, content, lexicon))
        or (cue.row.means == "assurance" and not _is_assured(head, content))
        or ((cue.row.means == "commitment" or content.dep_ == "pobj") and not _is_deed(content, lexicon))
        or content.pos_ == "PRON"
        or any(c.tag_ in {"WP", "WDT"} and c.dep_ != "mark" for c in content.children)
    ):
        return None
    if _is_harm_or_process(content, cue.row, lexicon) or _is_bare_doing(content):
        return None
    if cue.words == STANDING_READY and content.lemma_.lower() in lexicon.words("kinds/pledge_words", "offer"):
        return None  # "stood ready to rejoin the talks": an answer
    if cue.row.id == "pledge.promise" and head.lemma_ == "undertake" and content.dep_ == "dobj":
        return None  # "is undertaking this trip"
    who, by = _who_promises(annotated, head, cue.row, content, lexicon)
    if by is None:
        return None
    span = clause_words(content) if content.dep_ == "ccomp" else clause_span(content)
    span = with_length(head, content) if of_truce else span
    span = without_aside(content, with_thing(annotated, head, content, span) if content.head == head else span)
    if head.pos_ == "NOUN":  # "our commitment towards Kenya to pay": the parser takes Kenya for who pays
        infinitive = next((c.idx for c in content.children if c.tag_ == "TO" and c.idx > head.idx), span.start)
        span = Span(max(span.start, infinitive), span.end)
    span = whole_quotes(annotated.article.text, span)
    start = min([head.idx, span.start, *(t.left_edge.idx for t in who if t.sent == head.sent)])
    return Promise(cue.row, by, span, Span(start, max(span.end, head.idx + len(head))), content)


GIVING = frozenset({"give", "offer", "provide", "make", "repeat", "renew"})
"""What is done with an assurance by the one who gives it."""


def _is_assured(noun: Token, deed: Token) -> bool:
    """ "Gave assurances that it would pay"; not "wants assurances", "a loan guarantee of a million"."""
    return noun.dep_ == "dobj" and noun.head.lemma_ in GIVING and deed.pos_ in {"VERB", "AUX"}


def _is_shown(noun: Token, deed: Token, lexicon: Lexicon) -> bool:
    """ "Voiced its intention to rebuild": one's own, said aloud, to do something that is neither harm nor a meeting."""
    words = future_words(lexicon)
    ours = noun.head.lemma_ == "be" and any(c.dep_ == "poss" and is_first_person(c) for c in noun.lefts)
    shown = ours or noun.dep_ == "dobj" and noun.head.lemma_.lower() in lexicon.words("kinds/response", "show")
    return shown and deed.pos_ == "VERB" and deed.lemma_.lower() not in words.harm | words.meeting | words.idle


BINDING = frozenset({"by", "within", "until", "before"})
"""Roles of times that make of what several agreed on something that is due: "agreed to seek a truce within a week"."""


def _is_bare_doing(content: Token) -> bool:
    """ "As they've agreed to do": what, the words don't name."""
    return content.lemma_ == "do" and all(c.dep_ in {"aux", "punct"} or c.lower_ == "so" for c in content.children)


def _is_due(annotated: Annotated, content: Token) -> bool:
    """Whether what is agreed among several has a deadline, by which it can be judged whether they kept it."""
    published = annotated.article.published
    times = times_over(annotated, clause_span(content))
    ends = (time.window.end for time in times if time.role in BINDING and time.window is not None)
    return published is not None and any(end is not None and end > published for end in ends)


def _is_several(annotated: Annotated, token: Token, lexicon: Lexicon) -> bool:
    """ "Both presidents", "Kenyan and Ugandan negotiators", "the delegations", "we", "they"."""
    if len(parties_of_several(annotated, [token], lexicon)) > 1:
        return True
    return is_both(token) or _is_of_two(token) or _is_of_many(token, lexicon) or token.lower_ in {"we", "they"}


def _is_of_many(token: Token, lexicon: Lexicon) -> bool:
    """ "The delegations agreed": among themselves."""
    many = lexicon.words("kinds/agreement", "many")
    return token.tag_ in {"NNS", "NNPS"} and token.lemma_.lower().removesuffix("s") in many


def _is_of_two(token: Token) -> bool:
    """ "Kenyan and Ugandan negotiators"."""
    return any(t.dep_ == "cc" for c in token.lefts for t in c.subtree)


def _together(actors: tuple[Actor, ...]) -> Actor | None:
    """One actor for all who promise together; None for nobody."""
    if len(actors) < 2:
        return actors[0] if actors else None
    return Actor(" and ".join(actor.name for actor in actors), tuple(actor.name for actor in actors))


def _is_deed(content: Token, lexicon: Lexicon) -> bool:
    """Whether what somebody is committed to is something to do; "to the rule of law" binds nobody to a deed."""
    if content.pos_ in {"VERB", "AUX"} or any(t.ent_type_ == "MONEY" for t in content.subtree):
        return True
    return any(t.lemma_.lower() in lexicon.words("kinds/pledge_words", "deed") for t in (content, *content.conjuncts))


def _is_given(head: Token, cue: Cue) -> bool:
    """Whether the promise was made; "stands ready" is one, although "ready" alone is only an offer."""
    if head.tag_ == "VB" and any(c.lower_ == "to" for c in head.children):  # "urged them to commit to a truce"
        return False
    status = event_status(head).value
    if cue.row.means == "intention":
        return status in {"held", "ongoing", "expected", "planned"}
    return status in {"held", "ongoing"} or (status == "proposed" and cue.words == STANDING_READY)


def _who_promises(
    annotated: Annotated, head: Token, row: Row, content: Token, lexicon: Lexicon
) -> tuple[list[Token], Actor | None]:
    """The words for who promises, and who it is; no actor where nobody could be held to it, or several only agreed."""
    owned = any(child.dep_ == "poss" for child in head.lefts) or (head.dep_ == "nsubjpass" and bool(agents(head)))
    who = _own_subject(content) if head.pos_ == "NOUN" and not owned else []  # not "Kenya's, that Chad will get it"
    who = who or _promisers(head, lexicon)
    by = (one_actor(annotated, who[0]) or _state_named(annotated, who[0])) if who else None
    if by is not None and is_anybody(by):
        by = _together(_sides(annotated, who, lexicon)) or by
    if by is None or is_nobodys(by):
        return who, None
    if row.means == "truce" and _are_several(annotated, head, who, lexicon):
        return who, None
    if row.means == "consent" and _are_several(annotated, head, who, lexicon) and not _is_due(annotated, content):
        return who, None
    if len(who) > 1 or is_first_person(who[0]):  # "we" of a statement of several are all of them
        speaker = voice_at(annotated, head.idx) if is_first_person(who[0]) and not issuers(annotated) else None
        by = speaker if speaker and speaker.kind == "person" else _together(actors_at(annotated, who)) or by
    return who, by


def _state_named(annotated: Annotated, word: Token) -> Actor | None:
    """ "The Kenyan promise": Kenya, which no mention is."""
    known = load_gazetteer().at(annotated.article.text, word.idx) if word.dep_ in OF_STATE else None
    return Actor(known.name, (), known.side, None, known.kind) if known is not None else None


def _are_several(annotated: Annotated, head: Token, who: list[Token], lexicon: Lexicon) -> bool:
    """ "Both agreed", "agreed with Kenya to pay", "we agreed": what several agree to is an agreement."""
    with_others = actors_at(annotated, prepositional(head, ("with",)))
    return bool(with_others) or len(who) > 1 or any(_is_several(annotated, t, lexicon) for t in who)


def _promisers(head: Token, lexicon: Lexicon) -> list[Token]:
    """The subject of the verb; for a noun its owner, else the subject of the verb beside it or above it."""
    if head.pos_ != "NOUN":
        return [] if is_passive(head) and head.lemma_ != "commit" else _subjects_of_state(head)
    owners = [t for child in head.lefts if child.dep_ == "poss" for t in (child, *child.conjuncts)]
    owners = owners or [c for c in head.lefts if c.dep_ in OF_STATE and c.ent_type_ in {"GPE", "NORP"}]
    if owners:
        return owners  # "Kenya's promise", "the Kenyan promise"
    beside = [t for child in head.children if child.dep_ == "relcl" for t in subjects(child)]
    above = head.head
    while above.pos_ not in {"VERB", "AUX"} and above.head != above:
        above = above.head
    givers = beside or prepositional(head, ("by", "from")) or (agents(head) if head.dep_ == "nsubjpass" else [])
    if givers or head.dep_ != "dobj" or above.lemma_.lower() in lexicon.words("kinds/pledge_words", "others"):
        return givers
    return subjects(above)


def _own_subject(content: Token) -> list[Token]:
    """ "heard the promise that Kenya will pay": of whom the promise itself says that it will act."""
    return subjects(content) if any(c.dep_ == "nsubj" for c in content.children) and _has_modal(content) else []


def _subjects_of_state(head: Token) -> list[Token]:
    """ "is committed to": parsed as a passive or as a state, its subject is who has committed itself."""
    verb = head.head if head.dep_ == "acomp" else head
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return [t for token in own for t in (token, *token.conjuncts)] if is_passive(verb) else subjects(verb)


def _content(head: Token, last: Token, row: Row) -> Token | None:
    """The head of what a noun or a verb of promising says is promised."""
    if head.pos_ == "NOUN":
        return _of_noun(head) or put_behind(head)
    return (put_before(head) if row.means == "promise" else None) or _of_verb(head, last, row)


def _of_verb(verb: Token, last: Token, row: Row) -> Token | None:
    """The head of what is promised: a clause, an object; after "commit" what "to" governs."""
    for head in (verb, last):
        for child in head.children:
            if child.dep_ in {"xcomp", "ccomp"} and child.i > verb.i:
                if row.means == "consent" and child.dep_ == "ccomp":
                    return None
                return child if child.dep_ == "xcomp" or _has_modal(child) else None
            if row.means == "commitment" and child.dep_ == "prep" and child.lower_ == "to":
                sums = (c for c in verb.children if c.dep_ == "dobj" and any(t.ent_type_ == "MONEY" for t in c.subtree))
                return next(chain(sums, (c for c in child.children if c.dep_ in {"pobj", "pcomp"})), None)
    if row.means != "promise":
        return None
    return next((c for c in verb.children if c.dep_ == "dobj"), None)


def _of_noun(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ in {"acl", "ccomp"} and child.tag_ == "VB":
            return child
        if child.dep_ == "prep" and child.lower_ in {"to", "of"}:  # "commitment to peace" binds nobody to a deed
            return next((c for c in child.children if c.dep_ in {"pcomp", "pobj"} or c.tag_ == "VBG"), None)
        if child.dep_ == "relcl":
            return next((c for c in child.children if c.dep_ == "xcomp"), None)
    return None


def _has_modal(verb: Token) -> bool:
    return any(c.tag_ == "MD" for c in verb.children)


def _is_recalled(noun: Token) -> bool:
    """ "Reminded Kenya of its promise to pay": what somebody else recalls is not promised now."""
    told = next((t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"}), noun)
    return noun.dep_ == "pobj" and noun.head.lower_ in {"of", "about"} and told.lemma_ == "remind"


def _is_harm_or_process(content: Token, row: Row, lexicon: Lexicon) -> bool:
    """Harm is a threat; consent to a meeting is a contact or a response; neither is a pledge."""
    lemma = content.lemma_.lower()
    forsworn = any(c.dep_ == "neg" for c in content.children)  # "promised not to attack"
    if content.pos_ == "VERB" and lemma in future_words(lexicon).harm and not forsworn:
        return True
    takes_part = lemma == "take" and any(c.lemma_ == "part" for c in content.children)
    return row.means == "consent" and (takes_part or lemma in lexicon.words("kinds/pledge_words", "process"))


@cache
def _outcomes(lexicon: Lexicon) -> CueTable:
    rows = lexicon.rows("kinds/pledge_words")
    return cue_table(replace(row, pos="") for row in rows if row.means in OUTCOMES)


@kept()
def _told_outcomes(annotated: Annotated, lexicon: Lexicon) -> tuple[Cue, ...]:
    """Where the text tells what became of something, in its order."""
    return tuple(find_cues(annotated.doc, _outcomes(lexicon)))


UNMET = frozenset({"unable", "fail", "refuse", "struggle", "never", "not", "n't", "n’t", "without"})
"""Words above or below "keep the promise" that say it wasn't kept."""


def _is_unmet(word: Token) -> bool:
    """ "unable to fulfil this promise", "has not kept its word"."""
    near = [word, *word.children, word.head, *word.head.children]
    return any(token.lower_ in UNMET or token.lemma_.lower() in UNMET for token in near if token.i < word.i)


def outcome_after(annotated: Annotated, promise: Promise, lexicon: Lexicon) -> tuple[str, Span | None]:
    """What the text says became of a promise, in its own sentence or the next: kept, broken or open, and the words."""
    sentences = list(annotated.sentences)
    here = next((n for n, s in enumerate(sentences) if s.span.start <= promise.head.idx < s.span.end), None)
    if here is None:
        return "open", None
    window = sentences[here : here + 2]
    for cue in _told_outcomes(annotated, lexicon):
        first = annotated.doc[cue.first]
        if promise.head.i < first.i < window[-1].last:
            sentence = next(s for s in window if s.first <= first.i < s.last)
            became = "broken" if _is_unmet(first) else cue.row.means
            return became, sentence.span if sentence is not window[0] else None
    return "open", None
