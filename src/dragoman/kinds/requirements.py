"""Where a party demands something: verbs of asking, "must" in speech, conditions, red lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.clauses import VERBAL, actors_at, side_of, subjects
from dragoman.kinds import asking, asking_aloud, asking_nouns, bargains, hoping, imperatives, redlines
from dragoman.kinds.answers import find_answers
from dragoman.kinds.asking import SUBJECTS, TABLE, Wanted, content_part, whole_content
from dragoman.kinds.asking_aloud import UNDER
from dragoman.kinds.frames import (
    Met,
    Phrases,
    acts_for_itself,
    is_told,
    parties_at,
    phrase_table,
    rows_met,
    telling_span,
    trimmed,
)
from dragoman.kinds.required import doers_in, groups_at, is_torn_clause, keepers, named_at, to_its_object
from dragoman.kinds.terms import issue_at
from dragoman.kinds.unasked import REPORTER, is_of_asker, is_unasked
from dragoman.kinds.withheld import bind, deadline, may_withhold, on_condition, until, without
from dragoman.lexicon import Lexicon, Row
from dragoman.types import Actor, Annotated, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

OUTRIGHT = frozenset({"order", "tell", "for_clause", "thing", "clause", "need"})
"""Frames whose verbs demand by themselves, whoever speaks; the others count only in a party's mouth."""
BY_VERB = OUTRIGHT | {"want"}
BARRING = frozenset({"never", "barred", "if"})
"""Frames that ask for nothing unless they are denied or supposed."""
WITHHOLDING = frozenset({"until", "bind", "on_condition", "without"})
"""Frames in which lenders count as parties: they have something to withhold."""
SOME = frozenset({"you", "leaders", "sides", "parties", "powers", "allies", "partners", "people", "critics", "others"})
"""Names of those who ask of whom the text that is read doesn't tell who they are."""
UNTOLD = frozenset({"authorities", "officials", "leaders"})
"""Names of those asked of whom the words don't tell whose they are."""
LEAST = 2
"""Words up to which a content that has no issue is too thin to be of use ("urged it to reconsider")."""
VAGUE = frozenset({"other", "process"})
"""Issues of which one word says too little: "dialogue", but not "elections"."""
FEW_WORDS = 5
POINTERS = frozenset({"so", "it", "that", "this"})
POINTING = frozenset({"condition", "conditions", "demand", "demands", "terms", "requirements", "preconditions"})
FEW = frozenset({"a", "an", "few", "some", "more", "any", "further", "additional", "other", "these", "those", "such"})
OF_SOMEBODY = frozenset(
    {"his", "her", "its", "their", "our", "own", "the", "some", "new", "several", "more", "a", "any"}
)
"""What stands before demands that are not told."""


BROKEN = frozenset({"be", "the", "a", "and", "of"})
"""Last words of what a speaker breaks off."""


class Asked(Struct, frozen=True):
    """One demand as the text tells it: who asks what of whom; `told` covers the words that tell it."""

    by: tuple[Actor, ...]
    of: tuple[Actor, ...]
    content: Span
    told: Span
    rule: str


def find_asked(annotated: Annotated, lexicon: Lexicon) -> Iterator[Asked]:
    """Every demand, in the order of the text; one a content, coordinated contents apart where they differ in issue."""
    table = phrase_table(lexicon, TABLE)
    last = -1  # a word demands by one row only
    within: set[int] = set()
    for met in _rows(annotated, table, lexicon):
        idle = met.row.means not in BARRING and _is_idle(met.head)
        if met.head.i == last or met.head.i in within or idle or is_of_asker(annotated, met.head):
            continue
        wanted = FRAMES[met.row.means](annotated, met, lexicon)
        if wanted is None or not wanted.by or any(actor.name == REPORTER for actor in wanted.by):
            continue
        if all(actor.name.lower() in SOME for actor in wanted.by):
            continue
        if met.row.means in BY_VERB and is_unasked(met.head, lexicon):
            continue
        if met.row.means not in OUTRIGHT and not any(_may_ask(actor, met.row, lexicon) for actor in wanted.by):
            continue
        last = met.head.i
        within.update(c.i for c in wanted.contents)  # "urged the powers to press Kenya to sign": one demand
        of = _asked(annotated, met, wanted, lexicon)
        if {a.name for a in actors_at(annotated, wanted.of)} & {a.name for a in wanted.by}:
            continue  # "only if they gave him", said by them
        if of and _is_of_own(of, wanted):
            continue
        for content in _contents(annotated, wanted, lexicon):
            if _is_thin(annotated, content, lexicon) or is_torn_clause(annotated.doc, content):
                continue
            told = telling_span(met, [*_tellers(annotated, met), *wanted.contents])
            told = Span(min(told.start, content.start), max(told.end, content.end))
            asked = of or keepers(annotated, content)
            if asked and all(actor.side is None and actor.name.lower() in UNTOLD for actor in asked):
                continue
            yield Asked(wanted.by, tuple(a for a in asked if a not in wanted.by), content, told, met.row.id)
    yield from _conditions(annotated, lexicon)


def _may_ask(actor: Actor, row: Row, lexicon: Lexicon) -> bool:
    """A party, or states together that no name stands for: "the Western powers", "lake countries"."""
    counts = may_withhold if row.means in WITHHOLDING else acts_for_itself
    *before, last = actor.name.lower().split()
    are_states = actor.kind == "group" and bool(before) and last in lexicon.words(TABLE, "power")
    return counts(actor, lexicon) or are_states


def _rows(annotated: Annotated, table: Phrases, lexicon: Lexicon) -> Iterator[Met]:
    """The rows met, a need that is spoken of at the verb that speaks of it."""
    for met in rows_met(annotated.doc, table):
        if met.row.means != "need" or met.head.pos_ != "NOUN":
            yield met
        elif (spoken := asking_nouns.stressed(met, lexicon)) is not None:
            yield spoken


def _asked(annotated: Annotated, met: Met, wanted: Wanted, lexicon: Lexicon) -> tuple[Actor, ...]:
    """Of whom it is asked: the parties, else groups, else whoever is asked outright or whose deed it would be."""
    of = tuple(map(_as_side, parties_at(annotated, wanted.of))) or groups_at(annotated, wanted.of)
    if of or not wanted.bare:
        return of or doers_in(annotated, wanted.contents, lexicon.words(TABLE, "deed"))
    return named_at(annotated, wanted.of) if met.row.means == "order" else ()


def _is_of_own(of: tuple[Actor, ...], wanted: Wanted) -> bool:
    """Whether those who ask are among those asked: one's own people are instructed, "the parties" are other two."""
    asked, asking_sides = ({a.side or a.name for a in actors} for actors in (of, wanted.by))
    unnamed = all(token.tag_ == "NNS" for token in wanted.of)
    return asked <= asking_sides or (unnamed and bool(asked & asking_sides))


def _as_side(actor: Actor) -> Actor:
    """ "Its forces" as the party whose they are."""
    is_owned = actor.kind == "group" and actor.name.split()[0].lower() in {"its", "their", "his", "her"}
    return side_of(actor) or actor if is_owned and actor.side else actor


def _conditions(annotated: Annotated, lexicon: Lexicon) -> Iterator[Asked]:
    """The conditions of conditional answers ("will come if the prisoners are freed"): demands of those who answer."""
    for answer in find_answers(annotated, lexicon):
        for content in answer.asks:
            told = Span(min(answer.told.start, content.start), max(answer.told.end, content.end))
            yield Asked(answer.by, _bound(annotated, content, answer.by), content, told, "demand.condition")


def _bound(annotated: Annotated, content: Span, by: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "If Kenya frees the prisoners": the parties that a condition is for to meet."""
    words = annotated.doc.char_span(content.start, content.end, alignment_mode="expand")
    doers = [c for c in words.root.children if c.dep_ == "nsubj"] if words is not None else []
    own = {actor.side or actor.name for actor in by}
    doing = [t for doer in doers for t in (doer, *doer.conjuncts)]
    return tuple(actor for actor in parties_at(annotated, doing) if (actor.side or actor.name) not in own)


def _is_thin(annotated: Annotated, content: Span, lexicon: Lexicon) -> bool:
    """Whether the words are too few to be of use: "reconsider", "the situation"."""
    words = annotated.article.text[content.start : content.end].lower().split()
    count = len(words)
    if words[-1] in BROKEN:
        return True  # "the agreement should be — and we will"
    if words[0] in {"do", "doing"} and count > 1 and words[1] in {"it", "so", "that", "this"}:
        return True  # "do that now"
    if count <= FEW_WORDS and words[-1].strip(".,") in POINTERS and words[-2] in {"do", "does", "doing", "done"}:
        return True  # "continue to do so"
    if count == LEAST and words[-1] in POINTERS | {"them"}:
        return True  # "meet it"
    if words[-2:] == ["the", "same"] and count <= LEAST + 1:
        return True  # "do the same"
    if words[0] in {"that", "this"} and count == LEAST:
        return True  # "that deal"
    if words[-1].strip(".,") in POINTING and all(word in OF_SOMEBODY for word in words[:-1]):
        return True  # "his own conditions"
    if words[-1].strip(".,") in {"step", "steps", "measures"} and words[0] == "take" and set(words[1:-1]) <= FEW:
        return True  # "take a few more steps"
    return count <= LEAST and issue_at(annotated, content, lexicon) in ({"other"} if count == LEAST else VAGUE)


def _is_idle(head: Token) -> bool:
    """Whether the word demands nothing as it stands: denied, or only supposed ("if Kenya demanded")."""
    below = list(head.children)
    if head.lemma_ == "ask" and any(c.tag_ == "MD" for c in below):
        return True  # "would ask them to agree"
    return any(c.dep_ == "neg" or (c.dep_ == "mark" and c.lower_ in UNDER) for c in below)


def _tellers(annotated: Annotated, met: Met) -> list[Token]:
    return [t for t in subjects(met.head) if t.sent == met.head.sent and t.i < met.head.i and t.dep_ in SUBJECTS][:1]


def _contents(annotated: Annotated, wanted: Wanted, lexicon: Lexicon) -> list[Span]:
    """The contents as spans, joined ones apart where each has an issue of its own."""
    found: list[Span] = []
    for head in wanted.contents:
        joined = [c for c in head.conjuncts if not is_told(c) and (c.pos_ in VERBAL) == (head.pos_ in VERBAL)]
        parts = [head, *joined] if head.i < min((c.i for c in head.conjuncts), default=head.i + 1) else [head]
        spans = [content_part(part, bare=wanted.bare) for part in parts]
        spans = [to_its_object(annotated.doc, span) for span in spans]
        issues = [issue_at(annotated, span, lexicon) for span in spans]
        if len(parts) > 1 and (wanted.apart or ("other" not in issues and len(set(issues)) > 1)):
            found += spans
        else:
            whole = to_its_object(annotated.doc, whole_content(head, bare=wanted.bare))
            found.append(_before_others(head, whole, wanted.contents))
    return list(dict.fromkeys(found))


def _before_others(head: Token, content: Span, contents: tuple[Token, ...]) -> Span:
    """ "Include a vote, a truce": the vote, where the parser hangs the truce on it and both are asked for."""
    begins = (other.left_edge for other in contents if other.i > head.i)
    inside = [token.i for token in begins if content.start < token.idx < content.end]
    words = head.doc.char_span(content.start, content.end, alignment_mode="expand")
    return trimmed(head.doc, words.start, min(inside)) if inside and words is not None else content


def _nothing(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """Rows that only lend their words to a frame."""
    return None


Frame = Callable[[Annotated, Met, Lexicon], Wanted | None]
FRAMES: dict[str, Frame] = {
    "order": asking.order,
    "tell": asking.tell,
    "for_clause": asking.for_clause,
    "thing": asking.thing,
    "clause": asking.clause,
    "want": asking.want,
    "need_of": asking.need_of,
    "must": asking_aloud.must,
    "crucial": asking_aloud.crucial,
    "high_time": asking_aloud.high_time,
    "need": asking_nouns.need,
    "noun": asking_nouns.noun,
    "pressure": asking_nouns.pressure,
    "oppose": asking.oppose,
    "only_if": asking_aloud.only_if,
    "only_way": asking_aloud.only_way,
    "depend": asking_aloud.depend,
    "question": asking_aloud.question,
    "never": redlines.never,
    "barred": redlines.barred,
    "if": bargains.if_clause,
    "in_exchange": bargains.in_exchange,
    "imperative": imperatives.imperative,
    "hope": hoping.hope,
    "up_to": hoping.up_to,
    "step": _nothing,
    "until": until,
    "without": without,
    "deadline": deadline,
    "bind": bind,
    "on_condition": on_condition,
    "stress": _nothing,
    "set": _nothing,
    "bond": _nothing,
    "mind": _nothing,
    "withhold": _nothing,
    "lender": _nothing,
    "rest": _nothing,
    "lot": _nothing,
    "deed": _nothing,
    "duty": _nothing,
    "power": _nothing,
}
