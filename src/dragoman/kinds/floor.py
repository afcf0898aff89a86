"""Turns of a transcript that say nothing of the matter: who asks next, who is heard badly, words that were cut off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.kinds.statement import FEWEST_WORDS, Statement
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated, Attribution

if TYPE_CHECKING:
    from dragoman.parsed import Token

FEWEST_CUT_SHORT = 6
"""Words from which a turn that is broken off has said something."""
MOST_CUT_SHORT = 10
"""Words up to which a turn that is broken off in its first sentence has said nothing."""
MOST_OF_FLOOR = 14
"""Blanks in a turn that does no more than give somebody the floor."""
CALLING = frozenset({"take", "go", "come", "turn"})
"""Verbs that pass the word on: "let's take a few questions"."""
SMALL = frozenset(
    {"DET", "PRON", "AUX", "ADP", "PART", "CCONJ", "SCONJ", "INTJ", "PUNCT", "NUM", "PROPN", "SPACE", "X"}
)
"""Parts of speech that tell nothing of the matter; names are of those who are called upon."""
IN_THE_ROOM = frozenset({"i", "we", "you", "me", "us", "your", "let", "thanks", "sorry", "hello", "hi", "hey"})
"""Words for those who are there, and to them."""
OUTSIDE = frozenset({"GPE", "LOC", "NORP", "ORG", "DATE", "EVENT"})
"""What the tagger calls names and days that belong to the matter."""
ASKING = re.compile(
    r"(?:(?:hi|hey|hello|yes|yeah|good \w+)[,.]? )?(?:thanks|thank you)[^.?!]{0,30} for (?:doing|taking|having) "
    r"(?:this|the call|the question|my question|our questions|me)\b",
    re.IGNORECASE,
)
"""How a reporter begins: "Thanks so much for doing this"."""
ENDS = re.compile(r"[.!?;]")
DASHES = ("—", "–", "--")
ASIDE = re.compile(r"\[[^\]]*\]|\([^)]*\)")
"""What a transcript says of a turn: "[official]", "(Laughter.)"."""


def is_idle_turn(annotated: Annotated, attribution: Attribution, statement: Statement, lexicon: Lexicon) -> bool:
    """Whether a turn says nothing of the matter: "Sure.", "Ana, go ahead.", "Could you repeat it?", "We have --"."""
    words = _words_of_turn(statement)
    if ASKING.match(statement.content[0]):
        return True  # a reporter's, under the wrong name
    if _is_cut_short(annotated, attribution, statement) or _gives_the_floor(statement, lexicon):
        return True
    answers = lexicon.words("speech/nobody", "answer")
    if statement.verb is None and len(words) <= FEWEST_WORDS:
        return not words & answers  # "Sure.", "Good afternoon."
    first = re.match(r"\w*", statement.content[0])
    is_answer = first is not None and first.group().lower() in answers
    return not is_answer and _only_leads(annotated, attribution, lexicon)


def _words_of_turn(statement: Statement) -> frozenset[str]:
    """The words of a turn in small letters."""
    return frozenset("".join(c if c.isalnum() else " " for c in " ".join(statement.content).lower()).split())


def _is_cut_short(annotated: Annotated, attribution: Attribution, statement: Statement) -> bool:
    """ "We have not lifted --": a turn that another breaks off before it says anything."""
    if not annotated.article.text[attribution.content[-1].end :].lstrip().startswith(DASHES):
        return False
    number = len(_words_of_turn(statement))
    return number < FEWEST_CUT_SHORT or (number <= MOST_CUT_SHORT and not ENDS.search(" ".join(statement.content)))


def _gives_the_floor(statement: Statement, lexicon: Lexicon) -> bool:
    """ "Please go ahead.", "We have time for two more.": words about who asks, and nothing of the matter.

    A phrase of the floor opens or ends a sentence: "go ahead", but not "we will go ahead with the bridge".
    """
    words = " ".join(" ".join(statement.content).lower().split())
    if words.count(" ") >= MOST_OF_FLOOR:
        return False
    if _calls_on_somebody(statement, words, lexicon):
        return True
    sentences = [part.strip(" ,–—-") for part in ENDS.split(words)]
    phrases = lexicon.words("speech/nobody", "floor")
    return any(part == one or part.endswith(f", {one}") for part in sentences for one in phrases)


def _calls_on_somebody(statement: Statement, words: str, lexicon: Lexicon) -> bool:
    """ "Let's take two more questions.", "Last question, please."; not "we will not take that question"."""
    if statement.negated or not any(one in words for one in lexicon.words("speech/nobody", "asking")):
        return False
    if statement.verb is None:
        return True
    said = set(re.findall("[a-z]+", words))
    return bool(said & CALLING) and bool(said & {"we", "i", "let"})


def _only_leads(annotated: Annotated, attribution: Attribution, lexicon: Lexicon) -> bool:
    """ "I'm sorry, could you repeat that?", "We'll start with Omar Haddad.": no word but those of leading a briefing.

    Only of those in the room: no state and no day is named.
    """
    leading = lexicon.words("speech/nobody", "leading")
    told: list[Token] = []
    for span in attribution.content:
        asides = [match.span() for match in ASIDE.finditer(annotated.article.text, span.start, span.end)]
        words = annotated.doc.char_span(span.start, span.end, alignment_mode="contract")
        if words is None or len(words) > 2 * MOST_OF_FLOOR:
            return False
        told += [token for token in words if not any(first <= token.idx < last for first, last in asides)]
    if not any(t.lower_ in IN_THE_ROOM for t in told) or any(t.ent_type_ in OUTSIDE for t in told):
        return False
    matter = [t for t in told if t.pos_ not in SMALL and len(t.text.strip("’'")) > 1]
    return all(t.lemma_.lower() in leading or t.lower_ in leading for t in matter)
