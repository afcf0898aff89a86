"""How a forecast is found in an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from dragoman.annotate.clauses import clause_span, is_passive
from dragoman.annotate.evidence import cite
from dragoman.annotate.phrases import is_question
from dragoman.annotate.standing import standing
from dragoman.annotate.voices import overlaps
from dragoman.kinds.asserted import is_told_besides
from dragoman.kinds.attending import contact_words
from dragoman.kinds.concrete import is_concrete
from dragoman.kinds.encounters import Encounter, find_encounters
from dragoman.kinds.feared import feared_things
from dragoman.kinds.foreseen import clause_words, window_in, with_subject
from dragoman.kinds.future_words import TABLE, future_words
from dragoman.kinds.futures import Future, find_futures
from dragoman.kinds.nearing import near_things
from dragoman.kinds.parrying import parried_verbs
from dragoman.kinds.promises import find_promises
from dragoman.kinds.roused import is_thing
from dragoman.kinds.senses import is_other_sense
from dragoman.kinds.truces import expected_truce
from dragoman.kinds.turned import is_advised_against, is_denied
from dragoman.kinds.undecided import foreseer
from dragoman.kinds.undone import was_only_planned
from dragoman.kinds.voice import is_of_nobody, is_quoted, voices_at
from dragoman.lexicon import Lexicon, Row
from dragoman.types import Annotated, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token
from dragoman.kinds.forecast import Confidence, Expected, Forecast


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Forecast]:
    """Every forecast that the article asserts: clauses about the future, things expected, and bleak outlooks."""
    told = find_encounters(annotated, lexicon)
    taken = [promise.content for promise in find_promises(annotated, lexicon)]
    idle = parried_verbs(annotated, lexicon)
    futures = (f for f in find_futures(annotated, lexicon) if f.sort in {"forecast", "threat"} and f.verb.i not in idle)
    clauses = [
        (f.row, f.span, f.verb, with_subject(f.root, f.span))
        for f in futures
        if not was_only_planned(f.verb, lexicon) and _tells(annotated, f, lexicon)
    ]
    things = (*_expected_things(annotated, lexicon), *_likely(annotated, lexicon), *_outlooks(annotated, lexicon))
    things = (*things, *feared_things(annotated, lexicon), *near_things(annotated, lexicon))
    alone = ((row, span, head, span) for row, span, head in things)
    for row, span, head, words in (*clauses, *alone):
        speaker = foreseer(annotated, head)
        speaker = None if is_thing(speaker, lexicon) or _is_glossed(annotated, row, head) else speaker
        if words is None or any(overlaps(span, other) for other in taken) or is_of_nobody(speaker, lexicon):
            continue  # a promise, or what is already told as a clause, isn't told again
        outcome = cite(annotated.article, words)
        yield Forecast(
            article=annotated.article.id,
            evidence=(outcome,),
            rule=row.id,
            speaker=speaker,
            outcome=outcome.quote,
            window=window_in(annotated, span, head),
            confidence=cast(Confidence, row.means),
            expects=expected(annotated, head, told, lexicon),
        )
        taken.append(span)


def _is_glossed(annotated: Annotated, row: Row, verb: Token) -> bool:
    """ "It would be raised at the talks, which resume in May, she said": told besides, and not by her."""
    return row.id == TIMETABLE and is_told_besides(verb) and not is_quoted(annotated, verb.idx)


HOPING = "forecast.hope_to"
TIMETABLE = "forecast.timetable"


def _tells(annotated: Annotated, future: Future, lexicon: Lexicon) -> bool:
    """Whether what is foreseen is told: a bare "will" or "may" without a day needs a matter that can come about."""
    hopes = future.row.id == HOPING
    if (future.row.pos != "modal" and not hopes) or window_in(annotated, future.span, future.verb) is not None:
        return True
    first = future.verb.idx if hopes else future.span.start  # "hopes to please" tells nothing, whoever hopes it
    return is_concrete(annotated, Span(first, max(first + 1, future.span.end)), lexicon)


def _expected_things(annotated: Annotated, lexicon: Lexicon) -> Iterator[tuple[Row, Span, Token]]:
    """ "expects a deal by Friday": a thing of the negotiation, or a dated one, that somebody awaits."""
    words = future_words(lexicon)
    fates = lexicon.words(TABLE, "befalling")
    things = lexicon.words(TABLE, "agreement") | frozenset(contact_words(lexicon).nouns) | fates
    for token in standing(annotated.doc, words.object):
        row = words.object.get(token.lemma_.lower()) if token.pos_ == "VERB" else None
        if row is None or is_advised_against(token) or is_question(token):
            continue
        passive = is_passive(token)
        if passive and not _is_awaited(annotated, token):
            continue
        row = words.above["doubt"] if is_denied(token) else row
        feared = row.id == words.of["fear"].id
        for thing in (c for c in token.children if c.dep_ == ("nsubjpass" if passive else "dobj")):
            span = clause_words(token) if passive else clause_span(thing)
            named = thing.lemma_.lower() in (fates if feared else things | OUTCOMES if passive else things)
            if named or (not feared and not passive and window_in(annotated, span, thing)):
                yield words.above["doubt"] if passive and _is_none(thing) else row, span, thing


OUTCOMES = frozenset({"progress", "announcement", "decision", "result", "verdict", "ruling", "statement", "change"})


def _is_awaited(annotated: Annotated, verb: Token) -> bool:
    """ "A deal is expected", told as what is or in somebody's words, with no deed behind it ("is expected to fail")."""
    helping = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children) or any(
        c.tag_ == "MD" or c.lower_ == "been" for c in helping
    ):
        return False
    told = any(c.tag_ in {"VBZ", "VBP"} for c in helping)
    return verb.lemma_ != "doubt" and (told or (bool(helping) and bool(voices_at(annotated, verb.idx))))


def _is_none(thing: Token) -> bool:
    """ "No deal", "little progress"."""
    return any(c.lower_ in {"no", "little", "few", "hardly"} for c in thing.lefts)


def _likely(annotated: Annotated, lexicon: Lexicon) -> Iterator[tuple[Row, Span, Token]]:
    """ "A deal is likely by May", "talks look unlikely this year": a thing of the negotiation and how likely it is."""
    words = future_words(lexicon)
    rows = words.frame
    things = lexicon.words("kinds/future_words", "agreement") | frozenset(contact_words(lexicon).nouns) | TRUCES
    for token in standing(annotated.doc, LIKELY):
        is_said = token.dep_ == "acomp" and token.head.lemma_ in LINKING
        past = token.head.tag_ not in {"VBZ", "VBP"}
        is_said = is_said and (not past or bool(voices_at(annotated, token.idx)))
        if not is_said or any(c.dep_ in {"xcomp", "ccomp", "neg"} for c in (*token.children, *token.head.children)):
            continue
        subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
        if subject is not None and subject.lemma_.lower() in things:
            yield rows.get(token.lemma_.lower(), words.above["possible"]), clause_span(token.head), subject


LIKELY = frozenset({"likely", "unlikely", "doubtful", "improbable", "probable", "possible", "certain"})
LINKING = frozenset({"be", "look", "seem", "appear", "remain"})
TRUCES = frozenset({"truce", "ceasefire", "settlement", "breakthrough", "peace", "collapse", "escalation", "war"})


def _outlooks(annotated: Annotated, lexicon: Lexicon) -> Iterator[tuple[Row, Span, Token]]:
    """ "Chances for peace talks look dim", "hard to see a truce": what the chances are of, said to be small."""
    rows = [row for row in lexicon.rows("kinds/forecast") if row.pos == "outlook"]
    phrases = [(row, phrase.split(" ")) for row in rows for phrase in row.words]
    for token in standing(annotated.doc, {words[0] for _, words in phrases}):
        for row, words in phrases:
            if token.lemma_.lower() == words[0] and set(words[1:]) <= _around(token):
                of = [c for c in token.children if c.dep_ in {"prep", "acl", "xcomp"} and c.i > token.i]
                of = [c for c in of if c.dep_ != "prep" or c.lower_ in {"for", "of", "in"}]  # not "from the outset"
                things = [g for c in of for g in c.children if g.dep_ in {"pobj", "dobj"}]
                named = [thing for thing in things if thing.pos_ != "PRON"]
                yield row, clause_span(named[0] if named else token.head), token
                break


def _around(token: Token) -> set[str]:
    near = [
        *token.children,
        *([token.head, *token.head.children] if token.dep_ in {"nsubj", "attr", "dobj", "acomp"} else []),
    ]
    return {t.lemma_.lower() for t in near}


# ---- what would make it come true ------------------------------------------------------------------------------------


def expected(annotated: Annotated, head: Token, told: tuple[Encounter, ...], lexicon: Lexicon) -> Expected | None:
    """What kind of record would make a clause about the future come true; None when the clause names no such event.

    `head` is the clause's verb, or the noun of a thing that is awaited. Only what the clause itself says will take
    place counts ("talks will resume", "will sign a deal"), not what it mentions ("will visit the site of the talks").
    A contact that is told in these words has its mode and parties; else nobody is named.
    """
    head = _aimed_at(annotated, head) or head
    if truce := expected_truce(annotated, head, lexicon):
        return truce
    contacts = contact_words(lexicon)
    around = {row.means: frozenset(row.words) for row in lexicon.rows("kinds/future_words")}
    for token in _core(head, around["occurs"]):
        lemma = token.lemma_.lower()
        table = contacts.nouns if token.pos_ == "NOUN" else contacts.verbs
        if lemma in table and not is_other_sense(token):
            here = next((e for e in told if e.span.start <= token.idx < e.span.end), None)
            if here is not None:
                return Expected("contact", here.mode, here.participants)
            if table[lemma].id != RECEIVING:
                return Expected("contact", table[lemma].means)
        kind = next((kind for kind in ("agreement", "response") if lemma in around[kind]), None)
        if kind:
            return Expected(kind)
    return None


RECEIVING = "contact.host"
"""Verbs that tell a contact only of somebody who is received: "will receive aid" tells of none."""


def _aimed_at(annotated: Annotated, verb: Token) -> Token | None:
    """ "The truce can hold so that talks can begin on Friday": what it is for, which has the days; else None."""
    aims = [c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i and {"so", "that"} <= _marks(c)]
    return next((aim for aim in aims if any(overlaps(t.span, clause_span(aim)) for t in annotated.times)), None)


def _marks(clause: Token) -> set[str]:
    return {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"}}


def _core(head: Token, occurs: frozenset[str]) -> list[Token]:
    """The verb, and what it takes as subject or object where it only says that this takes place; a noun by itself."""
    if head.pos_ != "VERB" and head.lemma_ != "be":
        return [head]
    if head.lemma_.lower() not in occurs:
        return [head]
    return [head, *(c for c in head.children if c.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and c.pos_ == "NOUN")]
