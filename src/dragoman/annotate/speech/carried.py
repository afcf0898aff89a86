"""Who only carries words: "the ministry said so, according to the Torvik news agency" is said by the ministry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.annotate.speech.layout import Draft, Layout, in_quote, sentence_at, trim
from dragoman.lexicon import load_lexicon
from dragoman.types import Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

RULE_ACCORDING = "said.according"
SPOKEN = ("said.", "asked.", "judged.", "heard.")
"""Rules whose words somebody said, and an agency may pass on."""
NO_CUE = (RULE_ACCORDING, "said.noun")
"""Rules of those that have no verb of their own for what is said."""


def said_by_those_carried(layout: Layout, drafts: Iterable[Draft], ruled: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts without "according to the agency" around words that somebody else is told to have said.

    Those words stay that other's, up to where the agency is named; where only the rules know of them, theirs are taken.
    """
    kept = list(drafts)
    carried: dict[int, Draft] = {}
    cuts = []
    for number, draft in enumerate(kept):
        if not _is_carrier(layout, draft):
            continue
        inner = next((one for one in (*kept, *ruled) if _is_carried(layout, one, draft)), None)
        if inner is not None:
            carried[number] = inner
            cuts.append(draft)
    cuts += [draft for draft in ruled if _is_carrier(layout, draft)]
    there = {draft.at for draft in kept}
    for number, draft in enumerate(kept):
        if number not in carried:
            yield _cut(layout, draft, cuts)
        elif carried[number].at not in there:
            there.add(carried[number].at)
            yield _cut(layout, carried[number], cuts)


def _is_carrier(layout: Layout, draft: Draft) -> bool:
    """Whether it is "according to" a news agency, a paper or a broadcaster, outside all quotation marks."""
    if draft.rule != RULE_ACCORDING or not draft.source or in_quote(layout, draft.at):
        return False
    words = layout.doc.char_span(draft.source[0].start, draft.source[0].end, alignment_mode="expand")
    return words is not None and _is_press(words.root)


def _is_press(head: Token) -> bool:
    if head.text in _names():
        return True
    parts = {kid.lower_ for kid in head.lefts}
    return any(phrase.split()[-1] == head.lower_ and parts.issuperset(phrase.split()[:-1]) for phrase in _carriers())


@cache
def _carriers() -> frozenset[str]:
    """Nouns for those who pass on what others said ("news agency")."""
    return load_lexicon().words("speech/papers", "carrier")


@cache
def _names() -> frozenset[str]:
    """The last words of the names of agencies, papers and networks, as written."""
    rows = [row for row in load_lexicon().rows("speech/channels") if row.pos == "name" and row.means == "press"]
    return frozenset(word for row in rows for word in row.words)


def _is_carried(layout: Layout, inner: Draft, outer: Draft) -> bool:
    """Whether one draft has, in the sentence of the agency's, much the same words as said by somebody else."""
    if not inner.rule.startswith(SPOKEN) or inner.rule.startswith(NO_CUE) or not inner.source or not inner.content:
        return False
    sentence = sentence_at(layout, outer.at)
    is_here = sentence.start <= inner.at < sentence.end and not in_quote(layout, inner.source[0].start)
    is_other = not any(_shares(a, b) for a in inner.source for b in (*outer.source, *outer.cue))
    is_own_cue = not any(span.start <= inner.at < span.end for span in (*outer.source, *outer.cue))
    return is_here and is_other and is_own_cue and any(_shares(a, b) for a in inner.content for b in outer.content)


def _cut(layout: Layout, draft: Draft, cuts: Sequence[Draft]) -> Draft:
    """The draft whose content ends where "according to" the agency begins."""
    content = draft.content
    for cut in cuts:
        if cut.at != draft.at:
            content = tuple(part for span in content if (part := _before(layout, span, cut)) is not None)
    return replace(draft, content=content) if content else draft


def _before(layout: Layout, span: Span, cut: Draft) -> Span | None:
    if not span.start < cut.at < span.end or layout.text[cut.at - 2 : cut.at] != ", ":
        return span
    return trim(layout.text, Span(span.start, cut.at))


def _shares(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
