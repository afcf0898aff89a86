"""How spokesmen answer nothing: "I'm not going to get into that", "I would refer you to the bank", put a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import is_first_person, subjects
from dragoman.annotate.kept import kept
from dragoman.annotate.voices import LABELS
from dragoman.kinds.cues import cue_table, find_cues
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated, Attribution, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

GOVERNING = frozenset({"go", "able", "want", "like", "prepare", "try", "position", "need", "have", "be", "plan"})
"""Lemmas above a verb of answering whose "not" is the verb's: "not going to say", "not in a position to say"."""
NONE = frozenset({"not", "n't", "n’t", "never", "nothing", "no", "wo", "cannot"})
BELOW = frozenset({"xcomp", "acl", "pcomp", "relcl", "advcl", "acomp", "attr", "pobj", "prep", "dobj"})
SHORT = 3
"""Words of a question that only adds to the one before: "By the bank?"."""
LITTLE = 5
"""Words of a remark that says nothing of what is asked."""
EMPTY = frozenset({"that", "it", "this", "these", "those", "them", "detail", "specific", "specifics", "particular"})
"""Words that don't say what was asked."""


def is_parried(verb: Token) -> bool:
    """Whether somebody says of himself that he won't say it; `verb` is the verb of answering."""
    above = [verb, *governing(verb)]
    is_whole = verb.dep_ not in BELOW or len(above) > 1
    if any(c.lower_ == "did" for word in above for c in word.children):
        return False  # "we didn't go into it": what was done in the talks
    return is_whole and any(map(_has_none, above)) and speaks_of_itself(above[-1])


def governing(verb: Token) -> list[Token]:
    """The words above a verb of answering that say whether one will: "going" of "going to say", "have" of "have
    anything to say"; the last has the subject. Empty where another verb stands above it."""
    above: list[Token] = []
    while verb.dep_ in BELOW:
        verb = verb.head
        if verb.lemma_.lower() not in GOVERNING and verb.pos_ not in {"ADP", "PRON", "NOUN"}:
            return []
        above.append(verb)
        if any(is_first_person(c) for c in verb.children if c.dep_ == "nsubj"):
            break  # "MS LUND: Look, we are not going to say": the parser hangs "going" on her name
    return above


def speaks_of_itself(verb: Token) -> bool:
    """Whether the subject of a verb is "I" or "we"; beside it may stand the label of the turn."""
    return any(is_first_person(token) for token in subjects(verb))


def _has_none(word: Token) -> bool:
    return word.lower_ in NONE or any(c.dep_ == "neg" or c.lower_ in NONE for c in word.children)


@kept()
def parried_verbs(annotated: Annotated, lexicon: Lexicon) -> frozenset[int]:
    """The verbs, by token, of what speakers say of themselves that they won't say: no forecast and no promise."""
    rows = (row for row in lexicon.rows("kinds/non_answer") if row.means == "parry")
    found = (annotated.doc[cue.first] for cue in find_cues(annotated.doc, cue_table(rows)))
    return frozenset(token.i for verb in found if is_parried(verb) for token in (verb, *governing(verb)))


def turn_at(annotated: Annotated, offset: int) -> Attribution | None:
    """The turn of a transcript that holds a code point; None outside transcripts."""
    return next((turn for turn in _turns(annotated) if _holds(turn, offset)), None)


def question_before(annotated: Annotated, offset: int, lexicon: Lexicon) -> Span | None:
    """The last question that the turn before the one at `offset` puts; None where that asks nothing.

    Of a remark of whoever asks ("I've heard that before.") the last question that was put before it, else the remark.
    """
    turns = _turns(annotated)
    here = next((n for n, turn in enumerate(turns) if _holds(turn, offset)), 0)
    if here == 0:
        return None
    if (asked := _question_in(annotated, turns[here - 1])) is not None or not _asks(
        annotated, turns[here - 1], lexicon
    ):
        return asked
    earlier = (turn for turn in reversed(turns[max(here - REMARKS, 0) : here - 1]) if _asks(annotated, turn, lexicon))
    before = next((asked for turn in earlier if (asked := _question_in(annotated, turn)) is not None), None)
    return before or next(reversed(_sentences_of(annotated, turns[here - 1])), None)


def is_remark(annotated: Annotated, asked: Span) -> bool:
    """ "I heard that before.": what says nothing of what is asked."""
    words = _text(annotated, asked)
    return not words.endswith("?") and len(words.split()) <= LITTLE


REMARKS = 4
"""Turns back, answers among them, in which the question stands to which a remark of the asker belongs."""


def question_meant(annotated: Annotated, put: Span, verb: Token) -> Span | None:
    """Which question of the turn that puts `put` isn't answered with `verb`; None where that can't be told.

    Of several it is the only one that has a word in common with the sentence of the verb or the one before it.
    """
    asking = next((turn for turn in _turns(annotated) if _holds(turn, put.start)), None)
    answer = turn_at(annotated, verb.idx)
    asked = _questions_in(annotated, asking) if asking is not None else []
    is_further = bool(set(_text(annotated, put).lower().replace(",", " ").split()[:OPENING]) & FURTHER)
    if answer is None or (len(asked) < 2 and not is_further):
        return put
    near = [span for span in _sentences_of(annotated, answer) if span.start <= verb.idx][-NEAR:]
    said = _matters(annotated, Span(near[0].start, verb.sent.end_char)) if near else frozenset()
    meant = [one for before, one in asked if said & _matters(annotated, Span(before, one.end))]
    return meant[0] if len(meant) == 1 else None


FURTHER = frozenset({"relatedly", "secondly", "second", "separately", "lastly", "finally"})
"""Words in the opening of a question by which it stands beside another that was put without a question mark."""
OPENING = 3
NEAR = 3
"""Sentences of an answer, that of the refusal among them, which may say what is refused."""
ASKING = frozenset({"question", "answer", "comment", "detail", "say", "tell", "talk", "speak", "ask", "think", "give"})
"""Lemmas that a question and an answer have in common whatever they are about."""


def _matters(annotated: Annotated, span: Span) -> frozenset[str]:
    words = annotated.doc.char_span(span.start, span.end, alignment_mode="expand") or ()
    lemmas = {t.lemma_.lower() for t in words if t.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"} and not t.is_stop}
    return frozenset(lemmas - ASKING - EMPTY)


def _question_in(annotated: Annotated, turn: Attribution) -> Span | None:
    """The last question of a turn, with the sentence before it where it only adds to that or names nothing."""
    asked = _questions_in(annotated, turn)
    return asked[-1][1] if asked else None


def _questions_in(annotated: Annotated, turn: Attribution) -> list[tuple[int, Span]]:
    """The questions of a turn, each with where that begins which was said since the question before."""
    told = _sentences_of(annotated, turn)
    asked = [span for span in told if _text(annotated, span).endswith("?")]
    asked = [span for span in asked if len(_text(annotated, span).split()) > SHORT] or asked[-1:]
    found: list[tuple[int, Span]] = []
    for one in asked:
        place = told.index(one)
        since = found[-1][1].end if found else told[0].start
        words = annotated.doc.char_span(one.start, one.end, alignment_mode="expand") or ()
        is_short = len(_text(annotated, one).split()) <= SHORT
        is_rest = place > 0 and (is_short or not any(t.pos_ in {"NOUN", "PROPN", "NUM"} for t in words))
        found.append((since, Span(told[place - 1].start, one.end) if is_rest else one))
    return found


def _sentences_of(annotated: Annotated, turn: Attribution) -> list[Span]:
    first, last = turn.content[0].start, turn.content[-1].end
    return [
        Span(max(s.span.start, first), min(s.span.end, last))
        for s in annotated.sentences
        if s.span.end > first and s.span.start < last
    ]


def _asks(annotated: Annotated, turn: Attribution, lexicon: Lexicon) -> bool:
    """Whether the label of a turn is that of whoever asks: "QUESTION"."""
    label = _text(annotated, turn.source[0]).strip(" .:").lower() if turn.source else ""
    return label in lexicon.words("kinds/asked", "asker")


def names_something(annotated: Annotated, span: Span) -> bool:
    """Whether words say what was asked: "the route", not "that" or "any details"."""
    words = annotated.doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is not None and len(words) > 1 and words[0].lower_ == "what" and is_first_person(words[1]):
        return False  # "beyond what I have just said"
    named = [t for t in words or () if t.pos_ in {"NOUN", "PROPN", "VERB"}]
    return any(t.lemma_.lower() not in EMPTY for t in named)


def _turns(annotated: Annotated) -> list[Attribution]:
    turns = [one for one in annotated.speech if one.rule in LABELS and one.content and one.depth == 0]
    return sorted(turns, key=lambda one: one.content[0].start)


def _holds(turn: Attribution, offset: int) -> bool:
    return turn.content[0].start <= offset < turn.content[-1].end


def _text(annotated: Annotated, span: Span) -> str:
    return annotated.article.text[span.start : span.end].strip()
