"""The speech layer: every attribution of an article, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.annotate.speech.announced import announced_drafts
from dragoman.annotate.speech.carried import RULE_ACCORDING, said_by_those_carried
from dragoman.annotate.speech.carry import carry_on, merged_contents
from dragoman.annotate.speech.cues import RULE_TURN, CueTable, read_cues
from dragoman.annotate.speech.edges import ended
from dragoman.annotate.speech.layout import Draft, Layout, after_dateline, in_quote, is_nobody, lay_out
from dragoman.annotate.speech.nominal import nominal_drafts
from dragoman.annotate.speech.parted import parted
from dragoman.annotate.speech.quoting import said_by_those_quoted
from dragoman.annotate.speech.reconcile import reconcile
from dragoman.annotate.speech.turns import turn_drafts
from dragoman.annotate.speech.verbs import verb_drafts
from dragoman.lexicon import Lexicon
from dragoman.types import Article, Attribution, Span, SpeechForm, Told

if TYPE_CHECKING:
    from dragoman.models import StatementModel
    from dragoman.parsed import Doc, Token

REPORTS = frozenset({"said", "asked", "judged"})
DEEPEST = 16
"""Where depth stops counting."""


def find_speech(
    article: Article, doc: Doc, lexicon: Lexicon, model: StatementModel | None = None
) -> tuple[Attribution, ...]:
    """Who said what in `article`, whose parse is `doc`; ordered by the first character of content or cue.

    The encoder `model` decides who is quoted, in which words; rules read nested speech, transcripts and quotes that run
    over paragraphs, and everything where there is no model.
    """
    return read_speech(article, doc, lexicon, model)[0]


def read_speech(
    article: Article, doc: Doc, lexicon: Lexicon, model: StatementModel | None
) -> tuple[tuple[Attribution, ...], Callable[[], tuple[Told, ...]]]:
    """What `find_speech` gives, and how each word that may tell an event tells it; nothing of that without a model."""
    layout = lay_out(article.text, doc)
    table = read_cues(lexicon)
    drafts = _ordered(layout, _rule_drafts(layout, table))
    ruled = _attributions(layout, drafts)
    if model is None:
        return ruled, tuple
    from dragoman.annotate.speech.learned.find import listen  # imported here: a brief needs no numpy

    listened = listen(article.text, doc, ruled, model)
    both = reconcile(layout, table, list(zip(drafts, ruled, strict=True)), listened.heard)
    both = list(parted(layout, table, both))
    both = [_as_said(layout, one) for one in said_by_those_carried(layout, said_by_those_quoted(layout, both), drafts)]
    return _attributions(layout, _ordered(layout, both)), listened.told


def is_report(attribution: Attribution) -> bool:
    """Whether someone named is reported to have said or asked something, or to have praised or condemned it.

    False for thoughts and wishes, for what a study shows, for a topic without words, and where nobody says it.
    """
    return bool(attribution.source) and attribution.rule.partition(".")[0] in REPORTS


def _rule_drafts(layout: Layout, table: CueTable) -> list[Draft]:
    drafts = [
        *verb_drafts(layout, table),
        *nominal_drafts(layout, table),
        *turn_drafts(layout, table),
    ]
    drafts = list(said_by_those_quoted(layout, drafts))
    owned = {span.start for draft in drafts for span in draft.content}
    drafts += [draft for draft in announced_drafts(layout, table) if draft.content[0].start not in owned]
    return carry_on(layout, drafts)


def _ordered(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """The drafts in the order of the text, without those whose source is nobody, see `is_nobody`."""
    drafts = [draft for draft in drafts if not any(is_nobody(layout, span) for span in draft.source)]
    return sorted(drafts, key=lambda draft: (min(span.start for span in (*draft.content, *draft.cue)), draft.at))


def _attributions(layout: Layout, drafts: list[Draft]) -> tuple[Attribution, ...]:
    """The drafts, in the order of the text, with their form and depth."""
    depths = _depths(layout, drafts)
    return tuple(
        Attribution(
            source=tuple(after_dateline(layout, span) for span in draft.source),
            cue=draft.cue,
            content=_content(layout, draft),
            form=form_of(layout, draft.content),
            to=draft.to,
            depth=depth,
            wish=draft.wish,
            rule=draft.rule,
        )
        for draft, depth in zip(drafts, depths, strict=True)
    )


def _content(layout: Layout, draft: Draft) -> tuple[Span, ...]:
    """The parts of a content as they are kept: no dateline, nothing that leads on to another clause at the end."""
    return ended(layout, draft, tuple(after_dateline(layout, span) for span in _without_strays(layout, draft)))


RELATIVES = frozenset({"which", "who", "whom", "that"})


def _without_strays(layout: Layout, draft: Draft) -> tuple[Span, ...]:
    """The parts of a content that say something, where there are several: no "which" alone, nothing of the source's.

    "Half the town is held, according to Rossi, a trader": what the trader is was not said by her.
    """
    if len(draft.content) < 2:
        return draft.content
    kept = [span for span in draft.content if layout.text[span.start : span.end].strip(" ,").lower() not in RELATIVES]
    kept = [span for span in kept if not (draft.rule == RULE_ACCORDING and _explains_source(layout, draft, span))]
    return tuple(kept) or draft.content


def _as_said(layout: Layout, draft: Draft) -> Draft:
    """The draft without the parts that whoever tells of it adds."""
    kept = tuple(span for span in draft.content if not _is_tellers(layout, draft, span))
    return replace(draft, content=kept) if kept else draft


def _is_tellers(layout: Layout, draft: Draft, part: Span) -> bool:
    """ "It is shut, Rossi told reporters, as boats came in": what goes on around it, told by whoever tells of her."""
    around = (*draft.source, *draft.cue)
    if not around or part.start < max(span.end for span in around) or in_quote(layout, part.start):
        return False
    words = layout.doc.char_span(part.start, part.end, alignment_mode="expand")
    is_last = draft.content[0].end <= min(span.start for span in around)
    return is_last and words is not None and any(map(_goes_on, (words[0], words[0].nbor(-1))))


def _goes_on(word: Token) -> bool:
    """ "Amid fears", "as boats came in": with which whoever tells of it goes on."""
    is_while = word.lower_ == "as" and word.dep_ == "mark" and word.head.pos_ in {"VERB", "AUX"}
    return word.lower_ in TELLER_GOES_ON or is_while


TELLER_GOES_ON = frozenset({"amid", "amidst"})
"""Words behind "according to Rossi," with which whoever tells of it goes on: "amid fears of a new war"."""


def _explains_source(layout: Layout, draft: Draft, part: Span) -> bool:
    """Whether a part right behind the source says who that is, without a verb, or around what it was said."""
    end = max((span.end for span in draft.source), default=part.start + 1)
    words = layout.doc.char_span(part.start, part.end, alignment_mode="expand")
    follows = 0 <= part.start - end <= len(", ") and words is not None
    if follows and words is not None and words[0].lower_ in TELLER_GOES_ON:
        return True
    return follows and not any(t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"relcl", "acl"} for t in words or ())


def _depths(layout: Layout, drafts: list[Draft]) -> list[int]:
    """How many other contents each cue lies in; a quote that nobody is found to say counts as one."""
    contents = [(span, number) for number, draft in enumerate(drafts) for span in draft.content]
    contents += [(span, -1) for span in _ownerless(layout, merged_contents(layout, drafts))]
    edges = [(span.start, 1, number) for span, number in contents] + [
        (span.end, 0, number) for span, number in contents
    ]
    edges += [(draft.at, 2, number) for number, draft in enumerate(drafts)]
    depths = [0] * len(drafts)
    around: Counter[int] = Counter()
    for _, kind, number in sorted(edges):
        if kind == 2:
            depths[number] = (
                0
                if drafts[number].rule == RULE_TURN
                else sum(1 for other in islice(around, DEEPEST) if not _holds(drafts, number, other))
            )
        else:
            around[number] += kind or -1
            if not around[number]:
                del around[number]
    return depths


def _holds(drafts: list[Draft], outer: int, inner: int) -> bool:
    """Whether the content of one draft holds the cue of another, or is its own: then neither is the outer one."""
    return inner >= 0 and (
        outer == inner or any(span.start <= drafts[inner].at < span.end for span in drafts[outer].content)
    )


def _ownerless(layout: Layout, owned: list[Span]) -> list[Span]:
    """The quotes that start in no content; `owned` in the order of the text, none touching the next."""
    found = []
    at = 0
    for quote in layout.quotes:
        while at < len(owned) and owned[at].end <= quote.span.start:
            at += 1
        if at == len(owned) or owned[at].start > quote.span.start:
            found.append(quote.span)
    return found


def form_of(layout: Layout, content: tuple[Span, ...]) -> SpeechForm:
    """Whether the content is quoted wholly, in part or not at all; a quoted word or two inside stays mixed."""
    quoted = 0
    words = 0
    for span in content:
        letters = sum(map(str.isalnum, layout.text[span.start : span.end]))
        words += letters
        first = max(0, bisect_right(layout.quotes, span.start, key=lambda quote: quote.span.start) - 1)
        for quote in layout.quotes[first : bisect_left(layout.quotes, span.end, key=lambda quote: quote.span.start)]:
            start, end = max(span.start, quote.span.start), min(span.end, quote.span.end)
            if start < end:
                quoted += sum(map(str.isalnum, layout.text[start:end]))
    if not quoted:
        return "indirect"
    return "direct" if quoted >= words else "mixed"
