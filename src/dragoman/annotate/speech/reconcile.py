"""One account of who said what, from the rules' and the encoder's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.annotate.speech.cues import (
    RULE_AGAIN,
    RULE_ANNOUNCED,
    RULE_HEADLINE,
    RULE_LEARNED,
    RULE_SIGNED,
    RULE_TURN,
    CuesByLemma,
    CueTable,
)
from dragoman.annotate.speech.layout import Draft, Heard, Layout, in_quote, paragraph_at, sentence_at
from dragoman.annotate.speech.reported import whole_clause, with_inner
from dragoman.annotate.speech.told import said_parts
from dragoman.types import Attribution, Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

SURE_RULES = frozenset({RULE_TURN, RULE_HEADLINE, RULE_SIGNED, RULE_ANNOUNCED, RULE_AGAIN})
"""Rules of layout, which the encoder has seen too little of to be asked."""
WORDS = ("said.", "asked.", "judged.")
"""Rules of cues that report words; what is thought, wanted or shown is believed only if it is heard as well."""
OFFERING = "said.promise_thing"
"""The row of "offered help": those that the encoder hears nothing of are hardly ever statements."""
THING = "that"
"""A source that is this word alone is most often a thing: "rules that promise calm"."""
CLAUSE = "clause"
QUOTING = "said.quote"
"""The row of "quoted X as saying": the words are X's, whoever quotes them."""
BEFORE_NOUN = frozenset({"det", "compound", "amod", "nummod", "poss", "nmod", "predet"})
NOUNS = frozenset({"NOUN", "PROPN"})
FAR_NOUN = 4
"""Words within which a noun follows what stands before it."""
UNFINISHED = frozenset({"VB", "VBG"})
HELPERS = frozenset({"be", "do", "have"})
"""What makes a form of `UNFINISHED` one that tells something all the same: "is demanding", "did demand"."""
NEARBY = 256
"""Characters of a stretch of text by which what lies near is found."""
SHARED = 0.5
"""Share of two contents that makes them one statement where their cues differ."""


def reconcile(
    layout: Layout, table: CueTable, ruled: Sequence[tuple[Draft, Attribution]], heard: Sequence[Heard]
) -> list[Draft]:
    """The statements heard, with the meaning that the rules give their cues, and those that only rules can read.

    Of the rules alone stay: speech inside speech, turns of a transcript and other layouts, and words that nothing heard
    overlaps but what is speech within them.
    """
    taken: set[int] = set()
    drafts = []
    rules = [draft for draft, _ in ruled]
    places = _places(rules)
    heard = [
        whole_clause(layout, with_inner(_with_head(layout, _near_cue(layout, one)), rules))
        for one in heard
        if not _is_label(layout, table, one) and (one.source or not _is_unknown(layout, one.cue))
    ]
    for one in heard:
        number = _match(one, ruled, [number for number in _near(places, one) if number not in taken])
        if number is None and any(_is_told_by(draft, one) for draft, _ in ruled):
            continue
        if number is None:
            drafts.append(_draft(layout, table, one))
        else:
            taken.add(number)
            draft = ruled[number][0]
            if draft.rule == RULE_HEADLINE:
                drafts.append(_of_whom(draft, one))
            else:
                own = (
                    replace(one, source=draft.source)
                    if _has_own_teller(layout, draft, one, chain(heard, rules))
                    else one
                )
                drafts.append(draft if draft.rule in (*SURE_RULES, QUOTING) else _merged(layout, draft, own))
    return drafts + _ruled_alone(layout, [one for number, one in enumerate(ruled) if number not in taken], drafts)


def _ruled_alone(layout: Layout, ruled: Sequence[tuple[Draft, Attribution]], heard: Sequence[Draft]) -> list[Draft]:
    """Those of the rules that are true though nothing was heard of them: the surer ones, and what is said in others."""
    places = _places(heard)
    surer, inner = [], []
    for draft, attribution in ruled:
        if _is_surer(layout, draft, attribution, [heard[number] for number in _near(places, draft)]):
            surer.append(draft)
        elif attribution.depth:
            inner.append(draft)
    outer = [*heard, *surer]
    places = _places(outer)
    return surer + [
        draft for draft in inner if _is_inner(layout, draft, [outer[number] for number in _near(places, draft)])
    ]


def _is_label(layout: Layout, table: CueTable, one: Heard) -> bool:
    """ "Analysis: ...", "Update: ...": a label before a colon, which says nothing."""
    words = " ".join(layout.text[span.start : span.end] for span in one.source).strip(" *#").lower()
    return layout.text[one.cue.start : one.cue.end].strip() == ":" and words in table.no_labels


def _is_unknown(layout: Layout, cue: Span) -> bool:
    """ "It is unclear if Kenya left": the reporter's own, and nobody's words."""
    return layout.text[cue.start : cue.end].lower().split()[-1:] in (["unclear"], ["uncertain"], ["unknown"])


def _of_whom(headline: Draft, one: Heard) -> Draft:
    """The headline, said by whom was heard if the label has more words: "Rossi on the truce: No deal yet"."""
    parts = [label for label in headline.source for span in one.source if _shared(label, span) == span.end - span.start]
    return replace(headline, source=one.source) if one.source and len(parts) == len(one.source) else headline


def _is_told_by(draft: Draft, one: Heard) -> bool:
    """Whether what is heard are the words of somebody quoted, put into the mouth of who quotes them."""
    return draft.rule == QUOTING and _likeness(one.content, draft.content) >= SHARED


def _places(drafts: Sequence[Draft]) -> Mapping[int, list[int]]:
    """The numbers of the drafts whose cue or content lies in each stretch of NEARBY characters."""
    found: dict[int, list[int]] = {}
    for number, draft in enumerate(drafts):
        for place in _stretches((*draft.cue, *draft.content)):
            found.setdefault(place, []).append(number)
    return found


def _near(places: Mapping[int, list[int]], one: Heard | Draft) -> list[int]:
    """The numbers, in their order, of all drafts whose cue or content can share a character with one's."""
    cues = one.cue if isinstance(one, Draft) else (one.cue,)
    return sorted({number for place in _stretches((*cues, *one.content)) for number in places.get(place, ())})


def _stretches(spans: Sequence[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start // NEARBY, (span.end - 1) // NEARBY + 1)}


def _near_cue(layout: Layout, one: Heard) -> Heard:
    """Without what stands unquoted in another sentence, where the cue's own sentence says something."""
    sentence = sentence_at(layout, one.cue.start)
    if not any(_shared(part, sentence) for part in one.content):
        return one
    return replace(
        one,
        content=tuple(part for part in one.content if _shared(part, sentence) or in_quote(layout, part.start)),
    )


def _with_head(layout: Layout, one: Heard) -> Heard:
    """With the noun that the last word of its source stands before: "the" or "Mrs." alone is nobody."""
    return replace(one, source=tuple(Span(span.start, _end_of_noun(layout, span, one.cue)) for span in one.source))


def _end_of_noun(layout: Layout, source: Span, cue: Span) -> int:
    words = layout.doc.char_span(source.start, source.end, alignment_mode="contract")
    if words is None or (words[-1].pos_ in NOUNS and not words[-1].text.endswith(".")):
        return source.end
    last, head = words[-1], words[-1].head
    end = head.idx + len(head)
    is_before = last.dep_ in BEFORE_NOUN and head.pos_ in NOUNS and last.i < head.i <= last.i + FAR_NOUN
    return end if is_before and not _shared(Span(last.idx, end), cue) else source.end


def _match(one: Heard, ruled: Sequence[tuple[Draft, Attribution]], free: Sequence[int]) -> int | None:
    """The rules' attribution of the same cue, of several a surer one, or else of much the same words, of those free."""
    of_cue = [number for number in free if _is_of(ruled[number][0], one.cue)]
    if of_cue:
        return min(of_cue, key=lambda number: ruled[number][0].rule not in SURE_RULES)
    best = max(free, key=lambda number: _likeness(one.content, ruled[number][0].content), default=None)
    if best is None or _likeness(one.content, ruled[best][0].content) < SHARED:
        return None
    return best


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _likeness(one: Sequence[Span], other: Sequence[Span]) -> float:
    both = sum(_shared(a, b) for a in one for b in other)
    either = sum(span.end - span.start for span in (*one, *other)) - both
    return both / either if either else 0.0


def _has_own_teller(layout: Layout, draft: Draft, one: Heard, others: Iterable[Heard | Draft]) -> bool:
    """ "Nur said |Torv had told them that ...|": within what Nur says, the rules know by name whose words are told."""
    if not draft.source or any(_shared(a, b) for a in draft.source for b in one.source):
        return False
    cue = layout.doc.char_span(one.cue.start, one.cue.end, alignment_mode="expand")
    if cue is None or cue.root.dep_ != "ccomp":  # not "said Kenya would leave, and urged calm"
        return False
    words = layout.doc.char_span(draft.source[0].start, draft.source[0].end, alignment_mode="expand")
    return (
        words is not None
        and words.root.pos_ == "PROPN"
        and any(
            any(_shared(a, b) for a in other.source for b in one.source)
            and any(part.start <= one.cue.start and one.cue.end <= part.end for part in other.content)
            for other in others
        )
    )


def _merged(layout: Layout, draft: Draft, one: Heard) -> Draft:
    """What was heard; the rules keep the cue's meaning, the addressee, and what runs on in other paragraphs."""
    here = paragraph_at(layout, one.cue.start)
    elsewhere = tuple(span for span in draft.content if paragraph_at(layout, span.start) != here)
    elsewhere = tuple(span for span in elsewhere if not any(_shared(span, part) for part in one.content))
    source = _source(layout, draft, one)
    return replace(
        draft,
        source=source,
        cue=(one.cue,),
        content=said_parts(layout, source, one.cue, (*one.content, *elsewhere)),
        at=one.cue.start,
    )


def _source(layout: Layout, draft: Draft, one: Heard) -> tuple[Span, ...]:
    """The source heard; that of the rules where none was, or only one in another sentence than the cue."""
    if not _is_of(draft, one.cue) or not draft.source:
        return one.source
    sentence = sentence_at(layout, one.cue.start)
    near = [any(_shared(span, sentence) for span in source) for source in (one.source, draft.source)]
    if one.source and one.content and one.cue.end <= one.content[0].start < one.content[-1].end <= one.source[0].start:
        return draft.source  # "Torv invited Kenya to the talks, which worried Moreau"
    return draft.source if near == [False, True] or not one.source else one.source


def _is_of(draft: Draft, cue: Span) -> bool:
    return any(_shared(span, cue) for span in draft.cue)


def _is_surer(layout: Layout, draft: Draft, attribution: Attribution, heard: Sequence[Draft]) -> bool:
    """Whether an attribution that the encoder did not find is true all the same; `heard` is what was found nearby."""
    if draft.rule in SURE_RULES:
        return True
    believed = draft.rule.startswith(WORDS) and draft.rule != OFFERING
    if not draft.source or (attribution.form == "indirect" and not believed):
        return False
    if layout.text[draft.source[0].start : draft.source[-1].end] == THING:
        return False
    if attribution.form == "indirect" and (_is_unfinished(layout, draft) or _is_before(draft)):
        return False
    near = [other for other in heard if any(_shared(a, b) for a in draft.content for b in other.content)]
    return all(_holds(draft, other) for other in near)


def _is_before(draft: Draft) -> bool:
    """Whether the cue stands behind all that is said, as in "Trade will suffer, the bank declares".

    Nobody misses such a cue; where nothing was heard, the parser has joined two sentences ("... a fee it charged").
    """
    return bool(draft.cue) and draft.content[-1].end <= draft.cue[0].start


def _is_unfinished(layout: Layout, draft: Draft) -> bool:
    """Whether the verb tells of nothing said: "all those seeking asylum", "a chance to confirm it", "may signal"."""
    words = layout.doc.char_span(draft.cue[0].start, draft.cue[0].end, alignment_mode="expand") if draft.cue else None
    verb = words.root if words is not None else None
    if verb is None or verb.tag_ not in UNFINISHED:
        return False
    return not any(kid.dep_ == "aux" and kid.lemma_ in HELPERS for kid in verb.children)


def _is_inner(layout: Layout, draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether it is said within the words of another or in quotation marks, where the encoder looks for no speech."""
    return in_quote(layout, draft.at) or any(
        span.start <= draft.at < span.end for other in others for span in other.content
    )


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether one draft is speech within the other's words: source, cue and content."""
    parts = (*inner.source, *inner.cue, *inner.content)
    return all(any(span.start <= part.start and part.end <= span.end for span in outer.content) for part in parts)


def _draft(layout: Layout, table: CueTable, one: Heard) -> Draft:
    """A statement that the rules missed; its cue means what the table says of its words, if somebody says it."""
    rule, wish = _meaning(layout, table, one.cue) if one.source else (RULE_LEARNED, False)
    content = said_parts(layout, one.source, one.cue, one.content)
    return Draft(source=one.source, cue=(one.cue,), content=content, at=one.cue.start, wish=wish, rule=rule)


def _meaning(layout: Layout, table: CueTable, cue: Span) -> tuple[str, bool]:
    """The row of the cue's main word, and whether it tells a thought or a wish; only a row of clauses, for a clause."""
    tokens = layout.doc.char_span(cue.start, cue.end, alignment_mode="expand")
    if tokens is not None:
        inside = {token.lemma_.lower() for token in tokens}
        for row in _table_of(tokens.root, table).get(tokens.root.lemma_.lower(), ()):
            if CLAUSE in row.shapes and inside.issuperset(row.words):
                return row.rule, row.wish
    return RULE_LEARNED, False


def _table_of(token: Token, table: CueTable) -> CuesByLemma:
    if token.pos_ in {"VERB", "AUX"}:
        return table.verbs
    return table.adjectives if token.pos_ == "ADJ" else table.nouns
