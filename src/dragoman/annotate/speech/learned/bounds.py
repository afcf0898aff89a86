"""Where a content ends: the encoder's figures, and what the parse shows at each place where it could, weighed together.

The encoder judges words one by one, and where it is in doubt a content ends on "which", on "in the", or one clause too
late. Each place is shown as short strings ("next:, which", "leaves:relcl:in:,"), and a linear model weighs them. The
strings name its weights: a change here asks for a new training (training/statements/train_bounds.py).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dragoman.annotate.speech.learned.clues import Parsed
from dragoman.annotate.speech.learned.decode import Found, Scored
from dragoman.annotate.speech.learned.features import CHANNELS, Word
from dragoman.models import EndWeights

SHAPE, QUOTE, POS, NAME, RULE = (CHANNELS.index(name) for name in ("shape", "quote", "pos", "name", "rule"))
CLOSED = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ", "PUNCT", "SYM"})
"""Parts of speech whose words are shown as they are; of the others only the part of speech is."""
MARKERS = frozenset({"ADP", "CCONJ", "PART", "SCONJ"})
BLANK = frozenset({"PUNCT", "SPACE"})
FULL_STOPS = frozenset(".?!")
OUTSIDE, BEGIN, INSIDE = 0, 5, 6
"""Columns of the tags' logits: no role, the begin and the inside of a content."""
REACH = 40
"""Words by which an end is moved at most."""
WORST = 12.0
"""What the encoder's logits may be worse by at another end."""
FAR = 12
"""Words left of a sentence from which on their number says nothing."""
SUREST = 6
DOUBT = 0.5
"""By how many logits a word, on average, must rather be one of a part than of none, where a content has several parts.

Parts below it are seldom right to the letter; at 1 and 1.5 the exact contents are found no better, and true parts of
the gold records are lost.
"""
NONE = (0, -1)

Range = tuple[int, int]
"""First and last, both inclusive."""


class End(Struct, frozen=True):
    """A place in the window where a content could end, by its last word: the logits that it gains, what it shows."""

    place: int
    gain: float
    clues: list[str]


class Reading(Struct, frozen=True):
    """A window as it was read: the article's words, the encoder's figures, the parse, and the role of each place."""

    words: Sequence[Word]
    scored: Scored
    parse: Parsed
    roles: list[str]
    gains: list[float]
    """By how much each place is rather inside a content than outside, in logits."""
    places: dict[int, int]
    """The place of each word's number."""


class Around(Struct, frozen=True):
    """A content and what it hangs on, as tokens of the parse; `lemma` is the cue's main word."""

    content: Range
    top: int
    """The highest word of the content."""
    cue: Range
    source: Range
    lemma: str
    kind: str
    side: str


def reading_of(words: Sequence[Word], scored: Scored, parse: Parsed, found: Sequence[Found]) -> Reading:
    """The window that `found` was found in."""
    places = {number: place for place, number in enumerate(scored.words)}
    roles = [""] * len(places)
    for one in found:
        for role, numbers in (("source", one.source), ("cue", one.cue), *(("content", part) for part in one.contents)):
            for number in numbers:
                roles[places[number]] = role
    gains = (scored.tags[:, INSIDE] - scored.tags[:, OUTSIDE]).tolist()
    return Reading(words, scored, parse, roles, gains, places)


def with_ends(reading: Reading, one: Found, weights: EndWeights) -> Found:
    """What was found, each part of its content ended where it most likely does; without parts in doubt."""
    return replace(one, contents=tuple(_ended(reading, one, part, weights) for part in _surer(reading, one.contents)))


def _surer(reading: Reading, parts: tuple[tuple[int, ...], ...]) -> list[tuple[int, ...]]:
    """The parts without those, unquoted, that the encoder hardly takes for any; the surest at least."""
    if len(parts) == 1:
        return list(parts)
    tags = reading.scored.tags
    gain = tags[:, BEGIN:].max(axis=1) - tags[:, OUTSIDE]
    sure = [float(gain[reading.places[part[0]] : reading.places[part[-1]] + 1].mean()) for part in parts]
    best = max(sure)
    floor = min(best, DOUBT)
    return [part for part, how in zip(parts, sure, strict=True) if how >= floor or _quotes(reading, part)]


def _quotes(reading: Reading, part: tuple[int, ...]) -> bool:
    return any(reading.words[number].values[QUOTE] != "out" for number in part)


def _ended(reading: Reading, one: Found, part: tuple[int, ...], weights: EndWeights) -> tuple[int, ...]:
    ends = ends_of(reading, one, part)
    if len(ends) == 1:
        return part
    best = max(ends, key=lambda end: weight_of(end, weights) + (weights.stay if end is ends[0] else 0))
    first = reading.places[part[0]]
    return tuple(reading.scored.words[first : best.place + 1])


def weight_of(end: End, weights: EndWeights) -> float:
    """What speaks for an end, in `scale`-ths of a logit; more is better."""
    known = weights.clues
    return weights.encoder * end.gain + sum(known.get(clue, 0) for clue in set(end.clues))


def ends_of(reading: Reading, one: Found, part: tuple[int, ...]) -> list[End]:
    """The places where the content `part` could end, the present one first."""
    first, last = reading.places[part[0]], reading.places[part[-1]]
    places = [(last, 0.0), *_later(reading, last), *_earlier(reading, first, last)]
    if len(places) == 1:
        return [End(last, 0.0, [])]
    around = _around(reading, one, part)
    inside = range(first, last + 1)
    return [End(place, gain, list(_clues(reading, around, place, inside))) for place, gain in places]


def _later(reading: Reading, last: int) -> Iterator[tuple[int, float]]:
    """Ends behind the present one, as far as nothing else has a role there."""
    gain, paragraphs = 0.0, reading.scored.paragraphs
    for place in range(last + 1, min(len(paragraphs), last + REACH)):
        if reading.roles[place] or paragraphs[place] != paragraphs[last]:
            return
        gain += reading.gains[place]
        if gain > -WORST:
            yield place, gain


def _earlier(reading: Reading, first: int, last: int) -> Iterator[tuple[int, float]]:
    gain = 0.0
    for place in range(last - 1, max(first - 1, last - REACH), -1):
        gain -= reading.gains[place + 1]
        if gain > -WORST:
            yield place, gain


def _around(reading: Reading, one: Found, part: tuple[int, ...]) -> Around:
    parse, words = reading.parse, reading.words
    cue = _tokens(reading, one.cue)
    inside = range(cue[0], cue[1] + 1)
    verbs = (token for token in inside if parse.pos[token] == "VERB")
    main = next(verbs, next((token for token in inside if parse.pos[token] in {"NOUN", "ADJ"}), cue[0]))
    first = words[part[0]]
    kind = first.spelling.lower() if first.values[POS] in MARKERS else first.values[POS]
    if first.values[QUOTE] == "opening":
        kind = "quote"
    elif words[part[-1]].values[QUOTE] != "out":
        kind += ", quoted"
    content = _tokens(reading, part)
    return Around(
        content=content,
        top=_top(parse, content[0], range(content[0], content[1] + 1)),
        cue=cue,
        source=_tokens(reading, one.source) if one.source else NONE,
        lemma=parse.lemma[main],
        kind=kind,
        side="behind" if part[0] > one.cue[0] else "before",
    )


def _tokens(reading: Reading, numbers: Sequence[int]) -> Range:
    words = reading.words
    return _token(reading.parse, words[numbers[0]].start), _token(reading.parse, words[numbers[-1]].end - 1)


def _token(parse: Parsed, offset: int) -> int:
    return bisect_right(parse.starts, offset) - 1


def _clues(reading: Reading, around: Around, place: int, inside: range) -> Iterator[str]:
    """What is shown where the content would end with the word at `place`; `inside` are the places it now has."""
    word = _word(reading, place, place)
    after, second = _word(reading, place + 1, place), _word(reading, place + 2, place)
    assert word is not None
    here = _shown(word)
    yield f"last:{here}"
    yield f"inside:{_rounded(reading.gains[place])}"
    if after is None:
        yield f"next:end:{word.values[QUOTE]}"
        return
    following, then = _shown(after), _shown(second)
    yield f"outside:{_rounded(reading.gains[place + 1])}"
    yield f"roles:{_role(reading, place + 1, inside)}:{_role(reading, place + 2, inside)}"
    yield f"next:{following}"
    yield f"next:{following} {then}"
    yield f"around:{here} {following}"
    yield f"quote:{word.values[QUOTE]}:{after.values[QUOTE]}"
    yield f"rule:{word.values[RULE]}:{after.values[RULE]}"
    yield f"next:{following}:{around.side}"
    last = _token(reading.parse, word.end - 1)
    if _token(reading.parse, after.start) == last:
        yield "within a token"
        return
    yield from _cut(reading, around, place, last)
    top = _top(reading.parse, last, range(around.content[0], last + 1))
    above = reading.parse.head[top]
    yield f"whole:{reading.parse.dep[top]}:{'root' if above == top else _where(above, around, last)}"


def _cut(reading: Reading, around: Around, place: int, last: int) -> Iterator[str]:
    """What is left out by an end: how its top word hangs on what, and how much of the sentence is left."""
    parse, after = reading.parse, _word(reading, place + 1, place)
    assert after is not None
    start = _token(parse, after.start)
    while start + 1 < len(parse.pos) and parse.pos[start] in BLANK:
        start += 1
    marker = parse.lower[start] if parse.pos[start] in CLOSED else parse.pos[start]
    top = _top(parse, start, range(last + 1, len(parse.head)))
    above = parse.head[top]
    hangs = "root" if above == top else f"{parse.dep[top]}:{_where(above, around, last)}"
    mark = "," if after.spelling == "," else ("-" if after.values[SHAPE] == "mark" else "")
    yield f"leaves:{hangs}:{mark}"
    yield f"leaves:{hangs}:{mark}:{marker}"
    yield f"leaves:{hangs}:{around.lemma}"
    yield f"leaves:{hangs}:{around.kind}"
    yield f"leaves:{hangs}:{mark}:{marker}:{_name(reading, place)}"
    left = _left(reading, place)
    yield f"left:{left}"
    yield f"left:{left}:{hangs}"
    if hangs.endswith(":in"):
        yield f"leaves:{parse.dep[top]}:of {parse.pos[above]}"
        yield f"leaves:{parse.dep[top]}:{'main' if above == around.top else 'deep'}:{mark}:{marker}"


def _word(reading: Reading, place: int, beside: int) -> Word | None:
    """The word at a place of the window, None where that is none or lies in another paragraph than the place beside."""
    paragraphs = reading.scored.paragraphs
    if not place < len(paragraphs) or paragraphs[place] != paragraphs[beside]:
        return None
    return reading.words[reading.scored.words[place]]


def _shown(word: Word | None) -> str:
    if word is None:
        return "end"
    return word.spelling.lower() if word.values[POS] in CLOSED or word.values[SHAPE] == "mark" else word.values[POS]


def _rounded(gain: float) -> int:
    return max(-SUREST, min(SUREST, round(gain)))


def _role(reading: Reading, place: int, inside: range) -> str:
    if not place < len(reading.roles) or reading.scored.paragraphs[place] != reading.scored.paragraphs[inside[0]]:
        return "end"
    return "" if place in inside else reading.roles[place]


def _top(parse: Parsed, token: int, within: range) -> int:
    """The highest word above a token, itself perhaps, that lies in the range."""
    while parse.head[token] != token and parse.head[token] in within:
        token = parse.head[token]
    return token


def _where(token: int, around: Around, last: int) -> str:
    """What a token belongs to, if the content ended with the token `last`."""
    ranges = (("cue", around.cue), ("in", (around.content[0], last)), ("source", around.source))
    return next((name for name, (first, end) in ranges if first <= token <= end), "out")


def _name(reading: Reading, place: int) -> str:
    """The kind of the name, or of the date, that begins within three words behind the place."""
    near = reading.scored.words[place + 1 : place + 4]
    return next((kind for number in near if (kind := reading.words[number].values[NAME])), "")


def _left(reading: Reading, place: int) -> str:
    """How many words of the sentence are left behind the place, in fourths of FAR."""
    count = 0
    while count < FAR:
        word = _word(reading, place + 1 + count, place)
        if word is None or word.spelling in FULL_STOPS:
            break
        count += 1
    return str(count // 3) if count else "none"
