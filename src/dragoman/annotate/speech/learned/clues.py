"""What the parse shows of how a verb tells its event: its tense, what negates or conditions it, what stands above it.

Each thing shown is a short string ("above:deny", "under:if"), and a linear model (`axes.py`) weighs them. The strings
name its weights: a change here asks for a new training (training/statements/train_axes.py).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from dragoman.parsed import Doc

AUXILIARIES = frozenset({"aux", "auxpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SMALL = frozenset({"neg", "mark", "det", "advmod", "prt", "expl", "preconj"})
"""Relations of small words that are shown with their lemma."""
BELOW = frozenset({"dobj", "attr", "prep", "acomp", "xcomp", "ccomp", "advcl"})
TAKEN = frozenset({"det", "poss", "nummod", "amod"})
"""What keeps a plural subject from standing for its kind: "the envoys talk", but "envoys talk"."""
TURNED = frozenset({"should", "had", "were", "could"})
"""What stands before the subject of a condition without "if"."""
VERBAL = frozenset({"VERB", "AUX"})
NEIGHBOURS = (-3, -2, -1, 1, 2)
LEVELS = 4
"""How many words above the verb are looked at."""
NEAR, REACH = 6, 40
"""Tokens within which a word of the sentence is near, and within which it is looked for."""
MOST = 32
"""Tokens below one that are looked at; more are a broken parse, not a sentence."""


class Parsed(Struct, frozen=True):
    """A parse as columns, a row a token: what spaCy's tokens say, read at once; `kids` are the tokens below each."""

    starts: list[int]
    lemma: list[str]
    lower: list[str]
    tag: list[str]
    dep: list[str]
    pos: list[str]
    head: list[int]
    kids: list[list[int]]
    telling: list[list[int]]
    """For each token the modals, negations and marks of its sentence."""
    root: list[int]
    """For each token the root of its sentence."""


def parsed(doc: Doc) -> Parsed:
    """The columns of a parsed text."""
    tokens = doc.tokens
    tag, dep, head = [t.tag_ for t in tokens], [t.dep_ for t in tokens], [t.head.i for t in tokens]
    kids = [sorted(kid.i for kid in t.children)[:MOST] for t in tokens]
    telling: list[list[int]] = []
    root: list[int] = []
    for sentence in doc.sents:
        inside = range(sentence.start, sentence.end)
        words = [place for place in inside if tag[place] == "MD" or dep[place] in {"neg", "mark"}]
        telling += [words] * len(inside)
        root += [next(place for place in inside if head[place] == place)] * len(inside)
    lemma, lower, pos = [t.lemma_.lower() for t in tokens], [t.lower_ for t in tokens], [t.pos_ for t in tokens]
    return Parsed(doc.starts, lemma, lower, tag, dep, pos, head, kids, telling, root)


def clues_of(parse: Parsed, at: int) -> list[str]:
    """Everything shown of the verb at token `at`, some of it more than once."""
    own = tense_of(parse, at)
    shown = [
        f"lemma:{parse.lemma[at]}",
        f"form:{parse.tag[at]}:{parse.dep[at]}",
        f"tagged:{parse.lemma[at]}:{parse.tag[at]}",
        f"tense:{own}",
        f"chain:{_chain(parse, at)}",
    ]
    shown += _beside(parse, at)
    shown += _subject(parse, at, own)
    shown += _below(parse, at, own)
    for off in NEIGHBOURS:
        if 0 <= at + off < len(parse.lower):
            shown.append(f"next{off}:{parse.lower[at + off]}")
    shown += _above(parse, at, own)
    shown += _conditions(parse, at)
    shown += _in_sentence(parse, at)
    return shown


def tense_of(parse: Parsed, at: int) -> str:
    """modal, infinitive, past, perfect, progressive, present, else the bare tag."""
    helpers = [kid for kid in parse.kids[at] if parse.dep[kid] in AUXILIARIES]
    tags = {parse.tag[kid] for kid in helpers}
    lemmas = {parse.lemma[kid] for kid in helpers}
    if "MD" in tags:
        return "modal"
    if "to" in lemmas:
        return "infinitive"
    if parse.tag[at] == "VBD" or "VBD" in tags:
        return "past"
    if "have" in lemmas:
        return "perfect"
    if "be" in lemmas and parse.tag[at] == "VBG":
        return "progressive"
    return "present" if tags & {"VBZ", "VBP"} or parse.tag[at] in {"VBZ", "VBP"} else parse.tag[at]


def _chain(parse: Parsed, at: int) -> str:
    """The verb's tag and its auxiliaries by the alphabet: "VBN|be+have"."""
    helpers = sorted(parse.lemma[kid] for kid in parse.kids[at] if parse.dep[kid] in AUXILIARIES)
    return f"{parse.tag[at]}|{'+'.join(helpers)}"


def _beside(parse: Parsed, at: int) -> Iterator[str]:
    """Its auxiliaries, negation, mark and adverbs."""
    for kid in parse.kids[at]:
        if parse.dep[kid] in AUXILIARIES:
            yield f"aux:{parse.lemma[kid]}"
        elif parse.dep[kid] in SMALL:
            yield f"{parse.dep[kid]}:{parse.lemma[kid]}"


def _subject(parse: Parsed, at: int, own: str) -> Iterator[str]:
    """Its subject: whether it stands for a kind ("envoys talk"), or for nobody ("no envoy came")."""
    for kid in parse.kids[at]:
        if parse.dep[kid] in SUBJECTS:
            is_bare = parse.tag[kid] in {"NNS", "NNPS"} and not any(parse.dep[k] in TAKEN for k in parse.kids[kid])
            yield f"subject:{'kind' if is_bare else parse.tag[kid]}:{own}"
            yield f"subject:{parse.lower[kid]}"
            if own == "present":
                yield f"timeless:{parse.dep[at]}:{'kind' if is_bare else _short(parse, kid)}"
                yield from _timeless(parse, at)
            yield from _turned(parse, at, kid)
            for word in parse.kids[kid]:
                if parse.dep[word] in {"det", "preconj"}:
                    yield f"subject of:{parse.lower[word]}"


def _short(parse: Parsed, place: int) -> str:
    """A pronoun itself ("one", "you"), of other words the tag."""
    return parse.lower[place] if parse.pos[place] == "PRON" else parse.tag[place]


def _timeless(parse: Parsed, at: int) -> Iterator[str]:
    """What a verb of the present has below it, "be" and "have" apart: "is a port", "owns half"."""
    verb = parse.lemma[at] if parse.lemma[at] in {"be", "have"} else "other"
    for kid in parse.kids[at]:
        if parse.dep[kid] in {"dobj", "attr"}:
            yield f"timeless {verb}:{parse.dep[kid]}:{parse.tag[kid]}"


def _turned(parse: Parsed, at: int, subject: int) -> Iterator[str]:
    """A condition told by the order of words: "should they lose", "had they come"."""
    for kid in parse.kids[at]:
        if kid < subject < at and parse.dep[kid] in AUXILIARIES and parse.lower[kid] in TURNED:
            yield f"turned:{parse.lower[kid]}"


def _below(parse: Parsed, at: int, own: str) -> Iterator[str]:
    """What it governs: objects, predicates, clauses."""
    for kid in parse.kids[at]:
        if parse.dep[kid] in BELOW:
            yield f"below:{parse.dep[kid]}:{parse.lemma[kid]}"
            yield f"below:{parse.dep[kid]}:{parse.tag[kid]}"
            if parse.lemma[at] == "be":
                yield f"be:{own}:{parse.dep[kid]}:{parse.pos[kid]}"


def _above(parse: Parsed, at: int, own: str) -> Iterator[str]:
    """The words above it, with what stands beside them; of a verb joined to another that one's own words too."""
    place, path = at, []
    for level in range(1, LEVELS + 1):
        above, relation = parse.head[place], parse.dep[place]
        if above == place:
            yield f"top:{level}"
            break
        path.append(relation)
        if relation == "conj" and level == 1:
            yield from (f"joined {word}" for word in _beside(parse, above))
            yield f"joined chain:{_chain(parse, above)}"
        yield f"above{level}:{relation}:{parse.lemma[above]}"
        yield f"above:{parse.lemma[above]}"
        yield f"above{level}:{relation}:{parse.tag[above]}"
        if parse.pos[above] in VERBAL:
            tense = tense_of(parse, above)
            yield f"above{level}:{relation}:{tense}"
            yield from (f"over {word}" for word in _beside(parse, above))
            if level == 1:
                yield f"above:{parse.lemma[above]}:{tense}:{own}"
                yield from (f"over1 {word}" for word in _beside(parse, above))
        else:
            yield from (f"of:{parse.lemma[kid]}" for kid in parse.kids[above] if parse.dep[kid] in {"det", "neg"})
        place = above
    yield f"path:{'>'.join(path[:2])}"


def _conditions(parse: Parsed, at: int) -> Iterator[str]:
    """The marks above it ("if", "unless", "that"), and the conditions of what it tells or of what is told with it."""
    place = at
    for level in range(LEVELS + 1):
        yield from (f"under:{parse.lower[kid]}" for kid in parse.kids[place] if parse.dep[kid] == "mark")
        for subject in parse.kids[place] if level else ():
            if parse.dep[subject] in SUBJECTS:
                yield from (f"under {word}" for word in _turned(parse, place, subject))
        for kid in parse.kids[place]:
            if parse.dep[kid] == "advcl" and parse.kids[kid]:
                marks = (parse.lower[mark] for mark in parse.kids[kid] if parse.dep[mark] == "mark")
                yield from (f"{'with' if level else 'has'}:{mark}:{tense_of(parse, place)}" for mark in marks)
                for subject in parse.kids[kid]:
                    if parse.dep[subject] in SUBJECTS:
                        yield from (f"with {word}" for word in _turned(parse, kid, subject))
        if parse.head[place] == place:
            return
        place = parse.head[place]


def _in_sentence(parse: Parsed, at: int) -> Iterator[str]:
    """The modals, negations and marks of its sentence, by their side and whether near; the sentence's main verb."""
    telling = parse.telling[at]
    for place in telling[bisect_left(telling, at - REACH) : bisect_right(telling, at + REACH)]:
        if place != at:
            side = "left" if place < at else "right"
            yield f"{side}:{parse.lower[place]}"
            if abs(place - at) <= NEAR:
                yield f"{side} near:{parse.lower[place]}"
    root = parse.root[at]
    if root != at:
        yield f"main:{parse.lemma[root]}"
        yield f"main:{tense_of(parse, root)}"
