"""How a non_answer is found in an article."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, is_first_person, objects, subjects, when_of
from dragoman.annotate.evidence import cite
from dragoman.annotate.phrases import is_question
from dragoman.kinds.cues import Cue, CueTable, cue_table, find_cues
from dragoman.kinds.parrying import (
    governing,
    is_parried,
    is_remark,
    names_something,
    question_before,
    question_meant,
    speaks_of_itself,
    turn_at,
)
from dragoman.kinds.silences import (
    asks_comment,
    is_another,
    is_deal_entered,
    is_dummy,
    is_misread,
    is_put_to,
    once_each,
    own_claim,
    question_fronted,
    said_of_it,
    told_beside,
)
from dragoman.kinds.unreturned import is_in_vain, is_of_neither, is_offer_unanswered, put_to
from dragoman.kinds.voice import voice_at
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token
from dragoman.kinds.non_answer import NonAnswer

WH_TAGS = frozenset({"WP", "WDT", "WRB", "WP$"})
ABOUT = ("on", "about", "regarding", "over", "concerning", "of")


FRONTED = "fronted"
"""The meaning of the row whose verbs count where what is asked stands before them."""
SILENT = frozenset({"silent", "mute", FRONTED})
"""Meanings of rows that count where they are negated."""
UNRETURNED = "unreturned"
"""The meaning of the row of what was put to somebody, and counts where it came to nothing."""
UNASKED = frozenset({"wanting", UNRETURNED})
"""Meanings of rows that are told of others than their subject, negated or not."""
SPOKEN = frozenset({"parry", "pass"})
"""Meanings of rows that count in the first person alone, and where somebody asked."""


@cache
def _cues(lexicon: Lexicon) -> CueTable:
    return cue_table(row for row in lexicon.rows("kinds/non_answer") if row.means not in SPOKEN)


@cache
def _spoken_cues(lexicon: Lexicon) -> CueTable:
    return cue_table(row for row in lexicon.rows("kinds/non_answer") if row.means in SPOKEN)


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[NonAnswer]:
    """Every refusal or failure to answer that the article tells, one for each of those who gave no answer.

    Of one turn of a transcript in which a question is parried more than once, one.
    """
    told = list(once_each(_told(annotated, lexicon)))
    yield from told
    places = [one.evidence[0].start for one in told]
    turns = {turn.content[0] for place in places if (turn := turn_at(annotated, place))}
    for cue in find_cues(annotated.doc, _spoken_cues(lexicon)):
        verb = _verb(annotated.doc[cue.first])
        turn = turn_at(annotated, verb.idx)
        found = _parried(annotated, cue, verb, lexicon) if turn is None or turn.content[0] not in turns else None
        if found and not any(found.evidence[0].start <= place < found.evidence[0].end for place in places):
            yield found
            places.append(found.evidence[0].start)
            turns |= {turn.content[0]} if turn else set()


def _told(annotated: Annotated, lexicon: Lexicon) -> Iterator[NonAnswer]:
    known: set[tuple[str, int]] = set()
    for cue in find_cues(annotated.doc, _cues(lexicon)):
        verb = _verb(annotated.doc[cue.first])
        if _is_no_silence(cue, verb, lexicon) or (cue.row.id, verb.i) in known:
            continue  # "could not immediately be reached", "reached for comment": one silence
        if (cue.row.means in SILENT) != _is_negated(verb) and cue.row.means not in UNASKED:
            continue
        asked = _asked_here(verb, lexicon)
        if not _is_asked(annotated, cue, verb, asked, lexicon):
            continue
        tokens = _those_asked(cue, verb)
        if cue.row.means == "silent" and _is_over(verb) and any(is_first_person(token) for token in tokens):
            continue  # "you feel that I did not answer"
        if cue.row.means == "silent" and _is_unknown(verb, tokens) and not _asked_before(annotated, verb, lexicon):
            continue
        is_own = not asks_comment(cue.words)  # one elaborates on one's own words, and comments on another's
        beside = told_beside(annotated, verb, tokens) if is_own else None
        silent = beside[:1] if beside else _those_who_say_we(annotated, verb, tokens) or actors_at(annotated, tokens)
        before = asked or _asked_before(annotated, verb, lexicon, silent)
        about = question_fronted(verb) or _about(cue, verb) or before or _said_by(annotated, verb, cue)
        known |= {(cue.row.id, verb.i)}
        whole = _cover(cue, [*tokens, verb] if cue.row.means == UNRETURNED else tokens, about)
        for actor in silent:
            if is_misread(actor, tokens) or (is_own and is_another(annotated, verb, tokens, actor)):
                continue
            claim = None
            if about is None:
                claim = beside[1] if beside else (own_claim if is_own else said_of_it)(annotated, verb, actor)
            about = about or claim
            yield NonAnswer(
                article=annotated.article.id,
                evidence=(cite(annotated.article, whole), *([cite(annotated.article, claim)] if claim else ())),
                rule=cue.row.id,
                by=actor,
                about=cite(annotated.article, about or whole).quote,
                when=when_of(annotated, verb),
            )


def _is_asked(annotated: Annotated, cue: Cue, verb: Token, asked: Span | None, lexicon: Lexicon) -> bool:
    """Whether somebody asked, where a row counts only then; `asked` is what the verb's own clause says was."""
    match cue.row.means:
        case "mute":
            return asked is not None
        case "only":
            return asked is not None or _asked_before(annotated, verb, lexicon) is not None
        case "fronted":
            return question_fronted(verb) is not None
        case _:
            return True


def _is_no_silence(cue: Cue, verb: Token, lexicon: Lexicon) -> bool:
    """Questions, offers put off ("gave no answer to the offer"), calls that were returned."""
    if is_question(verb) or is_offer_unanswered(cue.words, verb.doc[cue.last], lexicon):
        return True
    return cue.row.means == UNRETURNED and not is_in_vain(verb.doc[cue.first])


def _those_who_say_we(annotated: Annotated, verb: Token, tokens: Sequence[Token]) -> tuple[Actor, ...]:
    """Who says "I" or "we" of not answering: the speaker, where it is a person, and not the side."""
    speaker = voice_at(annotated, verb.idx) if tokens and all(is_first_person(t) for t in tokens) else None
    return (speaker,) if speaker is not None and speaker.kind == "person" else ()


def _parried(annotated: Annotated, cue: Cue, verb: Token, lexicon: Lexicon) -> NonAnswer | None:
    """ "We're not going to get into that", where somebody asked: about what the words name, else what was asked."""
    if not (is_parried(verb) if cue.row.means == "parry" else speaks_of_itself(verb)) or is_question(verb):
        return None
    if _is_dispute(verb) or is_deal_entered(annotated.doc[cue.last], lexicon):
        return None
    put = question_before(annotated, verb.idx, lexicon)
    asked = put or _asked_before(annotated, verb, lexicon) or _asked_behind(verb, lexicon)
    by = voice_at(annotated, verb.idx)
    told = _named_by(annotated, cue, verb) if cue.row.means == "parry" else None
    asked = asked or (told if told and _is_of_details(annotated, told) else None)
    if asked is None or by is None or (told and is_dummy(annotated, told)):
        return None
    about = told if told and names_something(annotated, told) else asked
    if about == put:
        meant = question_meant(annotated, put, verb) if not is_remark(annotated, put) else None
        if meant is None:
            return None
        about = asked = meant
    top = [verb, *governing(verb)][-1]
    tokens = [t for t in subjects(top) if t.sent == verb.sent and is_first_person(t)]
    whole = _cover(cue, tokens or [verb], told)
    evidence = (cite(annotated.article, whole), *([cite(annotated.article, asked)] if about == asked else ()))
    return NonAnswer(
        article=annotated.article.id,
        evidence=evidence,
        rule=cue.row.id,
        by=by,
        about=cite(annotated.article, about).quote,
        when=when_of(annotated, verb),
    )


def _named_by(annotated: Annotated, cue: Cue, verb: Token) -> Span | None:
    """The words of a parry that say what isn't answered: "get into the details of the talks"."""
    last = annotated.doc[cue.last]
    told = _after(last) if last.dep_ in {"prep", "prt"} else None
    if last.dep_ == "prt":  # "read out the talks"
        told = next((_to_clause_end(last.doc[c.left_edge.i], c) for c in verb.children if c.dep_ == "dobj"), told)
    return told or _about(cue, verb)


def _is_of_details(annotated: Annotated, told: Span) -> bool:
    """ "I won't go into the details of the talks": that somebody asked for them need not be told."""
    words = annotated.doc.char_span(told.start, told.end, alignment_mode="expand") or ()
    return any(word.lemma_.lower() in DETAILS for word in words)


DETAILS = frozenset({"detail", "specific", "specifics", "particulars"})


def _is_dispute(verb: Token) -> bool:
    """ "I wouldn't characterise it as a rebuff", "... 'on the brink'": another word for it, and an answer."""
    named = any(c.lower_ == "as" for c in verb.children)
    after = verb.doc[verb.i + 1 : verb.i + 2].text
    return verb.lemma_ in {"characterize", "characterise"} and (named or after in QUOTES)


QUOTES = frozenset({'"', "“", "‘", "'"})


def _verb(token: Token) -> Token:
    """The verb that the cue's first word is, or depends on ("without giving details" hangs on the verb before it)."""
    while (token.pos_ not in {"VERB", "AUX"} or token.dep_ == "auxpass") and token.head != token:
        token = token.head
    return token


def _is_over(verb: Token) -> bool:
    return any(child.lower_ in {"did", "had"} for child in verb.children)


def _is_unknown(verb: Token, who: list[Token]) -> bool:
    """ "We can't say what they will do": what the speaker doesn't know himself, where nobody has asked him."""
    unable = any(c.dep_ == "aux" and c.lower_ in {"can", "ca", "could"} for c in verb.children)
    return unable and bool(who) and all(is_first_person(token) for token in who)


def _is_negated(verb: Token) -> bool:
    """ "has not commented", "has yet to comment", "neither confirmed nor denied"; not in a condition with "if"."""
    if any(child.dep_ == "mark" and child.lower_ == "if" for child in verb.children):
        return False
    words = {child.lower_ for child in verb.children}
    above = {child.lower_ for child in verb.head.children} if verb.dep_ == "xcomp" else set()
    denied = any(child.dep_ == "neg" for child in verb.children) or is_of_neither(verb)
    return denied or "neither" in words or "yet" in above


def _those_asked(cue: Cue, verb: Token) -> list[Token]:
    if cue.row.means == UNRETURNED:
        return put_to(verb.doc[cue.first])
    if cue.row.means == "wanting" and cue.words.endswith("from"):
        return [c for c in verb.doc[cue.last].children if c.dep_ == "pobj"]
    if verb.dep_ == "conj" and verb.head.dep_ == "ccomp" and any(c.lower_ == "but" for c in verb.head.children):
        return subjects(verb.head.head) or subjects(verb)  # "he said they had met, but did not elaborate"
    return subjects(verb) or objects(verb)


def _about(cue: Cue, verb: Token) -> Span | None:
    """The words after the cue that name what was not answered, else what was asked before it; None without any."""
    doc = verb.doc
    last = doc[cue.last]
    if last.tag_ in WH_TAGS or last.lower_ in {"whether", "if"}:
        return _to_clause_end(last, verb)
    if last.dep_ == "prep" and last.lower_ in ABOUT:  # "would not be drawn on a date"
        return _after(last)
    beside = [t for t in last.subtree if not any(up.dep_ == "relcl" for up in (t, *t.ancestors) if up.i > last.i)]
    for head in (last, *last.conjuncts, *beside):
        for child in head.children:
            if child.i <= cue.last or child.dep_ == "relcl":
                continue
            if child.dep_ in {"ccomp", "dobj", "xcomp"} and (head == last or head in last.conjuncts):
                return _to_clause_end(doc[child.left_edge.i], child)
            if child.dep_ == "prep" and child.lower_ in ABOUT and head.i >= cue.last:
                return _after(child)
    beside_it = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in ABOUT and c.i > cue.last)
    if (topic := next(beside_it, None)) is not None:  # "wouldn't say exactly on what timeline"
        return _after(topic)
    asked = [c for c in verb.children if c.dep_ == "advcl" and c.lemma_ in {"ask", "press", "question"}]
    return next((_after(child) for verb in asked for child in verb.children if child.lower_ in ABOUT), None)


def _asked_here(verb: Token, lexicon: Lexicon) -> Span | None:
    """What was asked, where a clause of the verb's own says so: "when asked if she would go, she did not reply"."""
    asking = lexicon.words("kinds/asked", "asking")
    clauses = [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBN" and c.lemma_.lower() in asking]
    return next((found for clause in clauses if (found := _question_of(clause))), None)


def _question_of(asked: Token) -> Span | None:
    """What somebody was asked, by the words after the verb."""
    for child in asked.children:
        is_clause = child.dep_ in {"ccomp", "xcomp"} or (
            child.dep_ == "advcl" and _opens_with(child, {"if", "whether"})
        )
        if child.i > asked.i and is_clause:
            return _to_clause_end(asked.doc[child.left_edge.i], child)
        if child.i > asked.i and child.lower_ in ABOUT:
            return _after(child)
    return None


def _opens_with(clause: Token, words: Container[str]) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in words for child in clause.children)


def _asked_before(annotated: Annotated, verb: Token, lexicon: Lexicon, silent: Sequence[Actor] = ()) -> Span | None:
    """What the silent were asked in the sentence before, or earlier in this one ("Asked about it, she ...").

    None if nothing, or where it was put to others.
    """
    asking = lexicon.words("kinds/asked", "asking")
    here = next((n for n, s in enumerate(annotated.sentences) if s.first <= verb.i < s.last), 0)
    first = annotated.sentences[max(0, here - 1)].first
    for token in reversed(annotated.doc[first : verb.i]):
        if token.lemma_.lower() not in asking:
            continue
        if found := _question_of(token):
            return found if is_put_to(annotated, token, silent) else None
    return None


def _asked_behind(verb: Token, lexicon: Lexicon) -> Span | None:
    """What was asked by the words behind a quote: "“I won't speculate,” she said when asked about a summit"."""
    asking = lexicon.words("kinds/asked", "asking")
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    asked = (t for t in behind if t.tag_ == "VBN" and t.lemma_.lower() in asking and t.nbor(-1).lower_ == "when")
    return next((found for token in asked if (found := _question_of(token))), None)


def _said_by(annotated: Annotated, verb: Token, cue: Cue) -> Span | None:
    """ "They met, she said, without giving details", "she said that ..., but gave none": what she said, if any.

    What she "declined to elaborate" on isn't "to elaborate".
    """
    teller = verb.head if verb.dep_ == "conj" else verb
    teller = teller.head if teller.dep_ == "ccomp" else teller
    told = (one for one in annotated.speech if any(part.start <= teller.idx < part.end for part in one.cue))
    said = next((max(one.content, key=lambda part: part.end - part.start) for one in told if one.content), None)
    said = said or _told_around(annotated, verb, cue)
    words = annotated.doc.char_span(said.start, said.end, alignment_mode="expand") if said is not None else None
    if words is not None and words[-1].i == cue.last:
        return None
    if words is None or words[-1].dep_ != "cc":
        return said
    return _span(words[0], words[-2]) if len(words) > 1 else None  # "they had met, but"


def _told_around(annotated: Annotated, verb: Token, cue: Cue) -> Span | None:
    """ "They met, according to her, without giving details": that they met."""
    if not cue.words.startswith("without"):
        return None
    parts = (part for one in annotated.speech for part in one.content if one.source)
    return next((p for p in parts if p.start <= verb.idx < p.end <= annotated.doc[cue.first].idx), None)


def _after(preposition: Token) -> Span | None:
    """What follows a preposition, without it; None where the text breaks off behind it."""
    following, last = preposition.doc[preposition.i + 1 : preposition.right_edge.i + 1], preposition.right_edge
    return _span(following[0], last) if following.text.strip() else None


def _to_clause_end(first: Token, head: Token) -> Span:
    return _span(first, max((head.right_edge, first), key=lambda t: t.i))


def _span(first: Token, last: Token) -> Span:
    doc = first.doc
    end = last.i
    while end > first.i and (doc[end].is_punct or doc[end].is_space):
        end -= 1
    return Span(first.idx, doc[end].idx + len(doc[end]))


def _cover(cue: Cue, tokens: list[Token], about: Span | None) -> Span:
    """From those who were asked, when they stand in the same sentence, to the end of what it was about."""
    doc = tokens[0].doc if tokens else None
    if doc is None:
        return about or Span(0, 1)
    sentence = doc[cue.first].sent
    inside = [t for t in tokens if sentence.start <= t.i < sentence.end]
    last = doc[cue.last]
    starts = [doc[cue.first].idx, *(t.left_edge.idx for t in inside)]
    ends = [last.idx + len(last), *(t.idx + len(t) for t in inside), *([about.end] if about else [])]
    if about is not None and about.start < min(starts):  # asked in the sentence before
        return Span(min(starts), max(ends))
    return Span(min(starts), max(ends))
