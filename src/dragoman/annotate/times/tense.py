"""Whether a time expression lies ahead or behind: decided by the telling words around it, no parser needed."""

from __future__ import annotations

import re

from msgspec import Struct

from dragoman.annotate.times.context import Context, sentence_around, words_of

WORD = re.compile(r"[^\W_][\w’']*")
CUT = re.compile(r"[,;:—–“”\"]|\bthat\b|--")
"""Where a clause can end."""
QUOTE_MARK = re.compile(r"''|``|[\"“”]")
FEW_QUOTED = 3
"""Words of a quotation that is part of its teller's sentence."""
LOOK_BACK = 4
"""Words before "to" in which "was" makes it past ("was widely expected to")."""
NEGATION_REACH = 8
"""Words before "could" in which a word such as "neither" negates it."""
SHORTEST_PARTICIPLE = 5
"""Letters of the shortest word in -ed that is taken for a verb: "agreed", not "bed"."""


MODALS = frozenset({"will", "would", "shall", "should", "could", "may", "might", "must", "can"})
"""Words that "that" leaves verbs: "a truce that would begin on Friday"; "that deadline" stays a thing."""


class Word(Struct, frozen=True):
    """A word near the expression: as it stands, in small letters, whether it begins the sentence, where it ends."""

    form: str
    small: str
    is_first: bool
    end: int


def direction(context: Context, start: int, end: int) -> int:
    """+1 when the words around say that it lies ahead, -1 behind, 0 when they don't say.

    The nearest telling word before the expression in its sentence decides, else the nearest after it. "Was expected
    to" tells of what lay ahead then and is behind now. Words of saying count where no clause ends between:
    "told the paper on Friday" lies behind, "will meet, he said, on Friday" ahead.
    """
    text = context.text
    left, right = sentence_around(text, start, end)
    before = _words(text, _behind_quotation(text, left, start), start)
    after = _words(text, end, right)
    if after and text[end : end + 1] == " " and (sign := _of_verb_behind(after[0])):
        return sign  # "the council on Sunday issued": the verb stands right behind
    for place in reversed(range(len(before))):
        if before[place].small in words_of("speech"):
            sign = 0 if CUT.search(text, before[place].end, start) else -1
        else:
            sign = _sign(before, place)
        if sign:
            return sign
    if len(before) <= 1 and _says_first(after):
        return -1  # "On Sunday, she said that they would meet"
    behind = next((sign for place in range(len(after)) if (sign := _sign_after(after, place))), 0)
    return behind or -int(any(word.small in words_of("speech") for word in before))


def _says_first(words: list[Word]) -> bool:
    """Whether the first telling word of a sentence that begins with its time is one of saying."""
    speech = words_of("speech")
    telling = (word.small in speech for place, word in enumerate(words) if word.small in speech or _sign(words, place))
    return next(telling, False)


def _behind_quotation(text: str, left: int, start: int) -> int:
    """Where the words begin that are said by whoever tells the time: what is quoted before it tells of other things.

    A few words in marks ("their “final” offer") are the teller's own.
    """
    marks = [match.start() for match in QUOTE_MARK.finditer(text, left, start)]
    if len(marks) > 1 and len(WORD.findall(text, marks[-2], marks[-1])) <= FEW_QUOTED:
        return left
    return marks[-1] if marks else left


def _of_verb_behind(word: Word) -> int:
    return -1 if word.small in words_of("speech") else _of_verb(word)


def _sign_after(words: list[Word], place: int) -> int:
    return 0 if words[place].small in words_of("speech") else _sign(words, place)


def _words(text: str, start: int, end: int) -> list[Word]:
    return [
        Word(match.group(), match.group().lower(), place == 0, match.end())
        for place, match in enumerate(WORD.finditer(text, start, end))
    ]


def _sign(words: list[Word], place: int) -> int:
    word = words[place]
    if word.small == "to":
        return _of_infinitive(words, place)
    if word.small in words_of("intended"):
        return 0 if _is_as_foreseen(words, place) else _of_intention(words, place)
    if word.small in words_of("bound"):
        back = {word.small for word in words[max(0, place - 2) : place]}
        return _of_intention(words, place) if back & words_of("being") else -1
    if word.small in words_of("present") and _is_progressive(words, place):
        return 1
    leading = words[place - 1].small if place else ""
    if word.small in words_of("set_ahead"):
        return 1
    if word.small in words_of("ahead"):
        is_noun = leading in words_of("not_verb_behind") and not (leading == "that" and word.small in MODALS)
        return 0 if is_noun else _of_modal(words, place)
    return 0 if leading in words_of("to_be") else _of_verb(word)  # "will be held", "is heard"


def _of_modal(words: list[Word], place: int) -> int:
    """ "could meet" lies ahead; "could not be reached", "neither could be found" tell of what was tried."""
    if words[place].small not in words_of("tried"):
        return 1
    around = {word.small for word in words[max(0, place - NEGATION_REACH) : place + 2]}
    return -1 if around & words_of("negation") else 1


def _of_verb(word: Word) -> int:
    if word.small in words_of("ahead"):
        return 1
    return -1 if word.small in words_of("behind") or _is_participle(word) else 0


def _is_participle(word: Word) -> bool:
    """ "agreed", "postponed"; not "bed", and not "United" of a name."""
    small = word.small
    is_name = word.form[0].isupper() and not word.is_first
    return (
        len(small) >= SHORTEST_PARTICIPLE
        and small.endswith("ed")
        and not is_name
        and small not in words_of("intended") | words_of("no_participle")
    )


def _is_as_foreseen(words: list[Word], place: int) -> bool:
    """ "As planned", "as expected": what came about had been foreseen; the verb beside it says when."""
    return place > 0 and words[place - 1].small in words_of("as_foreseen")


def _is_progressive(words: list[Word], place: int) -> bool:
    """ "are meeting", "is also going"."""
    return any(word.small.endswith("ing") for word in words[place + 1 : place + 3])


def _of_infinitive(words: list[Word], place: int) -> int:
    """ "to meet" lies ahead; "to Moscow", "to reporters", "to the city" say nothing; "refused to meet" is behind.

    So is "forced both plants to close".
    """
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or not following.form.islower() or following.small in words_of("no_verb"):
        return 0
    if following.small.endswith("s") and not following.small.endswith(("ss", "us")):
        return 0  # "to reporters"
    leading = words[place - 1] if place else None
    if leading and leading.small in words_of("done"):
        return -1
    if any(word.small in words_of("causing") for word in words[max(0, place - LOOK_BACK) : place]):
        return -1
    return _of_intention(words, place)


def _of_intention(words: list[Word], place: int) -> int:
    back = words[max(0, place - LOOK_BACK) : place]
    return -1 if any(word.small in words_of("past") for word in back) else 1


def leaning(context: Context, start: int, end: int) -> int:
    """As `direction`, but 0 where only a purpose lets it lie ahead ("they staged a feast to mark the pact of June")."""
    sign = direction(context, start, end)
    return 0 if sign > 0 and is_purpose(context, start, end) else sign


def had_been(context: Context, start: int, end: int) -> bool:
    """Whether the nearest verb before it is a pluperfect: "half of them had answered by Friday"."""
    left, _ = sentence_around(context.text, start, end)
    words = _words(context.text, left, start)
    for place in reversed(range(len(words))):
        if _of_verb(words[place]) < 0:
            return any(word.small in words_of("perfect") for word in words[max(0, place - LOOK_BACK) : place + 1])
        if _sign(words, place):
            return False
    return False


def was_to_be(context: Context, start: int, end: int) -> bool:
    """Whether it was expected when the text was written: "they were expected to meet", not "had been expected".

    Such a day lies ahead or behind: the nearer one is meant.
    """
    left, _ = sentence_around(context.text, start, end)
    words = _words(context.text, left, start)
    for place in reversed(range(len(words))):
        if words[place].small in words_of("intended"):
            back = {word.small for word in words[max(0, place - LOOK_BACK) : place]}
            return bool(back & words_of("past")) and not back & words_of("perfect")
        if _sign(words, place):
            return False
    return False


def is_purpose(context: Context, start: int, end: int) -> bool:
    """Whether only "to" lets it lie ahead, behind a verb of the past: "they staged a feast to mark the pact of Friday".

    Such a day lies ahead or behind: the nearer one is meant.
    """
    left, _ = sentence_around(context.text, start, end)
    words = _words(context.text, left, start)
    for place in reversed(range(len(words))):
        if words[place].small == "to":
            is_governed = place > 0 and _of_verb(words[place - 1]) < 0  # "agreed to meet on Friday"
            return not is_governed and any(_of_verb(word) < 0 for word in words[:place])
        if words[place].small not in words_of("speech") and _sign(words, place):
            return False
    return False
